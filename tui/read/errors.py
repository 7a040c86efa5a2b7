"""What goes wrong when reading, in one line each."""

from __future__ import annotations

from tui.errors import DiptychError

__all__ = ["ReadError", "printable"]

_LONGEST = 120


class ReadError(DiptychError):
    """A text or a story cannot be read; the message names it and says what to do."""


def printable(name: object) -> str:
    """A name from outside, fit for a one-line message: no control characters, not too long.

    Args:
        name: A path, key or value as the user or a file gave it.
    """
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(name))
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
