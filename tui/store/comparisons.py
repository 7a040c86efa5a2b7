"""Comparisons made before, by the texts compared and the program that compared them.

Two reports compared again come from here without an encoder, or numpy, being loaded.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from tui.compare import Progress, Stage, compare
from tui.encode.translated import Translations, common_language, sentences_in
from tui.model import Article, Comparison, Divergence, Link
from tui.program import fingerprint
from tui.store.cache import CacheStore, cache_store
from tui.store.codec import CodecError, from_json, to_json

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["compare_anew", "compare_cached"]


class Comparer(Protocol):
    """Makes a comparison that was not made before, as :func:`tui.compare.compare` does."""

    def __call__(
        self,
        a: Article,
        b: Article,
        *,
        translations_a: Translations,
        translations_b: Translations,
        progress: Progress | None,
    ) -> Comparison:
        """Compare two articles."""
        ...


def compare_cached(
    a: Article,
    b: Article,
    *,
    encoder: Encoder | None = None,
    translations_a: Translations = MappingProxyType({}),
    translations_b: Translations = MappingProxyType({}),
    progress: Progress | None = None,
    cache: CacheStore | None = None,
    by: Comparer | None = None,
) -> Comparison:
    """:func:`tui.compare.compare`, done once for each pair of texts.

    Args:
        a: The article that stands left.
        b: The article that stands right.
        encoder: The sentence encoder; by default the one that the configuration chooses, its
            embeddings cached.
        translations_a: Translations of A's sentences by index, as in :func:`tui.compare.compare`.
        translations_b: The same for B.
        progress: Called as stages advance; at once with the last for a pair compared before.
        cache: Where comparisons are kept; the reader's own cache by default.
        by: Who compares a pair that was not compared before, if not this process; the encoder is
            then used for nothing but its name.
    """
    from tui.store.encoder import cached_encoder

    cache = cache or cache_store()
    encoder = encoder or cached_encoder()
    known = Comparison(a, b, translations_a=translations_a, translations_b=translations_b)
    key = _key(known, encoder)
    found = _read(cache.comparison(key))
    if found is not None:
        known = replace(known, links=found[0], divergences=found[1])
        if progress is not None:
            progress(Stage.DONE, known, 1.0)
        return known
    by = by or partial(compare_anew, encoder=encoder)
    known = by(
        a, b, translations_a=translations_a, translations_b=translations_b, progress=progress
    )
    cache.add_comparison(key, to_json((known.links, known.divergences)))
    return known


def compare_anew(
    a: Article,
    b: Article,
    *,
    encoder: Encoder,
    translations_a: Translations = MappingProxyType({}),
    translations_b: Translations = MappingProxyType({}),
    progress: Progress | None = None,
) -> Comparison:
    """:func:`tui.compare.compare`; an encoder that is not loaded is, while lexicons are."""
    from tui.store.encoder import CachedEncoder, CachedPieceEncoder

    if isinstance(encoder, CachedEncoder):
        begun = encoder.load_ahead([s.flat for s in (*a.content[:1], *b.content[:1])])
        if begun:
            from tui.align import asked_first
            from tui.details.ahead import prepare

            if isinstance(encoder, CachedPieceEncoder):
                told = {"translations_a": translations_a, "translations_b": translations_b}
                encoder.ask_ahead(asked_first(a, b, **told, encoder=encoder))
            prepare({a.lang, b.lang})
    return compare(
        a,
        b,
        translations_a=translations_a,
        translations_b=translations_b,
        encoder=encoder,
        progress=progress,
    )


def _read(text: str | None) -> tuple[tuple[Link, ...], tuple[Divergence, ...]] | None:
    if text is None:
        return None
    try:
        links, divergences = from_json(text)
    except (CodecError, TypeError, ValueError):
        return None
    return links, divergences


def _key(known: Comparison, encoder: Encoder) -> bytes:
    """What the comparison of two articles with these translations is kept under."""
    sides = ((known.a, known.translations_a), (known.b, known.translations_b))
    read = [repr(_essence(article)) for article, _ in sides]
    lang = common_language(known.a, known.b, known.translations_a, known.translations_b, encoder)
    if lang:
        read += [lang, *(repr(sentences_in(article, lang, told)) for article, told in sides)]
    parts = "\0".join((fingerprint(), encoder.name, *read))
    return hashlib.sha256(parts.encode(errors="surrogatepass")).digest()


def _essence(article: Article) -> Article:
    """The article without what does not bear on a comparison: where it came from, its label."""
    return replace(article, id="", path=None, url=None, label=None, notes=())
