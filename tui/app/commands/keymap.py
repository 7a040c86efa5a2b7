"""The reader's own keys, from ``[keys]`` of the configuration, laid over the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.app.commands.keys import key_name, key_of
from tui.app.commands.table import Command
from tui.errors import DiptychError

__all__ = ["keyed"]

Fault = Callable[[str, str], DiptychError]
"""Makes the error for a setting of ``[keys]``: its name, and what is wrong with it."""


def keyed(
    commands: Mapping[str, Command], own: Mapping[str, Sequence[str]], fault: Fault
) -> Mapping[str, Command]:
    """The table with the reader's own keys in the place of the given ones.

    Args:
        commands: The table.
        own: The keys wanted, as written, by the id of a command.
        fault: Makes the error to raise.

    Raises:
        DiptychError: There is no such command or key, or a key would run two commands.
    """
    if not own:
        return commands
    made = dict(commands)
    for name, written in own.items():
        if name not in commands:
            raise fault(
                name, f"no command is called so; docs/keys.md lists them{_like(name, made)}"
            )
        made[name] = _with_keys(commands[name], written, fault)
    taken: dict[str, str] = {}
    for command in sorted(made.values(), key=lambda c: c.id in own):
        for key in command.keys:
            if key in taken:
                raise fault(
                    command.id,
                    f"the key {key_name(key)} is that of {taken[key]}; give one of them another",
                )
            taken[key] = command.id
    return made


def _with_keys(command: Command, written: Sequence[str], fault: Fault) -> Command:
    if not written:
        raise fault(command.id, "needs a key at least")
    keys: list[str] = []
    for name in written:
        key = key_of(name)
        if key is None:
            shown = name if name.isprintable() else ascii(name)
            raise fault(command.id, f'no key is called "{shown}"')
        keys.append(key)
    if not command.shown:
        return command._replace(keys=tuple(keys))
    if len(keys) != len(command.keys):
        raise fault(command.id, f"takes {len(command.keys)} keys, one for each report")
    shown = f"{key_name(keys[0])} … {key_name(keys[-1])}"
    return command._replace(keys=tuple(keys), shown=shown)


def _like(name: str, commands: Mapping[str, Command]) -> str:
    """A suggestion where a name was only mistyped."""
    from difflib import get_close_matches

    found = get_close_matches(name, commands, n=1)
    return f"; did you mean {found[0]}?" if found else ""
