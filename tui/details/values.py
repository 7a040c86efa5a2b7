"""The normalised values of details: the same for the same fact in any wording or language.

All are frozen, hashable, and turn into JSON by ``dataclasses.asdict``. Equality is identity of the
stated fact; fields that only tell two facts apart by context do not take part in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Amount", "CalendarDate", "ClockTime", "Label", "Score"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many or how much, as an interval.

    Attributes:
        low: The least it may be; ``None`` for no lower limit ("up to 50").
        high: The most it may be; ``None`` for no upper limit ("more than 50"). Equal to ``low``
            where one number is stated.
        unit: ``""`` for a count, ``"%"`` for hundredths of a whole, ``"pp"`` for percentage
            points, an ISO 4217 code for money, otherwise the base unit of the dimension, to which
            the number is converted (``"m"``, ``"kg"``, ``"s"``, ``"month"`` …).
        approximate: "about", or a rounding such as "dozens"; with one limit alone, "nearly" and
            "just over", which come close to it.
        ordinal: "third" rather than "three".
        weak: The word is as often no number ("ein", "both"); no part of the identity.
        written: The unit as written, before conversion; no part of the identity.
        worded: The number is given in words, which are for round ones; no part of the identity.
    """

    low: int | float | None
    high: int | float | None
    unit: str = ""
    approximate: bool = False
    ordinal: bool = False
    weak: bool = field(default=False, compare=False)
    written: str = field(default="", compare=False)
    worded: bool = field(default=False, compare=False)

    @property
    def point(self) -> int | float | None:
        """The one number stated, if one is: of a bound its limit, of a range nothing."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        return self.low if self.low == self.high else None

    @property
    def exact(self) -> bool:
        """Whether one number is stated without a limit or an approximation."""
        return self.low is not None and self.low == self.high and not self.approximate


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as far as it is stated: what is ``None`` or empty was not said.

    Attributes:
        year: Calendar year; of a decade or century its first year.
        month: 1 to 12.
        day: 1 to 31; a day the month does not have stays as written.
        weekday: 0 for Monday to 6 for Sunday.
        span: The part of the period meant: ``"early"``, ``"mid"``, ``"late"``, a season, ``"q1"``
            to ``"q4"``, ``"h1"``, ``"h2"``, ``"decade"``, ``"century"``.
        relative: Steps from the day of the report and their unit, ``"-1 month"``.
        until: The last year of a stretch of years ("2012 to 2016").
        last: The last day, weekday or month of a stretch ("3 to 9 May"); the rest is its first.
        told: ``relative`` counts from a day told before ("the next day"), not from the report's.
        resolved: The day ``weekday`` or ``relative`` names, ISO 8601, where the day of the report
            is known; follows from the rest, so no part of the identity.
        years_off: How many years ``year`` lies behind the report's, where that is known; no part
            of the identity.
        daytime: The part of the day that is said with it ("Monday *evening*"), in minutes from and
            to as in :class:`ClockTime`; no part of the identity, for many leave it unsaid.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: str = ""
    relative: str = ""
    until: int | None = None
    last: CalendarDate | None = None
    told: bool = False
    resolved: str = field(default="", compare=False)
    years_off: int | None = field(default=None, compare=False)
    daytime: tuple[int, int] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day in minutes after midnight: ``start == end`` for a stated minute.

    ``twelve`` is set where morning and afternoon are not told apart ("at 5:45"). A part of the day
    ("evening") is an interval, which may run past midnight (above 1440). ``zone`` is how many
    minutes ahead of Greenwich the zone named with it may be; no part of the identity.
    """

    start: int
    end: int
    twelve: bool = False
    zone: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Score:
    """The result of a game, or another fixed pair such as ``5+1``, larger side first."""

    high: int
    low: int


@dataclass(frozen=True, slots=True)
class Label:
    """A number that is part of a name: ``Covid-19``, ``Article 5``, ``F-16``."""

    name: str
    number: int
