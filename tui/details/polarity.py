"""Whether two sentences affirm the same: negations of one side only, opposites in one role."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from tui.details.base import PairContext
from tui.details.denial import denied
from tui.details.marks import Mark, key, mark
from tui.details.matching import assign
from tui.details.opposites import is_decisive, is_quality
from tui.details.predicate import are_said_of_one, surroundings_alike
from tui.details.surroundings import (
    STEM,
    align,
    closeness,
    part_alike,
)
from tui.details.words import bare
from tui.model import DetailKind, Divergence, Relation, Side

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["are_opposed", "match"]

NEAR = 0.4
"""How close two sentences must be for what one negates to be sought in the other."""

FAR = 8
"""Words before a pole among which its negation is shown with it."""

SAME_PART = 0.45
"""How alike the parts of two opposites must be for a conflict."""

DECISIVE = 0.38
"""What a decisive pair counts by itself."""

SAME_MATTER = 0.38
"""How alike the clauses around two decisive opposites are, wherever they stand, for a conflict."""


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Compare the polarity of linked sentences; see :class:`~tui.details.base.Matcher`."""
    one, other, linked = _read(a, b, context)
    found = list(_opposed(one, other, linked, context.encoder))
    for kind, x, y, score in found:
        sides = _with_negation(x, one), _with_negation(y, other)
        yield Divergence(kind, Relation.CONFLICTS, score, *sides)
    used_a, used_b = {key(x) for _, x, _, _ in found}, {key(y) for _, _, y, _ in found}
    used_a, used_b = used_a | _settled(one, other, used_a), used_b | _settled(other, one, used_b)
    negations_a = [m for m in one if not m.value.pair and key(m) not in used_a]
    negations_b = [m for m in other if not m.value.pair and key(m) not in used_b]
    yield from denied((negations_a, negations_b), (one, other), context, linked)


def are_opposed(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> bool:
    """Whether opposites of two versions of one speech exclude each other."""
    return any(_opposed(*_read(a, b, context), context.encoder))


def _read(
    a: Sequence[Side], b: Sequence[Side], context: PairContext
) -> tuple[list[Mark], list[Mark], frozenset[tuple[int, int]]]:
    """The marks of both sides, and which sentences are linked."""
    one = [mark(side, context.sentences_a[side.sentence], context.a.lang) for side in a]
    other = [mark(side, context.sentences_b[side.sentence], context.b.lang) for side in b]
    linked = context.links or frozenset(product(context.sentences_a, context.sentences_b))
    return one, other, linked


def _settled(
    mine: Sequence[Mark], theirs: Sequence[Mark], used: Collection[tuple[int, int]]
) -> set[tuple[int, int]]:
    """The negations in or before a pole which is compared already, or has its like.

    "Not open" agrees with "closed": its negation is not to be missed there once more.
    """
    known = {(m.value.pair, m.value.positive) for m in theirs if m.value.pair}
    found: set[tuple[int, int]] = set()
    for pole in mine:
        told = (pole.value.pair, pole.value.positive) in known and is_decisive(pole.value.pair)
        if not pole.value.pair or not (told or key(pole) in used):
            continue
        near = [m for m in _same_clause(mine, pole) if not m.value.pair]
        found.update(key(m) for m in near if pole.at <= m.at <= pole.last)
        if pole.value.turned and near:
            found.add(key(min(near, key=lambda m: abs(m.at - pole.at))))
    return found


def _same_clause(marks: Iterable[Mark], mark: Mark) -> list[Mark]:
    """The marks of a mark's own clause."""
    return [
        m
        for m in marks
        if m.side.sentence == mark.side.sentence
        and m.sentence[m.at].clause == mark.sentence[mark.at].clause
    ]


def _opposed(
    one: Sequence[Mark],
    other: Sequence[Mark],
    linked: frozenset[tuple[int, int]],
    encoder: Encoder | None,
) -> Iterator[tuple[DetailKind, Mark, Mark, float]]:
    """Opposite poles in one role, where neither sentence has both poles, and how surely."""
    places_a, places_b = _by_place(one), _by_place(other)

    @cache
    def oppositions(at_a: tuple[int, int], at_b: tuple[int, int]) -> list[tuple[float, Mark, Mark]]:
        if (at_a[0], at_b[0]) not in linked:
            return []
        if places_a[at_a][0].is_quoted and places_b[at_b][0].is_quoted:
            return []  # two versions of a speech are compared as quotations
        return [
            (_opposition(x, y, encoder), x, y)
            for x, y in product(places_a[at_a], places_b[at_b])
            if x.value.pair == y.value.pair
            and x.value.positive != y.value.positive
            and not _has_both(x, one, y, other)
            and not _is_denied_too(x, y, one, other)
        ]

    def surest(at_a: tuple[int, int], at_b: tuple[int, int]) -> float:
        return max((score for score, _, _ in oppositions(at_a, at_b)), default=0.0)

    keys_a, keys_b = list(places_a), list(places_b)
    for i, j in assign(keys_a, keys_b, surest, at_least=SAME_PART):
        found = [each for each in oppositions(keys_a[i], keys_b[j]) if each[0] >= SAME_PART]
        score, x, y = max(found, key=lambda each: (each[0], each[1].last + each[2].last))
        yield _kind(found), x, y, min(0.95, score)


def _with_negation(pole: Mark, marks: Sequence[Mark]) -> Side:
    """A pole together with the negation before it that has turned it around."""
    before = [m for m in _same_clause(marks, pole) if m.is_negation and 0 < pole.at - m.at <= FAR]
    if not pole.value.turned or not before:
        return pole.side
    start, end = before[-1].side.detail.start, pole.side.detail.end
    detail = replace(pole.side.detail, start=start, text=pole.text[start:end])
    return Side(pole.side.sentence, detail)


def _kind(found: Iterable[tuple[float, Mark, Mark]]) -> DetailKind:
    """What opposites differ in: whether something is so, or only how it is."""
    told_how = all(
        is_quality(x.value.pair) and not (x.value.turned or y.value.turned) for _, x, y in found
    )
    return DetailKind.WORDING if told_how else DetailKind.NEGATION


def _is_denied_too(x: Mark, y: Mark, one: Sequence[Mark], other: Sequence[Mark]) -> bool:
    """Whether of two forms of one pole, one negated, the other is denied as well.

    A negation far off, or one in a word's meaning, may turn it where no rule of reach has seen it.
    """
    if x.value.turned == y.value.turned:
        return False
    plain, marks = (y, other) if x.value.turned else (x, one)
    return any(m.side.sentence == plain.side.sentence and not m.value.pair for m in marks)


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


def _opposition(x: Mark, y: Mark, encoder: Encoder | None) -> float:
    """How surely two opposite poles are said of the same."""
    near = closeness(x.text, y.text, x.lang, y.lang)
    apart = abs(x.position - y.position)
    if is_decisive(x.value.pair):
        alike = surroundings_alike(x, y, encoder)
        placed = 0.5 * max(0.0, 1 - apart / 0.7)
        matter = max(SAME_PART, alike) if alike >= SAME_MATTER else 0.0
        loose = max(DECISIVE + placed + 0.5 * near, matter)
    else:
        loose = 0.0
    if x.lang != y.lang:
        if loose or apart >= 0.4 or near < NEAR:
            return min(1.0, loose)
        placed = 0.5 * max(0.0, 1 - apart / 0.7)
        return placed + 0.5 * near if are_said_of_one(x, y, encoder) else 0.0
    alignment = align(x.text, y.text)
    kept_x = all(k in alignment.pairs for k in range(x.at, x.last + 1))
    kept_y = all(k in alignment.backwards for k in range(y.at, y.last + 1))
    single = x.at == x.last and y.at == y.last
    if kept_x or kept_y or (single and _stem(x) == _stem(y)):
        return 0.0  # the words stand in the other sentence too
    part = part_alike(alignment, len(x.sentence), len(y.sentence), x.at, y.at)
    return min(1.0, max(0.7 * part + 0.3 * near if near >= NEAR else 0.0, loose))


def _stem(mark: Mark) -> str:
    return bare(mark.sentence[mark.last].text)[:STEM]
