"""How certain a statement is made: "reportedly", "könnte", "al parecer"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.details.base import ArticleContext, Kind
from tui.details.certainty_match import match
from tui.details.hedges import NO_HEDGE, hedges
from tui.details.text_values import Certainty
from tui.details.vocabulary import vocabulary
from tui.details.words import Word, words
from tui.model import Detail, DetailKind

__all__ = ["KIND", "extract"]


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find hedges and express certainty in one sentence."""
    return list(_details(text, words(text), context.lang))


def _details(text: str, sentence: Sequence[Word], lang: str) -> Iterator[Detail]:
    capital_nouns = vocabulary(lang).compounds
    for hit in hedges(text, lang):
        first = sentence[hit.first]
        named = first.capital and not first.opens and not capital_nouns
        if hit.value == NO_HEDGE or named:
            continue
        start, end = first.start, sentence[hit.run].end  # what stands in a gap is hedged
        yield Detail(DetailKind.CERTAINTY, start, end, text[start:end], Certainty(hit.value))


KIND = Kind(name="certainty", extract=extract, match=match)
