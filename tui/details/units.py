"""Units: what stands behind a number, and what it is worth in the base unit of its dimension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from tui.data import load
from tui.details.lexicon import Lexicon
from tui.details.money import currency_after
from tui.details.numbers import Numeral, plain
from tui.details.tokens import Token
from tui.details.values import Amount
from tui.model import DetailKind

__all__ = ["amount_of", "converted", "kind_of", "measured_in", "measures", "unit_after"]

_ROUNDED = Decimal(10) ** 15
"""Below this, conversion is rounded to a millionth, so that 36 hours are a day and a half."""

_DASHES = frozenset("-–—‐‑")
_TEMPERATURES = {"C": "degC", "F": "degF"}


@cache
def measures() -> Mapping[str, tuple[str, Decimal, Decimal]]:
    """For each physical unit its base unit, factor and offset."""
    table: Mapping[str, list[str | float]] = load("details/signs")["measures"]
    return {
        name: (str(row[0]), Decimal(str(row[1])), Decimal(str(row[2] if len(row) > 2 else 0)))
        for name, row in table.items()
    }


def kind_of(unit: str) -> DetailKind:
    """The kind of detail an amount of a unit is."""
    if not unit:
        return DetailKind.NUMBER
    if unit in {"%", "pp"}:
        return DetailKind.PERCENT
    if unit in {"peso", "krone"} or (len(unit) == 3 and unit.isalpha() and unit.isupper()):
        return DetailKind.MONEY
    return DetailKind.QUANTITY


def unit_after(
    tokens: Sequence[Token], place: int, numeral: Numeral | None, lexicon: Lexicon
) -> tuple[str, int]:
    """The unit, currency or percent sign at a token, longest first, and the token after it."""
    percent = lexicon.percent.after(tokens, place)
    if percent:
        return percent
    if numeral is not None:
        money = currency_after(tokens, place, numeral, lexicon)
        if money:
            return money[0], money[2]
    glued = _glued_letter(tokens, place)
    if glued:
        return glued, place + 1
    unit = lexicon.units.after(tokens, place)
    if unit is None or _starts_sentence_word(tokens, place, unit[1]):
        return "", place
    return unit


def _glued_letter(tokens: Sequence[Token], place: int) -> str:
    """The temperature scale whose letter is written on to a figure: "104F", "-12C"."""
    if not 0 < place < len(tokens) or not (tokens[place].glued and tokens[place - 1].is_figure):
        return ""
    written_on = place + 1 < len(tokens) and tokens[place + 1].glued and tokens[place + 1].is_word
    return "" if written_on else _TEMPERATURES.get(tokens[place].text, "")


def _starts_sentence_word(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether what looks like a unit is a letter of something else ("5 m-dashes", "T-shirts")."""
    return (
        len(tokens[end - 1].text) == 1
        and tokens[end - 1].is_word
        and end < len(tokens)
        and tokens[end].glued
        and tokens[end].low in _DASHES
    ) or (place == end)


def measured_in(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """The unit or currency at a token behind an amount in words, and the token after it."""
    unit, end = unit_after(tokens, place, None, lexicon)
    money = None if unit else lexicon.currencies.after(tokens, place)
    return money or (unit, end)


def amount_of(value: Decimal, unit: str) -> Amount:
    """The amount that a number of a unit is, in the base unit."""
    number = converted(value, unit)
    base = measures()[unit][0] if unit in measures() else unit
    return Amount(number, number, base, written=unit)


def converted(value: Decimal | int, unit: str) -> int | float:
    """A number of a unit in the base unit of its dimension; without one, the number itself."""
    if unit not in measures():
        return plain(Decimal(value))
    _, factor, offset = measures()[unit]
    exact = Decimal(value) * factor + offset
    return plain(round(exact, 6) if abs(exact) < _ROUNDED else exact)
