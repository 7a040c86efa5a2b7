"""A sentence into the spans that may state a fact of their own."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["clauses"]

_UNSPACED = re.compile("[^\0-\u0dff\u0e80-\u2e80]")
"""A character of a script without spaces, Thai and all from the East Asian ones on: what is none of
the others, since a set takes long to compile that has many."""
_BREAK = re.compile(r"(?<=[,;:!?…])\s+|\s*[–—]\s*|\s+-\s+|(?<=[、，；：。！？])|\s*[()\[\]]\s*")
_WORD, _CHARACTER = re.compile(r"\S+"), re.compile(r"\S")
_SHORT = 3
"""A piece of fewer words joins the one before: "in May, …" states nothing alone."""
_LONG = 12
_SPAN = 10
_MOST_CHARACTERS = 20_000
_MOST = 40
"""Spans of one sentence, so that a whole book in one line does not become thousands."""


def clauses(sentence: str) -> list[tuple[int, int]]:
    """Split at punctuation, and what is still long into even spans.

    Args:
        sentence: One sentence of any language, white space collapsed.

    Returns:
        Where its spans start and end, in order, or none where there are fewer than two.
    """
    text = sentence[:_MOST_CHARACTERS]
    cuts = [(0, 0), *(cut.span() for cut in _BREAK.finditer(text)), (len(text), len(text))]
    joined: list[tuple[int, int]] = []
    for (_, start), (end, _) in pairwise(cuts):
        length = _length(text[start:end])
        if start == end:
            continue
        if joined and (length < _SHORT or _length(text[slice(*joined[-1])]) < _SHORT):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    spans = [span for piece in joined for span in _evenly(text, *piece)]
    return spans[:_MOST] if len(spans) > 1 else []


def _length(text: str) -> int:
    """Words; where a script has no spaces, two characters count as one."""
    return max(text.count(" ") + 1, _unspaced(text) // 2)


def _unspaced(text: str) -> int:
    return 0 if text.isascii() else len(_UNSPACED.findall(text))


def _evenly(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    if _length(piece) <= _LONG:
        return [(start, end)]
    separated = _unspaced(piece) < len(piece) // 2
    unit, size = (_WORD, _SPAN) if separated else (_CHARACTER, 2 * _SPAN)
    units = [found.span() for found in unit.finditer(text, start, end)]
    step = -(-len(units) // -(-len(units) // size))
    runs = (units[at : at + step] for at in range(0, len(units), step))
    return [(run[0][0], run[-1][1]) for run in runs]
