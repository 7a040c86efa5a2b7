"""The two reports side by side: one widget that paints both panes and the gutter by the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.layout.geometry import HEADING
from tui.app.layout.gutter import route
from tui.app.layout.overview import Spot, overview, window
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.page import Overview, Page, Painter
from tui.app.reading.pointing import drawn
from tui.app.reading.selection import Selection
from tui.app.reading.window import Window
from tui.app.reading.wiring import nets
from tui.app.widgets.inked import Inked
from tui.model import Which

__all__ = ["Spread"]

LEAST_WIDTH, LEAST_HEIGHT = 30, 8

TOO_SMALL = f"terminal too small\n(needs {LEAST_WIDTH}×{LEAST_HEIGHT})"

WHEEL = 3
"""Lines to a turn of the mouse wheel."""


class Spread(Inked):
    """Shows a window on a reading, and tells what the mouse does to it.

    Args:
        seen: The window; its owner changes it and then calls :meth:`changed`.
        glyphs: The signs to paint with.
        across: The key that goes over to the other report, to be named where that is hidden.
        leave: The key that leaves the reader, to be named where there is no room for more.
    """

    @dataclass
    class Picked(Message):
        """A sentence was clicked."""

        which: Which
        sentence: int

    @dataclass
    class Selected(Message):
        """The pointer was drawn over text; ``None`` where it was let go without."""

        selection: Selection | None

    @dataclass
    class Divided(Message):
        """The divider was pulled to a column."""

        share: float

    @dataclass
    class Wheeled(Message):
        """The wheel was turned over one side, or between the two."""

        which: Which | None
        lines: int

    def __init__(self, seen: Window, glyphs: Glyphs, across: str, leave: str) -> None:
        super().__init__(id="spread")
        self._across = across
        self._too_small = glyphs.words(f"{TOO_SMALL}\n{leave} leaves").splitlines()
        self.notes: Mapping[Which, str] = {}
        self._window = seen
        self._glyphs = glyphs
        self._painter: Painter | None = None
        self._overviews: dict[Which, tuple[tuple[object, ...], list[Spot]]] = {}
        self._pressed: tuple[int, int] | None = None
        self._dragged = False

    def on_resize(self) -> None:
        """Lay out for the room there is."""
        self._fit(*self.size)

    def _fit(self, width: int, height: int) -> None:
        room = (width, max(height - HEADING, 1))
        if room != (self._window.width, self._window.height):
            self._window.resize(*room)

    def notify_style_update(self) -> None:
        """Paint with the inks of the new theme."""
        super().notify_style_update()
        self._painter = None

    # Painting

    def lines(self) -> list[Strip]:
        """Paint both panes and the gutter."""
        screen, (width, height) = self.app.size, self.size
        if screen.width < LEAST_WIDTH or screen.height < LEAST_HEIGHT:
            blank = [""] * height
            words = [*self._too_small, *blank][:height]
            return [self.strip([Segment(line)], width) for line in words]
        if self._painter is None:
            self._painter = Painter(self.inks, self._glyphs)
        # The first frame is painted before the widget is told of its size.
        self._fit(width, height)
        return self._painter.lines(self._page(height), height)

    def _page(self, height: int) -> Page:
        seen, reading = self._window, self._window.reading
        place = reading.place
        matches = reading.matches(place)
        links = [
            (place.sentence, match) if place.which == "a" else (match, place.sentence)
            for match in matches
        ]
        gutter, height = seen.geometry.gutter, max(height - HEADING, 1)
        wired = nets(seen.sheet, seen.tops, height, reading.marked, links) if gutter else []
        return Page(
            reading=reading,
            sheet=seen.sheet,
            tops=seen.tops,
            geometry=seen.geometry,
            gutter=route(wired, gutter, height),
            tones=[net.tone for net in wired],
            overviews={"a": self._overview("a", height), "b": self._overview("b", height)},
            notes=self.notes,
            matched=frozenset(matches),
            across=self._across,
        )

    def _overview(self, which: Which, height: int) -> Overview:
        """Where differences lie in the whole column; made anew only when they or it change."""
        seen, marked = self._window, self._window.reading.marked
        column = seen.sheet.column(which)
        key = (marked, column, height)
        known, cells = self._overviews.get(which, ((), []))
        if known != key:
            linked, unmatched = marked.beads[which], marked.unmatched[which]
            cells = overview(column, marked.gravest[which], linked, unmatched, height)
            self._overviews[which] = (key, cells)
        return Overview(cells, window(column, seen.tops.of(which), height))

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to draw over text, or to pull the divider."""
        if event.button == 1 and event.y >= HEADING:
            self._pressed, self._dragged = (event.x, event.y - HEADING), False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what is drawn over, or where the divider is pulled to."""
        here = (event.x, event.y - HEADING)
        if self._pressed is None or here == self._pressed:
            return
        self._dragged = True
        which = self._window.geometry.side_at(self._pressed[0])
        if which is None:
            self.post_message(self.Divided(event.x / max(self.size.width, 1)))
        else:
            self.post_message(self.Selected(drawn(self._window, self._pressed, here, which)))

    def on_mouse_up(self) -> None:
        """End drawing."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Tell which sentence was clicked."""
        if self._dragged:
            self._dragged = False
            return
        which = self._window.geometry.side_at(event.x)
        if which is None or event.y < HEADING:
            return
        seen = self._window
        line = seen.sheet.column(which).line(seen.tops.of(which) + event.y - HEADING)
        if line.sentence >= 0:
            self.post_message(self.Picked(which, line.sentence))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell that the text is to go up."""
        self.post_message(self.Wheeled(self._window.geometry.side_at(event.x), WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell that the text is to go down."""
        self.post_message(self.Wheeled(self._window.geometry.side_at(event.x), -WHEEL))
