"""Changed words of near-identical sentences."""

from __future__ import annotations

import pytest

from tests.details.textual import compare, texts
from tui.details import compare_sentences
from tui.details.wording import KIND
from tui.model import Relation


def test_a_changed_word_of_a_revised_sentence_is_shown() -> None:
    found = compare(
        KIND,
        "The storm overturned a garden shed near the old harbour late in the evening.",
        "The storm overturned a wooden fence near the old harbour late in the evening.",
    )
    assert texts(found, Relation.REWORDED) == [("garden shed", "wooden fence")]


def test_what_another_kind_compares_is_not_shown_again() -> None:
    found = compare(
        KIND,
        "The storm killed two people near the old harbour late in the evening.",
        "The storm killed five people near the old harbour late in the evening.",
    )
    assert found == []


def test_free_paraphrase_is_not_marked() -> None:
    found = compare(
        KIND,
        "A storm threw a van into the harbour during the night.",
        "During the night a vehicle ended up in the port after heavy gales.",
    )
    assert found == []


@pytest.mark.parametrize(
    ("a", "b", "lang"),
    [
        ("The left hind leg was missing.", "The right hind leg was missing.", "en"),
        ("Der linke Arm war gebrochen.", "Der rechte Arm war gebrochen.", "de"),
        ("The youngest daughter inherited it.", "The eldest daughter inherited it.", "en"),
    ],
)
def test_words_that_exclude_each_other_are_a_conflict_and_not_reworded_besides(
    a: str, b: str, lang: str
) -> None:
    found = compare_sentences(a, b, lang_a=lang, lang_b=lang)
    assert [d.relation for d in found] == [Relation.CONFLICTS]
