"""The application: themes, screens, and what belongs to no single screen."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import events
from textual.app import App

from tui.app.commands import COMMANDS
from tui.app.commands.keymap import keyed
from tui.app.layout.geometry import MEASURE
from tui.app.paint.glyphs import ASCII, UNICODE
from tui.app.screens.reader import ReaderScreen
from tui.app.settings import Settings
from tui.app.terminal import as_it_is_now, can_be_stopped, stop_job, when_hung_up
from tui.app.themes import DEFAULT_THEME, THEMES, VARIABLES
from tui.app.typeahead import TypeAhead
from tui.errors import DiptychError, printable
from tui.store.config import keys_fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import SystemCommand
    from textual.screen import Screen
    from textual.theme import Theme

    from tui.app.desk import Desk

__all__ = ["ReaderApp"]


class ReaderApp(App[None]):
    """The reader.

    Args:
        desk: The story with its reports read; without one the library is shown.
        ascii_only: Whether signs are kept to ASCII.
        theme: The theme to begin with.
        keys: The reader's own keys by the id of a command, as ``[keys]`` of the configuration
            has them.
        measure: The longest line of text, in cells.

    Raises:
        DiptychError: There is no theme of that name, or the keys cannot be.
    """

    TITLE = "Diptych"
    CSS_PATH = "app.tcss"
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it an instance variable
        (0, "-tiny"),
        (12, "-short"),
        (32, "-tall"),
    ]

    def __init__(
        self,
        desk: Desk | None = None,
        *,
        ascii_only: bool = False,
        theme: str | None = None,
        keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
        measure: int = MEASURE,
    ) -> None:
        # Known to Textual from the start: changed afterwards, all style sheets are parsed again.
        self.set_reactive(App.theme, theme or DEFAULT_THEME)
        super().__init__()
        self.desk = desk
        self.typed_ahead = TypeAhead(self, super().on_event)
        self._numbers = count(1)
        self.settings = Settings(
            ASCII if ascii_only else UNICODE, keyed(COMMANDS, keys, keys_fault), measure
        )
        if theme and theme not in self.available_themes:
            known_names = ", ".join(self.available_themes)
            raise DiptychError(f"no theme is called {printable(theme)}; there are {known_names}")
        self.set_class(ascii_only, "-ascii")

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and the reader's own."""
        return super().available_themes | {theme.name: theme for theme in THEMES}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of marks, for themes that do not know them."""
        return VARIABLES

    def get_default_screen(self) -> Screen[None]:
        """The reader itself, so that no empty screen is painted before it."""
        if self.desk is not None:
            return ReaderScreen(self.desk, self.settings)
        return super().get_default_screen()

    async def on_event(self, event: events.Event) -> None:
        """Pass an event on; keys one after the other."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if event.key in self.settings.commands["suspend"].keys:
                self._suspend(event.key)
            else:
                await self.typed_ahead.take(event)
        elif isinstance(event, events.Resize) and not (self.is_headless or self.is_web):
            await super().on_event(as_it_is_now(event))
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        """Leave in order when killed; without a story, let one be chosen."""
        self.call_after_refresh(_collect_garbage_again)
        loop = asyncio.get_running_loop()
        for killed in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, RuntimeError):
                loop.add_signal_handler(killed, self.exit)
        if not self.is_headless:
            when_hung_up(partial(loop.call_soon_threadsafe, self.exit))
        if self.desk is None:
            from tui.app.screens.library import LibraryScreen

            self.push_screen(LibraryScreen("leave"), self._open)

    def _open(self, desk: Desk | None) -> None:
        if desk is None:
            self.exit()
        else:
            self.open(desk)

    def open(self, desk: Desk) -> None:
        """Show a story in the place of what is shown.

        Each has a mode of Textual's of its own: the screen an app begins with cannot be switched.
        """
        before, self.desk = self.current_mode, desk
        name = f"story {next(self._numbers)}"
        self.add_mode(name, partial(ReaderScreen, desk, self.settings))
        self.switch_mode(name)
        if before != self.DEFAULT_MODE:
            self.remove_mode(before)

    def action_help_quit(self) -> None:
        """Say how to leave and how to copy, to whom tries Ctrl+C for either.

        Textual's own words would cover the differences, and name none of the reader's keys.
        """
        commands = self.settings.commands
        if isinstance(self.screen, ReaderScreen):
            leave, copy = (commands[name].shown_keys for name in ("quit", "copy"))
            self.screen.answer(f"{leave} leaves · {copy} copies the sentence")

    def action_suspend_process(self) -> None:
        """Give the terminal back to the shell until it continues the reader."""
        if not self.is_headless and can_be_stopped():
            with self.suspend():
                stop_job()
        elif isinstance(self.screen, ReaderScreen):
            self.screen.tell("there is no shell here to go back to")

    def _suspend(self, key: str) -> None:
        """Let the shell have the terminal, also from a dialog."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.action_command("suspend", key)
        else:
            self.action_suspend_process()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command of the table, then Textual's own."""
        from textual.app import SystemCommand

        if isinstance(screen, ReaderScreen):
            for command in self.settings.commands.values():
                if not command.shown:
                    run = screen.runner(command)
                    title = f"{command.title}  ({command.shown_keys})"
                    yield SystemCommand(title, command.help, run)
        # Textual's panel of keys lists its bindings, and the reader has a help of its own.
        own = super().get_system_commands(screen)
        yield from (command for command in own if command.title != "Keys")


def _collect_garbage_again() -> None:
    """What has been made up to the first frame stays: it need not be looked through ever again."""
    gc.freeze()
    gc.enable()
