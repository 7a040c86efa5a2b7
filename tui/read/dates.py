"""Dates as bylines and tickers give them: found in a line, and lines that are nothing else."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tui.read.lexicon import lexicon

__all__ = [
    "Day",
    "around_dates",
    "beside_dates",
    "find_days",
    "is_date_label",
    "is_date_line",
]

_LONGEST = 160
_DIGIT = re.compile(r"\d")
_MARKS = " .,:;|()·•–—-"
_YEAR = r"(?:19|20)\d{2}"
_ISO = re.compile(rf"(?<!\d)({_YEAR})-(\d{{2}})-(\d{{2}})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?(?!\d)")
_NUMERIC = re.compile(rf"(?<!\d)(\d{{1,2}})([./-])\s?(\d{{1,2}})\2\s?({_YEAR})(?!\d)")
_CLOCK = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-4])"
    r"(?:\s?[:.h]\s?[0-5]\d(?::[0-5]\d)?|\s?h\b|\s?(?=uhr\b|uur\b|[ap]\.?m\b))",
    re.IGNORECASE,
)
_DAY = r"(?P<day>\d{1,2})(?:\.|er|re|º|ª|°|st|nd|rd|th)?"
_MONTH = r"(?P<month>[^\W\d_]{3,10})\b\.?"
_WRITTEN = (
    re.compile(
        rf"(?<![\d.,]){_DAY}\s*(?:de\s+|of\s+)?{_MONTH}(?:,?\s*(?:del?\s+)?(?P<year>{_YEAR})\b)?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_MONTH}\s+{_DAY}\b(?:,?\s+(?P<year>{_YEAR})\b)?(?!\d|[.,]\d)", re.IGNORECASE),
)
"""Dates with the month's name, the day before or after it; the name is yet to be looked up."""
_EASTERN = re.compile(rf"({_YEAR})\s?[年년]\s?(\d{{1,2}})\s?[月월]\s?(\d{{1,2}})\s?[日일]")


class Day(NamedTuple):
    """A date in a line. ``iso`` is ``None`` where it has no year or could be two days.

    ``before`` is the text between it and the date before, or the start of the line.
    """

    start: int
    end: int
    iso: str | None
    before: str


def find_days(line: str, *, day_first: bool) -> list[Day]:
    """The dates of a line, from left to right.

    Args:
        line: One line.
        day_first: Whether 3/11/2025 means 3 November; with full stops it always does.
    """
    found = [
        *((m.span(), _iso(m[1], m[2], m[3])) for m in _ISO.finditer(line)),
        *((m.span(), _iso(m[1], m[2], m[3])) for m in _EASTERN.finditer(line)),
        *((m.span(), _numeric(m, day_first)) for m in _NUMERIC.finditer(line)),
        *(
            (m.span(), _named(m))
            for pattern in _WRITTEN
            for m in pattern.finditer(line)
            if _is_month(m)
        ),
    ]
    days: list[Day] = []
    for (start, end), iso in sorted(found, key=lambda f: (f[0][0], -f[0][1])):
        last = days[-1].end if days else 0
        if start >= last:
            days.append(Day(start, end, iso, line[last:start]))
    return days


def is_date_line(line: str) -> bool:
    """Whether a line holds a date or a time of day and nothing but what labels them."""
    return len(line) <= _LONGEST and not any(c.isalpha() for c in beside_dates(line) or "x")


def is_date_label(line: str) -> bool:
    """Whether a line is a label of a date and no more ("Published")."""
    words = line.casefold().strip(_MARKS)
    return words in lexicon().published or words in lexicon().updated


def beside_dates(line: str) -> str:
    """What a line says beside its dates and times and what labels them; empty if it has none."""
    pieces = _pieces(line)
    return lexicon().beside_dates.without(" | ".join(pieces)) if len(pieces) > 1 else ""


def around_dates(line: str) -> list[str]:
    """What stands before, between and after the dates and times of a line, less their labels."""
    return [_trimmed(piece) for piece in _pieces(line)]


@lru_cache(maxsize=64)  # asked about the same line several times in a row
def _pieces(line: str) -> tuple[str, ...]:
    if not _DIGIT.search(line):
        return (line,)
    pieces, last = [], 0
    for day in find_days(line, day_first=True):
        pieces.append(line[last : day.start])
        last = day.end
    return tuple(part for piece in (*pieces, line[last:]) for part in _CLOCK.split(piece))


def _trimmed(piece: str) -> str:
    """A piece without labels of dates at its ends."""
    words = piece.split()
    while words and words[-1].strip(_MARKS) in lexicon().beside_dates:
        words.pop()
    return " ".join(words)


def _is_month(match: re.Match[str]) -> bool:
    return match["month"].casefold() in lexicon().months


def _iso(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _named(match: re.Match[str]) -> str | None:
    month = lexicon().months[match["month"].casefold()]
    return _iso(match["year"], month, match["day"]) if match["year"] else None


def _numeric(match: re.Match[str], day_first: bool) -> str | None:
    first, mark, second, year = match[1], match[2], match[3], match[4]
    if int(second) > 12:
        return _iso(year, first, second)
    if int(first) > 12 or mark == "." or day_first:
        return _iso(year, second, first)
    return None
