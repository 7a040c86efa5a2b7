"""What a date says of its day, month and year, alone or by the day of its report."""

from __future__ import annotations

from datetime import date

from tui.details.values import CalendarDate

__all__ = ["LONG", "Parts", "names_day", "near_day", "stated"]

LONG = {"decade": 10, "century": 100}
"""Spans that are stretches of years, and how many they hold."""

Parts = tuple[int | None, int | None, int | None]
"""Year, month and day as far as they are known."""


def stated(value: CalendarDate) -> Parts:
    """What is stated, or resolved from the day of the report."""
    if value.span in LONG:
        return None, None, None
    if value.year or value.month or value.day or not value.resolved or "W" in value.resolved:
        return value.year, value.month, value.day
    year, month, day = (*map(int, value.resolved.split("-")), None, None)[:3]
    return year, month, day


def names_day(value: CalendarDate) -> bool:
    """Whether a date names one day rather than a week, a month or more."""
    said = value.weekday is not None or value.day is not None
    return said or value.relative.endswith(("day", "easter"))


def near_day(bare: CalendarDate, dated: CalendarDate) -> date | None:
    """The day a date names; its year may be that of what a bare weekday was resolved to."""
    if dated.resolved and len(dated.resolved) == 10:
        return date.fromisoformat(dated.resolved)
    if dated.month is None or dated.day is None:
        return None
    year = dated.year or (int(bare.resolved[:4]) if bare.resolved else None)
    try:
        return date(year, dated.month, dated.day) if year else None
    except ValueError:
        return None
