"""Changed words of two versions, and changed letters inside a word."""

from __future__ import annotations

import time
import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tui.details.surroundings import align
from tui.details.word_diff import Change, word_diff

PIECES = [*"abAB .,“”", "e\u0301", "\u00e9", "👩\u200d🚒", "🇩🇪", "ม์", "\U000f0000", "\u0301"]
TEXT = st.lists(st.sampled_from(PIECES)).map("".join)
WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=8).map(" ".join)


def shown(a: str, b: str) -> list[tuple[str, str]]:
    return [(a[c.a_start : c.a_end], b[c.b_start : c.b_end]) for c in word_diff(a, b)]


def applied(a: str, b: str, changes: tuple[Change, ...]) -> str:
    for change in reversed(changes):
        a = a[: change.a_start] + b[change.b_start : change.b_end] + a[change.a_end :]
    return a


def same(one: str, other: str) -> bool:
    return unicodedata.normalize("NFD", one) == unicodedata.normalize("NFD", other)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("We saw the harbour.", "We saw the harbor.", [("u", "")]),
        ("We saw a ship.", "We saw a whale.", [("ship", "whale")]),
        ("We saw him.", "We never saw him.", [("", "never ")]),
        ("Es war sehr kalt.", "Es war kalt.", [("sehr ", "")]),
        ("the red old car stood", "the blue new car stood", [("red old", "blue new")]),
        ("Le café ferme.", "Le cafe\u0301 ferme.", []),
        ("Die Straße ist frei.", "Die Strasse ist frei.", [("ß", "ss")]),
        ("", "all of it", [("", "all of it")]),
    ],
)
def test_changed_words_are_shown_and_of_a_word_spelt_otherwise_its_letters(
    a: str, b: str, expected: list[tuple[str, str]]
) -> None:
    assert shown(a, b) == expected


def test_an_emoji_of_several_code_points_changes_as_one() -> None:
    assert shown("Brava 👩\u200d🚒!", "Brava 👩\u200d🔬!") == [("👩\u200d🚒", "👩\u200d🔬")]


@given(TEXT, TEXT)
def test_applying_the_changes_gives_the_other_version(a: str, b: str) -> None:
    assert same(applied(a, b, word_diff(a, b)), b)


@given(TEXT | WORDS, TEXT | WORDS)
def test_the_same_changes_are_found_from_either_side(a: str, b: str) -> None:
    assert word_diff(b, a) == tuple(change.transposed() for change in word_diff(a, b))


@given(WORDS, WORDS)
def test_words_are_aligned_the_same_from_either_side(a: str, b: str) -> None:
    assert align(b, a) == align(a, b).transposed()


@given(TEXT, TEXT)
def test_no_change_begins_or_ends_inside_a_grapheme(a: str, b: str) -> None:
    edges_a = {0, *(m.end() for m in regex.finditer(r"\X", a))}
    edges_b = {0, *(m.end() for m in regex.finditer(r"\X", b))}
    for change in word_diff(a, b):
        assert {change.a_start, change.a_end} <= edges_a
        assert {change.b_start, change.b_end} <= edges_b


@given(TEXT)
def test_a_text_does_not_differ_from_itself_however_its_accents_are_coded(text: str) -> None:
    assert word_diff(text, unicodedata.normalize("NFD", text)) == ()


def test_two_long_unlike_texts_take_no_time_to_speak_of() -> None:
    a, b = "one two three " * 2_000, "drei zwei eins " * 2_000
    began = time.process_time()
    word_diff(a, b)
    assert time.process_time() - began < 2.0
