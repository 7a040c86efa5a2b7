"""The words that changed between two versions of a passage, as pieces of a marked sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import category

from tui.marks import Run
from tui.model import DetailKind, Divergence, Which
from tui.read.lines import is_spaceless

if TYPE_CHECKING:
    from tui.details import Change
    from tui.details.word_diff import Op

__all__ = ["Piece", "changed_spans", "pieces", "side_pieces", "whole_words"]


PASSAGES = frozenset({DetailKind.QUOTATION, DetailKind.WORDING})
"""The kinds of detail that have words to compare."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a run in which either every word changed or none.

    ``first`` and ``last`` tell whether the run begins and ends here.
    """

    text: str
    run: Run
    changed: bool
    first: bool
    last: bool


def changed_spans(divergence: Divergence, which: Which) -> list[tuple[int, int]]:
    """Where one side of a divergence has other words than the other: spans of its sentence.

    Of an insertion the side that lacks it has nothing to show.
    """
    a, b = divergence.a, divergence.b
    if a is None or b is None or divergence.kind not in PASSAGES:
        return []
    # Comparing words takes long to load, and most comparisons have few passages to compare.
    from tui.details import changes

    found = whole_words(changes(divergence), a.detail.text, b.detail.text)
    spans = ((c.a_start, c.a_end) if which == "a" else (c.b_start, c.b_end) for c in found)
    at = (a if which == "a" else b).detail.start
    return [(at + start, at + end) for start, end in spans if start < end]


def whole_words(changes: Iterable[Change], a: str, b: str) -> list[Change]:
    """Changes widened from letters to the words they are in: for readers, not for editors.

    Scripts without spaces between words keep their letters.

    Args:
        changes: What changed from ``a`` to ``b``, in order.
        a: The one version.
        b: The other.

    Returns:
        Changes in order, those that met in one word made one.
    """
    from tui.details import Change

    found: list[Change] = []
    for c in changes:
        opens = _splits(a, c.a_start) or _splits(b, c.b_start)
        closes = _splits(a, c.a_end) or _splits(b, c.b_end)
        a_start, a_end, b_start, b_end = (
            _word_start(a, c.a_start) if opens else c.a_start,
            _word_end(a, c.a_end) if closes else c.a_end,
            _word_start(b, c.b_start) if opens else c.b_start,
            _word_end(b, c.b_end) if closes else c.b_end,
        )
        if found and (a_start < found[-1].a_end or b_start < found[-1].b_end):
            last = found.pop()
            a_start, b_start = last.a_start, last.b_start
        op: Op = "insert" if a_start == a_end else "delete" if b_start == b_end else "replace"
        found.append(Change(op, a_start, a_end, b_start, b_end))
    return found


def _splits(text: str, at: int) -> bool:
    """Whether a place lies between two letters of a word."""
    return 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at])


def _word_start(text: str, at: int) -> int:
    while at > 0 and _in_word(text[at - 1]):
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and _in_word(text[at]):
        at += 1
    return at


def _in_word(character: str) -> bool:
    """Whether a character is part of a word that spaces set apart."""
    return category(character)[0] in "LMN" and not is_spaceless(character)


def pieces(runs: Iterable[Run], spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """Cut runs where changed words begin and end.

    Args:
        runs: A sentence's runs, in order.
        spans: The changed stretches of the sentence, in any order; they may overlap.

    Returns:
        Pieces in order, none empty, whose texts joined are those of the runs.
    """
    changed = list(spans)
    edges = {edge for span in changed for edge in span}
    found = []
    for run in runs:
        inside = (edge for edge in edges if run.start < edge < run.end)
        for start, end in pairwise(sorted({run.start, run.end, *inside})):
            found.append(
                Piece(
                    text=run.text[start - run.start : end - run.start],
                    run=run,
                    changed=any(s <= start and end <= e for s, e in changed),
                    first=start == run.start,
                    last=end == run.end,
                )
            )
    return found


def side_pieces(divergence: Divergence, which: Which) -> list[tuple[str, bool]]:
    """The words of one side of a divergence, and of each stretch whether it changed."""
    side = divergence.side(which)
    if side is None:
        return []
    text, at = side.detail.text, side.detail.start
    whole = Run(text, at)
    found = [(p.text, p.changed) for p in pieces([whole], changed_spans(divergence, which))]
    return found or [(text, False)]
