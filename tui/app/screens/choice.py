"""A dialog with a list to choose one thing from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.content import Content
from textual.widgets import OptionList

from tui.app.layout.wrap import visible
from tui.app.screens.listing import ListingDialog

__all__ = ["ChoiceDialog"]


class ChoiceDialog(ListingDialog[int]):
    """Gives the index of what was chosen.

    Args:
        title: What it asks.
        choices: Pairs of a name and what is to be known of it.
        chosen: The index of what holds now.
    """

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], chosen: int | None = None
    ) -> None:
        super().__init__(title, "↑ ↓ move · Enter choose · Esc leave", chosen or 0)
        self._choices = choices

    def rows(self) -> Iterable[Content]:
        """Each choice with its number and what is to be known of it."""
        for number, (name, facts) in enumerate(self._choices, 1):
            yield Content.assemble(
                f"{number}  " if number < 10 else "   ",
                (visible(name), "bold"),
                f"\n   {self.words(facts)}" if facts else "",
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the choice."""
        self.dismiss(event.option_index)

    def on_key(self, event: events.Key) -> None:
        """Digits choose at once."""
        if event.key in "123456789" and int(event.key) <= len(self._choices):
            event.stop()  # it is not also a key of the screen below
            self.dismiss(int(event.key) - 1)
