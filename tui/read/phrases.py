"""Many phrases looked for at once, by their first words.

One pattern of a thousand alternatives takes longer to compile than a report takes to read; a table
by first word takes no time and finds the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Phrases"]

_FIRST = re.compile(r"\w+|\S")
_WORD = re.compile(r"\w+")


class Phrases:
    """Phrases that a text may begin with; case does not matter."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Index the phrases; white space around them is dropped."""
        self._by_first: dict[str, list[str]] = {}
        for entry in sorted({e.strip().lower() for e in entries}, key=len, reverse=True):
            if first := _FIRST.match(entry):
                self._by_first.setdefault(first[0], []).append(entry)

    def __contains__(self, text: str) -> bool:
        """Whether the text is one of the phrases."""
        return 0 < self.prefix(text) == len(text)

    def prefix(self, text: str) -> int:
        """The length of the longest phrase that the text begins with, up to a word's end, or 0."""
        first = _FIRST.match(text)
        if first is None:
            return 0
        candidates = self._by_first.get(first[0].lower(), ())
        lowered = text[:100].lower() if candidates else ""
        for entry in candidates:
            end = len(entry)
            if lowered.startswith(entry) and not (
                entry[-1].isalnum() and lowered[end : end + 1].isalnum()
            ):
                return end
        return 0

    def without(self, text: str) -> str:
        """The text with a space for each phrase in it that begins and ends with a word."""
        kept, place = [], 0
        for word in _WORD.finditer(text):
            if word.start() < place:
                continue
            if length := self.prefix(text[word.start() :]):
                kept.append(text[place : word.start()])
                place = word.start() + length
        return " ".join([*kept, text[place:]])
