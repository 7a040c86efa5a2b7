"""Speeches between quotation marks of any style, with their speaker."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details import attribution
from tui.details.base import ArticleContext, Kind
from tui.details.quotation_marks import quoted
from tui.details.speech import match
from tui.details.text_values import Quotation
from tui.details.vocabulary import vocabulary
from tui.details.word_classes import class_words
from tui.details.words import about_words, bare, words
from tui.model import Detail, DetailKind

__all__ = ["KIND", "extract"]

FEWEST_WORDS = 3
"""Words a speech has at least; fewer between marks are a speech only beside a reporting verb."""


TITLED = frozenset({"vessel", "work", "artwork"})
"""Classes of things that have names, which stand between quotation marks too."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find the speeches of a sentence, each with the nearest source as its speaker."""
    spans = list(quoted(text))
    if not spans:
        return []
    terms = vocabulary(context.lang)
    outside = words(_without(text, spans))
    reported = bool(terms.reporting.find(outside) or terms.source_follows.find(outside))
    sources = attribution.extract(text, context)
    details: list[Detail] = []
    for start, end in spans:
        spoken = words(text[start:end])
        if about_words(text[start:end]) < FEWEST_WORDS and not (reported and spoken):
            continue
        if not spoken or _is_titled(text[:start], context.lang):
            continue
        value = Quotation(
            words=" ".join(bare(word.text) for word in spoken),
            speaker=_nearest(sources, start, end),
        )
        details.append(Detail(DetailKind.QUOTATION, start, end, text[start:end], value))
    return details


def _is_titled(before: str, lang: str) -> bool:
    """Whether what stands before a quotation mark is what has a name: a film, a ship."""
    found = class_words(before, lang)
    return (
        bool(found)
        and found[-1].last.end >= len(before.rstrip(" \"“”„«»‹›‘’'"))
        and any(member.group in TITLED for member in found[-1].members)
    )


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with its quotations blanked out, offsets kept."""
    parts, last = [], 0
    for start, end in spans:
        parts += [text[last:start], " " * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def _nearest(sources: Sequence[Detail], start: int, end: int) -> str:
    outside = [s for s in sources if s.end <= start or s.start >= end]
    if not outside:
        return ""
    return min(outside, key=lambda s: start - s.end if s.end <= start else s.start - end).text


KIND = Kind(name="quotations", extract=extract, match=match)
