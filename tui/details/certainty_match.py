"""Whether two reports are equally certain of the same statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.details.announced import EXPECTED, FORETOLD, announced
from tui.details.base import PairContext
from tui.details.marks import Spot, spot
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.predicate import Affirmation, affirmed, surroundings_alike
from tui.details.surroundings import STEM, closeness, content, is_content
from tui.details.text_values import Certainty
from tui.details.vocabulary import vocabulary
from tui.details.words import bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["match"]

CERTAIN = "certain"
POSSIBLE = "possible"
REPORTED = "reported"
UNKNOWN = "unknown"
EXCLUDED = "excluded"
EXPLICIT = "explicit"

MOST = 40
"""Hedges of either side that are compared; linked sentences with more are no prose."""

STATED = 0.72
"""How surely a sentence must state what another hedges for a conflict."""

SAME_MATTER = 0.3
"""How alike the words around two hedges are if they hedge one statement."""

NEAR = 0.3
"""How close two sentences must be for a hedge of one to be missed in the other."""

SAME_SCOPE = 0.4
"""The share of words around a hedge that a sentence of its language has if it states the same."""

SAME_SENSE = 0.5
"""Cosine from which sentences of two languages state the same."""

SAME_STATEMENT, SAME_LENGTH, SHORT = 0.6, 0.6, 8
"""Cosine from which one sentence translates another, the share of content words it keeps, and how
many it has at most: of a longer one the hedge may concern a part."""

SCOPE = 5
"""Words on either side of a hedge among which what it hedges is sought."""

SOFT = frozenset({UNKNOWN, POSSIBLE, "probable", REPORTED, "softened"})
"""Levels of which none stands in a sentence that announces something without a doubt."""

OPEN, MAY_BE = 0.3, 0.43
"""How alike, by the words around and by the encoder, what is announced is to what is left open, and
to what is only possible, which may be an ability."""

EXCLUDES = 0.5
"""The same of what is ruled out and another hedge."""


def _are_at_odds(levels: frozenset[str]) -> bool:
    """Whether two levels cannot be said of one statement."""
    if len(levels) < 2:
        return False
    return CERTAIN in levels or EXCLUDED in levels or levels == {UNKNOWN, "probable"}


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair hedges with hedges; what only one side hedges the other may state plainly."""
    one = [spot(side, context.sentences_a[side.sentence], context.a.lang) for side in a[:MOST]]
    other = [spot(side, context.sentences_b[side.sentence], context.b.lang) for side in b[:MOST]]
    pairs = assign(one, other, lambda x, y: _alike(x, y, context), at_least=0.05)
    for i, j in pairs:
        yield _related(one[i], other[j], context)
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    here = _Sides(context.sentences_b, other, context)
    there = _Sides(context.sentences_a, one, context.transposed())
    for i, hedge in enumerate(one):
        if i not in taken_a:
            yield from _lone(hedge, here)
    for j, hedge in enumerate(other):
        if j not in taken_b:
            yield from (found.transposed() for found in _lone(hedge, there))


@dataclass(frozen=True)
class _Sides:
    """Where a plain statement is sought, seen from the hedge: it stands in A."""

    texts: Mapping[int, str]
    hedges: Sequence[Spot]
    context: PairContext

    def linked(self, sentence: int) -> Iterator[tuple[int, str]]:
        """The sentences linked with one of the hedge's side."""
        links = self.context.links
        for index, text in self.texts.items():
            if not links or (sentence, index) in links:
                yield index, text


def _level(hedge: Spot) -> str:
    value = hedge.side.detail.value
    assert isinstance(value, Certainty)
    return value.level


def _related(x: Spot, y: Spot, context: PairContext) -> Divergence:
    levels = frozenset({_level(x), _level(y)})
    if _are_at_odds(levels) and (EXCLUDED in levels or _hedge_one(x, y, context)):
        surer = _level(x) in {CERTAIN, EXCLUDED} or _level(y) == UNKNOWN
        note = f"{'B' if surer else 'A'} is less certain"
        return Divergence(DetailKind.CERTAINTY, Relation.CONFLICTS, 0.75, x.side, y.side, note=note)
    score = 0.9 if len(levels) == 1 else 0.65
    return Divergence(DetailKind.CERTAINTY, Relation.AGREES, score, x.side, y.side)


def _hedge_one(x: Spot, y: Spot, context: PairContext) -> bool:
    """Whether two hedges are of one statement: by the words around, else by the encoder."""
    if surroundings_alike(x, y, context.encoder) >= SAME_MATTER:
        return True
    if context.encoder is None:
        return False
    return cosine(x.text, y.text, context.encoder) >= SAME_SENSE


def _excludes(x: Spot, y: Spot, context: PairContext) -> bool:
    """Whether one rules out what the other holds possible; neither may be denied itself."""
    if (
        _hedges_denial(x)
        or _hedges_denial(y)
        or not _are_at_odds(frozenset({_level(x), _level(y)}))
    ):
        return False
    return _alikeness(x, y, context.encoder) >= EXCLUDES


def _alike(x: Spot, y: Spot, context: PairContext) -> float:
    if context.links and (x.side.sentence, y.side.sentence) not in context.links:
        return 0.0
    if EXCLUDED in {_level(x), _level(y)} and not _excludes(x, y, context):
        return 0.0
    apart = abs(x.position - y.position)
    return 0.6 - 0.5 * apart + (0.2 if _level(x) == _level(y) else 0.0)


def _lone(hedge: Spot, other: _Sides) -> Iterator[Divergence]:
    """What to say of a hedge that no hedge answers: a conflict, that it is there, or nothing."""
    level = _level(hedge)
    if level in {CERTAIN, EXCLUDED}:
        return
    note = "A is less certain"
    stated = None
    if not _is_unopposed(hedge):
        stated = _stated(hedge, other) or _foretold(hedge, other)
    if stated is not None:
        score, side = stated
        yield Divergence(
            DetailKind.CERTAINTY, Relation.CONFLICTS, score, hedge.side, side, note=note
        )
    elif level != UNKNOWN and _is_telling(hedge, other):
        yield Divergence(DetailKind.CERTAINTY, Relation.ONLY_A, 0.7, hedge.side, None, note=note)


def _is_unopposed(hedge: Spot) -> bool:
    """Whether it hedges a noun, "the alleged thief", or what is only to come."""
    return vocabulary(hedge.lang).unopposed.at(hedge.sentence, hedge.at) is not None


def _stated(hedge: Spot, other: _Sides) -> tuple[float, Side] | None:
    """Where the other side states as a fact what a hedge hedges, and how surely."""
    best: tuple[float, Side] | None = None
    for index, text in other.linked(hedge.side.sentence):
        lang = other.context.b.lang
        if _is_softened(text, lang) or _denies(text, lang) != _hedges_denial(hedge):
            continue
        if _level(hedge) == REPORTED and _attributed(text, lang):
            continue
        found = affirmed(hedge, text, lang, (), other.context.encoder)
        if found is None or found.score < STATED:
            found = _translated(hedge, text, lang, other.context.encoder)
        if found is None or (best and found.score <= best[0]):
            continue
        sentence = words(text)
        start, end = sentence[found.first].start, sentence[found.last].end
        value = Certainty(CERTAIN)
        detail = Detail(DetailKind.CERTAINTY, start, end, text[start:end], value)
        best = min(0.95, found.score), Side(index, detail)
    return best


def _foretold(hedge: Spot, other: _Sides) -> tuple[float, Side] | None:
    """Where the other side announces what a hedge leaves open, and how surely."""
    if _level(hedge) == UNKNOWN:
        expected = _announced(hedge, other, EXPECTED, OPEN)
        return expected or _announced(hedge, other, FORETOLD, OPEN)
    return _announced(hedge, other, FORETOLD, MAY_BE) if _level(hedge) == POSSIBLE else None


def _announced(hedge: Spot, other: _Sides, level: str, needed: float) -> tuple[float, Side] | None:
    """Where the other side announces, without doubt or negation, what is told beside a hedge."""
    best: tuple[float, Side] | None = None
    for index, text in other.linked(hedge.side.sentence):
        lang, encoder = other.context.b.lang, other.context.encoder
        places = announced(text, lang, level)
        if not places or _levels(text, lang) & SOFT or _denies(text, lang):
            continue
        if _level(hedge) == POSSIBLE and len(content(hedge.text, hedge.lang)) > SHORT:
            continue  # what may be is a part of it
        sentence = words(text)
        for first, last in places:
            start, end = sentence[first].start, sentence[last].end
            detail = Detail(DetailKind.CERTAINTY, start, end, text[start:end], Certainty(CERTAIN))
            side = Side(index, detail)
            alike = _alikeness(hedge, spot(side, text, lang), encoder)
            if alike >= needed and (best is None or alike > best[0]):
                best = alike, side
    return (0.6 + 0.3 * best[0], best[1]) if best else None


def _alikeness(x: Spot, y: Spot, encoder: Encoder | None) -> float:
    """How alike what is told beside two words is: by the words around, and by the encoder."""
    around = surroundings_alike(x, y, encoder)
    return around if encoder is None else (around + cosine(x.text, y.text, encoder)) / 2


def _translated(hedge: Spot, text: str, lang: str, encoder: Encoder | None) -> Affirmation | None:
    """A whole sentence as the statement, where it translates the one with the hedge.

    What is only possible may be an ability, which another wording has in its verb ("could hold").
    """
    if encoder is None or hedge.lang == lang or _level(hedge) == POSSIBLE:
        return None
    counts = sorted((len(content(hedge.text, hedge.lang)), len(content(text, lang))))
    if not SAME_LENGTH * counts[1] <= counts[0] <= counts[1] <= SHORT:
        return None
    like = cosine(hedge.text, text, encoder)
    if like < SAME_STATEMENT:
        return None
    return Affirmation(like, 0, len(words(text)) - 1)


def _hedges_denial(hedge: Spot) -> bool:
    """Whether a sentence negates beside its hedge, which may have a "not" of its own."""
    start, end = hedge.side.detail.start, hedge.side.detail.end
    return _denies(f"{hedge.text[:start]}{' ' * (end - start)}{hedge.text[end:]}", hedge.lang)


@lru_cache(maxsize=1024)
def _is_softened(text: str, lang: str) -> bool:
    """Whether a sentence states nothing as a fact: it hedges, plans, or asks."""
    return bool(_levels(text, lang) - {CERTAIN, FORETOLD, "not_hedges"})


@lru_cache(maxsize=1024)
def _levels(text: str, lang: str) -> frozenset[str]:
    """The levels of a sentence's hedges, and of what softens it otherwise."""
    return frozenset(hit.value for hit in vocabulary(lang).certainty.find(words(text)))


@lru_cache(maxsize=1024)
def _denies(text: str, lang: str) -> bool:
    """Whether a sentence negates: then it does not state what one without a negation hedges."""
    return any(hit.value == EXPLICIT for hit in vocabulary(lang).negation.find(words(text)))


@lru_cache(maxsize=1024)
def _attributed(text: str, lang: str) -> bool:
    """Whether a sentence names a source: then it is no plainer than "reportedly"."""
    terms, sentence = vocabulary(lang), words(text)
    return bool(terms.source_follows.find(sentence) or terms.source_precedes.find(sentence))


def _is_telling(hedge: Spot, other: _Sides) -> bool:
    """Whether the other side seems to state without a hedge what one hedges."""
    lang, encoder = other.context.b.lang, other.context.encoder
    linked = [text for _, text in other.linked(hedge.side.sentence)]
    if _level(hedge) == REPORTED and any(_attributed(text, lang) for text in linked):
        return False
    near = [text for text in linked if closeness(hedge.text, text, hedge.lang, lang) >= NEAR]
    if hedge.lang == lang:
        return any(_has_scope(hedge, text) for text in near)
    return any(encoder is None or cosine(hedge.text, text, encoder) >= SAME_SENSE for text in near)


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
