"""Commands that search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import Footer, Group, command

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen


@command("slash", group=Group.FINDING, footer=Footer(6, "find"))
def find(reader: ReaderScreen) -> None:
    """Find words in both reports and the translations shown. Enter goes on, Shift+Tab back."""
    reader.search.begin()
