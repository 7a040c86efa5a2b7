"""What the whole reader is set to, from the configuration and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.app.commands import COMMANDS, Command
from tui.app.layout.geometry import MEASURE
from tui.app.paint.glyphs import UNICODE, Glyphs

__all__ = ["Settings"]


class Settings(NamedTuple):
    """The same for every story.

    Attributes:
        glyphs: The signs to paint with.
        commands: The table of commands with the reader's own keys.
        measure: The longest line of text, in cells.
    """

    glyphs: Glyphs = UNICODE
    commands: Mapping[str, Command] = COMMANDS
    measure: int = MEASURE
