"""Whether two sentences affirm the same: negations of one side only, opposites in one role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from tui.data import load
from tui.details.base import PairContext
from tui.details.matching import assign
from tui.details.surroundings import STEM, align, closeness, content, is_content, part_alike, position_at
from tui.details.text_values import Polarity
from tui.details.vocabulary import vocabulary
from tui.details.words import Word, bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["match"]

NEAR = 0.4
"""How close two sentences must be for what one negates to be sought in the other."""

SAME_PART = 0.45
"""How alike the parts of two opposites must be for a conflict."""

STATED = 0.6
"""The share of a negation's scope that must stand outside another's for the two to be unrelated."""

AFFIRMED = 0.5
"""How surely a sentence must affirm what another denies for a conflict."""

LINKED = 0.2
"""What it counts that an aligner has linked the sentences."""

SCOPE_BEFORE, SCOPE_AFTER = 4, 6
"""Words before and after a negation among which its predicate is sought."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A negation or a pole with the sentence it stands in."""

    side: Side
    value: Polarity
    text: str
    lang: str
    sentence: tuple[Word, ...]
    at: int

    @property
    def position(self) -> float:
        return position_at(self.sentence, self.at)


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Compare the polarity of linked sentences; see :class:`~tui.details.base.Matcher`."""
    one = [_mark(side, context.sentences_a[side.sentence], context.a.lang) for side in a]
    other = [_mark(side, context.sentences_b[side.sentence], context.b.lang) for side in b]
    linked = context.links or frozenset(product(context.sentences_a, context.sentences_b))
    opposed = list(_opposed(one, other, linked))
    used = {(s.sentence, s.detail.start) for d in opposed for s in (d.a,) if s}
    used_b = {(s.sentence, s.detail.start) for d in opposed for s in (d.b,) if s}
    yield from opposed
    negations_a = [m for m in one if not m.value.pair and _key(m) not in used]
    negations_b = [m for m in other if not m.value.pair and _key(m) not in used_b]
    yield from _negated(negations_a, negations_b, one, other, context, linked)


def _key(mark: _Mark) -> tuple[int, int]:
    return mark.side.sentence, mark.side.detail.start


def _mark(side: Side, text: str, lang: str) -> _Mark:
    sentence = words(text)
    at = next((k for k, w in enumerate(sentence) if w.start >= side.detail.start), 0)
    value = side.detail.value
    assert isinstance(value, Polarity)
    return _Mark(side, value, text, lang, sentence, at)


def _opposed(
    one: Sequence[_Mark], other: Sequence[_Mark], linked: frozenset[tuple[int, int]]
) -> Iterator[Divergence]:
    """Opposite poles in one role, where neither sentence has both poles."""
    seen: set[tuple[int, int]] = set()
    pairs = {m.value.pair for m in one} & {m.value.pair for m in other} - {""}
    for pair in sorted(pairs):
        for x in (m for m in one if m.value.pair == pair):
            for y in (m for m in other if m.value.pair == pair):
                if (x.side.sentence, y.side.sentence) not in linked:
                    continue
                if x.value.positive == y.value.positive or _has_both(x, one, y, other):
                    continue
                score = _opposition(x, y)
                if score >= SAME_PART and _key(x) not in seen:
                    seen.add(_key(x))
                    yield Divergence(
                        DetailKind.NEGATION, Relation.CONFLICTS, min(0.95, score), x.side, y.side
                    )


def _has_both(x: _Mark, one: Sequence[_Mark], y: _Mark, other: Sequence[_Mark]) -> bool:
    """Whether either sentence has the other's pole too, so that the two may answer crosswise."""
    return any(
        m.value.pair == x.value.pair and m.value.positive != x.value.positive
        for m in one
        if m.side.sentence == x.side.sentence
    ) or any(
        m.value.pair == y.value.pair and m.value.positive != y.value.positive
        for m in other
        if m.side.sentence == y.side.sentence
    )


def _opposition(x: _Mark, y: _Mark) -> float:
    """How surely two opposite poles are said of the same."""
    near = closeness(x.text, y.text, x.lang, y.lang)
    apart = abs(x.position - y.position)
    decisive = x.value.pair in _decisive()
    placed = 0.5 * max(0.0, 1 - apart / 0.7)
    if x.lang != y.lang:
        if decisive:
            return min(1.0, 0.25 + placed + 0.5 * near)
        return placed + 0.5 * near if apart < 0.4 and near >= NEAR else 0.0
    alignment = align(x.text, y.text)
    if x.at in alignment.pairs or y.at in alignment.backwards or _stem(x) == _stem(y):
        return 0.0  # the word stands in the other sentence too
    part = part_alike(alignment, len(x.sentence), len(y.sentence), x.at, y.at)
    loose = 0.25 + placed + 0.5 * near if decisive else 0.0
    return min(1.0, max(0.7 * part + 0.3 * near if near >= NEAR else 0.0, loose))


@cache
def _decisive() -> frozenset[str]:
    return frozenset(load("opposites/pairs")["decisive"])


def _stem(mark: _Mark) -> str:
    return bare(mark.sentence[mark.at].text)[:STEM]


def _negated(
    left_a: Sequence[_Mark],
    left_b: Sequence[_Mark],
    one: Sequence[_Mark],
    other: Sequence[_Mark],
    context: PairContext,
    linked: frozenset[tuple[int, int]],
) -> Iterator[Divergence]:
    """Negations that answer each other, and those of one side only."""
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


def _unanswered(a: list[_Mark], b: list[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    """The implied negations of each side that no implied negation of the other side answers."""
    pairs = assign(a, b, lambda x, y: 0.6 - abs(x.position - y.position), at_least=0.05)
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    return (
        [m for i, m in enumerate(a) if i not in taken_a],
        [m for j, m in enumerate(b) if j not in taken_b],
    )


def _answers(x: _Mark, y: _Mark, linked: frozenset[tuple[int, int]]) -> float:
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


def _stated(scope: set[str], other: _Mark, negated: set[str]) -> float:
    """The share of a negation's scope that the other sentence has outside its own negation's."""
    if not scope:
        return 0.0
    return len(scope & (content(other.text, other.lang) - negated)) / len(scope)


def _may_mean(mark: _Mark, implied: _Mark) -> bool:
    """Whether a word that negates by its meaning ("failed") may render a negation."""
    return abs(mark.position - implied.position) < 0.4


def _alone(
    mark: _Mark, context: PairContext, linked: frozenset[tuple[int, int]], *, turned: bool
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


def _with_predicate(mark: _Mark) -> Detail:
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


def _affirmed(mark: _Mark, text: str, lang: str) -> Detail:
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


def _affirms(mark: _Mark, text: str, lang: str) -> float:
    """How surely a sentence without the negation has what the negation denies."""
    near = closeness(mark.text, text, mark.lang, lang)
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


def _scope(mark: _Mark) -> set[str]:
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
