"""Times of day: "5:45 p.m.", "17 h 45", "17.45 Uhr", "half past five", "noon", "evening"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tui.details.lexicon import Lexicon, Phrases, lexicon
from tui.details.numbers import read_numeral
from tui.details.quantities import Finding
from tui.details.tokens import Token
from tui.details.values import ClockTime
from tui.model import DetailKind

__all__ = ["TimeWords", "read_time", "time_words"]

_FIGURES = re.compile(r"(?P<hour>\d{1,2})(?:(?P<sign>[:.：h])(?P<minute>[0-5]\d))?(?![\d]|[.,:]\d)")
_REACHES = {"before": (-30, 0), "after": (0, 30), "around": (-15, 15)}
"""Minutes that "shortly before", "shortly after" and "around" reach."""


@dataclass(frozen=True)
class TimeWords:
    """The ``[times]`` tables of a data file."""

    clock: Phrases[bool]
    cued_clock: Phrases[bool]
    before: frozenset[str]
    am: Phrases[bool]
    pm: Phrases[bool]
    past: Phrases[int]
    near: Phrases[tuple[int, int]]
    words: Phrases[tuple[int, int]]


@cache
def time_words(lang: str) -> TimeWords:
    """The time words of a language; empty where it has no data file."""
    raw = lexicon(lang).times
    offsets: Mapping[str, int] = {
        "half_past": 30, "half_before": -30, "quarter_past": 15, "quarter_to": -15,
    }  # fmt: skip

    def listed(name: str) -> Phrases[bool]:
        return Phrases((p, True) for p in raw.get(name, ()))

    return TimeWords(
        clock=listed("clock"),
        cued_clock=listed("cued_clock"),
        before=frozenset(raw.get("before", ())),
        am=listed("am"),
        pm=listed("pm"),
        past=Phrases((p, by) for name, by in offsets.items() for p in raw.get(name, ())),
        near=Phrases(
            (p, reach)
            for name, reach in _REACHES.items()
            for p in raw.get("near", {}).get(name, ())
        ),
        words=Phrases((p, (v[0], v[1])) for p, v in raw.get("words", {}).items()),
    )


def read_time(text: str, tokens: Sequence[Token], start: int, known: Lexicon) -> Finding | None:
    """Read the time of day that starts at a token."""
    words = time_words(known.lang)
    near = words.near.at(tokens, start)
    place = near[1] if near else start
    if place >= len(tokens):
        return None
    found = (
        _figures(text, tokens, place, words)
        or _worded(tokens, place, known, words)
        or _named(tokens, place, words)
    )
    if found is None or near is None or not isinstance(found.value, ClockTime):
        return found
    value = found.value
    if value.start != value.end:
        return None
    before, after = near[0]
    first = (value.start + before) % 1440
    widened = ClockTime(first, first + after - before, value.twelve)
    return Finding(start, found.end, DetailKind.TIME, widened)


def _named(tokens: Sequence[Token], start: int, words: TimeWords) -> Finding | None:
    named = words.words.at(tokens, start)
    if named is None:
        return None
    (begin, end), after = named
    return Finding(start, after, DetailKind.TIME, ClockTime(begin, end))


def _figures(text: str, tokens: Sequence[Token], start: int, words: TimeWords) -> Finding | None:
    token = tokens[start]
    if not token.is_figure:
        return None
    found = _FIGURES.match(text, token.start)
    if found is None or (found["hour"] and int(found["hour"]) > 24):
        return None
    end = start
    while end < len(tokens) and tokens[end].start < found.end():
        end += 1
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    marked = found["sign"] in {":", "：", "h"}
    clock = words.clock.at(tokens, end)
    if clock is None and start and tokens[start - 1].low in words.before:
        clock = words.cued_clock.at(tokens, end)
        marked = marked or found["minute"] is not None
    if clock is None and found["minute"] is None:
        split = words.cued_clock.at(tokens, end)  # "17 h 45"
        if split and _is_minute(tokens, split[1]):
            clock = split
    if clock is not None:
        marked, end = True, clock[1]
        if found["minute"] is None and _is_minute(tokens, end):
            minute, end = int(tokens[end].low), end + 1
    return _halved(tokens, start, end, (hour, minute, marked), words)


def _is_minute(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens):
        return False
    low = tokens[place].low
    return len(low) == 2 and low.isdigit() and low < "60"


def _halved(
    tokens: Sequence[Token],
    start: int,
    end: int,
    read: tuple[int, int, bool],
    words: TimeWords,
) -> Finding | None:
    """Settle the half of the day; a bare number with neither sign nor half is no time."""
    hour, minute, marked = read
    am, pm = words.am.at(tokens, end), words.pm.at(tokens, end)
    half = pm or am
    if half is not None:
        if hour > 12:
            half = None
        else:
            hour, end = hour % 12 + (12 if pm else 0), half[1]
    if half is None and not marked:
        return None
    at = hour % 24 * 60 + minute
    twelve = half is None and 1 <= hour <= 12
    return Finding(start, end, DetailKind.TIME, ClockTime(at, at, twelve))


def _worded(
    tokens: Sequence[Token], start: int, known: Lexicon, words: TimeWords
) -> Finding | None:
    """Read "half past five", "halb sechs", "five o'clock"."""
    past = words.past.at(tokens, start)
    place = past[1] if past else start
    if place >= len(tokens) or (not past and tokens[place].low not in known.words):
        return None
    numeral = read_numeral(tokens, place, known)
    if numeral is None or numeral.ordinal or numeral.scaled or not 1 <= numeral.value <= 24:
        return None
    if numeral.value != int(numeral.value):
        return None
    end, by = numeral.end, past[0] if past else 0
    clock = words.clock.at(tokens, end)
    if clock is None and start and tokens[start - 1].low in words.before:
        clock = words.cued_clock.at(tokens, end)
    end = clock[1] if clock else end
    at = (int(numeral.value) * 60 + by) % (24 * 60)
    hour, minute = divmod(at, 60)
    return _halved(tokens, start, end, (hour, minute, past is not None or clock is not None), words)
