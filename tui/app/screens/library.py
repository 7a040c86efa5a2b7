"""The library: what is shown when the reader is opened without a story."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.app.desk import Desk
from tui.app.layout.wrap import visible
from tui.app.library import Shelved, open_shelved, shelf
from tui.app.widgets.listed import Listed
from tui.errors import DiptychError

__all__ = ["LibraryScreen"]

WELCOME = (
    "Two reports of one story, side by side: what both say, what they say differently, "
    "what only one says, in any language."
)

USAGE = "diptych FOLDER   or   diptych ONE.txt TWO.txt   opens your own reports."


class LibraryScreen(Screen[Desk | None]):
    """Gives the story that was chosen, with its reports read.

    Args:
        leaving: What Esc does, in a word.
    """

    CSS_PATH = "screens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Leave", show=False),
    ]

    def __init__(self, leaving: str) -> None:
        super().__init__(id="library")
        self._leaving = leaving
        self._shelf: list[Shelved] = []

    def compose(self) -> ComposeResult:
        """The welcome, the stories, the keys."""
        yield Static(Content(" Diptych "), id="library-brand")
        yield Static(Content(f"{WELCOME}\n\n{USAGE}"), id="library-welcome")
        yield Listed(id="library-list", markup=False)
        yield Static("", id="library-fault")
        keys = f" ↑ ↓ move · Enter open · Esc {self._leaving}"
        yield Static(Content(keys), id="library-keys")

    def on_mount(self) -> None:
        """List the stories."""
        self._shelf = shelf()
        listed = self.query_one(OptionList)
        listed.add_options(
            Option(Content.assemble((visible(s.title), "bold"), f"\n{visible(s.facts)}\n"))
            for s in self._shelf
        )
        listed.highlighted = 0
        listed.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a story, or say why it cannot be opened."""
        try:
            desk = open_shelved(self._shelf[event.option_index])
        except DiptychError as error:
            self.query_one("#library-fault", Static).update(Content(str(error)))
        else:
            self.dismiss(desk)

    def action_cancel(self) -> None:
        """Leave without a story."""
        self.dismiss(None)
