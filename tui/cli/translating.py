"""``--translate``: memories by themselves, a provider only when it is named."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.cli.output import say
from tui.cli.sources import Sources
from tui.model import Article, Translation
from tui.store.config import Config
from tui.translate.languages import primary

if TYPE_CHECKING:
    from tui.translate import Memory, Provider

__all__ = ["translate_sources"]


def translate_sources(
    sources: Sources, how: str, to: str | None, config: Config
) -> tuple[Mapping[int, Translation], Mapping[int, Translation]]:
    """Translate two reports.

    They are translated into ``to`` or, without it, into the language of the configuration. Without
    either, memories translate into the language a reader of both would want, and a provider
    translates into A's, so that A is not sent.

    Args:
        sources: The reports, and the memories of their stories, which go before the reader's own.
        how: ``"memory"``, or a provider's name.
        to: The language wanted.
        config: The reader's language, and the provider's settings.

    Returns:
        Translations of A and of B by sentence index.

    Raises:
        TranslationError: A memory cannot be read, or there is no such provider.
    """
    from tui.store.memories import load_memories

    provider = None
    if how != "memory":
        from tui.translate import make_provider

        provider = make_provider(how, config.provider_settings(how))
    target = to or config.language
    if not target and provider:
        target = sources.a.lang
    target = target or config.target((sources.a.lang, sources.b.lang))
    told: list[Mapping[int, Translation]] = []
    memories: Sequence[Memory] | None = None
    for which, article in (("A", sources.a), ("B", sources.b)):
        if primary(article.lang) == primary(target):
            told.append({})
            continue
        if memories is None:
            memories = load_memories(sources.memories)
        found = _translated(article, target, memories, provider)
        if to and not found and not provider:
            say(f"no translation of {which} into {to} in a memory; --translate names a provider")
        told.append(found)
    return told[0], told[1]


def _translated(
    article: Article, target: str, memories: Sequence[Memory], provider: Provider | None
) -> Mapping[int, Translation]:
    """What is here, then what a provider gives, saying what it is sent and what failed."""
    from tui.store.state import own_translations
    from tui.translate import translate_article

    corrections, trouble = own_translations(article.lang, target)
    if trouble:
        say(trouble)
    if provider is None:
        if not memories and not corrections:
            return {}
        return translate_article(article, target, memories=memories, corrections=corrections)

    from tui.store.cache import cache_store
    from tui.translate import Untranslated, consent_line, iter_translations, untranslated

    cache = cache_store()
    here = translate_article(
        article, target, memories=memories, corrections=corrections, cache=cache
    )
    missing = len(untranslated(article, here))
    if not missing:
        return here
    say(consent_line(provider, missing))
    found, reasons = dict(here), []
    results = iter_translations(article, target, cache=cache, provider=provider, known=here)
    for done, (index, result) in enumerate(results, 1):
        if isinstance(result, Untranslated):
            reasons.append(result.reason)
        else:
            found[index] = result
        _show_progress(done, missing)
    if reasons:
        say(f"{len(reasons)} not translated: {'; '.join(dict.fromkeys(reasons))}")
    return found


def _show_progress(done: int, total: int) -> None:
    """Count up in one line of a terminal, which is empty again in the end."""
    if sys.stderr is not None and sys.stderr.isatty():
        words = f"translated {done:,} of {total:,}" if 0 < done < total else ""
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()
