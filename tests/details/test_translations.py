"""A faithful translation contradicts nothing, whatever it negates with."""

from __future__ import annotations

import pytest

from tests.details.textual import compare, relations
from tui.details import negation
from tui.details.quotations import KIND as QUOTATIONS
from tui.encode import default_encoder
from tui.model import Relation

SAME = [
    (
        "Die Klage wurde am Dienstag eingereicht, wenige Stunden nachdem der Sender zusagte.",
        "The suit was filed on Tuesday, a few hours after the channel agreed.",
    ),
    (
        "Die Fähre soll nach einem langen Streit zwei neue Motoren erhalten.",
        "The owners agreed to give the ferry two new engines after a long row.",
    ),
    (
        "Es ist nicht die Rede davon, dass die Regatta abgesagt wird.",
        "There is no suggestion that the regatta will be cancelled, and training is to go ahead.",
    ),
    (
        "Die Werkstatt kommt mit der Prüfung neuer Motoren kaum noch nach.",
        "The workshop can hardly deal with the new engines.",
    ),
    (
        "Der Torwart verhinderte mit zwei Paraden Schlimmeres.",
        "The goalkeeper prevented something worse with two saves.",
    ),
    (
        "Der Vorschlag der Werft ist nun vom Tisch, sagte die Reederei.",
        "The shipyard's proposal is no longer on the table, said the shipping line.",
    ),
    (
        "Das Buch ist ohne jedes historische Interesse, schrieb die Kritikerin.",
        "The book is void of any historical interest, the critic wrote.",
    ),
    (
        "Es dauerte nicht lange, bis der Hafen überflutet war.",
        "It did not take long for the harbour to be flooded.",
    ),
    (
        "Innerhalb von nicht einmal drei Wochen sanken zwei Kutter.",
        "Within not even three weeks two cutters sank.",
    ),
    (
        "Keine Lehrer, keine Nachbarn, niemand sah die Kinder.",
        "No teachers, no neighbours, no nothing saw the children.",
    ),
]
SPEECHES = [
    (
        "„Zum ersten Mal habe ich noch keine Karten, ich muss bald anfangen“, sagte sie.",
        "“For the first time I still have no tickets, I must start soon,” she said.",
    ),
    (
        "Es sei Zeit, „nicht mehr naiv“ zu sein, sagte der Trainer.",
        "It was time to “stop being naive”, the coach said.",
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_a_faithful_translation_denies_nothing_of_the_original(a: str, b: str) -> None:
    found = relations(compare(negation.KIND, a, b, "de-en", encoder=default_encoder()))
    assert Relation.CONFLICTS not in found


@pytest.mark.parametrize(("a", "b"), SPEECHES)
def test_a_speech_translated_faithfully_is_not_turned(a: str, b: str) -> None:
    found = relations(compare(QUOTATIONS, a, b, "de-en", encoder=default_encoder()))
    assert Relation.CONFLICTS not in found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Der Hafen bleibt offen.", "The port is not open."),
        ("Der Minister bestätigte den Bericht.", "The minister did not confirm the report."),
        ("Die Firma prüfte die Boote.", "The firm did not inspect the boats."),
    ],
)
def test_a_negation_of_one_side_only_is_still_a_conflict(a: str, b: str) -> None:
    found = relations(compare(negation.KIND, a, b, "de-en", encoder=default_encoder()))
    assert Relation.CONFLICTS in found
