"""Lines of the spread as segments: both panes and the gutter, from the layout and the reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from tui.app.layout.geometry import HEADING, Geometry
from tui.app.layout.gutter import EMPTY, Gutter
from tui.app.layout.overview import Passage, Spot
from tui.app.layout.sheet import Sheet, Tops
from tui.app.paint.body import PaneText
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.heading import paint_heading
from tui.app.paint.inks import Inks
from tui.app.paint.joined import Joined, Part
from tui.app.paint.wires import wire
from tui.app.reading.state import Reading
from tui.app.reading.window import identical
from tui.model import Relation, Which

__all__ = ["Overview", "Page", "Painter", "Part"]

MOST_PARTS = 5000
"""Parts remembered at once: many screenfuls, a few megabytes."""


class Overview(NamedTuple):
    """One side's overview: what each cell stands for, and the cells of the window."""

    cells: list[Spot]
    window: range


class Page(NamedTuple):
    """All that is on the spread now.

    Attributes:
        reading: What is read and how.
        sheet: Its columns.
        tops: How far they are scrolled.
        geometry: The widths.
        gutter: The wires between them.
        tones: For each net of the gutter the gravest relation it stands for.
        overviews: What the outer edges show.
        notes: What is to be told of a side's translation, in its heading.
        matched: The sentences of the other side that match the current one.
        across: The key that goes over to the other side.
    """

    reading: Reading
    sheet: Sheet
    tops: Tops
    geometry: Geometry
    gutter: Gutter
    tones: list[Relation | None]
    overviews: Mapping[Which, Overview]
    notes: Mapping[Which, str]
    matched: frozenset[int]
    across: str = ""


NOTHING = Part([])


class Painter:
    """Paints pages line by line and remembers what stays the same from page to page."""

    def __init__(self, inks: Inks, glyphs: Glyphs) -> None:
        self.inks = inks
        self.glyphs = glyphs
        self._parts: dict[tuple[object, ...], Part] = {}
        self._edges: dict[Which, tuple[Overview, list[Part]]] = {}
        self._remembered_for: tuple[object, ...] = ()

    def lines(self, page: Page, height: int) -> list[Strip]:
        """The first lines of the spread. Their parts that look as before are the same objects."""
        reading, shape = page.reading, page.geometry
        shown_for = (reading.marked, reading.finding, page.sheet, shape, page.notes)
        if len(self._parts) > MOST_PARTS or not identical(shown_for, self._remembered_for):
            self._parts.clear()
            self._edges.clear()
            self._remembered_for = shown_for
        left, right = ([self._blank(width)] * height for width in (shape.outer, shape.outer_right))
        if shape.gutter:
            a, b = self._pane(page, "a", height), self._pane(page, "b", height)
            panes = [*a, self._gutter(page, height), *b]
        else:
            panes = [*self._pane(page, "a" if shape.text_a else "b", height)]
        lines = zip(left, *panes, right, strict=True)
        return [Joined(parts, shape.width) for parts in lines]

    def _part(self, key: tuple[object, ...], make: Callable[[], list[Segment]]) -> Part:
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = self._grounded(make())
        return part

    def _grounded(self, segments: list[Segment]) -> Part:
        return Part(self.inks.grounded(segments))

    def _blank(self, width: int) -> Part:
        return self._part(("blank", width), lambda: [Segment(" " * width)])

    def _gutter(self, page: Page, height: int) -> list[Part]:
        """The lines of the gutter, from the top."""
        blank, tones = self._blank(page.geometry.gutter), page.tones
        empty = [EMPTY] * page.geometry.gutter
        column = [blank] * HEADING
        for cells in page.gutter.cells[: height - HEADING]:
            if cells == empty:
                column.append(blank)
                continue
            shown = [
                (arms, arrow, strong, tones[net] if net >= 0 else None)
                for arms, arrow, net, strong in cells
            ]
            make = partial(wire, cells, tones, self.inks, self.glyphs)
            column.append(self._part(("wire", *shown), make))
        return column[:height]

    def _pane(self, page: Page, which: Which, height: int) -> tuple[list[Part], list[Part]]:
        """The columns of a pane from left to right: its text and its outer edge."""
        heading = [
            self._part(
                ("heading", which, y, page.reading.place.which),
                partial(paint_heading, page, which, y, self.inks, self.glyphs),
            )
            for y in range(min(HEADING, height))
        ]
        text = [*heading, *self._bodies(page, which, height - len(heading))]
        edge = [*[NOTHING] * len(heading), *self._edge(page, which, height - len(heading))]
        return (edge, text) if which == "a" else (text, edge)

    def _edge(self, page: Page, which: Which, height: int) -> list[Part]:
        """A side's overview, which is seldom another than it was."""
        seen = page.overviews[which]
        known = self._edges.get(which)
        if known is not None and known[0].cells is seen.cells and known[0].window == seen.window:
            return known[1]
        edge = []
        for y, spot in enumerate(seen.cells[:height]):
            inside = y in seen.window
            make = partial(self._spot, which, spot, inside=inside)
            edge.append(self._part(("edge", which, spot, inside), make))
        self._edges[which] = (seen, edge)
        return edge

    def _spot(self, which: Which, spot: Spot, *, inside: bool) -> list[Segment]:
        """A cell of the overview."""
        style = self.inks["thumb" if inside else "track"]
        if spot.relation is not None:
            style += self.inks.sign(spot.relation)
        elif spot.passage is Passage.ONE_SIDED:
            style += self.inks["alone"]
        edge = Segment(self.glyphs.spot(spot), style)
        return [edge] if which == "a" else [Segment(" "), edge]

    def _bodies(self, page: Page, which: Which, height: int) -> Iterator[Part]:
        """A pane's lines without their edges."""
        reading, parts = page.reading, self._parts
        own = reading.place.which == which
        lit = {reading.place.sentence} if own else page.matched
        kept, selects = reading.bookmarked[which], reading.selection is not None
        text = PaneText(reading, which, page.geometry.text(which), self.inks, self.glyphs)
        for line in page.sheet.column(which).lines(page.tops.of(which), height):
            sentence = line.sentence
            is_lit = sentence in lit
            key: tuple[object, ...] = (which, line)
            if is_lit or selects or sentence in kept:
                drawn = reading.selected(which, sentence)
                lighting = (own, reading.difference) if is_lit else ()
                key = (which, line, lighting, drawn, sentence in kept)
            part = parts.get(key)
            if part is None:
                made = text.paint(line, current=is_lit and own, matched=is_lit and not own)
                part = parts[key] = self._grounded(made)
            yield part
