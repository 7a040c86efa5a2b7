"""A dialog with a question that takes a yes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.app.screens.dialog import Dialog

__all__ = ["ConfirmDialog"]


class ConfirmDialog(Dialog[bool]):
    """Gives ``True`` for y, ``None`` for anything that leaves it.

    Args:
        title: What it asks.
        words: What a yes means.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "accept", "Yes", show=False),
        Binding("n", "cancel", "No", show=False),
    ]

    def __init__(self, title: str, words: str) -> None:
        super().__init__(title, "y yes · n no")
        self._words = words

    def content(self) -> ComposeResult:
        """What a yes means."""
        yield Static(Content(self.words(self._words)), classes="dialog-words")

    def action_accept(self) -> None:
        """Say yes."""
        self.dismiss(True)
