"""Where a command's data goes: a terminal, a pipe or a file."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache

from tui.errors import DiptychError, reason, visible

__all__ = [
    "PIPED_WIDTH",
    "STANDARD_OUTPUT",
    "failed",
    "line_width",
    "say",
    "say_warnings",
    "to_terminal",
    "unwritten",
    "wants_color",
    "write_bytes",
    "write_stdout",
]

PIPED_WIDTH = 100
"""Cells to a line where no terminal says how many."""

STANDARD_OUTPUT = "-"
"""What names it in the place of a file."""

WIDEST = 160
"""Beyond this, the two columns of text are too wide to be read."""


def to_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def wants_color(choice: str, *, terminal: bool) -> bool:
    """Whether to write ANSI styles, after ``--color``, no-color.org and the terminal's kind."""
    if choice == "auto":
        return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def line_width(*, terminal: bool) -> int:
    """Cells to a line: the terminal's as far as it can be read, or :data:`PIPED_WIDTH`."""
    if not terminal:
        return PIPED_WIDTH
    from shutil import get_terminal_size

    return min(get_terminal_size((PIPED_WIDTH, 24)).columns, WIDEST)


def write_stdout(text: str, *, terminal: bool) -> None:
    """Write text, in the terminal's encoding or as UTF-8, and be quiet if the pipe is closed.

    Raises:
        DiptychError: It cannot be written, as on a full disk.
    """
    encoding = sys.stdout.encoding if terminal and sys.stdout else None
    write_bytes(text.encode(encoding or "utf-8", errors="replace"))


def write_bytes(data: bytes) -> None:
    """Write data as it is, and be quiet if the pipe is closed.

    Raises:
        DiptychError: It cannot be written, as on a full disk.
    """
    if sys.stdout is None:
        raise DiptychError("standard output is closed; use -o FILE")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        failure = unwritten(error)
        if not isinstance(error, BrokenPipeError):  # whose reader has seen enough
            raise failure from None


def unwritten(error: OSError) -> DiptychError:
    """The error for standard output that cannot be written; nothing more is written to it."""
    # What is left goes nowhere, or Python tries again when it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DiptychError(f"standard output cannot be written: {reason(error)}")


def say(line: str) -> None:
    """Tell the user something in one line on standard error.

    Names in it are the user's or a file's, so what is no printable character is not printed.
    """
    import click

    with suppress(OSError):  # where that cannot be written, nothing can be told
        click.echo(f"diptych: {visible(line)}", err=True)


def failed(message: str) -> int:
    """Say why a command could not be done, and give the exit status for it."""
    say(message)
    return 2


@cache
def say_warnings() -> None:
    """Say what the program's modules log as a warning, such as a cache that cannot be written."""
    import logging

    class Sayer(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            say(record.getMessage())

    logging.getLogger("tui").addHandler(Sayer(logging.WARNING))
