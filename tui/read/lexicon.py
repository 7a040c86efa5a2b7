"""What the data files by language know of pages and sentences, in the form the rules use it.

A page's furniture is often in another language than its report, so what tells furniture, bylines
and dates is merged over all languages and tried on every line. What tells sentences goes by the
language of the report.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.data import languages, load
from tui.data.kept import kept
from tui.read.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Lexicon", "SentenceRules", "key", "lexicon", "sentence_rules"]

_NOT_WORDS = re.compile(r"[\W\d_]+")
_SERVICES = "common"


def key(line: str) -> str:
    """A line reduced to its words, for looking it up: case, digits and punctuation are gone."""
    return _NOT_WORDS.sub(" ", line.casefold()).strip()


class Lexicon(NamedTuple):
    """The words of all languages that say what a line of a page is, casefolded.

    ``lines``, ``services``, ``links`` and ``sections`` are reduced by :func:`key`.
    """

    lines: frozenset[str]
    """Lines that are page furniture when nothing else stands in them."""
    services: frozenset[str]
    """Names of services; furniture too, in any number on one line."""
    links: frozenset[str]
    """Headings over links to other articles."""
    leads: frozenset[str]
    """Labels that make a furniture line with a colon and whatever follows."""
    pointers: frozenset[str]
    """Labels of links to other articles, like leads, whatever follows the colon."""
    notices: Phrases
    """Beginnings of paragraphs that are notices of the page."""
    sections: frozenset[str]
    """Names of departments, furniture above a title."""
    by: Phrases
    """Words before an author's name; those that end in a colon need it."""
    roles: frozenset[str]
    """What those who write are called, and the offices that stand for a name."""
    agencies: frozenset[str]
    """News agencies, by name and by the letters that datelines have."""
    credits: Phrases
    """Words before the names of those who helped."""
    credit_ends: tuple[str, ...]
    """Ends of a sentence that names those who helped."""
    published: frozenset[str]
    updated: frozenset[str]
    """Labels of the date of publication and of the last change."""
    months: Mapping[str, int]
    """Names and abbreviations of months, with their number from 1."""
    beside_dates: Phrases
    """What may stand around a date or time on a line of its own: labels, weekdays, zones."""
    mail_headers: frozenset[str]
    """Names of the fields above an e-mail, as programs write them into a forwarded text."""
    mail_subject: frozenset[str]
    """Those of them that give the subject."""
    linking: frozenset[str]
    """Words that end no heading or title: the phrase must go on in the next line."""
    starters: frozenset[str]
    """Words as written that, capitalised, mostly begin a sentence."""


class SentenceRules(NamedTuple):
    """What a language's full stops and quotations may mean; words as written."""

    abbreviations: frozenset[str] = frozenset()
    """These never end a sentence."""
    before_numbers: frozenset[str] = frozenset()
    """These end no sentence before a number."""
    suffixes: tuple[str, ...] = ()
    """Endings of words that end no sentence before a number ("Hauptstr. 7")."""
    may_end: frozenset[str] = frozenset()
    """These end a sentence only before one of the starters."""
    whole_words: frozenset[str] = frozenset()
    """These end a sentence before a capital, though they look like abbreviations."""
    starters: frozenset[str] = frozenset()
    """Words that often begin a sentence and are seldom capitalised inside one."""
    speech: frozenset[str] = frozenset()
    """Verbs of saying, as they follow a quotation."""
    after_quotation: tuple[str, ...] = ()
    """With these, written on without a space, a sentence goes on after a quotation."""
    ordinals: bool = False
    """Whether a number with a full stop is an ordinal."""
    capital_nouns: bool = False
    """Whether nouns are capitalised, so that a capital shows little."""


@cache
@kept
def lexicon() -> Lexicon:
    """The merged data of all languages, read once a process."""
    tables = [load(f"read/{name}") for name in (_SERVICES, *languages("read"))]

    def merged(section: str, name: str) -> set[str]:
        return {
            entry.casefold() for t in tables for entry in _entries(t.get(section, {}).get(name))
        }

    def keys(name: str) -> frozenset[str]:
        return frozenset(filter(None, map(key, merged("furniture", name))))

    def phrases(section: str, *names: str) -> Phrases:
        return Phrases(entry for name in names for entry in merged(section, name))

    return Lexicon(
        lines=keys("lines") | keys("links"),
        services=frozenset(map(key, _entries(tables[0]["furniture"]["lines"]))),
        links=keys("links"),
        leads=frozenset(merged("furniture", "leads")),
        pointers=frozenset(merged("furniture", "pointers")),
        notices=phrases("furniture", "notices"),
        sections=keys("sections"),
        by=phrases("byline", "by"),
        roles=frozenset(merged("byline", "roles")),
        agencies=frozenset(merged("byline", "agencies")),
        credits=phrases("byline", "credits"),
        credit_ends=tuple(merged("byline", "credit_ends")),
        published=frozenset(merged("byline", "published")),
        updated=frozenset(merged("byline", "updated")),
        months=_months(t["dates"]["months"] for t in tables if "dates" in t),
        beside_dates=Phrases(
            merged("dates", "fillers")
            | merged("dates", "weekdays")
            | merged("byline", "published")
            | merged("byline", "updated")
        ),
        mail_headers=frozenset(merged("mail", "headers")),
        mail_subject=frozenset(merged("mail", "subject")),
        linking=frozenset(merged("words", "linking")),
        starters=frozenset(
            word for t in tables for word in _entries(t.get("sentences", {}).get("starters"))
        ),
    )


@cache
@kept
def sentence_rules(lang: str) -> SentenceRules:
    """The rules of a language.

    Args:
        lang: ISO 639-1 code. For a language without data only abbreviations are known: those that
            two or more other languages share.
    """
    if lang in languages("read"):
        return _rules(load(f"read/{lang}"))
    known = [_rules(load(f"read/{code}")) for code in languages("read")]
    return SentenceRules(
        abbreviations=_shared(rules.abbreviations for rules in known),
        before_numbers=_shared(rules.before_numbers for rules in known),
    )


def _rules(table: Mapping[str, Mapping[str, object]]) -> SentenceRules:
    sentences, words = table.get("sentences", {}), table.get("words", {})

    def words_of(name: str) -> frozenset[str]:
        return frozenset(_entries(sentences.get(name)))

    return SentenceRules(
        abbreviations=words_of("abbreviations"),
        before_numbers=words_of("before_numbers"),
        suffixes=tuple(_entries(sentences.get("suffixes"))),
        may_end=words_of("may_end"),
        whole_words=words_of("whole_words"),
        starters=words_of("starters"),
        speech=frozenset(_entries(words.get("speech"))),
        after_quotation=tuple(_entries(sentences.get("after_quotation"))),
        ordinals=bool(sentences.get("ordinals")),
        capital_nouns=bool(sentences.get("capital_nouns")),
    )


def _shared(lists: Iterable[frozenset[str]]) -> frozenset[str]:
    counts = Counter(entry for entries in lists for entry in entries)
    return frozenset(entry for entry, count in counts.items() if count > 1)


def _entries(value: object) -> Iterator[str]:
    """The entries of a list: an array, or a text block with one on each line."""
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, list):
        yield from value


def _months(tables: Iterable[list[list[str]]]) -> Mapping[str, int]:
    return {
        name.casefold(): number
        for months in tables
        for number, names in enumerate(months, start=1)
        for name in names
    }
