"""What a memory or a provider gives, made fit to show."""

from __future__ import annotations

from tui.read.decode import clean

__all__ = ["plain"]


def plain(text: str) -> str:
    """One line without control characters, which would reach the terminal otherwise."""
    return " ".join(clean(text).text.split())
