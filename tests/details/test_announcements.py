"""What one report announces or rules out and the other leaves open."""

from __future__ import annotations

import pytest

from tests.details.textual import compare, extract, relations, texts
from tui.details import certainty
from tui.details.announced import announced
from tui.details.hedges import EXPECTED, FORETOLD
from tui.details.text_values import Certainty
from tui.details.words import words
from tui.encode import default_encoder
from tui.model import Relation


@pytest.mark.parametrize(
    ("text", "lang", "level", "word"),
    [
        ("The ferry will sail again in June.", "en", FORETOLD, "will"),
        ("Die Fähre wird im Juni wieder fahren.", "de", FORETOLD, "wird"),
        ("Le bac repartira en juin.", "fr", FORETOLD, "repartira"),
        ("La novela saldrá en junio.", "es", FORETOLD, "saldrá"),
        ("The owners expect a profit.", "en", EXPECTED, "expect"),
        ("Die Fähre soll im Juni fahren.", "de", EXPECTED, "soll"),
    ],
)
def test_an_announcement_is_found_by_its_verb_or_by_an_ending(
    text: str, lang: str, level: str, word: str
) -> None:
    ((first, last),) = announced(text, lang, level)
    assert [w.text for w in words(text)[first : last + 1]] == [word]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The will was read by a notary.", "en"),
        ("El avión voló a Teherán.", "es"),
        ("La caméra a filmé l'opéra.", "fr"),
    ],
)
def test_a_noun_that_looks_like_a_future_announces_nothing(text: str, lang: str) -> None:
    assert announced(text, lang, FORETOLD) == ()


def test_an_announcement_is_no_detail_of_its_own() -> None:
    assert extract(certainty.KIND, "The ferry will sail again in June.") == []


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The ferry will sail again.", "It is unclear whether the ferry will sail.", "en-en"),
        ("La novela saldrá en junio.", "The novel may come out in May.", "es-en"),
        ("Der Chor wird auftreten.", "Ob der Chor auftritt, ist noch offen.", "de-de"),
        ("Le pont sera reconstruit.", "Nobody knows whether the bridge will be rebuilt.", "fr-en"),
        ("They expect to find a tenant.", "They cannot say whether they will find one.", "en-en"),
    ],
)
def test_what_is_announced_conflicts_with_what_is_left_open(a: str, b: str, langs: str) -> None:
    found = compare(certainty.KIND, a, b, langs, encoder=default_encoder())
    assert Relation.CONFLICTS in relations(found)


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
        ("The ferry may sail again.", "The ferry will not sail again.", "en-en"),
        ("The ferry may sail again.", "The ferry will perhaps sail again.", "en-en"),
        ("It is unclear who lit the fire.", "The school will open on Monday.", "en-en"),
        ("Arson was ruled out.", "The barn may be rebuilt.", "en-en"),
        ("Arson was ruled out.", "Brandstiftung ist ausgeschlossen.", "en-de"),
        ("Neither side ruled out talks.", "Talks are possible.", "en-en"),
    ],
)
def test_another_matter_a_doubt_and_a_denial_are_no_announcement(
    a: str, b: str, langs: str
) -> None:
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
