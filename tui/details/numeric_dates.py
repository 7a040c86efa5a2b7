"""Dates in figures: "2025-11-03", "3.11.2025", "11/3/2025", "2025年11月3日"."""

from __future__ import annotations

import re

from tui.details.date_text import DateText
from tui.details.values import CalendarDate

__all__ = ["read_numeric_date"]

_NUMERIC = re.compile(
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<y2>\d{4}|\d{2})(?!\d)"
    r"|(?:(?P<y3>\d{4})\s?[年년]\s?)?(?P<m3>\d{1,2})\s?[月월](?!間)(?:\s?(?P<d3>\d{1,2})\s?[日일])?"
    r"|(?P<y4>\d{4})\s?[年년](?!間)"
)


def read_numeric_date(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """Read the date in figures that starts at a token: its value and the token after it."""
    tokens = sentence.tokens
    if not tokens[start].is_figure:
        return None
    found = _NUMERIC.match(sentence.text, tokens[start].start)
    if found is None:
        return None
    end = start
    while end < len(tokens) and tokens[end].start < found.end():
        end += 1
    part = {k: int(v) for k, v in found.groupdict().items() if v and k != "sign"}
    year = part.get("y1", part.get("y2", part.get("y3", part.get("y4"))))
    if year is not None and year < 100:
        year += 2000
    month, day = part.get("m1", part.get("m3")), part.get("d1", part.get("d3"))
    if "one" in part:
        day, month = part["one"], part["two"]
        american = found["sign"] == "/" and sentence.words.month_first
        if (american and day <= 12) or month > 12:
            day, month = month, day
    if month is not None and not 1 <= month <= 12:
        return None
    return CalendarDate(year, month, day), end
