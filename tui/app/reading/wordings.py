"""Which words of a passage the other report words otherwise, computed for what is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tui.model import Detail, DetailKind, Divergence, Which

__all__ = ["changed_words"]

PASSAGES = frozenset({DetailKind.QUOTATION, DetailKind.WORDING, DetailKind.ATTRIBUTION})
"""Kinds whose details are stretches of text; of the others the value differs, not the words."""


def changed_words(divergence: Divergence, which: Which) -> tuple[tuple[int, int], ...]:
    """The words of one side that are others, or nothing, on the other side.

    Args:
        divergence: Any divergence.
        which: The side.

    Returns:
        Code points of the side's sentence, in order; empty where the two sides are no versions of
        one passage.
    """
    if divergence.kind not in PASSAGES or divergence.a is None or divergence.b is None:
        return ()
    return _changed(divergence)[which]


@lru_cache(maxsize=512)
def _changed(divergence: Divergence) -> dict[Which, tuple[tuple[int, int], ...]]:
    from tui.details import changes

    assert divergence.a is not None
    assert divergence.b is not None
    found = changes(divergence)
    return {
        "a": _spans(divergence.a.detail, [(c.a_start, c.a_end) for c in found]),
        "b": _spans(divergence.b.detail, [(c.b_start, c.b_end) for c in found]),
    }


def _spans(detail: Detail, changed: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches of a detail as those of its sentence, without the blanks at their ends."""
    spans = []
    for start, end in changed:
        words = detail.text[start:end]
        begin = start + len(words) - len(words.lstrip())
        length = len(words.strip())
        if length:
            spans.append((detail.start + begin, detail.start + begin + length))
    return tuple(spans)
