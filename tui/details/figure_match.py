"""Which figure of one side answers which of the other: first what agrees, then what conflicts.

A pair is judged by its values (:mod:`tui.details.relate`) and by the role that the words around
give each side (:mod:`tui.details.roles`). Equal values prefer each other; unequal ones conflict
only where their roles are the same, or where nothing else is left that could be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.details.base import PairContext
from tui.details.figure_context import judged_by_context
from tui.details.figure_cues import TOLD_AS_TIME
from tui.details.judgement import UNSURE
from tui.details.matching import assign
from tui.details.misprints import HALF_A_SCORE, MISPRINT, TWO_STRETCHES, misprint
from tui.details.other_terms import (
    adds_up,
    complementary,
    hour_of_day,
    other_half,
    with_hours,
    with_share,
)
from tui.details.placed_figure import PlacedFigure, judge, linked, placed
from tui.details.roles import Role, similarity
from tui.details.values import Amount, CalendarDate
from tui.model import DetailKind, Divergence, Relation, Side

__all__ = ["match"]

CONFLICT_FROM = 0.42
"""The least similarity of roles at which incompatible values are called a conflict."""

ACROSS_FROM = 0.3
"""The same across languages, where few words can speak for a role."""

ALONE = 0.3
"""What being the only ones left of their sort in a linked pair adds to that similarity."""

_TODAY = "0 day"

DATES = 0.1
"""What it adds that they are dates: a sentence seldom tells two days of one matter."""

WEAK = 0.1
"""What it takes that one of them, "second", is as often no number."""

UNSETTLED = 0.2
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

_SURE = {Relation.AGREES: 0.8, Relation.IMPRECISE: 0.6, Relation.CONFLICTS: 0.5}


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair the figures of both sides and say how each pair relates; the rest is only one side's."""
    placed_a = [placed(s, context.sentences_a[s.sentence], context.a.lang) for s in a]
    placed_b = [placed(s, context.sentences_b[s.sentence], context.b.lang) for s in b]
    placed_a, placed_b = (
        with_hours([with_share(x, side) for x in side]) for side in (placed_a, placed_b)
    )
    summed = _summed(placed_a, placed_b, context)
    pairs = assign(placed_a, placed_b, _answering(summed, context))
    yield from _divergences((placed_a[i], placed_b[j]) for i, j in pairs)
    left_a = _without(placed_a, {i for i, _ in pairs})
    left_b = _without(placed_b, {j for _, j in pairs})
    late = assign(
        left_a,
        left_b,
        _contradiction(left_a, left_b, summed, context),
        at_least=_threshold(context),
    )
    yield from _divergences((left_a[i], left_b[j]) for i, j in late)
    answers = [(placed_a[i], placed_b[j]) for i, j in pairs]
    answers += [(left_a[i], left_b[j]) for i, j in late]
    turned = [(y, x) for x, y in answers]
    rest_a = _without(left_a, {i for i, _ in late})
    rest_b = _without(left_b, {j for _, j in late})
    yield from _left_over(rest_a, rest_b, answers, context)
    of_b = _left_over(rest_b, rest_a, turned, context.transposed())
    yield from (divergence.transposed() for divergence in of_b)


def _left_over(
    rest: Sequence[PlacedFigure],
    opposite: Sequence[PlacedFigure],
    answers: list[tuple[PlacedFigure, PlacedFigure]],
    context: PairContext,
) -> Iterator[Divergence]:
    """What can be said of A's figures that nothing has answered: told in other terms, or nowhere.

    Args:
        rest: Those figures.
        opposite: B's that nothing has answered.
        answers: The pairs made so far; those for figures said again are added.
        context: That of the pair.
    """
    for x in rest:
        again = _said_again(x, answers)
        if again is not None:
            yield from _repeated((x, again), answers, context)
            answers.append((x, again))
            continue
        sentence = context.sentences_a[x.side.sentence]
        told = hour_of_day(x, answers) or other_half(x, answers, sentence)
        if told is not None:
            yield told
        elif x.telling and not any(_may_answer(x, y, context) for y in opposite):
            yield Divergence(x.side.detail.kind, Relation.ONLY_A, 0.6, x.side, None)


def _may_answer(x: PlacedFigure, y: PlacedFigure, context: PairContext) -> bool:
    """Whether two figures left over may be one fact told in two ways ("in 1998", "26 years old").

    Of neither can it be said that only one side has it.
    """
    alike = x.telling and y.telling and x.family == y.family and linked(x, y, context)
    return alike and similarity(x.role, y.role) > 0


def _threshold(context: PairContext) -> float:
    return ACROSS_FROM if context.a.lang != context.b.lang else CONFLICT_FROM


def _said_again(
    x: PlacedFigure, answers: Sequence[tuple[PlacedFigure, PlacedFigure]]
) -> PlacedFigure | None:
    """What answers a figure that a report gives twice, in its headline and below, say.

    Those that agree with what answered the other mention are found by looking elsewhere.
    """
    for known, answer in answers:
        said, told = judge(x, known), judge(x, answer)
        other_sort = known.sort != x.sort and not known.vague
        if x.weak or other_sort or said is None or told is None:
            continue
        if Relation.CONFLICTS is said[0] or Relation.AGREES is told[0]:
            continue
        if similarity(x.role, known.role) > 0:
            return answer
    return None


def _repeated(
    pair: tuple[PlacedFigure, PlacedFigure],
    answers: Sequence[tuple[PlacedFigure, PlacedFigure]],
    context: PairContext,
) -> Iterator[Divergence]:
    """A figure said in two sentences is against its answer twice; a vaguer one is told once."""
    x, y = pair
    judged = judge(x, y)
    told = any(
        known.side.sentence == x.side.sentence and answer.side == y.side
        for known, answer in answers
    )
    contrary = judged is not None and judged[0] is Relation.CONFLICTS
    if contrary and not told and linked(x, y, context) and similarity(x.role, y.role) > 0:
        yield from _divergences([pair])


def _without(placed: Sequence[PlacedFigure], gone: set[int]) -> list[PlacedFigure]:
    return [x for i, x in enumerate(placed) if i not in gone]


def _summed(
    all_a: Sequence[PlacedFigure], all_b: Sequence[PlacedFigure], context: PairContext
) -> Callable[[PlacedFigure, PlacedFigure], bool]:
    """Whether two numbers differ only because one report adds up what the other lists.

    Or because one tells a part and the other the rest.
    """

    def summed(x: PlacedFigure, y: PlacedFigure) -> bool:
        if misprint(x.value, y.value) >= MISPRINT:
            return False
        listed = adds_up(x, y, all_a, all_b) or adds_up(y, x, all_b, all_a)
        return listed or complementary(x, y, all_a, all_b, context)

    return summed


def _answering(
    summed: Callable[[PlacedFigure, PlacedFigure], bool], context: PairContext
) -> Callable[[PlacedFigure, PlacedFigure], float]:
    """How well two figures answer each other by value and role together."""

    def answer(x: PlacedFigure, y: PlacedFigure) -> float:
        judged = judge(x, y)
        if judged is None or ((x.weak or y.weak) and x.sort != y.sort):
            return 0.0
        near, beside = similarity(x.role, y.role), linked(x, y, context)
        gain = (UNTOLD if judged == UNSURE else _GAIN[judged[0]]) + near
        if judged[0] is not Relation.CONFLICTS:
            unlike = x.vague != y.vague and near < VAGUE_FROM and judged != TOLD_AS_TIME
            if unlike and not _one_context(x, y, near, context):
                return 0.0
            return gain + LINKED * beside
        if not beside or near < CONFLICT_FROM or summed(x, y):
            return 0.0
        return gain if not (x.weak or y.weak) or _same_thing(x.role, y.role) else 0.0

    return answer


def _one_context(x: PlacedFigure, y: PlacedFigure, near: float, context: PairContext) -> bool:
    return near + judged_by_context(x.side, y.side, context) >= VAGUE_FROM


def _contradiction(
    left_a: Sequence[PlacedFigure],
    left_b: Sequence[PlacedFigure],
    summed: Callable[[PlacedFigure, PlacedFigure], bool],
    context: PairContext,
) -> Callable[[PlacedFigure, PlacedFigure], float]:
    """How likely two figures that nothing has answered were meant to be the same."""
    threshold = _threshold(context)

    def contradict(x: PlacedFigure, y: PlacedFigure) -> float:
        if not (x.comparable and y.comparable and linked(x, y, context)):
            return 0.0
        judged = judge(x, y)
        if judged is None or judged[0] is not Relation.CONFLICTS:
            return 0.0
        near, slip = similarity(x.role, y.role), misprint(x.value, y.value)
        unlike = x.role.attribute != y.role.attribute or x.part_of_day != y.part_of_day
        unlike = unlike or _only_one_counts(x, y)
        if summed(x, y) or near + slip <= 0 or (unlike and near < UNLIKE_FROM):
            return 0.0
        crowd = max(_crowd(x, y, left_a), _crowd(y, x, left_b))
        dates = DATES * _days_of_one_matter(x, y)
        likely = near + (ALONE + dates) / crowd + slip - WEAK * (x.weak or y.weak)
        settled = abs(likely - threshold) > UNSETTLED + dates
        if slip >= min(HALF_A_SCORE, TWO_STRETCHES) or settled:
            return likely
        return likely + judged_by_context(x.side, y.side, context)

    return contradict


def _days_of_one_matter(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether two dates stand alike, neither the day of a report nor one the end of a stretch."""
    a, b = x.value, y.value
    if not isinstance(a, CalendarDate) or not isinstance(b, CalendarDate):
        return False
    return x.role.cue == y.role.cue and _TODAY not in {a.relative, b.relative}


def _only_one_counts(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether one of two amounts has a unit, an age, say, and the other counts something."""
    a, b = x.value, y.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or (not a.unit) == (not b.unit):
        return False
    return bool((y if a.unit else x).role.thing)


def _crowd(x: PlacedFigure, answer: PlacedFigure, left: Sequence[PlacedFigure]) -> int:
    """How many of its sort a sentence has left to give an answer: the only one is likelier meant.

    Beside a year, "on Monday" is none of them: nothing tells how the two relate.
    """
    same = [y for y in left if x.sort == y.sort and x.side.sentence == y.side.sentence]
    alike = (y for y in same if y.comparable and y.role.attribute == x.role.attribute)
    return sum(judge(y, answer) is not None for y in alike)


def _same_thing(a: Role, b: Role) -> bool:
    return bool(a.thing and a.thing == b.thing) or bool(set(a.after[:2]) & set(b.after[:2]))


def _divergences(pairs: Iterable[tuple[PlacedFigure, PlacedFigure]]) -> Iterator[Divergence]:
    for x, y in pairs:
        judged = judge(x, y)
        if judged is None or (x.weak and y.weak and not (x.comparable and y.comparable)):
            continue
        relation, note = judged
        kinds = {x.side.detail.kind, y.side.detail.kind} - {DetailKind.NUMBER}
        score = _SURE[relation] + max(0.0, similarity(x.role, y.role)) / 2
        yield Divergence(
            min(kinds, default=DetailKind.NUMBER), relation, round(min(0.99, score), 3),
            x.side, y.side, note,
        )  # fmt: skip
