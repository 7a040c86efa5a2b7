from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from tests.factories import comparisons, make_article, make_comparison
from tui.export.captions import opening
from tui.export.view import View
from tui.model import Comparison


def test_a_paragraph_is_numbered_where_the_rows_enter_it() -> None:
    four = make_article(["One.", "Two.", "Three.", "Four."])
    blocks = (0, 0, 1, 1)
    pairs = zip(four.sentences, blocks, strict=True)
    two_paragraphs = replace(four, sentences=tuple(replace(s, block=b) for s, b in pairs))
    links = [(0, 2), (1, 0), (2, 1), (3, 3)]
    view = View(make_comparison(two_paragraphs, two_paragraphs, links))
    assert [view.margin_number("a", i) for i in range(4)] == [1, 0, 2, 0]
    # In B the rows go to its second paragraph, back to the first, and to the second again.
    assert [view.margin_number("b", j) for j in (2, 0, 1, 3)] == [2, 1, 0, 2]


@given(comparisons())
def test_differences_are_numbered_as_the_rows_tell_them(comparison: Comparison) -> None:
    view = View(comparison)
    told = [d.number for row in view.differences_by_row for d in row]
    assert told == list(range(1, len(comparison.differences) + 1))
    assert sorted(view.numbers.values()) == told


def test_a_remark_is_made_only_where_it_says_more_than_the_relation() -> None:
    remarks = {d.label: d.remark for d in View(make_comparison()).differences}
    assert remarks["imprecise"] == "B is vaguer"
    assert remarks["conflicts"] == remarks["only in A"] == ""


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Short.", "Short."),
        (
            "A sentence that is\nlonger than forty characters are.",
            "A sentence that is longer than forty…",
        ),
        ("字" * 50, "字" * 40 + "…"),
    ],
)
def test_the_opening_of_a_sentence_is_cut_between_words(text: str, begins: str) -> None:
    assert opening(text) == begins


def test_a_summary_tells_the_gravest_differences_first() -> None:
    told = [(d.label, d.number) for d in View(make_comparison()).gravest_first]
    assert told[0] == ("conflicts", 5)
    assert [label for label, _ in told[-2:]] == ["only in A", "only in B"]
