"""Whether two sentences affirm the same: negations of one side only, opposites in one role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from tui.data import load
from tui.details.base import PairContext
from tui.details.denial import denied
from tui.details.marks import Mark, key, mark
from tui.details.matching import assign
from tui.details.surroundings import (
    STEM,
    align,
    closeness,
    part_alike,
)
from tui.details.words import bare
from tui.model import DetailKind, Divergence, Relation, Side

__all__ = ["match"]

NEAR = 0.4
"""How close two sentences must be for what one negates to be sought in the other."""

SAME_PART = 0.45
"""How alike the parts of two opposites must be for a conflict."""


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Compare the polarity of linked sentences; see :class:`~tui.details.base.Matcher`."""
    one = [mark(side, context.sentences_a[side.sentence], context.a.lang) for side in a]
    other = [mark(side, context.sentences_b[side.sentence], context.b.lang) for side in b]
    linked = context.links or frozenset(product(context.sentences_a, context.sentences_b))
    opposed = list(_opposed(one, other, linked))
    used = {(s.sentence, s.detail.start) for d in opposed for s in (d.a,) if s}
    used_b = {(s.sentence, s.detail.start) for d in opposed for s in (d.b,) if s}
    yield from opposed
    negations_a = [m for m in one if not m.value.pair and key(m) not in used]
    negations_b = [m for m in other if not m.value.pair and key(m) not in used_b]
    yield from denied((negations_a, negations_b), (one, other), context, linked)


def _opposed(
    one: Sequence[Mark], other: Sequence[Mark], linked: frozenset[tuple[int, int]]
) -> Iterator[Divergence]:
    """Opposite poles in one role, where neither sentence has both poles."""
    places_a, places_b = _by_place(one), _by_place(other)

    def opposition(at_a: tuple[int, int], at_b: tuple[int, int]) -> float:
        if (at_a[0], at_b[0]) not in linked:
            return 0.0
        if places_a[at_a][0].is_quoted and places_b[at_b][0].is_quoted:
            return 0.0  # two versions of a speech are compared as quotations
        return max(
            (
                _opposition(x, y)
                for x, y in product(places_a[at_a], places_b[at_b])
                if x.value.pair == y.value.pair
                and x.value.positive != y.value.positive
                and not _has_both(x, one, y, other)
            ),
            default=0.0,
        )

    keys_a, keys_b = list(places_a), list(places_b)
    for i, j in assign(keys_a, keys_b, opposition, at_least=SAME_PART):
        score = min(0.95, opposition(keys_a[i], keys_b[j]))
        x, y = places_a[keys_a[i]][0], places_b[keys_b[j]][0]
        yield Divergence(DetailKind.NEGATION, Relation.CONFLICTS, score, x.side, y.side)


def _by_place(marks: Sequence[Mark]) -> dict[tuple[int, int], list[Mark]]:
    """The poles by where they stand; a word may be a pole of several pairs."""
    places: dict[tuple[int, int], list[Mark]] = {}
    for each in marks:
        if each.value.pair:
            places.setdefault(key(each), []).append(each)
    return places


def _has_both(x: Mark, one: Sequence[Mark], y: Mark, other: Sequence[Mark]) -> bool:
    """Whether either sentence has the other's pole too, so that the two may answer crosswise."""
    return any(
        m.value.pair == x.value.pair and m.value.positive != x.value.positive
        for m in one
        if m.side.sentence == x.side.sentence
    ) or any(
        m.value.pair == y.value.pair and m.value.positive != y.value.positive
        for m in other
        if m.side.sentence == y.side.sentence
    )


def _opposition(x: Mark, y: Mark) -> float:
    """How surely two opposite poles are said of the same."""
    near = closeness(x.text, y.text, x.lang, y.lang)
    apart = abs(x.position - y.position)
    decisive = x.value.pair in _decisive()
    placed = 0.5 * max(0.0, 1 - apart / 0.7)
    if x.lang != y.lang:
        if decisive:
            return min(1.0, 0.25 + placed + 0.5 * near)
        return placed + 0.5 * near if apart < 0.4 and near >= NEAR else 0.0
    alignment = align(x.text, y.text)
    if x.at in alignment.pairs or y.at in alignment.backwards or _stem(x) == _stem(y):
        return 0.0  # the word stands in the other sentence too
    part = part_alike(alignment, len(x.sentence), len(y.sentence), x.at, y.at)
    loose = 0.25 + placed + 0.5 * near if decisive else 0.0
    return min(1.0, max(0.7 * part + 0.3 * near if near >= NEAR else 0.0, loose))


@cache
def _decisive() -> frozenset[str]:
    return frozenset(load("opposites/pairs")["decisive"])


def _stem(mark: Mark) -> str:
    return bare(mark.sentence[mark.at].text)[:STEM]
