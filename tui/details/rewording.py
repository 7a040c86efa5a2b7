"""What changed between the two sides of a divergence, to be shown inside their words."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.word_diff import Change, word_diff
from tui.details.words import bare, words
from tui.model import DetailKind, Divergence

__all__ = ["changed_words", "changes"]

COMPARED = frozenset({DetailKind.QUOTATION, DetailKind.WORDING})
"""The kinds whose details are stretches of text; of the others the value differs, not the words."""

KEPT = 0.3
"""The share of characters two versions must have in common for their changes to tell anything."""


def changes(divergence: Divergence) -> tuple[Change, ...]:
    """The changed words of two versions of one passage, computed when asked for.

    Args:
        divergence: Any divergence.

    Returns:
        Changes from ``a.detail.text`` to ``b.detail.text``, with offsets into these two (add
        ``detail.start`` for offsets into the sentence). Empty for one side, for kinds that are no
        passages, and for texts that share so little that they are no versions of one: a
        translation, a free retelling.
    """
    if divergence.kind not in COMPARED or divergence.a is None or divergence.b is None:
        return ()
    a, b = divergence.a.detail.text, divergence.b.detail.text
    found = word_diff(a, b)
    kept = len(a) - sum(change.a_end - change.a_start for change in found)
    return found if kept >= KEPT * max(len(a), len(b)) else ()


def changed_words(a: str, b: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of each of two versions that a change touches, bare; a change of case is none."""
    touched = [
        change
        for change in word_diff(a, b)
        if bare(a[change.a_start : change.a_end]) != bare(b[change.b_start : change.b_end])
    ]
    return (
        _touched(a, [(change.a_start, change.a_end) for change in touched]),
        _touched(b, [(change.b_start, change.b_end) for change in touched]),
    )


def _touched(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The words that overlap one of some stretches, which are in order."""
    found: list[str] = []
    at = 0
    for word in words(text):
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        if at < len(spans) and spans[at][0] < word.end:
            found.append(bare(word.text))
    return tuple(found)
