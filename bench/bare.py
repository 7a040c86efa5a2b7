"""The smallest Textual apps: the yardsticks for the first paint and for keys.

``python -m bench.bare`` shows one line. ``python -m bench.bare ROWS`` shows that many rows of two
columns of wrapped text through Textual's line API, and scrolls by two rows on every key: what
any Textual app pays to show as much, whatever it makes of it.
"""

from __future__ import annotations

import random
import sys

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

__all__ = ["READY"]

READY = "bare app ready"
"""What both apps show first."""


class BareApp(App[None]):
    """Shows one line and redraws it on every key."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static(READY, id="line")

    def on_key(self) -> None:
        """Change what is shown, so that a key makes a frame."""
        line = self.query_one("#line", Static)
        line.toggle_class("odd")
        line.update("key seen " + ("odd" if line.has_class("odd") else "even"))


class Rows(ScrollView):
    """Two columns of made-up text."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        chance = random.Random(rows)
        words = ["".join(chance.choices("aeioulnrst", k=chance.randint(3, 9))) for _ in range(500)]
        self._lines = [
            [f"{n} {' '.join(chance.choices(words, k=7))}"[:50].ljust(55) for _ in "ab"]
            for n in range(rows)
        ]
        self._lines[0][0] = READY.ljust(55)
        self.virtual_size = Size(110, rows)

    def render_line(self, y: int) -> Strip:
        """Both columns' text."""
        style = self.rich_style
        texts = self._lines[y + self.scroll_offset.y]
        return Strip([Segment(text, style) for text in texts], 110)


class BareRows(App[None]):
    """Scrolls rows on every key."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = Rows(rows)

    def compose(self) -> ComposeResult:
        """One widget."""
        yield self._rows

    def on_key(self) -> None:
        """Scroll, so that a key makes a frame of fresh rows."""
        self._rows.scroll_to(y=self._rows.scroll_offset.y + 2, animate=False)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        BareRows(int(sys.argv[1])).run()
    else:
        BareApp().run()
