"""The details of sentences that nothing is linked to, which no comparison tells."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Article, Side

__all__ = ["details_of"]

FACTS = frozenset({"figures", "names", "quotations"})
"""Kinds that are facts by themselves; a denial or a "reportedly" is one only of its sentence."""


def details_of(article: Article, sentences: Iterable[int]) -> tuple[Side, ...]:
    """Find what sentences of an article tell, by themselves.

    Args:
        article: The article.
        sentences: Indices of its sentences; furniture tells nothing.

    Returns:
        The details, sentence by sentence in the order of their places.
    """
    from tui.details.compare import Reading
    from tui.details.registry import kinds

    reading = Reading.of(article)
    facts = [kind for kind in kinds() if kind.name in FACTS]
    return tuple(
        side
        for sentence in sentences
        for side in sorted(
            (side for kind in facts for side in reading.sides(kind, sentence)),
            key=lambda side: side.detail.start,
        )
    )
