"""Times of day: "5:45 p.m.", "17 h 45", "17.45 Uhr", "half past five", "noon", "evening"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.details.date_words import date_words
from tui.details.lexicon import Lexicon
from tui.details.quantities import Finding
from tui.details.scores import counts_something
from tui.details.spoken_times import half_of_day, is_spoken_hour, read_spoken
from tui.details.time_words import TimeWords, time_words
from tui.details.time_zones import GREENWICH, zone_at
from tui.details.tokens import Token
from tui.details.values import ClockTime
from tui.model import DetailKind

__all__ = ["read_time"]

_FIGURES = re.compile(r"(?P<hour>\d{1,2})(?:(?P<sign>[:.：h])(?P<minute>[0-5]\d))?(?![\d]|[.,:]\d)")

_NOON, _DAY = 720, 1440
_BESIDE = 4
"""How many words away the part of the day may stand that a time lies in."""

_SENTENCE_SIGNS = frozenset(".;:")


def read_time(text: str, tokens: Sequence[Token], start: int, known: Lexicon) -> Finding | None:
    """Read the time of day that starts at a token."""
    words = time_words(known.lang)
    near = words.near.at(tokens, start)
    place = near[1] if near else start
    if place >= len(tokens):
        return None
    bare = words.bare_before.before(tokens, place) is not None
    shortly = near is not None and 0 in near[0]  # "shortly before seven"
    certain = bare or shortly or is_spoken_hour(tokens, place, known)
    found = (
        _led_by_part(text, tokens, place, known)
        or _four_figures(tokens, place, known)
        or _figures(text, tokens, place, known, words, bare=bare)
        or read_spoken(tokens, place, known, certain=certain)
        or _named(tokens, place, words)
    )
    if found is None or not isinstance(found.value, ClockTime):
        return found
    value = found.value
    if value.twelve:
        at = _in_part_of_day(value.start, tokens, (start, found.end), words)
        value = value if at is None else ClockTime(at, at)
    zoned = zone_at(tokens, found.end, known.lang)
    if zoned is not None:
        zone, end = zoned
        value = replace(value, zone=zone, twelve=value.twelve and zone != GREENWICH)
        found = replace(found, end=end)
    behind = None if near or value.start != value.end else words.near_after.at(tokens, found.end)
    if behind is not None:
        near, found = behind, replace(found, end=behind[1])
    if near is None:
        return replace(found, value=value)
    if value.start != value.end:
        return None
    before, after = near[0]
    first = (value.start + before) % 1440
    widened = replace(value, start=first, end=first + after - before)
    return Finding(start, found.end, DetailKind.TIME, widened)


def _led_by_part(text: str, tokens: Sequence[Token], start: int, known: Lexicon) -> Finding | None:
    """An hour right behind the part of the day it lies in: "午後2時半", "오후 2시 30분"."""
    words = time_words(known.lang)
    part = words.words.at(tokens, start) if words.part_leads else None
    if part is None or part[1] >= len(tokens):
        return None
    found = _figures(text, tokens, part[1], known, words, bare=False) or read_spoken(
        tokens, part[1], known
    )
    if found is None or not isinstance(found.value, ClockTime) or found.value.start > _NOON + 60:
        return found and replace(found, start=start)
    at = _half(found.value.start, *part[0])
    value = found.value if at is None else ClockTime(at, at)
    return replace(found, start=start, value=value)


def _four_figures(tokens: Sequence[Token], start: int, known: Lexicon) -> Finding | None:
    """Read four figures that a zone makes a time: "(1545 GMT)"."""
    low = tokens[start].low
    if not (len(low) == 4 and low.isdigit() and low < "2400" and low[2] < "6"):
        return None
    if zone_at(tokens, start + 1, known.lang) is None:
        return None
    at = int(low[:2]) * 60 + int(low[2:])
    return Finding(start, start + 1, DetailKind.TIME, ClockTime(at, at))


def _in_part_of_day(
    minute: int, tokens: Sequence[Token], span: tuple[int, int], words: TimeWords
) -> int | None:
    """A minute of either half of the day, settled by a part of it nearby.

    "Monday *evening* at 8:30", "um 8.30 Uhr am *Morgen*".
    """
    first, last = span
    for place in (*range(last, last + _BESIDE), *range(first - 1, first - 1 - _BESIDE, -1)):
        if not 0 <= place < len(tokens) or tokens[place].text in _SENTENCE_SIGNS:
            continue
        part = words.part_at(tokens, place)
        if part is None or part[0] == part[1]:
            continue
        at = _half(minute, part[0], part[1])
        if at is not None:
            return at
    return None


def _half(minute: int, first: int, last: int) -> int | None:
    """A minute of either half of the day as it lies in a part of it; ``None`` for both or none."""
    morning, evening = (
        any(first <= minute % _NOON + by <= last for by in (half, half + _DAY))
        for half in (0, _NOON)
    )
    if morning == evening:
        return None
    return minute % _NOON + (0 if morning else _NOON)


def _named(tokens: Sequence[Token], start: int, words: TimeWords) -> Finding | None:
    named = words.words.at(tokens, start)
    if named is None:
        return None
    (begin, end), after = named
    if not words.nouns_capital and _in_capitals(tokens, start, after):
        return None  # "the Morning Star"
    return Finding(start, after, DetailKind.TIME, ClockTime(begin, end))


def _figures(
    text: str,
    tokens: Sequence[Token],
    start: int,
    known: Lexicon,
    words: TimeWords,
    *,
    bare: bool,
) -> Finding | None:
    token = tokens[start]
    if not token.is_figure:
        return None
    found = _FIGURES.match(text, token.start)
    if found is None or (found["hour"] and int(found["hour"]) > 24):
        return None
    end = start
    while end < len(tokens) and tokens[end].start < found.end():
        end += 1
    behind_figure = end
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    marked = found["sign"] in {":", "：", "h"} or (
        bare and bool(found["minute"] or not counts_something(tokens, end, known))
    )
    clock = _clock_behind(tokens, end, known, words)
    if clock is None and words.before.before(tokens, start):
        clock = words.cued_clock.at(tokens, end)
        marked = marked or found["minute"] is not None
    if clock is None:
        clock = _clock_of_range(tokens, end, known, words)
    if clock is None and found["minute"] is None:
        split = words.cued_clock.at(tokens, end)  # "17 h 45"
        if split and _is_minute(tokens, split[1]):
            clock = split
    if clock is not None:
        marked, end = True, clock[1]
        if found["minute"] is None:
            minute, end = _minutes_behind(tokens, end, words)
    marked = marked or (found["minute"] is not None and _on_weekday(tokens, start, end, known))
    half = half_of_day(tokens, end, hour, words) or half_of_day(
        tokens, behind_figure, hour, words
    )  # "в 2 *часа дня*": the clock's word may be part of what names the half
    if half is None and not marked:
        return None  # a bare number
    value, end = half or ((hour % 24, 1 <= hour <= 12), end)
    at = value[0] * 60 + minute
    whole = clock is not None or found["sign"] == "h" or (bare and found["minute"])
    if value[1] and words.whole_day and whole:
        settled = _in_part_of_day(at, tokens, (start, end), words)
        at, value = (at if settled is None else settled), (hour, False)
    return Finding(start, end, DetailKind.TIME, ClockTime(at, at, value[1]))


def _clock_behind(
    tokens: Sequence[Token], end: int, known: Lexicon, words: TimeWords
) -> tuple[bool, int] | None:
    """The word of the clock behind a figure, unless it begins one that measures ("4*時*間")."""
    clock = words.clock.at(tokens, end)
    unit = known.units.at(tokens, end) if clock else None
    return None if clock is None or (unit and unit[1] > clock[1]) else clock


def _minutes_behind(tokens: Sequence[Token], end: int, words: TimeWords) -> tuple[int, int]:
    """The minutes behind the word of the clock, and the token after: "17 h *45*", "2時*半*"."""
    named = words.minute.at(tokens, end + 1)
    if named is not None and tokens[end].is_figure and tokens[end].low.isdigit():
        minute = int(tokens[end].low)
        return (minute, named[1]) if minute < 60 else (0, end)
    if _is_minute(tokens, end):
        return int(tokens[end].low), end + 1
    return words.after_hour.at(tokens, end) or (0, end)


def _in_capitals(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether words are part of a name: written with a capital, like the one behind them."""
    follower = tokens[end].text if end < len(tokens) else ""
    return tokens[start].text[0].isupper() and follower[:1].isupper()


def _on_weekday(tokens: Sequence[Token], start: int, end: int, known: Lexicon) -> bool:
    """Whether a figure after "at" is a time for a weekday that follows: "at 7.42 *on Monday*"."""
    if not start or tokens[start - 1].low not in time_words(known.lang).cues:
        return False
    weekdays = date_words(known.lang).weekdays
    return any(token.low in weekdays for token in tokens[end : end + 2])


def _clock_of_range(
    tokens: Sequence[Token], end: int, known: Lexicon, words: TimeWords
) -> tuple[bool, int] | None:
    """What makes a time of the first of two hours: "21 heures *à 5 heures*", "8 *bis 10 Uhr*"."""
    own = words.clock.at(tokens, end) or words.cued_clock.at(tokens, end)
    to = known.to.at(tokens, own[1] if own else end)
    if to is None or to[1] + 1 >= len(tokens) or not tokens[to[1]].is_figure:
        return None
    clock = words.clock.at(tokens, to[1] + 1) or words.cued_clock.at(tokens, to[1] + 1)
    return (True, own[1] if own else end) if clock else None


def _is_minute(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens):
        return False
    low = tokens[place].low
    return len(low) == 2 and low.isdigit() and low < "60"
