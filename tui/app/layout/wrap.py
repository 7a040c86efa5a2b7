"""Text into lines by display width, as character offsets, so that marks keep their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import get_character_cell_size, split_graphemes

__all__ = ["Span", "line_count", "visible", "wrap"]

Span = tuple[int, int]
"""A half-open range of code points."""

_SPACES = " \u3000"
"""Where a line may always break: the plain space and the ideographic one."""

_VISIBLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys([*range(0x7F, 0xA0), *range(0xD800, 0xE000)], "\ufffd"),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
    **dict.fromkeys([*range(0x09, 0x0E), 0x85, 0x2028, 0x2029], " "),
    **dict.fromkeys([*range(0x2000, 0x2007), 0x2008, 0x2009, 0x200A], " "),
    0xAD: "\u200b",
}
"""Soft hyphens are one cell to some terminals and none to others; a zero-width space is none."""

_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2500-\u25fc]*"
)
"""Text in which every code point is one cell wide: by far the most, and quick to wrap."""

_UNBROKEN_BEFORE = frozenset(
    "、。，．：；？！）」』】〉》〕］｝ー々・％…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ”’"
)
"""What may not begin a line (after JIS X 4051, the common core of it)."""

_UNBROKEN_AFTER = frozenset("（「『【〈《〔［｛“‘")
"""What may not end a line."""


def visible(text: str) -> str:
    """The text as it may be painted: as many code points, none of which can steer a terminal.

    White space of any kind becomes a plain space (no-break spaces stay), control characters their
    pictures, C1 controls, bidirectional overrides and lone surrogates the replacement character.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_VISIBLE)


def wrap(text: str, width: int) -> tuple[Span, ...]:
    """Break text into lines no wider than ``width`` cells.

    Lines break at spaces, after a hyphen, dash or slash within a word, between ideographs, and
    where nothing else will do, between grapheme clusters. Spaces at a break belong to no line.

    Args:
        text: Text without control characters; see :func:`visible`.
        width: Cells to a line, at least 2 (an ideograph needs them).

    Returns:
        The spans of the lines in order; one empty span for blank text.
    """
    if width < 2:
        raise ValueError("a line needs at least 2 cells")
    spans: tuple[Span, ...]
    if _NARROW.fullmatch(text):
        spans = tuple(match.span() for match in _line_pattern(width).finditer(text))
    else:
        spans = tuple(_wrap_wide(text, width))
    return spans or ((0, 0),)


def line_count(text: str, width: int) -> int:
    """How many lines :func:`wrap` gives, without keeping them."""
    if not _NARROW.fullmatch(text):
        return len(wrap(text, width))
    if len(text) <= width:
        return 1
    return len(_line_pattern(width).findall(text)) or 1


@lru_cache(maxsize=64)
def _line_pattern(width: int) -> re.Pattern[str]:
    """One line of narrow text: up to a space or an inner hyphen, else as much as will go."""
    body = rf"[^ ](?:.{{0,{width - 2}}}[^ ])?"
    return re.compile(rf"{body}(?:(?= |$)|(?<=\w[-–—/])(?=\w))|[^ ].{{0,{width - 1}}}", re.DOTALL)


def _wrap_wide(text: str, width: int) -> Iterator[Span]:
    """Wrap text that has wide, combining or joined characters, grapheme by grapheme."""
    graphemes, _ = split_graphemes(text)
    index = 0
    while index < len(graphemes):
        if text[graphemes[index][0]] in _SPACES:
            index += 1
            continue
        start = graphemes[index][0]
        after = _line_end(text, graphemes, index, width)
        last = after
        # A space may have something of no width joined to it, so that it is no space to strip.
        while text[graphemes[last - 1][0]] in _SPACES:
            last -= 1
        yield start, graphemes[last - 1][1]
        index = after


def _line_end(text: str, graphemes: list[tuple[int, int, int]], first: int, width: int) -> int:
    """The grapheme with which the next line begins, for a line that begins with ``first``."""
    used, breakable = 0, first
    for index in range(first, len(graphemes)):
        begin, _, cells = graphemes[index]
        blank = text[begin] in _SPACES
        if index > first and (blank or _may_break(text, graphemes[index - 1], begin)):
            breakable = index
        if not blank and used + cells > width:
            return breakable if breakable > first else max(index, first + 1)
        used += cells
    return len(graphemes)


def _may_break(text: str, previous: tuple[int, int, int], begin: int) -> bool:
    """Whether a line may end between two graphemes, the second of which is no space."""
    base, after = text[previous[0]], text[begin]
    if base in _SPACES:
        return True
    if base in "-–—/":
        inside = previous[0] and text[previous[0] - 1].isalnum()
        return bool(inside) and after.isalnum()
    wide = get_character_cell_size(after) == 2 or get_character_cell_size(base) == 2
    return wide and after not in _UNBROKEN_BEFORE and base not in _UNBROKEN_AFTER
