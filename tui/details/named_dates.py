"""Dates that have names: feasts, and the parts of a year or month ("Heiligabend", "year-end")."""

from __future__ import annotations

from tui.details.date_text import DateText
from tui.details.day_of_report import EASTER
from tui.details.values import CalendarDate

__all__ = ["read_end_named", "read_feast", "read_movable_feast", "read_period_named"]


def read_movable_feast(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """A day counted from Easter, before a weekday in its name is read: "lundi de Pâques"."""
    said = sentence.words.relative.at(sentence.tokens, start)
    if said is None or not said[0][1].startswith(EASTER):
        return None
    return CalendarDate(relative=f"{said[0][0]} {said[0][1]}"), said[1]


def read_feast(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """A day with a name, "Heiligabend", "New Year's Eve", or the days around one."""
    feast = sentence.words.feasts.at(sentence.tokens, start)
    around = None if feast else sentence.words.around.at(sentence.tokens, start)
    if around is not None:
        (month, span), end = around
        return CalendarDate(month=month, span=span), end
    if feast is None:
        return None
    (month, day), end = feast
    year, end = sentence.year_after(end)
    return CalendarDate(year, month, day), end


def read_period_named(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """The year or month that a part is taken of: "the end *of the year*"."""
    named = sentence.words.whole.at(sentence.tokens, start)
    return (CalendarDate(relative=f"0 {named[0]}"), named[1]) if named else None


def read_end_named(sentence: DateText, start: int) -> tuple[CalendarDate, int] | None:
    """A part of a period in one word: "Jahresende", "year-end"."""
    named = sentence.words.ends.at(sentence.tokens, start)
    if named is None:
        return None
    (span, unit), end = named
    year = sentence.four_figures(end) if unit == "year" else None
    if year is not None:
        return CalendarDate(year, span=span), end + 1
    return CalendarDate(span=span, relative=f"0 {unit}"), end
