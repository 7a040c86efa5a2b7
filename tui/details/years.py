"""Years and what is made of years: "in 2017", "2012 to 2016", "the 1990s", "the first quarter"."""

from __future__ import annotations

import re

from tui.details.date_text import DateText
from tui.details.scores import counts_something
from tui.details.time_words import time_words
from tui.details.values import CalendarDate

__all__ = ["read_decade", "read_period", "read_year"]

_SHORT_PERIOD = re.compile(r"(?:Q[1-4]|H[12])(?!\w)")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = re.compile(rf"(?=[IVX])(?P<tens>X{{0,2}})(?P<ones>{'|'.join(_ROMAN_ONES)})(?:e|ème|er)?")
_DASHES = frozenset("-–—‐‑/")
_OLDEST_BARE = 1_500
_LONGEST_STRETCH = 200


def read_period(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """Read "the first quarter of 2013", "Q3", "19. Jahrhundert"."""
    tokens, words = sentence.tokens, sentence.words
    short = _SHORT_PERIOD.match(sentence.text, tokens[start].start)
    if short is not None and start + 1 < len(tokens):
        year, end = sentence.year_after(start + 2)
        return CalendarDate(year, span=short.group().lower()), end
    roman = _roman_century(sentence, start)
    if roman is not None:
        return roman
    numeral = sentence.numeral(start)
    if numeral is None or not numeral.ordinal:
        return None
    place = numeral.end + 1 if sentence.low(numeral.end) == "-" else numeral.end
    period = words.periods.at(tokens, place)
    if period is None:
        return None
    name, end = period
    count = int(numeral.value)
    if name == "century":
        return _century(count), end
    if count > (4 if name == "quarter" else 2):
        return None
    year, end = sentence.year_after(end)
    return CalendarDate(year, span=f"{name[0]}{count}"), end


def _roman_century(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """Read "XIXe siècle", "siglo XIX"."""
    tokens, periods = sentence.tokens, sentence.words.periods
    named = periods.at(tokens, start)
    place = named[1] if named else start
    count = _roman(tokens[place].text) if place < len(tokens) else 0
    if not count:
        return None
    if named is None:
        named = periods.at(tokens, place + 1)
        return (_century(count), named[1]) if named and named[0] == "century" else None
    return (_century(count), place + 1) if named[0] == "century" else None


def _century(count: int) -> CalendarDate:
    return CalendarDate(year=(count - 1) * 100, span="century")


def _roman(text: str) -> int:
    """The value of a Roman figure up to 29, an ending of an ordinal aside; 0 for other words."""
    found = _ROMAN.fullmatch(text)
    if found is None:
        return 0
    return 10 * len(found["tens"]) + _ROMAN_ONES.index(found["ones"])


def read_decade(
    sentence: DateText, start: int, *, after_part: bool
) -> tuple[CalendarDate, int] | None:
    """Read "the 1990s", "die achtziger Jahre", "años noventa".

    Args:
        sentence: The sentence.
        start: The token to read from.
        after_part: Whether a part of a decade stands before, "late".
    """
    tokens, words = sentence.tokens, sentence.words
    worded = (words.decades_after_part if after_part else words.decades).at(tokens, start)
    if worded and not _counts_something(sentence, worded[1]):
        return CalendarDate(worded[0], span="decade"), worded[1]
    before = words.decade_before.at(tokens, start)
    place = before[1] if before else start
    figure = sentence.low(place)
    if not figure.isdigit():
        return None
    written_on = sentence.low(place + 1) in words.decade_after and tokens[place + 1].glued
    if not (before or written_on) or len(figure) not in {2, 4} or not figure.endswith("0"):
        return None
    year = int(figure) if len(figure) == 4 else 1900 + int(figure)
    return CalendarDate(year, span="decade"), place + 1 + written_on


def read_year(sentence: DateText, start: int, *, certain: bool) -> tuple[CalendarDate, int] | None:
    """Read a bare year, or a stretch of them: "2012 to 2016", "entre 2012 et 2016".

    Args:
        sentence: The sentence.
        start: The token to read from.
        certain: Whether the words before say that a date comes.
    """
    tokens, known = sentence.tokens, sentence.known
    between = known.between.at(tokens, start)
    place = between[1] if between else start
    if place >= len(tokens):
        return None
    numeral = sentence.numeral(place)
    if numeral is None or not numeral.year_like or numeral.end > place + 4:
        return None
    year = sentence.gregorian(int(numeral.value))
    if not 1000 <= year <= 2100:
        return None
    last, end = _last_year(sentence, numeral.end, year)
    if between and last is None:
        return None
    named = sentence.low(end) in sentence.words.year_after
    cued = certain or named or sentence.cues_year(start)
    counted = not named and _counts_something(sentence, end)
    if last is not None:
        stretch = cued or between or sentence.low(numeral.end) in _DASHES
        stretch = stretch or (year >= 1900 and not counts_something(tokens, end, known))
        return (CalendarDate(year, until=last), end) if stretch and not counted else None
    if not cued and (counted or (year < 1900 and not _bare_old_year(sentence, year, end))):
        return None
    return CalendarDate(year), end


def _bare_old_year(sentence: DateText, year: int, end: int) -> bool:
    """Whether a figure is a year for want of a noun behind it: "wurde *1764* gegründet"."""
    if year < _OLDEST_BARE or not time_words(sentence.known.lang).nouns_capital:
        return False
    follower = sentence.tokens[end] if end < len(sentence.tokens) else None
    return follower is None or not follower.is_word or follower.text[0].islower()


def _last_year(sentence: DateText, place: int, first: int) -> tuple[int | None, int]:
    """The year that ends a stretch begun before a token, and the token after it."""
    joined = sentence.known.to.at(sentence.tokens, place)
    dash = sentence.low(place) in _DASHES and place + 1 < len(sentence.tokens)
    if joined is None and not dash:
        return None, place
    at = joined[1] if joined else place + 1
    year = sentence.four_figures(at)
    if year is None and dash and sentence.tokens[at].glued:
        year = _next_year(sentence.low(at), first)
    if year is None or not first < year <= min(2100, first + _LONGEST_STRETCH):
        return None, place
    return year, at + 1


def _next_year(low: str, first: int) -> int | None:
    """The year that two figures written on mean: "2025/*26*"."""
    following = first + 1
    return following if low == f"{following % 100:02}" else None


def _counts_something(sentence: DateText, place: int) -> bool:
    known, tokens = sentence.known, sentence.tokens
    return (
        sentence.low(place) in known.roles
        or bool(known.units.after(tokens, place))
        or bool(known.percent.at(tokens, place))
        or bool(known.currencies.after(tokens, place))
    )
