"""How two amounts stand to each other, by the customs of news rather than of logic."""

from __future__ import annotations

from decimal import Decimal

from tui.details.amount_range import admitted, as_written, finite, grain, unit_factor, within
from tui.details.amount_units import SHARE_NEAR, relate_units
from tui.details.judgement import CONFLICT, SAME, Judgement, vaguer
from tui.details.units import kind_of
from tui.details.values import Amount
from tui.model import DetailKind, Relation

__all__ = ["OLDEST", "misread", "relate_amounts"]

_ROUNDING, _LARGE_ROUNDING = 0.025, 0.05
"""The share by which a rounded number may differ from the one it rounds: 2,000 for 1,987, and for
large ones £9m for £9.4m."""

_LARGE = 100_000
_ROUND_IN_WORDS = 1_000

_LIMIT_ROUNDING = 0.12
"""The same for limits: "over 100" for "over 110"."""

_OFF_CENTRE, _NARROW = 0.08, 1.7
"""How far from the middle of "une vingtaine" the number may be that it stands for, and how many
times the least the most may be for such a word."""

_CONVERSION = 0.08
"""The share by which "six miles" and "ten kilometres" may differ."""

OLDEST = 115
"""The greatest age that a number without a unit is taken for."""

_SAME_CONVERSION, _FINE_CONVERSION = 0.015, 0.03
"""The same where one is taken for the other exactly; the second where it rounds to that."""

_SHARE_ROUNDED = 0.7
"""Percentage points up to which a percentage is just the fraction it restates."""

_BARE_SUM = _LARGE
"""From here on a number without a currency may be a sum of money."""

_CONVERTED = frozenset({"m", "kg", "m²", "m³", "km/h", "°C", "W"})
"""Base units that reports reach by rounding from another; hours and days convert exactly."""


def relate_amounts(a: Amount, b: Amount) -> Judgement | None:
    """Judge two amounts; ``None`` where their units can have nothing to do with each other."""
    if a.ordinal != b.ordinal:
        return None
    if a.unit == b.unit == "age" and a.exact and b.exact:
        return SAME if a.low == b.low else CONFLICT  # 91 is never rounded to 90
    if a.unit != b.unit:
        if _soft(a, b) or _soft(b, a):
            judged = _of_one_unit(a, b)
            return None if judged == CONFLICT and not _one_scale(a, b) else judged
        return relate_units(a, b, _of_one_unit)
    return _of_one_unit(a, b)


def _of_one_unit(a: Amount, b: Amount) -> Judgement:
    if _opposed_limits(a, b) or misread(a, b):
        return CONFLICT
    if a.low == b.low and a.high == b.high:
        if a.approximate == b.approximate:
            return SAME
        return vaguer(a.approximate, b.approximate)
    if a.approximate and b.approximate and (a.point == b.point is not None or _centred(a, b)):
        return SAME
    if "share" in {a.written, b.written} and a.exact and b.exact:
        return _shares(a, b)
    if a.written != b.written and a.point is not None and b.point is not None:
        converted = _converted(a, b)
        if converted is not None:
            return converted
    return _compatible(a, b)


def misread(a: Amount, b: Amount) -> bool:
    """Whether one number has the other's digits in another order: 143 and 134, 3,400 and 4,300.

    Digits are those that were written: 31 and 13 hours, not the seconds they make.
    """
    if not a.point or not b.point or a.point == b.point or a.written != b.written:
        return False
    digits_a, digits_b = (f"{as_written(x):f}".replace(".", "").rstrip("0") for x in (a, b))
    return len(digits_a) > 1 and sorted(digits_a) == sorted(digits_b)


def _soft(a: Amount, b: Amount) -> bool:
    """Whether a number may stand for one with this unit: "aged 91", "over 300 million"."""
    if a.unit == "degree":
        return b.unit == "°C"
    if a.unit:
        return False
    least = a.point or a.low or 0
    large = least >= _BARE_SUM and kind_of(b.unit) is DetailKind.MONEY
    return large or b.unit in {"age", "magnitude", "times", "degree"}


def _one_scale(a: Amount, b: Amount) -> bool:
    """Whether a number without a unit may be meant in that of the other, to its contrary."""
    if "age" in {a.unit, b.unit}:
        return max(a.point or 0, b.point or 0) <= OLDEST
    return not {a.unit, b.unit}.isdisjoint({"degree", "magnitude"})


def _opposed_limits(a: Amount, b: Amount) -> bool:
    """Whether one side has at least, and the other at most, one and the same number."""
    upper, lower = (a, b) if a.low is None else (b, a)
    return upper.low is None and lower.high is None and upper.high == lower.low is not None


def _converted(a: Amount, b: Amount) -> Judgement | None:
    if a.unit not in _CONVERTED or a.point is None or b.point is None:
        return None
    if not within(a.point, b.point, _CONVERSION):
        return None
    close = within(a.point, b.point, _SAME_CONVERSION) or _rounds_to(a, b) or _rounds_to(b, a)
    if close and a.approximate == b.approximate and a.low == a.high and b.low == b.high:
        return Relation.AGREES, "converted"
    return Relation.IMPRECISE, "converted"


def _rounds_to(a: Amount, b: Amount) -> bool:
    """Whether a measure is another one converted and rounded: six feet are 1.8 metres."""
    last_place, apart = grain(b) * unit_factor(b), abs(finite(a.point) - finite(b.point))
    return apart * 2 <= float(last_place) and apart <= _FINE_CONVERSION * finite(b.point)


def _shares(a: Amount, b: Amount) -> Judgement:
    """A fraction in words and the percentage that rounds it: "two thirds" is 67 or 66 percent."""
    apart = abs((a.low or 0) - (b.low or 0))
    if apart < _SHARE_ROUNDED:
        return SAME
    return vaguer(a.written == "share", b.written == "share") if apart <= SHARE_NEAR else CONFLICT


def _compatible(a: Amount, b: Amount) -> Judgement:
    a_vague, b_vague = not a.exact, not b.exact
    if not a_vague and not b_vague:
        return _rounded(a, b)
    if _two_ranges(a, b):
        return CONFLICT
    (low_a, high_a), (low_b, high_b) = admitted(a), admitted(b)
    fits = low_a <= high_b and low_b <= high_a
    if fits and _same_limit(a, b):
        fits = _rounder(a, b) or _rounder(b, a)
    elif fits and a.low == a.high and b.low == b.high and a_vague and b_vague:
        fits = _admits(a, b) and _admits(b, a)
    return vaguer(a_vague, b_vague) if fits else CONFLICT


def _two_ranges(a: Amount, b: Amount) -> bool:
    """Whether both sides give two numbers, one of them the same: the other is a contradiction."""
    stated = not a.approximate and not b.approximate and None not in {a.low, a.high, b.low, b.high}
    ranges = stated and a.low != a.high and b.low != b.high
    return ranges and (a.low == b.low) != (a.high == b.high)


def _same_limit(a: Amount, b: Amount) -> bool:
    """Whether both are "more than" or both "up to"; two such limits are two statements."""
    return (a.low is None) == (b.low is None) and (a.high is None) == (b.high is None) and None in {
        a.low, a.high
    }  # fmt: skip


def _rounder(a: Amount, b: Amount) -> bool:
    """Whether a limit is the other one cut to a coarser place: "over 100" for "over 110"."""
    if a.point is None or b.point is None:
        return False
    coarse = grain(a)
    near = within(finite(a.point), finite(b.point), _LIMIT_ROUNDING)
    return near and coarse > grain(b) and abs(as_written(b) - as_written(a)) < coarse


def _centred(a: Amount, b: Amount) -> bool:
    """Whether one is a word for about a number, "une vingtaine", and the other says that number."""
    for word, number in ((a, b), (b, a)):
        if word.low is None or word.high is None or number.point is None:
            continue
        middle = (finite(word.low) + finite(word.high)) / 2
        narrow = finite(word.high) <= _NARROW * finite(word.low)
        if word.low < word.high and narrow and within(middle, finite(number.point), _OFF_CENTRE):
            return number.low == number.high
    return False


def _admits(a: Amount, b: Amount) -> bool:
    low, high = admitted(a)
    if b.point is not None:
        return low <= finite(b.point) <= high
    low_b, high_b = admitted(b)
    return low <= high_b and low_b <= high


def _rounded(a: Amount, b: Amount) -> Judgement:
    """Two plain numbers: at odds, unless one is the other rounded."""
    if a.low is None or b.low is None:
        return CONFLICT
    if a.unit == b.unit == "s" and a.written != b.written:
        return _rounded_time(a, b)
    coarse, fine = grain(a), grain(b)
    rounder = a if coarse > fine else b
    if not within(finite(a.low), finite(b.low), _rounds_by(rounder)):
        return CONFLICT
    coarser = max(coarse, fine)
    if coarse == fine or (coarser == 1 and min(coarse, fine) == 1):
        return CONFLICT
    if a.written != b.written or abs(as_written(a) - as_written(b)) * 2 > coarser:
        return CONFLICT
    return Relation.IMPRECISE, "A is rounded" if coarse > fine else "B is rounded"


def _rounds_by(rounder: Amount) -> float:
    """The share by which a rounder number may be off: in words it is rounder yet."""
    value = abs(finite(rounder.low))
    if rounder.worded and value >= _ROUND_IN_WORDS:
        return _LIMIT_ROUNDING
    return _LARGE_ROUNDING if value >= _LARGE else _ROUNDING


def _time_grain(a: Amount) -> Decimal:
    """The last place of a time; "one and a half" is told to the half, not to the tenth."""
    last, place = as_written(a).normalize().as_tuple().digits[-1], grain(a)
    return place * 5 if last == 5 and place == Decimal("0.1") else place


def _rounded_time(a: Amount, b: Amount) -> Judgement:
    """Durations in two units: 41 days are six weeks, within half of the coarser unit."""
    units = [float(_time_grain(x) * unit_factor(x)) for x in (a, b)]
    apart = abs(finite(a.low) - finite(b.low))
    if apart * 2 > max(units) or not within(finite(a.low), finite(b.low), _LIMIT_ROUNDING):
        return CONFLICT
    return Relation.IMPRECISE, "A is rounded" if units[0] > units[1] else "B is rounded"
