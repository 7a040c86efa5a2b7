"""Bylines: who wrote a report, and on what day it says it was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.read.dates import Day, around_dates, beside_dates, find_days
from tui.read.lexicon import key, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Byline",
    "is_byline",
    "is_names",
    "is_place_and_date",
    "is_role",
    "is_signature",
    "read_byline",
]

_LONGEST = 160
_MOST_TOKENS = 16
_ASIDE_WORDS = 6
_SIGNATURE_WORDS = 6
_LONGEST_PLACE = 80
_SEPARATORS = re.compile(r"\s*(?:[|•·/–—]|\s-\s|,|\()\s*")
_MARKS = " .:;|)*_#>"
# Particles of names and the words between two names, in the languages of Europe.
_SMALL = frozenset(
    {
        *("al", "ap", "bin", "da", "dal", "das", "de", "dei", "del", "della", "den", "der", "di"),
        *("do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "san", "ten", "ter", "van"),
        *("vom", "von", "zu", "zum", "zur", "&", "and", "und", "et", "y", "e", "en", "mit", "with"),
    }
)
_PLACE = frozenset({"in", "à", "a", "aus", "from", "desde", "te"})


class Byline(NamedTuple):
    """What the byline of a report says; ``published`` is an ISO 8601 date."""

    author: str | None = None
    published: str | None = None


def is_byline(line: str) -> bool:
    """Whether a line names an author after a word for "by", alone or with a date or a role."""
    return len(line) <= _LONGEST and _parse(line) is not None


def is_role(line: str) -> bool:
    """Whether a line says what a person is ("Staff writer"), or names a news agency."""
    parts = [p for p in re.split(r"\s*[,|/•·&+]\s*", line.casefold().strip(" .()[]|/*_-")) if p]
    return bool(parts) and all(p in lexicon().roles or p in lexicon().agencies for p in parts)


def is_names(text: str) -> bool:
    """Whether the text can be nothing but people's names: capitalised words, particles between."""
    if text.casefold().strip().removeprefix("the ") in lexicon().agencies:
        return True
    tokens = text.replace(",", " , ").split()
    if not 1 <= len(tokens) <= _MOST_TOKENS:
        return False
    if not (tokens[0][0].isupper() and tokens[-1][0].isupper()):
        return False
    names = [t for t in tokens if t != "," and t.casefold() not in _SMALL | _PLACE]
    return (
        all(t[0].isupper() and not t.endswith((":", ";", "?", "!")) for t in names)
        and any(len(t) > 1 for t in names)
        and not all(key(t) in lexicon().months for t in names)
    )


def is_place_and_date(line: str) -> bool:
    """Whether a short line is a date with capitalised words beside it ("Brenn, 3 May 2024")."""
    if len(line) > _LONGEST_PLACE or not find_days(line, day_first=True):
        return False
    beside = [part.strip(_MARKS + "–—-") for part in re.split("[|,]", beside_dates(line))]
    return all(is_names(part) for part in beside if part)


def is_signature(line: str) -> bool:
    """Whether a line could be an author's name alone: two to six words, capitalised."""
    return 1 < len(line.split()) <= _SIGNATURE_WORDS and is_names(line)


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
    days = [day for line in lines for day in find_days(line, day_first=day_first) if day.iso]
    days.sort(key=_trust)
    return Byline(
        author=next(filter(None, map(_parse, lines)), None),
        published=days[0].iso if days else None,
    )


def _trust(day: Day) -> int:
    label = day.before.casefold()
    if any(word in label for word in lexicon().updated):
        return 2
    return 0 if any(word in label for word in lexicon().published if len(word) > 3) else 1


def _parse(line: str) -> str | None:
    """The author that a byline names: empty if it names only an office; ``None`` for no byline."""
    rest = next(filter(None, map(_after_by, around_dates(line))), None)
    if rest is None:
        return None
    name, *asides = [part.strip(_MARKS) for part in _SEPARATORS.split(rest)]
    if not all(map(_is_aside, asides)):
        return None
    if is_role(name):
        return ""
    tokens = name.split()
    for end in range(len(tokens), 0, -1):
        people, role = " ".join(tokens[:end]), " ".join(tokens[end:])
        if is_names(people) and (not role or role in _PLACE | _SMALL or is_role(role)):
            return _without_place(people)
    return None


def _after_by(line: str) -> str | None:
    """What follows a word for "by" at the start of a line, if there is one."""
    line = line.lstrip(_MARKS + "·•–—-\xa0")
    length = lexicon().by.prefix(line)
    return line[length:].strip(_MARKS + "\xa0") or None if length else None


def _is_aside(part: str) -> bool:
    """Whether a part after the name can be a role, an agency or a place."""
    return len(part.split()) <= _ASIDE_WORDS and not part.endswith(("?", "!"))


def _without_place(people: str) -> str:
    tokens = people.split()
    place = next((i for i, token in enumerate(tokens) if token in _PLACE), len(tokens))
    return " ".join(tokens[:place])
