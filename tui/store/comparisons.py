"""Comparisons made before, by the texts compared and the program that compared them.

Two reports compared again come from here without an encoder, or numpy, being loaded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tui.compare import Progress, Stage, compare
from tui.model import Article, Comparison, Divergence, Link, Translation
from tui.store.cache import CacheStore, cache_store
from tui.store.codec import CodecError, from_json, to_json

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["compare_cached"]

PARTS = ("align", "data", "details", "encode", "read", "compare.py", "model.py")
"""What of the package decides how a comparison comes out."""

CODE_AND_DATA = frozenset({".py", ".toml", ".json"})
"""The suffixes of what is read of these parts; editors and Python leave other files there."""


def compare_cached(
    a: Article,
    b: Article,
    *,
    encoder: Encoder | None = None,
    translations_a: Mapping[int, Translation] | None = None,
    translations_b: Mapping[int, Translation] | None = None,
    progress: Progress | None = None,
    cache: CacheStore | None = None,
    by: Callable[[Article, Article, Progress | None], Comparison] | None = None,
) -> Comparison:
    """:func:`tui.compare.compare`, done once for each pair of texts.

    Args:
        a: The article that stands left.
        b: The article that stands right.
        encoder: The sentence encoder; by default the one that the configuration chooses, its
            embeddings cached.
        translations_a: Translations of A's sentences by index, passed through to the result.
        translations_b: The same for B.
        progress: Called as stages advance; at once with the last for a pair compared before.
        cache: Where comparisons are kept; the reader's own cache by default.
        by: Who compares a pair that was not compared before, if not this process; the encoder is
            then used for nothing but its name.
    """
    from tui.store.encoder import CachedEncoder, cached_encoder

    cache = cache or cache_store()
    encoder = encoder or cached_encoder()
    key = _key(a, b, encoder.name)
    found = _read(cache.comparison(key))
    if found is not None:
        known = Comparison(a, b, *found)
    else:
        if by is None and isinstance(encoder, CachedEncoder):
            encoder.load_ahead([s.flat for s in (*a.content[:1], *b.content[:1])])
        known = by(a, b, progress) if by else compare(a, b, encoder=encoder, progress=progress)
        cache.add_comparison(key, to_json((known.links, known.divergences)))
    known = replace(known, translations_a=translations_a or {}, translations_b=translations_b or {})
    if found is not None and progress is not None:
        progress(Stage.DONE, known, 1.0)
    return known


def _read(text: str | None) -> tuple[tuple[Link, ...], tuple[Divergence, ...]] | None:
    if text is None:
        return None
    try:
        links, divergences = from_json(text)
    except (CodecError, TypeError, ValueError):
        return None
    return links, divergences


def _key(a: Article, b: Article, encoder: str) -> bytes:
    read = "\0".join(repr(_essence(article)) for article in (a, b))
    return hashlib.sha256(
        "\0".join((_program(), encoder, read)).encode(errors="surrogatepass")
    ).digest()


def _essence(article: Article) -> Article:
    """The article without what does not bear on a comparison: where it came from, its label."""
    return replace(article, id="", path=None, url=None, label=None, notes=())


@cache
def _program() -> str:
    """A fingerprint of the program, which changes with every edit and every library."""
    package = Path(__file__).parent.parent
    files = sorted(
        file
        for part in PARTS
        for file in ([package / part] if part.endswith(".py") else (package / part).rglob("*.*"))
        if file.suffix in CODE_AND_DATA
    )
    told = [(str(file.relative_to(package)), *_stamp(file)) for file in files]
    return hashlib.sha256(repr((told, _libraries())).encode()).hexdigest()


def _libraries() -> tuple[int, int] | None:
    """What changes when a library is installed, updated or removed: the folder of them all."""
    found = find_spec("numpy")
    return _stamp(Path(found.origin).parents[1]) if found and found.origin else None


def _stamp(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_size, status.st_mtime_ns
