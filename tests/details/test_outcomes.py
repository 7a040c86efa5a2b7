"""Opposite outcomes, hedges, sources and places across languages, judged with the encoder."""

from __future__ import annotations

import time

import pytest

from tests.details.textual import compare, extract, relations
from tui.details import attribution, certainty, names, negation
from tui.details.base import Kind
from tui.encode import default_encoder
from tui.model import Relation


def found(kind: Kind, a: str, b: str, langs: str) -> set[Relation]:
    return relations(compare(kind, a, b, langs, encoder=default_encoder()))


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Der Fahrer kam gegen Kaution frei.", "The driver is still behind bars.", "de-en"),
        ("Das Turnier fällt aus.", "The tournament goes ahead.", "de-en"),
        ("El puerto sigue cerrado.", "The port has reopened.", "es-en"),
        ("La sirène ne s'est pas déclenchée.", "The siren went off.", "fr-en"),
        ("Am Unfallort trat kein Gas aus.", "Gas leaked at the scene of the accident.", "de-en"),
        ("No hubo heridos.", "Seven people were injured.", "es-en"),
        ("Der Rat nahm den Haushalt an.", "Der Rat lehnte den Haushalt ab.", "de-de"),
        ("The truce held all week.", "The truce collapsed within a week.", "en-en"),
        ("Nobody asked for a refund.", "Two customers requested a refund.", "en-en"),
    ],
)
def test_opposite_outcomes_conflict_whatever_the_words(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS in found(negation.KIND, a, b, langs)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Der Dieb ist weiter auf der Flucht.", "The thief has not been caught.", "de-en"),
        ("Verletzt wurde niemand.", "There were no injuries.", "de-en"),
        ("Le match n'a pas eu lieu.", "The match was called off.", "fr-en"),
        ("El museo no abrirá el lunes.", "The museum stays shut on Monday.", "es-en"),
        ("Der Sprecher wollte sich nicht äußern.", "The spokesman declined to comment.", "de-en"),
        ("None of the 20 guests was killed.", "All 20 guests survived.", "en-en"),
        ("New homes are not planned in New York.", "No homes are planned in New York.", "en-en"),
    ],
)
def test_one_outcome_told_with_and_without_a_negation_is_no_conflict(
    a: str, b: str, langs: str
) -> None:
    assert Relation.CONFLICTS not in found(negation.KIND, a, b, langs)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Letters may have been opened.", "Letters were opened.", "en-en"),
        ("Der Pilot soll getrunken haben.", "The pilot had been drinking.", "de-en"),
        ("L'incendie serait criminel.", "The fire was arson.", "fr-en"),
    ],
)
def test_a_hedge_facing_a_plain_statement_is_only_there(a: str, b: str, langs: str) -> None:
    assert found(certainty.KIND, a, b, langs) == {Relation.ONLY_A}


def test_a_hedge_facing_what_is_certain_conflicts() -> None:
    a, b = "Vermutlich war es ein Defekt.", "It was undoubtedly a defect."
    assert Relation.CONFLICTS in found(certainty.KIND, a, b, "de-en")


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The alleged thief was seen in town.", "The thief was seen in town.", "en-en"),
        ("The pass is expected to open in May.", "The pass opens in May.", "en-en"),
        ("The firm may sell the yard.", "Die Firma erwägt, die Werft zu verkaufen.", "en-de"),
    ],
)
def test_what_only_hedges_a_noun_or_the_future_is_no_conflict(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS not in found(certainty.KIND, a, b, langs)


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("Das erklärte die Landesregierung.", "de", "die Landesregierung"),
        ("Nach eigenen Angaben zahlt die Firma nichts.", "de", "die Firma"),
        ("Die Zahl stieg nach Polizeiangaben auf zwölf.", "de", "Polizeiangaben"),
        ("Die Behörde bestreitet das.", "de", "Die Behörde"),
        ("El alcalde aseguró que no hay riesgo.", "es", "El alcalde"),
        ("Pour les syndicats, l'offre est trop basse.", "fr", "syndicats"),
        ("Aid groups put the number at 300.", "en", "Aid groups"),
    ],
)
def test_a_source_is_found_wherever_its_verb_stands(text: str, lang: str, source: str) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == [source]


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Der Stau begann auf der A 9.", "The jam began on the A 8.", "de-en"),
        ("Ein Beben traf den Norden Chiles.", "A quake struck southern Chile.", "de-en"),
        ("El avión aterrizó en Granada.", "The plane landed in Bilbao.", "es-en"),
        ("The Swedish pianist Ida Brenk won.", "The Finnish pianist Ida Brenk won.", "en-en"),
    ],
)
def test_places_of_one_part_conflict(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS in found(names.KIND, a, b, langs)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Der Sondergesandte reist nach Wien.", "The Special Envoy travels to Vienna."),
        ("Der Konzern Omikron schließt.", "Omicron is closing."),
    ],
)
def test_a_name_spelled_as_another_language_does_is_no_conflict(a: str, b: str) -> None:
    assert Relation.CONFLICTS not in found(names.KIND, a, b, "de-en")


@pytest.mark.parametrize("kind", [names.KIND, attribution.KIND, certainty.KIND, negation.KIND])
def test_comparing_a_sentence_without_end_takes_bounded_time(kind: Kind) -> None:
    unit = "The mayor did not open the hall of Anna Berg, police said, and it may not rise. "

    def cost(times: int) -> float:
        text = unit * times
        began = time.process_time()
        compare(kind, text, text.replace("not ", "").replace("Anna", "Hanna"))
        return time.process_time() - began

    cost(2)
    assert cost(6_000) <= 12 * max(cost(75), 0.05)


@pytest.mark.parametrize(
    ("a", "b", "lang"),
    [
        ("The cyclist is in mortal danger.", "The cyclist is out of danger.", "en"),
        ("Der Radfahrer schwebt in Lebensgefahr.", "Der Radfahrer ist außer Lebensgefahr.", "de"),
        ("Los billetes serán reembolsados.", "Los billetes se quedan sin reembolso.", "es"),
        ("La mairie étudie un autre site.", "La mairie renonce à un autre site.", "fr"),
    ],
)
def test_outcomes_told_by_whole_phrases_conflict(a: str, b: str, lang: str) -> None:
    assert found(negation.KIND, a, b, f"{lang}-{lang}") == {Relation.CONFLICTS}


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Die Fähre legte pünktlich an.", "The ferry docked half an hour late.", "de-en"),
        ("El aviso llegó a tiempo.", "The warning came too late.", "es-en"),
        ("Der Turm ist einsturzgefährdet.", "The tower is safe.", "de-en"),
        ("Le patron fera appel.", "The boss will accept the verdict.", "fr-en"),
        ("Les Verts exigent un référendum.", "The Greens do not want a referendum.", "fr-en"),
        ("Das Land fördert die Buslinie nicht.", "The state subsidises the bus line.", "de-en"),
        ("The goalkeeper will retire in June.", "The goalkeeper will play on in June.", "en-en"),
    ],
)
def test_plans_demands_and_aid_that_exclude_each_other_conflict(a: str, b: str, langs: str) -> None:
    assert found(negation.KIND, a, b, langs) == {Relation.CONFLICTS}


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Les Verts ne veulent pas de référendum.", "The Greens do not want a vote.", "fr-en"),
        ("The ferry docked late.", "Die Fähre kam mit Verspätung an.", "en-de"),
        ("Der Verurteilte legt Berufung ein.", "The convict will not accept the verdict.", "de-en"),
    ],
)
def test_plans_and_demands_told_otherwise_do_not_conflict(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS not in found(negation.KIND, a, b, langs)
