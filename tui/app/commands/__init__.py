"""Every command of the reader, in one table: keys, footer, palette, help and docs come from it."""

from __future__ import annotations

from tui.app.commands import choosing, files, finding, moving, viewing
from tui.app.commands.table import COMMANDS as ENTERED
from tui.app.commands.table import Command, Footer, Group, key_name

__all__ = ["COMMANDS", "Command", "Group", "footer", "key_name"]

ENTERING = (moving, viewing, choosing, finding, files)
"""The modules whose import enters commands into the table."""

COMMANDS = {c.id: c for group in Group for c in ENTERED.values() if c.group is group}
"""All commands by id, in the order of the help."""


def footer() -> list[tuple[str, str]]:
    """Keys and words of the footer, the most needed first, the help at the end."""
    shown: list[Footer] = sorted(c.footer for c in COMMANDS.values() if c.footer)
    return [(place.keys, place.words) for place in shown]
