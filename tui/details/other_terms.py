"""One fact told in other terms: a sum for its parts, an hour for a part of the same day."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.date_relation import relate_times
from tui.details.placed_figure import PlacedFigure
from tui.details.relate import relate
from tui.details.values import Amount, CalendarDate, ClockTime
from tui.model import DetailKind, Divergence, Relation

__all__ = ["adds_up", "hour_of_day"]

_COMPATIBLE = frozenset({Relation.AGREES, Relation.IMPRECISE})
_SCORE = 0.6


def hour_of_day(
    x: PlacedFigure, answers: Sequence[tuple[PlacedFigure, PlacedFigure]]
) -> Divergence | None:
    """An hour, where the other side tells the part of the same day: "Monday evening", "8:30"."""
    if not isinstance(x.value, ClockTime):
        return None
    for day, answer in answers:
        told = answer.value
        if day.side.sentence != x.side.sentence or not isinstance(told, CalendarDate):
            continue
        if told.daytime and relate_times(x.value, ClockTime(*told.daytime))[0] in _COMPATIBLE:
            return Divergence(
                DetailKind.TIME, Relation.IMPRECISE, _SCORE, x.side, answer.side, "B is vaguer"
            )
    return None


def adds_up(
    x: PlacedFigure,
    y: PlacedFigure,
    beside: Sequence[PlacedFigure],
    opposite: Sequence[PlacedFigure],
) -> bool:
    """Whether a count and another of its sentence make the other side's: 227 and 12 are 239.

    Or are that far apart: 318 to 301 are seventeen votes. What the other side has too is not
    counted in: "two dead and three hurt" against "five dead and three hurt" is no sum.
    """
    part = _count(x)
    if not part or x.sort != y.sort:
        return False
    told = {_count(z) for z in opposite}
    others = (z for z in beside if z is not x and z.side.sentence == x.side.sentence)
    rests = [_count(z) for z in others if not z.role.part]
    made = [
        made
        for rest in rests
        if rest and rest not in told
        for made in (part + rest, abs(part - rest))
    ]
    judged = (relate(Amount(number, number), y.value) for number in made)
    return any(found is not None and found[0] is not Relation.CONFLICTS for found in judged)


def _count(x: PlacedFigure) -> float:
    """The number of a plain count, 0 for what is none."""
    value = x.value
    if not isinstance(value, Amount) or value.low is None or value.low != value.high:
        return 0
    return 0 if value.unit or value.ordinal or value.weak else value.low
