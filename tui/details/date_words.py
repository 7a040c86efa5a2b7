"""The months, weekdays and time words of a language, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tui.details.lexicon import lexicon
from tui.details.token_phrases import Phrases
from tui.details.tokens import tokenize

__all__ = ["DateWords", "date_words"]


ABBREVIATED = 3
"""Letters of a month's name that is short for another: "mrt"."""


class DateWords(NamedTuple):
    """The ``[dates]`` tables of a data file."""

    months: Mapping[str, int]
    spelt_months: Phrases[int]
    """Months of more than one token."""
    short_months: frozenset[str]
    small_months: bool
    """Whether months are written without a capital, so that one with it is part of a name."""
    doubtful: frozenset[str]
    before_month: frozenset[str]
    weekdays: Mapping[str, int]
    spelt_weekdays: Phrases[int]
    """Weekdays where words are not spaced, so that each sign of them is a token."""
    bracketed: Mapping[str, int]
    """Short forms of weekdays that stand in brackets behind a day: "11日(*火*)"."""
    long_weekdays: tuple[str, ...]
    of: frozenset[str]
    month_first: bool
    year_before: frozenset[str]
    year_after: frozenset[str]
    """What makes a year of the figures before it: "1984 *года*"."""
    spelt_year_before: Phrases[bool]
    """Those of more than one token."""
    eras: Phrases[int]
    """Names of eras before a year, and the year before their first."""
    years_ahead: int
    """Years by which the language's own calendar is ahead of the Gregorian one."""
    day_alone: Phrases[bool]
    """What makes a day of a figure before it whose month goes without saying: "9*日*"."""
    no_day: Phrases[bool]
    """What stands behind that where it is a length of time, or no day at all: "3日*間*"."""
    since: frozenset[str]
    lasting: frozenset[str]
    """What stands before how long something has gone on: "*for* 27 years"."""
    spans: Phrases[str]
    part_behind: bool
    """Whether a part stands behind what it is a part of: "5月*末*"."""
    part_before_day: bool
    """Whether a part of a day stands right before it: "*صباح* الأربعاء"."""
    season_before: frozenset[str]
    decades: Phrases[int]
    decades_after_part: Phrases[int]
    """The same behind a part of one, without their article: "the late *seventies*"."""
    relative: Phrases[tuple[int, str]]
    ago_before: Phrases[str]
    ago_after: Phrases[str]
    ahead_before: Phrases[bool]
    """What makes a date to come of an amount of time: "*dans* deux semaines"."""
    ahead_after: Phrases[bool]
    ahead_perhaps: frozenset[str]
    """The same, where the sentence speaks of the future: "*in* two weeks"."""
    future: frozenset[str]
    """Words by which a sentence speaks of it."""
    said_behind: bool
    """Whether the language says behind an amount that it is one back or ahead."""
    periods: Phrases[str]
    feasts: Phrases[tuple[int, int]]
    """Days with a name, "Christmas Eve": month and day."""
    decade_before: Phrases[str]
    decade_after: frozenset[str]
    next: frozenset[str]
    last: frozenset[str]
    weeks_later: Phrases[int]
    """Behind a weekday: by how many weeks the one to come is passed over, "Saturday *week*"."""
    told: Phrases[tuple[int, str]]
    """Steps from a day told before, "the next day", and their unit."""
    around: Phrases[tuple[int, str]]
    """Seasons of a feast: "at Christmas", a month and the part of it."""
    to: Phrases[bool]
    """What joins the two ends of a stretch of days, besides the words of number ranges."""
    night_to: frozenset[str]
    """The same only behind a night: "in der Nacht von Samstag *auf* Sonntag"."""
    whole: Phrases[str]
    """What a part is taken of, "the end of the *year*": its unit."""
    ends: Phrases[tuple[str, str]]
    """Single words for a part of a period, "Jahresende": the part and the unit."""
    day_before: Phrases[bool]
    """Words before a day whose month goes without saying ("on the")."""
    day_is_ordinal: bool
    day_parts: Phrases[tuple[int, int]]
    day_part_words: Mapping[str, tuple[int, int]]


@cache
def date_words(lang: str) -> DateWords:
    """The date words of a language; empty where it has no data file."""
    known = lexicon(lang)
    raw = known.dates
    spans = {**raw.get("parts", {}), **raw.get("seasons", {})}
    decades: Mapping[str, int] = raw.get("decades", {})
    ago: Mapping[str, list[str]] = raw.get("ago", {})
    ahead: Mapping[str, list[str]] = raw.get("ahead", {})
    parts = {word: (at[0], at[1]) for word, at in known.times.get("words", {}).items()}
    return DateWords(
        months=_numbered(raw.get("months", ()), 1),
        short_months=frozenset(
            name
            for row in raw.get("months", ())
            for name in row[1:]
            if row[0].startswith(name) or len(name) <= ABBREVIATED  # others are case forms
        ),
        small_months=raw.get("small_months", False),
        doubtful=frozenset(raw.get("doubtful", ())),
        before_month=frozenset(raw.get("before_month", ())),
        weekdays=_numbered(raw.get("weekdays", ()), 0),
        spelt_months=_spelt(raw.get("months", ()), 1),
        spelt_weekdays=_spelt(raw.get("weekdays", ()), 0),
        bracketed={word: day for day, word in enumerate(raw.get("bracketed", ()))},
        long_weekdays=tuple(
            word.casefold() for row in raw.get("weekdays", ()) for word in row if len(word) > 4
        ),
        of=frozenset(raw.get("of", ())),
        month_first=raw.get("order", "dmy") == "mdy",
        year_before=frozenset(raw.get("year_before", ())),
        year_after=frozenset(raw.get("year_after", ())),
        spelt_year_before=Phrases((p, True) for p in raw.get("spelt_year_before", ())),
        eras=Phrases(raw.get("eras", {}).items()),
        years_ahead=raw.get("years_ahead", 0),
        day_alone=Phrases((p, True) for p in raw.get("day_alone", ())),
        no_day=Phrases((p, True) for p in raw.get("no_day", ())),
        since=frozenset(raw.get("since", ())),
        lasting=frozenset(raw.get("lasting", ())),
        spans=Phrases((p, name) for name, phrases in spans.items() for p in phrases),
        part_behind=raw.get("part_behind", False),
        part_before_day=raw.get("part_before_day", False),
        season_before=frozenset(raw.get("season_before", ())),
        decades=Phrases(decades.items()),
        decades_after_part=Phrases(
            (p.partition(" ")[2] if p.partition(" ")[0] in known.function else p, year)
            for p, year in decades.items()
        ),
        relative=Phrases((p, (v[0], v[1])) for p, v in raw.get("relative", {}).items()),
        ago_before=Phrases((p, "ago") for p in ago.get("before", ())),
        ago_after=Phrases((p, "ago") for p in ago.get("after", ())),
        ahead_before=Phrases((p, True) for p in ahead.get("before", ())),
        ahead_after=Phrases((p, True) for p in ahead.get("after", ())),
        ahead_perhaps=frozenset(ahead.get("perhaps", ())),
        future=frozenset(ahead.get("future", ())),
        said_behind=bool(ago.get("after") or ahead.get("after")),
        periods=Phrases((p, k) for k, ps in raw.get("periods", {}).items() for p in ps),
        feasts=Phrases((p, (v[0], v[1])) for p, v in raw.get("feasts", {}).items()),
        decade_before=Phrases((p, "decade") for p in raw.get("decade_before", ())),
        decade_after=frozenset(raw.get("decade_after", ())),
        next=frozenset(raw.get("next", ())),
        last=frozenset(raw.get("last", ())),
        weeks_later=Phrases(raw.get("weeks_later", {}).items()),
        told=Phrases((p, (v[0], v[1])) for p, v in raw.get("told", {}).items()),
        around=Phrases((p, (v[0], v[1])) for p, v in raw.get("around", {}).items()),
        to=Phrases((p, True) for p in raw.get("to", ())),
        night_to=frozenset(raw.get("night_to", ())),
        whole=Phrases((p, unit) for unit, ps in raw.get("whole", {}).items() for p in ps),
        ends=Phrases((p, (v[0], v[1])) for p, v in raw.get("ends", {}).items()),
        day_before=Phrases((p, True) for p in raw.get("day_before", ())),
        day_is_ordinal=raw.get("day_is_ordinal", True),
        day_parts=Phrases(parts.items()),
        day_part_words={word.casefold(): at for word, at in parts.items()},
    )


def _spelt(rows: Sequence[Sequence[str]], first: int) -> Phrases[int]:
    return Phrases(
        (word, k) for k, row in enumerate(rows, first) for word in row if len(tokenize(word)) > 1
    )


def _numbered(rows: Sequence[Sequence[str]], first: int) -> dict[str, int]:
    return {word.casefold(): k for k, row in enumerate(rows, first) for word in row}
