"""Typed details of linked sentences, and how those of two articles relate.

What is exported here is imported when it is asked for: a comparison made before needs only the
values of its details, whose modules are in this package too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import Divergence, Link

if TYPE_CHECKING:
    from tui.details.base import ArticleContext, Kind, PairContext
    from tui.details.compare import compare_linked
    from tui.details.matching import assign
    from tui.details.rewording import changes
    from tui.details.word_diff import Change
    from tui.encode import Encoder

__all__ = [
    "ArticleContext",
    "Change",
    "Kind",
    "PairContext",
    "assign",
    "changes",
    "compare_linked",
    "compare_sentences",
]

_HOMES = {
    "ArticleContext": "base",
    "Change": "word_diff",
    "Kind": "base",
    "PairContext": "base",
    "assign": "matching",
    "changes": "rewording",
    "compare_linked": "compare",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def compare_sentences(
    a: str,
    b: str,
    *,
    lang_a: str | None = None,
    lang_b: str | None = None,
    encoder: Encoder | None = None,
) -> list[Divergence]:
    """Find how the details of two sentences that state the same thing relate.

    Args:
        a: The sentence that stands left.
        b: The sentence that stands right.
        lang_a: ISO 639-1 code of ``a``'s language; detected if not given.
        lang_b: The same for ``b``.
        encoder: Used by matchers for what cheap means cannot settle; the offline one by default,
            loaded at the first call in a process.

    Returns:
        Divergences in :func:`~tui.model.divergence_order`; both sides are sentence 0.
    """
    from tui.details.base import ArticleContext
    from tui.details.compare import compare_readings
    from tui.details.reading import Reading
    from tui.encode import default_encoder

    one = Reading({0: a}, ArticleContext(lang_a or _language(a)))
    other = Reading({0: b}, ArticleContext(lang_b or _language(b)))
    found = compare_readings(one, other, [Link(0, 0, 1.0)], encoder=encoder or default_encoder())
    return list(found)


def _language(text: str) -> str:
    """The language of a sentence; what is too short for the model is told by its small words."""
    from tui.details.lexicon import language_by_words
    from tui.read.language import UNDETERMINED, detect_language

    found = detect_language(text)
    return found if found != UNDETERMINED else language_by_words(text) or found
