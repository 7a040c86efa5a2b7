"""How dates told by steps stand to each other: "last month", "the next day", "Whit Monday"."""

from __future__ import annotations

from datetime import date

from tui.details.date_parts import near_day, stated
from tui.details.judgement import CONFLICT, UNSURE, Judgement, vaguer
from tui.details.values import CalendarDate

__all__ = ["relate_parts_of_age", "relate_steps", "relate_tide"]

_TIDE = range(-3, 2)
"""The days around Easter or Whit Sunday that "at Easter" may mean."""

_WEEK_OFF = 3
"""The most days by which so many weeks ago, or ahead, may be off; a week is off by one."""

_DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}

_PARTS_OF_AGE = {"early": (0.0, 0.35), "mid": (0.35, 0.65), "late": (0.7, 1.01)}
"""The share of a decade or century that its beginning, middle and end take up."""


def steps_of(value: CalendarDate) -> tuple[int, str]:
    """The steps of a relative date and their unit."""
    steps, unit = value.relative.split(" ")
    return int(steps), unit


def relate_steps(a: CalendarDate, b: CalendarDate) -> Judgement:
    """Judge two dates told by steps from a day that is not known.

    Past and future exclude each other, "last month" and "next month"; so do other steps from
    one day: "the next day" and "a week later", Easter Monday and Whit Monday.
    """
    (steps_a, unit_a), (steps_b, unit_b) = steps_of(a), steps_of(b)
    if a.told != b.told:
        return UNSURE
    if a.told or unit_a == unit_b == "easter":
        days = {
            steps * _DAYS_OF.get(unit, 1) for steps, unit in ((steps_a, unit_a), (steps_b, unit_b))
        }
        return CONFLICT if len(days) > 1 else UNSURE
    ends = bool(a.span) and a.span == b.span and steps_a == steps_b == 0
    if ends and unit_a != unit_b:
        return CONFLICT  # "the end of the week", "the end of the month"
    if unit_a == unit_b and abs(steps_a) + abs(steps_b) > 1:
        return CONFLICT
    return CONFLICT if steps_a * steps_b < 0 else UNSURE


def relate_rounded_steps(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """Weeks or months from the report against a date near: "three weeks ago" and 19 February.

    ``None`` unless they differ by no more than rounding explains.
    """
    for one, other in ((a, b), (b, a)):
        if one.told or not one.resolved or not one.relative or one.weekday is not None:
            continue
        (count, unit), apart = steps_of(one), _apart(one, other)
        weeks = abs(count) // 7 if unit == "day" and count % 7 == 0 else 0
        reach = min(weeks, _WEEK_OFF) if weeks else int(unit == "month" and abs(count) > 1)
        if apart and apart <= reach:
            return vaguer(one is a, one is b)
    return None


def _apart(steps: CalendarDate, other: CalendarDate) -> int | None:
    """How many days, or months where days are not told, lie between two dates."""
    if len(steps.resolved) == len("2026-03"):
        month = stated(other)[1]
        away = abs(month - int(steps.resolved[5:])) if month and not other.span else None
        return min(away, 12 - away) if away is not None else None
    day = near_day(steps, other) if len(steps.resolved) == len("2026-03-11") else None
    return abs((day - date.fromisoformat(steps.resolved)).days) if day else None


def relate_tide(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """The days around a feast against one of them: "at Easter" and "Good Friday"."""
    for one, other in ((a, b), (b, a)):
        if not one.relative.endswith(" eastertide"):
            continue
        if not other.relative.endswith(" easter"):
            return UNSURE if other.relative.endswith("eastertide") or stated(other)[2] else None
        inside = steps_of(other)[0] - steps_of(one)[0] in _TIDE
        return vaguer(one is a, one is b) if inside else CONFLICT
    return None


def relate_parts_of_age(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """A part of this decade or century against a year: "by the end of the decade" and 2030."""
    for one, other in ((a, b), (b, a)):
        length = {"0 decade": 10, "0 century": 100}.get(one.relative)
        if length is None or one.span not in _PARTS_OF_AGE or other.year is None:
            continue
        if other.years_off is None:
            return UNSURE
        first = (other.year + other.years_off) // length * length
        least, most = _PARTS_OF_AGE[one.span]
        inside = first + least * length <= other.year <= first + most * length
        return vaguer(one is a, one is b) if inside else CONFLICT
    return None
