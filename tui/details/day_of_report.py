"""What "Monday" and "last month" mean in a report of a known day."""

from __future__ import annotations

from datetime import date, timedelta

from tui.details.values import CalendarDate

__all__ = ["resolve"]

FARTHEST = 100_000
"""Steps from the report beyond which a date is not worked out."""


def resolve(value: CalendarDate, today: date | None, *, coming: bool = False) -> str:
    """The day, week, month or year a relative date names.

    Args:
        value: The date as stated.
        today: The day of the report, if known.
        coming: Whether a weekday is the next one; reports mean the last one otherwise.

    Returns:
        As far as it is known in ISO 8601 ("2025-11-03", "2025-W45", "2025-10", "2024"), or ``""``.
    """
    if today is None or value.month is not None or value.year is not None:
        return ""
    if value.weekday is not None and value.day is None:
        back = (today.weekday() - value.weekday) % 7
        return _shifted(today, 7 - back if coming else -back)
    if not value.relative:
        return ""
    steps, unit = value.relative.split(" ")
    count = int(steps)
    if abs(count) > FARTHEST or unit == "weekend":
        return ""
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


def _shifted(today: date, days: int) -> str:
    try:
        return (today + timedelta(days)).isoformat()
    except OverflowError:
        return ""
