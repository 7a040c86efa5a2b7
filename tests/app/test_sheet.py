"""Columns and sheets: where every line stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import comparisons, make_article, make_comparison
from tui.app.layout.column import Column, Ink, Item, Kind, Line
from tui.app.layout.outline import View, outline
from tui.app.layout.sheet import Sheet, Tops, follow, make_sheet, scrolled
from tui.app.layout.typeset import TranslationMode, Typesetter
from tui.model import Comparison, DetailKind, Translation, Which

WRITTEN = (Ink.TEXT, Ink.TRANSLATION)


def laid_out(
    comparison: Comparison,
    view: View,
    width: int = 30,
    *,
    furniture: bool = False,
    order: Which = "a",
    mode: TranslationMode = TranslationMode.OFF,
) -> Sheet:
    return make_sheet(
        outline(comparison, view, furniture=furniture, order=order),
        Typesetter(comparison.a, width, comparison.translations_a, mode),
        Typesetter(comparison.b, width, comparison.translations_b, mode),
    )


def sentences_in(column: Column) -> list[int]:
    lines = [column.line(y) for y in range(column.height)]
    return list(dict.fromkeys(line.sentence for line in lines if line.ink in WRITTEN))


def test_parallel_columns_have_each_report_in_its_own_order_without_furniture() -> None:
    comparison = make_comparison()
    sheet = laid_out(comparison, View.PARALLEL)
    assert sentences_in(sheet.a) == [0, 2, 3, 4, 5, 6]
    assert sentences_in(sheet.b) == [0, 1, 2, 3, 4, 5]


def test_furniture_is_shown_in_its_place_when_asked_for() -> None:
    comparison = make_comparison()
    for view in (View.PARALLEL, View.ALIGNED):
        sheet = laid_out(comparison, view, furniture=True)
        assert sentences_in(sheet.a) == [0, 1, 2, 3, 4, 5, 6, 7]


def test_aligned_rows_put_matches_level() -> None:
    comparison = make_comparison()
    for order in ("a", "b"):
        sheet = laid_out(comparison, View.ALIGNED, order="a" if order == "a" else "b")
        for link in comparison.links:
            assert sheet.a.top(link.i) == sheet.b.top(link.j)


def test_what_only_one_report_says_faces_a_void() -> None:
    comparison = make_comparison()
    sheet = laid_out(comparison, View.ALIGNED)
    top = sheet.a.top(6)
    assert top is not None
    assert sheet.b.line(top).ink is Ink.VOID


def test_a_match_that_stands_elsewhere_is_pointed_at_in_one_line() -> None:
    a = make_article(["First.", "Second."])
    b = make_article(["Both of them, told at some length in one long sentence."])
    comparison = make_comparison(a, b, [(0, 0, 0.9), (1, 0, 0.6)])
    sheet = laid_out(comparison, View.ALIGNED, 20)
    second = sheet.a.top(1)
    assert second is not None
    assert sheet.b.line(second).ink is Ink.ECHO
    assert sheet.b.top(0) == sheet.a.top(0)


def test_the_differences_view_lists_only_rows_that_differ_under_their_kind() -> None:
    comparison = make_comparison()
    grave: dict[Which, dict[int, DetailKind]] = {
        "a": {2: DetailKind.NUMBER, 5: DetailKind.QUANTITY},
        "b": {},
    }
    rows = outline(comparison, View.DIFFERENCES, grave=grave).rows
    headings = [i.words for row in rows for i in row.a if i.kind is Kind.HEADING]
    shown = [i.sentence for row in rows for i in row.a if i.kind is Kind.SENTENCE]
    assert headings == ["number · 1", "quantity · 1"]
    assert shown == [2, 5]


def test_the_differences_view_lists_a_row_that_differs_only_by_what_b_adds() -> None:
    comparison = make_comparison()
    linked = comparison.links[0]
    grave: dict[Which, dict[int, DetailKind]] = {"a": {}, "b": {linked.j: DetailKind.DATE}}
    rows = outline(comparison, View.DIFFERENCES, grave=grave).rows
    shown = [i.sentence for row in rows for i in row.b if i.kind is Kind.SENTENCE]
    assert shown == [linked.j]


def test_translations_stand_below_or_instead_and_nothing_else_changes() -> None:
    comparison = make_comparison()
    below = laid_out(comparison, View.PARALLEL, mode=TranslationMode.BELOW)
    instead = laid_out(comparison, View.PARALLEL, mode=TranslationMode.INSTEAD)
    top = below.b.top(3)
    assert top is not None
    assert [below.b.line(top + k).ink for k in (0, 1)] == [Ink.TEXT, Ink.TRANSLATION]
    top = instead.b.top(3)
    assert top is not None
    assert instead.b.line(top).ink is Ink.TRANSLATION
    assert sentences_in(instead.b) == sentences_in(below.b)


def test_beyond_its_ends_a_column_is_blank() -> None:
    column = Column([Item(Kind.SENTENCE, 0)], [1], lambda _: [Line(Ink.TEXT, 0, 0, 1, True)])
    assert column.line(-1).ink is Ink.BLANK
    assert column.line(1).ink is Ink.BLANK
    assert column.sentence_at(99) == 0


@given(comparisons(), st.sampled_from(View), st.integers(2, 24), st.booleans())
def test_tied_columns_are_equally_high_and_heights_are_those_of_the_lines(
    comparison: Comparison, view: View, width: int, furniture: bool
) -> None:
    sheet = laid_out(comparison, view, width, furniture=furniture)
    if sheet.tied:
        assert sheet.a.height == sheet.b.height
    for column, article in ((sheet.a, comparison.a), (sheet.b, comparison.b)):
        lines = [column.line(y) for y in range(column.height)]
        for sentence in column.sentences:
            own = [k for k in lines if k.sentence == sentence and k.ink is Ink.TEXT]
            shown = "".join(article.sentences[sentence].text[k.start : k.end] for k in own)
            told = article.sentences[sentence].text
            assert "".join(shown.split()) == "".join(told.split())


@given(comparisons(), st.booleans())
def test_every_content_sentence_stands_in_the_aligned_view_once(
    comparison: Comparison, by_b: bool
) -> None:
    sheet = laid_out(comparison, View.ALIGNED, order="b" if by_b else "a")
    for column, article in ((sheet.a, comparison.a), (sheet.b, comparison.b)):
        listed = [i.sentence for i in column.items if i.kind is Kind.SENTENCE]
        assert sorted(listed) == [s.index for s in article.content]


@given(comparisons(max_sentences=6), st.integers(1, 12), st.data())
def test_following_shows_the_sentence_and_brings_its_match_level(
    comparison: Comparison, height: int, data: st.DataObject
) -> None:
    sheet = laid_out(comparison, View.PARALLEL, 12)
    if not sheet.a.sentences:
        return
    sentence = data.draw(st.sampled_from(sheet.a.sentences))
    matches = [k.j for k in comparison.matches_a.get(sentence, ())]
    tops = Tops(data.draw(st.integers(-5, 30)), data.draw(st.integers(-5, 30)))
    after = follow(sheet, tops, height, which="a", sentence=sentence, matches=matches)
    extent = sheet.a.extent(sentence)
    assert extent is not None
    assert 0 <= extent[0] - after.a < height
    if matches:
        level = sheet.b.top(matches[0])
        assert level is not None
        assert level - after.b == extent[0] - after.a


def test_a_match_at_the_edge_of_its_report_leaves_no_more_blank_than_the_place_needs() -> None:
    a = make_article([f"Sentence {n}." for n in range(60)])
    sheet = laid_out(make_comparison(a, a), View.PARALLEL)
    height, margin = 20, 4
    # The 31st sentence stands in the middle of the window, its match at one end of the other side.
    middle = (sheet.a.top(30) or 0) - height // 2
    after = follow(sheet, Tops(middle, 0), height, which="a", sentence=30, matches=[0])
    assert (sheet.a.top(30) or 0) - after.a == margin == -after.b
    after = follow(sheet, Tops(middle, 0), height, which="a", sentence=30, matches=[59])
    assert after.b + height - sheet.b.height == margin
    assert (sheet.a.top(30) or 0) - after.a == height - margin - 1


def test_moving_down_scrolls_no_more_than_needed() -> None:
    a = make_article([f"Sentence {n}." for n in range(30)])
    sheet = laid_out(make_comparison(a, a), View.PARALLEL)
    tops = Tops()
    for sentence in range(4):
        tops = follow(sheet, tops, 20, which="a", sentence=sentence, matches=())
        assert tops == Tops()


def test_the_wheel_stops_at_the_ends_of_the_report_under_it() -> None:
    a = make_article([f"Sentence {n}." for n in range(10)])
    sheet = laid_out(make_comparison(a, a), View.PARALLEL)
    assert scrolled(sheet, Tops(), "a", -3, 5) == Tops()
    assert scrolled(sheet, Tops(), "a", 99, 5) == Tops(14, 14)


def test_a_translation_of_more_lines_makes_its_row_higher() -> None:
    a = make_article(["Kurz."], lang="de")
    b = make_article(["Short."])
    long = Translation("en", "Something rather longer than the source.", "you")
    comparison = make_comparison(a, b, [(0, 0)], translations_a={0: long})
    below = laid_out(comparison, View.ALIGNED, 12, mode=TranslationMode.BELOW)
    assert below.a.height == below.b.height > 2
