"""Where quotations and asides in brackets begin and end, by their marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["QUOTATION_MARKS", "enclosed_spans"]

_CLOSING = {
    "“": "”“",
    "„": "“”",
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "(": ")",
    "（": "）",
}
"""What may close each opening mark, in English, German, French, Nordic and East Asian use."""

_MARK = re.compile("[" + re.escape("".join({*_CLOSING, *"".join(_CLOSING.values())})) + "]")
QUOTATION_MARKS = '"“”„‟«»‹›「」『』'
_BEFORE = "([{—–-/¿¡「『（"
_INSIDE = "¿¡‘‚'([…「『-"


def enclosed_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost quotations and bracketed asides, marks included, from left to right.

    Only marks with a partner count. When a quotation opens while one of the same mark is open, the
    earlier mark was never closed and encloses nothing, so a stray mark swallows no text.
    """
    start = -1
    for mark in _MARK.finditer(text):
        index, char = mark.start(), mark[0]
        if start >= 0 and char in _CLOSING[text[start]] and _closes(text, index):
            yield start, index + 1
            start = -1
        elif char in _CLOSING and (start < 0 or char == text[start]) and _opens(text, index):
            start = index


def _opens(text: str, index: int) -> bool:
    """Whether a mark can open: after white space or the like, and not before white space.

    French guillemets have a space inside, so only what is before them counts.
    """
    char, before, after = text[index], text[index - 1 : index], text[index + 1 : index + 2]
    if char in "「『（„":
        return True
    if char == "“":  # in Chinese no space is before it
        return after.isalnum() or after in _INSIDE
    if before and not before.isspace() and before not in _BEFORE:
        return False
    return char == "«" or bool(after.strip())


def _closes(text: str, index: int) -> bool:
    """Whether a mark can close: not where it rather opens, nor as an apostrophe."""
    char, before, after = text[index], text[index - 1 : index], text[index + 1 : index + 2]
    if char == "’":
        return not after.isalnum() and not before.isalnum()
    return char not in '"“”' or not before.isspace()
