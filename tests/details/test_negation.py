"""Negation and opposites: what a sentence affirms."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.details.textual import compare, extract, relations, texts
from tui.details.negation import KIND
from tui.model import DetailKind, Relation


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The bridge was closed to lorries.", "The bridge was not closed to lorries.", "en-en"),
        ("Er hat die Wahl gewonnen.", "Er hat die Wahl nicht gewonnen.", "de-de"),
        ("Prices rose sharply in March.", "Prices fell sharply in March.", "en-en"),
        ("Die Preise stiegen im März kräftig.", "Prices fell sharply in March.", "de-en"),
        ("Le ministre a confirmé le projet.", "The minister denied the project.", "fr-en"),
        ("El juez rechazó la demanda.", "The judge accepted the claim.", "es-en"),
        ("The club failed to win the cup.", "The club won the cup.", "en-en"),
    ],
)
def test_what_one_affirms_and_the_other_denies_conflicts(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS in relations(compare(KIND, a, b, langs))


@pytest.mark.parametrize(
    ("a", "b", "langs"),
    [
        ("The bridge was not closed.", "Die Brücke wurde nicht gesperrt.", "en-de"),
        ("The pilot is dead.", "The pilot is not alive.", "en-en"),
        ("The road remained open.", "The road was not closed.", "en-en"),
        ("They failed to pay the rent.", "Sie haben die Miete nicht gezahlt.", "en-de"),
        ("Not only the mayor came.", "The mayor came too.", "en-en"),
        ("Prices rose and wages fell.", "Wages fell while prices rose.", "en-en"),
    ],
)
def test_the_same_in_other_words_is_no_conflict(a: str, b: str, langs: str) -> None:
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b, langs))


def test_both_sides_of_a_lone_negation_are_shown() -> None:
    found = compare(KIND, "The council did not approve the plan.", "The council approved the plan.")
    assert [d.note for d in found] == ["only A negates"]
    assert found[0].b is not None
    assert "approved" in found[0].b.detail.text


@given(st.text(), st.sampled_from(["en", "de", "es", "ja", "xx"]))
def test_no_text_makes_extraction_fail(text: str, lang: str) -> None:
    assert all(text[d.start : d.end] == d.text for d in extract(KIND, text, lang))


WORDS = ["the", "plan", "was", "not", "never", "rose", "fell", "dead", "alive", "no", "failed"]


@example(["not", "fell"], ["fell", "not", "rose"])
@given(st.lists(st.sampled_from(WORDS)), st.lists(st.sampled_from(WORDS)))
def test_comparing_the_other_way_round_finds_the_same(a: list[str], b: list[str]) -> None:
    there = sorted(d.relation for d in compare(KIND, " ".join(a), " ".join(b)))
    back = sorted(d.relation.transposed for d in compare(KIND, " ".join(b), " ".join(a)))
    assert there == back


@pytest.mark.parametrize(
    ("a", "b", "lang"),
    [
        ("A strike is not planned.", "Drivers said a planned strike is not expected.", "en"),
        ("Ein Streik ist nicht geplant.", "Die Fahrer erwarten keinen geplanten Streik.", "de"),
        ("La huelga no está prevista.", "No se espera la huelga prevista.", "es"),
    ],
)
def test_a_word_both_deny_in_another_order_is_no_conflict(a: str, b: str, lang: str) -> None:
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b, f"{lang}-{lang}"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The firm has not shown any proof for its claim that the valve was faulty.",
            "The valves were replaced without showing much proof of a fault.",
        ),
        (
            "The council means to keep the talks quiet and not announce closures.",
            "The plan follows closures of three libraries in the valley.",
        ),
        (
            "The mayor has not ruled out a second vote if the first one fails.",
            "The mayor hopes that the first vote is enough.",
        ),
    ],
)
def test_a_lone_negation_beside_an_unrelated_clause_is_no_conflict(a: str, b: str) -> None:
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b))


def test_a_negation_in_a_speech_does_not_contradict_the_narration() -> None:
    found = compare(
        KIND,
        "“We will not close the harbour,” the mayor said.",
        "The mayor spoke on whether to close the harbour.",
    )
    assert Relation.CONFLICTS not in relations(found)


def test_a_number_or_a_name_is_not_what_a_negation_denies() -> None:
    found = compare(
        KIND, "Nobody in Brenkhaven saw the boat.", "Police in Brenkhaven saw a second boat."
    )
    assert all(d.a is None or d.a.detail.text != "Brenkhaven" for d in found)


def test_a_negation_reaches_past_small_words_to_an_opposite() -> None:
    found = compare(
        KIND, "They are not facing a collapse.", "Ein Zusammenbruch droht nicht.", "en-de"
    )
    assert Relation.CONFLICTS not in relations(found)


def test_two_negations_of_one_clause_deny_once_where_the_language_has_it_so() -> None:
    found = compare(
        KIND, "Esto no debió ocurrir nunca.", "This should never have happened.", "es-en"
    )
    assert Relation.CONFLICTS not in relations(found)


def test_opposites_inside_two_speeches_are_left_to_the_quotations() -> None:
    assert compare(KIND, "“Prices rose fast,” he said.", "“Prices fell fast,” he said.") == []


DUTCH = "De schipper heeft de haven niet geverfd."


class Oracle:
    """An encoder that finds every two texts alike, or none."""

    name, dimensions, languages = "oracle", 2, frozenset({"en", "nl"})

    def __init__(self, *, alike: bool) -> None:
        self.alike = alike

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = [[1.0, 0.0] if self.alike or text in DUTCH else [0.0, 1.0] for text in texts]
        return np.array(rows, dtype=np.float32)


@pytest.mark.parametrize("alike", [True, False])
def test_across_languages_the_encoder_tells_whether_a_sentence_is_a_translation(
    alike: bool,
) -> None:
    found = compare(
        KIND,
        DUTCH,
        "The skipper painted the harbour.",
        "nl-en",
        encoder=Oracle(alike=alike),
    )
    assert (Relation.CONFLICTS in relations(found)) is alike


def test_quotation_marks_around_a_word_of_the_narration_end_no_clause() -> None:
    a = 'The minister said she was "excited" to work on the new plan.'
    b = 'The minister said she was not "excited" to work on the new plan.'
    assert Relation.CONFLICTS in relations(compare(KIND, a, b))


def test_a_negation_moved_to_another_verb_conflicts() -> None:
    a = "A lawyer plans a complaint, but I have not heard that one has been filed."
    b = "A lawyer plans a complaint, but I have heard that one has not been filed."
    assert Relation.CONFLICTS in relations(compare(KIND, a, b))


def test_verbs_of_thinking_take_over_what_is_denied_behind_them() -> None:
    a = "The mayor does not think the bridge will open in June."
    b = "The mayor does think the bridge will not open in June."
    assert Relation.CONFLICTS not in relations(compare(KIND, a, b))


def test_how_badly_someone_is_hurt_is_a_difference_of_wording() -> None:
    a, b = "Two men were slightly injured on Monday.", "Two men were seriously injured on Monday."
    (found,) = compare(KIND, a, b)
    assert (found.kind, found.relation) == (DetailKind.WORDING, Relation.CONFLICTS)


def test_what_is_rejected_does_not_turn_what_follows_an_and() -> None:
    found = compare(
        KIND,
        "The court rejected the appeal and upheld the sentence.",
        "Das Gericht wies die Berufung ab und bestätigte das Urteil.",
        "en-de",
    )
    assert Relation.CONFLICTS not in relations(found)


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        ("The club demands a new hall.", "The club does not want a new hall.", "not want"),
        ("She is ending her career.", "She denied she would retire.", "denied she would retire"),
    ],
)
def test_a_pole_is_shown_with_the_negation_that_turns_it(a: str, b: str, shown: str) -> None:
    found = compare(KIND, a, b)
    assert shown in [other for _, other in texts(found, Relation.CONFLICTS)]


def test_an_elided_word_ends_a_phrase_of_a_lexicon() -> None:
    for text in ("Nous n'avons plus d'eau.", "Personne n'ose sortir.", "Il n'y a plus d'espoir."):
        assert [d.text for d in extract(KIND, text, "fr")], text
    assert extract(KIND, "Il ne reste plus que trois jours.", "fr") == []


def test_no_more_of_something_is_no_more_than_a_negation() -> None:
    found = extract(KIND, "Mit Dauerregen wird nicht mehr gerechnet.", "de")
    assert [d.text for d in found] == ["nicht mehr"]
