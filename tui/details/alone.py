"""The details of sentences that nothing is linked to, which no comparison tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.details.base import ArticleContext, Kind, PairContext
from tui.model import Article, Relation, Side

if TYPE_CHECKING:
    from tui.details.reading import Reading

__all__ = ["details_of"]

FACTS = frozenset({"figures", "names", "quotations"})
"""Kinds that are facts by themselves; a denial or a "reportedly" is one only of its sentence."""


def details_of(article: Article, sentences: Iterable[int]) -> tuple[Side, ...]:
    """Find what sentences of an article tell, by themselves.

    Args:
        article: The article.
        sentences: Indices of its sentences; furniture tells nothing.

    Returns:
        The details worth telling, sentence by sentence in the order of their places. Which they
        are, each kind's matcher says: it is asked what a report that says nothing lacks.
    """
    from tui.details.reading import Reading
    from tui.details.registry import kinds

    reading = Reading.of(article)
    silence = ArticleContext(article.lang)
    facts = [kind for kind in kinds() if kind.name in FACTS]
    return tuple(
        side
        for sentence in sentences
        if sentence in reading.sentences
        for side in sorted(
            (side for kind in facts for side in _telling(kind, reading, sentence, silence)),
            key=lambda side: side.detail.start,
        )
    )


def _telling(kind: Kind, reading: Reading, sentence: int, silence: ArticleContext) -> list[Side]:
    told = {sentence: reading.sentences[sentence]}
    context = PairContext(reading.context, silence, told, {})
    found = kind.match(reading.sides(kind, sentence), (), context)
    return [d.a for d in found if d.relation is Relation.ONLY_A and d.a is not None]
