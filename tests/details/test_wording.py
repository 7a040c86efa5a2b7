"""Changed words of near-identical sentences."""

from __future__ import annotations

from tests.details.textual import compare, texts
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
