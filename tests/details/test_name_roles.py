"""Tests of how two different names are judged, by their signs and in sentences."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from tests.details.textual import relations
from tui.data import load
from tui.details import compare_sentences
from tui.details.name_signs import MODEL, NameSigns, likelihood
from tui.encode import default_encoder
from tui.model import Relation

LONELY = NameSigns(
    alone=1.0,
    given=False,
    one_kind=True,
    evidence=0.85,
    context=0.6,
    likeness=0.1,
    one_role=False,
    coded=False,
    other_towns=False,
    governed=False,
    links=0,
)


def test_every_sign_has_a_weight_in_its_order() -> None:
    assert list(load(MODEL)["weights"]) == [sign.name for sign in fields(NameSigns)]


def test_names_both_reports_know_and_names_with_rivals_are_less_likely_to_answer_each_other() -> (
    None
):
    assert likelihood(LONELY) > 0.5
    assert likelihood(replace(LONELY, given=True)) < likelihood(LONELY)
    assert likelihood(replace(LONELY, alone=0.5)) < likelihood(LONELY)
    assert likelihood(replace(LONELY, links=4)) < likelihood(LONELY)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        (
            "The bakery's founder, Lotte Hagen, will step down in spring.",
            "In spring the woman who founded the bakery, Mirjam Quist, is to go.",
            "en-en",
        ),
        ("Le chantier a été confié à Bâtirel.", "The job went to Construvia.", "fr-en"),
        (
            "The contract was awarded to Hollins Freight.",
            "Marchbank Haulage won the contract.",
            "en-en",
        ),
        (
            "Neuer Trainer wird Jannis Kolb, wie der Verein mitteilte.",
            "Der Verein holt Sebastian Ruhl als Trainer.",
            "de-de",
        ),
        (
            "De brug over de Vecht blijft dicht.",
            "The bridge over the Regge remains closed.",
            "nl-en",
        ),
        (
            "Le navire faisait route vers Le Havre quand le feu a pris.",
            "Le feu s'est déclaré alors que le bateau se dirigeait vers Dunkerque.",
            "fr-fr",
        ),
    ],
)
def test_the_one_name_of_a_statement_told_in_other_words_conflicts_with_another(
    a: str, b: str, langs: str
) -> None:
    lang_a, lang_b = langs.split("-")
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b)
    assert Relation.CONFLICTS in relations(found)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        (
            "Sgt Amy Rowe said the road would stay closed.",
            "The road remains shut between Hatton and Ley, police said.",
            "en-en",
        ),
        (
            "Fire crews from Lorca put out the blaze.",
            "The blaze was out by noon, said police in Murcia.",
            "en-en",
        ),
        (
            "Jannis Kolb übernimmt den Verein im Sommer.",
            "Mit dem neuen Trainer soll der Aufstieg gelingen, sagte Präsident Volker Ahrens.",
            "de-de",
        ),
        (
            "De burgemeester van Zwolle opende de brug.",
            "The new bridge over the IJssel was opened with music.",
            "nl-en",
        ),
        (
            "Bâtirel emploie 40 personnes à Quimper.",
            "Forty people work for the builder, according to the Chamber of Commerce.",
            "fr-en",
        ),
    ],
)
def test_names_of_two_parts_of_a_statement_do_not_conflict(a: str, b: str, langs: str) -> None:
    lang_a, lang_b = langs.split("-")
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b)
    assert Relation.CONFLICTS not in relations(found)


def test_titles_of_works_may_be_translations_of_each_other() -> None:
    found = compare_sentences(
        "Parmi les œuvres volées figure « La Moisson », un paysage peint par Eugène Carlier.",
        'The best known is "The Harvest", a landscape by Eugène Carlier.',
        lang_a="fr",
        lang_b="en",
        encoder=default_encoder(),
    )
    assert Relation.CONFLICTS not in {d.relation for d in found}
