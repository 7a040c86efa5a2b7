"""Short names an article introduces for itself: acronyms in brackets, surnames of full names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import regex

from tui.details.spans import Run, is_headline, runs
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, bare, words

__all__ = ["collect"]

_BRACKETED = regex.compile(r"[(\[](\p{Lu}[\p{Lu}\p{N}.&-]{1,9})s?[)\]]")
_EXPANDED = regex.compile(r"\b(\p{Lu}[\p{Lu}\p{N}&-]{1,9})\s*\(([\p{L}][^()]{4,90})\)")
REACH = 12
"""How many words before a bracket its expansion may begin."""


def collect(sentences: Iterable[str], lang: str) -> Mapping[str, str]:
    """Find what short names of an article stand for.

    Args:
        sentences: The article's sentences, in order.
        lang: Its language.

    Returns:
        Short forms as written with the full names: "JXC" for "Joint X Command (JXC)", "Okafor"
        for "Ada Okafor" introduced earlier. Linear in the length of the text.
    """
    terms = vocabulary(lang)
    found: dict[str, str] = {}
    surnames: dict[str, set[str]] = {}
    for text in sentences:
        for match in _BRACKETED.finditer(text):
            full = _expansion(text[: match.start()], match.group(1), terms)
            if full:
                found.setdefault(match.group(1), full)
        for match in _EXPANDED.finditer(text):
            if _initials_fit(match.group(1), words(match.group(2))):
                found.setdefault(match.group(1), match.group(2).strip())
        for surname, full in _full_names(text, terms):
            surnames.setdefault(surname, set()).add(full)
    for surname, fulls in surnames.items():
        if len(fulls) == 1:  # of two bearers of a surname it stands for neither
            found.setdefault(surname, next(iter(fulls)))
    return found


def _expansion(before: str, short: str, terms: Vocabulary) -> str:
    """The name right before a bracket whose initials make the acronym, ``""`` if none does."""
    tail = words(before[-400:])[-REACH:]
    offset = max(0, len(before) - 400)
    for first in range(len(tail)):
        if tail[first].folded in terms.small_words:
            continue
        if _initials_fit(short, tail[first:]) and tail[first].capital:
            return before[offset + tail[first].start :].strip()
    return ""


def _initials_fit(short: str, name: Iterable[Word]) -> bool:
    letters = [c.casefold() for c in short if c.isalpha()]
    pieces = [part for word in name for part in word.text.split("-") if part]
    if len(pieces) < 2 or not letters:
        return False
    every = [bare(part)[0] for part in pieces]
    capitals = [bare(part)[0] for part in pieces if part[0].isupper()]
    if letters in (every, capitals):
        return True
    return (
        letters[0] == every[0]
        and _in_order(letters, "".join(bare(p) for p in pieces))
        and (len(pieces) <= len(letters) <= 2 * len(pieces))
    )


def _in_order(letters: Iterable[str], text: str) -> bool:
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


def _full_names(text: str, terms: Vocabulary) -> Iterable[tuple[str, str]]:
    """Two or more capitalised words that may be a person's, with the last of them."""
    sentence = words(text)
    if is_headline(sentence, terms):
        return
    for run in _unlisted(runs(text, terms.lang), sentence, terms):
        first, last = run.first, run.last
        while first < last and _is_title(sentence[first], terms):
            first += 1
        known = sentence[first].folded in terms.first_names
        named = range(first, last + 1)
        if first == last or (sentence[first].opens and not known):
            continue
        if not known and (
            terms.compounds or last - first > 1 or _says_what(sentence, named, terms)
        ):
            continue
        full = text[sentence[first].start : sentence[last].end].removesuffix("'s")
        yield sentence[last].text.removesuffix("'s"), full.removesuffix("’s")


def _unlisted(found: Iterable[Run], sentence: Sequence[Word], terms: Vocabulary) -> Iterator[Run]:
    """Runs cut at "and", where they open with a given name and so list persons."""
    for run in found:
        first = run.first
        for at in range(run.first, run.last):
            listed = sentence[at].folded in terms.listing and not sentence[at].capital
            if listed and sentence[first].folded in terms.first_names:
                yield Run(first, at - 1)
                first = at + 1
        yield Run(first, run.last)


def _is_title(word: Word, terms: Vocabulary) -> bool:
    folded = word.folded.rstrip(".")
    return folded in terms.honorifics or folded in terms.roles


def _says_what(sentence: Sequence[Word], named: range, terms: Vocabulary) -> bool:
    """Whether a word of a stretch shows that it names no person."""
    known = terms.generic_words
    return any(
        sentence[at].folded in known
        or sentence[at].folded in terms.places
        or sentence[at].folded in terms.adjectives
        or sentence[at].shouted
        for at in named
    )
