"""What the words around two figures mean, for pairs that their roles leave open."""

from __future__ import annotations

from collections.abc import Mapping

from tui.details.base import PairContext
from tui.details.meaning import cosine
from tui.details.tokens import index_at, tokenize
from tui.model import Side

__all__ = ["judged_by_context"]

REACH = 7
"""Words on either side that are read."""

UNRELATED, RELATED = 0.2, 0.4
"""Cosines of the words around: below the first of two matters, from the second on of one."""

_AGAINST, _FOR = -0.35, 0.1


def judged_by_context(x: Side, y: Side, context: PairContext) -> float:
    """What the encoder adds to, or takes from, the likelihood that two figures have one role.

    Returns:
        0.0 where there is no encoder, or none that knows both languages.
    """
    encoder = context.encoder
    if encoder is None or not {context.a.lang, context.b.lang} <= encoder.languages:
        return 0.0
    around_a, around_b = _around(x, context.sentences_a), _around(y, context.sentences_b)
    if not around_a or not around_b:
        return 0.0
    alike = cosine(around_a, around_b, encoder)
    if alike < UNRELATED:
        return _AGAINST
    return _FOR if alike >= RELATED else 0.0


def _around(side: Side, sentences: Mapping[int, str]) -> str:
    """The words before and behind a figure, the figure left out."""
    text, detail = sentences[side.sentence], side.detail
    tokens = tokenize(text)
    first, last = index_at(tokens, detail.start), index_at(tokens, detail.end)
    before, after = tokens[max(0, first - REACH) : first], tokens[last : last + REACH]
    left = text[before[0].start : detail.start].strip() if before else ""
    right = text[detail.end : after[-1].end].strip() if after else ""
    return f"{left} … {right}" if left or right else ""
