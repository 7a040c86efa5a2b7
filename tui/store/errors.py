"""What can go wrong with what is kept between runs."""

from __future__ import annotations

from tui.errors import DiptychError

__all__ = ["ConfigError", "StoreError"]


class StoreError(DiptychError):
    """Something the reader made could not be saved or read back."""


class ConfigError(DiptychError):
    """The configuration file has an error: file, line, what is wrong, what is allowed."""
