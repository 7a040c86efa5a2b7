"""Asking a provider with care: spaced, repeated where that helps, and stopped when told to."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from tui.read.decode import clean_line
from tui.translate.errors import ProviderError
from tui.translate.pieces import split_text
from tui.translate.provider import Provider

__all__ = ["Client", "Stopped", "Timing"]

ATTEMPTS = 4
FIRST_DELAY = 1.0
LONGEST_DELAY = 60.0
"""Seconds; a server that asks for a longer pause is given up for this time."""


class Stopped(Exception):  # noqa: N818 -- not an error: the caller asked for it
    """The caller no longer wants the translation."""


@dataclass(frozen=True)
class Timing:
    """Where time comes from; tests give their own.

    ``clock`` is monotonic, in seconds. ``wait`` sleeps for so many seconds or until the event is
    set, and says whether it is. ``jitter`` gives numbers in [0, 1).
    """

    clock: Callable[[], float] = time.monotonic
    wait: Callable[[threading.Event, float], bool] = threading.Event.wait
    jitter: Callable[[], float] = random.random


class Client:
    """One provider's client; all threads that ask the provider share it.

    Args:
        provider: Whom to ask.
        stop: When set, waiting ends and nothing more is sent.
        timing: The clock, the waiting and the chance in use.
    """

    def __init__(
        self, provider: Provider, stop: threading.Event, timing: Timing | None = None
    ) -> None:
        self.provider = provider
        self.stop = stop
        self._timing = timing or Timing()
        self._lock = threading.Lock()
        self._free_at = self._timing.clock()

    def translate(self, text: str, source: str, target: str) -> str:
        """Translate a sentence of any length.

        Raises:
            ProviderError: It could not be had, after all repetitions.
            Stopped: ``stop`` was set.
        """
        pieces = split_text(text, self.provider.limits.max_bytes)
        return "".join(
            self._ask(piece, source, target) + gap if piece.strip() else piece + gap
            for piece, gap in pieces
        )

    def _ask(self, text: str, source: str, target: str) -> str:
        attempt = 1
        while True:
            self._pause()
            try:
                return self._request(text, source, target)
            except ProviderError as error:
                delay = self._delay(attempt, error)
                if not error.retryable or attempt == ATTEMPTS or delay > LONGEST_DELAY:
                    raise
            attempt += 1
            self._hold(delay)

    def _request(self, text: str, source: str, target: str) -> str:
        try:
            return clean_line(self.provider.translate(text, source, target))
        except ProviderError:
            raise
        except Exception:  # noqa: BLE001 -- a provider may come from anywhere
            failure = ProviderError(f"{self.provider.name} failed")
        # Raised outside the handler: its context would keep the text alive.
        raise failure

    def _delay(self, attempt: int, error: ProviderError) -> float:
        """Exponential back-off with jitter between half and all of it, or what the server asks."""
        backoff = FIRST_DELAY * 2.0 ** (attempt - 1) * (0.5 + self._timing.jitter() / 2)
        return max(backoff, error.retry_after or 0.0)

    def _pause(self) -> None:
        """Wait for this thread's turn."""
        with self._lock:
            now = self._timing.clock()
            start = max(now, self._free_at)
            self._free_at = start + self.provider.limits.spacing
        if self.stop.is_set() or (start > now and self._timing.wait(self.stop, start - now)):
            raise Stopped

    def _hold(self, seconds: float) -> None:
        """Send nothing for a while, from any thread: a busy server is busy for all of them."""
        with self._lock:
            self._free_at = max(self._free_at, self._timing.clock() + seconds)
