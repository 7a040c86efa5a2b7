"""Wrapping by display width, as offsets."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.app.layout.wrap import line_count, visible, wrap

SCRIPTS = st.sampled_from(
    [
        *"abc -–—/äß’“”…€ \u00a0\u202f",
        *"漢字。「」、",
        *"한국",
        "👩‍🚒",
        "🇩🇪",
        "e\u0301",
        "\u200b",
        "ก็",
    ]
)
TEXTS = st.lists(SCRIPTS, max_size=60).map("".join)
UNSEEN = " \u3000\u200b"
"""What may be left out at a break: spaces, and a zero-width space that stands behind one."""
WIDTHS = st.integers(2, 30)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_words_stand_whole_on_lines_no_wider_than_asked() -> None:
    assert lines("The ferry ran aground on Monday.", 12) == [
        "The ferry",
        "ran aground",
        "on Monday.",
    ]


def test_a_word_wider_than_the_line_is_broken_where_the_line_ends() -> None:
    assert lines("Donaudampfschiff fährt", 8) == ["Donaudam", "pfschiff", "fährt"]


def test_a_word_may_end_a_line_after_its_hyphen_or_dash() -> None:
    assert lines("state-owned", 8) == ["state-", "owned"]
    assert lines("Monday—or later", 8) == ["Monday—", "or later"]


def test_a_minus_before_a_number_stays_with_it() -> None:
    assert lines("about -5 degrees", 7) == ["about", "-5", "degrees"]


def test_a_no_break_space_is_not_broken_at() -> None:
    assert lines("plus de 50\u00a0% des voix", 11) == ["plus de", "50\u00a0% des", "voix"]


def test_ideographs_break_anywhere_but_before_closing_marks() -> None:
    assert lines("漢字漢字", 4) == ["漢字", "漢字"]
    assert lines("漢字。漢", 4) == ["漢", "字。", "漢"]
    assert lines("漢「字」", 4) == ["漢", "「字", "」"] or lines("漢「字」", 6) == ["漢", "「字」"]


def test_combining_marks_and_joined_emoji_are_never_torn() -> None:
    assert lines("e\u0301" * 5, 3) == ["e\u0301" * 3, "e\u0301" * 2]
    assert lines("👩‍🚒👩‍🚒", 3) == ["👩‍🚒", "👩‍🚒"]


def test_blank_text_is_one_empty_line() -> None:
    assert wrap("", 10) == ((0, 0),)
    assert wrap("   ", 10) == ((0, 0),)


def test_a_line_of_one_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        wrap("text", 1)


@example("aa \u200b", 2)
@given(TEXTS, WIDTHS)
def test_every_line_fits_and_what_is_left_out_is_only_space(text: str, width: int) -> None:
    spans = wrap(text, width)
    last = 0
    for start, end in spans:
        assert not text[last:start].strip(UNSEEN)
        assert cell_len(text[start:end]) <= width
        last = end
    assert not text[last:].strip(UNSEEN)


@given(TEXTS, WIDTHS)
def test_no_grapheme_is_torn(text: str, width: int) -> None:
    borders = {start for start, _, _ in split_graphemes(text)[0]} | {len(text)}
    for start, end in wrap(text, width):
        assert start in borders or start == 0
        assert end in borders or text[end] in UNSEEN


@given(TEXTS, WIDTHS)
def test_counting_lines_agrees_with_making_them(text: str, width: int) -> None:
    assert line_count(text, width) == len(wrap(text, width))


@given(st.text(alphabet="ab ", max_size=60), WIDTHS)
def test_a_line_ends_only_where_the_next_word_would_not_fit(text: str, width: int) -> None:
    spans = wrap(text, width)
    for (start, _), (following, following_end) in pairwise(spans):
        word = text[following:following_end].split(" ", maxsplit=1)[0]
        assert cell_len(text[start:following] + word) > width


@given(st.text(max_size=80))
def test_what_is_painted_cannot_steer_a_terminal_and_keeps_every_offset(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    for character in shown:
        assert unicodedata.category(character) not in ("Cc", "Cs")
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"


def test_an_escape_sequence_is_seen_and_not_obeyed() -> None:
    assert visible("\x1b]52;c;x\x07") == "␛]52;c;x␇"
