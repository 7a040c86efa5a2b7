"""Dates by steps from the day of the report: "last month", "vor anderthalb Jahren"."""

from __future__ import annotations

from tui.details.date_text import DateText
from tui.details.quantities import read_amount
from tui.details.values import Amount, CalendarDate

__all__ = ["read_relative"]

_DAY_UNITS = frozenset({"day", "week"})


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
    before = words.ago_before.at(tokens, start)
    place = before[1] if before else start
    if place >= len(tokens) or not (before or not words.ago_after.empty):
        return None
    if not before and not _may_start_amount(sentence, place):
        return None
    amount = read_amount(tokens, place, sentence.known)
    if amount is None or not isinstance(amount.value, Amount) or not amount.value.exact:
        return None
    after = words.ago_after.at(tokens, amount.end)
    if not before and not after:
        return None
    relative = _steps_back(amount.value)
    end = after[1] if after else amount.end
    return (CalendarDate(relative=relative), end) if relative else None


def _may_start_amount(sentence: DateText, place: int) -> bool:
    token = sentence.tokens[place]
    known = sentence.known
    return (
        token.is_figure
        or token.low in known.words
        or bool(known.half_units.at(sentence.tokens, place))
    )


def _steps_back(amount: Amount) -> str:
    """The steps of "three weeks ago": whole days, months or years."""
    if amount.low is None:
        return ""
    if amount.unit == "month":
        if amount.written == "month":
            return f"-{int(amount.low)} month"
        return f"-{int(amount.low) // 12} year"
    if amount.unit == "s" and amount.written in _DAY_UNITS:
        return f"-{int(amount.low) // 86_400} day"
    return ""
