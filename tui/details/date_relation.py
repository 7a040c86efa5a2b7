"""How two dates stand to each other."""

from __future__ import annotations

from datetime import date

from tui.details.date_parts import LONG, Parts, names_day, near_day, stated
from tui.details.date_steps import (
    relate_parts_of_age,
    relate_rounded_steps,
    relate_steps,
    relate_tide,
)
from tui.details.date_stretches import HALVES, QUARTERS, relate_stretches
from tui.details.judgement import CONFLICT, SAME, UNSURE, Judgement, vaguer
from tui.details.values import CalendarDate

__all__ = ["relate_dates"]

_WEEKDAY_REACH = 8
"""How many days off a weekday may have been resolved: the one before, or the one to come."""

_ROUND_AGO = 0.08
"""The share by which a round number of years ago may be off: 46 or 54 for half a century."""

_PARTS = {"early": (1, 12), "mid": (9, 22), "late": (19, 31)}
_DAYS = _PARTS | {"christmas": (23, 26)}
_SEASONS = {
    "spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "winter": (12, 3),
}  # fmt: skip
_FAMILIES = (_PARTS, _SEASONS, QUARTERS, HALVES)
_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (10, 12)}
_OF_YEAR = _SEASONS | QUARTERS | HALVES
_WEEKEND = frozenset({5, 6})


def relate_dates(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """Judge two dates; ``None`` where only a calendar could tell whether they have to do."""
    judged = _dates(a, b)
    apart = a.daytime and b.daytime and not _share_time(a.daytime, b.daytime)
    return CONFLICT if judged and apart else judged


def _share_time(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two parts of a day overlap; a night runs into the next."""
    return any(a[0] < b[1] + by and b[0] + by < a[1] for by in (0, 1440, -1440))


def _dates(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    if a == b:
        same_day = not (a.resolved and b.resolved) or a.resolved == b.resolved
        return SAME if same_day or a.weekday is not None else UNSURE
    if a.until or b.until or a.last or b.last:
        return relate_stretches(a, b)
    special = _weekends(a, b) or relate_tide(a, b) or relate_parts_of_age(a, b)
    if special is not None:
        return special
    if a.relative and b.relative and not (a.resolved and b.resolved):
        return relate_steps(a, b)
    week = _of_week(a, b)
    if week is not None:
        return week
    day_a, day_b = stated(a), stated(b)
    for one, other in ((a, b), (b, a)):
        if one.weekday is not None and one.day is None and other.span and not other.weekday:
            inside = one.resolved and _in_span(other, one, stated(one))
            return vaguer(other is a, other is b) if inside else None
    rounded = _years_ago(a, b) or relate_rounded_steps(a, b)
    if rounded is not None:
        return rounded
    shared = [(x, y) for x, y in zip(day_a, day_b, strict=True) if x is not None and y is not None]
    if shared and any(x != y for x, y in shared):
        return _by_weekday(a, b) or CONFLICT
    if shared or _comparable(a, b, day_a, day_b):
        return _spans(a, b, day_a, day_b)
    by_weekday = _by_weekday(a, b)
    if by_weekday is not None:
        return by_weekday
    return UNSURE if names_day(a) and names_day(b) else None


def _years_ago(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """A year against how long ago it was, which is rounded: 1974 and "half a century ago".

    ``None`` unless they differ by no more than rounding explains.
    """
    for one, other in ((a, b), (b, a)):
        if not one.relative.endswith(" year") or not one.resolved or not other.year:
            continue
        ago = -int(one.relative.split(" ")[0])
        reach = max(1.0, _ROUND_AGO * ago if ago % 5 == 0 else 0.0) if ago > 1 else 0.0
        if 0 < abs(int(one.resolved) - other.year) <= reach and other.span not in LONG:
            return vaguer(one is a, one is b)
    return None


def _weekends(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """A weekend against a day of the week: it is one of the two or it is not."""
    for one, other in ((a, b), (b, a)):
        if not one.relative.endswith(" weekend"):
            continue
        near = near_day(one, other)
        day = other.weekday if other.weekday is not None else near.weekday() if near else None
        if day is None:
            return UNSURE if other.relative else None
        return vaguer(one is a, one is b) if day in _WEEKEND else CONFLICT
    return None


def _of_week(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """A week against a day: it holds the day or it does not."""
    for one, other in ((a, b), (b, a)):
        if not one.relative.endswith("week") or other.relative.endswith("week"):
            continue
        coming = not one.relative.startswith(("-", "0"))
        if coming and other.weekday is not None and other.day is None:
            return vaguer(one is a, one is b)  # a bare weekday may be the next
        day = near_day(one, other)
        if not one.resolved or day is None:
            return vaguer(one is a, one is b) if names_day(other) else None
        year, week, _ = day.isocalendar()
        same = one.resolved == f"{year:04}-W{week:02}"
        return vaguer(one is a, one is b) if same else CONFLICT
    return None


def _comparable(a: CalendarDate, b: CalendarDate, day_a: Parts, day_b: Parts) -> bool:
    """Whether a part of the year, a decade or a century can be held against the other date."""
    if a.span in LONG or b.span in LONG:
        return a.year is not None and b.year is not None
    months = _months(a, day_a), _months(b, day_b)
    return None not in months and not (day_a[1] and day_b[1])


def _months(value: CalendarDate, parts: Parts) -> tuple[int, int] | None:
    """The first and the last month a date may mean, told by its month or its part of the year."""
    if parts[1] is not None:
        return parts[1], parts[1]
    of_a_week = value.relative.endswith(("week", "weekend", "day")) or value.weekday is not None
    named = _OF_YEAR if of_a_week else _OF_YEAR | _PARTS_OF_YEAR
    return named.get(value.span)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of months share one; a winter runs into the next year."""

    def months(first: int, last: int) -> set[int]:
        return {(month - 1) % 12 for month in range(first, last + 1 + 12 * (last < first))}

    return not months(*one).isdisjoint(months(*other))


def _by_weekday(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """A bare weekday may be the one before or after; it agrees with a date on that weekday."""
    for bare, dated in ((a, b), (b, a)):
        if bare.weekday is None or bare.day is not None:
            continue
        if dated.weekday is not None:
            return SAME if dated.weekday == bare.weekday else CONFLICT
        near = near_day(bare, dated)
        if near is not None:
            return SAME if near.weekday() == bare.weekday and _close(bare, near) else CONFLICT
    return None


def _close(bare: CalendarDate, near: date) -> bool:
    if not bare.resolved:
        return True
    return abs((date.fromisoformat(bare.resolved) - near).days) <= _WEEKDAY_REACH


def _spans(a: CalendarDate, b: CalendarDate, day_a: Parts, day_b: Parts) -> Judgement:
    if a.weekday is not None and b.weekday is not None and a.weekday != b.weekday:
        return CONFLICT
    if a.span != b.span and any({a.span, b.span} <= family.keys() for family in _FAMILIES):
        return CONFLICT
    for one, other, parts in ((a, b, day_b), (b, a, day_a)):
        if one.span and not _in_span(one, other, parts):
            return CONFLICT
    months_a, months_b = _months(a, day_a), _months(b, day_b)
    if months_a and months_b and not _overlap(months_a, months_b):
        return UNSURE if {a.span, b.span} & _SEASONS.keys() else CONFLICT  # seasons of the south
    fine_a, fine_b = _fineness(a, day_a), _fineness(b, day_b)
    return SAME if fine_a == fine_b else vaguer(fine_a < fine_b, fine_b < fine_a)


def _fineness(value: CalendarDate, parts: Parts) -> int:
    """How narrow a date is; the year may go without saying, so it does not count."""
    if value.span in LONG:
        return -2 if value.span == "century" else -1
    if parts[2] is not None:
        return 40
    if parts[1] is not None:
        return 30 if value.span else 20
    months = _months(value, parts)
    return 12 - (months[1] - months[0]) % 12 if months else 0


def _in_span(one: CalendarDate, other: CalendarDate, parts: Parts) -> bool:
    """Whether a date lies in the decade, or in the part of a month, that another names."""
    span, day = one.span, parts[2]
    if span in LONG:
        return one.year is None or 0 <= (other.year or one.year) - one.year < LONG[span]
    if span in _DAYS and day is not None and stated(one)[1] is not None:
        return _DAYS[span][0] <= day <= _DAYS[span][1]
    return True
