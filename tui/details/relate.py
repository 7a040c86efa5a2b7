"""How two stated values stand to each other: the same, compatible, or at odds.

Compatible values differ only in how exactly they are stated: a bound and a number it admits, an
approximation or a rounding and the number it stands for, a date and a part of it.
"""

from __future__ import annotations

from decimal import Decimal

from tui.details.amount_range import admitted, finite
from tui.details.amount_relation import relate_amounts
from tui.details.date_relation import relate_dates
from tui.details.date_stretches import stretch_days
from tui.details.judgement import CONFLICT, SAME, Judgement, turned, vaguer
from tui.details.time_relation import relate_times
from tui.details.units import amount_of, measures
from tui.details.values import Amount, CalendarDate, ClockTime, Label, Score
from tui.details.votes import MARGIN
from tui.model import Relation

__all__ = ["AN_AGE", "relate"]

_FEWEST_YEARS = 3
"""Fewer years than these fit too many dates by chance."""

AN_AGE = 10_000
"""Years from which so long ago and so many years old tell one time: there the day is no matter."""

_DAYS_A_MONTH = 30.44
_DAYS_OFF = 0.1
"""The share by which a stretch of days may differ from the time it is said to last."""

RANK = "rank"
"""The name of labels that say which place something has in an order."""

_IN_ORDER = frozenset({RANK, "minute", "leg", "number"})
"""The names of those that an ordinal may stand for."""

ANY_LABEL = "number"
"""The name of labels that say no more than that a number follows ("No. 5", "Nr. 5")."""


def relate(a: object, b: object) -> Judgement | None:
    """Judge two values.

    Returns:
        The relation with a note, or ``None`` where the values are not of one sort and so cannot
        answer each other (a sum of money and a time of day). ``relate(b, a)`` is the same with the
        sides of the note swapped.
    """
    if isinstance(a, Amount) and isinstance(b, Amount):
        return relate_amounts(a, b)
    if isinstance(a, CalendarDate) and isinstance(b, CalendarDate):
        return relate_dates(a, b)
    if isinstance(a, ClockTime) and isinstance(b, ClockTime):
        return relate_times(a, b)
    if isinstance(a, Label) and isinstance(b, Label):
        if a.name != b.name and ANY_LABEL not in {a.name, b.name}:
            return None
        return SAME if a.number == b.number else CONFLICT
    if isinstance(a, Score) and isinstance(b, Score):
        return SAME if a == b else CONFLICT
    if isinstance(a, Score) and isinstance(b, Label):
        return _won_by(a, b)
    if isinstance(a, Label) and isinstance(b, Score):
        return turned(_won_by(b, a))
    if isinstance(a, CalendarDate) and isinstance(b, ClockTime):
        return _part_of_day(a, b)
    if isinstance(a, ClockTime) and isinstance(b, CalendarDate):
        return turned(_part_of_day(b, a))
    if isinstance(b, Amount):
        return _with_amount(a, b)
    return turned(_with_amount(b, a)) if isinstance(a, Amount) else None


def _part_of_day(day: CalendarDate, time: ClockTime) -> Judgement | None:
    """The part of the day told with a date against a time: "Monday evening" and "8.30 p.m."."""
    if day.daytime is None:
        return None
    fits = relate_times(ClockTime(*day.daytime), time)[0] is not Relation.CONFLICTS
    return (Relation.IMPRECISE, "") if fits else None


def _with_amount(value: object, amount: Amount) -> Judgement | None:
    """A number with a name, a result or a date against an amount."""
    if isinstance(value, Label):
        return _number_of(value, amount)
    if isinstance(value, Score):
        return _part_of_score(value, amount)
    return _year_or_number(value, amount) if isinstance(value, CalendarDate) else None


def _won_by(score: Score, margin: Label) -> Judgement | None:
    """The result of a vote against by how many it was won: 6 to 5, and "by a single vote"."""
    if margin.name != MARGIN:
        return None
    fits = score.high - score.low == margin.number if margin.number else not score.low
    return vaguer(False, True) if fits else CONFLICT


def _number_of(label: Label, amount: Amount) -> Judgement | None:
    """A number that is said to be one, "number 2", may be a bare one elsewhere ("Block 2").

    A rank, "Platz 23", may be told in order ("the 23rd").
    """
    if amount.ordinal and label.name in _IN_ORDER:
        return relate_amounts(Amount(label.number, label.number, ordinal=True), amount)
    bare = amount.exact and not amount.unit and not amount.ordinal and not amount.weak
    if label.name != ANY_LABEL or not bare or not isinstance(amount.low, int):
        return None
    return SAME if label.number == amount.low else CONFLICT


def _part_of_score(score: Score, amount: Amount) -> Judgement | None:
    """One side of a result, or by how much it was won: "74 to 68" and "a majority of six"."""
    if amount.unit or amount.weak or amount.ordinal or not amount.exact:
        return None
    told = {score.high, score.low, score.high - score.low}
    return vaguer(False, True) if amount.low in told else None


def _year_or_number(year: CalendarDate, amount: Amount) -> Judgement | None:
    """Four figures read as a year on one side and as a number on the other, or years counted."""
    if year.last:
        return _so_many_days(year, amount)
    if year.relative:
        return _told_or_ago(year, amount)
    if amount.unit in {"month", "age"}:
        return _years_between(year, amount)
    bare = CalendarDate(year=year.year)
    return SAME if year == bare and amount.exact and amount.low == year.year else None


def _told_or_ago(day: CalendarDate, amount: Amount) -> Judgement | None:
    """So long ago, or later, against so long: "three weeks ago" and "about twenty days"."""
    steps, unit = day.relative.split(" ")
    count = int(steps)
    if unit == "year" and -count >= AN_AGE and amount.unit in {"month", "age"}:
        return relate_amounts(amount_of(Decimal(-count), "year"), amount)
    ahead = count > 1 and not day.told  # many languages say it like how long something takes
    if unit not in measures() or not count or not (day.told or ahead or not amount.exact):
        return None
    judged = relate_amounts(amount_of(Decimal(abs(count)), unit), amount)
    if judged is None or (judged[0] is Relation.CONFLICTS and not ahead):
        return None
    return judged if day.told or ahead else vaguer(False, True)


def _so_many_days(stretch: CalendarDate, amount: Amount) -> Judgement | None:
    """A stretch of days against how long it lasts: "from 3 to 9 May" and "for a week"."""
    days = stretch_days(stretch)
    if days is None or amount.unit not in {"s", "month"}:
        return None
    low, high = (
        x * _DAYS_A_MONTH if amount.unit == "month" else x / 86_400 for x in admitted(amount)
    )
    reach = 1 + days * _DAYS_OFF
    fits = low - reach <= days <= high + reach
    return (Relation.IMPRECISE, "counted in days") if fits else None


def _years_between(year: CalendarDate, amount: Amount) -> Judgement | None:
    """Years counted up to the report, or over a stretch: "since 2016" and "for eight years"."""
    months = amount.point
    if months is None or amount.written not in {"year", "age", "decade"}:
        return None
    years = finite(months) / (12 if amount.unit == "month" else 1)
    counted = year.until - (year.year or 0) if year.until else year.years_off
    if counted is None or years < _FEWEST_YEARS:
        return None
    low, high = admitted(amount)
    scale = 12 if amount.unit == "month" else 1
    if not low / scale - 1 <= abs(counted) <= high / scale + 1:
        return None
    return Relation.IMPRECISE, "counted in years"
