"""What can go wrong with what is kept between runs."""

from __future__ import annotations

from pathlib import Path

from tui.errors import DiptychError, printable, reason

__all__ = ["ConfigError", "StoreError", "unwritten"]


class StoreError(DiptychError):
    """Something the reader made could not be saved or read back."""


class ConfigError(DiptychError):
    """The configuration file has an error: file, line, what is wrong, what is allowed."""


def unwritten(path: Path, error: OSError) -> StoreError:
    """The error for a file or folder that cannot be written."""
    return StoreError(f"{printable(path)}: cannot be written: {reason(error)}")
