"""The Textual reader: screens, widgets, commands, and the pure layout they paint from."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.read import Story

__all__ = ["run"]


def run(
    story: Callable[[], Story] | Path | None = None,
    *,
    theme: str | None = None,
    ascii_only: bool = False,
    keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
    width: int = 0,
) -> None:
    """Open the reader, and return when it is left.

    Args:
        story: What to read: what loads a story (called beside this process, and again in it if
            that fails), or the file of a comparison that was saved as JSON; without either the
            library is shown, with the demo story in it.
        theme: The theme to begin with; by default the one that was chosen last.
        ascii_only: Whether signs are kept to ASCII. They are on the Linux console in any case.
        keys: The reader's own keys, by the id of a command.
        width: The longest line of text, in cells; 0 for the program's own choice.

    Raises:
        ReadError: The story or a report of it cannot be read.
        ExportError: The file is no comparison.
        DiptychError: There is no such theme, or the keys cannot be.
    """
    # Of the objects made up to the first frame hardly one is garbage; ReaderApp collects again.
    gc.disable()
    opening = _opening(story) if story is not None else None
    from tui.app.app import ReaderApp
    from tui.app.layout.geometry import MEASURE
    from tui.app.terminal import drawing_on_the_terminal, sane_if_killed
    from tui.app.themes import THEME_CYCLE

    desk = opening() if opening else None
    if desk and not theme and desk.habits.get("theme") in THEME_CYCLE:
        theme = desk.habits["theme"]
    plain = ascii_only or os.environ.get("TERM") == "linux"
    app = ReaderApp(desk, theme=theme, ascii_only=plain, keys=keys, measure=width or MEASURE)
    with drawing_on_the_terminal(), sane_if_killed():
        app.run()


def _opening(story: Callable[[], Story] | Path) -> Callable[[], Desk]:
    """Begin to open what is to be read; call the result for the desk with it."""
    if isinstance(story, Path):
        from tui.app.saved import open_saved

        return partial(open_saved, story)
    from tui.app.desk import begin_opening

    return begin_opening(story)
