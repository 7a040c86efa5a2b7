"""Figures whose equal the other side gives too: they are at odds with nothing else there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from math import inf

from tui.details.base import PairContext
from tui.details.judgement import CONFLICT, SAME, Judgement
from tui.details.placed_figure import PlacedFigure, linked
from tui.details.roles import similarity
from tui.details.values import Amount, ClockTime

__all__ = ["Answerable"]

Judging = Callable[[PlacedFigure, PlacedFigure], Judgement | None]


_MOST_EQUALS = 8
"""How many equals of a figure are looked at; what has more is a table."""


class Answerable:
    """The figures of both sides, and which of them the other gives in linked sentences.

    Args:
        a: Those of A.
        b: Those of B.
        judging: How one of A and one of B stand to each other.
        context: That of the pair.
    """

    def __init__(
        self,
        a: Sequence[PlacedFigure],
        b: Sequence[PlacedFigure],
        judging: Judging,
        context: PairContext,
    ) -> None:
        self._a, self._b = a, b
        self._judging, self._context = judging, context
        self._near: dict[int, float] = {}

    def elsewhere(self, x: PlacedFigure, y: PlacedFigure, near: float) -> bool:
        """Whether one of two figures has an equal that it is likelier to be than the other.

        Because the words around it fit no worse, or because its report says it in another sentence
        again, as a headline and the sentence below do: one equal answers both.

        Args:
            x: One of A.
            y: One of B.
            near: How similar their roles are.
        """
        return max(self._nearest(x), self._nearest(y)) >= near

    def an_hour_rather(self, x: PlacedFigure, y: PlacedFigure) -> bool:
        """Whether one is an hour, and beside the other, a part of the day, stands one as well.

        That is what the hour is to be held against, unless something else answers it.
        """
        if not _is_time(x) or not _is_time(y) or x.part_of_day == y.part_of_day:
            return False
        part, is_a = (x, True) if x.part_of_day else (y, False)
        return (is_a, part.side.sentence) in self._open_hours

    def _nearest(self, x: PlacedFigure) -> float:
        """How near the role of a figure's equal is to its own, at most."""
        if id(x) not in self._near:
            equals = self._equals[id(x)]
            twice = any(self._said_twice(x, equal) for equal in equals)
            near = max((similarity(x.role, equal.role) for equal in equals), default=-inf)
            self._near[id(x)] = inf if twice else near
        return self._near[id(x)]

    def _said_twice(self, x: PlacedFigure, equal: PlacedFigure) -> bool:
        return any(
            again.side.sentence != x.side.sentence and similarity(again.role, x.role) > 0
            for again in self._equals[id(equal)]
        )

    @cached_property
    def _equals(self) -> defaultdict[int, list[PlacedFigure]]:
        """For each figure those of one value in the sentences linked to its own."""
        by_value: defaultdict[Hashable, list[PlacedFigure]] = defaultdict(list)
        for y in self._b:
            by_value[_value(y)].append(y)
        found: defaultdict[int, list[PlacedFigure]] = defaultdict(list)
        for x in self._a:
            for y in by_value[_value(x)][:_MOST_EQUALS] if not x.weak else ():
                same = not y.weak and linked(x, y, self._context)
                if same and self._judging(x, y) == SAME:
                    found[id(x)].append(y)
                    found[id(y)].append(x)
        return found

    @cached_property
    def _open_hours(self) -> set[tuple[bool, int]]:
        """The sentences, of A or not, with an hour that may agree with none of the other side."""
        hours_a, hours_b = (
            [z for z in side if _is_time(z) and not z.part_of_day] for side in (self._a, self._b)
        )
        told = [(x, y) for x in hours_a for y in hours_b if self._judging(x, y) != CONFLICT]
        answered = {id(z) for pair in told for z in pair}
        return {
            (is_a, z.side.sentence)
            for is_a, hours in ((True, hours_a), (False, hours_b))
            for z in hours
            if id(z) not in answered
        }


def _is_time(x: PlacedFigure) -> bool:
    return isinstance(x.value, ClockTime)


def _value(x: PlacedFigure) -> Hashable:
    """What two figures have in common that are equal, however exactly each is told."""
    value = x.value
    if isinstance(value, Amount):
        return value.unit, value.low, value.high, value.ordinal
    return value
