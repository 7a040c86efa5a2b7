"""A program in a real pseudo-terminal: what it writes is parsed by a terminal emulator (pyte).

Used by the speed figures and by the tests that drive the whole program.
"""

from __future__ import annotations

import os
import select
import time
from typing import TYPE_CHECKING, Self

import pyte
from ptyprocess import PtyProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

__all__ = ["Terminal", "user_environment"]


def user_environment() -> dict[str, str]:
    """This process's environment as a user's would be: byte code kept, colours, size as it is."""
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    for name in ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"):
        env.pop(name, None)
    return env


class Terminal:
    """Runs a command in a pseudo-terminal and keeps its screen.

    Args:
        command: The program and its arguments.
        columns: Width of the terminal in cells.
        lines: Height of the terminal in cells.
        env: Environment variables set on top of this process's own.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        lines: int = 40,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.raw = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self.started = self._arrived = time.perf_counter()
        self.process = PtyProcess.spawn(
            list(command),
            dimensions=(lines, columns),
            env={**user_environment(), **(env or {})},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.terminate(force=True)

    @property
    def text(self) -> str:
        """The screen as it stands, one line a row."""
        return "\n".join(self.screen.display)

    def send(self, keys: str) -> None:
        """Type ``keys`` as they are."""
        self.process.write(keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Change the terminal's size; the program gets SIGWINCH."""
        self.screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    def feed(self, timeout: float) -> bool:
        """Take in what the program has written within ``timeout`` seconds.

        Returns:
            Whether anything came; ``False`` too once the program has ended.
        """
        ready, _, _ = select.select([self.process.fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = self.process.read(65536)
        except EOFError:
            return False
        self._arrived = time.perf_counter()
        self.raw += data
        self._stream.feed(data)
        return True

    def wait_for(self, seen: str | Callable[[str], bool], *, timeout: float = 20.0) -> float:
        """Wait until the screen holds a text, or satisfies a condition.

        Returns:
            Seconds from the start of the program until what made it so came. That this emulator is
            slow to make a picture of it (some 15 ms a screenful) is no fault of the program's.

        Raises:
            TimeoutError: It did not within ``timeout`` seconds; the message shows the screen.
        """
        deadline = time.perf_counter() + timeout
        while True:
            if (seen in self.text) if isinstance(seen, str) else seen(self.text):
                return self._arrived - self.started
            left = deadline - time.perf_counter()
            ended = not self.feed(max(0.0, min(left, 0.2))) and not self.process.isalive()
            if left <= 0 or ended:
                state = "the program ended" if ended else f"{timeout:g} s passed"
                raise TimeoutError(f"{state} before {seen!r} was on the screen:\n{self.text}")

    def wait_for_exit(self, *, timeout: float = 20.0) -> int:
        """Wait for the program to end and return its exit status (negative: the signal)."""
        deadline = time.perf_counter() + timeout
        while self.process.isalive():
            if time.perf_counter() > deadline:
                raise TimeoutError(f"still running after {timeout:g} s:\n{self.text}")
            self.feed(0.05)
        while self.feed(0.0):
            pass
        status = self.process.exitstatus
        return status if status is not None else -int(self.process.signalstatus or 0)
