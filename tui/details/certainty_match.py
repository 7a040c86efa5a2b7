"""Whether two reports are equally certain of the same statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.details.base import PairContext
from tui.details.hedges import BELIEVED, CERTAIN, EXCLUDED, PROBABLE, UNKNOWN
from tui.details.marks import Spot, spot
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.predicate import surroundings_alike
from tui.details.text_values import Certainty
from tui.details.vocabulary import vocabulary
from tui.model import DetailKind, Divergence, Relation, Side

__all__ = ["match"]

MOST = 40
"""Hedges of either side that are compared; linked sentences with more are no prose."""

SAME_MATTER, SAME_SENSE = 0.3, 0.3
"""How alike the words around two hedges are if they hedge one statement, and the cosine of two
sentences that report one thing."""


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair hedges with hedges; one that no hedge answers is only its report's."""
    one = [spot(side, context.sentences_a[side.sentence], context.a.lang) for side in a[:MOST]]
    other = [spot(side, context.sentences_b[side.sentence], context.b.lang) for side in b[:MOST]]
    pairs = assign(one, other, lambda x, y: _alike(x, y, context), at_least=0.05)
    for i, j in pairs:
        yield _related(one[i], other[j])
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, hedge in enumerate(one):
        if i not in taken_a:
            yield from _lone(hedge)
    for j, hedge in enumerate(other):
        if j not in taken_b:
            yield from (found.transposed() for found in _lone(hedge))


def _level(hedge: Spot) -> str:
    value = hedge.side.detail.value
    assert isinstance(value, Certainty)
    return value.level


def _are_at_odds(x: Spot, y: Spot) -> bool:
    """Whether two levels cannot be said of one statement; neighbours on the scale can."""
    levels = {_level(x), _level(y)}
    if len(levels) < 2 or any(_words(z) in vocabulary(z.lang).evident for z in (x, y)):
        return False  # "offenbar" is "apparently" as well as "clearly"
    if CERTAIN in levels or EXCLUDED in levels:
        return levels != {CERTAIN, EXCLUDED}  # "confirmed that there was no link"
    return UNKNOWN in levels and not levels.isdisjoint({PROBABLE, BELIEVED})


def _related(x: Spot, y: Spot) -> Divergence:
    if _are_at_odds(x, y):
        surer = _level(x) in {CERTAIN, EXCLUDED} or _level(y) == UNKNOWN
        note = f"{'B' if surer else 'A'} is less certain"
        return Divergence(DetailKind.CERTAINTY, Relation.CONFLICTS, 0.75, x.side, y.side, note=note)
    score = 0.9 if _level(x) == _level(y) else 0.65
    return Divergence(DetailKind.CERTAINTY, Relation.AGREES, score, x.side, y.side)


def _hedge_one(x: Spot, y: Spot, context: PairContext) -> bool:
    """Whether two hedges are of one statement: by the words around, else by the encoder.

    Few sentences that report one thing hedge two, so little will do.
    """
    if surroundings_alike(x, y, context.encoder) >= SAME_MATTER:
        return True
    return context.encoder is not None and cosine(x.text, y.text, context.encoder) >= SAME_SENSE


def _alike(x: Spot, y: Spot, context: PairContext) -> float:
    if context.links and (x.side.sentence, y.side.sentence) not in context.links:
        return 0.0
    if _are_at_odds(x, y):
        denied = any(_level(z) == EXCLUDED and _is_denied(z) for z in (x, y))
        if denied or x.is_quoted != y.is_quoted or not _hedge_one(x, y, context):
            return 0.0
    apart = abs(x.position - y.position)
    return 0.6 - 0.5 * apart + (0.2 if _level(x) == _level(y) else 0.0)


def _is_denied(hedge: Spot) -> bool:
    """Whether the clause of a hedge negates: "*neither* side ruled out talks"."""
    clause = hedge.sentence[hedge.at].clause
    held = [word for word in hedge.sentence if word.clause == clause]
    return any(hit.value == "explicit" for hit in vocabulary(hedge.lang).negation.find(held))


def _lone(hedge: Spot) -> Iterator[Divergence]:
    """That a hedge which no hedge answers is there; what is certain goes without saying."""
    if _level(hedge) not in {CERTAIN, EXCLUDED}:
        note = "A is less certain"
        yield Divergence(DetailKind.CERTAINTY, Relation.ONLY_A, 0.7, hedge.side, None, note=note)


def _words(hedge: Spot) -> str:
    return " ".join(w.folded for w in hedge.sentence[hedge.at : hedge.last + 1])
