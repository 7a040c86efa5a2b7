"""Dates in figures: "2025-11-03", "3.11.2025", "11/3/2025", "2025年11月3日", "令和6年", "9日"."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.details.date_text import DateText
from tui.details.values import CalendarDate

__all__ = ["read_numeric_date"]

_NUMERIC = re.compile(
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<y2>\d{4}|\d{2})(?!\d)"
    r"|(?:(?P<y3>\d{4})\s?[年년]\s?)?(?P<m3>\d{1,2})\s?[月월](?!間)(?:\s?(?P<d3>\d{1,2})\s?[日号號일])?"
    r"|(?P<y4>\d{4})\s?[年년](?!間)"
)
_IN_ERA = re.compile(
    r"(?P<year>\d{1,3})\s?年\s?(?:(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?日)?)?"
)
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_DASHES = frozenset("-–—〜～~")


def read_numeric_date(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """Read the date in figures that starts at a token: its value and the token after it.

    A stretch of days is read to its end, "3月5日から7日"; its months may go without saying.
    """
    first = _single(sentence, start)
    if first is None or first[0].day is None:
        return first
    value, end = first
    to = sentence.known.to.at(sentence.tokens, end)
    joined = to[1] if to else end + (sentence.low(end) in _DASHES)
    second = _single(sentence, joined) if joined > end else None
    if second is None or second[0].day is None or second[0].weekday is not None:
        return first
    last = replace(second[0], month=second[0].month or value.month, year=None)
    if last.month == value.month and (last.day or 0) <= (value.day or 0):
        return first
    return replace(value, last=last), second[1]


def _single(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    if start >= len(sentence.tokens) or not sentence.tokens[start].is_figure:
        return None
    found = _in_era(sentence, start) or _in_figures(sentence, start) or _day_alone(sentence, start)
    if found is None or found[0].day is None:
        return found
    return _at_part_of_day(sentence, *_on_weekday(sentence, *found))


def _in_figures(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    found = _NUMERIC.match(sentence.text, sentence.tokens[start].start)
    if found is None:
        return None
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
    year = None if year is None else sentence.gregorian(year)
    return CalendarDate(year, month, day), _end(sentence, start, found.end())


def _in_era(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """A year counted from the beginning of a reign: "令和6年5月3日"."""
    era = sentence.words.eras.before(sentence.tokens, start)
    found = era and _IN_ERA.match(sentence.text, sentence.tokens[start].start)
    if not era or not found:
        return None
    month, day = (int(found[part]) if found[part] else None for part in ("month", "day"))
    return CalendarDate(era[0] + int(found["year"]), month, day), _end(sentence, start, found.end())


def _day_alone(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """A day whose month goes without saying, told from days counted: "9日", but not "3日間"."""
    low, words = sentence.low(start), sentence.words
    said = words.day_alone.at(sentence.tokens, start + 1)
    if said is None or not low.isdigit() or not 1 <= int(low) <= 31:
        return None
    known = sentence.known
    for table in (known.units, known.currencies):
        longer = table.at(sentence.tokens, start + 1)
        if longer is not None and longer[1] > said[1]:
            return None
    if words.no_day.at(sentence.tokens, said[1]):
        return None
    return CalendarDate(day=int(low)), said[1]


def _on_weekday(sentence: DateText, value: CalendarDate, end: int) -> tuple[CalendarDate, int]:
    """Read on to the weekday behind a day: "11日(火)", "9月11日星期四"."""
    opened = sentence.low(end) in _OPENING
    place = end + opened
    spelt = sentence.words.spelt_weekdays.at(sentence.tokens, place)
    short = sentence.words.bracketed.get(sentence.low(place)) if opened else None
    weekday, after = spelt or (short, place + 1)
    if weekday is None or (opened and sentence.low(after) not in _CLOSING):
        return value, end
    return replace(value, weekday=weekday), after + opened


def _at_part_of_day(sentence: DateText, value: CalendarDate, end: int) -> tuple[CalendarDate, int]:
    """Read on to the part of a day right behind it: "12日*午前*"."""
    place = sentence.past_of(end)
    daytime, after = sentence.words.day_parts.at(sentence.tokens, place) or (None, end)
    return replace(value, daytime=daytime), after


def _end(sentence: DateText, start: int, offset: int) -> int:
    end = start
    while end < len(sentence.tokens) and sentence.tokens[end].start < offset:
        end += 1
    return end
