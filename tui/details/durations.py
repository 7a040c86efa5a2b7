"""Durations of several units, and those of races: "2 hours 21 minutes", "1:09:14", "4:31.80"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tui.details.amount_range import as_written, unit_factor
from tui.details.lexicon import Lexicon
from tui.details.numbers import plain, read_numeral
from tui.details.tokens import Token
from tui.details.units import measures, unit_after
from tui.details.values import Amount

__all__ = ["read_race_time", "with_smaller_units"]

_RACE = re.compile(
    r"(?:(?P<hours>\d):)?(?P<minutes>[0-5]?\d):(?P<seconds>[0-5]\d)(?P<part>[.,]\d{1,3})?(?![\d:])"
)
_TIMES = frozenset({"s", "month"})
_CHAINED = _TIMES | {"m", "kg"}
"""Base units whose units stand one behind the other, the larger first: "5 feet 9 inches"."""

_SHORT = {"h": "hour", "min": "minute", "s": "second", "in": "inch"}
"""Units in one or two letters, which are words or other units elsewhere: "1 min 12 s"."""

_SHORTEST = 3
"""The most letters of a unit cut short."""

_MOST_JOINERS = 2
_LARGEST = 1_000_000


def read_race_time(text: str, tokens: Sequence[Token], start: int) -> tuple[Amount, int] | None:
    """Read a time a race took: hours, minutes and seconds, or minutes, seconds and a part.

    Two figures alone ("14:31") are a time of day.
    """
    if not tokens[start].is_figure:
        return None
    found = _RACE.match(text, tokens[start].start)
    if found is None or not (found["hours"] or found["part"]):
        return None
    part = Decimal(f"0{found['part'].replace(',', '.')}") if found["part"] else Decimal(0)
    whole = int(found["hours"] or 0) * 3_600 + int(found["minutes"]) * 60 + int(found["seconds"])
    end = start
    while end < len(tokens) and tokens[end].start < found.end():
        end += 1
    seconds = plain(whole + part)
    return Amount(seconds, seconds, "s", written="second"), end


def with_smaller_units(
    tokens: Sequence[Token], amount: Amount, end: int, lexicon: Lexicon
) -> tuple[Amount, int]:
    """Read on behind a number and its unit to smaller units of the same: "2 years and 6 months".

    Returns:
        The sum, written in the smallest unit, and the token after it.
    """
    smaller = _smaller(tokens, amount, end, lexicon)
    while smaller is not None:
        amount, end = smaller
        smaller = _smaller(tokens, amount, end, lexicon)
    return amount, end


def _smaller(
    tokens: Sequence[Token], amount: Amount, end: int, lexicon: Lexicon
) -> tuple[Amount, int] | None:
    if amount.unit not in _CHAINED or not amount.exact or not _is_whole(as_written(amount)):
        return None
    place = end
    while place < len(tokens) and _joins(tokens, place, amount, lexicon):
        place += 1
    if place >= len(tokens) or place - end > _MOST_JOINERS:
        return None
    numeral = read_numeral(tokens, place, lexicon)
    if numeral is None or numeral.ordinal or numeral.weak:
        return None
    unit, after = unit_after(tokens, numeral.end, numeral, lexicon)
    if not unit and numeral.end < len(tokens):
        unit, after = _SHORT.get(tokens[numeral.end].text, ""), numeral.end + 1
    base, factor, _ = measures().get(unit, ("", Decimal(0), Decimal(0)))
    larger = unit_factor(amount)
    if base != amount.unit or factor >= larger or numeral.value * factor >= larger:
        return None
    total = plain(Decimal(str(amount.low)) + numeral.value * factor)
    return replace(amount, low=total, high=total, written=unit), after


def _is_whole(number: Decimal) -> bool:
    """Whether a number is whole but for what conversion lost; one too large to follow is none."""
    return number < _LARGEST and not round(number, 3) % 1


def _joins(tokens: Sequence[Token], place: int, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a token may stand between two units: "and", and where it is time a comma or dot.

    The dot is that of the first unit, cut short: "2 Std. 14 Min".
    """
    low = tokens[place].low
    if low in lexicon.joiners:
        return True
    short = low == "." and tokens[place].glued and len(tokens[place - 1].low) <= _SHORTEST
    return amount.unit in _TIMES and (low == "," or short)
