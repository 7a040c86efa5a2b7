"""A dialog with a list to choose one thing from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.app.layout.wrap import visible
from tui.app.screens.dialog import Dialog

__all__ = ["ChoiceDialog"]


class ChoiceDialog(Dialog[int]):
    """Gives the index of what was chosen.

    Args:
        title: What it asks.
        choices: Pairs of a name and what is to be known of it.
        chosen: The index of what holds now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
    ]

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], chosen: int | None = None
    ) -> None:
        super().__init__(title, "↑ ↓ move · Enter choose · Esc leave")
        self._choices = choices
        self._chosen = chosen

    def content(self) -> ComposeResult:
        """The list."""
        options = [
            Option(
                Content.assemble(
                    f"{number}  " if number < 10 else "   ",
                    (visible(name), "bold"),
                    f"\n   {visible(facts)}" if facts else "",
                )
            )
            for number, (name, facts) in enumerate(self._choices, 1)
        ]
        yield OptionList(*options, markup=False)

    def on_mount(self) -> None:
        """Begin with what holds now."""
        listed = self.query_one(OptionList)
        listed.highlighted = self._chosen or 0
        listed.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the choice."""
        self.dismiss(event.option_index)

    def on_key(self, event: events.Key) -> None:
        """Digits choose at once."""
        if event.key in "123456789" and int(event.key) <= len(self._choices):
            self.dismiss(int(event.key) - 1)

    def action_down(self) -> None:
        """Go down the list."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Go up the list."""
        self.query_one(OptionList).action_cursor_up()
