"""A sentence into the clauses that may state a fact of their own."""

from __future__ import annotations

import re

__all__ = ["clauses"]

_BREAK = re.compile(r"(?<=[,;:!?…])\s+|\s*[–—]\s*|\s+-\s+|(?<=[、，；：。！？])|\s*[()\[\]]\s*")
_SHORT = 3
"""A piece of fewer words joins its neighbour: "in May, …" states nothing alone."""


def clauses(sentence: str) -> list[str]:
    """Split at punctuation.

    Args:
        sentence: One sentence of any language, white space collapsed.

    Returns:
        Its clauses in order, each of at least three words, or none where there are fewer than two.
    """
    joined: list[str] = []
    for piece in filter(None, (part.strip() for part in _BREAK.split(sentence))):
        if joined and (_words(piece) < _SHORT or _words(joined[-1]) < _SHORT):
            joined[-1] += " " + piece
        else:
            joined.append(piece)
    return joined if len(joined) > 1 else []


def _words(text: str) -> int:
    """Words; where a script has no spaces, two characters count as one."""
    return max(text.count(" ") + 1, sum(ch > "\u2e80" for ch in text) // 2)
