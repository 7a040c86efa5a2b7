"""How likely two opposites of linked sentences are said of one thing: a logistic regression.

Of opposites that decide what a sentence says ("approved", "rejected"), and values of a scale, four
in five stand for a conflict wherever they are in their sentences. The others are of other matters:
of sentences that are linked to several more, that have the other's pole as well, a word for the
opposite itself or a negation that may turn one of them, and of parts that have nothing else in
common. ``bench/opposition.py`` fits the weights.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass
from math import log1p
from typing import TYPE_CHECKING

from tui.details.marks import Mark, key
from tui.details.opposites import is_scale
from tui.details.regression import probability
from tui.details.surroundings import STEM, align
from tui.details.word_match import WordMatch, word_match
from tui.details.words import bare

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["MODEL", "Place", "Signs", "likelihood", "opposed_poles", "signs"]

Place = tuple[int, int]
"""A sentence, and where in it a word begins."""

MODEL = "details/opposition"
"""Where the weights are."""

LONGEST = 3
"""Words of both opposites, their first ones aside, that count."""

BESIDE = 3
"""Content words nearest to an opposite that tell what it is said of."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells whether two opposites are said of one thing.

    Attributes:
        scale: Whether they are values of a scale, not poles of a pair.
        phrase: How many words they have beside their first ones; a phrase is seldom ambiguous.
        turned: Whether a negation makes one what it is ("not open").
        answered: Whether one sentence has the other's pole too.
        denied: Whether beside the one that is not turned another negation stands.
        beside: How near the words beside either have their like in the other sentence, by the one
            where they have it less, in [0, 1].
        rendered: How near either has its own like there, its opposite aside, in [0, 1].
        apart: How far apart they stand, as a share of their sentences.
        one_language: Whether the sentences are of one language.
        words: How many words the shorter sentence has.
        other_words: How many the longer has.
        links: How many sentences the two are linked to, each other aside.
    """

    scale: bool
    phrase: int
    turned: bool
    answered: bool
    denied: bool
    beside: float
    rendered: float
    apart: float
    one_language: bool
    words: int
    other_words: int
    links: int

    def vector(self) -> tuple[float, ...]:
        """The signs as the regression takes them, lengths as logarithms, in order."""
        *told, words, other_words, links = map(float, astuple(self))
        return (*told, log1p(words), log1p(other_words), links)


def opposed_poles(
    one: Sequence[Mark], other: Sequence[Mark], linked: Collection[tuple[int, int]]
) -> dict[tuple[Place, Place], list[tuple[Mark, Mark]]]:
    """The two poles of a pair in linked sentences, by where they stand.

    Inside two speeches they are left to the quotations, which compare these.

    Args:
        one: The negations and poles of A.
        other: Those of B.
        linked: Which sentences are linked.
    """
    found: dict[tuple[Place, Place], list[tuple[Mark, Mark]]] = {}
    answers: dict[tuple[str, bool], list[Mark]] = {}
    for y in other:
        if y.value.pair:
            answers.setdefault((y.value.pair, y.value.positive), []).append(y)
    for x in one:
        for y in answers.get((x.value.pair, not x.value.positive), ()):
            together = (x.side.sentence, y.side.sentence) in linked
            if together and not (x.is_quoted and y.is_quoted) and not _is_kept(x, y):
                found.setdefault((key(x), key(y)), []).append((x, y))
    return found


def signs(
    x: Mark,
    y: Mark,
    marks: tuple[Sequence[Mark], Sequence[Mark]],
    linked: Collection[tuple[int, int]],
    encoder: Encoder | None,
) -> Signs:
    """What tells of two opposites whether they are said of one thing.

    Args:
        x: A pole in a sentence of A.
        y: The other pole of its pair, in a sentence of B.
        marks: All negations and poles of both sides.
        linked: Which sentences are linked.
        encoder: Finds translations and synonyms; without one, letters and lexicons must do.
    """
    here, there = x.side.sentence, y.side.sentence
    match = word_match(x.text, y.text, x.lang, y.lang, encoder)
    turned = match.transposed()
    shorter, longer = sorted((len(x.sentence), len(y.sentence)))
    return Signs(
        scale=is_scale(x.value.pair),
        phrase=min(LONGEST, x.last - x.at + y.last - y.at),
        turned=x.value.turned or y.value.turned,
        answered=_has_other_pole(x, y, marks[0]) or _has_other_pole(y, x, marks[1]),
        denied=_is_denied_too(x, y, marks),
        beside=min(_beside(match, x), _beside(turned, y)),
        rendered=max(_rendered(match, x, y), _rendered(turned, y, x)),
        apart=abs(x.position - y.position),
        one_language=x.lang == y.lang,
        words=shorter,
        other_words=longer,
        links=sum((i == here) != (j == there) for i, j in linked),
    )


def likelihood(found: Signs) -> float:
    """The probability that two opposites make a conflict, in [0, 1]."""
    return probability(MODEL, found.vector())


def _beside(match: WordMatch, mark: Mark) -> float:
    """How near the content words nearest to an opposite have their like in the other sentence."""
    others = [k for k in match.rows if not mark.at <= k <= mark.last]
    nearest = sorted(others, key=lambda k: abs(k - mark.at))[:BESIDE]
    block = match.best(nearest, list(match.columns))
    return float(block.max(axis=1).mean()) if block.size else 0.0


def _rendered(match: WordMatch, mark: Mark, facing: Mark) -> float:
    """How near an opposite has its like in the other sentence, what faces it aside."""
    theirs = [k for k in match.columns if not facing.at <= k <= facing.last]
    block = match.best(range(mark.at, mark.last + 1), theirs)
    return float(block.max()) if block.size else 0.0


def _has_other_pole(mark: Mark, facing: Mark, marks: Sequence[Mark]) -> bool:
    """Whether its sentence has what faces it too, so that the two may answer crosswise.

    The word itself counts whatever a negation makes of it there: "cancelled" answers "no word of
    its being cancelled".
    """
    return any(
        m.value.positive != mark.value.positive
        or (_as_written(m) == _as_written(facing) != _as_written(mark))
        for m in marks
        if m.value.pair == mark.value.pair and m.side.sentence == mark.side.sentence
    )


def _as_written(mark: Mark) -> bool:
    """Whether a word is the first pole of its pair, whatever negation turns it."""
    return mark.value.positive is not mark.value.turned


def _is_denied_too(x: Mark, y: Mark, marks: tuple[Sequence[Mark], Sequence[Mark]]) -> bool:
    """Whether of two forms of one pole, one negated, the other is denied as well.

    A negation far off, or one in a word's meaning, may turn it where no rule of reach has seen it.
    """
    if x.value.turned == y.value.turned:
        return False
    plain, own = (y, marks[1]) if x.value.turned else (x, marks[0])
    return any(
        m.is_negation and (m.last < plain.at or m.at > plain.last)
        for m in own
        if m.side.sentence == plain.side.sentence
    )


def _is_kept(x: Mark, y: Mark) -> bool:
    """Whether the words of one stand in the other sentence too, so that they are no opposites."""
    if x.lang != y.lang:
        return False
    alignment = align(x.text, y.text)
    kept_x = all(k in alignment.pairs for k in range(x.at, x.last + 1))
    kept_y = all(k in alignment.backwards for k in range(y.at, y.last + 1))
    single = x.at == x.last and y.at == y.last
    return kept_x or kept_y or (single and _stem(x) == _stem(y))


def _stem(mark: Mark) -> str:
    return bare(mark.sentence[mark.last].text)[:STEM]
