"""Which words of a speech are others in another version of it, and whether that alters its sense.

A speech is given word for word, so a word of another sense is a mistake of one side. Elsewhere in a
report it would not be: there "plan" and "project" change places freely.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.details import negation
from tui.details.base import ArticleContext, PairContext
from tui.details.marks import mark
from tui.details.meaning import cosine
from tui.details.predicate import predicate
from tui.details.surroundings import align, content, is_content
from tui.details.vocabulary import vocabulary
from tui.details.word_classes import are_compatible, members
from tui.details.word_match import word_match
from tui.details.words import Word, bare, words
from tui.model import Side

__all__ = ["names_another", "negation_moved", "unanswered", "words_replaced"]

SYNONYMS = 0.66
"""Cosine from which two words of one language may stand for each other."""

OTHER_SENSE = 0.5
"""The same of two stretches of several words."""

FEWEST_KEPT, FEWEST_SHARED = 3, 0.5
"""Words that two versions have in common at least for a replaced word to tell, and their share."""

MOST_REPLACED = 2
"""Content words of either side that may be replaced by others in a version of the same speech."""

SAME_WORDS = 0.6
"""Share of content words that two versions have in common which differ in what they negate."""

ANSWERED = 0.55
"""Cosine of two words of two languages below which neither is likely to translate the other."""


def words_replaced(a: str, b: str, context: PairContext) -> bool:
    """Whether two versions are the same but for a word or two, no synonyms of the other side's."""
    if context.encoder is None or context.a.lang not in context.encoder.languages:
        return False
    alignment, terms = align(a, b), vocabulary(context.a.lang)
    words_a, words_b = words(a), words(b)
    kept = len(alignment.pairs)
    few = kept < FEWEST_SHARED * max(len(words_a), len(words_b))
    if len(alignment.replaced) != 1 or kept < FEWEST_KEPT or few:
        return False
    in_a, in_b = alignment.replaced[0]
    one = [w.folded for w in words_a[in_a.start : in_a.stop] if is_content(w, terms)]
    other = [w.folded for w in words_b[in_b.start : in_b.stop] if is_content(w, terms)]
    if not one or not other or max(len(one), len(other)) > MOST_REPLACED:
        return False
    alone = len(one) == 1 == len(other)
    alike = cosine(" ".join(one), " ".join(other), context.encoder)
    return alike < (SYNONYMS if alone else OTHER_SENSE)


def negation_moved(a: str, b: str, context: PairContext) -> bool:
    """Whether versions of one speech deny different words of it: "not a ban but a pause".

    What either denies the other has too, among the words that it does not deny; across languages,
    where the order of words tells less, in a clause of its own.
    """
    across = context.a.lang != context.b.lang
    if across and context.encoder is None:
        return False
    one, other = content(a, context.a.lang), content(b, context.b.lang)
    if not across and len(one & other) < SAME_WORDS * max(len(one), len(other)):
        return False
    denied_a, denied_b = _denied(a, context.a.lang), _denied(b, context.b.lang)
    if not denied_a or not denied_b:
        return False
    plain_a = _affirmed(words(a), denied_a, by_clause=across)
    plain_b = _affirmed(words(b), denied_b, by_clause=across)
    match = word_match(a, b, context.a.lang, context.b.lang, context.encoder)
    return match.answers(denied_a, plain_b, ANSWERED) and match.transposed().answers(
        denied_b, plain_a, ANSWERED
    )


def _denied(text: str, lang: str) -> set[int]:
    """The places of the words that a version denies first of all."""
    found: set[int] = set()
    for detail in negation.extract(text, ArticleContext(lang)):
        each = mark(Side(0, detail), text, lang)
        if each.value.turned:
            found.add(each.at)
        elif not each.value.pair:
            found.update(predicate(each))
    return found


def _affirmed(sentence: Sequence[Word], denied: set[int], *, by_clause: bool) -> list[int]:
    """The places of the words not denied, or of those in clauses that deny nothing."""
    clauses = {sentence[k].clause for k in denied} if by_clause else set()
    return [k for k, w in enumerate(sentence) if k not in denied and w.clause not in clauses]


def unanswered(a: str, b: str, context: PairContext) -> tuple[list[Word], list[Word]]:
    """The content words of two versions in two languages that nothing on the other side is like."""
    match = word_match(a, b, context.a.lang, context.b.lang, context.encoder)
    if not match.scores.size:
        return [], []
    words_a, words_b = words(a), words(b)
    return (
        [words_a[k] for k, row in match.rows.items() if match.scores[row].max() < ANSWERED],
        [words_b[k] for k, col in match.columns.items() if match.scores[:, col].max() < ANSWERED],
    )


def names_another(mine: Sequence[Word], theirs: Sequence[Word], context: PairContext) -> bool:
    """Whether of the unanswered words one on each side names a thing, and another of one class.

    The classes have the same concepts in every language, so a translation would share one.
    """
    one = [found for w in mine if (found := members(bare(w.text), context.a.lang))]
    other = [found for w in theirs if (found := members(bare(w.text), context.b.lang))]
    if len(one) != 1 or len(other) != 1:
        return False
    groups = {p.group for p in one[0]} & {q.group for q in other[0]}
    return bool(groups) and not any(
        p == q or are_compatible(p, q) for p in one[0] for q in other[0]
    )
