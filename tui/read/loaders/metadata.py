"""What documents say of themselves, checked: a date is a date, a name is one line."""

from __future__ import annotations

import re
from datetime import date, datetime

from tui.read.decode import clean_line

__all__ = ["iso_date", "one_line", "stated_in"]

_LONGEST = 300
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?"
)
_HEAD = 2000


def one_line(value: object) -> str | None:
    """A name or title as one clean line; ``None`` for nothing, or for what is too long."""
    line = clean_line(str(value or ""))
    return line if 0 < len(line) <= _LONGEST else None


def iso_date(value: object) -> str | None:
    """An ISO 8601 date or date-time, seconds' fractions dropped; ``None`` for anything else."""
    found = _ISO.match(str(value or "").strip())
    if found is None:
        return None
    day, clock, zone = found.groups()
    try:
        if clock is None:
            return date.fromisoformat(day).isoformat()
        return (
            datetime.fromisoformat(f"{day}T{clock}{zone or ''}").replace(microsecond=0).isoformat()
        )
    except ValueError:
        return None


def stated_in(text: str, value: object) -> str | None:
    """A property of a file where the head of its text says the same, else ``None``.

    Properties of files are often of the template or the machine, so that alone they prove nothing.
    """
    line = one_line(value)
    head = " ".join(text[:_HEAD].split()).casefold()
    return line if line and line.casefold() in head else None
