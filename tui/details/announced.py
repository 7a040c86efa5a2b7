"""What a sentence announces: that something will be so, or is expected to be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tui.details.at_hand import AT_HAND
from tui.details.hedges import FORETOLD, hedges
from tui.details.vocabulary import vocabulary
from tui.details.words import words

__all__ = ["announced"]


@lru_cache(maxsize=AT_HAND)
def announced(text: str, lang: str, level: str) -> tuple[tuple[int, int], ...]:
    """The words by which a sentence announces something.

    Args:
        text: The sentence.
        lang: Its language.
        level: ``FORETOLD`` or ``EXPECTED`` of :mod:`tui.details.hedges`.

    Returns:
        First and last word of each, both included, in order.
    """
    return tuple(_announced(text, lang, level))


def _announced(text: str, lang: str, level: str) -> Iterator[tuple[int, int]]:
    terms, sentence = vocabulary(lang), words(text)
    hits = hedges(text, lang)
    taken = {k for hit in hits for k in range(hit.first, hit.run + 1)}
    yield from ((hit.first, hit.run) for hit in hits if hit.value == level)
    if level != FORETOLD or not terms.future_endings:
        return
    for k, word in enumerate(sentence):
        if k not in taken and not word.capital and word.folded.endswith(terms.future_endings):
            yield k, k
