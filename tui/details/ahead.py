"""What comparing details takes, made ready while something else is waited for."""

from __future__ import annotations

from collections.abc import Iterable

from tui.details.lexicon import lexicon
from tui.details.registry import kinds
from tui.details.vocabulary import vocabulary

__all__ = ["prepare"]


def prepare(langs: Iterable[str]) -> None:
    """Load what comparing details takes, some 0.2 s of work, done once a process.

    Args:
        langs: The languages of the articles, as their lexicons are named.
    """
    kinds()
    for lang in langs:
        vocabulary(lang)
        lexicon(lang)
