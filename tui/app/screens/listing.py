"""What dialogs with a list share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.app.screens.dialog import Dialog
from tui.app.widgets.listed import Listed

__all__ = ["ListingDialog"]

T = TypeVar("T")


class ListingDialog(Dialog[T]):
    """A dialog whose content is one list.

    Args:
        title: What it asks.
        keys: What its keys do, in a line.
        start: The index to begin at.
    """

    LIST: ClassVar[type[OptionList]] = Listed
    """The widget that lists."""

    def __init__(self, title: str, keys: str, start: int = 0) -> None:
        super().__init__(title, keys)
        self._start = start

    def rows(self) -> Iterable[Content]:
        """The rows of the list, from the first to the last."""
        raise NotImplementedError

    def content(self) -> ComposeResult:
        """The list."""
        yield self.LIST(*(Option(row) for row in self.rows()), markup=False)

    def on_mount(self) -> None:
        """Begin where it was asked to."""
        self.listed.highlighted = self._start
        self.listed.focus()

    @property
    def listed(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def list_again(self) -> None:
        """Show the rows as they are now, at the same one as before or the last."""
        listed, here = self.listed, self.listed.highlighted or 0
        rows = [Option(row) for row in self.rows()]
        listed.clear_options()
        listed.add_options(rows)
        listed.highlighted = min(here, len(rows) - 1) if rows else None
