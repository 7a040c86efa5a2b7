"""Months told by their last, or with a part of the day: "three months to June", "Januarmorgen"."""

from __future__ import annotations

from collections.abc import Callable

from tui.details.date_text import DateText
from tui.details.quantities import read_amount
from tui.details.values import Amount, CalendarDate

__all__ = ["read_month_compound", "read_months_up_to"]

_SHORTEST_COMPOUND = 8
"""Letters of the shortest word of a month and a part of the day: "Maiabend"."""

_YEAR = 12
_LAST_DAYS = 28
"""From here on a day is the end of its month."""

Reader = Callable[[DateText, int], tuple[CalendarDate, int] | None]
"""What reads a single date: its value and the token after it."""


def read_month_compound(sentence: DateText, place: int) -> tuple[CalendarDate, int] | None:
    """A month a part of the day is written on to, and its year: "*Januar*morgen 2023"."""
    low, words = sentence.low(place), sentence.words
    if not sentence.known.compound or len(low) < _SHORTEST_COMPOUND:
        return None
    for month, number in words.months.items():
        daytime = words.day_part_words.get(low[len(month) :]) if low.startswith(month) else None
        if daytime:
            year, end = sentence.year_after(place + 1)
            return CalendarDate(year, number, daytime=daytime), end
    return None


def read_months_up_to(
    sentence: DateText, start: int, read: Reader
) -> tuple[CalendarDate, int] | None:
    """So many months up to one: "the three months to the end of June" are April to June.

    Args:
        sentence: The sentence.
        start: The token to read from.
        read: The reader of single dates.
    """
    tokens, known = sentence.tokens, sentence.known
    amount = read_amount(tokens, start, known)
    if amount is None or not isinstance(amount.value, Amount):
        return None
    months = amount.value
    if not months.exact or months.written != "month" or not 1 < (months.low or 0) < _YEAR:
        return None
    joint = sentence.words.to.at(tokens, amount.end) or known.to.at(tokens, amount.end)
    if joint is None or sentence.low(amount.end) in known.conjunctions:
        return None
    place = sentence.past_of(joint[1])
    found = read(sentence, place) if place < len(tokens) else None
    if found is None or not _ends_month(found[0]):
        return None
    last, end = found
    first = ((last.month or 0) - int(months.low or 0)) % _YEAR + 1
    year = last.year - (first > (last.month or 0)) if last.year else None
    return CalendarDate(year, first, last=CalendarDate(last.year, last.month)), end


def _ends_month(value: CalendarDate) -> bool:
    """Whether a date is a month or the end of one."""
    whole = value.span in {"", "late"} and (value.day or _LAST_DAYS) >= _LAST_DAYS
    return bool(value.month) and not value.last and whole
