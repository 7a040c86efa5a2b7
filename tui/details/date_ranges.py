"""Stretches of days, weekdays and months: "3 to 9 May", "Monday to Friday", "vom 3. bis 9. Mai"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui.details.date_parts import names_day
from tui.details.date_text import DateText
from tui.details.scores import counts_something
from tui.details.values import CalendarDate

__all__ = ["night_before", "read_part_of_day", "read_stretch"]

Reader = Callable[[DateText, int], tuple[CalendarDate, int] | None]
"""What reads a single date: its value and the token after it."""

_DASHES = frozenset("-–—‐‑")
_DAYS = frozenset(range(1, 32))
_MIDNIGHT = 1_440
_INTO_MORNING = 180
"""Minutes by which a night that runs into a day is longer than the word alone means."""

_NIGHT_WITHIN = 3
"""How many words before a weekday the night may stand that runs into the next."""


def read_stretch(
    sentence: DateText, start: int, first: tuple[CalendarDate, int] | None, read: Reader
) -> tuple[CalendarDate, int] | None:
    """Read on from a date, or from a day whose month comes later, to the end of a stretch.

    Args:
        sentence: The sentence.
        start: The token to read from, "between" perhaps.
        first: The date read there, if one was.
        read: The reader of single dates.
    """
    between = sentence.known.between.at(sentence.tokens, start)
    opens = sentence.past_of(between[1]) if between else start
    if between:
        first = read(sentence, opens) if opens < len(sentence.tokens) else None
    day = None if first else _bare_day(sentence, opens)
    if day is not None:
        first = CalendarDate(day=day[0]), day[1]
    if first is None or (first[0].year and not first[0].month):
        return None
    value, end = first
    place = _past_joint(sentence, end, start, between=between is not None)
    if place is None:
        return None
    second = read(sentence, place)
    if second is None or not _same_sort(value, second[0]):
        second = _later_day(sentence, value, place)
    if second is None:
        return None
    last, after = second
    whole = replace(value, month=value.month or last.month, year=value.year or last.year)
    if not _in_order(whole, last):
        return None
    night = _night_before(sentence, start)
    return replace(whole, last=last, daytime=value.daytime or night), after


def _past_joint(sentence: DateText, end: int, start: int, *, between: bool) -> int | None:
    """The place behind what joins the ends of a stretch; "and" only does behind "between"."""
    tokens, known, words = sentence.tokens, sentence.known, sentence.words
    if end + 1 >= len(tokens):
        return None
    low = sentence.low(end)
    if low in _DASHES:
        return end + 1
    night = low in words.night_to and _night_before(sentence, start) is not None
    joint = words.to.at(tokens, end) or known.to.at(tokens, end)
    if not night and (joint is None or (low in known.conjunctions and not between)):
        return None
    place = sentence.past_of(joint[1] if joint else end + 1)
    return place if place < len(tokens) else None


def _night_before(sentence: DateText, start: int) -> tuple[int, int] | None:
    """The night that stands before a weekday: "*night* of Saturday to Sunday"."""
    for place in range(start, max(0, start - _NIGHT_WITHIN), -1):
        found = sentence.words.day_parts.before(sentence.tokens, place)
        if found is not None and found[0][1] > _MIDNIGHT:
            return found[0][0], found[0][1] + _INTO_MORNING
    return None


def night_before(sentence: DateText, start: int, value: CalendarDate) -> CalendarDate:
    """The night to a weekday, "in der Nacht *zum* Sonntag", which begins on the day before."""
    opened = sentence.low(start - 1) in sentence.words.night_to
    if not opened or value.weekday is None or value.day is not None or value.last:
        return value
    night = _night_before(sentence, start - 1)
    if night is None:
        return value
    evening = (value.weekday - 1) % 7
    return replace(value, weekday=evening, last=replace(value, relative=""), daytime=night)


def read_part_of_day(
    sentence: DateText, start: int, read: Reader
) -> tuple[CalendarDate, int] | None:
    """A day behind the part of it, but a night: "the *evening* of 9 October"."""
    part = sentence.words.day_parts.at(sentence.tokens, start)
    place = sentence.past_of(part[1]) if part else 0
    day = sentence.words.day_before.at(sentence.tokens, place) if part else None
    place = day[1] if day else place
    if part is None or (place == part[1] and not sentence.words.part_before_day):
        return None
    first, last = part[0]
    if first == last or last > _MIDNIGHT:
        return None
    found = read(sentence, place)
    if found is None or not names_day(found[0]):
        return None
    return replace(found[0], daytime=found[0].daytime or part[0]), found[1]


def _bare_day(sentence: DateText, place: int) -> tuple[int, int] | None:
    """A day whose month is told with the end of the stretch: "*3* to 9 May"."""
    numeral = sentence.numeral(place)
    if numeral is None or not sentence.tokens[place].is_figure or numeral.value not in _DAYS:
        return None
    return (int(numeral.value), numeral.end) if not numeral.scaled else None


def _later_day(
    sentence: DateText, first: CalendarDate, place: int
) -> tuple[CalendarDate, int] | None:
    """The end of a stretch whose month was told with its first day: "May 3 to *9*"."""
    if not (sentence.words.month_first and first.month and first.day):
        return None
    day = _bare_day(sentence, place)
    if day is None or day[0] <= first.day:
        return None
    year, end = sentence.year_after(day[1])
    if counts_something(sentence.tokens, end, sentence.known):
        return None
    return CalendarDate(year or first.year, first.month, day[0]), end


def _same_sort(first: CalendarDate, last: CalendarDate) -> bool:
    """Whether two dates are told alike, so that they can be the ends of one stretch."""
    if first.relative or last.relative or first.span or last.span:
        return False
    if first.weekday is not None and first.day is None:
        return last.weekday is not None
    return last.month is not None and (first.day is None) == (last.day is None)


def _in_order(first: CalendarDate, last: CalendarDate) -> bool:
    """Whether a stretch goes forward; across a new year it may go from December to January."""
    if first.weekday is not None and first.day is None:
        return first.weekday != last.weekday
    return first.month != last.month or (first.day or 0) < (last.day or 0)
