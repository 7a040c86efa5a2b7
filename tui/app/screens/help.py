"""The help: every key from the table of commands, and what the signs mean."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.app.commands import COMMANDS, Group
from tui.app.paint.glyphs import Glyphs
from tui.app.screens.dialog import Dialog
from tui.words import RELATIONS

__all__ = ["HelpScreen"]

KEYS_WIDTH = 16


class HelpScreen(Dialog[None]):
    """A page to scroll through; any of the keys that opened it closes it.

    Args:
        glyphs: The signs to explain.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1,q", "cancel", "Close", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__("Keys and signs", "j k scroll · Esc close")
        self._glyphs = glyphs

    def content(self) -> ComposeResult:
        """The signs, then the keys by group."""
        with VerticalScroll(classes="dialog-page"):
            yield from self._table("Signs", self._signs())
            for group in Group:
                commands = [c for c in COMMANDS.values() if c.group is group]
                yield from self._table(group.value, [(c.shown_keys, c.help) for c in commands])

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _signs(self) -> list[tuple[str, str]]:
        glyphs = self._glyphs
        return [
            *((glyphs.relation(r), f"{w.label}: {w.sentence}") for r, w in RELATIONS.items()),
            (glyphs.current, "the sentence being read; its matches have a thinner bar"),
            (glyphs.translated, "a translation; the pane's heading says from where"),
            (glyphs.doubt, "what to check in the translation above it, or how near its source is"),
            (glyphs.void, "the other report says nothing here"),
            (glyphs.echo, "a match that stands further up or down, in the paragraph named"),
            (" ".join(glyphs.arrows), "the match is out of sight, further up or down"),
        ]

    def _table(self, heading: str, rows: list[tuple[str, str]]) -> ComposeResult:
        yield Static(Content(heading), classes="help-heading")
        grid = Table.grid(padding=(0, 2))
        grid.add_column(min_width=KEYS_WIDTH, style="bold", no_wrap=True)
        grid.add_column()
        for keys, words in rows:
            grid.add_row(Text(f"  {keys}"), Text(words))
        yield Static(grid)
