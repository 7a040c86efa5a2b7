"""One article as matchers need it: the details of its sentences, and where a detail may stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping

from tui.details.base import ArticleContext, Kind
from tui.details.registry import kinds
from tui.model import Article, Detail, Side

__all__ = ["MOST_PLACES", "Reading"]

MOST_PLACES = 16
"""How many places of the other article are looked at for one unpaired detail, nearest first."""

BREATH = 16
"""Sentences read in one breath, some 50 ms, when the whole article is."""


class Reading:
    """One article's sentences with their details, each extracted once and when first needed."""

    def __init__(self, sentences: Mapping[int, str], context: ArticleContext) -> None:
        self.sentences = sentences
        self.context = context
        self.working: Callable[[], None] = _unheard
        """Called now and then while the whole article is read; cancels by raising."""
        self._sides: dict[tuple[str, int], tuple[Side, ...]] = {}
        self._places: dict[str, _Places] = {}
        self._read = False

    @classmethod
    def of(cls, article: Article) -> Reading:
        """The content sentences of an article; furniture is left out."""
        from tui.details.context import article_context

        sentences = {s.index: s.text for s in article.content}
        return cls(sentences, article_context(article))

    def sides(self, kind: Kind, sentence: int) -> tuple[Side, ...]:
        """The details of a kind in a sentence, none for furniture."""
        key = (kind.name, sentence)
        if key not in self._sides:
            text = self.sentences.get(sentence)
            details = kind.extract(text, self.context) if text else []
            kept = (detail for detail in details if not self._is_named(kind, detail, sentence))
            self._sides[key] = tuple(Side(sentence, detail) for detail in kept)
        return self._sides[key]

    def _is_named(self, kind: Kind, detail: Detail, sentence: int) -> bool:
        """Whether a detail is part of a name, which is compared as such."""
        if kind.gives_way is None:
            return False
        names = next(other for other in kinds() if other.name == "names")
        return any(kind.gives_way(detail, s.detail) for s in self.sides(names, sentence))

    def places(self, kind: Kind, side: Side) -> list[Side]:
        """Where this article may give a detail of the other one: those that share a key with it.

        Returns:
            At most :data:`MOST_PLACES`, the nearest to the detail's own place first.
        """
        if kind.keys is None:
            return []
        if not self._read:
            self._read_all()
        if kind.name not in self._places:
            found = (found for k in self.sentences for found in self.sides(kind, k))
            self._places[kind.name] = _Places(found, kind.keys)
        sought = kind.sought or kind.keys
        return self._places[kind.name].nearest(sought(side.detail), side.sentence)

    def _read_all(self) -> None:
        """Read every sentence for all that is looked for elsewhere, while its words are at hand."""
        for done, sentence in enumerate(self.sentences):
            if done % BREATH == 0:
                self.working()
            for kind in kinds():
                if kind.keys is not None:
                    self.sides(kind, sentence)
        self._read = True


def _unheard() -> None:
    """Work goes on, and nobody asked."""


class _Places:
    """The details of a kind by key: for each, the sentences that have it, in order."""

    def __init__(self, sides: Iterable[Side], keys: Callable[[Detail], Iterable[Hashable]]) -> None:
        self._of: dict[Hashable, tuple[list[int], list[list[Side]]]] = {}
        for side in sides:
            for key in keys(side.detail):
                sentences, found = self._of.setdefault(key, ([], []))
                if not sentences or sentences[-1] != side.sentence:
                    sentences.append(side.sentence)
                    found.append([])
                if len(found[-1]) < MOST_PLACES:
                    found[-1].append(side)

    def nearest(self, keys: Iterable[Hashable], sentence: int) -> list[Side]:
        """The nearest places of some keys; of two as near the one found first."""
        near: dict[int, Side] = {}
        for key in keys:
            sentences, found = self._of.get(key, ([], []))
            middle = bisect_left(sentences, sentence)
            for sides in found[max(0, middle - MOST_PLACES) : middle + MOST_PLACES]:
                near.update((id(side), side) for side in sides)
        return sorted(near.values(), key=lambda side: abs(side.sentence - sentence))[:MOST_PLACES]
