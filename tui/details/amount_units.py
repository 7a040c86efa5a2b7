"""How amounts of different units stand to each other: years and ages, days and months, money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui.details.amount_range import admitted
from tui.details.judgement import CONFLICT, SAME, Judgement, vaguer
from tui.details.units import kind_of
from tui.details.values import Amount
from tui.model import DetailKind, Relation

__all__ = ["SHARE_NEAR", "relate_units"]

Relater = Callable[[Amount, Amount], Judgement]

SHARE_NEAR = 4.0
"""Percentage points by which a percentage may differ from the fraction it restates."""

_SHORT_OF = 0.9
"""The share of the other that days must reach to be about so many months."""


def relate_units(a: Amount, b: Amount, same: Relater) -> Judgement | None:
    """Judge two amounts of different units, ``None`` where they have nothing to do.

    Args:
        a: One amount.
        b: The other.
        same: Judges two of one unit, for what is converted.
    """
    return (
        _years_old(a, b, same)
        or _mixed_durations(a, b)
        or _currencies(a, b)
        or _bare_age(a, b)
        or _points(a, b)
        or _halved(a, b)
    )


def _bare_age(a: Amount, b: Amount) -> Judgement | None:
    """An age without a unit, "Rossi, 61", against "61 anni"."""
    for bare, years in ((a, b), (b, a)):
        plain = not bare.unit and not bare.approximate and not years.approximate
        if not plain or years.unit != "month" or years.written != "year":
            continue
        if _in_months(bare) == replace(years, written="year"):
            return SAME
    return None


def _currencies(a: Amount, b: Amount) -> Judgement | None:
    """One number in two currencies is a mistake of one side; other numbers may be converted."""
    if kind_of(a.unit) is not DetailKind.MONEY or kind_of(b.unit) is not DetailKind.MONEY:
        return None
    same = (a.low, a.high) == (b.low, b.high)
    return (Relation.CONFLICTS, "another currency") if same else None


def _points(a: Amount, b: Amount) -> Judgement | None:
    """One number of percent and of percentage points is a mistake of one side."""
    if {a.unit, b.unit} != {"%", "pp"} or "share" in {a.written, b.written}:
        return None
    same = a.exact and b.exact and a.low == b.low
    return (Relation.CONFLICTS, "percent against percentage points") if same else None


def _halved(a: Amount, b: Amount) -> Judgement | None:
    """What became a fraction of itself against a share: "halved" and "by a third"."""
    if {a.unit, b.unit} != {"times", "%"} or not (a.exact and b.exact):
        return None
    times, share = (a, b) if a.unit == "times" else (b, a)
    if not 0 < (times.low or 0) < 1:
        return None
    apart = abs((times.low or 0) * 100 - (share.low or 0))
    return vaguer(a is times, b is times) if apart <= SHARE_NEAR else CONFLICT


def _years_old(a: Amount, b: Amount, same: Relater) -> Judgement | None:
    """Years that are an age: "un homme de 59 ans" against "59-year-old"."""
    if {a.unit, b.unit} != {"age", "month"}:
        return None
    years_a, years_b = (_in_months(x) if x.unit == "age" else x for x in (a, b))
    if a.exact and b.exact and years_a.written == years_b.written:
        return SAME if years_a.low == years_b.low else CONFLICT
    return same(years_a, years_b)


def _in_months(age: Amount) -> Amount:
    low = None if age.low is None else age.low * 12
    high = None if age.high is None else age.high * 12
    return replace(age, low=low, high=high, unit="month", written="year")


def _mixed_durations(a: Amount, b: Amount) -> Judgement | None:
    """Days against months: they agree about, never quite."""
    if {a.unit, b.unit} != {"s", "month"}:
        return None
    (low_a, high_a), (low_b, high_b) = _in_days(a), _in_days(b)
    fits = low_a * _SHORT_OF <= high_b and low_b * _SHORT_OF <= high_a
    return vaguer(not a.exact, not b.exact) if fits else CONFLICT


def _in_days(amount: Amount) -> tuple[float, float]:
    low, high = admitted(amount)
    days = 1 / 86_400 if amount.unit == "s" else 30.44
    return low * days, high * days
