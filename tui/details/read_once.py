"""What several readers ask of one place of a sentence is read there once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tui.details.tokens import Token, Tokens

if TYPE_CHECKING:
    from tui.details.lexicon import Lexicon

__all__ = ["read_once"]

T = TypeVar("T")
Reader: TypeAlias = "Callable[[Sequence[Token], int, Lexicon], T]"


def read_once(read: Reader[T]) -> Reader[T]:
    """Let a reader remember what it found at each place of a sentence.

    Whether a figure is a label, a vote, a date, a time or an amount, each reader of those asks
    first what number stands there.
    """

    @wraps(read)
    def remembered(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> T:
        if not isinstance(tokens, Tokens):
            return read(tokens, start, lexicon)
        key = (read, start, lexicon.lang)
        if key not in tokens.found:
            tokens.found[key] = read(tokens, start, lexicon)
        found: T = tokens.found[key]
        return found

    return remembered
