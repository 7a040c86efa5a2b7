"""Blocks into sentences with exact offsets.

The boundaries come from ``sentencex`` (Wikimedia's rules for some 240 languages), asked about the
text without its quotation marks and brackets; then this module decides which to keep. So quotes
follow one rule in every language: a quotation stays one unit, with the clause that attributes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.read.lexicon import abbreviations
from tui.read.lines import CLOSERS
from tui.read.quotations import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["split_sentences"]

_HIDDEN = str.maketrans(dict.fromkeys('\n\t"“”„‟«»‹›「」『』()（）', " "))
_LAST_WORD = re.compile(r"[\w.’'-]+$")
_MOST = 1000
"""The longest quotation kept whole, in characters."""


def split_sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """Split a block's text into sentences.

    Args:
        text: The text of one block; line breaks in it are only wrapped lines.
        lang: ISO 639-1 code, or ``"und"``.

    Returns:
        ``(start, end)`` of each sentence in the text, in order, without white space around them.
        Together they cover all but white space.
    """
    cuts = [cut for cut in _candidates(text, lang) if not _is_inside(text, cut, lang)]
    cuts = _outside_quotations(text, cuts)
    spans = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((start + lead, start + lead + len(piece.strip())))
    return spans


def _candidates(text: str, lang: str) -> Iterator[int]:
    """Offsets at which a sentence may start: after closing marks, before opening ones."""
    import sentencex

    bare = text.translate(_HIDDEN)
    for found in sentencex.get_sentence_boundaries(lang, bare)[1:]:
        stop = len(bare[: found["start_index"]].rstrip())
        yield _after_closers(text, stop)


def _after_closers(text: str, stop: int) -> int:
    """The offset of the next sentence's start, given where the last one's full stop ends."""
    end = stop
    while end < len(text) and text[end] in CLOSERS and text[end] not in "*_":
        end += 1
    spaced = end
    while spaced < len(text) and text[spaced].isspace():
        spaced += 1
    if spaced < len(text) and spaced > end and text[spaced] in "»›" and "\u00ab" in text[:spaced]:
        return _after_closers(text, spaced)
    return spaced


def _is_inside(text: str, cut: int, lang: str) -> bool:
    """Whether the boundary is none: after an abbreviation, or before what must go on."""
    before = text[:cut].rstrip()
    if not before or cut >= len(text):
        return True
    if before[-1] in CLOSERS and text[cut].islower():
        return True
    word = _LAST_WORD.search(before[-40:])
    return word is not None and word[0] in abbreviations(lang)


def _outside_quotations(text: str, cuts: list[int]) -> list[int]:
    spans = [(a, b) for a, b in quoted_spans(text) if b - a <= _MOST]
    return [c for c in cuts if not any(a < c < b for a, b in spans)]
