from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.hostile import hostile_comparison
from tests.factories import comparisons, make_article, make_comparison
from tui.export import ExportOptions, render
from tui.export.unified import word_level
from tui.model import Comparison

A = make_article(["The ferry ran aground on Monday with 64 people on board."])
B = make_article(["The old ferry ran aground on Tuesday with 64 people on board."])


def test_near_identical_sentences_stand_on_one_line_with_the_changes_in_brackets() -> None:
    lines = render(make_comparison(A, B, [(0, 0)]), "unified").splitlines()
    assert lines[3] == (
        " The {+old +}ferry ran aground on [-Monday-]{+Tuesday+} with 64 people on board."
    )


def test_sentences_of_two_languages_stand_below_each_other_with_their_details_in_brackets() -> None:
    lines = render(make_comparison(), "unified").splitlines()
    at = lines.index("- Divers found a crack of [-3 metres-] in the hull.")
    assert lines[at - 1] == "@@ A ¶5, B ¶2 @@"
    assert lines[at + 1] == "+ Taucher entdeckten einen Riss von {+vier Metern+}."
    assert lines[at + 2] == "  ┊ Divers discovered a crack four metres long."
    assert lines[at + 3] == "  ≠ 5 quantity: 3 metres | vier Metern · conflicts"


def test_what_only_one_report_says_stands_alone() -> None:
    lines = render(make_comparison(), "unified").splitlines()
    assert "- The island has been without a doctor since May." in lines
    assert "+ Die Versicherung schätzt den Schaden auf {+2,5 Millionen Euro+}." in lines


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_versions_can_be_read_off_the_steps(a: str, b: str) -> None:
    steps = word_level(a, b)
    if steps is not None:
        kept_a = "".join(text for op, text in steps if op != "+")
        kept_b = "".join(text for op, text in steps if op != "-")
        assert kept_a == a
        assert unicodedata.normalize("NFC", kept_b) == unicodedata.normalize("NFC", b)


@settings(max_examples=30)
@given(comparisons())
def test_every_sentence_is_told_on_lines_that_steer_nothing(comparison: Comparison) -> None:
    text = render(comparison, "unified")
    assert not [c for c in text if c != "\n" and unicodedata.category(c) == "Cc"]


def test_hostile_text_is_shown_and_steers_nothing() -> None:
    text = render(hostile_comparison(), "unified")
    assert all(c == "\n" or c.isprintable() for c in text)
    assert "<script>document.title='owned'</script>" in text


def test_colour_changes_nothing_but_the_colour() -> None:
    comparison = make_comparison()
    colored = render(comparison, "unified", ExportOptions(color=True))
    assert "\x1b[31m[-3 metres-]\x1b[m" in colored
    assert re.sub(r"\x1b\[\d*m", "", colored) == render(comparison, "unified")


@pytest.mark.parametrize("color", [False, True])
def test_signs_can_be_kept_to_ascii(color: bool) -> None:
    comparison = make_comparison(A, B, [(0, 0)])
    assert render(comparison, "unified", ExportOptions(ascii_only=True, color=color)).isascii()
