"""The words by which a sentence tells how certain something is, each with its level."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tui.details.at_hand import AT_HAND
from tui.details.phrases import Hit
from tui.details.vocabulary import vocabulary
from tui.details.words import words

__all__ = [
    "BELIEVED",
    "CERTAIN",
    "EXCLUDED",
    "NO_HEDGE",
    "PROBABLE",
    "UNKNOWN",
    "hedges",
]

UNKNOWN, REPORTED, PROBABLE, CERTAIN, EXCLUDED = (
    "unknown", "reported", "probable", "certain", "excluded",
)  # fmt: skip

BELIEVED = "believed"
"""Somebody takes it to be so: "detectives suspect", "one theory"."""

NO_HEDGE = "not_hedges"
"""Phrases that only look like a hedge."""


@lru_cache(maxsize=AT_HAND)
def hedges(text: str, lang: str) -> tuple[Hit[str], ...]:
    """What tells the certainty of a sentence, or of a part of it, in order.

    A verb's ending may be such a word: the conditional by which French, Spanish and Italian reports
    give what they have not seen confirmed ("transporterait").
    """
    return tuple(sorted(_hedges(text, lang), key=lambda hit: hit.first))


def _hedges(text: str, lang: str) -> Iterator[Hit[str]]:
    terms, sentence = vocabulary(lang), words(text)
    found = terms.certainty.find(sentence)
    yield from found
    if not terms.conditional_endings:
        return
    taken = {k for hit in found for k in range(hit.first, hit.run + 1)}
    for k, word in enumerate(sentence):
        if k not in taken and not word.capital and word.folded.endswith(terms.conditional_endings):
            yield Hit(k, k, REPORTED, k)
