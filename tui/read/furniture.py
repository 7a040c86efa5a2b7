"""Page furniture: what stands on the page around a report and is no part of it."""

from __future__ import annotations

from tui.read.lexicon import key, lexicon

__all__ = ["is_furniture_line"]

_LONGEST = 160


def is_furniture_line(text: str) -> bool:
    """Whether a line is furniture by its own words or because it has none.

    Only whole lines that data names are taken, and lines without a letter or a digit; position is
    judged elsewhere.
    """
    if not any(c.isalnum() for c in text):
        return True
    if len(text) > _LONGEST:
        return False
    words = lexicon()
    return key(text) in words.lines or text.casefold().startswith(words.starts)
