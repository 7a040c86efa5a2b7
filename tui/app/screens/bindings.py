"""The table of commands as Textual's key bindings."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from tui.app.commands import Command
from tui.app.commands.keymap import binding_id

__all__ = ["bindings"]


def bindings(commands: Mapping[str, Command]) -> list[BindingType]:
    """The key bindings of the table; their ids are what the reader's own keys are laid over."""
    made: list[BindingType] = []
    for command in commands.values():
        keys = command.keys if command.shown else (",".join(command.keys),)
        for number, key in enumerate(keys):
            name = binding_id(command, number)
            action = f"command('{command.id}', '{key}')"
            made.append(Binding(key, action, command.title, show=False, id=name))
    return made
