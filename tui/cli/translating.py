"""``--translate``: memories by themselves, a provider only when it is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import say
from tui.cli.sources import Sources
from tui.model import Article, Translation

if TYPE_CHECKING:
    from tui.translate import Memory, Provider

__all__ = ["translate_sources"]


def translate_sources(
    sources: Sources, how: str, to: str | None
) -> tuple[Mapping[int, Translation], Mapping[int, Translation]]:
    """Translate two reports.

    Memories translate each report into ``to`` or, without it, into the other's language. A
    provider translates into ``to`` or, without it, into A's language, so that A is not sent.

    Args:
        sources: The reports, and the memories of their stories.
        how: ``"none"``, ``"memory"``, or a provider's name.
        to: The language wanted.

    Returns:
        Translations of A and of B by sentence index.

    Raises:
        TranslationError: A memory cannot be read, or there is no such provider.
    """
    if how == "none":
        return {}, {}
    from tui.translate.languages import primary

    provider = None
    if how != "memory":
        from tui.translate import make_provider

        provider = make_provider(how)
    memories = _memories(sources.memories)
    told = []
    for which, article, other in (("A", sources.a, sources.b), ("B", sources.b, sources.a)):
        found = _remembered(article, to or other.lang, memories)
        target = to or sources.a.lang
        foreign = primary(article.lang) != primary(target)
        if provider and foreign:
            found = _provided(article, target, memories, provider)
        elif to and foreign and not found:
            say(f"no translation of {which} into {to} in a memory; --translate names a provider")
        told.append(found)
    return told[0], told[1]


def _memories(paths: Sequence[Path]) -> list[Memory]:
    if not paths:
        return []
    from tui.translate import load_memory

    return [load_memory(path) for path in paths]


def _remembered(
    article: Article, target: str, memories: Sequence[Memory]
) -> Mapping[int, Translation]:
    if not memories:
        return {}
    from tui.translate import translate_article

    return translate_article(article, target, memories=memories)


def _provided(
    article: Article, target: str, memories: Sequence[Memory], provider: Provider
) -> Mapping[int, Translation]:
    """Ask the provider for what memories lack, saying what is sent where, and what failed."""
    from tui.store.cache import cache_store
    from tui.translate import Untranslated, consent_line, iter_translations, translate_article

    cache = cache_store()
    here = translate_article(article, target, memories=memories, cache=cache)
    missing = len(article.content) - len(here)
    if not missing:
        return here
    say(consent_line(provider, missing))
    found, reasons = dict(here), []
    results = iter_translations(article, target, memories=memories, cache=cache, provider=provider)
    for index, result in results:
        if isinstance(result, Untranslated):
            reasons.append(result.reason)
        else:
            found[index] = result
    if reasons:
        say(f"{len(reasons)} not translated: {'; '.join(dict.fromkeys(reasons))}")
    return found
