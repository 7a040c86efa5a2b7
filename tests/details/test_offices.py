"""Offices of persons, ministries, and what stands in the place of a name."""

from __future__ import annotations

import pytest

from tests.details.textual import compare, extract, relations, texts
from tui.data import load
from tui.details.aliases import collect
from tui.details.names import KIND
from tui.details.offices import exclude
from tui.details.sorts import bodies, ministries, sorts
from tui.model import Relation

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sorts_and_portfolios_have_the_english_names(lang: str) -> None:
    own, english = load(f"sorts/{lang}"), load("sorts/en")
    for table in ("organisation", "place", "people", "office", "portfolio"):
        assert set(own[table]) <= set(english[table]), table


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_names_its_ministries_and_world_bodies(lang: str) -> None:
    codes = {code for _, code in ministries(lang)}
    assert {"ministry/interior", "ministry/defence", "ministry/finance"} <= codes
    assert "UNICEF" in {code for _, code in bodies(lang)} or lang in {"nl", "pt"}


def test_a_language_without_sorts_has_none() -> None:
    assert sorts("xx").of_word("hospital") == frozenset()


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Das Innenministerium bestätigte es.", "The Interior Ministry confirmed it.", "de-en"),
        ("Le ministère de la Santé dément.", "El Ministerio de Sanidad lo niega.", "fr-es"),
        ("The defence ministry denied it.", "The Ministry of Defence denied it.", "en-en"),
        ("Das Auswärtige Amt schwieg.", "The Foreign Ministry was silent.", "de-en"),
        ("Ärzte ohne Grenzen hilft.", "Doctors Without Borders is helping.", "de-en"),
    ],
)
def test_one_body_in_two_languages_agrees(a: str, b: str, langs: str) -> None:
    assert relations(compare(KIND, a, b, langs)) == {Relation.AGREES}


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Das Innenministerium bestätigte es.", "The Defence Ministry confirmed it.", "de-en"),
        (
            "Le ministère de la Culture a annoncé une aide.",
            "Une aide a été annoncée par le ministère de l'Économie.",
            "fr-fr",
        ),
        ("The Supreme Court rejected the appeal.", "The High Court rejected the appeal.", "en-en"),
        ("Le Sénat a adopté le texte.", "The National Assembly adopted the text.", "fr-en"),
    ],
)
def test_two_bodies_of_one_class_conflict(a: str, b: str, langs: str) -> None:
    assert relations(compare(KIND, a, b, langs)) == {Relation.CONFLICTS}


@pytest.mark.parametrize(
    ("a", "b", "langs", "pair"),
    [
        (
            "Finance Minister Odalys Brenk spoke.",
            "Odalys Brenk, the economy minister, spoke.",
            "en-en",
            ("Finance Minister", "economy minister"),
        ),
        (
            "Finanzminister Karl Tarrow sprach.",
            "Le ministre de l'Intérieur, Karl Tarrow, a parlé.",
            "de-fr",
            ("Finanzminister", "ministre de l'Intérieur"),
        ),
        (
            "The mayor, Anna Brenk, apologised.",
            "Anna Brenk, the deputy mayor, apologised.",
            "en-en",
            ("mayor", "deputy mayor"),
        ),
        (
            "La presidenta Carmen Brenk viajó.",
            "La vicepresidenta Carmen Brenk viajó.",
            "es-es",
            ("presidenta", "vicepresidenta"),
        ),
    ],
)
def test_one_person_in_two_offices_that_exclude_each_other_conflicts(
    a: str, b: str, langs: str, pair: tuple[str, str]
) -> None:
    found = compare(KIND, a, b, langs)
    assert texts(found, Relation.CONFLICTS) == [pair]
    assert len(texts(found, Relation.AGREES)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("minister", "minister/finance"), ("mayor", "mayor"), ("director", "professor")],
)
def test_offices_that_one_person_may_hold_do_not_exclude_each_other(one: str, other: str) -> None:
    assert not exclude(one, other)


@pytest.mark.parametrize(
    ("a", "b", "langs", "pair"),
    [
        ("Mayor Anna Brenk was late.", "The mayor was late.", "en-en", ("Anna Brenk", "mayor")),
        (
            "Verkehrsdezernent Lars Hinz schwieg.",
            "Der Verkehrsdezernent schwieg.",
            "de-de",
            ("Lars Hinz", "Verkehrsdezernent"),
        ),
        (
            "Anna Brenk, 34, was hurt.",
            "A 34-year-old woman was hurt.",
            "en-en",
            ("Anna Brenk", "34-year-old woman"),
        ),
        (
            "Mario Lenz (52) wurde verletzt.",
            "Ein 52-Jähriger wurde verletzt.",
            "de-de",
            ("Mario Lenz", "52-Jähriger"),
        ),
        (
            "She was taken to St Agnes Hospital.",
            "She was taken to hospital.",
            "en-en",
            ("St Agnes Hospital", "hospital"),
        ),
        ("Er fiel in die Donau.", "He fell into a river.", "de-en", ("Donau", "river")),
        (
            "The charity Open Hands sent food.",
            "A charity sent food.",
            "en-en",
            ("Open Hands", "charity"),
        ),
    ],
)
def test_a_name_and_a_description_of_its_bearer_are_less_exact(
    a: str, b: str, langs: str, pair: tuple[str, str]
) -> None:
    assert texts(compare(KIND, a, b, langs), Relation.IMPRECISE) == [pair]


def test_a_description_of_another_name_describes_nobody_else() -> None:
    found = compare(KIND, "Mayor Anna Brenk was late.", "Mayor Imre Tarrow was late.")
    assert Relation.IMPRECISE not in relations(found)


def test_two_given_names_that_differ_in_an_ending_are_two() -> None:
    found = compare(KIND, "The judge is Helen Brenk.", "The judge is Helena Brenk.")
    assert texts(found, Relation.CONFLICTS) == [("Helen Brenk", "Helena Brenk")]


@pytest.mark.parametrize(
    ("a", "b"), [("Bob", "Robert"), ("Kate", "Katherine"), ("Alex", "Alexander")]
)
def test_a_short_form_of_a_given_name_is_the_same_name(a: str, b: str) -> None:
    found = compare(KIND, f"The judge is {a} Brenk.", f"The judge is {b} Brenk.")
    assert relations(found) == {Relation.AGREES}


def test_two_surnames_the_article_knows_are_two_names_side_by_side() -> None:
    sentences = ["Ada Brenk und Anna Tarrow kamen.", "Er sagte, dass Brenk Tarrows Plan kennt."]
    found = extract(KIND, sentences[1], "de", aliases=collect(sentences, "de"))
    assert {"Brenk", "Tarrows"} <= {detail.text for detail in found}


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        (
            "Dr Leila Ansari, the trust's medical director, opened the ward.",
            "The ward was opened by Leila Ansari, the hospital's chief nurse.",
            "en-en",
        ),
        (
            "Die Doktorandin Jana Wolff fand das Signal.",
            "Jana Wolff, a postdoctoral researcher, found the signal.",
            "de-en",
        ),
        (
            "Colonel Peter Haas led the rescue.",
            "The rescue was led by Sergeant Peter Haas.",
            "en-en",
        ),
        (
            "L'infirmière Claire Dumas a donné l'alerte.",
            "The alarm was raised by Claire Dumas, a teacher.",
            "fr-en",
        ),
        ("El portero Iván Ruiz pidió perdón.", "Iván Ruiz, the striker, apologised.", "es-en"),
        (
            "Der Klempner Rolf Mertens fand das Bild.",
            "Gefunden hat das Bild Rolf Mertens, ein Elektriker.",
            "de-de",
        ),
        (
            "Il vescovo Carlo Neri ha celebrato la messa.",
            "Archbishop Carlo Neri celebrated the mass.",
            "it-en",
        ),
        (
            "Burgemeester Anke de Wit sprak de menigte toe.",
            "The crowd was addressed by deputy mayor Anke de Wit.",
            "nl-en",
        ),
        (
            "Finance director Tom Reeve resigned.",
            "Tom Reeve, the marketing director, has resigned.",
            "en-en",
        ),
        (
            "Le photographe Luc Arnaud a été blessé.",
            "Luc Arnaud, rédacteur en chef du journal, a été blessé.",
            "fr-fr",
        ),
        (
            "Bürgermeister Udo Brandt lehnte ab.",
            "Udo Brandt, the council's spokesman, refused.",
            "de-en",
        ),
        (
            "La directora médica Elena Soto dimitió.",
            "Dimitió Elena Soto, directora de enfermería.",
            "es-es",
        ),
    ],
)
def test_a_person_does_not_hold_two_offices_that_exclude_each_other(
    a: str, b: str, langs: str
) -> None:
    assert Relation.CONFLICTS in relations(compare(KIND, a, b, langs))


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Former mayor Deirdre Holm spoke.", "Deirdre Holm, the governor, spoke.", "en-en"),
        (
            "Professorin Jana Wolff leitet die Gruppe.",
            "Jana Wolff, a researcher, leads the group.",
            "de-en",
        ),
        (
            "Chief executive Tom Reeve resigned.",
            "Tom Reeve, the company's boss, resigned.",
            "en-en",
        ),
        ("Le chirurgien Paul Denis a opéré.", "Dr Paul Denis, a surgeon, operated.", "fr-en"),
        ("La alcaldesa Rosa Vidal habló.", "Rosa Vidal, the mayor, spoke.", "es-en"),
        (
            "Der Lehrer Rolf Mertens siegte.",
            "Rolf Mertens, ein Vater von drei Kindern, siegte.",
            "de-de",
        ),
        (
            "Bishop Mark Lane led the prayers.",
            "Mark Lane, a friend of the archbishop, led the prayers.",
            "en-en",
        ),
        ("Il portiere Dario Foa ha parato.", "Goalkeeper Dario Foa saved it.", "it-en"),
        ("Hoogleraar Piet Smit waarschuwt.", "Professor Piet Smit warns.", "nl-en"),
        (
            "Colonel Peter Haas led the rescue.",
            "Peter Haas, the mission's commander, led the rescue.",
            "en-en",
        ),
        (
            "Der frühere Trainer Jens Olk kommt zurück.",
            "Jens Olk, the new sporting director, returns.",
            "de-en",
        ),
        ("Le docteur Anne Roy a témoigné.", "Anne Roy, médecin urgentiste, a témoigné.", "fr-fr"),
    ],
)
def test_offices_of_one_person_that_go_together_do_not_conflict(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b, langs))


def test_two_origins_of_one_company_conflict() -> None:
    found = compare(
        KIND, "The Swiss group Agrino is pleased.", "Agrino, the German firm, is pleased."
    )
    assert texts(found, Relation.CONFLICTS) == [("Swiss", "German")]
