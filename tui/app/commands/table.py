"""The table of commands. A command is a function: its name is the id, its docstring the help."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.app.commands.keys import key_name

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen

__all__ = ["COMMANDS", "Command", "Footer", "Group", "command"]


class Group(StrEnum):
    """What a command is about: the headings of the help."""

    MOVING = "Moving"
    DIFFERENCES = "Differences"
    VIEWING = "Looking"
    TRANSLATION = "Translation"
    REPORTS = "Reports"
    FINDING = "Finding again"
    KEEPING = "Taking away"
    PROGRAM = "Program"


class Footer(NamedTuple):
    """What the footer says of a command; low ranks come first and are left out last."""

    rank: int
    words: str
    beside: str = ""
    """The id of a command whose key is shown with it: the same the other way."""


class Command(NamedTuple):
    """One thing the reader can be told to do.

    Attributes:
        id: The name of its function.
        keys: The keys of Textual that run it, the one to be shown first.
        group: What it is about.
        help: A sentence, from the function's docstring.
        run: What it does.
        footer: Its place in the footer, where it has one.
        shown: How the keys are written together where there are too many to list.
        counts: Whether a number typed before it is how often it is done.
        pairs: Whether it is about two reports, and means nothing to a story of one.
    """

    id: str
    keys: tuple[str, ...]
    group: Group
    help: str
    run: Callable[[ReaderScreen], None]
    footer: Footer | None = None
    shown: str = ""
    counts: bool = False
    pairs: bool = False

    @property
    def title(self) -> str:
        """The id in words, for the palette."""
        return self.id.replace("_", " ").capitalize()

    @property
    def shown_keys(self) -> str:
        """The keys as they are written on a keyboard."""
        return self.shown or "  ".join(map(key_name, self.keys))

    @property
    def key(self) -> str:
        """The first of its keys as it is written on a keyboard; empty if it has none."""
        return key_name(self.keys[0]) if self.keys else ""


COMMANDS: dict[str, Command] = {}
"""All commands by id, in the order in which they were entered."""


def command(
    *keys: str,
    group: Group,
    footer: Footer | None = None,
    shown: str = "",
    counts: bool = False,
    pairs: bool = False,
) -> Callable[[Callable[[ReaderScreen], None]], Callable[[ReaderScreen], None]]:
    """Enter a function into the table."""

    def enter(run: Callable[[ReaderScreen], None]) -> Callable[[ReaderScreen], None]:
        name: str = run.__name__
        words = " ".join((run.__doc__ or "").split())
        COMMANDS[name] = Command(name, keys, group, words, run, footer, shown, counts, pairs)
        return run

    return enter
