"""What one report rules out and the other leaves open."""

from __future__ import annotations

import pytest

from tests.details.textual import compare, extract, relations, texts
from tui.details import certainty
from tui.details.text_values import Certainty
from tui.encode import default_encoder
from tui.model import Relation


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The police ruled out arson.", "Brandstiftung ist nicht ausgeschlossen.", "en-de"),
        ("La policía descartó un sabotaje.", "Sabotage could not be ruled out.", "es-en"),
        ("Le parquet exclut un suicide.", "A suicide is possible, prosecutors say.", "fr-en"),
    ],
)
def test_what_is_ruled_out_conflicts_with_what_is_possible(a: str, b: str, langs: str) -> None:
    found = compare(certainty.KIND, a, b, langs, encoder=default_encoder())
    assert Relation.CONFLICTS in relations(found)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Arson was ruled out.", "The barn may be rebuilt.", "en-en"),
        ("Arson was ruled out.", "Brandstiftung ist ausgeschlossen.", "en-de"),
        ("Neither side ruled out talks.", "Talks are possible.", "en-en"),
    ],
)
def test_another_matter_and_a_denial_rule_nothing_out(a: str, b: str, langs: str) -> None:
    found = compare(certainty.KIND, a, b, langs, encoder=default_encoder())
    assert Relation.CONFLICTS not in relations(found)


def test_nearly_sure_and_nobody_knows_conflict() -> None:
    a = "The stone almost certainly came from a quarry."
    b = "Where the stone came from is anyone's guess."
    found = compare(certainty.KIND, a, b, encoder=default_encoder())
    assert texts(found, Relation.CONFLICTS) == [("almost certainly", "anyone's guess")]


def test_what_is_ruled_out_has_a_level_of_its_own() -> None:
    (detail,) = extract(certainty.KIND, "Die Polizei schloss einen Anschlag aus.", "de")
    assert detail.value == Certainty("excluded")
