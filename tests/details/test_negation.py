"""Negation and opposites: what a sentence affirms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.details.textual import compare, extract, relations
from tui.details.negation import KIND
from tui.model import Relation


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The bridge was closed to lorries.", "The bridge was not closed to lorries.", "en-en"),
        ("Er hat die Wahl gewonnen.", "Er hat die Wahl nicht gewonnen.", "de-de"),
        ("Prices rose sharply in March.", "Prices fell sharply in March.", "en-en"),
        ("Die Preise stiegen im März kräftig.", "Prices fell sharply in March.", "de-en"),
        ("Le ministre a confirmé le projet.", "The minister denied the project.", "fr-en"),
        ("El juez rechazó la demanda.", "The judge accepted the claim.", "es-en"),
        ("The club failed to win the cup.", "The club won the cup.", "en-en"),
    ],
)
def test_what_one_affirms_and_the_other_denies_conflicts(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS in relations(compare(KIND, a, b, langs))


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The bridge was not closed.", "Die Brücke wurde nicht gesperrt.", "en-de"),
        ("The pilot is dead.", "The pilot is not alive.", "en-en"),
        ("The road remained open.", "The road was not closed.", "en-en"),
        ("They failed to pay the rent.", "Sie haben die Miete nicht gezahlt.", "en-de"),
        ("Not only the mayor came.", "The mayor came too.", "en-en"),
        ("Prices rose and wages fell.", "Wages fell while prices rose.", "en-en"),
    ],
)
def test_the_same_in_other_words_is_no_conflict(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b, langs))


def test_both_sides_of_a_lone_negation_are_shown() -> None:
    found = compare(KIND, "The council did not approve the plan.", "The council approved the plan.")
    assert [d.note for d in found] == ["only A negates"]
    assert found[0].b is not None
    assert "approved" in found[0].b.detail.text


@given(st.text(), st.sampled_from(["en", "de", "es", "ja", "xx"]))
def test_no_text_makes_extraction_fail(text: str, lang: str) -> None:
    assert all(text[d.start : d.end] == d.text for d in extract(KIND, text, lang))


WORDS = ["the", "plan", "was", "not", "never", "rose", "fell", "dead", "alive", "no", "failed"]


@given(st.lists(st.sampled_from(WORDS)), st.lists(st.sampled_from(WORDS)))
def test_comparing_the_other_way_round_finds_the_same(a: list[str], b: list[str]) -> None:
    there = sorted(d.relation for d in compare(KIND, " ".join(a), " ".join(b)))
    back = sorted(d.relation.transposed for d in compare(KIND, " ".join(b), " ".join(a)))
    assert there == back
