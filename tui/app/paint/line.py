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

__all__ = ["Layers", "cells", "elided", "padded", "paint", "width_of"]


class Layers(NamedTuple):
    """What lies over the text of a sentence.

    Attributes:
        marks: Those of its marks that reach into the line.
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
    marks = layers.marks
    laid = [(s, e, inks["found"]) for s, e in layers.hits]
    if layers.drawn:
        laid.append((*layers.drawn, inks["drawn"]))
    if not (marks or laid):
        return [Segment(text[start:end], base)] if end > start else []
    stretches = [(mark.start, mark.end) for mark in marks]
    stretches += [words for mark in marks for words in layers.changed.get(mark.number, ())]
    stretches += [(begin, finish) for begin, finish, _ in laid]
    borders = {start, end}
    for left, right in stretches:
        borders.add(min(max(left, start), end))
        borders.add(min(max(right, start), end))
    segments = []
    for left, right in pairwise(sorted(borders)):
        style = base
        over = [mark for mark in marks if mark.start <= left and right <= mark.end]
        if over:
            style += _marked(_seen(over, layers.selected), left, layers, inks)
        for begin, finish, ink in laid:
            if begin <= left and right <= finish:
                style += ink
        segments.append(Segment(text[left:right], style))
    return segments


def _seen(over: Sequence[Mark], selected: int | None) -> Mark:
    """Of marks over each other the one stopped at, else the innermost, else the gravest."""
    if len(over) == 1:
        return over[0]
    stopped_at = next((mark for mark in over if mark.number == selected), None)
    return stopped_at or min(over, key=lambda m: (m.end - m.start, SEVERITY[m.divergence.relation]))


def _marked(mark: Mark, at: int, layers: Layers, inks: Inks) -> Style:
    """The style of a mark at a code point: in a passage of which it is known, the changed words."""
    chosen, changed = mark.number == layers.selected, layers.changed.get(mark.number, ())
    ink = inks.relation(mark.divergence.relation)
    if not changed:
        return ink + inks["selected"] if chosen else ink
    if not any(s <= at < e for s, e in changed):
        return inks.sign(mark.divergence.relation) + inks["passage"]
    return ink + inks["selected" if chosen else "changed"]


def width_of(text: str) -> int:
    """The cells of a text; most are ASCII, and what is painted has no control characters."""
    return len(text) if text.isascii() else cell_len(text)


def cells(segments: Iterable[Segment]) -> int:
    """The cells of segments."""
    return sum(width_of(text) for text, _, _ in segments)


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
