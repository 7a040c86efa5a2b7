"""What can be moved on the screen: the divider between the reports, and the one below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.memory import Panes

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen

__all__ = ["Dividers"]

LEAST_SHARE = 0.2
"""The least of the width that either report is left."""

LEAST_DETAILS = 2
"""The fewest lines of the table of differences: its rule, and one below it."""


class Dividers:
    """Shares the window out.

    Args:
        reader: The screen that is divided.
        remembered: How it was when it was left.
    """

    def __init__(self, reader: ReaderScreen, remembered: Panes) -> None:
        self._reader = reader
        self._details = remembered.details
        reader.window.share = remembered.share
        reader.window.zoomed = remembered.zoomed or reader.is_alone

    @property
    def panes(self) -> Panes:
        """How the window is shared out."""
        window = self._reader.window
        return Panes(window.share, window.zoomed and not self._reader.is_alone, self._details)

    def put_back(self) -> None:
        """Give the table the lines it had."""
        if self._details:
            self._reader.details.styles.height = self._details

    def zoom(self) -> None:
        """Give all the width to one report, or share it again."""
        window = self._reader.window
        window.zoomed = not window.zoomed
        self._reader.go(self._reader.reading)

    def put(self, share: float) -> None:
        """Give the left report a share of the width."""
        self._reader.window.share = min(max(share, LEAST_SHARE), 1 - LEAST_SHARE)
        self._reader.go(self._reader.reading)

    def move(self, by: float) -> None:
        """Give the left report more of the width, or less."""
        self.put(self._reader.window.share + by)

    def size_details(self, by: int) -> None:
        """Give the differences more lines, or fewer."""
        strip = self._reader.details
        most = max(self._reader.size.height // 2, LEAST_DETAILS)
        self._details = min(max(strip.size.height + by, LEAST_DETAILS), most)
        strip.styles.height = self._details
