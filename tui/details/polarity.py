"""Whether two sentences affirm the same: negations of one side only, opposites in one role."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from tui.details.base import PairContext
from tui.details.denial import denied
from tui.details.marks import Mark, key, mark
from tui.details.matching import assign
from tui.details.opposites import is_decisive, is_quality, is_scale
from tui.details.opposition import Place, likelihood, opposed_poles, signs
from tui.details.predicate import are_said_of_one
from tui.details.surroundings import align, closeness, part_alike
from tui.details.told_otherwise import are_parts_of_one_whole, meet_at_one_time
from tui.model import DetailKind, Divergence, Relation, Side

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["are_opposed", "match"]

NEAR = 0.4
"""How close two sentences must be for opposites that do not decide by themselves to count."""

FAR_APART, ACROSS = 0.4, 0.7
"""How far apart, as a share of their sentences, two of them stand at most in two languages; how
far they would have to for their places to say nothing."""

FAR = 8
"""Words before a pole among which its negation is shown with it."""

LIKELY = 0.5
"""How likely opposites must be said of one thing for a conflict."""

SAME_PART = 0.45
"""How alike the parts of two opposites must be that do not decide by themselves."""


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
    """The marks of both sides, and which are linked and tell no parts of one whole."""
    one = [mark(side, context.sentences_a[side.sentence], context.a.lang) for side in a]
    other = [mark(side, context.sentences_b[side.sentence], context.b.lang) for side in b]
    linked = context.links or product(context.sentences_a, context.sentences_b)
    return one, other, frozenset(pair for pair in linked if not _tell_parts(*pair, context))


def _tell_parts(i: int, j: int, context: PairContext) -> bool:
    """Whether a sentence of A and one of B give the two shares of one whole."""
    a, b = context.sentences_a.get(i, ""), context.sentences_b.get(j, "")
    return are_parts_of_one_whole(a, b, context.a.lang, context.b.lang)


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
    """Opposite poles said of one thing, each once, and how surely."""
    scored: dict[tuple[Place, Place], list[tuple[float, Mark, Mark]]] = {}
    for at, pairs in opposed_poles(one, other, linked).items():
        for x, y in pairs:
            if meet_at_one_time(x, y):
                continue
            score = _opposition(x, y, (one, other), linked, encoder)
            if score:
                scored.setdefault(at, []).append((score, x, y))

    def surest(at_a: Place, at_b: Place) -> float:
        return max((score for score, _, _ in scored.get((at_a, at_b), ())), default=0.0)

    places_a, places_b = (
        list(dict.fromkeys(a for a, _ in scored)),
        list(dict.fromkeys(b for _, b in scored)),
    )
    for i, j in assign(places_a, places_b, surest):
        found = scored[places_a[i], places_b[j]]
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
    """What opposites differ in: whether something is so, or only how it is.

    Words of a scale are the more telling where the same are poles of a pair.
    """
    told = [(x.value.pair, x.value.turned or y.value.turned) for _, x, y in found]
    told = [each for each in told if is_scale(each[0])] or told
    told_how = all(is_quality(pair) and not turned for pair, turned in told)
    return DetailKind.WORDING if told_how else DetailKind.NEGATION


def _opposition(
    x: Mark,
    y: Mark,
    marks: tuple[Sequence[Mark], Sequence[Mark]],
    linked: frozenset[tuple[int, int]],
    encoder: Encoder | None,
) -> float:
    """How surely two opposite poles are said of the same; 0.0 where it is not sure enough."""
    found = signs(x, y, marks, linked, encoder)
    if is_decisive(x.value.pair):
        sure = likelihood(found)
        return sure if sure >= LIKELY else 0.0
    if found.answered or found.denied:
        return 0.0
    near = closeness(x.text, y.text, x.lang, y.lang)
    if near < NEAR:
        return 0.0
    if x.lang != y.lang:
        apart = abs(x.position - y.position)
        if apart >= FAR_APART or not are_said_of_one(x, y, encoder):
            return 0.0
        score = 0.5 * (1 - apart / ACROSS) + 0.5 * near
    else:
        alignment = align(x.text, y.text)
        part = part_alike(alignment, len(x.sentence), len(y.sentence), x.at, y.at)
        score = 0.7 * part + 0.3 * near
    return score if score >= SAME_PART else 0.0
