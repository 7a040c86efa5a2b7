"""How two times of day stand to each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from tui.details.judgement import CONFLICT, SAME, Judgement, vaguer
from tui.details.values import ClockTime
from tui.model import Relation

__all__ = ["relate_times"]

_ROUNDED_MINUTES = 4
_PART = 180
"""Minutes from which a time is a part of the day."""

_ONE_PART = 0.55
"""The share of two such parts that both have if they are one that languages bound otherwise."""

_UNZONED: Judgement = (Relation.IMPRECISE, "only one names its time zone")
_CLOSENESS = (Relation.AGREES, Relation.IMPRECISE, Relation.CONFLICTS)


def relate_times(a: ClockTime, b: ClockTime) -> Judgement:
    """Judge two times of day, each by its zone where both are named.

    Of a zone that only one side names, whole hours between the two may come.
    """
    if not (a.zone and b.zone):
        judged = _on_one_clock(a, b)
        by_zone = bool(a.zone) != bool(b.zone) and _full_hours(a, b)
        return _UNZONED if judged == CONFLICT and by_zone else judged
    found = [
        _on_one_clock(_shifted(a, -ahead_a), _shifted(b, -ahead_b))
        for ahead_a, ahead_b in ([(0, 0)] if a.zone == b.zone else product(a.zone, b.zone))
    ]
    return min(found, key=lambda judged: _CLOSENESS.index(judged[0]))


def _full_hours(a: ClockTime, b: ClockTime) -> bool:
    """Whether two stated minutes are as far apart as two zones may be."""
    return a.start == a.end and b.start == b.end and (a.start - b.start) % 60 == 0


def _on_one_clock(a: ClockTime, b: ClockTime) -> Judgement:
    """Judge two times of one zone; half the day is open where nothing says "a.m." or "p.m."."""
    best: Judgement = CONFLICT
    for shift_a in (0, 720) if a.twelve else (0,):
        for shift_b in (0, 720) if b.twelve else (0,):
            judged = _intervals(_shifted(a, shift_a), _shifted(b, shift_b))
            if judged[0] is Relation.AGREES:
                return SAME if a.twelve == b.twelve else vaguer(a.twelve, b.twelve)
            if judged[0] is Relation.IMPRECISE:
                best = judged
    return best


def _shifted(time: ClockTime, by: int) -> ClockTime:
    start = (time.start + by) % 1440
    return replace(time, start=start, end=start + time.end - time.start)


def _intervals(a: ClockTime, b: ClockTime) -> Judgement:
    if a == b:
        return SAME
    if _rounded_minute(a, b) or _rounded_minute(b, a):
        return Relation.IMPRECISE, "A is rounded" if _rounded_minute(a, b) else "B is rounded"
    for by in (0, 1440, -1440):
        if _touch(a, b, by) or _touch(b, a, -by):
            continue
        if a.start <= b.end + by and b.start + by <= a.end:
            width_a, width_b = a.end - a.start, b.end - b.start
            shared = min(a.end, b.end + by) - max(a.start, b.start + by)
            both = min(width_a, width_b) >= _PART
            if both and shared >= _ONE_PART * (width_a + width_b - shared):
                return SAME
            return vaguer(width_a > width_b, width_b > width_a)
    return CONFLICT


def _touch(a: ClockTime, b: ClockTime, by: int) -> bool:
    """Whether one ends where the other begins: "shortly before six" and "just after six"."""
    widths = a.end - a.start, b.end - b.start
    return a.end == b.start + by and min(widths) > 0 and max(widths) < _PART


def _rounded_minute(a: ClockTime, b: ClockTime) -> bool:
    """Whether a full or half hour may stand for a minute near it: 2 p.m. for 14.03."""
    minutes = a.start == a.end and b.start == b.end
    return minutes and a.start % 30 == 0 and 0 < abs(a.start - b.start) <= _ROUNDED_MINUTES
