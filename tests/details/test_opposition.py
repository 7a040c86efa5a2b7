"""Opposites of linked sentences, and how likely they are said of one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.details.textual import compare, relations
from tui.details import negation
from tui.details.base import ArticleContext
from tui.details.marks import Mark, mark
from tui.details.opposition import Signs, likelihood, opposed_poles, signs
from tui.encode import default_encoder
from tui.model import Relation, Side

SPEAK = [
    (
        "Teachers welcomed the new timetable.",
        "The new timetable drew an angry response from teachers.",
        "en-en",
    ),
    (
        "Die Anwohner zeigten sich erleichtert über die Umleitung.",
        "Residents were furious about the diversion.",
        "de-en",
    ),
    (
        "Les pêcheurs se félicitent du nouveau quota.",
        "Los pescadores lamentan la nueva cuota.",
        "fr-es",
    ),
    (
        "The gunman surrendered to officers at dawn.",
        "Officers stormed the flat at dawn and overpowered the gunman.",
        "en-en",
    ),
    ("Die Passagiere blieben gefasst.", "The passengers panicked.", "de-en"),
    ("La audiencia se celebró a puerta cerrada.", "The hearing was held in open court.", "es-en"),
    ("L'autista guidava entro i limiti.", "The driver was speeding.", "it-en"),
    (
        "Le skipper a quitté le quai à pied.",
        "The skipper was taken off the quay on a stretcher.",
        "fr-en",
    ),
    ("De zoektocht is gestaakt.", "The search continues.", "nl-en"),
    (
        "He was given a suspended sentence.",
        "Er muss für drei Jahre ins Gefängnis: drei Jahre Haft lautet das Urteil.",
        "en-de",
    ),
    (
        "The firm's auditors are cooperating with the inquiry.",
        "The auditors have obstructed the inquiry.",
        "en-en",
    ),
    ("Das Opfer wurde zufällig ausgewählt.", "The victim had been targeted.", "de-en"),
    (
        "Turnout was low.",
        "La participation a atteint un niveau record : forte affluence dans tous les bureaux.",
        "en-fr",
    ),
    ("The change takes effect immediately.", "La modifica sarà introdotta gradualmente.", "en-it"),
]
SILENT = [
    ("Teachers welcomed the new timetable.", "The new timetable was praised by teachers.", "en-en"),
    ("Die Anwohner zeigten sich erleichtert.", "Residents expressed relief.", "de-en"),
    (
        "The union welcomed the offer while employers criticised it.",
        "Employers were angry about the offer, which the union welcomed.",
        "en-en",
    ),
    ("Der Täter gab auf.", "The attacker surrendered without a struggle.", "de-en"),
    ("Le conducteur roulait trop vite.", "The driver was speeding.", "fr-en"),
    ("La búsqueda continúa.", "Rescuers are still searching.", "es-en"),
    ("The minister did not welcome the report.", "The minister criticised the report.", "en-en"),
    ("Il voto si è svolto a porte chiuse.", "The vote took place behind closed doors.", "it-en"),
    ("De scheidsrechter werd uitgefloten.", "The referee was booed.", "nl-en"),
    (
        "She was discharged on Friday after three days in hospital.",
        "She spent three days in hospital and went home on Friday.",
        "en-en",
    ),
    ("Die Polizei sucht weiter nach dem Kind.", "The search for the child continues.", "de-en"),
    (
        "The mood was calm and no one complained.",
        "La situación era tranquila y nadie se quejó.",
        "en-es",
    ),
    ("He called the plan a disappointment.", "The plan, he said, was disappointing.", "en-en"),
    ("The road was icy.", "Die Fahrbahn war vereist.", "en-de"),
]

PLAIN = Signs(
    scale=False, phrase=0, turned=False, answered=False, denied=False,
    beside=0.7, rendered=0.3, apart=0.2, one_language=True, words=9, other_words=9, links=0,
)  # fmt: skip


def _marks(text: str) -> list[Mark]:
    found = negation.extract(text, ArticleContext("en"))
    return [mark(Side(0, detail), text, "en") for detail in found]


@pytest.mark.parametrize(("a", "b", "langs"), SPEAK)
def test_opposites_in_linked_sentences_are_said_of_one_thing(a: str, b: str, langs: str) -> None:
    found = relations(compare(negation.KIND, a, b, langs, encoder=default_encoder()))
    assert Relation.CONFLICTS in found


@pytest.mark.parametrize(("a", "b", "langs"), SILENT)
def test_what_is_told_alike_or_of_several_is_no_conflict(a: str, b: str, langs: str) -> None:
    found = relations(compare(negation.KIND, a, b, langs, encoder=default_encoder()))
    assert Relation.CONFLICTS not in found


@pytest.mark.parametrize(
    "doubtful",
    [
        replace(PLAIN, links=3),
        replace(PLAIN, answered=True),
        replace(PLAIN, denied=True),
        replace(PLAIN, turned=True),
        replace(PLAIN, beside=0.2),
        replace(PLAIN, rendered=0.9),
        replace(PLAIN, apart=0.8),
        replace(PLAIN, words=40, other_words=40),
    ],
)
def test_each_sign_of_another_matter_makes_a_conflict_less_likely(doubtful: Signs) -> None:
    assert 0 < likelihood(doubtful) < likelihood(PLAIN) < 1


def test_the_signs_say_what_stands_in_the_two_sentences() -> None:
    one = _marks("The bridge is closed, the tunnel open.")
    other = _marks("The bridge has reopened.")
    x, y = next(iter(opposed_poles(one, other, {(0, 0)}).values()))[0]
    found = signs(x, y, (one, other), {(0, 0), (0, 1)}, None)
    told = found.answered, found.links, found.words, found.other_words
    assert told == (True, 1, 4, 7)


def test_the_signs_are_the_same_from_either_side() -> None:
    one = _marks("The bridge is closed to lorries, the tunnel open.")
    other = _marks("The bridge has reopened.")
    x, y = next(iter(opposed_poles(one, other, {(0, 0)}).values()))[0]
    links = {(0, 0)}
    assert signs(x, y, (one, other), links, None) == signs(y, x, (other, one), links, None)


def test_a_word_that_both_sentences_have_is_no_opposite_of_itself() -> None:
    one, other = _marks("The shop will open."), _marks("The shop will not open.")
    assert opposed_poles(one, other, {(0, 0)}) == {}
