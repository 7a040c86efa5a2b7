"""Words that exclude each other where two reports say the same: cocaine and heroin, leg and arm.

Two linked sentences may each speak of a man and of a woman and agree; so a pair counts only where
neither report has the other's word anywhere, no other word of the class is on one side alone, and
the words around the two are of one matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tui.data import load
from tui.details.base import ArticleContext, PairContext
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.surroundings import closeness
from tui.details.text_values import Concept
from tui.details.word_classes import (
    ClassWord,
    Member,
    are_compatible,
    by_class,
    class_words,
    concepts,
)
from tui.details.words import words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["contrasts"]

ONE_MATTER = 0.24
"""Cosine of the words around, from which two words are taken to have one role."""

SAME_ACT = 0.45
"""The same for those who act, of whom every report has several: the council, a nurse, a cousin."""

REACH = 6
"""Words on either side that are read."""

BESIDE_SHARED = 0.6
"""The same for two words beside one of their class that both sentences have (a wolf, its prey)."""

MOST = 2
"""Words of a class in a sentence; more are a list, of which reports choose."""

NEAR = 0.4
"""How close two sentences of one language must be where there is no encoder to ask."""

ACROSS = 0.65
"""The same across languages, where words tell less."""


class _Placed(NamedTuple):
    """A class word in its sentence."""

    found: ClassWord
    member: Member
    text: str
    lang: str


def contrasts(x: Side, y: Side, context: PairContext) -> Iterator[Divergence]:
    """The words of two linked sentences that cannot both be right.

    Args:
        x: The sentence of A as one detail.
        y: That of B.
        context: Says what else the two reports have.
    """
    text_a, text_b = x.detail.text, y.detail.text
    classes_a = by_class(class_words(text_a, context.a.lang))
    classes_b = by_class(class_words(text_b, context.b.lang))
    for name in sorted(classes_a.keys() & classes_b.keys()):
        one = [_Placed(w, m, text_a, context.a.lang) for w, m in classes_a[name]]
        other = [_Placed(w, m, text_b, context.b.lang) for w, m in classes_b[name]]
        for p, q, likely in _exclusive(one, other, context):
            yield Divergence(
                _kinds().get(name, DetailKind.WORDING),
                Relation.CONFLICTS,
                round(min(0.9, 0.5 + likely / 2), 3),
                _side(x, p),
                _side(y, q),
            )


@cache
def _kinds() -> Mapping[str, DetailKind]:
    """The kinds of the classes whose words stand for what has a name: police, city, castle."""
    typed: Mapping[str, Sequence[str]] = load("details/signs")["without_name"]
    return {name: DetailKind(kind) for kind, classes in typed.items() for name in classes}


@cache
def _acting() -> frozenset[str]:
    """The classes whose words stand for people and bodies."""
    return frozenset(load("details/signs")["acting"]["classes"])


def _exclusive(
    one: Sequence[_Placed], other: Sequence[_Placed], context: PairContext
) -> Iterator[tuple[_Placed, _Placed, float]]:
    """Pairs of different concepts of a class that have one role."""
    told_a, told_b = {p.member for p in one}, {q.member for q in other}
    shared = told_a & told_b
    most = 1 if shared else MOST
    if len(told_a - shared) > most or len(told_b - shared) > most:
        return
    left_a = [p for p in one if p.member not in shared and not _has(context.b, p.member)]
    left_b = [q for q in other if q.member not in shared and not _has(context.a, q.member)]

    def likely(p: _Placed, q: _Placed) -> float:
        if are_compatible(p.member, q.member):
            return 0.0
        near = _one_role(p, q, context)
        return near if near >= BESIDE_SHARED or not shared else 0.0

    for i, j in assign(left_a, left_b, likely):
        yield left_a[i], left_b[j], likely(left_a[i], left_b[j])


def _has(report: ArticleContext, member: Member) -> bool:
    return member in concepts(report.words, report.lang)


def _one_role(p: _Placed, q: _Placed, context: PairContext) -> float:
    """How likely two words have one role in their sentences; 0.0 where it is not likely enough."""
    encoder = context.encoder
    if encoder is not None and {p.lang, q.lang} <= encoder.languages:
        near = cosine(_around(p), _around(q), encoder)
        acts = p.member.group in _acting()
        return near if near >= (SAME_ACT if acts else ONE_MATTER) else 0.0
    near = closeness(p.text, q.text, p.lang, q.lang)
    return near if near >= (NEAR if p.lang == q.lang else ACROSS) else 0.0


def _around(placed: _Placed) -> str:
    """The words before and behind a word, itself left out."""
    sentence, at = words(placed.text), placed.found.index
    first, last = sentence[max(0, at - REACH)], sentence[min(len(sentence) - 1, at + REACH)]
    start, end = placed.found.word.start, placed.found.last.end
    return f"{placed.text[first.start : start]} … {placed.text[end : last.end]}"


def _side(whole: Side, placed: _Placed) -> Side:
    start, end = placed.found.word.start, placed.found.last.end
    value = Concept(*placed.member)
    detail = Detail(DetailKind.WORDING, start, end, placed.text[start:end], value)
    return Side(whole.sentence, detail)
