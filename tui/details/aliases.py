"""Short names an article introduces for itself: acronyms in brackets, surnames of full names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex

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
        if tail[first].folded in terms.determiners | terms.particles:
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
    return letters[0] == every[0] and _in_order(letters, "".join(bare(p) for p in pieces)) and (
        len(pieces) <= len(letters) <= 2 * len(pieces)
    )


def _in_order(letters: Iterable[str], text: str) -> bool:
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


def _full_names(text: str, terms: Vocabulary) -> Iterable[tuple[str, str]]:
    """First name and surname, where the first name is a known one or an age follows."""
    sentence = words(text)
    for at in range(len(sentence) - 1):
        first, second = sentence[at], sentence[at + 1]
        if first.folded not in terms.first_names or not first.capital or not second.capital:
            continue
        last = at + 1
        while (
            last + 1 < len(sentence)
            and last - at < 4
            and text[sentence[last].end : sentence[last + 1].start] == " "
            and (
                sentence[last + 1].capital
                or (
                    sentence[last + 1].folded in terms.particles
                    and sentence[last + 1].folded not in terms.joining
                    and last + 2 < len(sentence)
                    and sentence[last + 2].capital
                )
            )
            and sentence[last + 1].folded not in terms.ordinary
        ):
            last += 1
        if second.folded in terms.ordinary or not text[first.end : second.start].isspace():
            continue
        full = text[first.start : sentence[last].end].removesuffix("'s").removesuffix("’s")
        surname = sentence[last].text.removesuffix("'s").removesuffix("’s")
        yield surname, full
