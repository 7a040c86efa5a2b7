"""A sentence into the spans that may state a fact of their own."""

from __future__ import annotations

import re

__all__ = ["clauses"]

_UNSPACED = re.compile("[\u0e00-\u0e7f\u2e81-\U0010ffff]")
"""A character of a script without spaces, Thai and all from the East Asian ones on."""
_BREAK = re.compile(r"(?<=[,;:!?…])\s+|\s*[–—]\s*|\s+-\s+|(?<=[、，；：。！？])|\s*[()\[\]]\s*")
_SHORT = 3
"""A piece of fewer words joins the one before: "in May, …" states nothing alone."""
_LONG = 12
_SPAN = 10
_MOST = 40
"""Spans of one sentence, so that a whole book in one line does not become thousands."""


def clauses(sentence: str) -> list[str]:
    """Split at punctuation, and what is still long into even spans.

    Args:
        sentence: One sentence of any language, white space collapsed.

    Returns:
        Its spans in order, or none where there are fewer than two.
    """
    joined: list[str] = []
    for piece in filter(None, (part.strip() for part in _BREAK.split(sentence[:20_000]))):
        if joined and (_length(piece) < _SHORT or _length(joined[-1]) < _SHORT):
            joined[-1] += " " + piece
        else:
            joined.append(piece)
    spans = [span for piece in joined for span in _evenly(piece)]
    return spans[:_MOST] if len(spans) > 1 else []


def _length(text: str) -> int:
    """Words; where a script has no spaces, two characters count as one."""
    return max(text.count(" ") + 1, _unspaced(text) // 2)


def _unspaced(text: str) -> int:
    return 0 if text.isascii() else len(_UNSPACED.findall(text))


def _evenly(piece: str) -> list[str]:
    if _length(piece) <= _LONG:
        return [piece]
    separated = _unspaced(piece) < len(piece) // 2
    units, separator, size = (piece.split(), " ", _SPAN) if separated else (piece, "", 2 * _SPAN)
    step = -(-len(units) // -(-len(units) // size))
    return [separator.join(units[at : at + step]) for at in range(0, len(units), step)]
