"""What two numbers say by themselves: one is the other misread, or they are too far apart."""

from __future__ import annotations

from tui.details.amount_range import within
from tui.details.amount_relation import misread
from tui.details.values import Amount, CalendarDate, ClockTime, Score

__all__ = ["HALF_A_SCORE", "MISPRINT", "TWO_STRETCHES", "misprint"]

MISPRINT = 0.3
"""What it adds that one number has the other's digits in another order."""

HALF_A_SCORE = 0.15
"""What it adds that two results have one side's points in common: 5-2 and 5-3."""

ONE_RESULT = 0.05
"""What it adds that both are results, of which a report seldom tells two."""

TWO_STRETCHES = 0.15
"""What it adds that both are years from one to another: a report seldom tells two such."""

ANOTHER_HOUR = 0.15
"""What it adds that two times have the minutes in common, 7.20 and 8.20, or lie side by side."""

ROUNDED_AMISS = 0.15
"""What it adds that one number is the other told vaguely, and amiss: 47.7, "just under 47"."""

_NEARLY = 0.05

_MILLIONS = 1_000_000_000


def misprint(a: object, b: object) -> float:
    """What the numbers themselves say: 143 and 134 are one number misread, 3 and 90,000 are not."""
    if isinstance(a, Score) and isinstance(b, Score):
        return HALF_A_SCORE if a.high == b.high or a.low == b.low else ONE_RESULT
    if isinstance(a, CalendarDate) and isinstance(b, CalendarDate):
        return TWO_STRETCHES if a.until and b.until else 0.0
    if isinstance(a, ClockTime) and isinstance(b, ClockTime):
        near = _minutes(a) == _minutes(b) != 0 or a.end % 720 == b.start % 720
        return ANOTHER_HOUR if near or a.start % 720 == b.end % 720 else 0.0
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.unit != b.unit:
        return 0.0
    if not a.point or not b.point:
        return 0.0
    if misread(a, b):
        return MISPRINT
    if a.approximate != b.approximate and within(a.point, b.point, _NEARLY):
        return ROUNDED_AMISS
    smaller, larger = sorted((abs(a.point), abs(b.point)))
    if larger >= _MILLIONS and larger in {smaller * 1_000, smaller * 1_000_000}:
        return MISPRINT  # a German "Billion" is a thousand English ones
    if larger > 10 * smaller:
        return -0.2 if larger <= 30 * smaller else -0.4
    return 0.05 if larger <= 2 * smaller else 0.0


def _minutes(time: ClockTime) -> int:
    """The minutes past the hour that a time names, "about 7.20" by its middle; 0 for an hour."""
    return (time.start + time.end) // 2 % 60
