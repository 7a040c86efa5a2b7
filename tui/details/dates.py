"""Dates as far as they are stated: absolute, relative to the report's day, or in part.

"September 2, 2025", "am 3. November", "Anfang September", "on Monday", "vor drei Wochen", "the
first quarter", "the 1990s".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tui.details.date_words import date_words
from tui.details.day_of_report import resolve
from tui.details.lexicon import Lexicon
from tui.details.numbers import Numeral, read_numeral
from tui.details.quantities import Finding, read_amount
from tui.details.tokens import Token
from tui.details.values import Amount, CalendarDate
from tui.model import DetailKind

__all__ = ["read_date"]

_NUMERIC = re.compile(
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<y2>\d{4}|\d{2})(?!\d)"
    r"|(?:(?P<y3>\d{4})\s?[年년]\s?)?(?P<m3>\d{1,2})\s?[月월](?!間)(?:\s?(?P<d3>\d{1,2})\s?[日일])?"
    r"|(?P<y4>\d{4})\s?[年년](?!間)"
)
_SHORT_PERIOD = re.compile(r"(?:Q[1-4]|H[12])(?!\w)")
SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_OPENERS = frozenset("(（")
_DAY_UNITS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "week": 7}


def read_date(
    text: str, tokens: Sequence[Token], start: int, known: Lexicon, published: date | None
) -> Finding | None:
    """Read the date that starts at a token.

    Args:
        text: The sentence.
        tokens: Its tokens.
        start: Where to read.
        known: The lexicon of the sentence's language.
        published: The day of the report, by which weekdays and "last month" are resolved.
    """
    reader = _DateReader(text, tokens, known, published)
    return reader.numeric(start) or reader.worded(start)


class _DateReader:
    def __init__(
        self, text: str, tokens: Sequence[Token], known: Lexicon, published: date | None
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.known = known
        self.published = published
        self.words = date_words(known.lang)

    def _low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def numeric(self, start: int) -> Finding | None:
        """Read "2025-11-03", "3.11.2025", "11/3/2025", "2025年11月3日"."""
        token = self.tokens[start]
        if not token.is_figure:
            return None
        found = _NUMERIC.match(self.text, token.start)
        if found is None:
            return None
        end = start
        while end < len(self.tokens) and self.tokens[end].start < found.end():
            end += 1
        part = {k: int(v) for k, v in found.groupdict().items() if v and k != "sign"}
        year = part.get("y1", part.get("y2", part.get("y3", part.get("y4"))))
        if year is not None and year < 100:
            year += 2000
        month, day = part.get("m1", part.get("m3")), part.get("d1", part.get("d3"))
        if "one" in part:
            day, month = part["one"], part["two"]
            american = found["sign"] == "/" and self.words.month_first
            if (american and day <= 12) or month > 12:
                day, month = month, day
        if month is not None and not 1 <= month <= 12:
            return None
        return Finding(start, end, DetailKind.DATE, CalendarDate(year, month, day))

    def worded(self, start: int) -> Finding | None:
        """Every form that has words in it, and bare years."""
        span = self.words.spans.at(self.tokens, start)
        if span is not None:
            name, place = span
            if self._low(place) == "-":
                place += 1
            place = self._past_of(place)
            inner = self._core(place, after_span=True)
            if inner is not None:
                value, end = inner
                return self._finding(start, end, replace(value, span=value.span or name))
            if name in SEASONS and self._is_season(start):
                return self._finding(start, span[1], CalendarDate(span=name))
        core = self._core(start)
        if core is None:
            return None
        return self._finding(start, core[1], core[0])

    def _is_season(self, start: int) -> bool:
        """Whether "spring" is the season; where the words are clear, no cue is asked for."""
        cues = self.words.season_before
        return not cues or self._low(start - 1) in cues

    def _finding(self, start: int, end: int, value: CalendarDate) -> Finding:
        coming = self._low(start - 1) in self.words.next
        resolved = resolve(value, self.published, coming=coming)
        return Finding(start, end, DetailKind.DATE, replace(value, resolved=resolved))

    def _core(self, start: int, *, after_span: bool = False) -> tuple[CalendarDate, int] | None:
        if start >= len(self.tokens):
            return None
        return (
            self._weekday(start)
            or self._day_and_month(start)
            or self._month(start, certain=after_span)
            or self._relative(start)
            or self._period(start)
            or self._decade(start)
            or self._year(start, certain=after_span)
        )

    def _past_of(self, place: int) -> int:
        while self._low(place) in self.words.of and place + 1 < len(self.tokens):
            place += 1
        return place

    def _weekday(self, start: int) -> tuple[CalendarDate, int] | None:
        spelt = self.words.spelt_weekdays.at(self.tokens, start)
        weekday, end = spelt or (self._weekday_of(self._low(start)), start + 1)
        if weekday is None or (not self.tokens[start].text[0].isupper() and self.words.month_first):
            return None
        part = self.words.day_parts.at(self.tokens, end)
        end = part[1] if part else end
        shortened = self._low(end) == "." and len(self._low(start)) <= 4 and self._low(end + 1)
        place = end + 1 if shortened else end
        if self._low(place) == ",":
            place += 1
        place = self._past_of(place)
        if place < len(self.tokens):
            dated = self._day_and_month(place) or self._month(place, certain=True)
            if dated is not None and dated[0].day is not None:
                return replace(dated[0], weekday=weekday), dated[1]
            day = self._ordinal_day(place)
            if day is not None:
                return CalendarDate(day=day[0], weekday=weekday), day[1]
        return CalendarDate(weekday=weekday), end

    def _weekday_of(self, low: str) -> int | None:
        """The day a word names; a part of the day may be written on ("Samstagabend")."""
        day = self.words.weekdays.get(low)
        if day is not None or not self.known.compound:
            return day
        for word in self.words.long_weekdays:
            if low.startswith(word) and low[len(word) :].rstrip("s") in self.words.day_part_words:
                return self.words.weekdays[word]
        return None

    def _ordinal_day(self, start: int) -> tuple[int, int] | None:
        numeral = read_numeral(self.tokens, start, self.known)
        if numeral is None or not numeral.ordinal or not _is_day(numeral):
            return None
        return int(numeral.value), numeral.end

    def _day_and_month(self, start: int) -> tuple[CalendarDate, int] | None:
        numeral = read_numeral(self.tokens, start, self.known)
        if numeral is None or not _is_day(numeral) or numeral.scaled:
            return None
        place = numeral.end
        if self._low(place) == "." and self.tokens[place].glued:
            place += 1
        if numeral.ordinal and self._low(place) in _OPENERS:  # "the 27th (Mon)"
            weekday = self.words.weekdays.get(self._low(place + 1))
            if weekday is not None:
                return CalendarDate(day=int(numeral.value), weekday=weekday), place + 3
        place = self._past_of(place)
        if self._low(place) == "-":
            place += 1
        month = self._month_at(place)
        if month is None:
            return None
        if numeral.in_words and not numeral.ordinal and not self.words.of:
            return None
        year, end = self._year_after(month[1])
        return CalendarDate(year, month[0], int(numeral.value)), end

    def _month_at(self, place: int) -> tuple[int, int] | None:
        number = self.words.months.get(self._low(place))
        if number is None:
            return None
        token = self.tokens[place]
        if self.words.month_first and not token.text[0].isupper():
            return None
        end = place + 1
        if (
            token.low in self.words.short_months
            and self._low(end) == "."
            and self.tokens[end].glued
        ):
            end += 1
        return number, end

    def _month(self, start: int, *, certain: bool) -> tuple[CalendarDate, int] | None:
        month = self._month_at(start)
        if month is None:
            return None
        number, end = month
        place = end + 1 if self._low(end) == "-" else end
        numeral = read_numeral(self.tokens, place, self.known) if place < len(self.tokens) else None
        if numeral is not None and self._is_day_after_month(numeral):
            year, end = self._year_after(numeral.end)
            return CalendarDate(year, number, int(numeral.value)), end
        year, end = self._year_after(end)
        doubtful = self._low(start) in self.words.doubtful and not certain and year is None
        if doubtful and self._low(start - 1) not in self.words.before_month:
            return None
        return CalendarDate(year, number), end

    def _is_day_after_month(self, numeral: Numeral) -> bool:
        written_so = self.words.month_first or numeral.ordinal
        return written_so and _is_day(numeral) and not (numeral.scaled or numeral.in_words)

    def _year_after(self, place: int) -> tuple[int | None, int]:
        """The year behind a day or month, a comma or "of" between, and the token after it."""
        at = place + 1 if self._low(place) == "," else self._past_of(place)
        if at < len(self.tokens):
            token = self.tokens[at]
            if token.is_figure and len(token.low) == 4 and token.low.isdigit():
                return int(token.low), at + 1
        return None, place

    def _relative(self, start: int) -> tuple[CalendarDate, int] | None:
        said = self.words.relative.at(self.tokens, start)
        if said is not None:
            (steps, unit), end = said
            part = self.words.day_parts.at(self.tokens, end)
            return CalendarDate(relative=f"{steps} {unit}"), part[1] if part else end
        before = self.words.ago_before.at(self.tokens, start)
        place = before[1] if before else start
        if place >= len(self.tokens) or not (before or not self.words.ago_after.empty):
            return None
        if not before and not self._may_start_amount(place):
            return None
        amount = read_amount(self.tokens, place, self.known)
        if amount is None or not isinstance(amount.value, Amount) or not amount.value.exact:
            return None
        after = self.words.ago_after.at(self.tokens, amount.end)
        if not before and not after:
            return None
        relative = _steps_back(amount.value)
        end = after[1] if after else amount.end
        return (CalendarDate(relative=relative), end) if relative else None

    def _may_start_amount(self, place: int) -> bool:
        token = self.tokens[place]
        return (
            token.is_figure
            or token.low in self.known.words
            or bool(self.known.half_units.at(self.tokens, place))
        )

    def _period(self, start: int) -> tuple[CalendarDate, int] | None:
        """Read "the first quarter of 2013", "Q3", "19. Jahrhundert"."""
        short = _SHORT_PERIOD.match(self.text, self.tokens[start].start)
        if short is not None and start + 1 < len(self.tokens):
            year, end = self._year_after(start + 2)
            return CalendarDate(year, span=short.group().lower()), end
        numeral = read_numeral(self.tokens, start, self.known)
        if numeral is None or not numeral.ordinal:
            return None
        place = numeral.end + 1 if self._low(numeral.end) == "-" else numeral.end
        period = self.words.periods.at(self.tokens, place)
        if period is None:
            return None
        name, end = period
        count = int(numeral.value)
        if name == "century":
            return CalendarDate(year=(count - 1) * 100, span="century"), end
        if count > (4 if name == "quarter" else 2):
            return None
        year, end = self._year_after(end)
        return CalendarDate(year, span=f"{name[0]}{count}"), end

    def _decade(self, start: int) -> tuple[CalendarDate, int] | None:
        worded = self.words.decades.at(self.tokens, start)
        if worded:
            return CalendarDate(worded[0], span="decade"), worded[1]
        before = self.words.decade_before.at(self.tokens, start)
        place = before[1] if before else start
        if place >= len(self.tokens) or not self.tokens[place].low.isdigit():
            return None
        figure = self.tokens[place].low
        written_on = (
            self._low(place + 1) in self.words.decade_after and self.tokens[place + 1].glued
        )
        if not (before or written_on) or len(figure) not in {2, 4} or not figure.endswith("0"):
            return None
        year = int(figure) if len(figure) == 4 else 1900 + int(figure)
        return CalendarDate(year, span="decade"), place + 1 + written_on

    def _year(self, start: int, *, certain: bool) -> tuple[CalendarDate, int] | None:
        numeral = read_numeral(self.tokens, start, self.known)
        if numeral is None or not numeral.year_like or numeral.end > start + 4:
            return None
        year = int(numeral.value)
        if not 1000 <= year <= 2100:
            return None
        cued = certain or self._low(start - 1) in self.words.year_before
        if not cued and (year < 1900 or self._counts_something(numeral.end)):
            return None
        return CalendarDate(year), numeral.end

    def _counts_something(self, place: int) -> bool:
        return (
            self._low(place) in self.known.roles
            or bool(self.known.units.after(self.tokens, place))
            or bool(self.known.percent.at(self.tokens, place))
            or bool(self.known.currencies.after(self.tokens, place))
        )


def _is_day(numeral: Numeral) -> bool:
    return 1 <= numeral.value <= 31 and numeral.value == numeral.value.to_integral_value()


def _steps_back(amount: Amount) -> str:
    """The steps of "three weeks ago": whole days, months or years."""
    if amount.low is None:
        return ""
    if amount.unit == "month":
        if amount.written == "month":
            return f"-{int(amount.low)} month"
        return f"-{int(amount.low) // 12} year"
    if amount.unit == "s" and _DAY_UNITS.get(amount.written):
        return f"-{int(amount.low) // 86_400} day"
    return ""
