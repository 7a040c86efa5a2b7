"""The table of commands as Textual's key bindings."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from tui.app.commands import Command

__all__ = ["bindings"]


def bindings(commands: Mapping[str, Command]) -> list[BindingType]:
    """The key bindings of the table."""
    made: list[BindingType] = []
    for command in commands.values():
        keys = command.keys if command.shown else (",".join(command.keys),)
        for number, key in enumerate(keys, 1):
            name = f"{command.id}.{number}" if command.shown else command.id
            action = f"command('{command.id}', '{key}')"
            made.append(Binding(key, action, command.title, show=False, id=name))
    return made
