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

from tui.app.commands import Group
from tui.app.screens.dialog import Dialog
from tui.app.settings import Settings
from tui.words import RELATIONS, RelationWords

__all__ = ["HelpScreen"]

KEYS_WIDTH = 16

ROOMY = 60
"""Columns of a terminal from which on the words of all tables begin at one column."""


class HelpScreen(Dialog[None]):
    """A page to scroll through; any of the keys that opened it closes it.

    Args:
        settings: The signs to explain, the commands with the reader's own keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1,q", "cancel", "Close", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, settings: Settings) -> None:
        super().__init__("Keys and signs", "j k scroll · Esc close")
        self._glyphs = settings.glyphs
        self._commands = settings.commands

    def content(self) -> ComposeResult:
        """The signs, then the keys by group."""
        with VerticalScroll(classes="dialog-page"):
            yield from self._table("Signs", self._signs())
            for group in Group:
                commands = [c for c in self._commands.values() if c.group is group]
                yield from self._table(group.value, [(c.shown_keys, c.help) for c in commands])

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _signs(self) -> list[tuple[str, str]]:
        glyphs = self._glyphs
        return [
            *((glyphs.relation(r), _told(w)) for r, w in RELATIONS.items()),
            (glyphs.current, "the sentence being read; its matches have a thinner bar"),
            (glyphs.bookmark, "a bookmark"),
            (glyphs.translated, "a translation; the pane's heading says from where"),
            (glyphs.doubt, "what to check in the translation above it, or how near its source is"),
            (glyphs.void, "the other report says nothing here"),
            (glyphs.echo, "a match that stands further up or down, in the paragraph named"),
            (" ".join(glyphs.arrows), "the match is out of sight, further up or down"),
            (
                " ".join(glyphs.passages[1:]),
                "at the outer edges, a map of the whole report: what has a match, and what has "
                "none; other signs as in the text; what is in sight stands out",
            ),
        ]

    def _table(self, heading: str, rows: list[tuple[str, str]]) -> ComposeResult:
        yield Static(Content(heading), classes="help-heading")
        grid = Table.grid(padding=(0, 2))
        least = KEYS_WIDTH if self.app.size.width >= ROOMY else None
        grid.add_column(min_width=least, style="bold", no_wrap=True)
        grid.add_column()
        for keys, words in rows:
            grid.add_row(Text(f"  {self.words(keys)}"), Text(self.words(words)))
        yield Static(grid)


def _told(words: RelationWords) -> str:
    """What a relation is called and what that means, where the name alone does not say it."""
    return words.label if words.sentence == words.label else f"{words.label}: {words.sentence}"
