"""A figure in its place: its value, its role, and what its surroundings make of the two."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, replace

from tui.details.amount_range import finite, within
from tui.details.base import PairContext
from tui.details.date_words import date_words
from tui.details.figure_cues import judged_by_cues
from tui.details.judgement import CONFLICT, SAME, Judgement
from tui.details.lexicon import lexicon
from tui.details.relate import AN_AGE, relate
from tui.details.roles import Role, role_of
from tui.details.units import kind_of
from tui.details.values import Amount, CalendarDate, ClockTime, Label
from tui.details.votes import MARGIN
from tui.model import DetailKind, Side

__all__ = ["PlacedFigure", "judge", "linked", "placed"]

LEAST_SUM = 1_000_000
"""From here on a number that counts nothing may be a sum without its currency."""

_SUMS_APART = 0.5
"""The share by which two such may differ."""

YEARS_OFF = 1
"""How many years "for 27 years" may be off the year since when."""

PART_OF_DAY = 180
"""Minutes from which a time is a part of the day, "evening", which reports leave unsaid at will."""

_TIME_UNITS = frozenset({"s", "month", "age"})
_SHARE_UNITS = frozenset({"%", "pp"})

_DATELINE_BEFORE = re.compile(r"\W?(?:[^\W\d_][\w.'’/-]*\s?){1,4}(?:,|\s?\()\s?")
_DATELINE_AFTER = re.compile(
    r",?(?:\s\d{4})?(?:\)|\s?[(/][^)]{1,30}\)?)?\s?(?:—|–|--|-|[.:](?=\s))"
)


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A side with the role its words give it.

    ``dateline`` says that it is the date a report was filed on ("BERLIN, 3 May —"), ``hours`` the
    stretch of which a time is an end ("between *10pm* on Saturday and *6am*").
    """

    side: Side
    role: Role
    dateline: bool = False
    hours: ClockTime | None = None

    @property
    def value(self) -> object:
        """The normalised value, of :mod:`tui.details.values`."""
        return self.side.detail.value

    @property
    def weak(self) -> bool:
        """Whether it is as often no number."""
        return isinstance(self.value, Amount) and self.value.weak

    @property
    def telling(self) -> bool:
        """Whether its absence from the other report says anything.

        "One" and "night" do not, nor does what reports put in other words at will: an age or a
        time without a number, a part of all.
        """
        worded = self.vague and isinstance(self.value, Amount) and bool(self.value.unit)
        unsaid = (
            self.weak or self.part_of_day or self.one_of_them or self.margin or self.one_counted
        )
        return not (unsaid or self.dateline or worded)

    @property
    def margin(self) -> bool:
        """Whether it is a word for how a vote went: "unanimously"."""
        return isinstance(self.value, Label) and self.value.name == MARGIN

    @property
    def one_of_them(self) -> bool:
        """Whether it is a single one of those told before."""
        return self.role.part and isinstance(self.value, Amount) and self.value.point == 1

    @property
    def one_counted(self) -> bool:
        """Whether it is a one that others give by an article, or not at all: "男児1人"."""
        value = self.value
        one = isinstance(value, Amount) and value.point == 1 and not value.unit
        return one and not lexicon(self.role.lang).counters.empty

    @property
    def part_of_day(self) -> bool:
        """Whether it is a time without an hour: "evening"."""
        value = self.value
        return isinstance(value, ClockTime) and value.end - value.start >= PART_OF_DAY

    @property
    def vague(self) -> bool:
        """Whether it is a word for some range of numbers: "several", "dozens"."""
        value = self.value
        return (
            isinstance(value, Amount)
            and value.approximate
            and None not in {value.low, value.high}
            and value.low != value.high
        )

    @property
    def opens_stretch(self) -> bool:
        """Whether a date is when something began that goes on: "the highest since 1954"."""
        since = date_words(self.role.lang).since
        return isinstance(self.value, CalendarDate) and self.role.beside[0] in since

    @property
    def lasting(self) -> bool:
        """Whether it is how long something has gone on: "for 27 years"."""
        return self.role.beside[0] in date_words(self.role.lang).lasting

    @property
    def year_alone(self) -> bool:
        """Whether it is a year without month or day."""
        return isinstance(self.value, CalendarDate) and self.value == CalendarDate(self.value.year)

    @property
    def comparable(self) -> bool:
        """Whether it may conflict: "second" and "one of them" may, though they are weak."""
        if not self.weak or not isinstance(self.value, Amount):
            return True
        return self.value.ordinal or self.role.part

    @property
    def counts_nothing(self) -> bool:
        """Whether no noun stands right behind that is counted."""
        behind, known = self.role.beside[1], lexicon(self.role.lang)
        return not self.role.thing and (not behind.isalpha() or behind in known.function - known.of)

    def tells_hour_of(self, other: PlacedFigure) -> bool:
        """Whether one of two figures is a time of day and the other a date."""
        sorts = {type(self.value), type(other.value)}
        return sorts == {CalendarDate, ClockTime}

    @property
    def sort(self) -> Hashable:
        """Figures of one sort compete for one role."""
        value = self.value
        if isinstance(value, Amount):
            return (value.unit, value.ordinal)
        if isinstance(value, Label):
            return ("label", value.name)
        return type(value).__name__

    @property
    def family(self) -> Hashable:
        """Figures of one family may tell the same in other terms: a date and a duration."""
        value = self.value
        if isinstance(value, CalendarDate | ClockTime):
            return "time"
        if isinstance(value, Amount):
            if value.unit in _TIME_UNITS:
                return "time"
            return value.unit if value.unit not in _SHARE_UNITS else ""
        return ""


def placed(side: Side, text: str, lang: str) -> PlacedFigure:
    """Put a figure of a sentence into its place."""
    detail = side.detail
    role = role_of(text, detail.start, detail.end, lang)
    dateline = (
        isinstance(detail.value, CalendarDate)
        and _DATELINE_BEFORE.fullmatch(text, 0, detail.start) is not None
        and _DATELINE_AFTER.match(text, detail.end) is not None
    )
    return PlacedFigure(side, role, dateline)


def linked(x: PlacedFigure, y: PlacedFigure, context: PairContext) -> bool:
    """Whether the sentences of two figures are linked, not only of one bead."""
    return (x.side.sentence, y.side.sentence) in context.links


def judge(x: PlacedFigure, y: PlacedFigure) -> Judgement | None:
    """How two figures stand to each other by value, and by what only their surroundings tell.

    When a report was filed conflicts only with when the other was; a year since when, and how many
    years it has been, may be at odds.
    """
    if (x.hours is None) != (y.hours is None):
        return relate(x.hours or x.value, y.hours or y.value)
    if _is_same_numeric_date(x, y):
        return SAME
    value_x, value_y = _with_currency(x, y), _with_currency(y, x)
    judged = judged_by_cues(relate(value_x, value_y), (value_x, x.role), (value_y, y.role))
    apart = x.dateline != y.dateline or _only_one_opens(x, y) or not _one_age(x, y)
    if judged == CONFLICT and apart:
        return None
    return judged or _since_and_for(x, y) or _since_and_for(y, x)


def _with_currency(x: PlacedFigure, y: PlacedFigure) -> object:
    """The value of a figure, in the other's currency where its own goes without saying.

    So where it is of millions and counts nothing: "602 million" of sales.
    """
    a, b = x.value, y.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.unit or a.ordinal:
        return a
    if (a.point or 0) < LEAST_SUM or kind_of(b.unit) is not DetailKind.MONEY:
        return a
    near = within(finite(a.point), finite(b.point), _SUMS_APART)
    return replace(a, unit=b.unit, written=b.written) if near and x.counts_nothing else a


def _is_same_numeric_date(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether two dates have the same figures: "10/12/21" is two days in two countries."""
    text = x.side.detail.text
    return (
        text == y.side.detail.text
        and isinstance(x.value, CalendarDate)
        and not any(char.isalpha() for char in text)
    )


def _only_one_opens(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether one of two dates is since when, "the first since 2016", and the other is not."""
    dates = isinstance(x.value, CalendarDate) and isinstance(y.value, CalendarDate)
    return dates and x.opens_stretch != y.opens_stretch and x.year_alone != y.year_alone


def _one_age(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether a number, or plain years, may be the age the other side tells.

    What is counted is none, "a mother of four", and some languages never say an age in plain years.
    """
    units = {v.unit for v in (x.value, y.value) if isinstance(v, Amount)}
    if units == {"age", ""}:
        return not any(z.role.thing == "children" for z in (x, y) if z.sort == ("", False))
    if units != {"age", "month"}:
        return True
    in_years = next(z for z in (x, y) if isinstance(z.value, Amount) and z.value.unit == "month")
    if isinstance(in_years.value, Amount) and (in_years.value.point or 0) >= 12 * AN_AGE:
        return True
    return bool(lexicon(in_years.role.lang).age_of)


def _since_and_for(x: PlacedFigure, y: PlacedFigure) -> Judgement | None:
    """A year since when against how long, "since 1998" against "for 17 years".

    Only where the year of the report is known.
    """
    if not (x.opens_stretch and y.lasting):
        return None
    year, years = x.value, y.value
    if not isinstance(year, CalendarDate) or not isinstance(years, Amount) or not years.exact:
        return None
    if year.years_off is None or years.written != "year" or years.low is None:
        return None
    return CONFLICT if abs(year.years_off - finite(years.low) / 12) > YEARS_OFF else None
