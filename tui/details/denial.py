"""Negations of one sentence, and whether the other affirms what they deny."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.details.base import PairContext
from tui.details.marks import Mark
from tui.details.matching import assign
from tui.details.surroundings import STEM, closeness, content, is_content
from tui.details.text_values import Polarity
from tui.details.vocabulary import vocabulary
from tui.details.words import bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["denied"]

STATED = 0.6
"""The share of a negation's scope that must stand outside another's for the two to be unrelated."""

AFFIRMED = 0.5
"""How surely a sentence must affirm what another denies for a conflict."""

LINKED = 0.2
"""What it counts that an aligner has linked the sentences."""

SCOPE_BEFORE, SCOPE_AFTER = 4, 6
"""Words before and after a negation among which its predicate is sought."""

AFFIRMED = 0.5
"""How surely a sentence must affirm what another denies for a conflict."""

LINKED = 0.2
"""What it counts that an aligner has linked the sentences."""

SCOPE_BEFORE, SCOPE_AFTER = 4, 6
"""Words before and after a negation among which its predicate is sought."""

LINKED = 0.2
"""What it counts that an aligner has linked the sentences."""

SCOPE_BEFORE, SCOPE_AFTER = 4, 6
"""Words before and after a negation among which its predicate is sought."""

SCOPE_BEFORE, SCOPE_AFTER = 4, 6
"""Words before and after a negation among which its predicate is sought."""


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
        Agreement for negations that answer each other; for one the other side lacks a conflict
        where the other affirms what it denies, else that only one side has it.
    """
    (left_a, left_b), (one, other) = left, marks
    plain_a = [m for m in left_a if not m.value.implicit]
    plain_b = [m for m in left_b if not m.value.implicit]
    pairs = assign(plain_a, plain_b, lambda x, y: _answers(x, y, linked), at_least=0.05)
    for i, j in pairs:
        x, y = plain_a[i], plain_b[j]
        yield Divergence(DetailKind.NEGATION, Relation.AGREES, 0.8, x.side, y.side)
    rest_a = [m for i, m in enumerate(plain_a) if i not in {i for i, _ in pairs}]
    rest_b = [m for j, m in enumerate(plain_b) if j not in {j for _, j in pairs}]
    implied_a, implied_b = _unanswered(
        [m for m in one if m.value.implicit], [m for m in other if m.value.implicit]
    )
    for rest, implied, turned in ((rest_a, implied_b, False), (rest_b, implied_a, True)):
        free = list(implied)
        for mark in rest:
            meant = next((m for m in free if _may_mean(mark, m)), None)
            if meant is not None:
                free.remove(meant)
                continue
            yield from _alone(mark, context, linked, turned=turned)


def _unanswered(a: list[Mark], b: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """The implied negations of each side that no implied negation of the other side answers."""
    pairs = assign(a, b, lambda x, y: 0.6 - abs(x.position - y.position), at_least=0.05)
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    return (
        [m for i, m in enumerate(a) if i not in taken_a],
        [m for j, m in enumerate(b) if j not in taken_b],
    )


def _answers(x: Mark, y: Mark, linked: frozenset[tuple[int, int]]) -> float:
    if (x.side.sentence, y.side.sentence) not in linked:
        return 0.0
    score = 0.6 - 0.5 * abs(x.position - y.position)
    if x.lang == y.lang:
        one, other = _scope(x), _scope(y)
        shared = len(one & other) / max(1, len(one))
        if not shared and max(_stated(one, y, other), _stated(other, x, one)) >= STATED:
            return 0.0  # what one negates, the other affirms beside its own negation
        score = 0.5 * score + 0.5 * shared
    return score


def _stated(scope: set[str], other: Mark, negated: set[str]) -> float:
    """The share of a negation's scope that the other sentence has outside its own negation's."""
    if not scope:
        return 0.0
    return len(scope & (content(other.text, other.lang) - negated)) / len(scope)


def _may_mean(mark: Mark, implied: Mark) -> bool:
    """Whether a word that negates by its meaning ("failed") may render a negation."""
    far = 0.4 if mark.lang == implied.lang else 0.6
    return abs(mark.position - implied.position) < far


def _alone(
    mark: Mark, context: PairContext, linked: frozenset[tuple[int, int]], *, turned: bool
) -> Iterator[Divergence]:
    """A negation the other side lacks: a conflict if the other affirms what it negates."""
    texts = context.sentences_a if turned else context.sentences_b
    lang = context.a.lang if turned else context.b.lang
    best, where = 0.0, -1
    for index, text in texts.items():
        link = (index, mark.side.sentence) if turned else (mark.side.sentence, index)
        if link in linked:
            score = _affirms(mark, text, lang)
            if score > best:
                best, where = score, index
    if best >= AFFIRMED:
        affirmed = Side(where, _affirmed(mark, texts[where], lang))
        mine = Side(mark.side.sentence, _with_predicate(mark))
        one, other = (affirmed, mine) if turned else (mine, affirmed)
        note = "only B negates" if turned else "only A negates"
        yield Divergence(
            DetailKind.NEGATION, Relation.CONFLICTS, min(0.95, best), one, other, note=note
        )
    elif best > 0:
        relation = Relation.ONLY_B if turned else Relation.ONLY_A
        sides = (None, mark.side) if turned else (mark.side, None)
        yield Divergence(DetailKind.NEGATION, relation, 0.5, *sides)


def _with_predicate(mark: Mark) -> Detail:
    """The negation together with the words up to the first that it negates."""
    terms = vocabulary(mark.lang)
    clause = mark.sentence[mark.at].clause
    last = mark.at
    for at in range(mark.at + 1, min(len(mark.sentence), mark.at + SCOPE_AFTER)):
        if mark.sentence[at].clause != clause:
            break
        if mark.sentence[at].start >= mark.side.detail.end and is_content(mark.sentence[at], terms):
            last = at
            break
    start, end = mark.side.detail.start, max(mark.side.detail.end, mark.sentence[last].end)
    return Detail(DetailKind.NEGATION, start, end, mark.text[start:end], mark.side.detail.value)


def _affirmed(mark: Mark, text: str, lang: str) -> Detail:
    """Where a sentence affirms what the other denies.

    In one language from the first to the last word of the negation's scope that it has; across
    languages, where no word tells, its clause at the same place.
    """
    sentence = words(text)
    at = [0, len(sentence) - 1]
    if mark.lang == lang:
        scope = _scope(mark)
        met = [k for k, w in enumerate(sentence) if bare(w.text)[:STEM] in scope]
        at = [met[0], min(met[-1], met[0] + SCOPE_AFTER)] if met else at
    else:
        middle = min(len(sentence) - 1, int(mark.position * len(sentence)))
        clause = sentence[middle].clause
        met = [k for k, w in enumerate(sentence) if w.clause == clause]
        at = [met[0], met[-1]]
    start, end = sentence[at[0]].start, sentence[at[1]].end
    return Detail(DetailKind.NEGATION, start, end, text[start:end], Polarity("", positive=True))


def _affirms(mark: Mark, text: str, lang: str) -> float:
    """How surely a sentence without the negation has what the negation denies."""
    near = closeness(mark.text, text, mark.lang, lang)
    if not words(text):
        return 0.0
    if mark.lang == lang:
        scope = _scope(mark)
        if not scope:
            return 0.5 + near / 2
        shared = len(scope & content(text, lang)) / len(scope)
        return min(1.0, LINKED + 0.6 * shared + 0.6 * near) if shared else 0.0
    one, other = content(mark.text, mark.lang), content(text, lang)
    length = min(1.0, len(other) / max(1, len(one)) / 0.8)
    translated = min(1.0, max(0.0, (near - 0.3) / 0.25))  # a translation, not a free retelling
    return (0.5 * length + 0.4 * near) * translated


def _scope(mark: Mark) -> set[str]:
    """The stems of the content words around a negation, in its clause."""
    terms = vocabulary(mark.lang)
    clause = mark.sentence[mark.at].clause
    first = max(0, mark.at - (SCOPE_BEFORE if terms.compounds else 1))
    around = mark.sentence[first : mark.at + SCOPE_AFTER + 1]
    return {
        bare(w.text)[:STEM]
        for w in around
        if w.clause == clause and w is not mark.sentence[mark.at] and is_content(w, terms)
    }
