from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_article, make_comparison, make_divergence
from tui.details import Change
from tui.details.word_diff import word_diff
from tui.export import render
from tui.export.changed import changed_spans, pieces, side_pieces, whole_words
from tui.marks import Run
from tui.model import DetailKind, Relation

A = make_article(["He said: “We will not sail again this week.”"])
B = make_article(["“We will never sail again this week,” he said."])
REWORDED = make_divergence(
    A,
    B,
    DetailKind.QUOTATION,
    Relation.REWORDED,
    in_a=(0, "We will not sail again this week"),
    in_b=(0, "We will never sail again this week"),
)
COMPARISON = make_comparison(A, B, [(0, 0)], [REWORDED])


def test_the_words_that_changed_are_found_in_the_sentence() -> None:
    [(start, end)] = changed_spans(REWORDED, "a")
    assert A.sentences[0].text[start:end] == "not"
    assert ("never", True) in side_pieces(REWORDED, "b")


def test_a_detail_that_is_no_passage_has_no_changed_words() -> None:
    number = make_divergence(
        A, B, DetailKind.NUMBER, Relation.CONFLICTS, in_a=(0, "not"), in_b=(0, "never")
    )
    assert changed_spans(number, "a") == []
    assert side_pieces(number, "a") == [("not", False)]


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple))


@given(st.lists(st.text(min_size=1, max_size=10)), SPANS)
def test_pieces_are_the_runs_cut_and_nothing_else(
    texts: list[str], spans: list[tuple[int, int]]
) -> None:
    runs, at = [], 0
    for text in texts:
        runs.append(Run(text, at))
        at += len(text)
    found = pieces(runs, [s for s in spans if s[0] < s[1]])
    assert "".join(p.text for p in found) == "".join(texts)
    assert sum(p.first for p in found) == sum(p.last for p in found) == len(runs)
    place = 0
    for piece in found:
        inside = any(s <= place and place + len(piece.text) <= e for s, e in spans)
        assert piece.changed == inside
        place += len(piece.text)


def test_pages_and_papers_show_the_changed_words() -> None:
    assert '<b class="changed">never</b>' in render(COMPARISON, "html")
    assert "<u>never</u>" in render(COMPARISON, "markdown")


def widened(a: str, b: str) -> list[tuple[str, str]]:
    found = whole_words(word_diff(a, b), a, b)
    return [(a[c.a_start : c.a_end], b[c.b_start : c.b_end]) for c in found]


def test_letters_that_changed_are_shown_as_the_words_they_are_in() -> None:
    assert widened("on Monday", "on Tuesday") == [("Monday", "Tuesday")]
    assert widened("der Tag war", "die Tage war") == [("der", "die"), ("Tag", "Tage")]
    assert widened("we do not go", "we do go") == [("not ", "")]
    assert widened("三人死亡", "四人死亡") == [("三", "四")]


@given(st.text("ab cé日1", max_size=20), st.text("ab cé日1", max_size=20))
def test_widened_changes_still_lead_from_one_version_to_the_other(a: str, b: str) -> None:
    made, at = "", 0
    for c in whole_words(word_diff(a, b), a, b):
        made += a[at : c.a_start] + b[c.b_start : c.b_end]
        at = c.a_end
    assert made + a[at:] == b


def test_changes_that_meet_in_one_word_of_either_version_are_one() -> None:
    apart = [Change("replace", 0, 1, 0, 1), Change("replace", 2, 3, 1, 2)]
    assert whole_words(apart, "k m", "pq") == [Change("replace", 0, 3, 0, 2)]
    turned = [Change(c.op, c.b_start, c.b_end, c.a_start, c.a_end) for c in apart]
    assert whole_words(turned, "pq", "k m") == [Change("replace", 0, 2, 0, 3)]
