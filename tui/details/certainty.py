"""How certain a statement is made: "reportedly", "könnte", "al parecer"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.details.announced import EXPECTED, FORETOLD
from tui.details.base import ArticleContext, Kind
from tui.details.certainty_match import match
from tui.details.text_values import Certainty
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, words
from tui.model import Detail, DetailKind

__all__ = ["KIND", "extract"]

NO_HEDGE = "not_hedges"
SOFTENED = "softened"
"""Words that make a statement no plain one, and tell too little to be a detail: "plans", "puts"."""

NO_DETAIL = frozenset({NO_HEDGE, SOFTENED, FORETOLD, EXPECTED})


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find hedges and express certainty in one sentence."""
    sentence = words(text)
    terms = vocabulary(context.lang)
    return list(_hedges(text, sentence, terms))


def _hedges(text: str, sentence: Sequence[Word], terms: Vocabulary) -> Iterator[Detail]:
    for hit in terms.certainty.find(sentence):
        first = sentence[hit.first]
        if hit.value in NO_DETAIL or (first.capital and not first.opens):
            continue
        start, end = first.start, sentence[hit.run].end  # what stands in a gap is hedged
        yield Detail(DetailKind.CERTAINTY, start, end, text[start:end], Certainty(hit.value))


KIND = Kind(name="certainty", extract=extract, match=match)
