"""Which figure of one side answers which of the other: first what agrees, then what conflicts.

A pair is judged by its values (:mod:`tui.details.relate`) and by the role that the words around
give each side (:mod:`tui.details.roles`). Equal values prefer each other; unequal ones conflict
only where their roles are the same, or where nothing else is left that could be meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import islice

from tui.details.base import PairContext
from tui.details.figure_context import judged_by_context
from tui.details.figure_cues import TOLD_AS_TIME
from tui.details.given_on_both import Answerable
from tui.details.judgement import UNSURE, Judgement
from tui.details.misprints import HALF_A_SCORE, MISPRINT, TWO_STRETCHES, misprint
from tui.details.other_terms import (
    Counts,
    adds_up,
    complementary,
    the_others,
    with_hours,
)
from tui.details.placed_figure import PlacedFigure, judge, linked, placed
from tui.details.roles import Role, similarity
from tui.details.unanswered import Unanswered, divergences, left_over
from tui.details.values import Amount
from tui.model import Divergence, Relation, Side

__all__ = ["match"]

CONFLICT_FROM = 0.3
"""The least similarity of roles at which incompatible values are called a conflict."""

SURE_FROM = 0.42
"""The same where they might agree with other figures yet."""

ALONE = 0.3
"""What being the only ones left of their sort in a linked pair adds to that similarity."""

MANY = 16
"""How many are as good as any more: the only one of so many adds next to nothing."""

WEAK = 0.1
"""What it takes that one of them, "second", is as often no number."""

UNSETTLED = 0.25
"""How near the least similarity the meaning of the words around is asked too."""

VAGUE_FROM = 0.1
"""The least similarity of roles at which "several" may stand for a number."""

UNLIKE_FROM = 0.2
"""The least for "three-toed" against three of something, or an evening against an hour."""

LINKED = 0.2
"""What standing in linked sentences, not only in one bead, adds for values that may agree."""

_GAIN = {Relation.AGREES: 2.0, Relation.IMPRECISE: 1.0, Relation.CONFLICTS: 0.6}
UNTOLD = 0.5
"""The same for dates of which nothing tells whether they are one day."""

Judging = Callable[[PlacedFigure, PlacedFigure], Judgement | None]
"""How a figure of A and one of B stand to each other."""

Otherwise = Callable[[PlacedFigure, PlacedFigure, float], bool]
"""Whether what stands beside two figures, as near by role, keeps them from being at odds."""


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair the figures of both sides and say how each pair relates; the rest is only one side's."""
    placed_a = [placed(s, context.sentences_a[s.sentence], context.a.lang) for s in a]
    placed_b = [placed(s, context.sentences_b[s.sentence], context.b.lang) for s in b]
    placed_a, placed_b = (with_hours(side) for side in (placed_a, placed_b))
    judged, summed = _judging(), _summed(placed_a, placed_b, context)
    given = Answerable(placed_a, placed_b, judged, context)

    def told_otherwise(x: PlacedFigure, y: PlacedFigure, near: float) -> bool:
        return given.elsewhere(x, y, near) or summed(x, y)

    rest = Unanswered(placed_a, placed_b)
    rest.pair(_answering(judged, given, told_otherwise, context))
    alone = _alone(placed_a) | _alone(placed_b)
    contradict = _contradiction(rest, judged, told_otherwise, alone, context)
    rest.pair(contradict, at_least=CONFLICT_FROM)
    rest.pair(_hour_of_day)
    yield from divergences(rest.answers)
    yield from left_over(rest, context)


def _judging() -> Judging:
    """:func:`judge` that judges each pair once: the figures beside a pair are looked at too."""
    known: dict[tuple[int, int], Judgement | None] = {}

    def judged(x: PlacedFigure, y: PlacedFigure) -> Judgement | None:
        pair = id(x), id(y)
        if pair not in known:
            known[pair] = judge(x, y)
        return known[pair]

    return judged


def _summed(
    all_a: Sequence[PlacedFigure], all_b: Sequence[PlacedFigure], context: PairContext
) -> Callable[[PlacedFigure, PlacedFigure], bool]:
    """Whether two numbers differ only because one report adds up what the other lists.

    Or because one tells a part and the other the rest.
    """
    counts_a, counts_b = Counts(all_a), Counts(all_b)

    def summed(x: PlacedFigure, y: PlacedFigure) -> bool:
        if misprint(x.value, y.value) >= MISPRINT:
            return False
        listed = adds_up(x, y, counts_a, counts_b) or adds_up(y, x, counts_b, counts_a)
        return listed or the_others(x, y) or complementary(x, y, counts_a, counts_b, context)

    return summed


def _answering(
    judging: Judging, given: Answerable, told_otherwise: Otherwise, context: PairContext
) -> Callable[[PlacedFigure, PlacedFigure], float]:
    """How well two figures answer each other by value and role together."""

    def answer(x: PlacedFigure, y: PlacedFigure) -> float:
        judged = judging(x, y)
        if judged is None or ((x.weak or y.weak) and x.sort != y.sort) or x.tells_hour_of(y):
            return 0.0
        near, beside = similarity(x.role, y.role), linked(x, y, context)
        gain = (UNTOLD if judged == UNSURE else _GAIN[judged[0]]) + near
        if judged[0] is not Relation.CONFLICTS:
            if given.an_hour_rather(x, y):
                return 0.0
            unlike = x.vague != y.vague and near < VAGUE_FROM and judged != TOLD_AS_TIME
            if unlike and not _one_context(x, y, near, context):
                return 0.0
            return gain + LINKED * beside
        if not beside or near < SURE_FROM or told_otherwise(x, y, near):
            return 0.0
        return gain if not (x.weak or y.weak) or _same_thing(x.role, y.role) else 0.0

    return answer


def _one_context(x: PlacedFigure, y: PlacedFigure, near: float, context: PairContext) -> bool:
    return near + judged_by_context(x.side, y.side, context) >= VAGUE_FROM


def _contradiction(
    left: Unanswered,
    judging: Judging,
    told_otherwise: Otherwise,
    alone: Set[int],
    context: PairContext,
) -> Callable[[PlacedFigure, PlacedFigure], float]:
    """How likely two figures that nothing has answered were meant to be the same.

    Few words around two figures that are ``alone`` speak for them, but none against them.
    """
    left_a, left_b = left.a, left.b

    def contradict(x: PlacedFigure, y: PlacedFigure) -> float:
        if not (x.comparable and y.comparable and linked(x, y, context)):
            return 0.0
        judged = judging(x, y)
        if judged is None or judged[0] is not Relation.CONFLICTS:
            return 0.0
        near, slip = similarity(x.role, y.role), misprint(x.value, y.value)
        unlike = x.role.attribute != y.role.attribute or x.part_of_day != y.part_of_day
        unlike = unlike or _only_one_counts(x, y)
        if told_otherwise(x, y, near) or near + slip <= 0 or (unlike and near < UNLIKE_FROM):
            return 0.0
        crowd = max(
            _crowd(x, left_a, lambda z: judging(z, y)), _crowd(y, left_b, lambda z: judging(x, z))
        )
        likely = near + ALONE / crowd + slip - WEAK * (x.weak or y.weak)
        settled = abs(likely - CONFLICT_FROM) > UNSETTLED
        if slip >= min(HALF_A_SCORE, TWO_STRETCHES) or settled:
            return likely
        by_context = judged_by_context(x.side, y.side, context)
        return likely + (max(0.0, by_context) if {id(x), id(y)} <= alone else by_context)

    return contradict


def _alone(placed: Sequence[PlacedFigure]) -> frozenset[int]:
    """The dates, times and measures that are the only ones of their sort in their sentence."""
    told = Counter((x.side.sentence, type(x.value), x.family) for x in placed)
    measures = (x for x in placed if not isinstance(x.value, Amount) or x.value.unit)
    return frozenset(id(x) for x in measures if told[x.side.sentence, type(x.value), x.family] == 1)


def _hour_of_day(x: PlacedFigure, y: PlacedFigure) -> float:
    """How well an hour answers a day told with its part, for which there is no other day."""
    told = x.tells_hour_of(y) and judge(x, y) is not None
    return _GAIN[Relation.IMPRECISE] + similarity(x.role, y.role) if told else 0.0


def _only_one_counts(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether one of two amounts has a unit, an age, say, and the other counts something."""
    a, b = x.value, y.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or (not a.unit) == (not b.unit):
        return False
    return bool((y if a.unit else x).role.thing)


def _crowd(
    x: PlacedFigure,
    left: Sequence[PlacedFigure],
    judged: Callable[[PlacedFigure], Judgement | None],
) -> int:
    """How many of its sort a sentence has left to give an answer: the only one is likelier meant.

    Beside a year, "on Monday" is none of them: nothing tells how the two relate.

    Args:
        x: One of them.
        left: The figures of its side that nothing has answered.
        judged: How each of them stands to the answer.
    """
    same = (y for y in left if x.sort == y.sort and x.side.sentence == y.side.sentence)
    alike = (y for y in same if y.comparable and y.role.attribute == x.role.attribute)
    return sum(1 for _ in islice((y for y in alike if judged(y) is not None), MANY))


def _same_thing(a: Role, b: Role) -> bool:
    return bool(a.thing and a.thing == b.thing) or bool(set(a.after[:2]) & set(b.after[:2]))
