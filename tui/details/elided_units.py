"""Units that go without saying behind a number compared with another: "3 percent, from 5"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tui.details.lexicon import Lexicon
from tui.details.scores import counts_something
from tui.details.tokens import Token, index_at
from tui.details.units import amount_of, kind_of
from tui.details.values import Amount
from tui.model import Detail, DetailKind

__all__ = ["with_elided_units"]

_WITHIN = 8
"""How many words from the other number it is compared with a number may stand."""

_TIMES_TOGETHER = 20
"""How many times the smaller of two numbers compared the larger may be."""


def with_elided_units(
    tokens: Sequence[Token], details: Sequence[Detail], known: Lexicon
) -> list[Detail]:
    """Give bare numbers the unit of the amount near them that they are compared with.

    Args:
        tokens: The sentence.
        details: Its figures, in order.
        known: The lexicon of its language.
    """
    found = list(details)
    for place, detail in enumerate(details):
        if not _is_compared(tokens, detail, known):
            continue
        beside = found[max(0, place - 2) : place][::-1] + found[place + 1 : place + 3]
        other = next((x for x in beside if _lends(tokens, x, detail)), None)
        if other is not None and isinstance(detail.value, Amount):
            found[place] = _measured(detail, detail.value, other.value)
    return found


def _is_compared(tokens: Sequence[Token], detail: Detail, known: Lexicon) -> bool:
    """Whether a number counts nothing and stands behind "from" or "against"."""
    value = detail.value
    if not isinstance(value, Amount) or value.unit or value.ordinal or value.weak:
        return False
    first, end = index_at(tokens, detail.start), index_at(tokens, detail.end)
    behind = first > 0 and tokens[first - 1].low in known.compared
    return behind and value.exact and not counts_something(tokens, end, known)


def _lends(tokens: Sequence[Token], other: Detail, detail: Detail) -> bool:
    """Whether an amount is near, of a unit that is left out beside it, and of like size."""
    value, own = other.value, detail.value
    if not isinstance(value, Amount) or not isinstance(own, Amount) or not value.written:
        return False
    lent = kind_of(value.unit) in {DetailKind.MONEY, DetailKind.PERCENT} or value.unit == "°C"
    apart = abs(index_at(tokens, other.start) - index_at(tokens, detail.start))
    if not lent or value.written == "share" or apart > _WITHIN or not value.point or not own.point:
        return False
    smaller, larger = sorted((abs(value.point), abs(own.point)))
    return larger <= _TIMES_TOGETHER * smaller


def _measured(detail: Detail, value: Amount, other: object) -> Detail:
    if not isinstance(other, Amount):
        return detail
    amount = amount_of(Decimal(str(value.low)), other.written)
    return replace(detail, kind=kind_of(amount.unit), value=replace(amount, worded=value.worded))
