"""Opening the reader on the screen, whatever was asked for on the command line.

Nothing here needs click, so that ``diptych REPORT...`` can do without it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import to_terminal
from tui.errors import DiptychError
from tui.read.exports import is_saved_comparison

if TYPE_CHECKING:
    from tui.app.desk import Desk

__all__ = ["open_reader"]

_NO_TERMINAL = "the reader needs a terminal; to write a file or a pipe, use 'compare'"
_DUMB = "this terminal can only print lines (TERM=dumb), not show the reader; use 'compare'"


def open_reader(
    locate: Callable[[], Sequence[Path]],
    *,
    theme: str | None = None,
    ascii_only: bool = False,
    raw: bool = False,
) -> None:
    """Open the reader, and return when it is left.

    Args:
        locate: Finds the files that are to be read; asked only once there is a terminal to show
            them on, for it may fetch them. Without any, the library is shown.
        theme: The theme to begin with, rather than the configured one.
        ascii_only: Whether signs are kept to ASCII, even if the configuration does not ask for it.
        raw: Whether the untouched text is shown.

    Raises:
        DiptychError: There is no terminal, or something cannot be read.
    """
    from tui.store.config import load_config

    config = load_config()
    if not to_terminal():
        raise DiptychError(_NO_TERMINAL)
    if os.environ.get("TERM") == "dumb":
        raise DiptychError(_DUMB)
    files = locate()
    # Only now: standard input may have been a report, and the terminal has taken its place.
    if not (sys.stdin and sys.stdin.isatty()):
        raise DiptychError(_NO_TERMINAL)

    opening = _opening(files, raw=raw)
    from tui.app import run

    run(
        opening,
        theme=theme or config.theme or None,
        ascii_only=ascii_only or config.ascii,
        keys=config.keys,
        width=config.width,
    )


def _opening(files: Sequence[Path], *, raw: bool) -> Callable[[], Desk] | None:
    """Begin to open what the reader is to show; call the result for the desk with it."""
    if not files:
        return None
    if len(files) == 1 and is_saved_comparison(files[0]):
        from tui.app.saved import open_saved

        return partial(open_saved, files[0])
    from tui.app.readahead import begin_reading

    return begin_reading(files, raw=raw)
