"""What "Monday" and "last month" mean in a report of a known day."""

from __future__ import annotations

from datetime import date, timedelta

from tui.details.values import CalendarDate

__all__ = ["EASTER", "resolve"]

EASTER = "easter"
"""The unit of days counted from Easter Sunday; ``eastertide`` is that of the days around one."""

_UNRESOLVED = frozenset({"weekend", "decade", "century", "eastertide"})

FARTHEST = 100_000
"""Steps from the report beyond which a date is not worked out."""


def resolve(value: CalendarDate, today: date | None) -> str:
    """The day, week, month or year a relative date names.

    A bare weekday is the last one, as reports mean it.

    Args:
        value: The date as stated.
        today: The day of the report, if known.

    Returns:
        As far as it is known in ISO 8601 ("2025-11-03", "2025-W45", "2025-10", "2024"), or ``""``.
    """
    if today is None or value.month is not None or value.year is not None or value.told:
        return ""
    if value.weekday is not None and value.day is None:
        back = (today.weekday() - value.weekday) % 7
        ahead = int(value.relative.split(" ")[0]) if value.relative else 0
        if ahead > 1:  # "Saturday week", said on a Saturday, is a week away
            return _shifted(today, 7 * (ahead - 1) + -back % 7)
        return _shifted(today, 7 - back if ahead == 1 else -back)
    if not value.relative:
        return ""
    steps, unit = value.relative.split(" ")
    count = int(steps)
    if abs(count) > FARTHEST or unit in _UNRESOLVED:
        return ""
    if unit == EASTER:
        years = (today.year - 1, today.year, today.year + 1)
        days = [easter(year) + timedelta(count) for year in years if 1_583 <= year <= 9_998]
        return min(days, key=lambda day: abs(day - today)).isoformat() if days else ""
    if unit == "day":
        return _shifted(today, count)
    if unit == "week":
        day = _shifted(today, 7 * count)
        year, week, _ = date.fromisoformat(day).isocalendar() if day else (0, 0, 0)
        return f"{year:04}-W{week:02}" if day else ""
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "year" else 1)
    if not 12 <= months < 12 * 9_999:
        return ""
    year, month = divmod(months, 12)
    return f"{year:04}" if unit == "year" else f"{year:04}-{month + 1:02}"


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar (Oudin 1940)."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    full_moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full_moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(full_moon - weekday)


def _shifted(today: date, days: int) -> str:
    try:
        return (today + timedelta(days)).isoformat()
    except OverflowError:
        return ""
