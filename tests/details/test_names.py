"""Persons, organisations and places: what is a name, and which names are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.details.textual import compare, extract, relations, texts
from tui.details.aliases import collect
from tui.details.names import KIND
from tui.details.text_values import Name
from tui.model import DetailKind, Relation


def sure(text: str, lang: str = "en") -> dict[str, DetailKind]:
    return {
        d.text: d.kind
        for d in extract(KIND, text, lang)
        if isinstance(d.value, Name) and d.value.evidence >= 0.5
    }


def test_a_title_before_a_name_makes_it_a_person() -> None:
    found = sure("Foreign minister Odalys Brenk met Dr. Tarrow in Vienna.")
    assert found == {
        "Odalys Brenk": DetailKind.PERSON,
        "Tarrow": DetailKind.PERSON,
        "Vienna": DetailKind.PLACE,
    }


def test_an_ordinary_word_that_opens_a_sentence_is_no_name() -> None:
    assert sure("Police closed the road. Yesterday it rained.") == {}


def test_german_nouns_are_no_names() -> None:
    assert sure("Die Regierung erhöht im Herbst die Steuern auf Strom.", "de") == {}


def test_german_places_are_found_through_their_genitive() -> None:
    assert sure("Die Hauptstadt Portugals liegt am Meer.", "de") == {"Portugals": DetailKind.PLACE}


def test_a_place_within_a_german_compound_counts() -> None:
    details = extract(KIND, "Der UN-Gesandte traf den US-Präsidenten.", "de")
    assert [d.text for d in details] == ["UN", "US"]


def test_an_organisation_keeps_its_joints_and_two_persons_do_not() -> None:
    assert "University of Kessel" in sure("The University of Kessel was closed.")
    assert {"Brenk", "Tarrow"} <= set(sure("They saw that Brenk and Tarrow had left."))


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("He flew to Mexico.", "Er flog nach Mexiko.", "en-de"),
        ("French troops left.", "Truppen Frankreichs zogen ab.", "en-de"),
        ("Les troupes allemandes sont parties.", "German troops left.", "fr-en"),
        ("He met Vladimir Orsov.", "Er traf Wladimir Orsow.", "en-de"),
        ("The minister met Jürgen Möller.", "The minister met Juergen Moeller.", "en-en"),
        ("The NATO summit ended.", "Le sommet de l'OTAN est terminé.", "en-fr"),
        ("It was praised by Odalys Brenk.", "It was praised by Brenk.", "en-en"),
    ],
)
def test_one_name_in_two_spellings_agrees(a: str, b: str, langs: str) -> None:
    found = compare(KIND, a, b, langs)
    assert relations(found) == {Relation.AGREES}


@pytest.mark.parametrize(
    ("a", "b", "pair", "langs"),
    [
        ("He was born in Hamburg.", "Er wurde in Bremen geboren.", ("Hamburg", "Bremen"), "en-de"),
        (
            "Mayor Anna Brenk opened the bridge.",
            "Mayor Anna Brenz opened the bridge.",
            ("Anna Brenk", "Anna Brenz"),
            "en-en",
        ),
        (
            "Minister Tobias Müller trat zurück.",
            "Minister Tobias Miller resigned.",
            ("Tobias Müller", "Tobias Miller"),
            "de-en",
        ),
        (
            "The plan was drafted by Odalys Brenk.",
            "The plan was drafted by Imre Brenk.",
            ("Odalys Brenk", "Imre Brenk"),
            "en-en",
        ),
    ],
)
def test_another_name_in_the_same_role_conflicts(
    a: str, b: str, pair: tuple[str, str], langs: str
) -> None:
    assert texts(compare(KIND, a, b, langs), Relation.CONFLICTS) == [pair]


def test_a_city_and_its_country_are_vaguer_not_contrary() -> None:
    found = compare(KIND, "They met in Munich.", "They met in Germany.")
    assert [(d.relation, d.note) for d in found] == [(Relation.IMPRECISE, "B is vaguer")]


def test_different_titles_are_different_roles() -> None:
    found = compare(
        KIND, "Mayor Odalys Brenk spoke first.", "Then the lawyer Imre Tarrow answered."
    )
    assert Relation.CONFLICTS not in relations(found)


def test_names_one_side_lacks_are_only_there() -> None:
    found = compare(KIND, "Odalys Brenk spoke in Oslo.", "She spoke in Oslo.")
    assert texts(found, Relation.ONLY_A) == [("Odalys Brenk", "")]


def test_an_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    aliases = collect(["The Joint Rescue Command (JRC) flew out.", "JRC said no more."], "en")
    assert aliases["JRC"] == "Joint Rescue Command"


def test_a_surname_stands_for_the_full_name_unless_two_bear_it() -> None:
    assert collect(["Laura Brenk spoke.", "Brenk left."], "en")["Brenk"] == "Laura Brenk"
    assert "Brenk" not in collect(["Laura Brenk met Peter Brenk."], "en")


@given(st.text(), st.sampled_from(["en", "de", "fr", "zh", "xx"]))
def test_no_text_makes_extraction_fail_and_spans_are_exact(text: str, lang: str) -> None:
    details = extract(KIND, text, lang)
    assert all(text[d.start : d.end] == d.text for d in details)


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_the_other_way_round_gives_the_same_turned(a: str, b: str) -> None:
    there = {(d.kind, d.relation, d.a, d.b) for d in compare(KIND, a, b)}
    back = {(d.kind, d.relation.transposed, d.b, d.a) for d in compare(KIND, b, a)}
    assert there == back
