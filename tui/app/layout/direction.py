"""Text written from right to left: which it is, and what keeps it in its place on the screen.

Terminals do one of two things with Arabic and Hebrew: they paint one code point after the other to
the right, or they reorder each line of the screen themselves. Text is given to both in its logical
order, and each line of it the same cells in either: what is written from right to left is set
flush right. The marks below, no cell wide, tell those that reorder where a text begins and ends.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["BASE", "LEFTWARD", "has_leftward", "is_leftward"]

BASE = "\u200e"
"""The left-to-right mark. Reordering goes across a whole line of the screen, and would let two
panes change places if nothing of the line's own direction stood between them (the neutral
characters between two runs from right to left join them)."""

LEFTWARD = "\u200f"
"""The right-to-left mark: beside it a full stop or a bracket goes with the text, not the line."""

_LETTER = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_leftward(text: str) -> bool:
    """Whether something in a text is written from right to left."""
    return not text.isascii() and _LETTER.search(text) is not None


@lru_cache(maxsize=1024)
def is_leftward(text: str) -> bool:
    """Whether a text as a whole is to be set flush right: at least half of its letters are.

    The first letter alone, as in UAX #9 (rule P2), would set a sentence apart from its paragraph
    that begins with a foreign name.
    """
    if not has_leftward(text):
        return False
    letters = [letter for letter in text if letter.isalpha()]
    leftward = [letter for letter in letters if _LETTER.match(letter)]
    return bool(leftward) and 2 * len(leftward) >= len(letters)
