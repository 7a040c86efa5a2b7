"""Negations of one sentence, and whether the other affirms what they deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.details.base import PairContext
from tui.details.marks import Mark, quoted_words
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.predicate import Affirmation, affirmed, negated_places, predicate, same_word, scope
from tui.details.surroundings import closeness, content, position_at
from tui.details.text_values import Polarity
from tui.details.words import words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["denied"]

_Against = tuple[Side, float]
"""Where the other side affirms what a negation denies, and how surely."""

AFFIRMED = 0.62
"""How surely a sentence must affirm what another denies for a conflict."""

RETOLD = 0.7
"""How surely a sentence must be the other retold to conflict by the negation alone."""

FEWEST = 3
"""Content words a sentence has at least for its likeness to tell anything."""

RETOLD = 0.6
"""How close a sentence must be to be the other retold, judged by words alone."""

SAME_SENSE, TRANSLATED = 0.8, 0.66
"""The same judged by the encoder's cosine, in one language and across languages."""

SAME_LENGTH = 0.74
"""The share of content words the shorter of two such sentences has."""

FEWEST = 3
"""Content words a sentence has at least for its likeness to tell anything."""


@dataclass(frozen=True)
class _Other:
    """The side on which an answer to a negation is sought."""

    texts: Mapping[int, str]
    lang: str
    negated: Mapping[int, frozenset[int]]
    """By sentence, the places it negates itself."""


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
    one = _Other(context.sentences_a, context.a.lang, _negated(context.sentences_a, marks[0]))
    other = _Other(context.sentences_b, context.b.lang, _negated(context.sentences_b, marks[1]))
    plain_a = [m for m in left[0] if not m.value.implicit]
    plain_b = [m for m in left[1] if not m.value.implicit]
    against_a = {id(m): _against(m, other, linked, turned=False) for m in plain_a}
    against_b = {id(m): _against(m, one, linked, turned=True) for m in plain_b}

    def answers(x: Mark, y: Mark) -> float:
        if against_a[id(x)] or against_b[id(y)]:
            return 0.0
        return _answers(x, y, linked)

    pairs = assign(plain_a, plain_b, answers, at_least=0.05)
    for i, j in pairs:
        x, y = plain_a[i], plain_b[j]
        yield Divergence(DetailKind.NEGATION, Relation.AGREES, 0.8, x.side, y.side)
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    rest_a = [m for i, m in enumerate(plain_a) if i not in taken_a]
    rest_b = [m for j, m in enumerate(plain_b) if j not in taken_b]
    for mark in rest_a:
        against = against_a[id(mark)] or _retold(mark, other, marks, context, linked, turned=False)
        if against is not None:
            yield _conflict(mark, against, turned=False)
    for mark in rest_b:
        against = against_b[id(mark)] or _retold(mark, one, marks, context, linked, turned=True)
        if against is not None:
            yield _conflict(mark, against, turned=True)


def _negated(texts: Mapping[int, str], marks: Sequence[Mark]) -> dict[int, frozenset[int]]:
    return {
        index: negated_places((m for m in marks if m.side.sentence == index), words(text))
        for index, text in texts.items()
    }


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


def _against(
    mark: Mark, other: _Other, linked: frozenset[tuple[int, int]], *, turned: bool
) -> _Against | None:
    """Where the other side affirms what a negation denies, and how surely."""
    best: _Against | None = None
    for index, text in other.texts.items():
        link = (index, mark.side.sentence) if turned else (mark.side.sentence, index)
        if link not in linked:
            continue
        found = affirmed(mark, text, other.lang, other.negated[index])
        if found and found.score >= AFFIRMED and (best is None or found.score > best[1]):
            best = _affirming(index, text, found), found.score
    return best


def _affirming(index: int, text: str, found: Affirmation) -> Side:
    sentence = words(text)
    start, end = sentence[found.first].start, sentence[found.last].end
    value = Polarity("", positive=True)
    return Side(index, Detail(DetailKind.NEGATION, start, end, text[start:end], value))


def _retold(
    mark: Mark,
    other: _Other,
    marks: tuple[Sequence[Mark], Sequence[Mark]],
    context: PairContext,
    linked: frozenset[tuple[int, int]],
    *,
    turned: bool,
) -> _Against | None:
    """Of a sentence retold or translated as a whole, but for the negation: the same place.

    Such a sentence says the same in other words, so no single word need answer. It must have one
    negation less, counting those in a word's meaning.
    """
    mine, theirs = marks[::-1] if turned else marks
    best: _Against | None = None
    for index, text in other.texts.items():
        link = (index, mark.side.sentence) if turned else (mark.side.sentence, index)
        if link not in linked:
            continue
        if _count(mine, mark.side.sentence) <= _count(theirs, index):
            continue
        if mark.is_quoted and not quoted_words(text):
            continue
        like = _likeness(mark, text, other.lang, context)
        if like > 0.0 and (best is None or like > best[1]):
            best = _affirming(index, text, _clause(mark, text, other.lang, like)), like
    return best


def _count(marks: Sequence[Mark], sentence: int) -> int:
    """How many negations a sentence has."""
    return len(
        {m.at for m in marks if m.side.sentence == sentence and not m.value.pair}
        | {m.at for m in marks if m.side.sentence == sentence and m.value.implicit}
    )


def _clause(mark: Mark, text: str, lang: str, score: float) -> Affirmation:
    """The clause that has most of what a negation's own clause has, then the nearest in place."""
    sentence = words(text)
    mine = scope(mark.sentence, mark.at, mark.lang)
    clauses: dict[int, list[int]] = {}
    for k, word in enumerate(sentence):
        clauses.setdefault(word.clause, []).append(k)

    def fitness(places: list[int]) -> tuple[int, float]:
        met = sum(any(same_word(w, sentence[k], mark.lang, lang) for k in places) for w in mine)
        middle = position_at(sentence, places[len(places) // 2])
        return met, -abs(middle - mark.position)

    best = max(clauses.values(), key=fitness)
    return Affirmation(score, best[0], best[-1])


def _likeness(mark: Mark, text: str, lang: str, context: PairContext) -> float:
    """How surely one sentence is the other retold or translated as a whole, in [0, 1].

    By the encoder where one is at hand; else by what survives: the length, names, numbers and, in
    one language, words.
    """
    one, other = content(mark.text, mark.lang), content(text, lang)
    fewest, most = sorted((len(one), len(other)))
    if fewest < FEWEST or fewest < SAME_LENGTH * most:
        return 0.0
    if context.encoder is not None:
        like = cosine(mark.text, text, context.encoder)
        return like if like >= (SAME_SENSE if mark.lang == lang else TRANSLATED) else 0.0
    near = closeness(mark.text, text, mark.lang, lang)
    return near if near >= RETOLD else 0.0


def _conflict(mark: Mark, against: _Against, *, turned: bool) -> Divergence:
    """A negation facing the affirmation of what it denies."""
    theirs, score = against
    mine = Side(mark.side.sentence, _with_predicate(mark))
    one, other = (theirs, mine) if turned else (mine, theirs)
    note = "only B negates" if turned else "only A negates"
    return Divergence(
        DetailKind.NEGATION, Relation.CONFLICTS, min(0.95, score), one, other, note=note
    )


def _with_predicate(mark: Mark) -> Detail:
    """The negation together with what it denies, where that follows."""
    end = mark.side.detail.end
    behind = [k for k in predicate(mark) if mark.sentence[k].start >= end]
    if behind:
        end = mark.sentence[behind[0]].end
    start = mark.side.detail.start
    return Detail(DetailKind.NEGATION, start, end, mark.text[start:end], mark.side.detail.value)
