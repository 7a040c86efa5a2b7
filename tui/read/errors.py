"""What goes wrong when reading, in one line each."""

from __future__ import annotations

from tui.errors import DiptychError

__all__ = ["ReadError"]


class ReadError(DiptychError):
    """A text or a story cannot be read; the message names it and says what to do."""
