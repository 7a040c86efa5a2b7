"""What the data files by language know of the pages reports stand on, merged for use.

A page's furniture is often in another language than its report, so phrases, months and the like of
all languages are tried on every line; only abbreviations are taken by language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.data import languages, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Lexicon", "abbreviations", "key", "lexicon"]

_NOT_WORDS = re.compile(r"[\W\d_]+")


def key(line: str) -> str:
    """A line reduced to its words, for looking it up: case, digits and punctuation are gone."""
    return _NOT_WORDS.sub(" ", line.casefold()).strip()


@dataclass(frozen=True)
class Lexicon:
    """The words of all languages that say what a line of a page is.

    All are casefolded; ``lines`` and ``sections`` are also reduced by :func:`key`.
    """

    lines: frozenset[str]
    """Lines that are page furniture when nothing else stands in them."""
    starts: tuple[str, ...]
    """Beginnings of short lines that are page furniture."""
    by: frozenset[str]
    """Words before an author's name."""
    published: frozenset[str]
    updated: frozenset[str]
    """Words before the date of publication or of the last change."""
    months: Mapping[str, int]
    weekdays: frozenset[str]
    linking: frozenset[str]
    """Words that end no heading or title: the phrase must go on in the next line."""


@cache
def lexicon() -> Lexicon:
    """The merged data of all languages, read once a process."""
    tables = [load(f"read/{lang}") for lang in languages("read")]

    def merged(section: str, name: str) -> Iterator[str]:
        for table in tables:
            yield from (entry.casefold() for entry in table.get(section, {}).get(name, ()))

    return Lexicon(
        lines=frozenset(filter(None, map(key, merged("furniture", "lines")))),
        starts=tuple(sorted(set(merged("furniture", "starts")))),
        by=frozenset(merged("byline", "by")),
        published=frozenset(merged("byline", "published")),
        updated=frozenset(merged("byline", "updated")),
        months=_months(table["dates"]["months"] for table in tables if "dates" in table),
        weekdays=frozenset(merged("dates", "weekdays")),
        linking=frozenset(merged("words", "linking")),
    )


def _months(tables: Iterable[list[list[str]]]) -> Mapping[str, int]:
    return {
        name.casefold(): number
        for months in tables
        for number, names in enumerate(months, start=1)
        for name in names
    }


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """Words ending in a full stop that does not end a sentence, as written.

    Args:
        lang: ISO 639-1 code; for a language without data, the abbreviations of all languages.
    """
    known = languages("read")
    return frozenset(
        entry
        for code in ((lang,) if lang in known else known)
        for entry in load(f"read/{code}").get("sentences", {}).get("abbreviations", ())
    )
