"""Digits typed before a key: how often to do it, or by themselves a report to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.app.commands import Command
    from tui.app.screens.reader import ReaderScreen

__all__ = ["Prefix"]

ALONE = 0.5
"""Seconds without another key after which a digit stood by itself and meant a report."""

MOST = 6
"""Digits of a number: more than any report has sentences."""

DIGITS = frozenset({"number", "left_by_number"})
"""The commands whose keys are digits of a number."""


class Prefix:
    """Collects digits until a key follows that a number can stand before.

    Args:
        reader: The screen whose keys they are.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        self._timer: Timer | None = None
        self.typed = ""

    def digit(self, digit: int) -> None:
        """Take a digit; one by itself chooses the left report if nothing follows soon."""
        if digit == 0 and not self.typed:
            self._reader.tell("a number does not begin with 0")
            return
        self._wait_no_longer()
        self.typed = (self.typed + str(digit))[:MOST]
        self._reader.tell(f"{self.typed} … then a key of moving")
        if len(self.typed) == 1:
            self._timer = self._reader.set_timer(ALONE, self.settle)

    def settle(self) -> None:
        """Nothing follows: a digit alone chooses a report, a longer number means nothing."""
        self._wait_no_longer()
        typed, self.typed = self.typed, ""
        if len(typed) == 1:
            self._reader.tell("")
            self._reader.pairing.choose("a", int(typed) - 1)

    def taken_by(self, command: Command) -> int | None:
        """The number that stands before a command, if one does."""
        if not self.typed or command.id in DIGITS:
            return None
        if not command.counts:
            self.settle()
            return None
        self._wait_no_longer()
        typed, self.typed = self.typed, ""
        return int(typed)

    def forget(self) -> None:
        """Take back what was typed."""
        self._wait_no_longer()
        self.typed = ""

    def _wait_no_longer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
