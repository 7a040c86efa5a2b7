"""Files that the reader is asked to write: what may be named."""

from __future__ import annotations

from pathlib import Path

from tui.errors import DiptychError

__all__ = ["exists", "fault"]

IMPOSSIBLE = (OSError, RuntimeError, ValueError)
"""What a path may raise when looked at: too long or out of reach, no such user's home, a NUL."""


def fault(typed: str) -> str:
    """What is wrong with a file's name as it was typed; empty if nothing is."""
    if not typed.strip():
        return "a file needs a name"
    try:
        path = Path(typed).expanduser()
        if path.is_dir():
            return "that is a folder; name a file in it"
        return "" if path.parent.is_dir() else f"there is no folder {path.parent}"
    except IMPOSSIBLE as error:
        return f"no file can be written there: {_reason(error)}"


def exists(path: Path) -> bool:
    """Whether a file of that name is there.

    Raises:
        DiptychError: There can be none.
    """
    try:
        return path.exists()
    except IMPOSSIBLE as error:
        raise DiptychError(f"no file can be written there: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    """Why a path is impossible, without the path itself, which may be very long."""
    told = error.strerror if isinstance(error, OSError) else None
    return (told or str(error)).lower()
