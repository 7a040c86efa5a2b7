"""How stretches of time stand to each other and to a date: "3 to 9 May", "2012 to 2016"."""

from __future__ import annotations

from tui.details.date_parts import names_day, near_day, stated
from tui.details.judgement import CONFLICT, SAME, UNSURE, Judgement, vaguer
from tui.details.values import CalendarDate

__all__ = ["HALVES", "QUARTERS", "relate_stretches", "stretch_days"]

QUARTERS = {"q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12)}
HALVES = {"h1": (1, 6), "h2": (7, 12)}
"""The first and last months of the parts of a year."""

_MONTH, _YEAR = 31, 372
"""Days of a month and a year where only their order counts."""


def relate_stretches(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """Judge two dates of which one at least is a stretch.

    Two stretches of one sort are the same or at odds; one may hold the other side's date.
    """
    a, b = _in_months(a), _in_months(b)
    if a.last and b.last:
        return _two(a, b)
    for one, other in ((a, b), (b, a)):
        if one.last:
            return _holds(one, other, stretch_is_a=one is a)
    if a.until and b.until:
        return CONFLICT
    for one, other in ((a, b), (b, a)):
        year = stated(other)[0]
        if one.until and one.year is not None and year is not None:
            return vaguer(one is a, one is b) if one.year <= year <= one.until else CONFLICT
    return None


def _in_months(value: CalendarDate) -> CalendarDate:
    """A quarter or half of a year as the stretch of its months."""
    months = QUARTERS.get(value.span) or HALVES.get(value.span)
    if months is None:
        return value
    return CalendarDate(value.year, months[0], last=CalendarDate(value.year, months[1]))


def stretch_days(value: CalendarDate) -> int | None:
    """How many days a stretch lasts, its ends counted; of months about."""
    if value.last is None:
        return None
    if value.weekday is not None and value.day is None:
        return ((value.last.weekday or 0) - value.weekday) % 7 + 1
    first, last = _ends(value)
    return last - first + 1


def _two(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """Two stretches, of weekdays or of days or months."""
    weekdays = [x.weekday is not None and x.day is None for x in (a, b)]
    if any(weekdays):
        if not all(weekdays):
            return UNSURE
        same = a.last and b.last and (a.weekday, a.last.weekday) == (b.weekday, b.last.weekday)
        return SAME if same else CONFLICT
    if a.year and b.year and a.year != b.year:
        return CONFLICT
    ends_a, ends_b = _ends(a), _ends(b)
    if (a.day is None) == (b.day is None):
        return SAME if ends_a == ends_b else CONFLICT
    apart = ends_a[1] < ends_b[0] or ends_b[1] < ends_a[0]
    return CONFLICT if apart else vaguer(a.day is None, b.day is None)


def _holds(one: CalendarDate, other: CalendarDate, *, stretch_is_a: bool) -> Judgement | None:
    """A stretch against a date: the date lies in it or does not."""
    within = vaguer(stretch_is_a, not stretch_is_a)
    if one.weekday is not None and one.day is None:
        near = near_day(one, other)
        weekday = near.weekday() if other.weekday is None and near else other.weekday
        if weekday is None or one.last is None or one.last.weekday is None:
            return UNSURE if names_day(other) else None
        if one.daytime and weekday == one.last.weekday:
            return SAME  # a night is that to its second day
        inside = (weekday - one.weekday) % 7 <= (one.last.weekday - one.weekday) % 7
        return within if inside else CONFLICT
    year, month, day = stated(other)
    if month is None:
        return UNSURE if names_day(other) else None
    if one.year and year and year not in {one.year, one.last.year if one.last else None}:
        return CONFLICT
    first, last = _ends(one)
    held = _place(month, day or 1), _place(month, day or _MONTH)
    if one.year is None or one.year == year:
        apart = [held[1] + by < first or last < held[0] + by for by in (0, _YEAR)]
        if all(apart):
            return CONFLICT
    return within if day else vaguer(not stretch_is_a, stretch_is_a)


def _ends(value: CalendarDate) -> tuple[int, int]:
    """The first and last day of a stretch of days or months, counted through its first year."""
    last = value.last or value
    first = _place(value.month or 1, value.day or 1)
    end = _place(last.month or 12, last.day or _MONTH)
    if value.year and last.year:
        end += _YEAR * (last.year - value.year)
    return first, end + (_YEAR if end < first else 0)


def _place(month: int, day: int) -> int:
    return (month - 1) * _MONTH + day
