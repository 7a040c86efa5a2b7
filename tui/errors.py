"""The one exception that reaches a user: a line saying what is wrong, where, and what to do."""

from __future__ import annotations

__all__ = ["DiptychError", "printable", "reason", "visible"]

_LONGEST = 120


class DiptychError(Exception):
    """Something the user can mend. Its text is one line, shown as it is, with exit status 2.

    Modules raise a subclass where a caller may want to tell them apart (``ReadError``,
    ``ProviderError`` …). The text names the file or option, never a traceback, a key or a URL's
    query string, and never holds unescaped article text.
    """

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


def printable(name: object) -> str:
    """A name from outside, fit for a one-line message: no control characters, not too long.

    Args:
        name: A path, key or value as the user or a file gave it.
    """
    shown = visible(str(name))
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def visible(text: str) -> str:
    """Text on one line with nothing in it that a terminal would obey."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def reason(error: OSError) -> str:
    """Why the system refuses, to stand within a message: ``no space left on device``."""
    return (error.strerror or type(error).__name__).lower()
