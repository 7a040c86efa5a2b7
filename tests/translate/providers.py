"""A clock that only moves when something waits, and providers that do as they are told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.translate.server import turned
from tui.translate import Limits, ProviderError
from tui.translate.client import Timing


class Clock:
    """Time for one thread; ``waits`` are the pauses asked for."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    @property
    def timing(self) -> Timing:
        """This clock as the program takes it, with no chance in the back-off."""
        return Timing(clock=lambda: self.now, wait=self._wait, jitter=lambda: 1.0)

    def _wait(self, stop: threading.Event, seconds: float) -> bool:
        self.waits.append(seconds)
        self.now += seconds
        return stop.is_set()


@dataclass
class Scripted:
    """A provider; ``answer`` translates or raises, ``asked`` fills with the texts in order."""

    answer: Callable[[str], str] = lambda text: turned(text, "en")
    limits: Limits = field(default_factory=lambda: Limits(spacing=0.0, concurrency=1))
    name: str = "Scripted"
    host: str = "scripted.example"
    encrypted: bool = True
    asked: list[str] = field(default_factory=list)

    def translate(self, text: str, source: str, target: str) -> str:
        """Record the text and answer."""
        self.asked.append(text)
        return self.answer(text)


def failing(times: int, error: ProviderError) -> Callable[[str], str]:
    """An answer that fails so often, and then translates."""
    left = [times]

    def answer(text: str) -> str:
        if left[0]:
            left[0] -= 1
            raise error
        return turned(text, "en")

    return answer
