"""Whether two reports are equally certain of the same statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.details.base import PairContext
from tui.details.claims import hedged_claim
from tui.details.hedges import BELIEVED, CERTAIN, EXCLUDED, PROBABLE, REPORTED, UNKNOWN
from tui.details.marks import Spot, spot
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.plain_statements import (
    OtherSide,
    announcement,
    is_attributed,
    statement,
)
from tui.details.predicate import surroundings_alike
from tui.details.surroundings import STEM, closeness, content, is_content
from tui.details.text_values import Certainty
from tui.details.vocabulary import vocabulary
from tui.details.words import bare
from tui.model import DetailKind, Divergence, Relation, Side

__all__ = ["match"]

MOST = 40
"""Hedges of either side that are compared; linked sentences with more are no prose."""

SAME_MATTER, SAME_SENSE = 0.3, 0.3
"""How alike the words around two hedges are if they hedge one statement, and the cosine of two
sentences that report one thing."""

TRANSLATED = 0.5
"""Cosine from which sentences of two languages state the same."""

OTHER_CLAIM = 0.2
"""Cosine below which what two hedges leave uncertain is not the same."""

NEAR = 0.3
"""How close two sentences must be for a hedge of one to be missed in the other."""

SAME_SCOPE = 0.4
"""The share of words around a hedge that a sentence of its language has if it states the same."""

SCOPE = 5
"""Words on either side of a hedge among which what it hedges is sought."""


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair hedges with hedges; what only one side hedges the other may state plainly."""
    one = [spot(side, context.sentences_a[side.sentence], context.a.lang) for side in a[:MOST]]
    other = [spot(side, context.sentences_b[side.sentence], context.b.lang) for side in b[:MOST]]
    pairs = assign(one, other, lambda x, y: _alike(x, y, context), at_least=0.05)
    pairs += _repeated(one, other, pairs, context)
    for i, j in pairs:
        yield _related(one[i], other[j])
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    here = OtherSide(context.sentences_b, context)
    there = OtherSide(context.sentences_a, context.transposed())
    for i, hedge in enumerate(one):
        if i not in taken_a:
            yield from _lone(hedge, here)
    for j, hedge in enumerate(other):
        if j not in taken_b:
            yield from (found.transposed() for found in _lone(hedge, there))


def _repeated(
    one: Sequence[Spot],
    other: Sequence[Spot],
    pairs: Sequence[tuple[int, int]],
    context: PairContext,
) -> list[tuple[int, int]]:
    """Hedges left over that are at odds with one whose counterpart is in another sentence.

    A report may say a thing twice, in its headline and below.
    """
    of_a, of_b = dict(pairs), {j: i for i, j in pairs}
    found: list[tuple[int, int]] = []
    for i, x in enumerate(one):
        for j, y in enumerate(other):
            if (i in of_a) == (j in of_b) or not _are_at_odds(x, y):
                continue
            said, again = (y, other[of_a[i]]) if i in of_a else (x, one[of_b[j]])
            if said.side.sentence != again.side.sentence and _alike(x, y, context):
                found.append((i, j))
    return found


def _level(hedge: Spot) -> str:
    value = hedge.side.detail.value
    assert isinstance(value, Certainty)
    return value.level


def _are_at_odds(x: Spot, y: Spot) -> bool:
    """Whether two levels cannot be said of one statement; neighbours on the scale can."""
    levels = {_level(x), _level(y)}
    if len(levels) < 2 or any(_level(z) == REPORTED and _is_unopposed(z) for z in (x, y)):
        return False
    if CERTAIN in levels and any(_words(z) in vocabulary(z.lang).evident for z in (x, y)):
        return False  # "offenbar" is "apparently" as well as "clearly"
    if CERTAIN in levels or EXCLUDED in levels:
        return levels != {CERTAIN, EXCLUDED}  # "confirmed that there was no link"
    return UNKNOWN in levels and not levels.isdisjoint({PROBABLE, BELIEVED})


def _related(x: Spot, y: Spot) -> Divergence:
    if _are_at_odds(x, y):
        surer = _level(x) in {CERTAIN, EXCLUDED} or _level(y) == UNKNOWN
        note = f"{'B' if surer else 'A'} is less certain"
        return Divergence(DetailKind.CERTAINTY, Relation.CONFLICTS, 0.75, x.side, y.side, note=note)
    score = 0.9 if _level(x) == _level(y) else 0.65
    return Divergence(DetailKind.CERTAINTY, Relation.AGREES, score, x.side, y.side)


def _hedge_one(x: Spot, y: Spot, context: PairContext) -> bool:
    """Whether two hedges are of one statement: by the words around, else by the encoder.

    Few sentences that report one thing hedge two, so little will do.
    """
    if surroundings_alike(x, y, context.encoder) >= SAME_MATTER:
        return True
    return context.encoder is not None and cosine(x.text, y.text, context.encoder) >= SAME_SENSE


def _excludes(x: Spot, y: Spot) -> bool:
    """Whether one rules out what the other holds possible; neither may be denied itself."""
    mine, theirs = hedged_claim(x), hedged_claim(y)
    return _are_at_odds(x, y) and not (mine and mine.denied) and not (theirs and theirs.denied)


def _alike(x: Spot, y: Spot, context: PairContext) -> float:
    if context.links and (x.side.sentence, y.side.sentence) not in context.links:
        return 0.0
    if EXCLUDED in {_level(x), _level(y)} and not _excludes(x, y):
        return 0.0
    if _are_at_odds(x, y):
        if x.is_quoted != y.is_quoted or not _hedge_one(x, y, context):
            return 0.0
    elif _concern_others(x, y, context):
        return 0.0
    apart = abs(x.position - y.position)
    return 0.6 - 0.5 * apart + (0.2 if _level(x) == _level(y) else 0.0)


def _concern_others(x: Spot, y: Spot, context: PairContext) -> bool:
    """Whether two hedges leave different things uncertain."""
    mine, theirs = hedged_claim(x), hedged_claim(y)
    if mine is None or theirs is None or context.encoder is None:
        return False
    return cosine(mine.text, theirs.text, context.encoder) < OTHER_CLAIM


def _lone(hedge: Spot, other: OtherSide) -> Iterator[Divergence]:
    """What to say of a hedge that no hedge answers: a conflict, that it is there, or nothing."""
    level, kind, note = _level(hedge), DetailKind.CERTAINTY, "A is less certain"
    if level in {CERTAIN, EXCLUDED}:
        return
    found = None
    if not _is_unopposed(hedge):
        found = statement(hedge, level, other)
        if found is not None and _is_soft(hedge):
            found = replace(found, same=False)
        if found is None or not found.same:
            found = announcement(hedge, level, other) or found
    if found is not None:
        relation = Relation.CONFLICTS if found.same else Relation.IMPRECISE
        yield Divergence(kind, relation, found.score, hedge.side, found.side, note=note)
    elif level != UNKNOWN and _is_telling(hedge, other):
        yield Divergence(kind, Relation.ONLY_A, 0.7, hedge.side, None, note=note)


def _is_soft(hedge: Spot) -> bool:
    """Whether a hedge may tell less than doubt, or than its report's own.

    Modal verbs speak of permission, ability and purpose too ("who may fly a drone"), what somebody
    takes to be so is no doubt of the report's, nor is what stands in a speech.
    """
    modal = _words(hedge) in vocabulary(hedge.lang).modal
    return modal or _level(hedge) == BELIEVED or hedge.is_quoted


def _words(hedge: Spot) -> str:
    return " ".join(w.folded for w in hedge.sentence[hedge.at : hedge.last + 1])


def _is_unopposed(hedge: Spot) -> bool:
    """Whether it hedges a noun, "the alleged thief", or what is only to come."""
    return vocabulary(hedge.lang).unopposed.at(hedge.sentence, hedge.at) is not None


def _is_telling(hedge: Spot, other: OtherSide) -> bool:
    """Whether the other side seems to state without a hedge what one hedges."""
    lang, encoder = other.context.b.lang, other.context.encoder
    linked = [text for _, text in other.linked(hedge.side.sentence)]
    if _level(hedge) in {REPORTED, BELIEVED} and any(is_attributed(text, lang) for text in linked):
        return False
    near = [text for text in linked if closeness(hedge.text, text, hedge.lang, lang) >= NEAR]
    if hedge.lang == lang:
        return any(_has_scope(hedge, text) for text in near)
    return any(encoder is None or cosine(hedge.text, text, encoder) >= TRANSLATED for text in near)


def _has_scope(hedge: Spot, text: str) -> bool:
    """Whether a sentence of the same language has the words around a hedge."""
    terms = vocabulary(hedge.lang)
    around = hedge.sentence[max(0, hedge.at - SCOPE) : hedge.at + SCOPE + 1]
    hedged = {
        bare(w.text)[:STEM]
        for w in around
        if w.start != hedge.side.detail.start and is_content(w, terms)
    }
    return not hedged or len(hedged & content(text, hedge.lang)) / len(hedged) >= SAME_SCOPE
