"""What a negation denies, and whether another sentence affirms the same.

A negation alone says little: long sentences hold several statements, and most of them are not the
one denied. So the words it denies are sought in the other sentence, outside whatever that sentence
negates itself, and then the clauses around them are compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.details.marks import Mark, quoted_words
from tui.details.surroundings import STEM, closeness, is_content
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, bare, words

__all__ = ["Affirmation", "affirmed", "negated_places", "predicate", "same_word", "scope"]

AFTER, BEFORE = 6, 6
"""Words behind and before a negation among which what it denies is sought."""

WINDOW = 10
"""Words on either side of a place that make up its surroundings, within the clause."""

NEGATED = 7
"""How many words from a negation, within its clause, are taken to be denied by it."""

ONE_SENTENCE = 0.6
"""How close two sentences are that a few words tell apart, one of them the negation."""

COGNATE = 0.9
"""Likeness (Jaro and Winkler's) from which long words of two languages are one."""

SHORTEST_COGNATE = 6


@dataclass(frozen=True, slots=True)
class Affirmation:
    """Where a sentence affirms what another denies, and how surely, in [0, 1]."""

    score: float
    first: int
    last: int


def predicate(mark: Mark) -> tuple[int, ...]:
    """The words a negation denies first of all: the next content words, else the last before it."""
    terms = vocabulary(mark.lang)
    clause = mark.sentence[mark.at].clause
    end = mark.side.detail.end

    def denied(places: Iterable[int]) -> list[int]:
        return [
            k
            for k in places
            if mark.sentence[k].clause == clause and _may_be_denied(mark.sentence[k], terms)
        ]

    behind = [
        k
        for k in range(mark.at + 1, min(len(mark.sentence), mark.at + AFTER + 1))
        if mark.sentence[k].start >= end
    ]
    found = denied(behind) or denied(range(mark.at - 1, max(-1, mark.at - BEFORE - 1), -1))
    return tuple(found[:2])


def _may_be_denied(word: Word, terms: Vocabulary) -> bool:
    """Whether a word may be a predicate: no number, and no name where a capital tells one."""
    if word.text[0].isdigit() or not is_content(word, terms):
        return False
    return terms.compounds or word.opens or not word.capital


def scope(sentence: Sequence[Word], at: int, lang: str) -> tuple[Word, ...]:
    """The content words around a place, within its clause."""
    terms = vocabulary(lang)
    clause = sentence[at].clause
    return tuple(
        w
        for w in sentence[max(0, at - WINDOW) : at + WINDOW + 1]
        if w.clause == clause and w is not sentence[at] and is_content(w, terms)
    )


def negated_places(marks: Iterable[Mark], sentence: Sequence[Word]) -> frozenset[int]:
    """The places of a sentence near one of its own negations, those in a word's meaning too."""
    found: set[int] = set()
    for mark in marks:
        if mark.value.pair and not mark.value.implicit:
            continue
        clause = sentence[mark.at].clause
        near = range(max(0, mark.at - NEGATED), min(len(sentence), mark.at + NEGATED + 1))
        found.update(k for k in near if sentence[k].clause == clause)
    return frozenset(found)


def same_word(a: Word, b: Word, lang_a: str, lang_b: str) -> bool:
    """Whether two words are forms of one, or, across languages, name one thing."""
    if lang_a == lang_b:
        one, other = bare(a.text), bare(b.text)
        shortest = min(len(one), len(other))
        return one[:STEM] == other[:STEM] or (
            shortest >= 4 and one[:shortest] == other[:shortest] and len(one) + len(other) < 12
        )
    return a.folded == b.folded or _named_alike(a.folded, b.folded, lang_a, lang_b)


@lru_cache(maxsize=16384)
def _named_alike(a: str, b: str, lang_a: str, lang_b: str) -> bool:
    from rapidfuzz.distance import JaroWinkler

    long_enough = min(len(a), len(b)) >= SHORTEST_COGNATE and a[0] == b[0]
    if long_enough and float(JaroWinkler.similarity(bare(a), bare(b))) >= COGNATE:
        return True
    return bool(_concepts(a, lang_a) & _concepts(b, lang_b))


@lru_cache(maxsize=8192)
def _concepts(word: str, lang: str) -> frozenset[str]:
    """What a word stands for in any language: poles of opposites, and notions counted by."""
    from tui.details.lexicon import lexicon

    found = {
        f"{pole.pair}:{pole.positive}" for pole in vocabulary(lang).opposites.value(word) or ()
    }
    role = lexicon(lang).roles.get(word)
    if role and role[0] != "measures":
        found.add(":".join(role))
    return frozenset(found)


def affirmed(mark: Mark, text: str, lang: str, negated: Collection[int]) -> Affirmation | None:
    """Where a sentence affirms what a negation of another denies.

    Args:
        mark: The negation.
        text: The other sentence.
        lang: Its language.
        negated: The places of ``text`` that it negates itself.

    Returns:
        The surest place, ``None`` if the sentence has nothing of what is denied.
    """
    denied = predicate(mark)
    if not denied:
        return None
    sentence = words(text)
    first, *more = (mark.sentence[k] for k in denied)
    near = closeness(mark.text, text, mark.lang, lang)
    spoken = quoted_words(text)
    mine = scope(mark.sentence, denied[0], mark.lang)
    best: Affirmation | None = None
    for at, word in enumerate(sentence):
        if at in negated or (at in spoken) != mark.is_quoted:
            continue
        if not same_word(first, word, mark.lang, lang):
            continue
        theirs = scope(sentence, at, lang)
        met = [w for w in mine if any(same_word(w, x, mark.lang, lang) for x in theirs)]
        fewest = min(len(mine), len(theirs))
        context = min(1.0, len(met) / fewest) if fewest else near
        whole = not more or more[0] in met or near >= ONE_SENTENCE
        score = 0.2 + 0.15 * whole + 0.35 * context + 0.3 * near
        if best is None or score > best.score:
            best = Affirmation(score, *_extent(at, more, sentence, mark.lang, lang))
    return best


def _extent(
    at: int, more: Sequence[Word], sentence: Sequence[Word], lang_a: str, lang_b: str
) -> tuple[int, int]:
    """The place of what is denied, with the next word denied where it stands nearby."""
    behind = range(at + 1, min(len(sentence), at + AFTER + 1))
    last = next((k for k in behind for w in more if same_word(w, sentence[k], lang_a, lang_b)), at)
    return at, last
