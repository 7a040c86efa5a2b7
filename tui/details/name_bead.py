"""The names of both sides of a bead: which are one, and which have no counterpart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.details.base import PairContext
from tui.details.likeness import CLOSE
from tui.details.matching import assign
from tui.details.mentions import is_in_use, words_in_use, words_of
from tui.details.name_identity import identity
from tui.details.placed_name import PlacedName, placed
from tui.model import DetailKind, Side

__all__ = ["MOST", "BeadNames", "bead_names"]

MOST = 120
"""Names of either side that are compared; linked sentences with more are lists."""


class BeadNames(NamedTuple):
    """All names of a bead.

    Attributes:
        a: Those of A.
        b: Those of B.
        pairs: Which are one.
        left_a: Those of A that B's sentences do not mention in any form.
        left_b: The same the other way round.
    """

    a: Sequence[PlacedName]
    b: Sequence[PlacedName]
    pairs: Sequence[tuple[PlacedName, PlacedName]]
    left_a: Sequence[PlacedName]
    left_b: Sequence[PlacedName]


def bead_names(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> BeadNames:
    """Pair the names of both sides by identity."""
    one = [placed(side, context.sentences_a, context.a.lang) for side in a[:MOST]]
    other = [placed(side, context.sentences_b, context.b.lang) for side in b[:MOST]]
    across = context.a.lang != context.b.lang
    alike = [[identity(x, y, across) for y in other] for x in one]
    numbers = range(len(one)), range(len(other))
    pairs = assign(*numbers, lambda i, j: alike[i][j], at_least=CLOSE - 0.01)
    paired_a, paired_b = [one[i] for i, _ in pairs], [other[j] for _, j in pairs]
    texts_a, texts_b = context.sentences_a.values(), context.sentences_b.values()
    return BeadNames(
        one,
        other,
        [(one[i], other[j]) for i, j in pairs],
        _left(one, alike, {i for i, _ in pairs}, paired_b, texts_b),
        _left(other, list(zip(*alike, strict=True)), {j for _, j in pairs}, paired_a, texts_a),
    )


def _left(
    mine: Sequence[PlacedName],
    alike: Sequence[Sequence[float]],
    taken: set[int],
    paired: Sequence[PlacedName],
    texts: Iterable[str],
) -> list[PlacedName]:
    """The unpaired names that the other side does not mention in any form.

    Args:
        mine: One side's names.
        alike: How surely each of them is each of the other side's names.
        taken: Which of them are paired.
        paired: The other side's names that are paired.
        texts: The other side's sentences.
    """
    unlike = [
        place
        for k, place in enumerate(mine)
        if k not in taken and not any(score >= CLOSE for score in (alike[k] if alike else ()))
    ]
    if not unlike:
        return []
    plain = words_in_use(texts)  # another bearer of a surname is no mention of a person
    mentioned = plain | words_of(paired)
    return [
        place
        for place in unlike
        if not is_in_use(place, plain if place.kind is DetailKind.PERSON else mentioned)
    ]
