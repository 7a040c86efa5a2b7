"""Attribution and certainty: who says it, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from tests.details.textual import OddOnes, compare, extract, relations, texts
from tui.details import attribution, certainty
from tui.details.base import ArticleContext, PairContext
from tui.details.meaning import cosines
from tui.details.text_values import Certainty, Source
from tui.details.word_match import word_match
from tui.encode import default_encoder
from tui.model import Relation, Side

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("Police said two men had died.", "en", "Police"),
        ("Two men had died, according to the fire service.", "en", "the fire service"),
        ("Laut Polizei starben zwei Männer.", "de", "Polizei"),
        ("Zwei Männer starben, teilte die Feuerwehr mit.", "de", "die Feuerwehr"),
        ("Zwei Männer starben, wie die Polizei am Montag mitteilte.", "de", "die Polizei"),
        ("Selon la police, deux hommes sont morts.", "fr", "la police"),
        ("Dos hombres murieron, según la policía.", "es", "la policía"),
    ],
)
def test_the_source_is_found(text: str, lang: str, source: str) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == [source]


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("The new champion said it hurt.", "en", "The new champion"),
        ("It hurt, said the stonemason on Sunday.", "en", "the stonemason"),
        ("Das teilte der Reitverein am Abend mit.", "de", "der Reitverein"),
        ("Das Dach war undicht, räumte die Bauleitung ein.", "de", "die Bauleitung"),
        ("Le pont rouvrira, a confirmé vendredi la voirie.", "fr", "la voirie"),
        ("El puente reabrirá, confirmó el viernes la concesionaria.", "es", "la concesionaria"),
    ],
)
def test_what_speaks_is_a_source_whatever_its_noun(text: str, lang: str, source: str) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == [source]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("„Wer fragt, lernt“, sagte sie vor dem Abflug.", "de"),
        ("«No lo sabía», dijo a los turistas alemanes.", "es"),
        ("Mailers sent in the final week falsely claimed support.", "en"),
    ],
)
def test_what_only_stands_beside_a_verb_of_speaking_is_no_source(text: str, lang: str) -> None:
    assert extract(attribution.KIND, text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("The well is dry, according to the water board.", "en", "the water board"),
        ("El pozo está seco, según la comunidad de regantes.", "es", "la comunidad de regantes"),
        ("The well is safe: engineers", "en", "engineers"),
        ("Feuerwehr: Brand war gelegt", "de", "Feuerwehr"),
    ],
)
def test_a_marker_or_a_headline_s_colon_tells_a_source(text: str, lang: str, source: str) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == [source]


def test_the_topic_before_a_colon_is_no_source() -> None:
    assert extract(attribution.KIND, "Opera of Varsange: curtain stays down") == []


def test_a_pronoun_is_no_source() -> None:
    assert extract(attribution.KIND, "He said it was late.") == []


def test_the_number_of_sources_is_read() -> None:
    (detail,) = extract(attribution.KIND, "The plan is dead, according to two former officials.")
    assert isinstance(detail.value, Source)
    assert detail.value.count == 2


@pytest.mark.parametrize(
    ("a", "b", "langs", "relation"),
    [
        ("Police said it burned.", "Laut Polizei brannte es.", "en-de", Relation.AGREES),
        ("Police said it burned.", "Firefighters said it burned.", "en-en", Relation.CONFLICTS),
        (
            "Two officials said it was over.",
            "Officials said it was over.",
            "en-en",
            Relation.IMPRECISE,
        ),
        (
            "Two officials said it was over.",
            "Three officials said it was over.",
            "en-en",
            Relation.CONFLICTS,
        ),
        ("Police said it burned.", "It burned for hours.", "en-en", Relation.ONLY_A),
    ],
)
def test_sources_are_compared(a: str, b: str, langs: str, relation: Relation) -> None:
    assert relations(compare(attribution.KIND, a, b, langs)) == {relation}


@pytest.mark.parametrize(
    ("text", "lang", "level"),
    [
        ("The dam may have burst.", "en", "possible"),
        ("The dam reportedly burst.", "en", "reported"),
        ("Der Damm ist vermutlich gebrochen.", "de", "probable"),
        ("Der Mann soll geflohen sein.", "de", "reported"),
        ("L'homme aurait pris la fuite.", "fr", "reported"),
        ("Al parecer, el dique cedió.", "es", "probable"),
    ],
)
def test_hedges_are_read_with_their_level(text: str, lang: str, level: str) -> None:
    assert [d.value for d in extract(certainty.KIND, text, lang)] == [Certainty(level)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The vote is due in May.", "en"),
        ("Die Brücke soll im Herbst eröffnet werden.", "de"),
        ("He could not open the door.", "en"),
    ],
)
def test_a_month_a_plan_and_an_inability_are_no_hedges(text: str, lang: str) -> None:
    assert extract(certainty.KIND, text, lang) == []


def test_a_hedge_facing_a_plain_statement_is_said_to_be_less_certain() -> None:
    found = compare(certainty.KIND, "The dam burst at night.", "The dam apparently burst at night.")
    assert [(d.relation, d.note) for d in found] == [(Relation.ONLY_B, "B is less certain")]


def test_two_hedges_agree() -> None:
    found = compare(
        certainty.KIND, "Der Damm ist wohl gebrochen.", "The dam probably burst.", "de-en"
    )
    assert texts(found, Relation.AGREES) == [("wohl", "probably")]


@pytest.mark.parametrize(
    ("text", "lang", "sources"),
    [
        (
            "According to three officials from the United States navy, it is over.",
            "en",
            ["three officials from the United States navy"],
        ),
        ("The Lantern report said the harbour would close.", "en", ["The Lantern report"]),
        ("The current campaign against alleged poachers goes on.", "en", []),
        ("Police in Ostrup said the road was open.", "en", ["Police in Ostrup"]),
        ("The new method suggests a way out.", "en", []),
        ("He said the minister wanted a vote.", "en", []),
        ("Dr. Ada Brenk said the U.S. fleet was late.", "en", ["Dr. Ada Brenk"]),
        ("Multiple sources familiar with the deal said so.", "en", ["Multiple sources"]),
        ("According to sources familiar with the deal, it is off.", "en", ["sources"]),
        ("Einem Bericht des „Boten“ zufolge sank das Schiff.", "de", []),
        ("Laut einem Bericht der Zeitung sank das Schiff.", "de", ["einem Bericht der Zeitung"]),
        ("Er kritisierte außerdem die lange Untersuchung.", "de", []),
        ("«Es tarde», dijo también Odalys Brenk.", "es", ["Odalys Brenk"]),
        ("Le tribunal de Brest a reconnu son erreur.", "fr", ["Le tribunal de Brest"]),
    ],
)
def test_a_source_is_a_whole_noun_phrase_that_can_speak(
    text: str, lang: str, sources: list[str]
) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == sources


def test_a_source_the_other_side_names_in_another_part_agrees() -> None:
    found = compare(
        attribution.KIND,
        "The ferry sank, the Ostrup Lantern reported.",
        "The ferry sank, an owner confirmed to the Ostrup Lantern.",
    )
    assert ("the Ostrup Lantern", "Ostrup Lantern") in texts(found, Relation.AGREES)


def test_two_sources_of_sentences_that_are_only_near_each_other_are_told_once() -> None:
    a, b = ArticleContext("en"), ArticleContext("en")
    texts_a = {0: "Belcroft Institute says the plug is loose.", 1: "Heaters are recalled."}
    texts_b = {0: "Heaters are recalled.", 1: "Belcroft Institute says the plug is loose."}
    context = PairContext(a, b, texts_a, texts_b, frozenset({(0, 0), (1, 1), (1, 0)}))
    sides_a, sides_b = (
        [Side(k, d) for k, text in texts.items() for d in attribution.extract(text, a)]
        for texts in (texts_a, texts_b)
    )
    found = set(attribution.KIND.match(sides_a, sides_b, context))
    assert [(d.a, d.b) for d in found] == list(zip(sides_a, sides_b, strict=True))


def test_a_name_and_a_body_behind_one_statement_are_no_conflict() -> None:
    found = compare(attribution.KIND, "Brenk said it burned.", "Police said it burned.")
    assert Relation.CONFLICTS not in relations(found)


def test_certain_of_one_thing_and_unsure_of_another_is_no_conflict() -> None:
    found = compare(
        certainty.KIND,
        "Inspectors confirmed that the crane belonged to the harbour board.",
        "Repairs of the pier will probably last until spring.",
    )
    assert Relation.CONFLICTS not in relations(found)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("It is safe, a company spokesman said.", "A union spokeswoman said it is safe.", "en-en"),
        ("Les pompiers ont averti que le pont cédait.", "Residents said it gave way.", "fr-en"),
        ("Wie die Polizei mitteilte, war er betrunken.", "He was drunk, survivors said.", "de-en"),
    ],
)  # fmt: skip
def test_spokesmen_of_two_bodies_and_other_groups_conflict(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS in relations(compare(attribution.KIND, a, b, langs))


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("Owners of the two ferries said no.", "en", "Owners of the two ferries"),
        ("Los vecinos del barrio dicen que no.", "es", "Los vecinos del barrio"),
        ("La plage est fermée, a annoncé le gestionnaire.", "fr", "le gestionnaire"),
        ("Er ist tot; sein Agent gab es bekannt.", "de", "sein Agent"),
    ],
)
def test_the_noun_that_speaks_may_be_described_behind_it(text: str, lang: str, source: str) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == [source]


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Her nephew said it was sold.", "Verkauft, wie ihr Agent bestätigte.", "en-de"),
        ("It is shut, the Harbour Authority said.", "It is shut, fishermen said.", "en-en"),
        ("Officials said it was shut.", "Residents said it was shut.", "en-en"),
        ("El gestor dice que no.", "Passengers say no.", "es-en"),
        ("Nach Ansicht des Landrats reicht das Wasser.", "Farmers say there is water.", "de-en"),
    ],
)
def test_an_authority_or_a_company_and_private_people_are_two_sources(
    a: str, b: str, langs: str
) -> None:
    assert relations(compare(attribution.KIND, a, b, langs)) == {Relation.CONFLICTS}


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Anna Brenk said it was shut.", "Residents said it was shut.", "en-en"),
        ("Officials said it was shut.", "The county council said it was shut.", "en-en"),
        ("The Herald reported that it was shut.", "Officials said it was shut.", "en-en"),
    ],
)
def test_a_name_a_vaguer_word_and_a_medium_are_no_other_source(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS not in relations(compare(attribution.KIND, a, b, langs))


def test_of_several_sources_those_beside_the_same_statement_are_compared() -> None:
    a = "The tower is safe, engineers said, but neighbours say the alarm came late."
    b = "The mayor said the alarm came late."
    found = compare(attribution.KIND, a, b, encoder=default_encoder())
    assert texts(found, Relation.CONFLICTS) == [("neighbours", "The mayor")]


@pytest.mark.parametrize(
    ("a", "b", "langs", "conflict"),
    [
        (
            "Der Absturz war zweifellos ein Pilotenfehler.",
            "Ob der Pilot einen Fehler machte, ist ungewiss.",
            "de-de",
            True,
        ),
        ("De oorzaak van de storing staat vast.", "What caused it is unknown.", "nl-en", True),
        (
            "Le préfet a exclu tout lien avec l'usine.",
            "Un lien avec l'usine n'est pas exclu, selon le préfet.",
            "fr-fr",
            True,
        ),
        (
            "Police confirmed two arrests and said more may follow.",
            "Two people are in custody; further arrests are possible.",
            "en-en",
            False,
        ),
        (
            "Police confirmed there was no link to the robbery.",
            "Police ruled out a link to the robbery.",
            "en-en",
            False,
        ),
    ],
)
def test_what_is_certain_conflicts_with_what_is_open_unless_each_has_its_answer(
    a: str, b: str, langs: str, conflict: bool
) -> None:
    found = relations(compare(certainty.KIND, a, b, langs, encoder=default_encoder()))
    assert (Relation.CONFLICTS in found) == conflict


def test_sources_that_exclude_each_other_conflict_where_they_say_one_thing() -> None:
    a = "Nach Angaben der Feuerwehr brannten drei Hallen ab."
    b, c = "Three halls burned down, neighbours said.", "The mayor resigned, neighbours said."
    encoder = default_encoder()
    found = compare(attribution.KIND, a, b, "de-en", encoder=encoder)
    assert texts(found, Relation.CONFLICTS) == [("der Feuerwehr", "neighbours")]
    other = compare(attribution.KIND, a, c, "de-en", encoder=encoder)
    assert Relation.CONFLICTS not in relations(other)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Report: Army to guard the dam", "en"),
        ("Bericht: Omikron AG schließt zwei Werke", "de"),
    ],
)
def test_a_headlines_label_is_the_source_and_what_follows_its_colon_is_not(
    text: str, lang: str
) -> None:
    (label,) = extract(attribution.KIND, text, lang)
    assert isinstance(label.value, Source)
    assert (label.value.names, label.value.groups) == ((), ("media",))
    assert compare(attribution.KIND, text, "Nothing of the kind.", f"{lang}-en") == []


def test_a_paper_that_one_report_alone_gives_as_its_source_is_told() -> None:
    found = compare(attribution.KIND, "Newspapers said the dam held.", "The dam held.")
    assert relations(found) == {Relation.ONLY_A}


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        (
            "Pupils may leave the school at noon.",
            "Schüler verlassen die Schule am Mittag.",
            "en-de",
        ),
        ("The tram was long thought lost.", "The tram was lost.", "en-en"),
        ("Die Bahn schließt Kündigungen nicht aus.", "No one will be dismissed.", "de-en"),
    ],
)
def test_a_modal_verb_a_belief_and_a_denial_of_both_are_no_conflict_with_a_statement(
    a: str, b: str, langs: str
) -> None:
    found = compare(certainty.KIND, a, b, langs, encoder=default_encoder())
    assert Relation.CONFLICTS not in relations(found)


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("Não há dúvida de que foi fogo posto.", "It was possibly arson.", "pt-en"),
        ("Nie wiadomo, czy pożar to podpalenie.", "The fire was certainly arson.", "pl-en"),
        ("Неясно, был ли это поджог.", "There is no doubt that it was arson.", "ru-en"),
    ],
)
def test_doubt_and_certainty_conflict_in_the_less_covered_languages_too(
    a: str, b: str, langs: str
) -> None:
    found = compare(certainty.KIND, a, b, langs, encoder=default_encoder())
    assert Relation.CONFLICTS in relations(found)


@pytest.mark.parametrize(
    ("text", "lang", "source"),
    [
        ("The mayor came to the families and promised help.", "en", "The mayor"),
        ("Die Polizei kam am Abend und teilte mit, es brenne.", "de", "Die Polizei"),
        ("The union of nurses walked out and announced a rally.", "en", "The union of nurses"),
    ],
)
def test_the_subject_of_an_earlier_verb_says_what_follows(
    text: str, lang: str, source: str
) -> None:
    assert [d.text for d in extract(attribution.KIND, text, lang)] == [source]


def test_who_denies_the_charges_is_the_source_and_not_the_charges() -> None:
    found = extract(attribution.KIND, "Ibarra, de 50 años, negó los cargos.", "es")
    assert [d.text for d in found] == ["Ibarra"]


def test_whether_others_of_many_sources_are_more_alike_is_asked_of_all_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def counted(a: Sequence[str], b: Sequence[str], encoder: Encoder) -> NDArray[np.float32]:
        asked.append(len(a) * len(b))
        return cosines(a, b, encoder)

    monkeypatch.setattr("tui.details.meaning.cosines", counted)
    monkeypatch.setattr("tui.details.rival_sources.cosines", counted)
    a, b = (
        " ".join(f"{who} {k} said it burned well," for k in range(5))
        for who in ("Police", "Doctors")
    )
    compare(attribution.KIND, a, b, encoder=OddOnes("x"))
    assert len(asked) < 5 * 5 * 10


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Wie der Zoo mitteilt, ist der Eintritt frei.", "As the zoo announced, entry is free."),
        ("Das Dach sei dicht, sagte der Gutachter.", "The roof was sound, the expert said."),
    ],
)
def test_a_source_and_its_translation_are_one(a: str, b: str) -> None:
    found = compare(attribution.KIND, a, b, "de-en", default_encoder())
    assert relations(found) == {Relation.AGREES}


def test_a_number_is_as_near_to_a_word_from_either_side() -> None:
    a, b = "Der Steg öffnet am 3. Juni wieder.", "It stays unclear when piers reopen."
    there = word_match(a, b, "de", "en", default_encoder())
    back = word_match(b, a, "en", "de", default_encoder()).transposed()
    assert there.scores == pytest.approx(back.scores, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Dass die Leute lesen und urteilen sehen wir gern.", "de"),
        ("Der Wirt führte so die Bilanz des Vereins fort.", "de"),
        ("Bis das Boot seine Kraft zeigte und die Spieler davonzogen, blieb es still.", "de"),
        ("He praised Mayor Mara Holt in a letter she posted.", "en"),
        ("Seinerseits sagte er nichts.", "de"),
    ],
)
def test_what_is_no_subject_of_a_verb_of_saying_is_no_source(text: str, lang: str) -> None:
    assert extract(attribution.KIND, text, lang) == []


def test_a_town_behind_a_preposition_does_not_speak() -> None:
    text = "Bei einem Treffen in der kleinen Stadt Lohberg sagten die Delegierten ihre Hilfe zu."
    assert "Stadt" not in " ".join(d.text for d in extract(attribution.KIND, text, "de"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Der Damm war offenbar undicht.", "The dam was clearly leaking."),
        (
            "Die Fischer seien im Hafen mit Flaschen beworfen worden.",
            "Fishermen had reportedly been pelted with bottles in the harbour.",
        ),
        ("„Der Hafen schließt“, heißt es in dem Brief.", "The letter confirmed the port closes."),
    ],
)
def test_a_hedge_translated_otherwise_is_no_conflict(a: str, b: str) -> None:
    found = compare(certainty.KIND, a, b, "de-en", default_encoder())
    assert Relation.CONFLICTS not in relations(found)


def test_what_a_ministry_is_for_does_not_speak() -> None:
    found = compare(
        attribution.KIND,
        "The two companies said the deal would close.",
        "The Department for Business declined to comment.",
    )
    assert relations(found) <= {Relation.ONLY_A, Relation.ONLY_B, Relation.CONFLICTS}
