"""How likely two sources are given for one statement and are not one: a logistic regression.

No sign tells it alone. Groups that exclude each other may be given for two statements of two long
sentences, those of which nothing is known ("an amateur radio operator") may be rivals too, and what
two reports let two sources say need not be alike to be about one matter ("the sprinklers worked" /
"never came on"). ``bench/rival_sources.py`` fits the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log1p

from tui.details import source_relation
from tui.details.base import PairContext
from tui.details.meaning import cosine, cosines
from tui.details.regression import probability
from tui.details.surroundings import closeness
from tui.details.text_values import Source
from tui.details.words import Word, words
from tui.model import Side

__all__ = [
    "Companions",
    "Signs",
    "are_described_alike",
    "likelihood",
    "may_be_rivals",
    "signs",
    "source",
]

ALIKE = 0.55
"""Cosine from which two descriptions are one in other words, or a translation. Of 211 pairs of
sources of which nothing else tells that they are one, ten reach it, and none of them is of rivals.
"""

FEWEST_WORDS = 4
"""Words beside a source in its clause that tell by themselves what it says."""

PAIR = 2
"""Sources of two sentences that have no other."""

_ROUNDING = 1e-6
"""What two cosines of the same texts may be apart, taken in another order."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells whether two sources that are not told to be one are rivals.

    Attributes:
        named: How many of the two have names.
        excluded: Whether they cannot be one by what they are; else nothing tells that they are.
        said: How alike their sentences are without them, to the encoder, in [-1, 1].
        surpassed: Whether other sources of the two sentences stand beside what is more alike.
        links: How many sentences the two are linked to, each other aside.
        words: How many words the two sentences have.
    """

    named: int
    excluded: bool
    said: float
    surpassed: bool
    links: int
    words: int

    def vector(self) -> tuple[float, ...]:
        """The signs as the regression takes them, counts as logarithms, in order."""
        told = float(self.named), float(self.excluded), self.said, float(self.surpassed)
        return (*told, log1p(self.links), log1p(self.words))


def may_be_rivals(x: Side, y: Side, context: PairContext) -> bool:
    """Whether nothing tells that two sources are one, what their descriptions mean neither."""
    return source_relation.may_be_rivals(source(x), source(y)) and not are_described_alike(
        x, y, context
    )


def are_described_alike(x: Side, y: Side, context: PairContext) -> bool:
    """Whether two sources that do not exclude each other have descriptions of one meaning."""
    if context.encoder is None or source_relation.exclude_each_other(source(x), source(y)):
        return False
    return cosine(x.detail.text, y.detail.text, context.encoder) >= ALIKE


class Companions:
    """The sources of two linked sentences: is what stands beside two of them the most alike?"""

    def __init__(self, a: Sequence[Side], b: Sequence[Side], context: PairContext) -> None:
        """Take all sources of a sentence of A and of one of B."""
        self._a, self._b = a, b
        self._context = context

    def surpass(self, x: Side, y: Side) -> bool:
        """Whether other sources of the two sentences stand beside what is more alike."""
        if len(self._a) + len(self._b) <= PAIR:
            return False
        here = self._near[self._a.index(x)][self._b.index(y)]
        return self._nearest > here + _ROUNDING

    @cached_property
    def _near(self) -> list[list[float]]:
        texts_a, texts_b = self._beside
        if self._context.encoder is None:
            return [[_alike(p, q, self._context) for q in texts_b] for p in texts_a]
        near: list[list[float]] = cosines(texts_a, texts_b, self._context.encoder).tolist()
        return near

    @cached_property
    def _beside(self) -> tuple[list[str], list[str]]:
        a, b = self._context.sentences_a, self._context.sentences_b
        texts_a = [_beside(x, a[x.sentence]) for x in self._a]
        return texts_a, [_beside(y, b[y.sentence]) for y in self._b]

    @cached_property
    def _nearest(self) -> float:
        return max(map(max, self._near))


def signs(x: Side, y: Side, companions: Companions, context: PairContext) -> Signs:
    """Read the signs off two sources of linked sentences.

    Args:
        x: A source of A.
        y: A source of B.
        companions: All sources of the two sentences, themselves too.
        context: What is known of both sides.
    """
    a, b = context.sentences_a[x.sentence], context.sentences_b[y.sentence]
    return Signs(
        named=bool(source(x).names) + bool(source(y).names),
        excluded=source_relation.exclude_each_other(source(x), source(y)),
        said=_alike(_without(x, a), _without(y, b), context),
        surpassed=companions.surpass(x, y),
        links=sum((i == x.sentence) != (j == y.sentence) for i, j in context.links),
        words=len(words(a)) + len(words(b)),
    )


def likelihood(found: Signs) -> float:
    """The probability that two sources are given for one statement and are not one."""
    return probability("details/rival_sources", found.vector())


def source(side: Side) -> Source:
    """The value of a source's detail."""
    value = side.detail.value
    assert isinstance(value, Source)
    return value


def _without(side: Side, text: str) -> str:
    """What a sentence states, its source left out."""
    return f"{text[: side.detail.start]} {text[side.detail.end :]}"


@lru_cache(maxsize=512)
def _beside(side: Side, text: str) -> str:
    """What stands beside a source: the rest of its clause, or if that is short of its neighbours.

    "…, engineers said, …" says nothing by itself; what they say stands before, or else behind.
    """
    start, end = side.detail.start, side.detail.end
    clauses: dict[int, list[Word]] = {}
    own = 0
    for word in words(text):
        if not start <= word.start < end:
            clauses.setdefault(word.clause, []).append(word)
        else:
            own = word.clause
    held: list[Word] = []
    for clause in (own, own - 1, own + 1):
        held += clauses.get(clause, [])
        if len(held) >= FEWEST_WORDS:
            break
    return " ".join(word.text for word in sorted(held, key=lambda w: w.start)) or text


def _alike(a: str, b: str, context: PairContext) -> float:
    if context.encoder is None:
        return closeness(a, b, context.a.lang, context.b.lang)
    return cosine(a, b, context.encoder)
