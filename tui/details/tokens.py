"""Sentences into the words, figures and signs that details are read from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tui.details.arabic import is_arabic, plain
from tui.details.at_hand import AT_HAND

__all__ = ["LONGEST", "Token", "Tokens", "index_at", "is_hangul", "tokenize"]

LONGEST = 40_000
"""Characters of a sentence that are read; what lies behind is left alone to bound time."""

_SPACE = "\u00a0\u2009\u202f "
_UNSPACED = (
    "\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
)
"""Scripts that set words or endings without spaces: one sign a token, so that phrases still fit."""

_SIGNS = "\u064b-\u065f\u0670"
"""Vowel signs, which stand inside Arabic words."""

_TOKEN = re.compile(
    rf"\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?![\d])(?:[.,]\d+)?"
    r"|\d+(?:[.,'’٫٬]\d+)*"
    rf"|[{_UNSPACED}]"
    rf"|(?:(?![{_UNSPACED}])[^\W\d_][{_SIGNS}]*)+"
    r"|\S"
)


class Token(NamedTuple):
    """A word, a figure or a sign; ``low`` is its case-folded form, figures in ASCII digits."""

    text: str
    low: str
    start: int
    end: int
    is_figure: bool
    is_word: bool
    glued: bool
    """Whether no white space stands before it."""


class Tokens(tuple[Token, ...]):  # noqa: SLOT001  a tuple can have none
    """The tokens of a sentence, with what has been read of them."""

    found: dict[Hashable, Any]
    """See :func:`~tui.details.read_once.read_once`."""

    def __new__(cls, tokens: Iterable[Token]) -> Tokens:
        """Take up tokens of which nothing has been read."""
        made = super().__new__(cls, tokens)
        made.found = {}
        return made


@lru_cache(maxsize=AT_HAND)
def tokenize(text: str) -> Tokens:
    """Split a text; every sign but white space lands in a token."""
    tokens: list[Token] = []
    last = 0
    for found in _TOKEN.finditer(text, 0, LONGEST):
        word = found.group()
        start, end = found.span()
        is_figure = word[0].isdecimal()
        low = word.lower() if word.isascii() else _looked_up(word, is_figure=is_figure)
        tokens.append(Token(word, low, start, end, is_figure, word[0].isalpha(), start == last > 0))
        last = end
    return Tokens(tokens)


def index_at(tokens: Sequence[Token], offset: int) -> int:
    """The first token at or after an offset, by bisection: sentences may be huge."""
    return bisect_left(tokens, offset, key=lambda token: token.start)


def is_hangul(text: str) -> bool:
    """Whether a token is a Korean syllable: such words are spaced, though each sign is a token."""
    return "\uac00" <= text[0] <= "\ud7af"


def _looked_up(word: str, *, is_figure: bool) -> str:
    """A token as it is looked up, where that is not simply in lower case."""
    if is_figure:
        return "".join(str(int(c)) if c.isdecimal() else c for c in word)
    return plain(word) if is_arabic(word) else word.casefold().replace("i\u0307", "i")  # Turkish İ
