"""Numbers, quantities, money, percentages, dates and times: found together, compared by role.

They are one kind to the comparison because what looks like one is often another: the 2 of
"September 2" counts nothing, and "2017" may be a year here and a number there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from tui.details.ages import age_words, read_age
from tui.details.at_hand import AT_HAND
from tui.details.base import ArticleContext, Kind
from tui.details.calendar_names import is_surname
from tui.details.date_words import date_words
from tui.details.dated_amounts import holds_date_or_time
from tui.details.dates import read_date
from tui.details.durations import read_race_time
from tui.details.elided_units import with_elided_units
from tui.details.figure_match import match
from tui.details.judgement import CONFLICT
from tui.details.labels import read_label
from tui.details.lexicon import Lexicon, lexicon
from tui.details.plain_ages import read_plain_age
from tui.details.quantities import Finding, read_amount
from tui.details.relate import relate
from tui.details.scores import counts_something, read_score
from tui.details.text_values import Name
from tui.details.time_words import time_words
from tui.details.times import read_time
from tui.details.token_phrases import Phrases
from tui.details.tokens import Token, index_at, tokenize
from tui.details.values import Amount, CalendarDate, ClockTime, Label
from tui.details.votes import read_vote
from tui.model import Detail, DetailKind

__all__ = ["KIND", "MOST", "find"]

MOST = 400
"""The most figures of a sentence that are compared; what has more is a table."""

_RATE_WITHIN = 2
"""How many nouns may stand between an amount and the time in which it recurs."""

_ROMAN_FIGURES = frozenset("IVX")

SURE_NAME = 0.5
"""The evidence from which a name is surely one."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find every figure of a sentence, in order, without overlaps.

    The aligner reads sentences on one line, so that those of wrapped lines are read as such too.
    """
    line = text.replace("\n", " ")
    found = [
        detail
        for detail in find(line, context.lang, context.published)
        if not is_surname(detail, line, context.lang, context.aliases)
    ]
    if line == text:
        return found
    return [replace(detail, text=text[detail.start : detail.end]) for detail in found]


@lru_cache(maxsize=AT_HAND)
def find(text: str, lang: str, published: date | None) -> tuple[Detail, ...]:
    """The same as :func:`extract`, kept for the sentences at hand."""
    tokens = tokenize(text)
    known = lexicon(lang)
    details: list[Detail] = []
    place = 0
    while place < len(tokens) and len(details) < MOST:
        if not _may_open(tokens, place, known):
            place += 1
            continue
        rate = known.rate_before.at(tokens, place)
        if rate is not None and _begins_amount(tokens, rate[1], known):
            place = rate[1]
            continue
        found = _read(text, tokens, place, known, published)
        if found is None:
            place += 1
            continue
        first, last = tokens[found.start], tokens[found.end - 1]
        if details and (
            _is_rate(tokens, found, details[-1], known)
            or _is_its_part_of_day(text, found.value, first.start, details[-1])
        ):
            place = found.end
            continue
        if not details or first.start >= details[-1].end:
            details.append(
                Detail(found.kind, first.start, last.end, text[first.start : last.end], found.value)
            )
        place = max(found.end, place + 1)
    return tuple(with_elided_units(tokens, details, known))


def _begins_amount(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    if place >= len(tokens):
        return False
    limited = known.approximate.at(tokens, place) or known.limits.at(tokens, place)
    return tokens[place].is_figure or limited is not None


def _is_rate(tokens: Sequence[Token], found: Finding, before: Detail, known: Lexicon) -> bool:
    """Whether a time is that in which an amount recurs: "£40,000 *a year*", "twice *a day*"."""
    time = found.value
    if tokens[found.start].low not in known.rate or not isinstance(time, Amount):
        return False
    if time.unit not in {"s", "month"} or not isinstance(before.value, Amount):
        return False
    between = tokens[index_at(tokens, before.end) : found.start]
    nouns = all(token.is_word and token.low not in known.function for token in between)
    apart = counts_something(tokens, found.end, known)  # "three shots a month *apart*"
    return nouns and len(between) <= _RATE_WITHIN and not apart


def _is_its_part_of_day(text: str, value: object, start: int, before: Detail) -> bool:
    """Whether a part of the day says which half of it an hour is in: "sechs Uhr *morgens*"."""
    if not isinstance(value, ClockTime) or not isinstance(before.value, ClockTime):
        return False
    behind = text[before.end : start].isspace() and value.start != value.end
    return behind and relate(before.value, value) not in (None, CONFLICT)


@cache
def _openers(lang: str) -> tuple[frozenset[str], Phrases[bool]]:
    """The words and the phrases a figure can begin with; most of a sentence begins none."""
    known, dates, times, ages = lexicon(lang), date_words(lang), time_words(lang), age_words(lang)
    tables: tuple[Phrases[Any], ...] = (
        known.multiples, known.groups, known.shares, known.every, known.vague, known.limits,
        known.approximate, known.between, known.half_units, known.currencies, known.labels,
        dates.spans, dates.ends, dates.relative, dates.ago_before, dates.ahead_before,
        dates.decades,
        dates.decade_before, dates.spelt_weekdays, dates.spelt_months, dates.told, dates.around,
        dates.feasts,
        dates.periods, known.vague_times, known.share_ranges, known.top, known.among, ages.words,
        times.near, times.past, times.words, times.hours, known.vote_margins,
    )  # fmt: skip
    single = (
        known.words, known.bare_scales, known.ordinals, dates.months, dates.weekdays, ages.tens,
        ages.tens_after_part,
    )  # fmt: skip
    phrases = Phrases.joined(tables)
    return frozenset().union(*single, phrases.single), phrases


def _may_open(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    token = tokens[place]
    opens = _opens(token.low, known.lang)
    if opens is None:
        if _openers(known.lang)[1].at(tokens, place):
            return True
        if token.low in date_words(known.lang).ahead_perhaps and place + 1 < len(tokens):
            amount = tokens[place + 1]
            return amount.is_figure or amount.low in known.number_openers
    return opens or (token.text[0].isupper() and _is_lettered(tokens, place, known))


@lru_cache(maxsize=16_384)
def _opens(low: str, lang: str) -> bool | None:
    """Whether a figure begins with a word; ``None`` where that hangs on what follows."""
    known = lexicon(lang)
    words, phrases = _openers(lang)
    if low[0].isdecimal() or low in words or unicodedata.category(low[0]) == "No":
        return True
    if known.compound is not None and (known.compound.match(low) or _named_weekday(low, known)):
        return True
    return None if low in phrases or low in date_words(lang).ahead_perhaps else False


def _is_lettered(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    """Whether a capital belongs to a figure behind it, or is one itself: "A320", "XIX siècle"."""
    if not tokens[place].is_word:
        return False
    roman = tokens[place].text[0] in _ROMAN_FIGURES
    if roman and date_words(known.lang).periods.at(tokens, place + 1):
        return True
    return any(t.is_figure and t.glued for t in tokens[place + 1 : place + 3])


def _named_weekday(low: str, known: Lexicon) -> bool:
    """Whether a word is a weekday or a month with a part of the day: "Samstagabend"."""
    words = date_words(known.lang)
    if len(low) > 8 and low.startswith(words.long_weekdays):
        return True
    return low.endswith(tuple(words.day_part_words)) and low.startswith(tuple(words.months))


def _read(
    text: str, tokens: Sequence[Token], place: int, known: Lexicon, published: date | None
) -> Finding | None:
    return (
        read_label(tokens, place, known)
        or read_vote(tokens, place, known)
        or read_score(tokens, place, known)
        or read_age(tokens, place, known)
        or _race_time(text, tokens, place)
        or read_date(text, tokens, place, known, published)
        or read_time(text, tokens, place, known)
        or _amount(text, tokens, place, known, published)
    )


def _race_time(text: str, tokens: Sequence[Token], place: int) -> Finding | None:
    found = read_race_time(text, tokens, place)
    return Finding(place, found[1], DetailKind.QUANTITY, found[0]) if found else None


def _amount(
    text: str, tokens: Sequence[Token], place: int, known: Lexicon, published: date | None
) -> Finding | None:
    """An amount; a bare number set apart behind a name is an age ("Jones, 59, said")."""
    found = None if _is_noun(tokens, place, known) else read_amount(tokens, place, known)
    if found is None or not isinstance(found.value, Amount):
        return found
    if holds_date_or_time(text, tokens, place, found, known=known, published=published):
        return None
    value = found.value
    follower = tokens[found.end].low if found.end < len(tokens) else ""
    if value.weak and known.part.at(tokens, found.end):
        return replace(found, value=replace(value, weak=False))  # "one of them"
    if value.weak and (not follower.isalpha() or follower in known.function):
        return None
    if value.weak and follower in known.roles and tokens[place].low not in known.articles:
        return replace(found, value=replace(value, weak=False))
    if (
        value.ordinal
        and value.exact
        and (value.low in {1, 2} or _in_name(tokens, place, found.end))
    ):
        return replace(found, value=replace(value, weak=True))
    return read_plain_age(tokens, found, value, known) or found


def _is_noun(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    """Whether a number word is a noun, as its capital says: "die *Elf* verlor"."""
    if not place or not time_words(known.lang).nouns_capital or not tokens[place - 1].is_word:
        return False
    token = tokens[place]
    return token.is_word and token.text[0].isupper() and 1 < known.words.get(token.low, 0) < 13


def _in_name(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether an ordinal is part of a name ("the Ninth Ward")."""
    capital = place > 0 and tokens[place].text[0].isupper()
    return capital and end < len(tokens) and tokens[end].text[0].isupper()


def keys(detail: Detail) -> Iterable[Hashable]:
    """What a figure is looked up by in the whole other article."""
    value = detail.value
    if isinstance(value, Amount):
        point = value.point
        if point is not None and not value.weak:
            yield ("amount", value.unit, point)
    elif isinstance(value, CalendarDate):
        if value.day is not None and value.month is not None:
            yield ("day", value.month, value.day)
        elif value.resolved:
            yield ("resolved", value.resolved)
        else:
            yield value
    elif isinstance(value, ClockTime):
        yield ("clock", value.start % 720)
    else:
        yield value


def is_within(detail: Detail, name: Detail) -> bool:
    """Whether a number is that of a road, a gang, a machine, compared as a name: "A 27"."""
    return (
        isinstance(detail.value, Label)
        and isinstance(name.value, Name)
        and name.value.evidence >= SURE_NAME
        and name.text.rstrip("0123456789").isupper()
        and name.start < detail.end
        and detail.start < name.end
    )


KIND = Kind("figures", extract, match, keys, is_within, vouches_for_link=True)
