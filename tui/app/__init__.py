"""The Textual reader: screens, widgets, commands, and the pure layout they paint from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.read import Story

__all__ = ["run"]


def run(story: Story | None = None, *, theme: str | None = None, ascii_only: bool = False) -> None:
    """Open the reader, and return when it is left.

    Args:
        story: What to read; without one the library is shown, with the demo story in it.
        theme: The theme to begin with.
        ascii_only: Whether signs are kept to ASCII. They are on the Linux console in any case.

    Raises:
        ReadError: A report of the story cannot be read.
    """
    from tui.app.desk import begin_opening

    opening = begin_opening(story) if story is not None else None
    from tui.app.app import ReaderApp

    desk = opening() if opening else None
    plain = ascii_only or os.environ.get("TERM") == "linux"
    ReaderApp(desk, theme=theme, ascii_only=plain).run()
