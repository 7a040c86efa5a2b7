"""What an amount admits: how far "about", "nearly" and "more than" reach in news."""

from __future__ import annotations

from decimal import Decimal

from tui.details.units import measures
from tui.details.values import Amount

__all__ = ["admitted", "as_written", "finite", "grain", "unit_factor", "within"]

_SLACK = 2
"""How far beyond its limit a bound still admits: "more than 50" says little of 64, denies 500."""

_TIMES = frozenset({"s", "month"})

_HUGE = Decimal(10) ** 20
"""From here on numbers are left as they are: decimal arithmetic would round them anyway."""

_ABOUT_A_SHARE, _MOST_OFF_A_SHARE = 0.2, 4.0
"""How far "nearly a third" reaches: a fifth of it, and at most so many percentage points."""

_ABOUT_IN_WORDS = 0.2
"""How far "about a hundred" reaches where the number is a word and one of the roundest."""

_FEW = 2
_ABOUT_ONE_OFF = 10
"""From here on "about" and "nearly" admit the next whole number."""


def admitted(a: Amount) -> tuple[float, float]:
    """The values an amount admits; what is only approximate comes near to its limit."""
    if a.low is None:
        high = finite(a.high)
        return high * (1 - _margin(a)) if a.approximate else high / _SLACK, high
    if a.high is None:
        low = finite(a.low)
        return low, low * (1 + _margin(a) if a.approximate else _beyond(a))
    if a.approximate and a.low == a.high:
        value = finite(a.low)
        margin = abs(value) * _margin(a)
        return value - margin, value + margin
    return finite(a.low), finite(a.high)


def _beyond(a: Amount) -> float:
    """How many times its limit "more than" still admits; of a few years it is not the next."""
    few = float(as_written(a)) if a.unit in _TIMES else 0.0
    return 1 + 1 / few if 1 <= few < _ABOUT_ONE_OFF else _SLACK


def finite(value: float | None) -> float:
    """A float, or infinity for what is too large for one (10^400)."""
    try:
        return float(value or 0)
    except OverflowError:
        return float("inf")


def _margin(amount: Amount) -> float:
    """How far "about" reaches: half of the last stated place, 5 to 12 percent.

    Of one hour or two it is a fifth.
    """
    value = abs(as_written(amount))
    if not value:
        return 0.0
    if amount.written == "share":
        return min(_ABOUT_A_SHARE, _MOST_OFF_A_SHARE / float(value))
    if amount.worded and value > _ABOUT_ONE_OFF and value.normalize().as_tuple().digits == (1,):
        return _ABOUT_IN_WORDS
    one = 1 / value if value >= _ABOUT_ONE_OFF else 0  # "nearly a dozen" are eleven
    most = _ABOUT_IN_WORDS if amount.unit in _TIMES and value <= _FEW else 0.12
    return min(most, max(0.05, float(one), float(grain(amount) / 2 / value)))


def as_written(amount: Amount) -> Decimal:
    """The number as written, before conversion to the base unit."""
    value = Decimal(str(amount.point or 0))
    _, factor, offset = _measure(amount)
    return round((value - offset) / factor, 6) if abs(value) < _HUGE else value


def unit_factor(amount: Amount) -> Decimal:
    """What one of the unit as written is in the base unit; 1 where there is none to convert."""
    return _measure(amount)[1]


def _measure(amount: Amount) -> tuple[str, Decimal, Decimal]:
    return measures().get(amount.written, (amount.unit, Decimal(1), Decimal(0)))


def grain(amount: Amount) -> Decimal:
    """The last place that is stated: 1,000 for 45,000, a tenth for 2.7."""
    exponent = as_written(amount).normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def within(one: float, other: float, share: float) -> bool:
    """Whether two numbers are apart by no more than a share of the larger."""
    return abs(one - other) <= share * max(abs(one), abs(other))
