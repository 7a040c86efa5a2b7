"""One fact told in other terms: a sum for its parts, an hour for a part of the same day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.details.amount_range import finite
from tui.details.base import PairContext
from tui.details.lexicon import lexicon
from tui.details.placed_figure import PlacedFigure
from tui.details.relate import relate
from tui.details.roles import events_of
from tui.details.surroundings import closeness
from tui.details.time_relation import relate_times
from tui.details.values import Amount, CalendarDate, ClockTime
from tui.model import DetailKind, Divergence, Relation

__all__ = [
    "Counts",
    "adds_up",
    "complementary",
    "hour_of_day",
    "the_others",
    "with_hours",
]

_COMPATIBLE = frozenset({Relation.AGREES, Relation.IMPRECISE})
_SCORE = 0.6

_ROUNDED, _ABOUT = 0.7, 4.0
"""Percentage points by which two shares may miss a hundred; the second where one is vague."""

_UNCOUNTED = 10**15
"""From here on nothing is counted one by one, and sums would overflow."""

_MOST_TERMS = 12
"""Counts of a sentence that may be terms of a sum; among more, some add up to anything."""

_APART = 2
"""How many figures behind the first of two hours the second may be: a day stands between."""

_CASUALTIES = "dead"

_SAME_MATTER = 0.6
"""The closeness of two sentences from which they say the same of a part and of the rest."""


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


class Counts:
    """The plain counts among one side's figures, by sentence."""

    def __init__(self, placed: Sequence[PlacedFigure]) -> None:
        self._of: dict[int, list[tuple[PlacedFigure, float]]] = {}
        for x in placed:
            count = _count(x)
            if count:
                self._of.setdefault(x.side.sentence, []).append((x, count))
        self.told = {count for found in self._of.values() for x, count in found if not x.role.part}

    def beside(self, x: PlacedFigure) -> Sequence[tuple[PlacedFigure, float]]:
        """The counts of a figure's sentence, its own among them, each with its number."""
        return self._of.get(x.side.sentence, ())


def adds_up(x: PlacedFigure, y: PlacedFigure, own: Counts, opposite: Counts) -> bool:
    """Whether a count and another of its sentence make the other side's: 227 and 12 are 239.

    Or are that far apart: 318 to 301 are seventeen votes. What the other side has too is not
    counted in: "two dead and three hurt" against "five dead and three hurt" is no sum.
    """
    part, beside = _count(x), own.beside(x)
    if not part or x.sort != y.sort or len(beside) > _MOST_TERMS:
        return False
    rests = {
        rest
        for z, rest in beside
        if z is not x and not z.role.part and rest not in opposite.told and not _of_two(x, z, y)
    }
    made = {made for rest in rests for made in (part + rest, abs(part - rest))}
    judged = (relate(Amount(number, number), y.value) for number in made)
    return any(found is not None and found[0] is not Relation.CONFLICTS for found in judged)


def the_others(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether one counts all and the other those besides: "the eldest of three", "two younger"."""
    return _all_but_one(x, y) or _all_but_one(y, x)


def _all_but_one(whole: PlacedFigure, rest: PlacedFigure) -> bool:
    known, role = lexicon(whole.role.lang), whole.role
    eldest = set(role.before[:1]) & set(known.ages.get("superlatives", ()))
    of = role.beside[0] in known.partitive | known.of
    return bool(eldest) and of and _count(whole) - 1 == _count(rest) > 0


def _of_two(x: PlacedFigure, z: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether two terms are of two events, of which the total tells but one.

    Twelve cancelled and ten diverted are not twenty-two cancelled. The words for the dead mean all
    casualties as well.
    """
    events = {x.role.event, z.role.event}
    return len(events) == 2 and y.role.event in events - {"", _CASUALTIES} and "" not in events


def complementary(
    x: PlacedFigure,
    y: PlacedFigure,
    counts_a: Counts,
    counts_b: Counts,
    context: PairContext,
) -> bool:
    """Whether two figures are a part and the rest: one in ten freed, nine in ten still held.

    Two shares that make up a whole, or two counts that add up to one both reports tell. Where the
    sentences say the same of both, it is a contradiction after all.
    """
    if not _make_a_whole(x, y) and not _make_a_total(x, y, counts_a, counts_b):
        return False
    text_a, text_b = context.sentences_a[x.side.sentence], context.sentences_b[y.side.sentence]
    if context.a.lang == context.b.lang:
        return closeness(text_a, text_b, context.a.lang, context.b.lang) < _SAME_MATTER
    events_a, events_b = events_of(text_a, context.a.lang), events_of(text_b, context.b.lang)
    return not events_a or events_a != events_b


def _make_a_whole(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether two shares come to a hundred, about if they are so told."""
    a, b = x.value, y.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or not a.unit == b.unit == "%":
        return False
    plain = a.exact and b.exact and "share" not in {a.written, b.written}
    if a.point is None or b.point is None or plain:
        return False
    return abs(finite(a.point) + finite(b.point) - 100) <= (
        _ROUNDED if a.exact and b.exact else _ABOUT
    )


def _make_a_total(x: PlacedFigure, y: PlacedFigure, counts_a: Counts, counts_b: Counts) -> bool:
    """Whether two counts add up to one that both sides tell beside them."""
    total = _count(x) + _count(y)
    if not _count(x) or not _count(y):
        return False
    besides = counts_a.beside(x), counts_b.beside(y)
    return all(any(count == total for _, count in beside) for beside in besides)


def with_hours(placed: Sequence[PlacedFigure]) -> list[PlacedFigure]:
    """Give times that are the ends of a stretch what lies between: "between ten and six"."""
    found = list(placed)
    for place, x in enumerate(placed):
        opens = x.role.beside[0] in lexicon(x.role.lang).between.single
        if not opens or not isinstance(x.value, ClockTime):
            continue
        behind = range(place + 1, min(place + 1 + _APART, len(placed)))
        end = next((k for k in behind if isinstance(placed[k].value, ClockTime)), None)
        last = placed[end].value if end is not None else None
        if end is None or not isinstance(last, ClockTime):
            continue
        if placed[end].side.sentence == x.side.sentence:
            hours = ClockTime(x.value.start, last.end + 1440 * (last.end < x.value.start))
            found[place], found[end] = (replace(z, hours=hours) for z in (x, placed[end]))
    return found


def _count(x: PlacedFigure) -> float:
    """The number of a plain count, 0 for what is none."""
    value = x.value
    if not isinstance(value, Amount) or value.low is None or value.low != value.high:
        return 0
    counts = not (value.unit or value.ordinal or value.weak) and value.low < _UNCOUNTED
    return value.low if counts else 0
