"""Dates as far as they are stated: absolute, relative to the report's day, or in part.

"September 2, 2025", "am 3. November", "Anfang September", "on Monday", "vor drei Wochen", "the
first quarter", "the 1990s".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tui.details.date_ranges import night_before, read_part_of_day, read_stretch
from tui.details.date_text import DateText
from tui.details.day_of_report import resolve
from tui.details.lexicon import Lexicon
from tui.details.month_stretches import read_month_compound, read_months_up_to
from tui.details.named_dates import (
    read_end_named,
    read_feast,
    read_movable_feast,
    read_period_named,
)
from tui.details.numbers import Numeral
from tui.details.numeric_dates import read_numeric_date
from tui.details.quantities import Finding
from tui.details.relative_dates import read_relative
from tui.details.tokens import Token
from tui.details.values import CalendarDate
from tui.details.years import read_decade, read_period, read_year
from tui.model import DetailKind

__all__ = ["read_date"]

SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_OPENERS = frozenset("(（")


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
    sentence = DateText.of(text, tokens, known)
    numeric = read_numeric_date(sentence, start)
    if numeric is not None:
        value, end = _with_part_behind(sentence, *numeric)
        return Finding(start, end, DetailKind.DATE, value)
    single = (
        read_part_of_day(sentence, start, _core)
        or read_months_up_to(sentence, start, _worded)
        or _worded(sentence, start)
    )
    found = read_stretch(sentence, start, single, _core) or single
    if found is None:
        return None
    found = _with_part_behind(sentence, *found)
    value, end = _in_relative_year(sentence, *found, published)
    value, end = _last_or_next(sentence, start, value, end)
    value = night_before(sentence, start, value)
    resolved = resolve(value, published)
    off = published.year - value.year if published and value.year and not value.span else None
    return Finding(
        start, end, DetailKind.DATE, replace(value, resolved=resolved, years_off=off)
    )  # fmt: skip


def _with_part_behind(
    sentence: DateText, value: CalendarDate, end: int
) -> tuple[CalendarDate, int]:
    """Read on to the part of a month or year that is meant: "5月*末*", "다음 달 *초*"."""
    part = sentence.words.spans.at(sentence.tokens, end) if sentence.words.part_behind else None
    whole = value.relative.endswith(("month", "year")) or bool(value.month or value.year)
    if part is None or value.day is not None or value.span or not whole:
        return value, end
    return replace(value, span=part[0]), part[1]


def _last_or_next(
    sentence: DateText, start: int, value: CalendarDate, end: int
) -> tuple[CalendarDate, int]:
    """Which of its days a weekday is: "*last* Friday", "vendredi *prochain*", "Friday *week*"."""
    if value.weekday is None or value.day is not None or value.last:
        return value, end
    later = sentence.words.weeks_later.at(sentence.tokens, end)
    if later is not None:
        return replace(value, relative=f"{1 + later[0]} weekday"), later[1]
    before, behind, words = sentence.low(start - 1), sentence.low(end), sentence.words
    for said, steps in ((words.last, -1), (words.next, 1)):
        if before in said or behind in said:
            return replace(value, relative=f"{steps} weekday"), end + (behind in said)
    return value, end


def _in_relative_year(
    sentence: DateText, value: CalendarDate, end: int, published: date | None
) -> tuple[CalendarDate, int]:
    """Read on from a month to the year it lies in: "in March *last year*"."""
    said = sentence.words.relative.at(sentence.tokens, end)
    if value.month is None or value.year is not None or said is None or said[0][1] != "year":
        return value, end
    year = published.year + said[0][0] if published else None
    return replace(value, year=year), said[1]


def _worded(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """Every form that has words in it, and bare years."""
    span = sentence.words.spans.at(sentence.tokens, start)
    if span is not None:
        name, place = span
        if sentence.low(place) == "-":
            place += 1
        inner = _core(sentence, sentence.past_of(place), after_span=True)
        if inner is not None:
            value, end = inner
            return replace(value, span=value.span or name), end
        if name in SEASONS and _is_season(sentence, start):
            return CalendarDate(span=name), span[1]
    return _core(sentence, start)


def _is_season(sentence: DateText, start: int) -> bool:
    """Whether "spring" is the season; where the words are clear, no cue is asked for."""
    cues = sentence.words.season_before
    if cues:
        return sentence.low(start - 1) in cues
    return not _ends_name(sentence.tokens, start, sentence.known)


def _ends_name(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    """Whether a word with a capital follows another inside a sentence: "Minister *Sommer*"."""
    if place < 2 or not tokens[place - 2].is_word:
        return False
    before = tokens[place - 1]
    capitals = before.text[0].isupper() and tokens[place].text[0].isupper()
    return capitals and before.is_word and before.low not in known.function


def _core(
    sentence: DateText, start: int, *, after_span: bool = False
) -> tuple[CalendarDate, int] | None:
    if start >= len(sentence.tokens):
        return None
    return (
        (read_period_named(sentence, start) if after_span else None)
        or read_movable_feast(sentence, start)
        or _weekday(sentence, start)
        or read_feast(sentence, start)
        or _day_and_month(sentence, start)
        or _month(sentence, start, certain=after_span)
        or read_end_named(sentence, start)
        or read_relative(sentence, start)
        or read_period(sentence, start)
        or read_decade(sentence, start, after_part=after_span)
        or read_year(sentence, start, certain=after_span)
        or _day_alone(sentence, start)
    )


def _weekday(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    tokens, words = sentence.tokens, sentence.words
    spelt = words.spelt_weekdays.at(tokens, start)
    (weekday, daytime), end = (
        ((spelt[0], None), spelt[1])
        if spelt
        else (_weekday_of(sentence, sentence.low(start)), start + 1)
    )
    if weekday is None or (not tokens[start].text[0].isupper() and words.month_first):
        return None
    behind = sentence.past_of(end) if words.part_behind else end
    daytime, end = words.day_parts.at(tokens, behind) or (daytime, end)
    shortened = sentence.low(end) == "." and len(sentence.low(start)) <= 4 and sentence.low(end + 1)
    place = end + 1 if shortened else end
    if sentence.low(place) == ",":
        place += 1
    place = sentence.past_of(place)
    if place < len(tokens):
        dated = _day_and_month(sentence, place) or _month(sentence, place, certain=True)
        if dated is not None and dated[0].day is not None:
            return replace(dated[0], weekday=weekday, daytime=daytime), dated[1]
        numeral = sentence.numeral(place)
        if numeral is not None and numeral.ordinal and _is_day(numeral):
            value = CalendarDate(day=int(numeral.value), weekday=weekday, daytime=daytime)
            return value, numeral.end
    return CalendarDate(weekday=weekday, daytime=daytime), end


def _weekday_of(sentence: DateText, low: str) -> tuple[int | None, tuple[int, int] | None]:
    """The day a word names; a part of the day may be written on ("Samstagabend")."""
    words = sentence.words
    day = words.weekdays.get(low)
    if day is not None or not sentence.known.compound or not low.startswith(words.long_weekdays):
        return day, None
    for word in words.long_weekdays:
        rest = low[len(word) :].rstrip("s")
        if low.startswith(word) and rest in words.day_part_words:
            return words.weekdays[word], words.day_part_words[rest]
    return None, None


def _day_and_month(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    tokens, words = sentence.tokens, sentence.words
    numeral = sentence.numeral(start)
    if numeral is None or not _is_day(numeral) or numeral.scaled:
        return None
    place = numeral.end
    if sentence.low(place) == "." and tokens[place].glued:
        place += 1
    if numeral.ordinal and sentence.low(place) in _OPENERS:  # "the 27th (Mon)"
        weekday = words.weekdays.get(sentence.low(place + 1))
        if weekday is not None:
            return CalendarDate(day=int(numeral.value), weekday=weekday), place + 3
    place = sentence.past_of(place)
    if sentence.low(place) == "-":
        place += 1
    month = _month_at(sentence, place)
    if month is None:
        return None
    if numeral.in_words and not numeral.ordinal and not words.of:
        return None
    year, end = sentence.year_after(month[1])
    return CalendarDate(year, month[0], int(numeral.value)), end


def _day_alone(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """A day whose month goes without saying: "on the 16th", "el día 16", "am 16. Uhr" is none."""
    tokens = sentence.tokens
    cue = sentence.words.day_before.before(tokens, start)
    if cue is None or not tokens[start].is_figure:
        return None
    numeral = sentence.numeral(start)
    if numeral is None or not _is_day(numeral) or numeral.scaled:
        return None
    if sentence.words.day_is_ordinal and not numeral.ordinal:
        return None
    follower = tokens[numeral.end] if numeral.end < len(tokens) else None
    spaced = sentence.known.counters.empty
    if (
        follower is not None
        and follower.is_word
        and spaced
        and follower.low not in sentence.known.function
    ):
        return None
    return CalendarDate(day=int(numeral.value)), numeral.end


def _month_at(sentence: DateText, place: int) -> tuple[int, int] | None:
    words = sentence.words
    spelt = words.spelt_months.at(sentence.tokens, place)
    if spelt is not None:
        return spelt
    number = words.months.get(sentence.low(place))
    if number is None:
        return None
    token = sentence.tokens[place]
    if words.month_first and not token.text[0].isupper():
        return None
    dated = any(before.is_figure for before in sentence.tokens[max(0, place - 2) : place])
    if words.small_months and place and token.text[0].isupper() and not dated:
        return None  # "Rio de Janeiro", "Piotr Maj"
    end = place + 1
    if token.low in words.short_months and sentence.low(end) == "." and sentence.tokens[end].glued:
        end += 1
    return number, end


def _month(sentence: DateText, start: int, *, certain: bool) -> tuple[CalendarDate, int] | None:
    month = _month_at(sentence, start)
    if month is None:
        return read_month_compound(sentence, start)
    words, known = sentence.words, sentence.known
    number, end = month
    place = end + 1 if sentence.low(end) == "-" else end
    numeral = sentence.numeral(place)
    if numeral is not None and _is_day_after_month(sentence, numeral):
        year, end = sentence.year_after(numeral.end)
        return CalendarDate(year, number, int(numeral.value)), end
    year, end = sentence.year_after(end)
    part = words.day_parts.at(sentence.tokens, end) if year is None else None
    in_year = sentence.past_of_year_cue(part[1]) if part else None
    if part and in_year:
        return CalendarDate(in_year[0], number, daytime=part[0]), in_year[1]
    low = sentence.low(start)
    if low in known.words and year is None:  # French "sept" is a number too
        return None
    doubtful = low in words.doubtful and not certain and year is None
    if doubtful and sentence.low(start - 1) not in words.before_month:
        return None
    return CalendarDate(year, number), end


def _is_day_after_month(sentence: DateText, numeral: Numeral) -> bool:
    written_so = sentence.words.month_first or numeral.ordinal
    return written_so and _is_day(numeral) and not (numeral.scaled or numeral.in_words)


def _is_day(numeral: Numeral) -> bool:
    return 1 <= numeral.value <= 31 and numeral.value == numeral.value.to_integral_value()
