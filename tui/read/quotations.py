"""Where quotations begin and end, by their marks."""

from __future__ import annotations

__all__ = ["quoted_spans"]

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "‟": "”"}


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The outermost quotations of a text, marks included.

    Only marks with a partner count, so a mark without one swallows nothing. A straight mark opens
    where white space or a bracket is before it and none after it.
    """
    spans: list[tuple[int, int]] = []
    start, closing = -1, ""
    for index, char in enumerate(text):
        if closing and char in closing:
            spans.append((start, index + 1))
            closing = ""
        elif not closing or char == text[start]:
            if char == '"' and _opens(text, index):
                start, closing = index, '"'
            elif char in _PAIRS:
                start, closing = index, _PAIRS[char]
    return spans


def _opens(text: str, index: int) -> bool:
    before = text[index - 1 : index]
    after = text[index + 1 : index + 2]
    return (not before or before.isspace() or before in "([—–-") and bool(after.strip())
