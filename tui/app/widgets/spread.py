"""The two reports side by side: one widget that paints both panes and the gutter by the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import is_

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.layout.geometry import HEADING, Geometry, geometry
from tui.app.layout.gutter import route
from tui.app.layout.outline import View, outline
from tui.app.layout.overview import overview, window
from tui.app.layout.sheet import Sheet, Tops, follow, make_sheet, scrolled
from tui.app.layout.typeset import Typesetter
from tui.app.paint.glyphs import UNICODE, Glyphs
from tui.app.paint.page import Overview, Page, Painter
from tui.app.reading.navigate import nearest_shown
from tui.app.reading.state import Reading
from tui.app.reading.wiring import nets
from tui.app.widgets.inked import Inked
from tui.model import Relation, Which

__all__ = ["Spread"]

SIDES: tuple[Which, Which] = ("a", "b")

LEAST_WIDTH, LEAST_HEIGHT = 30, 8

TOO_SMALL = ("terminal too small", f"(needs {LEAST_WIDTH}×{LEAST_HEIGHT})")

WHEEL = 3
"""Lines to a turn of the mouse wheel."""


class Spread(Inked):
    """Shows a :class:`~tui.app.reading.state.Reading` and tells what the mouse does to it."""

    @dataclass
    class Picked(Message):
        """A sentence was clicked."""

        which: Which
        sentence: int

    @dataclass
    class Settled(Message):
        """The sheet was made anew, and the reading may have had to move to a shown sentence."""

        reading: Reading

    def __init__(self, reading: Reading, glyphs: Glyphs = UNICODE) -> None:
        super().__init__(id="spread")
        self.reading = reading
        self.notes: Mapping[Which, str] = {}
        self.zoomed = False
        self.share = 0.5
        self._glyphs = glyphs
        self._tops = Tops()
        self._geometry = geometry(80, active="a")
        self._made_from: tuple[object, ...] = ()
        self._sheet: Sheet | None = None
        self._painter: Painter | None = None
        self._page: Page | None = None
        self._overviews: dict[Which, tuple[tuple[object, ...], list[Relation | None]]] = {}

    # What the screen asks and says

    @property
    def sheet(self) -> Sheet:
        """The columns as they are laid out now."""
        if self._sheet is None:
            self._lay_out()
        assert self._sheet is not None
        return self._sheet

    @property
    def lines(self) -> int:
        """Lines of text in the window."""
        return max(self.size.height - HEADING, 1)

    @property
    def shape(self) -> Geometry:
        """The widths of the panes."""
        return self._geometry

    def show(self, reading: Reading) -> None:
        """Show a reading, scrolled so that its place and the match of it are seen."""
        self.reading = reading
        self._lay_out()
        self._follow()
        self.changed()

    def level(self, which: Which) -> int:
        """The line of one column that stands level with the current sentence in the other."""
        place = self.reading.place
        top = self.sheet.column(place.which).top(place.sentence) or 0
        return top - self._tops.of(place.which) + self._tops.of(which)

    def changed(self) -> None:
        """Paint anew."""
        self._page = None
        self.refresh()

    def scroll(self, which: Which, lines: int) -> None:
        """Scroll without moving the place."""
        self._tops = scrolled(self.sheet, self._tops, which, lines, self.lines)
        self.changed()

    # Layout

    def _lay_out(self) -> None:
        """Make the sheet if what it is made of has changed; the place keeps its line."""
        reading, comparison = self.reading, self.reading.comparison
        shape = geometry(
            self.size.width or 80,
            active=reading.place.which,
            zoomed=self.zoomed,
            share=self.share,
        )
        grave = reading.marked.gravest[reading.order] if reading.view is View.DIFFERENCES else None
        made_from = (
            *(comparison.a, comparison.b, comparison.translations_a, comparison.translations_b),
            *(reading.view, reading.order, reading.furniture, *reading.translation.values()),
            comparison if reading.view is not View.PARALLEL else None,
            grave,
        )
        if shape == self._geometry and _identical(made_from, self._made_from):
            return
        anchors = {which: self._anchor(which) for which in SIDES}
        self._geometry = shape
        self._made_from = made_from
        kinds = {s: d.kind for s, d in grave.items()} if grave is not None else None
        self._sheet = make_sheet(
            outline(
                comparison,
                reading.view,
                furniture=reading.furniture,
                order=reading.order,
                grave=kinds,
            ),
            Typesetter(
                comparison.a,
                shape.text_a or shape.text_b,
                comparison.translations_a,
                reading.translation["a"],
            ),
            Typesetter(
                comparison.b,
                shape.text_b or shape.text_a,
                comparison.translations_b,
                reading.translation["b"],
            ),
        )
        moved = nearest_shown(reading, self._sheet)
        if moved is not reading:
            self.reading = moved
            self.post_message(self.Settled(moved))
        for which, (sentence, line) in anchors.items():
            top = self._sheet.column(which).top(sentence)
            if top is not None:
                self._tops = self._tops.having(which, top - line)

    def _anchor(self, which: Which) -> tuple[int, int]:
        """A sentence of one side and its line in the window, to be kept there by a new layout."""
        if self._sheet is None:
            return (0, 0)
        column, top = self._sheet.column(which), self._tops.of(which)
        place = self.reading.place
        middle = top + self.lines // 3
        sentence = place.sentence if place.which == which else column.sentence_at(middle)
        begin = None if sentence is None else column.top(sentence)
        return (0, -top) if sentence is None or begin is None else (sentence, begin - top)

    def _follow(self) -> None:
        place = self.reading.place
        self._tops = follow(
            self.sheet,
            self._tops,
            self.lines,
            which=place.which,
            sentence=place.sentence,
            matches=self.reading.matches(place),
        )

    def on_resize(self) -> None:
        """Set the text to the new width."""
        self._lay_out()
        self._follow()
        self.changed()

    def notify_style_update(self) -> None:
        """Paint with the inks of the new theme."""
        super().notify_style_update()
        self._painter = None
        self._page = None

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint line ``y``."""
        if self.app.size.width < LEAST_WIDTH or self.app.size.height < LEAST_HEIGHT:
            return self.strip([Segment(words) for words in TOO_SMALL[y : y + 1]])
        if self._painter is None:
            self._painter = Painter(self.inks, self._glyphs)
        if self._page is None:
            self._page = self._make_page()
        return self.strip(self._painter.line(self._page, y))

    def _make_page(self) -> Page:
        reading, sheet, shape, height = self.reading, self.sheet, self._geometry, self.lines
        marked, place = reading.marked, reading.place
        matches = reading.matches(place)
        current = [
            (place.sentence, match) if place.which == "a" else (match, place.sentence)
            for match in matches
        ]
        wired = nets(sheet, self._tops, height, marked, current) if shape.gutter else []
        return Page(
            reading=reading,
            sheet=sheet,
            tops=self._tops,
            geometry=shape,
            gutter=route(wired, shape.gutter, height),
            tones=[net.tone for net in wired],
            overviews={which: self._overview(which) for which in ("a", "b")},
            notes=self.notes,
        )

    def _overview(self, which: Which) -> Overview:
        """Where differences lie in the whole column; made anew only when they or it change."""
        marked, column, height = self.reading.marked, self.sheet.column(which), self.lines
        key = (marked, column, height)
        known, cells = self._overviews.get(which, ((), []))
        if known != key:
            comparison = marked.comparison
            matched = comparison.matches_a if which == "a" else comparison.matches_b
            article = comparison.a if which == "a" else comparison.b
            alone = [
                s.index for s in article.content if comparison.links and s.index not in matched
            ]
            only = Relation.ONLY_A if which == "a" else Relation.ONLY_B
            cells = overview(column, marked.gravest[which], alone, height, only)
            self._overviews[which] = (key, cells)
        return Overview(cells, window(column, self._tops.of(which), height))

    # The mouse

    def _side(self, x: int) -> Which:
        return self._geometry.side_at(x) or self.reading.place.which

    def on_click(self, event: events.Click) -> None:
        """Tell which sentence was clicked."""
        which = self._side(event.x)
        if event.y < HEADING:
            return
        line = self.sheet.column(which).line(self._tops.of(which) + event.y - HEADING)
        if line.sentence >= 0:
            self.post_message(self.Picked(which, line.sentence))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll both panes down."""
        self.scroll(self._side(event.x), WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll both panes up."""
        self.scroll(self._side(event.x), -WHEEL)


def _identical(one: tuple[object, ...], two: tuple[object, ...]) -> bool:
    return len(one) == len(two) and all(map(is_, one, two))
