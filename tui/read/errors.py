"""What goes wrong when reading, in one line each."""

from __future__ import annotations

from tui.errors import DiptychError

__all__ = ["BY_HAND", "ReadError"]

BY_HAND = "open it in a browser and save the page, or copy its text and use --paste"
"""What to do about a page that a program cannot have."""


class ReadError(DiptychError):
    """A text or a story cannot be read; the message names it and says what to do."""
