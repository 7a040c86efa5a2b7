"""The reader's keys, each of which runs its command before the next is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from textual import events

    from tui.app.app import ReaderApp
    from tui.app.screens.reader import ReaderScreen

__all__ = ["Keyboard"]


class Keyboard:
    """Runs the commands of keys.

    Textual's own bindings are looked up after a key has passed through other queues, so that of
    keys in quick succession the second may act before what the first opened is there. Here each
    key is done with before the next is looked at, and what is typed while a dialog or the find bar
    is still coming up is given back to go there, as it was meant.

    Args:
        reader: The screen whose keys they are.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        commands = reader.settings.commands.values()
        self._commands = {key: command.id for command in commands for key in command.keys}

    def take(self, event: events.Key) -> None:
        """Take a key that nothing below the screen wanted."""
        reader = self._reader
        if self._is_ahead(event):
            cast("ReaderApp", reader.app).typed_ahead.take_back(event)
            return
        if reader.focused is not None:
            return
        key = next((alias for alias in event.aliases if alias in self._commands), None)
        if key is not None:
            event.stop()
            reader.action_command(self._commands[key], key)

    def _is_ahead(self, event: events.Key) -> bool:
        """Whether a key was meant for what has been opened since it was pressed."""
        reader = self._reader
        if reader.app.screen is not reader:
            return True
        if not reader.has_class("-finding"):
            return False
        if reader.focused is None:  # the bar is coming up and cannot be typed into yet
            return True
        from tui.app.widgets.find_bar import STEPS

        # Had it passed through the find bar, the bar would have kept it.
        return event.is_printable or event.key in STEPS or event.key == "escape"
