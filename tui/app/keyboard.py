"""Keys in the order in which they were pressed, those typed ahead of a dialog among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual import events

    from tui.app.screens.reader import ReaderScreen

__all__ = ["Keyboard"]


class Keyboard:
    """Runs the commands of keys.

    Textual's own bindings are looked up after a key has passed through other queues, so that of
    keys in quick succession the second may act before what the first opened is there. Here each
    key is done with before the next is looked at, and what is typed while a dialog or the find bar
    is still coming up goes there, as it was meant.

    Args:
        reader: The screen whose keys they are.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        commands = reader.settings.commands.values()
        self._commands = {key: command.id for command in commands for key in command.keys}
        self._ahead: list[events.Key] = []

    def take(self, event: events.Key) -> None:
        """Take a key that nothing below the screen wanted."""
        reader = self._reader
        if self._ahead or self._is_ahead(event):
            event.stop()
            if not self._ahead:
                reader.call_after_refresh(self._pass_on)
            self._ahead.append(event.copy())
            return
        if reader.focused is not None:
            return
        key = next((alias for alias in event.aliases if alias in self._commands), None)
        if key is not None:
            event.stop()
            reader.action_command(self._commands[key], key)

    def _is_ahead(self, event: events.Key) -> bool:
        """Whether a key was meant for what has been opened since it was pressed."""
        if self._reader.app.screen is not self._reader or self._awaits_find_bar:
            return True
        if not self._reader.has_class("-finding"):
            return False
        from tui.app.widgets.find_bar import STEPS

        # Had it passed through the find bar, the bar would have kept it.
        return event.is_printable or event.key in STEPS or event.key == "escape"

    @property
    def _awaits_find_bar(self) -> bool:
        """Whether the find bar is coming up and cannot be typed into yet."""
        return self._reader.has_class("-finding") and self._reader.focused is None

    def _pass_on(self) -> None:
        """Send on what was typed ahead, once there is something to take it."""
        app = self._reader.app
        if self._awaits_find_bar or (app.focused is None and app.screen.focus_chain):
            self._reader.call_after_refresh(self._pass_on)
            return
        ahead, self._ahead = self._ahead, []
        for event in ahead:
            app.post_message(event)
