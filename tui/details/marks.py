"""A detail seen in the sentence it stands in: a hedge, a negation, a pole of opposites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.details.at_hand import AT_HAND
from tui.details.opposites import is_lacking
from tui.details.quotation_marks import quoted
from tui.details.surroundings import position_at
from tui.details.text_values import Polarity
from tui.details.words import Word, marks_of_asides, words
from tui.model import Side

__all__ = ["Mark", "Spot", "key", "mark", "quoted_words", "spot"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A detail with the sentence it stands in; ``at`` is its first word."""

    side: Side
    text: str
    lang: str
    sentence: tuple[Word, ...]
    at: int

    @property
    def last(self) -> int:
        """Its last word."""
        end, last = self.side.detail.end, self.at
        while last + 1 < len(self.sentence) and self.sentence[last + 1].end <= end:
            last += 1
        return last

    @property
    def position(self) -> float:
        """Where it stands in its sentence, from 0 to 1."""
        return position_at(self.sentence, self.at)

    @property
    def is_quoted(self) -> bool:
        """Whether it stands between quotation marks."""
        return self.at in quoted_words(self.text)


@dataclass(frozen=True, slots=True)
class Mark(Spot):
    """A negation or a pole with the sentence it stands in."""

    value: Polarity

    @property
    def is_negation(self) -> bool:
        """Whether it negates, by itself or by a part of its meaning ("failed")."""
        return not self.value.pair or self.value.implicit

    @property
    def is_lack(self) -> bool:
        """Whether it is a pole that says that something is not: "closed", "missing"."""
        return bool(self.value.pair) and not self.value.positive and is_lacking(self.value.pair)


def key(mark: Mark) -> tuple[int, int]:
    """The sentence and the place of a mark."""
    return mark.side.sentence, mark.side.detail.start


def spot(side: Side, text: str, lang: str) -> Spot:
    """A detail of any kind in its sentence, which is ``text``, in the language ``lang``."""
    sentence = words(text)
    return Spot(side, text, lang, sentence, _first_word(side, sentence))


def mark(side: Side, text: str, lang: str) -> Mark:
    """A detail whose value is a :class:`~tui.details.text_values.Polarity` in its sentence."""
    sentence = words(text)
    value = side.detail.value
    assert isinstance(value, Polarity)
    return Mark(side, text, lang, sentence, _first_word(side, sentence), value)


def _first_word(side: Side, sentence: Sequence[Word]) -> int:
    return next((k for k, w in enumerate(sentence) if w.start >= side.detail.start), 0)


@lru_cache(maxsize=AT_HAND)
def quoted_words(text: str) -> frozenset[int]:
    """The places of words of speeches, between quotation marks."""
    aside = marks_of_asides(text)
    spans = [span for span in quoted(text) if span[0] - 1 not in aside]
    if not spans:
        return frozenset()
    return frozenset(
        k for k, w in enumerate(words(text)) if any(start <= w.start < end for start, end in spans)
    )
