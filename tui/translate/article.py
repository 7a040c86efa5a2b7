"""An article's sentences in the reader's language, each from the nearest place that has it.

The order is the reader's own corrections, then translation memories, then what a provider gave
before (the cache), then the provider, and that only where the caller passes one: nothing here
reaches the network by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.model import Article, Translation
from tui.read.decode import clean_line
from tui.translate.errors import ProviderError
from tui.translate.languages import primary
from tui.translate.memory import Memory, lookup_key, search_memories

if TYPE_CHECKING:
    import threading

    from tui.translate.client import Timing
    from tui.translate.provider import Provider

__all__ = ["Cache", "Untranslated", "iter_translations", "translate_article", "untranslated"]


class Cache(Protocol):
    """What providers gave before, kept between runs; ``tui.store`` has one."""

    def find(
        self, texts: Sequence[str], source: str, target: str, provider: str | None
    ) -> Mapping[str, Translation]:
        """Look texts up, returning those found.

        What ``provider`` gave goes before what another one did.
        """
        ...

    def add(self, text: str, source: str, translation: Translation, provider: str) -> None:
        """Keep a translation. Called from several threads; never raises."""
        ...


class Untranslated(NamedTuple):
    """A sentence the provider gave no translation of, and why, for the screen to say."""

    reason: str


def translate_article(
    article: Article,
    target: str,
    *,
    memories: Iterable[Memory] = (),
    corrections: Mapping[str, str] | None = None,
    cache: Cache | None = None,
    provider: Provider | None = None,
) -> dict[int, Translation]:
    """Translate what can be translated, and wait for it.

    Args:
        article: The article; furniture stays as it is.
        target: The language wanted. Nothing is translated if the article is in it.
        memories: Translation memories, the most trusted first.
        corrections: The reader's own translations, by sentence text.
        cache: What providers gave before, and where to keep what this one gives.
        provider: Asked for what nothing else has; without one nothing is sent anywhere.

    Returns:
        Translations by sentence index. A sentence without one is missing.
    """
    results = iter_translations(
        article,
        target,
        memories=memories,
        corrections=corrections,
        cache=cache,
        provider=provider,
    )
    return {index: result for index, result in results if isinstance(result, Translation)}


def iter_translations(
    article: Article,
    target: str,
    *,
    memories: Iterable[Memory] = (),
    corrections: Mapping[str, str] | None = None,
    cache: Cache | None = None,
    provider: Provider | None = None,
    known: Collection[int] = (),
    wanted: Callable[[], Iterable[int]] | None = None,
    stop: threading.Event | None = None,
    timing: Timing | None = None,
    doubts: bool = True,
) -> Iterator[tuple[int, Translation | Untranslated]]:
    """Translate sentence by sentence, yielding each as it is had; see :func:`translate_article`.

    What is here already comes first and at once, then what the provider gives, as it arrives.
    Closing the generator stops the work.

    Args:
        article: The article.
        target: The language wanted.
        memories: Translation memories, the most trusted first.
        corrections: The reader's own translations, by sentence text.
        cache: What providers gave before, and where to keep what this one gives.
        provider: Asked for what nothing else has.
        known: Sentences that have a translation already, by index; they are left out.
        wanted: Asked before each request for the sentence indices to take next, such as those on
            screen; called from other threads.
        stop: Set by any thread to stop early. It is also set when the work has ended.
        timing: The clock in use; tests give their own.
        doubts: Whether to say what a provider's translation seems to change or drop, for which the
            encoder is loaded.

    Yields:
        Sentence index and translation, or what the provider had against it. Sentences that only a
        provider could translate are left out when there is none.
    """
    source = article.lang
    if primary(source) == primary(target):
        return
    places = _places(article)
    missing = []
    here = _Here(source, target, tuple(memories), corrections or {})
    for text, indices in places.items():
        if all(index in known for index in indices):
            continue
        if translation := here.find(text):
            yield from ((index, translation) for index in indices)
        else:
            missing.append(text)
    name = provider.name if provider else None
    cached = cache.find(missing, source, target, name) if cache and missing else {}
    for text, kept in cached.items():
        translation = _checked(text, source, kept) if doubts else kept
        yield from ((index, translation) for index in places[text])
    missing = [text for text in missing if text not in cached]
    if provider is None or not missing:
        return
    from threading import Event

    from tui.translate.client import Client
    from tui.translate.queue import translate_all

    results = translate_all(
        missing,
        source,
        target,
        Client(provider, stop or Event(), timing),
        wanted=_by_text(article, wanted),
        keep=_keeper(cache, provider, source, target),
    )
    for text, result in results:
        outcome = (
            Untranslated(str(result))
            if isinstance(result, ProviderError)
            else _checked(text, source, Translation(target, result, origin_of(provider)))
        )
        yield from ((index, outcome) for index in places[text])


def untranslated(article: Article, found: Collection[int]) -> tuple[int, ...]:
    """The sentences with words in them that have no translation among ``found``, by index."""
    indices = (index for places in _places(article).values() for index in places)
    return tuple(sorted(set(indices).difference(found)))


def origin_of(provider: Provider) -> str:
    """What the reader is shown as the origin of a provider's translations."""
    return f"{provider.name} ({provider.host})"


@dataclass(frozen=True)
class _Here:
    """What this machine has without asking anyone."""

    source: str
    target: str
    memories: tuple[Memory, ...]
    corrections: Mapping[str, str]

    @cached_property
    def _corrections(self) -> Mapping[str, str]:
        return {lookup_key(text): own for text, own in self.corrections.items()}

    def find(self, text: str) -> Translation | None:
        """What the reader or a memory says; a person made it, so only fuzzy hits are in doubt."""
        if (own := self._corrections.get(lookup_key(text))) is not None:
            return Translation(self.target, clean_line(own), "you")
        hit = search_memories(self.memories, text, self.source, self.target)
        if hit is None:
            return None
        origin = f"memory: {hit.memory}"
        translation = Translation(self.target, clean_line(hit.text), origin, hit.match)
        if hit.match == 1.0:
            return translation
        from tui.translate.doubts import changed_words

        changed = changed_words(text, hit.source)
        return replace(translation, doubts=tuple(map(clean_line, changed)))


def _places(article: Article) -> dict[str, list[int]]:
    """The sentences with words in them, by text: one that stands twice is sent once."""
    places: dict[str, list[int]] = {}
    for sentence in article.content:
        if any(character.isalpha() for character in sentence.text):
            places.setdefault(sentence.flat, []).append(sentence.index)
    return places


def _by_text(
    article: Article, wanted: Callable[[], Iterable[int]] | None
) -> Callable[[], Iterable[str]] | None:
    if wanted is None:
        return None
    return lambda: (article.sentences[index].flat for index in wanted())


def _keeper(
    cache: Cache | None, provider: Provider, source: str, target: str
) -> Callable[[str, str], None] | None:
    if cache is None:
        return None

    def keep(text: str, translation: str) -> None:
        found = Translation(target, translation, origin_of(provider))
        cache.add(text, source, found, provider.name)

    return keep


def _checked(text: str, source: str, translation: Translation) -> Translation:
    from tui.encode import default_encoder
    from tui.translate.doubts import find_doubts

    doubts = find_doubts(
        text, translation.text, source, translation.lang, encoder=default_encoder()
    )
    return replace(translation, doubts=doubts)
