"""The line to type what is to be found; it tells the screen as it changes."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.app.paint.glyphs import Glyphs
from tui.app.reading.find import Finding

__all__ = ["STEPS", "FindBar"]

KEYS = ("   Enter next · Shift+Tab back · Esc end", "   Enter next · Esc end", "   Esc end")
"""What is told of the keys, as far as there is room."""

LEAST_INPUT = 24
"""Cells kept for what is typed, the label before it included."""

STEPS = {"enter": 1, "down": 1, "tab": 1, "up": -1, "shift+tab": -1}
"""Keys that go to another hit, and which way."""


class FindBar(Horizontal):
    """Stands in place of the footer while something is searched for.

    Args:
        glyphs: The signs to tell what is found with.
    """

    @dataclass
    class Changed(Message):
        """Other words are to be found."""

        words: str

    @dataclass
    class Stepped(Message):
        """The next hit is wanted, or the one before."""

        by: int

    class Closed(Message):
        """The search is over."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="find-bar")
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The line, and how many hits there are."""
        yield Static(Content(" find "), id="find-label")
        yield Input(id="find-input")
        yield Static("", id="find-count")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def show(self, finding: Finding | None) -> None:
        """Show how many hits there are, and which one is looked at."""
        words = ""
        if finding is not None and finding.words.strip():
            left = sum(hit.which == "a" for hit in finding.hits)
            here = "" if finding.current is None else f"{finding.current + 1} of "
            words = f"{here}{len(finding.hits)} · A {left} · B {len(finding.hits) - left}"
            words = words if finding.hits else "nothing found"
        room = self.size.width - LEAST_INPUT - cell_len(words)
        keys = next((keys for keys in KEYS if cell_len(keys) <= room), "")
        told = self._glyphs.words(f"{words}{keys} ")
        self.query_one("#find-count", Static).update(Content(told))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is to be found."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_key(self, event: events.Key) -> None:
        """Go to another hit, or end the search; what is typed is the line's."""
        by = STEPS.get(event.key)
        if by is not None:
            event.stop()
            self.post_message(self.Stepped(by))
        elif event.key == "escape":
            event.stop()
            self.post_message(self.Closed())
