"""Whether two reports give the same source for the same statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tui.details.base import PairContext
from tui.details.marks import spot
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.predicate import surroundings_alike
from tui.details.rival_sources import (
    Companions,
    are_described_alike,
    likelihood,
    may_be_rivals,
    signs,
    source,
)
from tui.details.source_relation import exactness, source_relation
from tui.details.text_values import Source
from tui.details.words import bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["match"]

MOST = 40
"""Sources of either side that are compared; linked sentences with more are lists."""

RIVALS = 0.5
"""How likely two sources are given for one statement, and are not one, to be called a conflict."""

TRANSLATED = 0.6
"""How surely two sources are one whose descriptions mean the same."""

BESIDE = 0.1
"""What it counts among several sources that their clauses say the same."""

MEDIA = "media"
"""The class of those who only pass on what others say."""

SHORTEST_NAME = 3
"""Letters of a name that is looked for in the other side's sentences."""


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair sources, those that agree first; see :class:`~tui.details.base.Matcher`.

    A source whose name the other side's linked sentences have in another part ("confirmed to the
    Herald") agrees with that.
    """
    a, b = a[:MOST], b[:MOST]
    several = len(a) > 1 or len(b) > 1
    here, there = _by_sentence(a), _by_sentence(b)

    @cache
    def companions(i: int, j: int) -> Companions:
        return Companions(here[i], there[j], context)

    @cache
    def rivalry(x: Side, y: Side) -> float:
        return likelihood(signs(x, y, companions(x.sentence, y.sentence), context))

    def affinity(x: Side, y: Side) -> float:
        if context.links and (x.sentence, y.sentence) not in context.links:
            return 0.0
        if may_be_rivals(x, y, context):
            probable = rivalry(x, y)
            found = probable / 2 if probable >= RIVALS else 0.0
        else:
            found = _likeness(x, y, context)
        return found + BESIDE * _beside(x, y, context) if found and several else found

    pairs = assign(a, b, affinity, at_least=0.05)
    for i, j in pairs:
        x, y = a[i], b[j]
        if may_be_rivals(x, y, context):
            yield Divergence(DetailKind.ATTRIBUTION, Relation.CONFLICTS, rivalry(x, y), x, y)
        else:
            yield _related(x, y, context)
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, side in enumerate(a):
        if i not in taken_a:
            yield from _lone(side, context.sentences_a[side.sentence], context.sentences_b, b)
    for j, side in enumerate(b):
        if j not in taken_b:
            lone = _lone(side, context.sentences_b[side.sentence], context.sentences_a, a)
            yield from (found.transposed() for found in lone)


def _lone(
    side: Side, own: str, texts: Mapping[int, str], sources: Sequence[Side]
) -> Iterator[Divergence]:
    """What to say of a source that no source answers; a headline's "Report:" tells nobody."""
    label, _, _ = own.partition(":")
    named = _named(side, texts, sources)
    if named is not None:
        yield Divergence(DetailKind.ATTRIBUTION, Relation.AGREES, 0.6, side, named)
    elif side.detail.text != label or set(source(side).groups) != {MEDIA}:
        yield Divergence(DetailKind.ATTRIBUTION, Relation.ONLY_A, 0.7, side, None)


def _named(side: Side, texts: Mapping[int, str], sources: Sequence[Side]) -> Side | None:
    """Where the other side has a source's whole name, in whatever part: as a source too."""
    names = source(side).names
    if not names or sum(map(len, names)) < SHORTEST_NAME:
        return None
    for index, text in texts.items():
        sentence = words(text)
        for at in range(len(sentence) - len(names) + 1):
            run = sentence[at : at + len(names)]
            if tuple(bare(w.text) for w in run) == names:
                start, end = run[0].start, run[-1].end
                detail = Detail(
                    DetailKind.ATTRIBUTION, start, end, text[start:end], Source(names=names)
                )
                return next((s for s in sources if _has(s, index, detail)), Side(index, detail))
    return None


def _has(side: Side, sentence: int, part: Detail) -> bool:
    whole = side.detail
    return side.sentence == sentence and whole.start <= part.start and part.end <= whole.end


def _by_sentence(sides: Sequence[Side]) -> Mapping[int, list[Side]]:
    found: dict[int, list[Side]] = {}
    for side in sides:
        found.setdefault(side.sentence, []).append(side)
    return found


def _relation(x: Side, y: Side, context: PairContext) -> tuple[Relation | None, float]:
    relation, score = source_relation(source(x), source(y))
    if relation is None and are_described_alike(x, y, context):
        return Relation.AGREES, TRANSLATED
    return relation, score


def _likeness(x: Side, y: Side, context: PairContext) -> float:
    relation, score = _relation(x, y, context)
    if relation is None:
        return 0.0
    return 0.5 + score / 2 if relation is Relation.AGREES else 0.3


def _beside(x: Side, y: Side, context: PairContext) -> float:
    """How much two sources stand beside the same: in their clauses, and in their sentences."""
    one = spot(x, context.sentences_a[x.sentence], context.a.lang)
    other = spot(y, context.sentences_b[y.sentence], context.b.lang)
    alike = surroundings_alike(one, other, context.encoder)
    if context.encoder is None:
        return alike
    return (alike + cosine(one.text, other.text, context.encoder)) / 2


def _related(x: Side, y: Side, context: PairContext) -> Divergence:
    one, other = source(x), source(y)
    relation, score = _relation(x, y, context)
    assert relation is not None  # such pairs have no affinity
    note = ""
    if relation is Relation.IMPRECISE:
        note = "A is vaguer" if exactness(one) < exactness(other) else "B is vaguer"
    return Divergence(DetailKind.ATTRIBUTION, relation, score, x, y, note=note)
