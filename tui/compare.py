"""Two articles into one comparison, in stages that a screen can show as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.model import Article, Comparison, DetailKind
from tui.words import KINDS

if TYPE_CHECKING:
    from tui.encode import Encoder
    from tui.encode.translated import Translations

__all__ = ["Progress", "Stage", "caution", "compare"]


class Stage(StrEnum):
    """The steps of a comparison, in order."""

    LINKS = "links"
    DIVERGENCES = "divergences"
    DONE = "done"


Progress = Callable[[Stage, Comparison, float], None]
"""Called with the stage under way, what is known so far, and the share of the stage done."""

_NAMES = frozenset({DetailKind.PERSON, DetailKind.ORGANISATION, DetailKind.PLACE})


def compare(
    a: Article,
    b: Article,
    *,
    translations_a: Translations = MappingProxyType({}),
    translations_b: Translations = MappingProxyType({}),
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Align two articles and find where they differ.

    Args:
        a: The article that stands left.
        b: The article that stands right.
        translations_a: Translations of A's sentences, by index; they help to align where they put
            both articles into one language.
        translations_b: The same for B.
        encoder: The sentence encoder; the offline one by default.
        progress: Called as stages advance, on the calling thread. Whatever it raises passes
            through, so a caller cancels by raising.

    Returns:
        The finished comparison. Comparing ``(b, a)`` gives its ``transposed()``.
    """
    from tui.align import align_articles
    from tui.details import compare_linked
    from tui.encode import default_encoder

    encoder = encoder or default_encoder()
    known = Comparison(a, b, translations_a=translations_a, translations_b=translations_b)

    def report(stage: Stage) -> Callable[[int, int], None] | None:
        if progress is None:
            return None
        return lambda done, total: progress(stage, known, done / total if total else 1.0)

    links = align_articles(
        a,
        b,
        translations_a=translations_a,
        translations_b=translations_b,
        encoder=encoder,
        progress=report(Stage.LINKS),
    )
    known = replace(known, links=links)
    divergences = compare_linked(a, b, links, encoder=encoder, progress=report(Stage.DIVERGENCES))
    known = replace(known, divergences=divergences)
    if progress is not None:
        progress(Stage.DONE, known, 1.0)
    return known


def caution(known: Comparison, encoder: Encoder | None = None) -> str:
    """A line on what a comparison cannot do, or nothing.

    Args:
        known: A finished comparison.
        encoder: The sentence encoder; the offline one by default.
    """
    from tui.encode import reads_language
    from tui.encode.translated import common_language

    a, b = known.a, known.b
    unread = {article.lang for article in (a, b) if not reads_language(article.lang, encoder)}
    if common_language(a, b, known.translations_a, known.translations_b, encoder):
        unread = set()
    if unread:
        return (
            f"fewer matches: the sentence encoder does not know {_named(unread)}, "
            "names, figures and spelling alone count"
        )
    if a.content and b.content and not known.links:
        return "nothing matches: these look like reports of different events"
    return _untold(a.lang, b.lang)


def _untold(*langs: str) -> str:
    """Which differences are not told for want of a lexicon."""
    from tui.details.coverage import untold

    kinds = untold(*langs)
    if not kinds:
        return ""
    said = ", ".join(dict.fromkeys("names" if kind in _NAMES else KINDS[kind] for kind in kinds))
    return f"fewer differences: {said} not compared in {_named(x for x in langs if untold(x))}"


def _named(langs: Iterable[str]) -> str:
    from tui.translate.languages import language_name

    return " and ".join(sorted({language_name(lang) for lang in langs}))
