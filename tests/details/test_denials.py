"""What is not done, or lacking, without a "not": as much a denial, and a rendering of one."""

from __future__ import annotations

import pytest

from tests.details.textual import compare, relations
from tui.details import negation
from tui.details.base import ArticleContext
from tui.details.text_values import Polarity
from tui.encode import default_encoder
from tui.model import Relation

SPEAK = [
    (
        "The council has yet to publish the audit.",
        "The council published the audit on Monday.",
        "en-en",
    ),
    (
        "The plant was built without an environmental study.",
        "An environmental study preceded the building of the plant.",
        "en-en",
    ),
    (
        "Die Firma versäumte es, die Behörde zu informieren.",
        "The company informed the authority.",
        "de-en",
    ),
    (
        "Der Trainer verzichtete auf einen Torwartwechsel.",
        "Der Trainer nahm einen Torwartwechsel vor.",
        "de-de",
    ),
    ("Le ministère a renoncé à publier le rapport.", "The ministry published the report.", "fr-en"),
    ("Il est parti sans signer le contrat.", "He signed the contract before leaving.", "fr-en"),
    ("La empresa dejó de pagar las facturas.", "The company paid its bills.", "es-en"),
    ("El juez se abstuvo de interrogar al testigo.", "The judge questioned the witness.", "es-en"),
    ("La giunta ha rinunciato a vendere il palazzo.", "The council sold the palace.", "it-en"),
    ("Il treno è partito senza passeggeri.", "The train left with passengers on board.", "it-en"),
    ("Het schip voer zonder loods.", "The ship had a pilot on board.", "nl-en"),
]
SILENT = [
    (
        "Earlier boards had confined themselves to paying the pilots' fuel and charts, without "
        "directly taking part in salvage operations.",
        "The old boards paid for fuel and charts, but the new plan suggests more direct "
        "involvement in salvage operations.",
        "en-en",
    ),
    ("The council has yet to publish the audit.", "The audit has not been published.", "en-en"),
    (
        "The plant was built without an environmental study.",
        "No environmental study was made for the plant.",
        "en-en",
    ),
    (
        "Die Firma versäumte es, die Behörde zu informieren.",
        "The company did not inform the authority.",
        "de-en",
    ),
    ("Der Trainer verzichtete auf einen Wechsel.", "Der Trainer wechselte nicht.", "de-de"),
    (
        "Le ministère a renoncé à publier le rapport.",
        "The ministry decided against publishing the report.",
        "fr-en",
    ),
    ("Il est parti sans signer le contrat.", "He did not sign the contract.", "fr-en"),
    ("La empresa dejó de pagar las facturas.", "The company stopped paying its bills.", "es-en"),
    (
        "El juez se abstuvo de interrogar al testigo.",
        "The judge did not question the witness.",
        "es-en",
    ),
    ("La giunta ha rinunciato a vendere il palazzo.", "The palace will not be sold.", "it-en"),
    (
        "De gemeente naliet de bewoners te waarschuwen.",
        "The municipality failed to warn the residents.",
        "nl-en",
    ),
    ("Het schip voer zonder loods.", "There was no pilot on the ship.", "nl-en"),
    ("The match ended without goals.", "The match ended in a goalless draw.", "en-en"),
    ("The senate has yet to approve the plan.", "The plan still has to be approved.", "en-en"),
    ("La loi doit encore être votée par le Sénat.", "The Senate has not passed the law.", "fr-en"),
    ("Der Minister wollte den Bericht nicht kommentieren.", "He declined to comment.", "de-en"),
    ("Personne n'a été blessé.", "Everyone escaped unharmed.", "fr-en"),
    (
        "Am Morgen sind am Flughafen sämtliche Starts ausgefallen.",
        "Am Morgen hob am Flughafen kein einziges Flugzeug ab.",
        "de-de",
    ),
    ("Without the grant the museum would have closed.", "The grant saved the museum.", "en-en"),
    ("Der Zug fuhr ohne Halt nach Köln.", "The train went to Cologne non-stop.", "de-en"),
]


MEET = [
    ("The ford will reopen on Friday.", "The ford will stay closed until Friday.", "en-en"),
    ("Das Freibad bleibt bis Juni geschlossen.", "The pool will reopen in June.", "de-en"),
    ("La piscina resta chiusa fino a giugno.", "The pool will reopen in June.", "it-en"),
    ("Le tunnel rouvrira jeudi.", "Der Tunnel bleibt bis Donnerstag gesperrt.", "fr-de"),
    ("The rule takes effect in March.", "The rule will not take effect before March.", "en-en"),
    ("The archive is open daily except Sundays.", "The archive is closed on Sundays.", "en-en"),
]
PARTS = [
    ("The pump failed in one in five homes.", "The pump worked in 80 percent of homes.", "en-en"),
    ("Les deux tiers des élèves ont réussi.", "A third of the pupils failed.", "fr-en"),
    ("Un cuarto no votó.", "Drei Viertel stimmten ab.", "es-de"),
]


@pytest.mark.parametrize(("a", "b", "langs"), MEET)
def test_what_lasts_until_a_time_agrees_with_what_begins_then(a: str, b: str, langs: str) -> None:
    found = relations(compare(negation.KIND, a, b, langs, encoder=default_encoder()))
    assert Relation.CONFLICTS not in found


def test_before_and_after_one_day_are_opposites_of_which_neither_bounds_the_other() -> None:
    a, b = "The pier closed shortly before Monday.", "The pier closed shortly after Monday."
    found = relations(compare(negation.KIND, a, b, "en-en", encoder=default_encoder()))
    assert Relation.CONFLICTS in found


def test_what_has_reopened_conflicts_with_what_is_closed_until_a_time() -> None:
    a, b = "The ford has reopened.", "The ford will stay closed until Friday."
    found = relations(compare(negation.KIND, a, b, "en-en", encoder=default_encoder()))
    assert Relation.CONFLICTS in found


@pytest.mark.parametrize(("a", "b", "langs"), PARTS)
def test_what_one_part_did_and_the_rest_did_not_is_no_conflict(a: str, b: str, langs: str) -> None:
    found = relations(compare(negation.KIND, a, b, langs, encoder=default_encoder()))
    assert Relation.CONFLICTS not in found


def test_one_share_of_which_both_opposites_are_told_is_a_conflict() -> None:
    a, b = "The pump failed in one in five homes.", "The pump worked in one in five homes."
    found = relations(compare(negation.KIND, a, b, "en-en", encoder=default_encoder()))
    assert Relation.CONFLICTS in found


@pytest.mark.parametrize(("a", "b", "langs"), SPEAK)
def test_what_is_lacking_or_undone_conflicts_with_its_being_so(a: str, b: str, langs: str) -> None:
    found = relations(compare(negation.KIND, a, b, langs, encoder=default_encoder()))
    assert Relation.CONFLICTS in found


@pytest.mark.parametrize(("a", "b", "langs"), SILENT)
def test_a_denial_in_other_words_is_no_conflict(a: str, b: str, langs: str) -> None:
    found = relations(compare(negation.KIND, a, b, langs, encoder=default_encoder()))
    assert Relation.CONFLICTS not in found


@pytest.mark.parametrize(
    ("text", "lang", "cue"),
    [
        ("The minister refused to resign.", "en", "refused to"),
        ("Der Zug fuhr ohne Halt.", "de", "ohne"),
        ("Elle a renoncé à son poste.", "fr", "a renoncé à"),
        ("Dejó de fumar.", "es", "Dejó de"),
        ("Entrò senza biglietto.", "it", "senza"),
        ("Hij vertrok zonder paspoort.", "nl", "zonder"),
    ],
)
def test_every_language_has_words_that_deny_as_not_does(text: str, lang: str, cue: str) -> None:
    found = negation.extract(text, ArticleContext(lang))
    undone = [d.text for d in found if isinstance(d.value, Polarity) and d.value.undone]
    assert undone == [cue]
