"""What is seen: changed words, reasons for links, translations not there yet, only what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tests.app.conftest import MakeApp, make_desk, reader_of, shown
from tests.app.piloted import pilots
from tests.factories import comparisons, make_article, make_comparison, make_divergence
from tui.app.app import ReaderApp
from tui.app.layout.column import Ink
from tui.app.layout.outline import View, outline
from tui.app.layout.overview import Passage, overview
from tui.app.layout.sheet import make_sheet
from tui.app.layout.typeset import TranslationMode, Typesetter
from tui.app.paint.glyphs import ASCII, UNICODE
from tui.app.paint.inks import INKS, Inks
from tui.app.paint.line import Layers, paint
from tui.app.reading.evidence import reasons
from tui.app.reading.marked import Marked
from tui.app.reading.state import Place, Reading
from tui.app.reading.wordings import changed_words
from tui.app.widgets.detail_strip import DetailStrip
from tui.marks import Mark
from tui.model import Comparison, DetailKind, Divergence, Evidence, Link, Relation

SIZE = (120, 40)

SAID_A = "“We will use every means to protect our people,” she said."
SAID_B = "She said: “We shall use every means to protect all people.”"


def quoted() -> Comparison:
    a, b = make_article([SAID_A]), make_article([SAID_B])
    divergence = make_divergence(
        a,
        b,
        DetailKind.QUOTATION,
        Relation.REWORDED,
        in_a=(0, SAID_A[1 : SAID_A.index(",")]),
        in_b=(0, SAID_B[11:-2]),
    )
    return make_comparison(a, b, [(0, 0)], [divergence])


def words_of(divergence: Divergence, text: str, which: str) -> list[str]:
    spans = changed_words(divergence, "a" if which == "a" else "b")
    return [text[start:end] for start, end in spans]


def test_of_a_reworded_quotation_the_words_that_changed_are_known() -> None:
    (divergence,) = quoted().divergences
    assert words_of(divergence, SAID_A, "a") == ["will", "our"]
    assert words_of(divergence, SAID_B, "b") == ["shall", "all"]


def test_only_passages_have_changed_words() -> None:
    a, b = make_article(["It cost 5 euros."]), make_article(["It cost 6 euros."])
    money = make_divergence(
        a,
        b,
        DetailKind.MONEY,
        Relation.CONFLICTS,
        in_a=(0, "5 euros"),
        in_b=(0, "6 euros"),
    )
    assert changed_words(money, "a") == ()


def plain_inks() -> Inks:
    """Inks without colours, so that only attributes tell."""
    attributes = {
        name: " ".join(w for w in spec.split(" on ")[0].split() if "$" not in w and w != "on")
        for name, spec in INKS.items()
    }
    return Inks({name: Style.parse(words) for name, words in attributes.items()}, Style.null())


def test_changed_words_stand_out_without_colour_and_from_the_one_stopped_at() -> None:
    (divergence,) = quoted().divergences
    assert divergence.a is not None
    detail = divergence.a.detail
    mark = Mark(detail.start, detail.end, 0, divergence)
    changed = {0: changed_words(divergence, "a")}
    inks, span = plain_inks(), (0, len(SAID_A))

    def painted(selected: int | None) -> dict[str, Segment]:
        layers = Layers([mark], selected, changed=changed)
        return {s.text: s for s in paint(SAID_A, span, Style.null(), layers, inks)}

    for selected in (None, 0):
        told = painted(selected)
        assert "".join(told) == SAID_A
        word, around = told["will"].style, told["We "].style
        assert word is not None
        assert around is not None
        assert bool(word.underline) != bool(around.underline)
        assert bool(word.reverse) is (selected == 0)
        assert not around.reverse


async def test_changed_words_are_told_in_the_table_of_differences() -> None:
    app = ReaderApp(make_desk(quoted()))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pilot.pause()
        strips = app.screen.query_one(DetailStrip).lines()
        bold = {s.text for strip in strips[1:] for s in strip if s.style and s.style.underline}
        assert {"will", "our", "shall", "all"} <= bold


@pilots("explain_links")
async def test_a_key_tells_why_a_sentence_is_linked(make_app: MakeApp) -> None:
    known = make_comparison()
    why = (
        Evidence("meaning", 0.9, 2.0),
        Evidence("figures", 1.0, 0.7),
        Evidence("length", 0.2, -0.5),
        Evidence("words", 0.2, 0.01),
    )
    links = tuple(Link(k.i, k.j, 0.83, why) for k in known.links)
    app = make_app(replace(known, links=links))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "w")
        await pilot.pause()
        assert "why A is linked here" in shown(app)
        assert "83% sure" in shown(app)
        assert "alike in meaning, the same figures; but of unlike" in shown(app)
        assert "telling words" not in shown(app), "what weighs nothing is not told"
        await pilot.press("w")
        await pilot.pause()
        assert "differences" in shown(app)


def test_the_surest_link_is_explained_first() -> None:
    a, b = make_article(["One."]), make_article(["Uno.", "Due."])
    comparison = make_comparison(a, b, [(0, 0, 0.4), (0, 1, 0.9)])
    reading = Reading(Marked(comparison), Place("a", 0))
    assert [(r.sentence, r.score) for r in reasons(reading)] == [(1, "90%"), (0, "40%")]


def test_what_only_a_match_says_is_told_beside_its_best_match_alone() -> None:
    a, b = make_article(["One here.", "One there."]), make_article(["One and Paris."])
    only = make_divergence(a, b, DetailKind.PLACE, Relation.ONLY_B, in_b=(0, "Paris"))
    marked = Marked(make_comparison(a, b, [(0, 0, 0.9), (1, 0, 0.5)], [only]))
    assert marked.touching("a", 0, [0]) == (0,)
    assert marked.touching("a", 1, [0]) == ()


def test_why_a_translation_is_not_there_stands_in_its_place() -> None:
    article = make_article(["Kurz.", "Lang."], lang="de")
    waiting = {1: "not translated: the service is busy"}
    for mode in TranslationMode:
        setter = Typesetter(article, 24, {}, mode, waiting)
        items = outline(make_comparison(article, article), View.PARALLEL).rows[0].a
        inks = [[line.ink for line in setter.lines(item)] for item in items]
        told = [Ink.TEXT] if mode is TranslationMode.OFF else [Ink.TEXT, Ink.WAITING, Ink.WAITING]
        assert inks == [[Ink.TEXT], [Ink.BLANK], told]
        assert [setter.height(item) for item in items] == [len(lines) for lines in inks]


async def test_a_translation_on_its_way_is_announced_below_its_sentence(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.screens.reader.FIRST_FRAME", 1000)
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        reader = reader_of(app)
        known = reader.reading.comparison
        assert 5 not in known.translations_b
        reader.window.waiting = {"a": {}, "b": {5: "translating"}}
        reader.show(reader.reading)
        await pilot.pause()
        lines = shown(app).splitlines()
        below = next(k for k, line in enumerate(lines) if "Millionen Euro" in line) + 1
        assert "┊ translating" in lines[below]


async def test_a_step_paints_only_the_lines_that_look_different(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j")
        await pilot.pause()
        spread = reader_of(app).spread
        before = spread.lines()
        assert spread.changed() == [], "nothing looks different"
        assert spread.lines() == before
        await pilot.press("j")
        after = spread.lines()
        same = sum(now == was for now, was in zip(after, before, strict=True))
        assert 0 < same < len(after)


@given(comparisons(), st.integers(1, 30), st.integers(8, 30))
def test_every_cell_of_the_overview_tells_of_what_stands_there(
    comparison: Comparison, height: int, width: int
) -> None:
    setters = [
        Typesetter(article, width, {}, TranslationMode.OFF)
        for article in (comparison.a, comparison.b)
    ]
    column = make_sheet(outline(comparison, View.PARALLEL), *setters).a
    marked = Marked(comparison)
    linked, unmatched = marked.beads["a"], marked.unmatched["a"]
    spots = overview(column, marked.gravest["a"], linked, unmatched, height)
    assert len(spots) == height
    told = {spot.passage for spot in spots}
    assert (Passage.ONE_SIDED in told) == any(s in column for s in unmatched)
    graver = [spot.relation for spot in spots if spot.relation is not None]
    assert bool(graver) == any(s in column for s in marked.gravest["a"])


def test_the_words_of_the_program_are_ascii_where_signs_are() -> None:
    assert ASCII.words("B ¶7 · 2–3 — it…").isascii()
    assert UNICODE.words("B ¶7") == "B ¶7"
