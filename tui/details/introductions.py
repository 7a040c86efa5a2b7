"""What a report says of a name where it brings it in: "Tallyway, the payments *company*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.details.base import ArticleContext
from tui.details.phrases import PhraseTable
from tui.details.vocabulary import vocabulary
from tui.details.words import Word, words

__all__ = ["introduced_as", "is_body"]

FIRST = 400
"""Sentences of a report that are looked through; names are brought in early."""

MENTIONS = 3
"""Mentions of a name that are looked at."""

BEFORE, BEHIND = 4, 7
"""Words before a name, and in the clause behind it, that may tell what it is."""


def introduced_as(name: str, context: ArticleContext) -> tuple[frozenset[str], frozenset[str]]:
    """The groups and offices that a report gives a name right beside it.

    Args:
        name: One word of the name, as written.
        context: What is known of the report.

    Returns:
        Concepts of the lexicons' ``[sources]`` and ``[roles]``, of the first mention that has any.
    """
    terms = vocabulary(context.lang)
    for sentence, at in _mentions(name, context):
        beside = list(_beside(sentence, at))
        groups = _values(terms.sources, beside)
        offices = _values(terms.roles, beside)
        if groups or offices:
            return groups, offices
    return frozenset(), frozenset()


def is_body(name: str, context: ArticleContext) -> bool:
    """Whether a name of one word is a company's or an authority's, for all its report tells.

    Of a person the report gives a given name somewhere. Where only a sentence is known, nothing
    can be told.
    """
    if not context.words or name in context.aliases:
        return False
    given = vocabulary(context.lang).first_names
    if name.casefold() in given:
        return False
    return not any(at and s[at - 1].folded in given for s, at in _mentions(name, context))


def _mentions(name: str, context: ArticleContext) -> Iterator[tuple[Sequence[Word], int]]:
    """The first mentions of a name: sentence and place."""
    left = MENTIONS
    for text in context.words.sentences[:FIRST]:
        if name not in text:
            continue
        sentence = words(text)
        at = next((k for k, word in enumerate(sentence) if word.text == name), None)
        if at is not None:
            yield sentence, at
            left -= 1
        if not left:
            return


def _beside(sentence: Sequence[Word], at: int) -> Iterator[Sequence[Word]]:
    """The words before a name in its clause, and those of the clause right behind it."""
    clause = sentence[at].clause
    yield [w for w in sentence[max(0, at - BEFORE) : at] if w.clause == clause]
    if at + 1 < len(sentence) and sentence[at + 1].clause == clause + 1:
        behind = [w for w in sentence[at + 1 :] if w.clause == clause + 1]
        if len(behind) <= BEHIND:
            yield behind


def _values(table: PhraseTable[str], beside: Sequence[Sequence[Word]]) -> frozenset[str]:
    return frozenset(hit.value for stretch in beside for hit in table.find(stretch))
