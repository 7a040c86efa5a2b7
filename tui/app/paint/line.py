"""One line of a sentence as styled segments: the text, its marks, what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.app.paint.inks import Inks
from tui.marks import Mark
from tui.words import SEVERITY

__all__ = ["Layers", "cells", "elided", "padded", "paint"]


class Layers(NamedTuple):
    """What lies over the text of a sentence.

    Attributes:
        marks: Its marks.
        selected: The index of the divergence last stopped at.
        hits: Code point ranges of what was searched for.
        drawn: The code points that the reader has selected to take away.
        changed: Of marked passages, by the number of the mark, the words that are others on the
            other side.
    """

    marks: Sequence[Mark] = ()
    selected: int | None = None
    hits: Sequence[tuple[int, int]] = ()
    drawn: tuple[int, int] | None = None
    changed: Mapping[int, Sequence[tuple[int, int]]] = MappingProxyType({})


def paint(
    text: str, span: tuple[int, int], base: Style, layers: Layers, inks: Inks
) -> list[Segment]:
    """Segments for ``text[start:end]`` with all that lies over it; not padded.

    Args:
        text: The sentence as it may be shown.
        span: The code points of the line.
        base: The style of plain text here.
        layers: What lies over it.
        inks: The styles.
    """
    start, end = span
    if not (layers.marks or layers.hits or layers.drawn):
        return [Segment(text[start:end], base)] if end > start else []
    marks = [m for m in layers.marks if m.start < end and m.end > start]
    hits = [(s, e) for s, e in layers.hits if s < end and e > start]
    drawn = [(s, e) for s, e in ([layers.drawn] if layers.drawn else []) if s < end and e > start]
    changed = [c for m in marks for c in layers.changed.get(m.number, ())]
    borders = {start, end}
    for left, right in [*((m.start, m.end) for m in marks), *changed, *hits, *drawn]:
        borders.update(min(max(border, start), end) for border in (left, right))
    segments = []
    for left, right in pairwise(sorted(borders)):
        style = base
        over = [m for m in marks if m.start <= left and right <= m.end]
        if over:
            # The innermost mark is seen, of two as long the graver; the one stopped at always.
            seen = min(over, key=lambda m: (m.end - m.start, SEVERITY[m.divergence.relation]))
            chosen = next((m for m in over if m.number == layers.selected), None)
            style += _marked(chosen or seen, left, layers, inks)
        if any(s <= left and right <= e for s, e in hits):
            style += inks["found"]
        if any(s <= left and right <= e for s, e in drawn):
            style += inks["drawn"]
        segments.append(Segment(text[left:right], style))
    return segments


def _marked(mark: Mark, at: int, layers: Layers, inks: Inks) -> Style:
    """The style of a mark at a code point: in a passage of which it is known, the changed words."""
    chosen, changed = mark.number == layers.selected, layers.changed.get(mark.number, ())
    relation = mark.divergence.relation
    if not changed:
        return inks.relation(relation) + (inks["selected"] if chosen else Style.null())
    if not any(s <= at < e for s, e in changed):
        return inks.sign(relation) + inks["passage"]
    return inks.relation(relation) + inks["selected" if chosen else "changed"]


def cells(segments: Iterable[Segment]) -> int:
    """The cells of segments, of which most are ASCII: what is painted has no control characters."""
    return sum(len(text) if text.isascii() else cell_len(text) for text, _, _ in segments)


def padded(segments: list[Segment], width: int, style: Style) -> list[Segment]:
    """Segments filled up with blanks to a width; too long ones are cut to it."""
    used = cells(segments)
    if used < width:
        return [*segments, Segment(" " * (width - used), style)]
    if used == width:
        return segments
    kept: list[Segment] = []
    room = width
    for segment in segments:
        if segment.cell_length >= room:
            return [*kept, Segment(set_cell_size(segment.text, room), segment.style)]
        kept.append(segment)
        room -= segment.cell_length
    return kept


def elided(text: str, width: int, ellipsis: str) -> str:
    """Text cut to a width, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + ellipsis if width > 0 else ""
