"""Cutting a text into pieces that a provider takes, at the best places there are."""

from __future__ import annotations

import re

__all__ = ["split_text"]

# Best first: after a sentence, after a clause, at a space, anywhere.
_BREAKS = (
    re.compile(r"(?<=[.!?…])[\"'”’»“)\]]*(?P<gap>\s+)|(?<=[。！？])(?P<none>)"),
    re.compile(r"(?<=[,;:–—])(?P<gap>\s+)|(?<=[、，；：])(?P<none>)"),
    re.compile(r"(?P<gap>\s+)"),
)


def split_text(text: str, max_bytes: int) -> list[tuple[str, str]]:
    """Split a text into pieces of at most ``max_bytes`` UTF-8 bytes.

    Pieces are as long as they may be, and end after a sentence where they can, else after a
    clause, else at a space, else between characters.

    Args:
        text: The text; it is one piece if it is short enough.
        max_bytes: At least 4, the longest character.

    Returns:
        Pairs of a piece and the white space that followed it, which together give the text.
    """
    pieces = []
    while len(text.encode()) > max_bytes:
        piece, gap = _first_piece(text, max_bytes)
        pieces.append((piece, gap))
        text = text[len(piece) + len(gap) :]
    if text:
        pieces.append((text, ""))
    return pieces


def _first_piece(text: str, max_bytes: int) -> tuple[str, str]:
    # A character cut in half at the end is left out by decoding.
    room = len(text.encode()[:max_bytes].decode(errors="ignore"))
    for pattern in _BREAKS:
        last = None
        for match in pattern.finditer(text, 0, room + 1):
            end = match.start("gap") if match["gap"] is not None else match.end()
            if 0 < end <= room and text[:end].strip():
                last = end
        if last is not None:
            rest = text[last:]
            gap = rest[: len(rest) - len(rest.lstrip())]
            return text[:last], gap
    return text[:room], ""
