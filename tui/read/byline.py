"""Bylines: who wrote a report, and on what date it says it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from tui.read.lexicon import Lexicon, lexicon

__all__ = ["Byline", "parse_byline"]

_LONGEST = 160
_SEPARATORS = re.compile(r"\s*(?:[|•·/–—]|\s-\s|,)\s*")
_PARTICLES = frozenset(
    "al ap bin da dal de dei del della den der di do dos du e el la las le los san ter van von y zu"
    " zum zur".split()
)
_JOINERS = frozenset("and & und et y e en".split())
_TIME = r"\d{1,2}(?:[:.h]\d{2})?(?::\d{2})?"
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says; ``published`` is an ISO 8601 date."""

    author: str | None = None
    published: str | None = None


def parse_byline(line: str) -> Byline | None:
    """Read a line as a byline, a date line or both; ``None`` if it is neither."""
    if len(line) > _LONGEST:
        return None
    rest, published, dated = _take_dates(line)
    author = _author(rest)
    if author is not None:
        return Byline(author, published)
    if dated and _only_labels(rest):
        return Byline(None, published)
    return None


@cache
def _date_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, lexicon().months), key=len, reverse=True))
    day_first = re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:\.|er|º|st|nd|rd|th)?\s*(?:de\s+|of\s+)?(?P<month>{names})\b\.?,?"
        r"\s*(?:de\s+|del\s+)?(?P<year>\d{4})\b",
        re.IGNORECASE,
    )
    month_first = re.compile(
        rf"\b(?P<month>{names})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    )
    return day_first, month_first


def _take_dates(line: str) -> tuple[str, str | None, bool]:
    """The line without its dates, the first date that can be told, and whether there was any."""
    found: list[tuple[int, str | None]] = []

    def note(match: re.Match[str], value: str | None) -> str:
        found.append((match.start(), value))
        return " | "

    months = lexicon().months
    rest = _ISO.sub(lambda m: note(m, _iso(m[1], m[2], m[3])), line)
    for pattern in _date_patterns():
        rest = pattern.sub(
            lambda m: note(m, _iso(m["year"], months[m["month"].casefold()], m["day"])), rest
        )
    rest = _NUMERIC.sub(lambda m: note(m, _numeric(m)), rest)
    values = [value for _, value in sorted(found, key=lambda pair: pair[0]) if value]
    return rest, values[0] if values else None, bool(found)


def _iso(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _numeric(match: re.Match[str]) -> str | None:
    """Day before month where dots say so or no other order is possible; else not told."""
    first, mark, second, year = match[1], match[2], match[3], match[4]
    if mark == "." or int(first) > 12:
        return _iso(year, second, first)
    if int(second) > 12:
        return _iso(year, first, second)
    return None


def _author(rest: str) -> str | None:
    words = lexicon()
    head, _, tail = rest.strip().partition(" ")
    if head.casefold().rstrip(":") not in words.by or not tail.strip():
        return None
    parts = [part for part in _SEPARATORS.split(tail) if part]
    name = parts[0].strip(" .:") if parts else ""
    if not _is_name(name):
        return None
    return name if all(_is_aside(part, words) for part in parts[1:]) else None


def _is_name(text: str) -> bool:
    """Whether the text can be people's names: capitalised words, with particles between."""
    tokens = text.split()
    if not 1 <= len(tokens) <= 10 or not tokens[-1][:1].isupper():
        return False
    return all(
        t[:1].isupper() or t.casefold() in _PARTICLES or t.casefold() in _JOINERS for t in tokens
    ) and any(t[:1].isupper() and len(t) > 1 for t in tokens)


def _is_aside(part: str, words: Lexicon) -> bool:
    """Whether a part after the name is a role, an agency, a place or a label of the date."""
    return len(part.split()) <= 5


def _only_labels(rest: str) -> bool:
    """Whether all that stands around the dates is labels, times and weekdays."""
    words = lexicon()
    known = words.published | words.updated | words.weekdays
    left = re.sub(_TIME, " ", rest.casefold())
    for label in sorted(known, key=len, reverse=True):
        left = re.sub(rf"\b{re.escape(label)}\b", " ", left)
    return len(re.sub(r"[\W\d_]+", "", left)) <= 8
