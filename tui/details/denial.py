"""Negations of one sentence, and whether the other affirms what they deny."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.details.base import PairContext
from tui.details.contradiction import Facing, candidates, likelihood, party
from tui.details.marks import Mark
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.predicate import Affirmation, affirmed, predicate, scope
from tui.details.surroundings import STEM, closeness, content
from tui.details.text_values import Polarity
from tui.details.told_otherwise import is_limited
from tui.details.vocabulary import vocabulary
from tui.details.words import bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["denied"]

_Against = tuple[Side, float]
"""Where the other side affirms what a negation denies, and how surely."""

LIKELY = 0.5
"""How likely a sentence must affirm what another denies for a conflict."""

EXACT = 0.8
"""How surely, by its words alone, a sentence of the same sense does so whatever the signs.

Across languages, where vectors stand in for words, only what has fewer negations itself.
"""

RETOLD = 0.6
"""How close a sentence must be to be the other retold, judged by words alone."""

SAME_SENSE, SAME_SENSE_ACROSS = 0.8, 0.66
"""The same judged by the encoder's cosine, in one language and across languages."""

ALIKE_BUT_MOVED, MOVED = 0.4, 0.7
"""How close two sentences are whose negations deny different words of both, and the score of it."""

SAME_LENGTH = 0.74
"""The share of content words the shorter of two such sentences has."""

FEWEST = 3
"""Content words a sentence has at least for its likeness to tell anything."""


def denied(
    left: tuple[Sequence[Mark], Sequence[Mark]],
    marks: tuple[Sequence[Mark], Sequence[Mark]],
    context: PairContext,
    linked: frozenset[tuple[int, int]],
) -> Iterator[Divergence]:
    """Relate the negations that no pair of opposites has explained.

    Args:
        left: The negations of both sides.
        marks: All negations and poles of both sides: some imply a negation.
        context: The sentences.
        linked: Which of them are linked.

    Yields:
        A conflict for a negation whose predicate the other side affirms, agreement for negations
        that answer each other. Of any other nothing is said: wordings are free, and "without" or
        an opposite may well render it.
    """
    one = party(context.sentences_a, context.a.lang, marks[0])
    other = party(context.sentences_b, context.b.lang, marks[1])
    plain_a = [m for m in left[0] if not m.value.implicit and not m.is_quoted]
    plain_b = [m for m in left[1] if not m.value.implicit and not m.is_quoted]
    sides = Facing(one, other, linked, context.encoder)
    turned = sides.turned()
    here = [_against(m, sides) for m in plain_a]
    there = [_against(m, turned) for m in plain_b]
    against_a = {id(m): found for m, found in zip(plain_a, here, strict=True)}
    against_b = {id(m): found for m, found in zip(plain_b, there, strict=True)}

    def answers(x: Mark, y: Mark) -> float:
        if against_a[id(x)] or against_b[id(y)]:
            return 0.0
        return _answers(x, y, linked)

    pairs = assign(plain_a, plain_b, answers, at_least=0.05)
    for i, j in pairs:
        x, y = plain_a[i], plain_b[j]
        if _is_moved(x, y) or _is_moved(y, x):
            note = "something else is negated"
            yield Divergence(DetailKind.NEGATION, Relation.CONFLICTS, MOVED, x.side, y.side, note)
        else:
            yield Divergence(DetailKind.NEGATION, Relation.AGREES, 0.8, x.side, y.side)
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from _contradicted(plain_a, here, taken_a, sides)
    for divergence in _contradicted(plain_b, there, taken_b, turned):
        yield divergence.transposed()


def _contradicted(
    plain: Sequence[Mark],
    against: Sequence[_Against | None],
    answered: Collection[int],
    sides: Facing,
) -> Iterator[Divergence]:
    """Conflicts of one side's negations with what the other affirms.

    Args:
        plain: The negations.
        against: By negation, where the other side affirms what it denies, as far as known.
        answered: Which of them a negation answers. The sentence of any other may be retold.
        sides: Their side facing the other.
    """
    for k, mark in enumerate(plain):
        found = against[k] or (None if k in answered else _retold(mark, sides))
        if found is not None:
            yield _conflict(mark, found)


def _answers(x: Mark, y: Mark, linked: frozenset[tuple[int, int]]) -> float:
    """How surely two negations deny the same: by their surroundings, then by their place."""
    if (x.side.sentence, y.side.sentence) not in linked:
        return 0.0
    score = 0.6 - 0.5 * abs(x.position - y.position)
    if x.lang == y.lang:
        one = {w.folded for w in scope(x.sentence, x.at, x.lang)}
        other = {w.folded for w in scope(y.sentence, y.at, y.lang)}
        score = 0.5 * score + 0.5 * len(one & other) / max(1, min(len(one), len(other)))
    return score


def _is_moved(x: Mark, y: Mark) -> bool:
    """Whether one sentence denies a word that the other affirms before it denies a later one.

    "I have not heard of a case having been filed", "I have heard that none was filed". Verbs of
    thinking and seeming take over what is denied of what they govern, so they are left out.
    """
    if x.lang != y.lang or closeness(x.text, y.text, x.lang, y.lang) < ALIKE_BUT_MOVED:
        return False
    if x.value.undone or y.value.undone:
        return False
    denied, later = predicate(x)[:1], predicate(y)
    if not denied or not later or denied[0] < x.at or min(later) < y.at:
        return False
    head = x.sentence[denied[0]].folded
    clause = y.sentence[y.at].clause
    affirmed_before = any(w.folded == head and w.clause == clause for w in y.sentence[: y.at])
    denied_too = any(w.folded == head for w in y.sentence[y.at :])
    if head in vocabulary(x.lang).raising or denied_too or not affirmed_before:
        return False
    behind = {bare(word.text)[:STEM] for word in x.sentence[denied[0] :]}
    return any(bare(y.sentence[k].text)[:STEM] in behind for k in later)


def _against(mark: Mark, sides: Facing) -> _Against | None:
    """Where the other side affirms what a negation denies, and how surely."""
    if is_limited(mark):
        return None
    best: _Against | None = None
    for index, found, signs in candidates(mark, sides):
        score = likelihood(signs)
        literal = signs.lone or sides.own.lang == sides.other.lang
        if literal and found.score >= EXACT and signs.alike >= SAME_SENSE:
            score = max(score, found.score)
        if score >= LIKELY and (best is None or score > best[1]):
            best = _affirming(index, sides.other.texts[index], found), score
    return best


def _retold(mark: Mark, sides: Facing) -> _Against | None:
    """Of a sentence retold or translated as a whole, but for the negation: what is denied in it.

    Such a sentence says the same in other words, and negates once less.
    """
    if is_limited(mark):
        return None
    best: _Against | None = None
    own, other = sides.own.negations[mark.side.sentence], sides.other
    for index, text in sides.linked(mark):
        if own <= other.negations[index]:
            continue
        like = _likeness(mark, text, other.lang, sides.encoder)
        found = affirmed(mark, text, other.lang, (), sides.encoder) if like else None
        if found is not None and (best is None or like > best[1]):
            best = _affirming(index, text, found), like
    return best


def _likeness(mark: Mark, text: str, lang: str, encoder: Encoder | None) -> float:
    """How surely one sentence is the other retold or translated as a whole, in [0, 1]."""
    one, other = content(mark.text, mark.lang), content(text, lang)
    fewest, most = sorted((len(one), len(other)))
    if fewest < FEWEST or fewest < SAME_LENGTH * most:
        return 0.0
    if encoder is not None:
        like = cosine(mark.text, text, encoder)
        return like if like >= (SAME_SENSE if mark.lang == lang else SAME_SENSE_ACROSS) else 0.0
    near = closeness(mark.text, text, mark.lang, lang)
    return near if near >= RETOLD else 0.0


def _affirming(index: int, text: str, found: Affirmation) -> Side:
    sentence = words(text)
    start, end = sentence[found.first].start, sentence[found.last].end
    value = Polarity("", positive=True)
    return Side(index, Detail(DetailKind.NEGATION, start, end, text[start:end], value))


def _conflict(mark: Mark, against: _Against) -> Divergence:
    """A negation facing the affirmation of what it denies."""
    theirs, score = against
    mine = Side(mark.side.sentence, _with_predicate(mark))
    note = "only A negates"
    return Divergence(
        DetailKind.NEGATION, Relation.CONFLICTS, min(0.95, score), mine, theirs, note=note
    )


def _with_predicate(mark: Mark) -> Detail:
    """The negation together with what it denies, where that follows."""
    end = mark.side.detail.end
    behind = [k for k in predicate(mark) if mark.sentence[k].start >= end]
    if behind:
        end = mark.sentence[behind[0]].end
    start = mark.side.detail.start
    return Detail(DetailKind.NEGATION, start, end, mark.text[start:end], mark.side.detail.value)
