"""Times of day in words: "half past five", "halb sechs", "twenty past three", "tres y veinte"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tui.details.lexicon import Lexicon
from tui.details.numbers import Numeral, read_numeral
from tui.details.quantities import Finding
from tui.details.time_words import TimeWords, time_words
from tui.details.tokens import Token
from tui.details.values import ClockTime
from tui.model import DetailKind

__all__ = ["half_of_day", "is_spoken_hour", "read_spoken"]

_DAY = 24 * 60

_MEASURED = 4
"""Words before "at nine" of which one may tell that it is no hour: "the *toll* is at nine"."""


def read_spoken(
    tokens: Sequence[Token], start: int, known: Lexicon, *, certain: bool = False
) -> Finding | None:
    """Read the time in words that starts at a token.

    Args:
        tokens: The sentence.
        start: Where to read.
        known: The lexicon of its language.
        certain: Whether the words before leave nothing but a time to come.
    """
    words = time_words(known.lang)
    named = words.hours.at(tokens, start)
    if named is not None:
        hour, end = named
        more = words.after_hour.at(tokens, end)
        by, end = more or (0, end)
        return _settled(tokens, start, Numeral(start, end, Decimal(hour)), by, words, certain=True)
    past = words.past.at(tokens, start)
    if past is not None:
        return _at_hour(tokens, (start, past[1]), known, past[0])
    if tokens[start].low not in known.words and not tokens[start].is_figure:
        return None
    return _minutes_first(tokens, start, known) or _at_hour(
        tokens, (start, start), known, None, certain=certain
    )


def is_spoken_hour(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    """Whether a number in words must be an hour: "left *at nine*", "*um acht* fuhr der Zug".

    Nothing it could count follows, nor another number, and nothing before it measures.
    """
    words = time_words(known.lang)
    if not place or tokens[place - 1].low not in words.spoken_after or tokens[place].is_figure:
        return False
    hour = _counted(read_numeral(tokens, place, known), 1, 12)
    if hour is None or not _ends(tokens, hour.end, known):
        return False
    following = tokens[hour.end].low if hour.end < len(tokens) else ""
    if following in known.partitive or _is_listed(tokens, hour.end, known):
        return False
    before = tokens[max(0, place - 1 - _MEASURED) : place - 1]
    return words.measured_before.isdisjoint(token.low for token in before)


def _is_listed(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    """Whether another number follows that may count: "at two *or three* schools"."""
    if place + 1 >= len(tokens):
        return False
    if known.to.at(tokens, place) is None and tokens[place].low not in known.conjunctions:
        return False
    further = read_numeral(tokens, place + 1, known)
    return further is not None and not _ends(tokens, further.end, known)


def half_of_day(
    tokens: Sequence[Token], place: int, hour: int, words: TimeWords
) -> tuple[tuple[int, bool], int] | None:
    """What "p.m." or "in the morning" behind a time makes of its hour.

    Returns:
        The hour of the day with ``False``, for both halves are told apart, and the token after the
        phrase; ``None`` where nothing settles the half of the day.
    """
    if hour > 12:
        return None
    counted = words.counted.at(tokens, place)
    if counted is not None:
        return ((hour + counted[0]) % 24, False), counted[1]
    pm = words.pm.at(tokens, place)
    half = pm or words.am.at(tokens, place)
    return ((hour % 12 + (12 if pm else 0), False), half[1]) if half else None


def _minutes_first(tokens: Sequence[Token], start: int, known: Lexicon) -> Finding | None:
    """Read "twenty past three"; "five to ten people" is a range, so something must say "clock"."""
    words = time_words(known.lang)
    minutes = _counted(read_numeral(tokens, start, known), 1, 29)
    if minutes is None:
        return None
    sign = words.minutes_first.at(tokens, minutes.end)
    if sign is None or sign[1] >= len(tokens):
        return None
    hour = _counted(read_numeral(tokens, sign[1], known), 1, 12)
    if hour is None:
        return None
    worded = not tokens[start].is_figure or hour.in_words  # "approved by 12 to 5"
    cued = start > 0 and tokens[start - 1].low in words.cues and _ends(tokens, hour.end, known)
    by = sign[0] * int(minutes.value)
    return _settled(tokens, start, hour, by, words, certain=cued and worded)


def _at_hour(
    tokens: Sequence[Token],
    span: tuple[int, int],
    known: Lexicon,
    by: int | None,
    *,
    certain: bool = False,
) -> Finding | None:
    """Read an hour, what is added to it, and "o'clock"; a bare number is no time."""
    words = time_words(known.lang)
    start, place = span
    if place >= len(tokens) or (by is None and tokens[place].is_figure):
        return None
    hour = _counted(read_numeral(tokens, place, known), 1, 24, halves=by is None)
    if hour is None:
        return None
    cued = words.before.before(tokens, start) is not None
    clock = words.clock.at(tokens, hour.end)
    if clock is None and cued:
        clock = words.cued_clock.at(tokens, hour.end)
    end = clock[1] if clock else hour.end
    if by is None and (cued or clock):
        added = _added(tokens, start, end, known)
        if added is not None:
            minutes, end = added
            return _settled(tokens, start, _until(hour, end), minutes, words, certain=True)
    certain = by is not None or clock is not None or (certain and _ends(tokens, end, known))
    return _settled(tokens, start, _until(hour, end), by or 0, words, certain=certain)


def _added(tokens: Sequence[Token], start: int, end: int, known: Lexicon) -> tuple[int, int] | None:
    """The minutes behind an hour: "y media", "menos diez", "heures vingt"; and the token after."""
    words = time_words(known.lang)
    for place in range(end, start, -1):  # "tres y media" was read as three and a half
        said = words.after_hour.at(tokens, place)
        if said is not None:
            return said
    sign = words.hour_first.at(tokens, end)
    place = sign[1] if sign else end
    if place >= len(tokens) or (sign is None and place == start + 1):
        return None
    minutes = _counted(read_numeral(tokens, place, known), 1, 59)
    if minutes is None or not minutes.in_words or not _ends(tokens, minutes.end, known):
        return None
    return (sign[0] if sign else 1) * int(minutes.value), minutes.end


def _counted(
    numeral: Numeral | None, least: int, most: int, *, halves: bool = False
) -> Numeral | None:
    """A whole number within limits; with ``halves`` a half more is left out of account."""
    if numeral is None or numeral.ordinal or numeral.scaled or numeral.unit:
        return None
    whole = numeral.value == int(numeral.value) or (halves and numeral.value % 1 * 2 == 1)
    return numeral if whole and least <= numeral.value <= most else None


def _until(hour: Numeral, end: int) -> Numeral:
    return Numeral(hour.start, end, hour.value)


def _ends(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    """Whether no noun follows that would make the number count something."""
    if place >= len(tokens) or not tokens[place].is_word:
        return True
    low = tokens[place].low
    if low in known.conjunctions or (
        low in known.function and not known.units.after(tokens, place)
    ):
        return True
    if not time_words(known.lang).nouns_capital or tokens[place].text[0].isupper():
        return False
    noun = place + 1 < len(tokens) and tokens[place + 1].text[0].isupper()
    return not (noun or known.units.after(tokens, place))  # "um acht *neue Stellen*"


def _settled(
    tokens: Sequence[Token],
    start: int,
    hour: Numeral,
    by: int,
    words: TimeWords,
    *,
    certain: bool,
) -> Finding | None:
    """Add the minutes, and tell the half of the day where it is said."""
    if hour.value != int(hour.value) and not certain:
        return None
    told = half_of_day(tokens, hour.end, int(hour.value), words)
    if told is None and not certain:
        return None
    (at, open_half), end = told or ((int(hour.value) % 24, hour.value <= 12), hour.end)
    minute = (at * 60 + by) % _DAY
    return Finding(start, end, DetailKind.TIME, ClockTime(minute, minute, open_half))
