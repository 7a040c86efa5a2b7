"""Persons, organisations and places, found without a trained recogniser.

Capital letters, lexicons, the CLDR's places and what stands around a word are weighed into one
number, the evidence. A weak candidate is kept, because the other article may settle it: a German
noun that an English report has too, with its capital, is a name.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from tui.details.base import ArticleContext, Kind
from tui.details.name_match import match
from tui.details.name_reader import NameReader
from tui.details.romanised import frame, is_latin
from tui.details.text_values import Name
from tui.details.vocabulary import vocabulary
from tui.details.words import words
from tui.model import Detail

__all__ = ["KIND", "extract"]

FRAMED = 2
"""Steady consonants by which names of another script are looked up."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find the names of a sentence, weak candidates included; see :class:`Name.evidence`."""
    sentence = words(text)
    terms = vocabulary(context.lang)
    reader = NameReader(text, sentence, terms, context)
    found = sorted(reader.names(), key=lambda name: (name.first, name.within or (0, 0)))
    details: list[Detail] = []
    for name in found:
        start, end = name.within or (sentence[name.first].start, sentence[name.last].end)
        details.append(Detail(name.kind, start, end, text[start:end], name.value))
    return details


def _keys(detail: Detail) -> Iterable[Hashable]:
    """Under what a name may be found again: its code; each of its longer words, and its sounds."""
    return (*_spelt(detail), *_sounding(detail, as_latin=True))


def _sought(detail: Detail) -> Iterable[Hashable]:
    """The same, but by its sounds only names of another script."""
    return (*_spelt(detail), *_sounding(detail, as_latin=False))


def _spelt(detail: Detail) -> Iterable[Hashable]:
    value = detail.value
    if not isinstance(value, Name):
        return ()
    if ":" in value.key:
        return (value.key,)
    return tuple(word[:4] for word in _longer(value)) or (value.key,)


def _sounding(detail: Detail, *, as_latin: bool) -> Iterable[Hashable]:
    """The first sounds of each longer word, with whether it is in the script looked for."""
    value = detail.value
    if not isinstance(value, Name) or ":" in value.key:
        return ()
    found = ((is_latin(word) == as_latin, frame(word)[:FRAMED]) for word in _longer(value))
    return tuple(key for key in found if key[1])


def _longer(name: Name) -> list[str]:
    return [word for word in name.key.split() if len(word) > 2]


KIND = Kind(name="names", extract=extract, match=match, keys=_keys, sought=_sought)
