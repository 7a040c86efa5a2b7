"""What the words before two figures make of their values: "by" or "to", "until", "within"."""

from __future__ import annotations

from tui.details.amount_range import finite
from tui.details.date_parts import stated
from tui.details.judgement import CONFLICT, SAME, Judgement, vaguer
from tui.details.lexicon import lexicon
from tui.details.roles import Role
from tui.details.values import Amount, CalendarDate
from tui.model import Relation

__all__ = ["TOLD_AS_TIME", "judged_by_cues"]

TOLD_AS_TIME: Judgement = (Relation.IMPRECISE, "told as a length of time")
_LONGER = 1.05
"""By how much more a time may be than that within which it is said to lie."""

_FRIDAY = 4
_SIDES = {"before": -1, "after": 1}
"""Senses of what stands before a limit, and on which side of it the other date must lie."""


def judged_by_cues(
    judged: Judgement | None, a: tuple[object, Role], b: tuple[object, Role]
) -> Judgement | None:
    """Judge two figures anew where the words before them say what their values do not.

    Args:
        judged: What the values alone say.
        a: The value and role of one side.
        b: Those of the other.

    Returns:
        The judgement; ``judged`` where the words say nothing.
    """
    (value_a, role_a), (value_b, role_b) = a, b
    if {role_a.cue, role_b.cue} == {"by", "to"}:
        return _risen(judged, value_a, value_b)
    for (one, role), (other, beside), first in ((a, b, True), (b, a, False)):
        if role.cue == "within" and _under(other, one):
            return SAME
        if role.cue == "within" and beside.cue != "within":
            within = _within(one, other, is_a=first)
            if within is not None:
                return within
        if role.cue == "until" and judged is None and _lasts(other):
            return TOLD_AS_TIME if isinstance(one, CalendarDate) else None
        if judged is None and _other_step(one, other, beside):
            return CONFLICT
        side = _SIDES.get(role.cue) if judged == CONFLICT and not beside.cue else None
        if side is not None and _lies(other, side, one):
            return vaguer(first, not first)
    if judged == CONFLICT and role_a.cue == role_b.cue == "until":
        return _before_weekend(value_a, value_b) or judged
    return judged


def _other_step(told: object, time: object, role: Role) -> bool:
    """Whether a time later is another one than a day told: "the next day", "two days *later*".

    Times that agree have been judged by their values.
    """
    if not isinstance(told, CalendarDate) or not told.told or not isinstance(time, Amount):
        return False
    if not time.exact or time.unit not in {"s", "month"} or told.relative.startswith("0"):
        return False
    known = lexicon(role.lang)
    words = known.earlier if told.relative.startswith("-") else known.later
    return role.beside[1] in words


def _lies(value: object, side: int, limit: object) -> bool:
    """Whether a date lies before (-1) or after (1) another, as far as both are told."""
    if not isinstance(value, CalendarDate) or not isinstance(limit, CalendarDate):
        return False
    pairs = zip(stated(value), stated(limit), strict=True)
    told = [(x, y) for x, y in pairs if x is not None and y is not None]
    apart = next(((x > y) - (x < y) for x, y in told if x != y), 0)
    return apart == side


def _risen(judged: Judgement | None, a: object, b: object) -> Judgement | None:
    """By how much against to what: "by a third" and "to a third" are at odds, other values not."""
    amounts = isinstance(a, Amount) and isinstance(b, Amount)
    if not amounts or judged is None or judged[0] is Relation.CONFLICTS:
        return None
    return CONFLICT


def _within(limit: object, other: object, *, is_a: bool) -> Judgement | None:
    """A time within which something was done against the time it took."""
    if not isinstance(limit, Amount) or not isinstance(other, Amount) or limit.unit != other.unit:
        return None
    if limit.unit not in {"s", "month"} or limit.point is None or other.point is None:
        return None
    if limit.low == other.low:
        return None
    longer = finite(other.point) > finite(limit.point) * _LONGER
    return CONFLICT if longer else vaguer(is_a, not is_a)


def _under(value: object, limit: object) -> bool:
    """Whether a value is the limit in other words: "in less than ten minutes", "within ten"."""
    if not isinstance(value, Amount) or not isinstance(limit, Amount) or not limit.exact:
        return False
    return value.low is None and (value.high, value.unit) == (limit.high, limit.unit)


def _lasts(value: object) -> bool:
    """Whether a value is a time of no certain length: "for several days"."""
    return (
        isinstance(value, Amount)
        and value.unit in {"s", "month"}
        and value.approximate
        and value.low != value.high
    )


def _before_weekend(a: object, b: object) -> Judgement | None:
    """Until Friday is until the weekend."""
    for one, other in ((a, b), (b, a)):
        if isinstance(one, CalendarDate) and isinstance(other, CalendarDate):
            friday = other.weekday == _FRIDAY and other.day is None
            if one.relative.endswith(" weekend") and friday:
                return vaguer(one is a, one is b)
    return None
