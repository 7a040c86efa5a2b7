"""The untouched text of a report: as its file gives it, nothing left out, joined or set apart."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from tui.app.layout.wrap import visible

__all__ = ["UntouchedScreen"]


class UntouchedScreen(Screen[None]):
    """A text to scroll through; the key that opened it closes it.

    Args:
        name: What the report is called.
        text: Its untouched text.
    """

    CSS = """
    UntouchedScreen Static { height: 1; padding: 0 1; background: $panel; }
    UntouchedScreen TextArea { height: 1fr; border: none; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,U", "app.pop_screen", "Back", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space", "scroll(20)", show=False),
        Binding("b", "scroll(-20)", show=False),
    ]

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self._heading = visible(f"{name} · untouched text · j k scroll · Esc back")
        self._text = text

    def compose(self) -> ComposeResult:
        """A heading above the text, which is painted by the line and never as markup."""
        yield Static(Content(self._heading))
        yield TextArea(self._text, read_only=True, show_cursor=False, soft_wrap=True)

    def on_mount(self) -> None:
        """Let keys reach the text, for its own page and selection keys."""
        self.query_one(TextArea).focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll the text."""
        self.query_one(TextArea).scroll_relative(y=lines, animate=False)
