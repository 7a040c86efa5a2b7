"""Persons, organisations and places: what is a name, and which names are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.details.textual import compare, extract, relations, texts
from tests.factories import make_article
from tui.details import compare_linked, compare_sentences
from tui.details.aliases import collect
from tui.details.article_words import ArticleWords
from tui.details.names import KIND
from tui.details.text_values import Name
from tui.encode import default_encoder
from tui.model import DetailKind, Divergence, Link, Relation


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


NAMES = {DetailKind.PERSON, DetailKind.ORGANISATION, DetailKind.PLACE}


def reports(a: list[str], b: list[str], langs: str, *links: tuple[int, int]) -> list[Divergence]:
    """The names' divergences of two reports whose sentences are linked in order, or as given."""
    lang_a, lang_b = langs.split("-")
    pairs = links or [(k, k) for k in range(min(len(a), len(b)))]
    found = compare_linked(
        make_article(a, lang=lang_a), make_article(b, lang=lang_b), [Link(*p, 1.0) for p in pairs]
    )
    return [d for d in found if d.kind in NAMES]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("US divers raised the wreck.", "Taucher bargen am Montag das Wrack mit Kränen."),
        ("U.S. inspectors closed three depots.", "Prüfer schlossen Lager, Bosse flohen nach Peru."),
        ("Iran wants to reopen the mine.", "Bergleute sollen Stollen in Handarbeit öffnen."),
    ],
)
def test_a_german_noun_is_never_set_against_a_country(a: str, b: str) -> None:
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b, "en-de"))


def test_a_noun_the_report_uses_with_an_article_is_no_name_elsewhere() -> None:
    known = ArticleWords.of(["Die Gondeln standen still."], "de")
    text = "Der Betreiber ließ Gondeln prüfen."
    assert "Gondeln" in [d.text for d in extract(KIND, text, "de")]
    assert "Gondeln" not in [d.text for d in extract(KIND, text, "de", words=known)]


def test_a_capitalised_word_the_report_has_in_lower_case_is_no_name() -> None:
    known = ArticleWords.of(["The charter was signed.", "They read the Charter."], "en")
    assert extract(KIND, "They read the Charter.", "en", words=known) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("They acted under Annex 4 of the pact.", "en"),
        ("Sie handelten nach Anhang 4 des Pakts.", "de"),
    ],
)
def test_a_capitalised_word_before_a_number_is_no_person(text: str, lang: str) -> None:
    assert sure(text, lang) == {}


def test_a_region_of_the_world_is_a_place_in_every_language() -> None:
    found = compare(KIND, "It grew across Latin America.", "Es wuchs in Lateinamerika.", "en-de")
    assert [(d.kind, d.relation) for d in found] == [(DetailKind.PLACE, Relation.AGREES)]


def test_a_direction_is_no_name_apart_from_its_place() -> None:
    assert "Eastern" not in sure("Crews searched the Eastern Baltic and then the Aegean.")


def test_party_and_state_in_brackets_are_no_organisation() -> None:
    assert "D-VT" not in sure("Senator Odalys Brenk (D-VT) wrote the bill.")


def test_a_word_left_over_beside_a_place_is_not_sure() -> None:
    assert set(sure("Crews mend two old harbours in Norway Structural works begin in May.")) == {
        "Norway"
    }


def test_a_single_word_with_an_article_is_not_told_of_by_itself() -> None:
    found = compare(KIND, "An aide of the Chancellery spoke.", "An aide spoke.")
    assert found == []


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The fish is found in Portugal.", "That fish lives all over Europe.", "en-en"),
        ("Der Fisch lebt in Portugal und wird gegessen.", "The fish lives in Europe.", "de-en"),
        ("Die Brigade zieht im Mai nach Polen um.", "The brigade will move to Kostryca.", "de-en"),
        ("It covers the Western Hemisphere.", "It covers most of Uruguay by law.", "en-en"),
    ],
)
def test_a_whole_and_what_may_be_its_part_do_not_conflict(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b, langs))


def test_an_adjective_and_a_place_do_not_conflict() -> None:
    found = compare(KIND, "Norwegian officials left for Oslo.", "Officials left from Malta.")
    assert Relation.CONFLICTS not in relations(found)


def test_places_behind_prepositions_of_another_sense_do_not_conflict() -> None:
    a, b = "Das Schiff kam aus Genua mit zwölf Leuten.", "The ship left for Malta with twelve men."
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b, "de-en"))


def test_a_name_the_other_report_has_elsewhere_does_not_conflict() -> None:
    a = ["The troupe will open its tour in Lisbon next spring, the manager said."]
    b = ["Next year the troupe starts in Vienna.", "Lisbon follows a week later."]
    assert Relation.CONFLICTS not in relations(reports(a, b, "en-en", (0, 0)))
    alone = reports(a, b[:1], "en-en", (0, 0))
    assert Relation.ONLY_A in relations(alone) or Relation.CONFLICTS in relations(alone)


def test_one_changed_name_in_a_near_identical_sentence_conflicts_though_both_know_it() -> None:
    a = ["The museum lent the painting to Vienna in March.", "Lisbon had asked for it too."]
    b = ["The museum lent the painting to Lisbon in March.", "Vienna had asked for it too."]
    found = reports(a, b, "en-en", (0, 0))
    assert texts(found, Relation.CONFLICTS) == [("Vienna", "Lisbon")]


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        (["He spoke in Spain."], ["Er sprach.", "Die spanische Presse schwieg."], "en-de"),
        (["The UN sent ships."], ["Schiffe kamen.", "Die Vereinten Nationen zahlten."], "en-de"),
        (
            ["The Kessel Water Authority closed the dam."],
            ["Der Damm ist zu.", "Die Wasserbehörde von Kessel schwieg."],
            "en-de",
        ),
        (["Odalys Brenk spoke."], ["Somebody spoke.", "That was Odalys Brenk."], "en-en"),
    ],
)
def test_a_name_in_another_form_elsewhere_is_not_only_here(
    a: list[str], b: list[str], langs: str
) -> None:
    assert Relation.ONLY_A not in relations(reports(a, b, langs, (0, 0)))


def test_an_acronym_in_brackets_is_not_told_of_beside_its_name() -> None:
    found = reports(
        ["At dawn the Joint Rescue Command (JRC) flew out to sea."], ["They flew out."], "en-en"
    )
    assert texts(found, Relation.ONLY_A) == [("Joint Rescue Command", "")]


def test_a_title_no_lexicon_has_does_not_make_another_person() -> None:
    a, b = "Rektorin Petra Ohlsen schwieg.", "Kapellmeister Petra Ohlsen schwieg."
    assert relations(compare(KIND, a, b, "de-de")) == {Relation.AGREES}


def test_a_surname_that_ends_like_a_noun_stays_with_its_first_name() -> None:
    assert sure("Gestern kam Peter Lindquist.", "de") == {"Peter Lindquist": DetailKind.PERSON}


def test_a_region_is_known_by_its_adjective_in_the_other_report() -> None:
    a, b = "Nine thousand work in Valdoria.", "Last year a Valdorian crew was held in Brestonne."
    assert Relation.CONFLICTS not in relations(reports([a], [b], "en-en"))


def test_initials_that_spell_a_country_code_are_no_country() -> None:
    found = compare(KIND, "Gerda Brenk left the UK.", "Olga Tarrow left the UK.")
    assert ("Gerda Brenk", "Olga Tarrow") in texts(found, Relation.CONFLICTS)


@given(st.text(), st.sampled_from(["en", "de", "fr", "zh", "xx"]))
def test_no_text_makes_extraction_fail_and_spans_are_exact(text: str, lang: str) -> None:
    details = extract(KIND, text, lang)
    assert all(text[d.start : d.end] == d.text for d in details)


NAMED = st.lists(
    st.sampled_from(
        ["Mayor Odalys Brenk", "Brenk", "in Lisbon", "from Malta", "US troops", "the Cabinet",
         "Bosse", "spoke", "(D-VT)", "the Kessel Water Authority", "Annex 4", "left", "K12", "K14"]
    ),
    min_size=1, max_size=6, unique=True,
).map(" ".join)  # fmt: skip


@given(NAMED, NAMED, st.sampled_from(["en-en", "de-de", "en-de", "fr-en"]))
def test_names_in_any_company_compare_the_same_both_ways(a: str, b: str, langs: str) -> None:
    turned_langs = "-".join(reversed(langs.split("-")))
    there = {(d.kind, d.relation, d.a, d.b) for d in compare(KIND, a, b, langs)}
    back = {(d.kind, d.relation.transposed, d.b, d.a) for d in compare(KIND, b, a, turned_langs)}
    assert there == back


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_the_other_way_round_gives_the_same_turned(a: str, b: str) -> None:
    there = {(d.kind, d.relation, d.a, d.b) for d in compare(KIND, a, b)}
    back = {(d.kind, d.relation.transposed, d.b, d.a) for d in compare(KIND, b, a)}
    assert there == back


def test_a_heading_run_into_its_text_is_no_name() -> None:
    (found,) = extract(KIND, "Flood Barrier Planning The council wants to build it.")
    assert isinstance(found.value, Name)
    assert found.value.evidence < 0.3


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("L'Agence régionale de santé a fermé le site.", "fr", "Agence régionale de santé"),
        ("La Fédération nationale annonce une grève.", "fr", "Fédération nationale"),
        ("El Instituto nacional de estadística calla.", "es", "Instituto nacional de estadística"),
        ("L'Azienda sanitaria locale ha chiuso il bar.", "it", "Azienda sanitaria locale"),
        ("L'Union européenne de demain sera verte.", "fr", "Union européenne"),
        ("Das verlangt der Fahrgastverband Thüringen.", "de", "Fahrgastverband Thüringen"),
        ("Bergingsbedrijf Holtrop sleept het schip.", "nl", "Bergingsbedrijf Holtrop"),
    ],
)
def test_the_name_of_a_body_is_read_to_its_end(text: str, lang: str, name: str) -> None:
    found = [d.text for d in extract(KIND, text, lang) if d.kind is DetailKind.ORGANISATION]
    assert found == [name]


@pytest.mark.parametrize(
    "said",
    ["Die Versicherung zahlt den Schaden.", "Die Genossenschaft zahlt.", "Das Klinikum wächst."],
)
def test_a_word_for_a_sort_of_body_alone_is_not_said_to_be_missing(said: str) -> None:
    found = compare(KIND, said, "Nothing of the kind was said here.", "de-en")
    assert Relation.ONLY_A not in relations(found)


def test_two_german_genitives_are_one_name() -> None:
    found = compare_sentences(
        "Eine Studie des Landesdenkmalamts liegt vor.",
        "Das Gutachten des Landesdenkmalamtes liegt vor.",
        lang_a="de",
        lang_b="de",
    )
    named = {d.relation for d in found if d.kind is DetailKind.ORGANISATION}
    assert named == {Relation.AGREES}


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        (
            "El Partido Popular rechazó la ley.",
            "The People's Party rejected the law.",
            "es-en",
        ),
        (
            "Das Statistische Bundesamt zählt mit, so die Zeitung.",
            "The Federal Statistical Office keeps count, the paper says.",
            "de-en",
        ),
        (
            "Het Europees Geneesmiddelenbureau beoordeelt het middel.",
            "The European Medicines Agency is reviewing the drug.",
            "nl-en",
        ),
    ],
)
def test_a_body_named_in_two_languages_is_no_ones_alone(a: str, b: str, langs: str) -> None:
    lang_a, lang_b = langs.split("-")
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b, encoder=default_encoder())
    bodies = [d.relation for d in found if d.kind is DetailKind.ORGANISATION]
    assert bodies == [Relation.AGREES]


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Die DRK-Helfer kamen, das DRK blieb.", "The Red Cross came and stayed.", "de-en"),
        ("L'OTAN a réagi, l'AIEA aussi.", "NATO reacted, and so did the IAEA.", "fr-en"),
        ("El informe de la AECA se aplazó.", "The ACEA report was postponed.", "es-en"),
    ],
)
def test_a_body_has_other_letters_in_another_language(a: str, b: str, langs: str) -> None:
    lang_a, lang_b = langs.split("-")
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b)
    assert Relation.CONFLICTS not in relations(found)


def test_a_german_noun_that_the_other_sentence_translates_is_no_rival_of_a_name() -> None:
    found = compare_sentences(
        "An den Grenzen wurden Mengen Alkohol verteilt.",
        "At the borders Santa handed out amounts of alcohol.",
        lang_a="de",
        lang_b="en",
        encoder=default_encoder(),
    )
    conflicts = [d for d in found if d.relation is Relation.CONFLICTS]
    assert not [d for d in conflicts if d.a and "Alkohol" in d.a.detail.text]


@pytest.mark.parametrize(
    ("text", "lang", "persons"),
    [
        ("Im Gespräch ist Ivan Peric von Red Bull.", "de", ["Ivan Peric"]),
        ("Gestern kam Ursula von der Leyen.", "de", ["Ursula von der Leyen"]),
        ("Piace il croato Ivan Peric del Salisburgo.", "it", ["Ivan Peric"]),
        ("Ayer habló Ana del Río Ruiz y Omar al Asad.", "es", ["Ana del Río Ruiz", "Omar al Asad"]),
        ("Ici Marie de Brie et Paul Leclerc.", "fr", ["Marie de Brie", "Paul Leclerc"]),
        ("Gisteren speelde Jan Visser van Ajax.", "nl", ["Jan Visser"]),
        ("Mary Hill of Reuters met Joan of Arc.", "en", ["Mary Hill", "Joan of Arc"]),
    ],
)  # fmt: skip
def test_a_full_name_ends_before_where_its_bearer_belongs(
    text: str, lang: str, persons: list[str]
) -> None:
    assert [t for t, kind in sure(text, lang).items() if kind is DetailKind.PERSON] == persons


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The talks began at 3pm GMT and dealt with CO2 and DNA.", "en"),
        ("Das Treffen beginnt um 16.45 Uhr MEZ im TGV.", "de"),
        ("Un TGV sur deux roule, la TVA monte.", "fr"),
        ("El AVE llega a las 15.00 CET y sube el IVA.", "es"),
    ],
)
def test_abbreviations_of_things_and_time_zones_name_no_body(text: str, lang: str) -> None:
    assert sure(text, lang) == {}
