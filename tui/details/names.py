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
from tui.details.romanised import frame
from tui.details.text_values import Name
from tui.details.vocabulary import vocabulary
from tui.details.words import words
from tui.model import Detail

__all__ = ["KIND", "extract"]


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
    """Under what a name may be found again: its code, and each of its longer words."""
    value = detail.value
    if not isinstance(value, Name):
        return ()
    if ":" in value.key:
        return (value.key,)
    longer = [word for word in value.key.split() if len(word) > 2]
    frames = {f"~{frame(word)[:2]}" for word in longer} - {"~"}
    return (*dict.fromkeys(word[:4] for word in longer), *sorted(frames)) or (value.key,)


KIND = Kind(name="names", extract=extract, match=match, keys=_keys)
