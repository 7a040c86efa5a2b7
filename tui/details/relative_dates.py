"""Dates by steps from the day of the report: "last month", "vor anderthalb Jahren"."""

from __future__ import annotations

from tui.details.date_text import DateText
from tui.details.quantities import read_amount
from tui.details.values import Amount, CalendarDate

__all__ = ["read_relative"]

_DAY_UNITS = frozenset({"day", "week"})

_FUTURE_WITHIN = 12
"""How many words before "in two weeks" the sentence may say that this is to come."""


def read_relative(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """Read the relative date that starts at a token: its value and the token after it."""
    tokens, words = sentence.tokens, sentence.words
    said = words.relative.at(tokens, start)
    if said is not None:
        (steps, unit), end = said
        part = words.day_parts.at(tokens, end)
        daytime, end = part or (None, end)
        return CalendarDate(relative=f"{steps} {unit}", daytime=daytime), end
    told = words.told.at(tokens, start)
    if told is not None:
        (steps, unit), end = told
        return CalendarDate(relative=f"{steps} {unit}", told=True), end
    ago = words.ago_before.at(tokens, start)
    ahead = None if ago else _ahead(sentence, start)
    before = ago or ahead
    place = before[1] if before else start
    if place >= len(tokens):
        return None
    if before is None and not (words.said_behind and _may_start_amount(sentence, place)):
        return None
    amount = read_amount(tokens, place, sentence.known)
    if amount is None or not isinstance(amount.value, Amount) or not amount.value.exact:
        return None
    ago = words.ago_after.at(tokens, amount.end) or ago
    ahead = words.ahead_after.at(tokens, amount.end) or ahead
    if not ago and not ahead:
        return None
    counted = _steps(amount.value)
    if counted is None:
        return None
    count, unit = counted
    end = max([amount.end, *(found[1] for found in (ago, ahead) if found)])
    return CalendarDate(relative=f"{-count if ago else count} {unit}"), end


def _ahead(sentence: DateText, start: int) -> tuple[bool, int] | None:
    """What makes a date to come of the amount behind it: "dans", and "in" behind "will"."""
    sure = sentence.words.ahead_before.at(sentence.tokens, start)
    if sure or sentence.low(start) not in sentence.words.ahead_perhaps:
        return sure
    near = sentence.tokens[max(0, start - _FUTURE_WITHIN) : start]
    future = any(token.low in sentence.words.future for token in near)
    return (True, start + 1) if future else None


def _may_start_amount(sentence: DateText, place: int) -> bool:
    token = sentence.tokens[place]
    known = sentence.known
    return (
        token.is_figure
        or token.low in known.words
        or bool(known.half_units.at(sentence.tokens, place))
    )


def _steps(amount: Amount) -> tuple[int, str] | None:
    """The steps of "three weeks ago": whole days, months or years."""
    if amount.low is None:
        return None
    if amount.unit == "month":
        if amount.written == "month":
            return int(amount.low), "month"
        return int(amount.low) // 12, "year"
    if amount.unit == "s" and amount.written in _DAY_UNITS:
        return int(amount.low) // 86_400, "day"
    return None
