"""Differences of plain words: those that exclude each other, and the changes of a revision.

Where two sentences of one language differ in a few words only, as in rewritten wire copy, each word
that changed is worth showing. Where they are freely worded it is not, for paraphrase changes no
detail; there only words of one class are told apart (:mod:`tui.details.contrast`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.details.base import ArticleContext, Kind, PairContext
from tui.details.contrast import contrasts
from tui.details.surroundings import align, is_content
from tui.details.vocabulary import vocabulary
from tui.details.words import Word, bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["KIND", "extract", "match"]

NEAR_IDENTICAL = 0.72
"""The share of words two sentences must have in common, in order, to count as versions of one."""

LONGEST_CHANGE = 6
"""Words of one change; a longer one is a passage written anew."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """The sentence as a whole: what changed in it shows only beside another."""
    del context
    return [Detail(DetailKind.WORDING, 0, len(text), text)] if words(text) else []


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """The words that exclude each other, and those changed from one version to another."""
    for x in a:
        for y in b:
            if context.links and (x.sentence, y.sentence) not in context.links:
                continue
            opposed = list(contrasts(x, y, context))
            yield from opposed
            if context.a.lang == context.b.lang:
                changes = _changes(x, y, context)
                yield from (d for d in changes if not any(_overlap(d, o) for o in opposed))


def _overlap(change: Divergence, told: Divergence) -> bool:
    """Whether a changed passage has, in either sentence, a word in it that is told already."""
    sides = ((change.a, told.a), (change.b, told.b))
    return any(
        x and y and x.detail.start < y.detail.end and y.detail.start < x.detail.end
        for x, y in sides
    )


def _changes(x: Side, y: Side, context: PairContext) -> Iterator[Divergence]:
    text_a, text_b = x.detail.text, y.detail.text
    words_a, words_b = words(text_a), words(text_b)
    shorter, longer = sorted((len(words_a), len(words_b)))
    if text_a == text_b or shorter < NEAR_IDENTICAL * longer / (2 - NEAR_IDENTICAL):
        return
    alignment = align(text_a, text_b)
    share = 2 * len(alignment.pairs) / (len(words_a) + len(words_b))
    if share < NEAR_IDENTICAL:
        return
    named_a, named_b = _explained(text_a, context.a), _explained(text_b, context.b)
    for in_a, in_b in alignment.replaced:
        if not in_a or not in_b or max(len(in_a), len(in_b)) > LONGEST_CHANGE:
            continue
        one = [words_a[k] for k in in_a]
        other = [words_b[k] for k in in_b]
        plain = _is_plain(one, named_a, context.a.lang) and _is_plain(
            other, named_b, context.b.lang
        )
        if plain and not _inflected(one, other):
            yield Divergence(
                DetailKind.WORDING,
                Relation.REWORDED,
                share,
                Side(x.sentence, _span(text_a, one)),
                Side(y.sentence, _span(text_b, other)),
            )


def _explained(text: str, context: ArticleContext) -> list[tuple[int, int]]:
    """The stretches of a sentence that another kind of detail reads, and so compares."""
    from tui.details.registry import kinds

    others: Iterable[Kind] = (kind for kind in kinds() if kind.name != KIND.name)
    return [
        (detail.start, detail.end)
        for kind in others
        if kind.name != "quotations"
        for detail in kind.extract(text, context)
        if getattr(detail.value, "evidence", 1.0) >= 0.5 and not getattr(detail.value, "pair", "")
    ]


def _is_plain(changed: Sequence[Word], named: Sequence[tuple[int, int]], lang: str) -> bool:
    """Whether changed words say something, and nothing that another kind compares."""
    terms = vocabulary(lang)
    if not any(is_content(word, terms) for word in changed):
        return False
    return not any(
        word.start < end and start < word.end for word in changed for start, end in named
    )


def _inflected(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether a change is one of ending or spelling alone ("test", "testing")."""
    from rapidfuzz.distance import JaroWinkler

    a, b = "".join(bare(w.text) for w in one), "".join(bare(w.text) for w in other)
    return float(JaroWinkler.similarity(a, b)) > 0.9


def _span(text: str, changed: Sequence[Word]) -> Detail:
    start, end = changed[0].start, changed[-1].end
    return Detail(DetailKind.WORDING, start, end, text[start:end])


KIND = Kind(name="wording", extract=extract, match=match)
