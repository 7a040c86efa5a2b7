"""Every command of the reader, in one table: keys, footer, palette, help and docs come from it."""

from __future__ import annotations

from collections.abc import Mapping

from tui.app.commands import (
    choosing,
    copying,
    exporting,
    finding,
    moving,
    places,
    translating,
    untouched,
    viewing,
)
from tui.app.commands.keys import key_name
from tui.app.commands.table import COMMANDS as ENTERED
from tui.app.commands.table import Command, Group

__all__ = ["COMMANDS", "Command", "Group", "footer", "key_name"]

ENTERING = (moving, places, viewing, untouched, translating, choosing, finding, copying, exporting)
"""The modules whose import enters commands into the table."""

COMMANDS = {c.id: c for group in Group for c in ENTERED.values() if c.group is group}
"""All commands by id, in the order of the help."""


def footer(commands: Mapping[str, Command] = COMMANDS) -> list[tuple[str, str]]:
    """Keys and words of the footer, the most needed first, the help at the end."""
    told = sorted((c.footer, c.id) for c in commands.values() if c.footer)
    return [
        (" ".join(commands[name].key for name in (own, place.beside) if name), place.words)
        for place, own in told
    ]
