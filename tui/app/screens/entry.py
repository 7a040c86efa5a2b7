"""A dialog with a line to type in."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from tui.app.screens.dialog import Dialog

__all__ = ["EntryDialog"]


class EntryDialog(Dialog[str]):
    """Gives what was typed, once it is good.

    Args:
        title: What it asks.
        value: What stands in the line at first.
        fault: Says what is wrong with what was typed; empty if nothing is.
    """

    def __init__(self, title: str, value: str = "", *, fault: Callable[[str], str]) -> None:
        super().__init__(title, "Enter accept · Esc leave")
        self._value = value
        self._fault = fault

    def content(self) -> ComposeResult:
        """The line, and room for what is wrong with it."""
        yield Input(self._value, select_on_focus=False)
        yield Static("", classes="dialog-fault")

    def on_input_changed(self) -> None:
        """Take back what was said of the line as it was."""
        self.query_one(".dialog-fault", Static).update("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Accept what was typed, or say what is wrong with it."""
        fault = self._fault(event.value)
        if fault:
            self.query_one(".dialog-fault", Static).update(Content(self.words(fault)))
        else:
            self.dismiss(event.value)
