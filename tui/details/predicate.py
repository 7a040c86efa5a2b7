"""What a negation denies, and whether another sentence affirms the same.

A negation alone says little: long sentences hold several statements, and most of them are not the
one denied. So the words it denies are sought in the other sentence, outside whatever that sentence
negates itself, and the clauses around them are compared word by word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.details.marks import Mark, Spot, quoted_words
from tui.details.surroundings import is_content
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.word_match import word_match
from tui.details.words import Word, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder

__all__ = [
    "Affirmation",
    "affirmed",
    "are_said_of_one",
    "negated_places",
    "predicate",
    "scope",
    "surroundings_alike",
]

AFTER, BEFORE = 6, 6
"""Words behind and before a negation among which what it denies is sought."""

WINDOW = 10
"""Words on either side of a place that make up its surroundings, within the clause."""

NEGATED = 8
"""How many words from a negation, within its clause, are taken to be denied by it."""

ANSWERED = 0.58
"""How near a word must be to one of those denied first of all for the sentence to affirm it."""

LOOSELY = 0.45
"""The same where other signs tell whether it does."""

LIKE = 0.5
"""How near a word must be to the one denied to be shown as what affirms it."""

TOGETHER = 4
"""Words apart at most that two words denied are shown together."""

BESIDE, SAID_OF = 3, 0.7
"""Words beside two opposites of which some must be the same, and how near those must be."""


class Affirmation(NamedTuple):
    """Where a sentence affirms what another denies, and how surely, in [0, 1].

    ``covered`` is how much of the words around the negation it has.
    """

    score: float
    first: int
    last: int
    covered: float


def predicate(mark: Spot) -> tuple[int, ...]:
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


def _is_name(word: Word) -> bool:
    """Whether a capital tells that a word is a name, and so affirms nothing."""
    return word.capital and not word.opens


def scope(sentence: Sequence[Word], at: int, lang: str) -> tuple[Word, ...]:
    """The content words around a place, within its clause."""
    terms = vocabulary(lang)
    around = _around(sentence, at, at)
    return tuple(sentence[k] for k in around if is_content(sentence[k], terms))


def _around(sentence: Sequence[Word], first: int, last: int) -> list[int]:
    """The places near some words, within their clause."""
    clause = sentence[first].clause
    near = range(max(0, first - WINDOW), min(len(sentence), last + WINDOW + 1))
    return [k for k in near if not first <= k <= last and sentence[k].clause == clause]


def negated_places(marks: Iterable[Mark], sentence: Sequence[Word]) -> frozenset[int]:
    """The places of a sentence near one of its own negations, those in a word's meaning too."""
    found: set[int] = set()
    for mark in marks:
        if not (mark.is_negation or mark.is_lack):
            continue
        clause = sentence[mark.at].clause
        beyond = mark.value.implicit or mark.value.undone
        clauses = {clause, clause + beyond}  # "denied, in two words, that …"
        near = range(max(0, mark.at - NEGATED), min(len(sentence), mark.at + NEGATED + 1))
        found.update(k for k in near if sentence[k].clause in clauses)
    return frozenset(found)


def affirmed(
    mark: Spot,
    text: str,
    lang: str,
    negated: Collection[int],
    encoder: Encoder | None,
    *,
    loosely: bool = False,
) -> Affirmation | None:
    """Where a sentence affirms what a negation of another denies.

    Each clause is scored by how many of the words around the negation it has, how near it has those
    denied first of all, and how little it says beside them.

    Args:
        mark: The negation.
        text: The other sentence.
        lang: Its language.
        negated: The places of ``text`` that it negates itself.
        encoder: Finds translations and synonyms; without one, letters and lexicons must do.
        loosely: Whether words far from those denied may do; the caller then weighs other signs.

    Returns:
        The surest place, ``None`` if the sentence has nothing of what is denied.
    """
    denied = predicate(mark)
    if not denied:
        return None
    sentence = words(text)
    match = word_match(mark.text, text, mark.lang, lang, encoder)
    mine = _around(mark.sentence, mark.at, mark.last)
    spoken = quoted_words(text)
    least = LOOSELY if loosely else ANSWERED
    # Where nouns have no capital, one tells a name, which affirms nothing.
    nouns_capital = vocabulary(lang).compounds
    best: Affirmation | None = None
    for places in _statements(sentence, negated):
        theirs = [k for k in places if k in match.columns and (k in spoken) == mark.is_quoted]
        block = match.best(mine, theirs)
        if not block.size:
            continue
        plain = [k for k in theirs if nouns_capital or not _is_name(sentence[k])]
        head = match.best(denied, plain)
        if not head.size or head.max() < least:
            continue
        covered, said = float(block.max(axis=1).mean()), float(block.max(axis=0).mean())
        answered = head.max(axis=1)
        denial = (float(answered.max()) + float(answered.mean())) / 2
        score = 0.5 * covered + 0.3 * denial + 0.2 * said
        if best is None or score > best.score:
            best = Affirmation(score, *_shown(head, plain), covered)
    return best


def _shown(head: NDArray[np.float32], theirs: Sequence[int]) -> tuple[int, int]:
    """The first and last of the words that answer those denied, where they stand together."""
    at = theirs[int(head.max(axis=0).argmax())]
    likeness = dict(zip(theirs, head.max(axis=0), strict=True))
    near = [k for k in theirs if abs(k - at) <= TOGETHER and likeness[k] >= LIKE]
    return min(near, default=at), max(near, default=at)


def surroundings_alike(x: Spot, y: Spot, encoder: Encoder | None) -> float:
    """How much the words around two marks, within their clauses, are the same, in [0, 1]."""
    match = word_match(x.text, y.text, x.lang, y.lang, encoder)
    block = match.best(_around(x.sentence, x.at, x.at), _around(y.sentence, y.at, y.at))
    if not block.size:
        return 0.0
    return (float(block.max(axis=1).mean()) + float(block.max(axis=0).mean())) / 2


def are_said_of_one(x: Mark, y: Mark, encoder: Encoder | None) -> bool:
    """Whether right beside two marks stands a word of one meaning: what they are said of.

    Without an encoder, which tells it in two languages, they are taken to be.
    """
    if encoder is None:
        return True
    match = word_match(x.text, y.text, x.lang, y.lang, encoder)
    mine = [k for k in _around(x.sentence, x.at, x.at) if abs(k - x.at) <= BESIDE]
    theirs = [k for k in _around(y.sentence, y.at, y.at) if abs(k - y.at) <= BESIDE]
    block = match.best(mine, theirs)
    return bool(block.size and block.max() >= SAID_OF)


def _statements(sentence: Sequence[Word], negated: Collection[int]) -> Iterable[list[int]]:
    """The places of each clause that are not negated."""
    clauses: dict[int, list[int]] = {}
    for k, word in enumerate(sentence):
        if k not in negated:
            clauses.setdefault(word.clause, []).append(k)
    return clauses.values()
