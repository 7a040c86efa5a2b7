"""A sentence cut into marked runs: what a painter of any kind draws, left to right.

Details overlap (a number inside a quotation), screens and pages are flat. A sentence is cut at
every border of a mark, and each run keeps the marks that cover it, the one to be seen first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from tui.model import Comparison, Divergence, Which
from tui.words import SEVERITY

__all__ = ["Mark", "Run", "marks_by_sentence", "runs"]


class Mark(NamedTuple):
    """One side of a divergence as it stands in a sentence.

    ``start`` and ``end`` are code points of the sentence's text, half-open. ``number`` is the
    divergence's index in ``comparison.divergences``: one number for both its sides.
    """

    start: int
    end: int
    number: int
    divergence: Divergence


class Run(NamedTuple):
    """A stretch of a sentence under the same marks: ``sentence.text[start:end]``.

    ``marks`` has the mark to be seen first: the innermost, then the gravest; it is empty for
    plain text. ``opening`` and ``closing`` are those of them that begin and end here, so that a
    glyph or an anchor is drawn once however often a mark is cut.
    """

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    opening: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()

    @property
    def end(self) -> int:
        """The code point after the run, in the sentence."""
        return self.start + len(self.text)

    @property
    def mark(self) -> Mark | None:
        """The mark to be seen, if any."""
        return self.marks[0] if self.marks else None


def marks_by_sentence(comparison: Comparison, which: Which) -> Mapping[int, tuple[Mark, ...]]:
    """The marks of every marked sentence of one side, in reading order."""
    found: dict[int, list[Mark]] = {}
    for number, divergence in enumerate(comparison.divergences):
        side = divergence.side(which)
        if side is not None:
            mark = Mark(side.detail.start, side.detail.end, number, divergence)
            found.setdefault(side.sentence, []).append(mark)
    return {
        sentence: tuple(sorted(marks, key=lambda m: (m.start, m.end, m.number)))
        for sentence, marks in found.items()
    }


def runs(text: str, marks: Iterable[Mark]) -> list[Run]:
    """Cut a sentence at the borders of its marks.

    Args:
        text: The sentence.
        marks: Its marks in any order; they may overlap. What reaches past the text is clipped,
            what marks no character of it is left out.

    Returns:
        Runs in order, none empty, whose texts joined are ``text``.
    """
    inside = [
        (max(m.start, 0), min(m.end, len(text)), m)
        for m in marks
        if max(m.start, 0) < min(m.end, len(text))
    ]
    borders = sorted({0, len(text), *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    found = []
    for start, end in pairwise(borders):
        covering = sorted(
            ((s, e, m) for s, e, m in inside if s <= start and end <= e),
            key=lambda c: (c[1] - c[0], SEVERITY[c[2].divergence.relation], c[2].number),
        )
        found.append(
            Run(
                text=text[start:end],
                start=start,
                marks=tuple(m for _, _, m in covering),
                opening=tuple(m for s, _, m in covering if s == start),
                closing=tuple(m for _, e, m in covering if e == end),
            )
        )
    return found
