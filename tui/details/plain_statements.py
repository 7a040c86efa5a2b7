"""Where the other report states as a fact, or announces, what one report only hedges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.details.announced import announced
from tui.details.at_hand import AT_HAND
from tui.details.base import PairContext
from tui.details.claims import EXPLICIT, Claim, hedged_claim, plain_claims
from tui.details.hedges import (
    BELIEVED,
    CERTAIN,
    EXPECTED,
    FORETOLD,
    NO_HEDGE,
    POSSIBLE,
    PROBABLE,
    REPORTED,
    SOFTENED,
    UNKNOWN,
    hedges,
)
from tui.details.marks import Spot, spot
from tui.details.meaning import cosine
from tui.details.predicate import affirmed, surroundings_alike
from tui.details.source_phrases import source_phrases
from tui.details.surroundings import content
from tui.details.text_values import Certainty
from tui.details.vocabulary import vocabulary
from tui.details.words import words
from tui.model import Detail, DetailKind, Side

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["OtherSide", "Statement", "alikeness", "announcement", "is_attributed", "statement"]

STATED = 0.72
"""How surely a sentence must have the words around a hedge to state what it hedges."""

SAME_CLAIM, LIKE_CLAIM = 0.62, 0.55
"""Cosines from which a clause states what another report hedges, and from which it may do so."""

SAME_EXTENT, LONGEST, SHORT = 0.4, 12, 8
"""The share of content words that two such clauses have in common in number, and how many the
hedged one has at most: in a longer one the hedge concerns a part. What is only possible may be an
ability or a permission, so there they are fewer."""

SOFT = frozenset({UNKNOWN, POSSIBLE, PROBABLE, BELIEVED, REPORTED, SOFTENED})
"""Levels of which none stands in a sentence that announces something without a doubt."""

OPEN, MAY_BE = 0.3, 0.43
"""How alike, by the words around and by the encoder, what is announced is to what is left open, and
to what is only possible, which may be an ability."""


@dataclass(frozen=True)
class OtherSide:
    """Where a plain statement is sought, seen from the hedge: it stands in A."""

    texts: Mapping[int, str]
    context: PairContext

    def linked(self, sentence: int) -> Iterator[tuple[int, str]]:
        """The sentences linked with one of the hedge's side."""
        links = self.context.links
        for index, text in self.texts.items():
            if not links or (sentence, index) in links:
                yield index, text


@dataclass(frozen=True, slots=True)
class Statement:
    """What the other report states, and how surely.

    ``same`` says whether it surely is what the hedge concerns, and stated more firmly.
    """

    side: Side
    score: float
    same: bool


def statement(hedge: Spot, level: str, other: OtherSide) -> Statement | None:
    """Where the other side states as a fact what a hedge hedges; the surest place."""
    return max(_statements(hedge, level, other), key=lambda found: found.score, default=None)


def _statements(hedge: Spot, level: str, other: OtherSide) -> Iterator[Statement]:
    lang, encoder = other.context.b.lang, other.context.encoder
    claim = hedged_claim(hedge)
    for index, text in other.linked(hedge.side.sentence):
        attributed = level in {REPORTED, BELIEVED} and is_attributed(text, lang)
        if attributed and level == REPORTED:
            continue  # no plainer than "reportedly"
        asks = level == UNKNOWN and claim is not None and not claim.introduced
        if (
            not asks
            and not _is_softened(text, lang)
            and _denies(text, lang) == _hedges_denial(hedge)
        ):
            found = affirmed(hedge, text, lang, (), encoder)
            if found is not None and found.score >= STATED:
                score = min(0.95, found.score)
                yield Statement(
                    _side(index, text, found.first, found.last), score, same=not attributed
                )
        if claim is None or encoder is None:
            continue
        for plain in plain_claims(text, lang):
            if _may_answer(claim, plain, level):
                like = cosine(claim.text, plain.text, encoder)
                if like >= LIKE_CLAIM:
                    side = _side(index, text, plain.first, plain.last)
                    yield Statement(
                        side, min(0.95, like), same=like >= SAME_CLAIM and not attributed
                    )


def _may_answer(claim: Claim, plain: Claim, level: str) -> bool:
    """Whether a plain clause is of the extent and the polarity of what is hedged.

    An answer to a question says more than the question: "why the alarm failed" is not answered by
    "the alarm failed".
    """
    longest = SHORT if level == POSSIBLE else LONGEST
    if claim.denied != plain.denied or claim.content > longest:
        return False
    if level == UNKNOWN and not claim.introduced and plain.content <= claim.content:
        return False
    shorter, longer = sorted((claim.content, plain.content))
    return shorter >= SAME_EXTENT * longer


def _side(index: int, text: str, first: int, last: int) -> Side:
    sentence = words(text)
    start, end = sentence[first].start, sentence[last].end
    detail = Detail(DetailKind.CERTAINTY, start, end, text[start:end], Certainty(CERTAIN))
    return Side(index, detail)


def announcement(hedge: Spot, level: str, other: OtherSide) -> Statement | None:
    """Where the other side announces what a hedge leaves open; the surest place."""
    if level == UNKNOWN:
        return _announced(hedge, other, EXPECTED, OPEN) or _announced(hedge, other, FORETOLD, OPEN)
    if level == POSSIBLE and len(content(hedge.text, hedge.lang)) <= SHORT:
        return _announced(hedge, other, FORETOLD, MAY_BE)
    return None


def _announced(hedge: Spot, other: OtherSide, level: str, needed: float) -> Statement | None:
    """Where the other side announces, without doubt or negation, what is told beside a hedge."""
    best: Statement | None = None
    lang, encoder = other.context.b.lang, other.context.encoder
    for index, text in other.linked(hedge.side.sentence):
        places = announced(text, lang, level)
        if not places or _levels(text, lang) & SOFT or _denies(text, lang):
            continue
        for first, last in places:
            side = _side(index, text, first, last)
            alike = alikeness(hedge, spot(side, text, lang), encoder)
            if alike >= needed and (best is None or 0.6 + 0.3 * alike > best.score):
                best = Statement(side, 0.6 + 0.3 * alike, same=True)
    return best


def alikeness(x: Spot, y: Spot, encoder: Encoder | None) -> float:
    """How alike what is told beside two words is: by the words around, and by the encoder."""
    around = surroundings_alike(x, y, encoder)
    return around if encoder is None else (around + cosine(x.text, y.text, encoder)) / 2


def _hedges_denial(hedge: Spot) -> bool:
    """Whether a sentence negates beside its hedge, which may have a "not" of its own.

    That may stand far behind: "schließt einen Anschlag *nicht aus*".
    """
    start, end = hedge.side.detail.start, hedge.side.detail.end
    whole = next((hit.last for hit in hedges(hedge.text, hedge.lang) if hit.first == hedge.at), 0)
    end = max(end, hedge.sentence[whole].end)
    return _denies(f"{hedge.text[:start]}{' ' * (end - start)}{hedge.text[end:]}", hedge.lang)


def _is_softened(text: str, lang: str) -> bool:
    """Whether a sentence states nothing as a fact: it hedges, plans, or asks."""
    return bool(_levels(text, lang) - {CERTAIN, FORETOLD, NO_HEDGE})


def _levels(text: str, lang: str) -> frozenset[str]:
    """The levels of a sentence's hedges, and of what softens it otherwise."""
    return frozenset(hit.value for hit in hedges(text, lang))


@lru_cache(maxsize=AT_HAND)
def _denies(text: str, lang: str) -> bool:
    """Whether a sentence negates: then it does not state what one without a negation hedges."""
    return any(hit.value == EXPLICIT for hit in vocabulary(lang).negation.find(words(text)))


@lru_cache(maxsize=AT_HAND)
def is_attributed(text: str, lang: str) -> bool:
    """Whether a sentence names a source."""
    terms, sentence = vocabulary(lang), words(text)
    if terms.source_follows.find(sentence) or terms.source_precedes.find(sentence):
        return True
    return bool(source_phrases(text, lang))
