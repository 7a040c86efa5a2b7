"""What a hedge leaves uncertain, and what a sentence states as a fact.

A sentence says several things, and a hedge concerns one: what its clause says beside it, or, where
it only introduces another clause ("it is unclear, *whether the dam will hold*"), what that says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.details.at_hand import AT_HAND
from tui.details.hedges import CERTAIN, FORETOLD, NO_HEDGE, hedges
from tui.details.marks import Spot
from tui.details.phrases import Hit
from tui.details.surroundings import is_content
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, words

__all__ = ["EXPLICIT", "Claim", "hedged_claim", "plain_claims"]

EXPLICIT = "explicit"

BESIDE = 2
"""Words beside a hedge in an insertion that has nothing else to say."""

FEWEST = 2
"""Content words of a clause that claims something by itself."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed: the words ``first`` to ``last`` of a sentence, less what hedges them.

    ``denied`` says whether it is claimed not to be so, ``introduced`` whether a conjunction opens
    it ("whether …"); ``content`` counts its telling words.
    """

    text: str
    first: int
    last: int
    content: int
    denied: bool
    introduced: bool = False


def hedged_claim(hedge: Spot) -> Claim | None:
    """What a hedge leaves uncertain, ``None`` if its sentence does not tell."""
    terms = vocabulary(hedge.lang)
    clauses = _clauses(hedge.sentence)
    at = next(n for n, held in enumerate(clauses) if held[0] <= hedge.at <= held[-1])
    mark = range(hedge.at, hedge.last + 1)
    own = [k for k in clauses[at] if k not in mark]
    for n in (at + 1, at - 1):
        if 0 <= n < len(clauses) and hedge.sentence[clauses[n][0]].folded in terms.introducing:
            own = clauses[n]  # "it is unclear whether", "dass …, steht fest"
            break
    else:
        behind = [k for k in own if k > hedge.last]
        linking = (hedge.last, *behind[:1])
        if any(hedge.sentence[k].folded in terms.introducing for k in linking):
            own = behind
    return _claim(hedge.text, hedge.sentence, own, terms)


@lru_cache(maxsize=AT_HAND)
def plain_claims(text: str, lang: str) -> tuple[Claim, ...]:
    """What a sentence states without hedging it: by clauses, and as a whole where it never does."""
    terms, sentence = vocabulary(lang), words(text)
    hits = [hit for hit in hedges(text, lang) if hit.value not in {CERTAIN, FORETOLD, NO_HEDGE}]
    soft = {sentence[k].clause for hit in hits for k in (hit.first, hit.last)}
    for hit in hits:
        if _fills_clause(hit, sentence):  # ", it seems,"
            soft.update({sentence[hit.first].clause - 1, sentence[hit.last].clause + 1})
    found = list(_plain(text, sentence, soft, terms))
    if not soft and len(found) != 1:
        whole = _claim(text, sentence, range(len(sentence)), terms)
        found += [whole] if whole else []
    return tuple(found)


def _fills_clause(hit: Hit[str], sentence: Sequence[Word]) -> bool:
    """Whether a hedge is all that stands between two commas, a source or a date perhaps beside."""
    clause = sentence[hit.first].clause
    return sum(word.clause == clause for word in sentence) <= hit.run - hit.first + 1 + BESIDE


def _plain(
    text: str, sentence: Sequence[Word], soft: set[int], terms: Vocabulary
) -> Iterator[Claim]:
    before = -1
    for held in _clauses(sentence):
        clause = sentence[held[0]].clause
        introduced = sentence[held[0]].folded in terms.introducing and before in soft
        if clause not in soft and not introduced:
            claim = _claim(text, sentence, held, terms)
            if claim is not None:
                yield claim
        before = clause


def _clauses(sentence: Sequence[Word]) -> list[list[int]]:
    """The places of each clause, in order; the comma of "310,000" ends none."""
    found: list[list[int]] = []
    for k, word in enumerate(sentence):
        before = sentence[k - 1]
        grouped = before.end + 1 == word.start and before.text[-1].isdigit()
        if found and (before.clause == word.clause or (grouped and word.text[0].isdigit())):
            found[-1].append(k)
        else:
            found.append([k])
    return found


def _claim(
    text: str, sentence: Sequence[Word], places: Sequence[int], terms: Vocabulary
) -> Claim | None:
    """A claim of some words of a sentence, which may have a gap; a conjunction is left out."""
    kept = list(places)
    introduced = bool(kept) and any(
        sentence[k].folded in terms.introducing for k in (kept[0], kept[0] - 1) if k >= 0
    )
    if introduced and sentence[kept[0]].folded in terms.introducing:
        kept = kept[1:]
    content = sum(is_content(sentence[k], terms) for k in kept)
    if content < FEWEST:
        return None
    parts: list[str] = []
    start = kept[0]
    for k, following in zip(kept, [*kept[1:], -1], strict=True):
        if following != k + 1:
            parts.append(text[sentence[start].start : sentence[k].end])
            start = following
    held = [sentence[k] for k in kept]
    denied = any(hit.value == EXPLICIT for hit in terms.negation.find(held))
    return Claim(" ".join(parts), kept[0], kept[-1], content, denied, introduced)
