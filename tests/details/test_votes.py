"""Votes, shares of a whole, parts and the rest: numbers that mean something together."""

from __future__ import annotations

import pytest

from tui.details import compare_sentences
from tui.details.figures import find
from tui.details.values import ClockTime, Label, Score
from tui.model import DetailKind, Relation

from .textual import OddOnes

AGREES, CONFLICTS, IMPRECISE = Relation.AGREES, Relation.CONFLICTS, Relation.IMPRECISE
FIGURES = {DetailKind.NUMBER, DetailKind.QUANTITY, DetailKind.PERCENT, DetailKind.MONEY}


def told(a: str, b: str, lang_a: str = "en", lang_b: str = "en") -> set[Relation]:
    """The relations of the figures of two sentences."""
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b, encoder=OddOnes())
    return {d.relation for d in found if d.kind in FIGURES}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "by 12 votes to five"),
        ("en", "approved 12 to 5"),
        ("en", "with twelve in favour and five against"),
        ("de", "mit zwölf Ja- gegen fünf Nein-Stimmen"),
        ("de", "mit 12 zu 5 Stimmen"),
        ("fr", "par douze voix contre cinq"),
        ("es", "por 12 votos a 5"),
        ("it", "con 12 voti contro cinque"),
        ("nl", "met 12 tegen 5 stemmen"),
    ],
)
def test_the_two_numbers_of_a_vote_are_one_result(lang: str, text: str) -> None:
    (found,) = find(text, lang, None)
    assert found.value == Score(12, 5)


@pytest.mark.parametrize(
    "text",
    [
        "12 people to 5 towns",
        "approved 12 to 15 bridges",
        "from 12 to 5 degrees",
        "12, 5 and 3 voters",
    ],
)
def test_other_pairs_of_numbers_are_no_vote(text: str) -> None:
    values = [d.value for d in find(text, "en", None)]
    assert not any(isinstance(v, Score | Label) for v in values)


def test_a_pair_of_figures_behind_by_is_no_time() -> None:
    assert not any(isinstance(d.value, ClockTime) for d in find("lost by 12 to 5", "en", None))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("It passed by six votes to five.", "It passed by a single vote.", {IMPRECISE}),
        ("It passed by six votes to four.", "It passed by a single vote.", {CONFLICTS}),
        ("It passed by six votes to four.", "It passed unanimously.", {CONFLICTS}),
        ("It passed by a single vote.", "It passed unanimously.", {CONFLICTS}),
    ],
)  # fmt: skip
def test_a_vote_against_how_it_went(a: str, b: str, expected: set[Relation]) -> None:
    assert told(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("One in ten hostages has been freed.", "Nine in ten hostages are still held."),
        ("Two of five miners were freed.", "Three of the five miners are still held."),
        ("The lake is at 9 percent.", "The lake is more than nine tenths empty."),
        ("Of the 310 jobs 245 will stay.", "Sixty-five of the 310 jobs will go."),
    ],
)
def test_a_part_and_the_rest_are_no_conflict(a: str, b: str) -> None:
    assert CONFLICTS not in told(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Two of the five miners were freed.", "Three of the five miners were freed."),
        ("Turnout was 55 percent.", "Turnout was 45 percent."),
    ],
)
def test_two_numbers_of_one_statement_conflict_though_they_make_a_whole(a: str, b: str) -> None:
    assert CONFLICTS in told(a, b)


def test_a_number_a_thousand_times_the_other_is_a_conflict() -> None:
    billions = "Der Umbau kostete 3 Billionen Euro."
    assert told("The refit cost 3 billion euros.", billions, "en", "de") == {CONFLICTS}
    milliards = "Der Umbau kostete 3 Milliarden Euro."
    assert told("The refit cost 3 billion euros.", milliards, "en", "de") == {AGREES}
