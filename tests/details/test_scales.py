"""Scales of states and outcomes, and what a negation says of their values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.details.textual import compare, relations
from tui.data import languages, load
from tui.details import contradiction, negation, opposites
from tui.encode import default_encoder
from tui.model import DetailKind, Relation

SPEAKS = [
    ("The talks in Oslo are to continue next week.", "The Oslo talks broke down.", "en-en"),
    ("The climber had previous convictions.", "The climber had no criminal record.", "en-en"),
    ("The tap water is safe to drink.", "Residents must boil their tap water.", "en-en"),
    ("Der Motorradfahrer trug einen Helm.", "The biker was not wearing a helmet.", "de-en"),
    ("Das Votum fiel einstimmig aus.", "Die Mitglieder waren tief gespalten.", "de-de"),
    ("Die Fähre legte pünktlich ab.", "The ferry left two hours late.", "de-en"),
    ("Le trafic a repris mardi.", "Traffic is still at a standstill.", "fr-en"),
    ("El incendio está controlado.", "The blaze is out of control.", "es-en"),
    ("I passeggeri sono stati tratti in salvo.", "The passengers died.", "it-en"),
    ("De bestuurder reed door.", "The driver stayed at the scene.", "nl-en"),
    ("The referendum is binding.", "The referendum is advisory.", "en-en"),
    ("La jueza archivó el caso sin cargos.", "She was charged with fraud.", "es-en"),
    ("Die Kritik hat das Stück gefeiert.", "The play was panned by reviewers.", "de-en"),
    ("Die Karten wurden ausgelost.", "Les billets sont attribués par ordre alphabétique.", "de-fr"),
    ("De ligstoelen werden bewaakt.", "The deckchairs were left unattended.", "nl-en"),
]

SILENT = [
    ("The talks did not fail.", "The talks are to continue next week.", "en-en"),
    ("The bridge is not closed.", "The bridge has reopened.", "en-en"),
    ("Der Zug fährt wieder.", "The train is back in service.", "de-en"),
    ("Niemand wurde verletzt.", "All passengers were unharmed.", "de-en"),
    ("Le feu est maîtrisé.", "The fire is under control.", "fr-en"),
    ("La reunión fue aplazada.", "The meeting was put off.", "es-en"),
    ("Il conducente era incensurato.", "The driver had no criminal record.", "it-en"),
    ("De stemming was unaniem.", "The vote was passed without dissent.", "nl-en"),
    ("The vote was postponed.", "The vote is under review.", "en-en"),
    ("Two sailors are missing and one is dead.", "One sailor is dead.", "en-en"),
    ("Die Bank schließt Entlassungen nicht aus.", "The bank may cut jobs.", "de-en"),
    ("The river is not far from the school.", "The school is near the river.", "en-en"),
    ("Boote dürfen ab sofort nicht ankern.", "Anchoring is out with immediate effect.", "de-en"),
]


@pytest.mark.parametrize(("a", "b", "langs"), SPEAKS)
def test_two_values_of_a_scale_exclude_each_other(a: str, b: str, langs: str) -> None:
    found = relations(compare(negation.KIND, a, b, langs, encoder=default_encoder()))
    assert Relation.CONFLICTS in found


@pytest.mark.parametrize(("a", "b", "langs"), SILENT)
def test_values_that_go_together_are_no_conflict(a: str, b: str, langs: str) -> None:
    found = relations(compare(negation.KIND, a, b, langs, encoder=default_encoder()))
    assert Relation.CONFLICTS not in found


def test_how_something_is_differs_in_its_wording_whether_it_is_in_its_polarity() -> None:
    warm = compare(negation.KIND, "The talks were cordial.", "The talks were frosty.")
    ahead = compare(negation.KIND, "The fair will take place.", "The fair was called off.")
    assert [d.kind for d in warm] == [DetailKind.WORDING]
    assert [d.kind for d in ahead] == [DetailKind.NEGATION]


@pytest.mark.parametrize("lang", languages("scales"))
def test_a_scale_has_the_same_values_in_every_language(lang: str) -> None:
    own, english = load(f"scales/{lang}"), load("scales/en")
    assert {scale: set(values) for scale, values in own.items()} == {
        scale: set(values) for scale, values in english.items()
    }


def test_the_rules_of_scales_name_scales_and_values_there_are() -> None:
    english, rules = load("scales/en"), load("scales/scales")
    pairs = {pole.pair for poles in opposites.scales("en").values() for pole in poles}
    for table in ("lacking", "qualities"):
        assert set(rules[table]) <= pairs | set(english), table
    for scale, lines in rules["compatible"].items():
        assert {value for line in lines for value in line.split()} <= set(english[scale])


def test_a_short_sentence_without_other_partners_contradicts_the_likelier() -> None:
    short = contradiction.Signs(
        covered=0.6, alike=0.5, lone=True, negations=1, words=6, other_words=8, links=0
    )
    long = replace(short, negations=2, words=25, other_words=9, links=2)
    assert 0 < contradiction.likelihood(long) < contradiction.likelihood(short) < 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("No permit was issued until May.", "A permit was issued in May."),
        ("“There is no plan,” he said.", "“There is a plan,” he said."),
    ],
)
def test_a_negation_for_a_time_and_one_in_a_speech_deny_nothing_here(a: str, b: str) -> None:
    found = relations(compare(negation.KIND, a, b, encoder=default_encoder()))
    assert Relation.CONFLICTS not in found
