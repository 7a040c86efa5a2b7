"""A negation or a pole of opposites, seen in the sentence it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from tui.data import load
from tui.details.quotation_marks import quoted
from tui.details.surroundings import position_at
from tui.details.text_values import Polarity
from tui.details.words import Word, words
from tui.model import Side

__all__ = ["Mark", "key", "mark", "quoted_words"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A negation or a pole with the sentence it stands in."""

    side: Side
    value: Polarity
    text: str
    lang: str
    sentence: tuple[Word, ...]
    at: int

    @property
    def position(self) -> float:
        """Where it stands in its sentence, from 0 to 1."""
        return position_at(self.sentence, self.at)

    @property
    def is_quoted(self) -> bool:
        """Whether it stands between quotation marks."""
        return self.at in quoted_words(self.text)

    @property
    def is_negation(self) -> bool:
        """Whether it negates, by itself or by a part of its meaning ("failed")."""
        return not self.value.pair or self.value.implicit

    @property
    def is_lack(self) -> bool:
        """Whether it is a pole that says that something is not: "closed", "missing"."""
        return bool(self.value.pair) and not self.value.positive and self.value.pair in _lacking()


@cache
def _lacking() -> frozenset[str]:
    """The pairs of opposites whose second pole says that something is not."""
    return frozenset(load("opposites/pairs")["lacking"])


def key(mark: Mark) -> tuple[int, int]:
    """The sentence and the place of a mark."""
    return mark.side.sentence, mark.side.detail.start


def mark(side: Side, text: str, lang: str) -> Mark:
    """A detail in its sentence.

    Args:
        side: A detail whose value is a :class:`~tui.details.text_values.Polarity`.
        text: The sentence it stands in.
        lang: Its language.
    """
    sentence = words(text)
    at = next((k for k, w in enumerate(sentence) if w.start >= side.detail.start), 0)
    value = side.detail.value
    assert isinstance(value, Polarity)
    return Mark(side, value, text, lang, sentence, at)


@lru_cache(maxsize=1024)
def quoted_words(text: str) -> frozenset[int]:
    """The places of words between quotation marks."""
    spans = list(quoted(text))
    if not spans:
        return frozenset()
    return frozenset(
        k for k, w in enumerate(words(text)) if any(start <= w.start < end for start, end in spans)
    )
