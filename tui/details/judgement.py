"""A relation of two values with the words that go with it; what all relations are built of."""

from __future__ import annotations

from tui.model import Relation

__all__ = ["CONFLICT", "SAME", "UNSURE", "Judgement", "turned", "vaguer"]

Judgement = tuple[Relation, str]
"""A relation and a few words on it; in the words, A and B name the sides."""

SAME: Judgement = (Relation.AGREES, "")
CONFLICT: Judgement = (Relation.CONFLICTS, "")
UNSURE: Judgement = (Relation.IMPRECISE, "the day cannot be told")


def vaguer(a_is: bool, b_is: bool) -> Judgement:
    """Compatible, and which side says less."""
    if a_is == b_is:
        return Relation.IMPRECISE, ""
    return Relation.IMPRECISE, "A is vaguer" if a_is else "B is vaguer"


def turned(judged: Judgement | None) -> Judgement | None:
    """The same with the sides changing places."""
    if judged is None:
        return None
    relation, note = judged
    return relation, " ".join({"A": "B", "B": "A"}.get(word, word) for word in note.split(" "))
