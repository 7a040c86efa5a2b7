"""Keys typed faster than screens come and go: each is held until the one before it is done with."""

from __future__ import annotations

import asyncio
from bisect import insort
from collections.abc import Awaitable, Callable
from operator import itemgetter
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from tui.app.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

__all__ = ["TypeAhead"]

LOOK_AGAIN = 0.001
"""Seconds between looks at whether a key is done with."""


class TypeAhead:
    """Lets keys through to a screen one at a time.

    A key of a dialog passes through the queues of several widgets, and what it means may pass
    through them again. A key behind it that is already on its way would reach a dialog that is
    closing, and be lost, or be typed into a line that has been accepted.

    Args:
        app: The application.
        send: Lets a key through.
    """

    def __init__(self, app: App[None], send: Callable[[events.Key], Awaitable[None]]) -> None:
        self._app = app
        self._send = send
        self._held: list[tuple[float, events.Key]] = []
        self._is_feeding = False

    async def take(self, event: events.Key) -> None:
        """Let a key through, or hold it for as long as the one before it is not done with."""
        if self._is_feeding:
            self._hold(event.time, event)
            return
        await self._let_through(event)
        if self._held or not self._takes_keys_at_once:
            self._feed()

    def take_back(self, event: events.Key) -> None:
        """Hold a key that has come to a screen which something was opened over in the meantime."""
        event.stop()
        self._hold(event.time, event.copy())
        self._feed()

    def _hold(self, time: float, event: events.Key) -> None:
        insort(self._held, (time, event), key=itemgetter(0))

    @property
    def _takes_keys_at_once(self) -> bool:
        """Whether the reader is there, with no find bar, and handles each key as it comes."""
        screen: Screen[object] = self._app.screen
        return isinstance(screen, ReaderScreen) and screen.focused is None

    def _feed(self) -> None:
        if not self._is_feeding:
            self._is_feeding = True
            self._app.run_worker(self._feed_all(), group="typed ahead")

    async def _feed_all(self) -> None:
        try:
            await self._settled()
            while self._held:
                await self._let_through(self._held.pop(0)[1])
                await self._settled()
        finally:
            self._is_feeding = False

    async def _let_through(self, event: events.Key) -> None:
        typed = None if self._takes_keys_at_once else _typed_after_escape(event)
        if typed is not None:
            self._held.insert(0, (event.time, typed))
            event = events.Key("escape", None)
        await self._send(event)

    async def _settled(self) -> None:
        while not self._is_settled:
            await asyncio.sleep(LOOK_AGAIN)

    @property
    def _is_settled(self) -> bool:
        """Whether nothing is on its way any more, and what has been opened is all there."""
        app = self._app
        widgets = (app.screen, *app.screen.walk_children(Widget))
        return app.message_queue_size == 0 and all(
            widget.is_mounted and widget.message_queue_size == 0 for widget in widgets
        )


def _typed_after_escape(event: events.Key) -> events.Key | None:
    """The key behind an Esc, where a terminal has sent both so fast that they look like Alt.

    No dialog has a use for Alt and a letter.
    """
    held, _, letter = event.key.rpartition("+")
    if held not in ("alt", "alt+shift") or len(letter) != 1:
        return None
    key = letter.upper() if held == "alt+shift" else letter
    return events.Key(key, key)
