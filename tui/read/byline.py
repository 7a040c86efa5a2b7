"""Bylines: who wrote a report, and on what day it says it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.read.dates import Day, find_days, is_date_line
from tui.read.lexicon import key, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Byline", "is_byline", "is_names", "is_role", "read_byline"]

_LONGEST = 160
_SEPARATORS = re.compile(r"\s*(?:[|•·/–—]|\s-\s|,|\()\s*")
_EMPHASIS = " *_#>"
# Particles of names and the words between two names, in the languages of Europe.
_SMALL = frozenset(
    {
        *("al", "ap", "bin", "da", "dal", "das", "de", "dei", "del", "della", "den", "der", "di"),
        *("do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "san", "ten", "ter", "van"),
        *("vom", "von", "zu", "zum", "zur", "&", "and", "und", "et", "y", "e", "en", "mit", "with"),
    }
)
_PLACE = frozenset({"in", "à", "a", "aus", "from", "desde", "te"})


@dataclass(frozen=True, slots=True)
class Byline:
    """What the byline of a report says; ``published`` is an ISO 8601 date."""

    author: str | None = None
    published: str | None = None


def is_byline(line: str) -> bool:
    """Whether a line is an author's byline, alone or with a date or a role."""
    return len(line) <= _LONGEST and _author(line) is not None


def is_role(line: str) -> bool:
    """Whether a line says what a person is ("Staff writer"), or names a news agency."""
    words = line.casefold().strip(" .()[]|/*_-")
    parts = [p for p in re.split(r"\s*[,|/•·&+]\s*", words) if p]
    return bool(parts) and all(p in lexicon().roles or p in lexicon().agencies for p in parts)


def read_byline(lines: Iterable[str], *, day_first: bool) -> Byline:
    """What the byline and date lines of a report say.

    Args:
        lines: Those lines, from the top.
        day_first: Whether 3/11/2025 means 3 November. If not, a date that could be read either way
            is not read at all.

    Returns:
        The first author. The first date said to be of publication, else the first without a label,
        else that of the last change: it is the version at hand.
    """
    lines = list(lines)
    author = next(filter(None, map(_author, lines)), None)
    days = [day for line in lines for day in find_days(line, day_first=day_first) if day.iso]
    days.sort(key=_trust)
    return Byline(author, days[0].iso if days else None)


def _trust(day: Day) -> int:
    label = day.before.casefold()
    if any(word in label for word in lexicon().updated):
        return 2
    return 0 if any(word in label for word in lexicon().published if len(word) > 3) else 1


def _author(line: str) -> str | None:
    line = line.strip(_EMPHASIS)
    rest = _after_by(line)
    if rest is None:
        return None
    days = find_days(rest, day_first=True)
    end = min((day.start for day in days), default=len(rest))
    parts = [part for part in _SEPARATORS.split(rest[:end]) if part.strip(" .:;")]
    name = parts[0].strip(" .:;*_") if parts else ""
    if not is_names(name):
        return None
    asides = parts[1:] + ([rest[days[-1].end :]] if days else [])
    if not all(map(_is_aside, asides)):
        return None
    tokens = name.split()
    place = next((i for i, t in enumerate(tokens) if t in _PLACE), len(tokens))
    return " ".join(tokens[:place])


def _after_by(line: str) -> str | None:
    """What follows the word for "by" at the start of a line, if there is one."""
    start = line[:60].casefold()
    for word in lexicon().by:
        if start.startswith(word) and not start[len(word) : len(word) + 1].isalnum():
            rest = line[len(word) :].lstrip(" :\xa0*_")
            return rest or None
    return None


def is_names(text: str) -> bool:
    """Whether the text can be nothing but people's names: capitalised words, particles between."""
    if text.casefold().strip().removeprefix("the ") in lexicon().agencies:
        return True
    tokens = text.replace(",", " , ").split()
    if not 1 <= len(tokens) <= 16 or not (tokens[0][0].isupper() and tokens[-1][0].isupper()):
        return False
    names = [t for t in tokens if t != "," and t.casefold() not in _SMALL | _PLACE]
    return (
        all(t[0].isupper() and not t.endswith((":", ";", "?", "!")) for t in names)
        and any(len(t) > 1 for t in names)
        and not all(is_date_line(t) or key(t) in lexicon().months for t in names)
    )


def _is_aside(part: str) -> bool:
    """Whether a part after the name can be a role, an agency, a place or a label of the date."""
    text = part.strip(" .:;|)*_")
    if is_date_line(text) or not text:
        return True
    return len(text.split()) <= 6 and not text.endswith((".", "?", "!"))
