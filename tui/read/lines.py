"""The lines of a text, and what the form of each shows whatever its neighbours say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "CLOSERS",
    "COLONS",
    "OPENERS",
    "Line",
    "dateline_end",
    "ends_sentence",
    "first_letter",
    "is_spaceless",
    "split_lines",
    "word_count",
]

OPENERS = "\"'“„‟‘‚«»‹›「『（([{¿¡*_—–-"
CLOSERS = "\"'”“’‘»«›‹」』）)]}*_"
COLONS = (":", "：")

_ENDS = re.compile(rf"[.!?…。！？｡．؟۔।॥⁇⁉][{re.escape(CLOSERS)}\s]*$")
_PLACE = r"[^\W\d_a-z][\w.’'-]*(?:[\s/,]+[^\W\d_a-z][\w.’'-]*){0,4},?"
_DATELINE = re.compile(
    rf"{_PLACE}(?:\s\w{{3,9}}\.? \d{{1,2}},?)?\s\([A-Za-z/ ]{{2,20}}\)[.:]?\s[—–-]\s"  # (AP) —
    rf"|{_PLACE}\s\([a-z]{{2,4}}(?:/[a-z]{{2,4}})*\)[.:]?(?=\s)"  # (dpa/rtr).
    r"|[^\W\d_a-z]{3,}[^\W\da-z]*(?:, [^—–]{2,30})?\s[—–-]\s"  # KESSEL —
)
_SPACELESS = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3040", "\u30ff"),  # kana
    ("\u3400", "\u4dbf"),  # Han
    ("\u4e00", "\u9fff"),
)
"""Scripts written without spaces between words."""


class Line(NamedTuple):
    """A line that is not blank, without the white space around it.

    ``start`` is its offset in the article's text, ``indent`` the white space before it, and
    ``apart`` whether a blank line, or the start of the text, is above it.
    """

    text: str
    start: int
    indent: int
    apart: bool

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines that are not blank."""
    start, apart = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            yield Line(stripped, start + indent, indent, apart)
        apart = not stripped
        start += len(raw) + 1


def ends_sentence(text: str) -> bool:
    """Whether the text ends in a full stop or the like, closing marks aside."""
    return _ENDS.search(text[-12:]) is not None


def dateline_end(text: str) -> int:
    """The length of the dateline that a text begins with ("Oslo (dpa)", "KESSEL —"); 0 if none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def first_letter(text: str) -> str:
    """The first character that is not an opening mark; empty if there is none."""
    return text[:40].lstrip(OPENERS + " \t\xa0\u202f")[:1]


def is_spaceless(text: str) -> bool:
    """Whether the text is in a script that does not put spaces between words."""
    if text.isascii():
        return False
    letters = {c for c in text[:200] if c > "\u0e00"}
    return any(first <= c <= last for c in letters for first, last in _SPACELESS)


def word_count(text: str) -> int:
    """The number of words; two characters make about one where no spaces are written."""
    return len(text) // 2 if is_spaceless(text) else len(text.split())
