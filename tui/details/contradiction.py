"""How likely one sentence affirms what another denies: a logistic regression on a few signs.

Words alone do not tell it: most of what two linked sentences share is not what one of them denies,
and many a denial is confirmed without a negation ("did not open", "had a day off"). Short sentences
without other partners say one thing, and a negation of the second, or in the meaning of its words,
makes it likely that both deny it. ``bench/contradiction.py`` fits the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from math import log1p
from typing import TYPE_CHECKING, NamedTuple

from tui.details.marks import Mark
from tui.details.meaning import cosine
from tui.details.predicate import Affirmation, affirmed, negated_places
from tui.details.regression import probability
from tui.details.surroundings import closeness
from tui.details.words import words

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["MODEL", "Facing", "Party", "Signs", "candidates", "likelihood", "party"]

MODEL = "details/contradiction"
"""Where the weights are."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells whether a sentence affirms what a negation of another denies.

    Attributes:
        covered: How much of the words around the negation it has, in [0, 1].
        alike: How near the two sentences are as wholes, in [0, 1].
        lone: Whether it has fewer negations, those in a word's meaning too.
        negations: How many the denying sentence has, of either sort.
        words: How many words the denying sentence has.
        other_words: How many it has.
        links: How many sentences the two are linked to, each other aside.
    """

    covered: float
    alike: float
    lone: bool
    negations: int
    words: int
    other_words: int
    links: int

    def vector(self) -> tuple[float, ...]:
        """The signs as the regression takes them, lengths as logarithms, in order."""
        *told, words, other_words, links = map(float, astuple(self))
        return (*told, log1p(words), log1p(other_words), links)


class Party(NamedTuple):
    """One side: its sentences, and what they negate."""

    texts: Mapping[int, str]
    lang: str
    negated: Mapping[int, frozenset[int]]
    """By sentence, the places it negates itself."""
    negations: Mapping[int, int]
    """By sentence, how many negations it has, those in the meaning of words too."""


def party(texts: Mapping[int, str], lang: str, marks: Sequence[Mark]) -> Party:
    """A side from its sentences, in a language, and all its negations and poles."""
    by_sentence = {index: [m for m in marks if m.side.sentence == index] for index in texts}
    return Party(
        texts,
        lang,
        {k: negated_places(found, words(texts[k])) for k, found in by_sentence.items()},
        {k: len({m.at for m in found if m.is_negation}) for k, found in by_sentence.items()},
    )


class Facing(NamedTuple):
    """A side facing the other: its own sentence comes first in ``links``.

    ``encoder`` finds translations and synonyms, where there is one.
    """

    own: Party
    other: Party
    links: frozenset[tuple[int, int]]
    encoder: Encoder | None

    def linked(self, mark: Mark) -> Iterator[tuple[int, str]]:
        """The other side's sentences that the one with a mark is linked with."""
        for index, text in self.other.texts.items():
            if (mark.side.sentence, index) in self.links:
                yield index, text

    def turned(self) -> Facing:
        """The other side facing this one."""
        links = frozenset((j, i) for i, j in self.links)
        return Facing(self.other, self.own, links, self.encoder)


def candidates(mark: Mark, sides: Facing) -> Iterator[tuple[int, Affirmation, Signs]]:
    """The sentences that may affirm what a negation denies, where, and what tells whether they do.

    Args:
        mark: The negation.
        sides: Its side facing the other.
    """
    here, own, other = mark.side.sentence, sides.own, sides.other
    for index, text in sides.linked(mark):
        negated = other.negated[index]
        found = affirmed(mark, text, other.lang, negated, sides.encoder, loosely=True)
        if found:
            yield (
                index,
                found,
                Signs(
                    covered=found.covered,
                    alike=_alike(mark, text, other.lang, sides.encoder),
                    lone=own.negations[here] > other.negations[index],
                    negations=own.negations[here],
                    words=len(mark.sentence),
                    other_words=len(words(text)),
                    links=sum((i == here) != (j == index) for i, j in sides.links),
                ),
            )


def _alike(mark: Mark, text: str, lang: str, encoder: Encoder | None) -> float:
    """How near a sentence is to that of a negation: by the encoder, else by words alone."""
    if encoder is None:
        return closeness(mark.text, text, mark.lang, lang)
    return max(0.0, cosine(mark.text, text, encoder))


def likelihood(signs: Signs) -> float:
    """The probability that the sentence affirms what is denied, in [0, 1]."""
    return probability(MODEL, signs.vector())
