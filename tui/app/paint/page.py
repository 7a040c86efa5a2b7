"""Lines of the spread as segments: both panes and the gutter, from the layout and the reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.app.layout.column import Ink, Line
from tui.app.layout.geometry import HEADING, Geometry
from tui.app.layout.gutter import Gutter
from tui.app.layout.overview import Passage, Spot
from tui.app.layout.sheet import Sheet, Tops
from tui.app.layout.wrap import BASE, runs_to_the_left, visible
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.heading import paint_heading
from tui.app.paint.inks import Inks
from tui.app.paint.line import Layers, padded, paint
from tui.app.paint.wires import wire
from tui.app.reading.state import Reading
from tui.app.reading.window import identical
from tui.app.reading.wordings import changed_words
from tui.model import Relation, SentenceKind, Translation, Which
from tui.words import SEVERITY

__all__ = ["Overview", "Page", "Painter", "Part"]

MOST_PARTS = 5000
"""Parts remembered at once: many screenfuls, a few megabytes."""

_KIND_INK = {
    SentenceKind.TITLE: "title",
    SentenceKind.HEADING: "heading",
    SentenceKind.FURNITURE: "furniture",
}


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


Part = list[Segment]
"""A piece of a line. The same piece is the same object, so that what changed is quickly told."""


class Painter:
    """Paints pages line by line and remembers what stays the same from page to page."""

    def __init__(self, inks: Inks, glyphs: Glyphs) -> None:
        self.inks = inks
        self.glyphs = glyphs
        self._parts: dict[tuple[object, ...], Part] = {}
        self._strips: dict[tuple[int, ...], Strip] = {}
        self._remembered_for: tuple[object, ...] = ()

    def lines(self, page: Page, height: int) -> list[Strip]:
        """The first lines of the spread. What looks as it did before is the same object."""
        reading = page.reading
        shown_for = (reading.marked, reading.finding, page.sheet, page.geometry, page.notes)
        if len(self._parts) > MOST_PARTS or not identical(shown_for, self._remembered_for):
            self._parts.clear()
            self._strips.clear()
            self._remembered_for = shown_for
        return [self._strip(self._line(page, y), page.geometry.width) for y in range(height)]

    def _strip(self, parts: tuple[Part, ...], width: int) -> Strip:
        # The parts stay in their table as long as their strip does, so that no other can have
        # the identity of one of them.
        key = tuple(map(id, parts))
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > MOST_PARTS:
                self._strips.clear()
            strip = self._strips[key] = Strip(chain.from_iterable(parts), width)
        return strip

    def _line(self, page: Page, y: int) -> tuple[Part, ...]:
        """The parts of a line, from left to right."""
        shape = page.geometry
        left, right = self._blank(shape.outer), self._blank(shape.outer_right)
        if not shape.gutter:
            return (left, *self._pane(page, "a" if shape.text_a else "b", y), right)
        a, b = self._pane(page, "a", y), self._pane(page, "b", y)
        return (left, *a, self._gutter(page, y), *b, right)

    def _part(self, key: tuple[object, ...], make: Callable[[], Part]) -> Part:
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = self.inks.grounded(make())
        return part

    def _blank(self, width: int) -> Part:
        return self._part(("blank", width), lambda: [Segment(" " * width)])

    def _gutter(self, page: Page, y: int) -> Part:
        if y < HEADING:
            return self._blank(page.geometry.gutter)
        cells, tones = page.gutter.cells[y - HEADING], page.tones
        if all(cell.net < 0 for cell in cells):
            return self._blank(page.geometry.gutter)
        key = tuple((c.arms, c.arrow, c.strong, tones[c.net] if c.net >= 0 else "") for c in cells)
        return self._part(("wire", key), lambda: wire(cells, tones, self.inks, self.glyphs))

    def _pane(self, page: Page, which: Which, y: int) -> tuple[Part, ...]:
        if y < HEADING:
            key = ("heading", which, y, page.reading.place.which)
            heading = self._part(key, lambda: paint_heading(page, which, y, self.inks, self.glyphs))
            return (heading,)
        y -= HEADING
        line = page.sheet.column(which).line(page.tops.of(which) + y)
        body = self._body(page, which, line)
        edge = self._edge(page.overviews[which], which, y)
        return (edge, body) if which == "a" else (body, edge)

    def _edge(self, overview: Overview, which: Which, y: int) -> Part:
        spot, inside = overview.cells[y], y in overview.window

        def make() -> Part:
            sign = self.glyphs.spot(spot)
            style = self.inks["thumb" if inside else "track"]
            if spot.relation is not None:
                style += self.inks.sign(spot.relation)
            elif spot.passage is Passage.ONE_SIDED:
                style += self.inks["alone"]
            edge = Segment(sign, style)
            return [edge] if which == "a" else [Segment(" "), edge]

        return self._part(("edge", which, spot, inside), make)

    def _body(self, page: Page, which: Which, line: Line) -> Part:
        """A pane's line without its edge."""
        reading = page.reading
        own = reading.place.which == which
        current = own and line.sentence == reading.place.sentence
        matched = not own and line.sentence in page.matched
        chosen = reading.difference if current or matched else None
        drawn = reading.selected(which, line.sentence)
        key = (
            which,
            line,
            current,
            matched,
            chosen,
            drawn,
            line.sentence in reading.bookmarked[which],
        )
        return self._part(key, lambda: self._make(page, which, line, current, matched))

    def _make(self, page: Page, which: Which, line: Line, current: bool, matched: bool) -> Part:
        inks, width = self.inks, page.geometry.text(which)
        ground = inks["current"] if current else inks["match"] if matched else Style.null()
        bar = (
            Segment(self.glyphs.current, ground + inks["bar"])
            if current
            else Segment(self.glyphs.match, ground + inks["match-bar"])
            if matched
            else Segment(" ", ground)
        )
        text = padded(self._text(page, which, line, ground), width + 2, ground)
        if any(runs_to_the_left(segment.text) for segment in text):
            text = [Segment(BASE, ground), *text, Segment(BASE, ground)]
        behind = [Segment(" ")] if which == "a" else []
        return [bar, *text, *behind]

    def _text(self, page: Page, which: Which, line: Line, ground: Style) -> list[Segment]:
        """A line's sign and text."""
        inks, glyphs = self.inks, self.glyphs
        match line.ink:
            case Ink.TEXT | Ink.ECHO:
                return self._sentence(page, which, line, ground)
            case Ink.TRANSLATION:
                translation = _translations(page, which)[line.sentence]
                style = ground + inks["translation"]
                finding = page.reading.finding
                hits = finding.spans(which, line.sentence, translated=True) if finding else ()
                span, layers = (line.start, line.end), Layers(hits=hits)
                return [
                    Segment("  ", ground),
                    Segment(f"{glyphs.translated} ", style),
                    *paint(visible(translation.text), span, style, layers, inks),
                ]
            case Ink.REMARK:
                sign = " " if line.start else glyphs.doubt
                style = ground + inks["doubt"]
                return [Segment("  ", ground), Segment(f"{sign} {line.words}", style)]
            case Ink.WAITING:
                style = ground + inks["waiting"]
                return [Segment("  ", ground), Segment(f"{glyphs.translated} {line.words}", style)]
            case Ink.VOID:
                style = ground + inks["void"]
                words = f"{glyphs.void} not in {which.upper()}" if line.first else ""
                return [Segment("  ", ground), Segment(words, style)]
            case Ink.HEADING:
                return [Segment("  ", ground), Segment(line.words, ground + inks["group"])]
        return []

    def _sentence(self, page: Page, which: Which, line: Line, ground: Style) -> list[Segment]:
        inks, glyphs = self.inks, self.glyphs
        sentence = page.reading.article(which).sentences[line.sentence]
        marks = page.reading.marked.marks[which].get(line.sentence, ())
        finding = page.reading.finding
        hits = finding.spans(which, line.sentence) if finding else ()
        text = visible(sentence.text)
        if line.ink is Ink.ECHO:
            style = ground + inks["echo"]
            number = page.reading.article(which).paragraph_numbers[sentence.block]
            where = glyphs.words(f"¶{number}")
            words = f"{glyphs.echo} {where} {text[line.start : line.end]}{glyphs.ellipsis}"
            return [Segment("  ", ground), Segment(words, style)]
        base = ground + inks[_KIND_INK.get(sentence.kind, "text")]
        within = [m for m in marks if m.start < line.end and m.end > line.start]
        sign = Segment(" ", ground)
        if within:
            relation = min((m.divergence.relation for m in within), key=SEVERITY.__getitem__)
            sign = Segment(glyphs.relation(relation), ground + inks.sign(relation))
        kept = line.first and line.sentence in page.reading.bookmarked[which]
        flag = Segment(glyphs.bookmark if kept else " ", ground + inks["bar"])
        layers = Layers(
            marks,
            page.reading.difference,
            hits,
            page.reading.selected(which, line.sentence),
            {m.number: changed_words(m.divergence, which) for m in within},
        )
        return [sign, flag, *paint(text, (line.start, line.end), base, layers, inks)]


def _translations(page: Page, which: Which) -> Mapping[int, Translation]:
    comparison = page.reading.comparison
    return comparison.translations_a if which == "a" else comparison.translations_b
