"""How two stated values stand to each other: the same, compatible, or at odds.

Compatible values differ only in how exactly they are stated: a bound and a number it admits, an
approximation or a rounding and the number it stands for, a date and a part of it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tui.details.values import Amount, CalendarDate, ClockTime, Label, Score
from tui.model import Relation

__all__ = ["DOUBTFUL", "relate"]

Judgement = tuple[Relation, str]
"""A relation and a few words on it; in the words, A and B name the sides."""

SAME: Judgement = (Relation.AGREES, "")
CONFLICT: Judgement = (Relation.CONFLICTS, "")
DOUBTFUL = "the day cannot be told"

_SLACK = 2
"""How far beyond its limit a bound still admits: "more than 50" says little of 64, denies 500."""

_ROUNDING = 0.025
"""The share by which a rounded number may differ from the one it rounds: 2,000 for 1,987."""

_CONVERSION = 0.06
"""The share by which "six miles" and "ten kilometres" may differ."""

_SAME_CONVERSION = 0.015

_CONVERTED = frozenset({"m", "kg", "m²", "m³", "km/h", "°C", "W"})
"""Base units that reports reach by rounding from another; hours and days convert exactly."""

_PARTS = {"early": (1, 12), "mid": (9, 22), "late": (19, 31)}
_SEASONS = {
    "spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "winter": (12, 3),
}  # fmt: skip
_QUARTERS = {"q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "h1": (1, 6), "h2": (7, 12)}


def relate(a: object, b: object) -> Judgement | None:
    """Judge two values.

    Returns:
        The relation with a note, or ``None`` where the values are not of one sort and so cannot
        answer each other (a sum of money and a time of day). ``relate(b, a)`` is the same with the
        sides of the note swapped.
    """
    if isinstance(a, Amount) and isinstance(b, Amount):
        return _amounts(a, b)
    if isinstance(a, CalendarDate) and isinstance(b, CalendarDate):
        return _dates(a, b)
    if isinstance(a, ClockTime) and isinstance(b, ClockTime):
        return _times(a, b)
    if isinstance(a, Label) and isinstance(b, Label):
        if a.name != b.name:
            return None
        return SAME if a.number == b.number else CONFLICT
    if isinstance(a, Score) and isinstance(b, Score):
        return SAME if a == b else CONFLICT
    if isinstance(a, CalendarDate) and isinstance(b, Amount):
        return _year_or_number(a, b)
    if isinstance(a, Amount) and isinstance(b, CalendarDate):
        return _year_or_number(b, a)
    return None


def _year_or_number(year: CalendarDate, amount: Amount) -> Judgement | None:
    """Four figures read as a year on one side and as a number on the other."""
    bare = CalendarDate(year=year.year)
    return SAME if year == bare and amount.exact and amount.low == year.year else None


def _vaguer(a_is: bool, b_is: bool) -> Judgement:
    if a_is == b_is:
        return Relation.IMPRECISE, ""
    return Relation.IMPRECISE, "A is vaguer" if a_is else "B is vaguer"


# --- amounts -------------------------------------------------------------------------------


def _amounts(a: Amount, b: Amount) -> Judgement | None:
    if a.ordinal != b.ordinal:
        return None
    if a.unit != b.unit and not (_soft(a, b) or _soft(b, a)):
        return _mixed_durations(a, b)
    if a.low == b.low and a.high == b.high:
        if a.approximate == b.approximate:
            return SAME
        return _vaguer(a.approximate, b.approximate)
    if a.written != b.written and a.point is not None and b.point is not None:
        converted = _converted(a, b)
        if converted is not None:
            return converted
    return _compatible(a, b)


def _soft(a: Amount, b: Amount) -> bool:
    """Whether a bare number may stand for one with this unit ("dies at 91", "aged 91")."""
    return not a.unit and b.unit in {"age", "magnitude", "times", "°"}


def _mixed_durations(a: Amount, b: Amount) -> Judgement | None:
    """Days against months: they agree about, never quite."""
    if {a.unit, b.unit} != {"s", "month"} or a.point is None or b.point is None:
        return None
    days = [x.point * (1 / 86_400 if x.unit == "s" else 30.44) for x in (a, b) if x.point]
    if len(days) < 2:
        return None
    return _vaguer(False, False) if _near(days[0], days[1], 0.1) else CONFLICT


def _converted(a: Amount, b: Amount) -> Judgement | None:
    if a.unit not in _CONVERTED or a.point is None or b.point is None:
        return None
    if not _near(a.point, b.point, _CONVERSION):
        return None
    close = _near(a.point, b.point, _SAME_CONVERSION)
    if close and a.exact and b.exact:
        return Relation.AGREES, "converted"
    return Relation.IMPRECISE, "converted"


def _near(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other))


def _compatible(a: Amount, b: Amount) -> Judgement:
    a_vague, b_vague = not a.exact, not b.exact
    if not a_vague and not b_vague:
        return _rounded(a, b)
    low_a, high_a = _range(a)
    low_b, high_b = _range(b)
    if a_vague != b_vague:
        overlap = low_a <= high_b and low_b <= high_a
    else:  # two approximations or limits: each must admit what the other states
        overlap = _admits(a, b) and _admits(b, a)
    return _vaguer(a_vague, b_vague) if overlap else CONFLICT


def _range(a: Amount) -> tuple[float, float]:
    """The values an amount admits, by the customs of news rather than of logic."""
    if a.low is None:
        high = _finite(a.high)
        return high / (2 * _SLACK), high
    if a.high is None:
        low = _finite(a.low)
        return low, low * _SLACK if low < _OPEN or not a.approximate else float("inf")
    if a.approximate and a.low == a.high:
        value = _finite(a.low)
        margin = abs(value) * _margin(a.low)
        return value - margin, value + margin
    return _finite(a.low), _finite(a.high)


_OPEN = 0
"""Vague words without an upper limit ("many") admit any number from their lower one on."""


def _finite(value: float | None) -> float:
    """A float, or infinity for what is too large for one (10^400)."""
    try:
        return float(value or 0)
    except OverflowError:
        return float("inf")


def _margin(value: float) -> float:
    """How far "about" reaches: half of the last stated place, 5 to 12 percent."""
    grain = _grain(value)
    if not value:
        return 0.0
    return min(0.12, max(0.05, float(Decimal(grain) / 2 / abs(Decimal(str(value))))))


def _grain(value: float) -> Decimal:
    """The last place that is stated: 1,000 for 45,000, a tenth for 2.7."""
    digits = Decimal(str(value)).normalize()
    exponent = digits.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _admits(a: Amount, b: Amount) -> bool:
    low, high = _range(a)
    if b.point is not None:
        return low <= _finite(b.point) <= high
    low_b, high_b = _range(b)
    return low <= high_b and low_b <= high


def _rounded(a: Amount, b: Amount) -> Judgement:
    if a.low is None or b.low is None:
        return CONFLICT
    coarse, fine = _grain(a.low), _grain(b.low)
    if coarse == fine or not _near(_finite(a.low), _finite(b.low), _ROUNDING):
        return CONFLICT
    grain = max(coarse, fine)
    if grain < 10 and not (coarse < 1 or fine < 1):
        return CONFLICT
    if abs(Decimal(str(a.low)) - Decimal(str(b.low))) * 2 > grain:
        return CONFLICT
    return Relation.IMPRECISE, "A is rounded" if coarse > fine else "B is rounded"


# --- dates ---------------------------------------------------------------------------------


def _dates(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    if a == b:
        return SAME if not (a.resolved and b.resolved) or _same_day(a, b) else _unsure()
    if a.relative and b.relative and not (a.resolved and b.resolved):
        return _relatives(a, b)
    day_a, day_b = _stated(a), _stated(b)
    if day_a is None or day_b is None:
        return _unsure() if _of_one_grain(a, b) else None
    shared = [(x, y) for x, y in zip(day_a, day_b, strict=True) if x is not None and y is not None]
    if not shared:
        return _by_weekday(a, b)
    if any(x != y for x, y in shared):
        return CONFLICT if _weekday_doubt(a, b) is None else _weekday_doubt(a, b)
    return _spans(a, b, day_a, day_b)


Parts = tuple[int | None, int | None, int | None]


def _stated(value: CalendarDate) -> Parts | None:
    """Year, month and day as stated or resolved; ``None`` where only a calendar could tell."""
    if value.year or value.month or value.day:
        return value.year, value.month, value.day
    if value.resolved:
        parts = [int(part) for part in value.resolved.split("-")]
        return (*parts, None, None)[:3] if len(parts) < 3 else (parts[0], parts[1], parts[2])  # type: ignore[return-value]
    if value.span and not value.relative and value.weekday is None:
        return None, None, None
    return None


def _same_day(a: CalendarDate, b: CalendarDate) -> bool:
    """Whether two equal wordings name one day: "yesterday" of two days does not."""
    return a.resolved == b.resolved or a.weekday is not None


def _unsure() -> Judgement:
    return Relation.IMPRECISE, DOUBTFUL


def _relatives(a: CalendarDate, b: CalendarDate) -> Judgement:
    """ "last month" against "next month": past and future exclude each other."""
    steps_a, unit_a = a.relative.split(" ")
    steps_b, unit_b = b.relative.split(" ")
    if unit_a == unit_b and abs(int(steps_a)) + abs(int(steps_b)) > 1:
        return CONFLICT
    if int(steps_a) * int(steps_b) < 0:
        return CONFLICT
    return _unsure()


def _of_one_grain(a: CalendarDate, b: CalendarDate) -> bool:
    """Whether both name a day, so that they may be the same though we cannot tell."""
    return all(
        x.weekday is not None or x.day is not None or x.relative.endswith("day") for x in (a, b)
    )


def _by_weekday(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    if a.weekday is not None and b.weekday is not None:
        return SAME if a.weekday == b.weekday else CONFLICT
    return None


def _weekday_doubt(a: CalendarDate, b: CalendarDate) -> Judgement | None:
    """A bare weekday may be the one before or after; it agrees with a date on that weekday."""
    for bare, dated in ((a, b), (b, a)):
        if bare.weekday is None or bare.day is not None:
            continue
        if dated.weekday is not None:
            return SAME if dated.weekday == bare.weekday else CONFLICT
        near = _near_day(bare, dated)
        if near is not None:
            return SAME if near.weekday() == bare.weekday else CONFLICT
    return None


def _near_day(bare: CalendarDate, dated: CalendarDate) -> date | None:
    if dated.resolved and len(dated.resolved) == 10:
        return date.fromisoformat(dated.resolved)
    if dated.month is None or dated.day is None:
        return None
    year = dated.year or (int(bare.resolved[:4]) if bare.resolved else None)
    try:
        return date(year, dated.month, dated.day) if year else None
    except ValueError:
        return None


def _spans(a: CalendarDate, b: CalendarDate, day_a: Parts, day_b: Parts) -> Judgement:
    if a.weekday is not None and b.weekday is not None and a.weekday != b.weekday:
        return CONFLICT
    if a.span and b.span and a.span != b.span:
        return CONFLICT
    for one, other, stated in ((a, b, day_b), (b, a, day_a)):
        if one.span and not other.span and not _in_span(one.span, stated):
            return CONFLICT
    finer_a = (day_a[2] is not None) * 4 + (day_a[1] is not None) * 2 + bool(a.span)
    finer_b = (day_b[2] is not None) * 4 + (day_b[1] is not None) * 2 + bool(b.span)
    if finer_a == finer_b:
        return SAME
    return _vaguer(finer_a < finer_b, finer_b < finer_a)


def _in_span(span: str, stated: Parts) -> bool:
    year, month, day = stated
    if span in _PARTS and day is not None:
        return _PARTS[span][0] <= day <= _PARTS[span][1]
    if span in _PARTS and month is not None:
        return True
    if span in _SEASONS and month is not None:
        first, last = _SEASONS[span]
        return first <= month <= last if first < last else month >= first or month <= last
    if span in _QUARTERS and month is not None:
        return _QUARTERS[span][0] <= month <= _QUARTERS[span][1]
    return year is None or span not in {"decade", "century"}


# --- times of day --------------------------------------------------------------------------


def _times(a: ClockTime, b: ClockTime) -> Judgement:
    best: Judgement = CONFLICT
    for shift_a in (0, 720) if a.twelve else (0,):
        for shift_b in (0, 720) if b.twelve else (0,):
            judged = _intervals(_shifted(a, shift_a), _shifted(b, shift_b))
            if judged[0] is Relation.AGREES:
                return SAME if a.twelve == b.twelve else _vaguer(a.twelve, b.twelve)
            if judged[0] is Relation.IMPRECISE:
                best = judged
    return best


def _shifted(time: ClockTime, by: int) -> ClockTime:
    return ClockTime((time.start + by) % 1440, (time.start + by) % 1440 + time.end - time.start)


def _intervals(a: ClockTime, b: ClockTime) -> Judgement:
    if a == b:
        return SAME
    for by in (0, 1440, -1440):
        if a.start <= b.end + by and b.start + by <= a.end:
            wider = a.end - a.start > b.end - b.start
            return _vaguer(wider, not wider)
    return CONFLICT
