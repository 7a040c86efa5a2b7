"""Towns, landscapes and regions: which lies in which, and what one report says less exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.details.textual import compare, relations, texts
from tui.data import read_lines
from tui.details.gazetteer import Town, towns
from tui.details.geography import inner, landscape, regions
from tui.details.names import KIND
from tui.details.text_values import Name
from tui.encode import default_encoder
from tui.model import DetailKind, Relation


def name(full: str, key: str = "") -> Name:
    return Name(key or full.casefold(), full)


def test_a_town_is_known_by_its_name_abroad() -> None:
    assert Town("CH-GE", "geneva") in towns("genf") & towns("ginebra")


@pytest.mark.parametrize(
    ("one", "other"),
    [("namen", "namur"), ("doornik", "tournai"), ("oppeln", "opole"), ("la haye", "den haag")],
)
def test_towns_of_middling_size_have_their_names_abroad_too(one: str, other: str) -> None:
    assert towns(one) & towns(other)


def test_the_towns_are_sorted_as_the_search_needs_them() -> None:
    lines = read_lines("places/cities.txt")
    assert list(lines) == sorted(lines)


@given(st.text(max_size=20))
def test_a_name_is_a_town_only_if_it_is_a_whole_line(text: str) -> None:
    assert bool(towns(text)) == any(
        line.startswith(f"{text}\t") for line in read_lines("places/cities.txt")
    )


def test_a_town_lies_in_its_region_its_country_and_its_continent() -> None:
    assert regions(name("Augsburg")) >= {"DE-BY", "DE", "155", "150"}


@pytest.mark.parametrize(
    ("a", "b", "langs", "expected"),
    [
        (
            "Das Feuer brach in Süditalien aus.",
            "A fire broke out in Crotone.",
            "de-en",
            "imprecise",
        ),
        ("Das Feuer brach in Norditalien aus.", "A fire hit southern Italy.", "de-en", "conflicts"),
        ("De brand was in Noord-Frankrijk.", "The fire was in France.", "nl-en", "agrees"),
        ("Es brannte in Nordkorea.", "A fire broke out in South Korea.", "de-en", "conflicts"),
        ("Es brannte in einem Vorort von Lyon.", "A fire broke out in Bron.", "de-en", "imprecise"),
        (
            "Un feu a pris dans la banlieue de Lyon.",
            "A fire began in Marseille.",
            "fr-en",
            "conflicts",
        ),
        (
            "A fire broke out in a suburb of Lyon.",
            "A fire broke out in Bron.",
            "en-en",
            "imprecise",
        ),
    ],
)
def test_a_part_of_a_place_and_what_lies_beside_it_are_vaguer(
    a: str, b: str, langs: str, expected: str
) -> None:
    found = relations(compare(KIND, a, b, langs, encoder=default_encoder()))
    assert found == {Relation(expected)}


def test_a_person_lies_nowhere() -> None:
    assert regions(name("Odalys Brenk")) == frozenset()


CODES = [f"place:{code}" for _, code in landscape("en")] + ["place:DE", "place:150", "place:KE"]


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_of_two_places_the_smaller_is_the_same_whichever_is_given_first(a: str, b: str) -> None:
    one, other = name("A", a), name("B", b)
    assert inner(one, other) == inner(other, one)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The lab in Maastricht closed.", "The lab in the Netherlands closed.", "en-en"),
        ("In Augsburg brannte ein Haus.", "A house burned in Bavaria.", "de-en"),
        ("Il vit à Rouen.", "Il vit en Normandie.", "fr-fr"),
        ("The drought has hit Kenya.", "The drought has hit East Africa.", "en-en"),
        ("El calor llegó a Sevilla.", "The heat reached southern Spain.", "es-en"),
        ("A Danish court ruled on it.", "A European court ruled on it.", "en-en"),
    ],
)
def test_a_place_and_what_it_lies_in_is_less_exact(a: str, b: str, langs: str) -> None:
    found = compare(KIND, a, b, langs)
    assert Relation.IMPRECISE in relations(found)
    assert Relation.CONFLICTS not in relations(found)


def test_a_town_and_a_country_that_it_does_not_lie_in_conflict() -> None:
    found = compare(KIND, "The fair in Toulouse was shut.", "The fair in Norway was shut.")
    assert relations(found) == {Relation.CONFLICTS}


def test_a_town_no_table_has_may_lie_in_any_country() -> None:
    found = compare(KIND, "The fair in Brenkville was shut.", "The fair in Norway was shut.")
    assert relations(found) == {Relation.IMPRECISE}


def test_a_landscape_across_borders_and_a_state_beside_it_say_nothing_of_each_other() -> None:
    found = compare(KIND, "Four died in the Alps.", "Four died in Tyrol.")
    assert Relation.CONFLICTS not in relations(found)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Der Prozess in Lüttich beginnt.", "Le procès de Liège commence.", "de-fr"),
        ("Im Gardasee ertrank ein Mann.", "A man drowned in Lake Garda.", "de-en"),
        ("Am Bodensee brennt es.", "There is a fire at Lake Constance.", "de-en"),
        ("La Tamise a débordé.", "The Thames has flooded.", "fr-en"),
        ("Forscher der Universität Wien", "Researchers at the University of Vienna", "de-en"),
        ("Die Johns-Hopkins-Universität", "Johns Hopkins University", "de-en"),
    ],
)
def test_one_place_under_two_names_agrees(a: str, b: str, langs: str) -> None:
    found = compare(KIND, f"{a} und so weiter.", b, langs)
    assert relations(found) == {Relation.AGREES}


@pytest.mark.parametrize(
    ("a", "b", "langs", "pair"),
    [
        (
            "Der Brand brach in der Lindenstraße aus.",
            "Der Brand brach in der Gartenstraße aus.",
            "de-de",
            ("Lindenstraße", "Gartenstraße"),
        ),
        (
            "A bus hit a house on Elm Street at noon.",
            "At noon a bus hit a house in Oak Street.",
            "en-en",
            ("Elm Street", "Oak Street"),
        ),
        (
            "Taucher suchten in der Weser nach ihm.",
            "Nach ihm suchten Taucher in der Ems.",
            "de-de",
            ("Weser", "Ems"),
        ),
        (
            "A team from the University of Exeter studied 400 samples.",
            "Researchers at the University of Durham studied 400 samples.",
            "en-en",
            ("University of Exeter", "University of Durham"),
        ),
    ],
)
def test_two_names_of_one_sort_conflict(a: str, b: str, langs: str, pair: tuple[str, str]) -> None:
    assert texts(compare(KIND, a, b, langs), Relation.CONFLICTS) == [pair]


def test_opposite_parts_of_a_place_are_shown_with_the_word_that_tells_them() -> None:
    found = compare(KIND, "The boat sank north of Malta.", "The boat sank south of Malta.")
    assert texts(found, Relation.CONFLICTS) == [("north of Malta", "south of Malta")]


def test_a_common_road_is_no_name() -> None:
    found = compare(
        KIND,
        "Der Unfall geschah auf einer Landstraße.",
        "Der Unfall geschah auf einer Bundesstraße.",
        "de-de",
    )
    assert found == []


@pytest.mark.parametrize(
    ("a", "b", "langs", "pair"),
    [
        (
            "Der Umweg führt über Graz und dauert vier Stunden.",
            "The detour goes through Linz and takes four hours.",
            "de-en",
            ("Graz", "Linz"),
        ),
        (
            "Le tableau est exposé au musée de Nantes depuis mai.",
            "The picture has hung in the museum at Rennes since May.",
            "fr-en",
            ("Nantes", "Rennes"),
        ),
        (
            "Die schwedische Reederei Nordstern betreibt die Fähre dreimal in der Woche.",
            "The Norwegian shipping line Nordstern runs the ferry three times a week.",
            "de-en",
            ("schwedische", "Norwegian"),
        ),
        (
            "The Spanish owner of the mill has sold it.",
            "Its Portuguese owner has now sold the mill.",
            "en-en",
            ("Spanish", "Portuguese"),
        ),
    ],
)
def test_the_only_places_of_one_statement_conflict_whatever_stands_before_them(
    a: str, b: str, langs: str, pair: tuple[str, str]
) -> None:
    found = compare(KIND, a, b, langs, encoder=default_encoder())
    assert pair in texts(found, Relation.CONFLICTS)


def test_a_town_in_a_title_is_no_person() -> None:
    (found,) = [d for d in compare(KIND, "Yesterday Linz flooded again.", "It rained.") if d.a]
    assert found.kind is DetailKind.PLACE
