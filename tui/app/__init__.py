"""The Textual reader: screens, widgets, commands, and the pure layout they paint from."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.desk import Desk

__all__ = ["run"]


def run(
    opening: Callable[[], Desk] | None = None,
    *,
    theme: str | None = None,
    ascii_only: bool = False,
    keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
    width: int = 0,
) -> None:
    """Open the reader, and return when it is left.

    Args:
        opening: Gives what is to be read, once Textual is there to show it; without it the library
            is shown, with the demo story in it.
        theme: The theme to begin with; by default the one that was chosen last.
        ascii_only: Whether signs are kept to ASCII. They are on the Linux console in any case.
        keys: The reader's own keys, by the id of a command.
        width: The longest line of text, in cells; 0 for the program's own choice.

    Raises:
        DiptychError: What is to be read cannot be opened, there is no such theme, or a key would
            run two commands.
    """
    # Of the objects made up to the first frame hardly one is garbage; ReaderApp collects again.
    gc.disable()
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
