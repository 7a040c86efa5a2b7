"""Where quotation marks of any national style open and close."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["quoted"]

CLOSERS = {
    "„": "“”\"‟", "“": "”\"", "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‚": "‘’",
    "‘": "’", "「": "」", "『": "』", '"': '"', "〝": "〞", "＂": "＂", "‟": "”", "'": "'",
}  # fmt: skip
"""Each opening mark with the marks that may close it, by any national style."""

_MARK = re.compile(f"[{''.join(CLOSERS)}]")
SINGLE = frozenset("‚‘‹›'")
LONGEST = 4_000
"""How far a closing mark is looked for, in characters; behind it the sentence is the limit."""


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between quotation marks, marks left out, in order and without overlaps.

    A mark that is never closed opens a quotation up to the sentence's end, as when a speech of
    several sentences was split; one that was never opened is passed over. Linear in the length.
    """
    at, unclosed = 0, False
    while found := _MARK.search(text, at):
        at, mark = found.start(), found.group()
        if not _may_open(text, at):
            at += 1
            continue
        end = _closing(text, at + 1, CLOSERS[mark], single=mark in SINGLE)
        if end is None:
            if unclosed or mark in SINGLE or at > len(text) // 2:
                at += 1
                continue
            unclosed = True
            end = len(text)
        start, stop = _trimmed(text, at + 1, end)
        if stop > start:
            yield start, stop
        at = end + 1


def _may_open(text: str, at: int) -> bool:
    """A mark opens where no word ends right before it, or it is one that only opens."""
    if text[at] in "„«「『":
        return True
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace() and before not in ".,!?"


def _closing(text: str, start: int, closers: str, *, single: bool) -> int | None:
    for at in range(start, min(len(text), start + LONGEST)):
        if text[at] in closers:
            inside_word = text[at - 1].isspace() or (at + 1 < len(text) and text[at + 1].isalnum())
            if not (single and inside_word):
                return at
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",.;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return start, end
