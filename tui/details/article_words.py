"""The words of a whole article: which it writes as common words, and which it has at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tui.details.likeness import sound
from tui.details.romanised import frame, is_latin, resemblance
from tui.details.vocabulary import vocabulary
from tui.details.words import bare, words

__all__ = ["ArticleWords"]

FRAMED = 2
"""Steady consonants by which words of another script are looked up."""

DECLINED = 0.72
"""Resemblance from which a word may be a name of another script with an ending of its own."""


@dataclass(frozen=True)
class ArticleWords:
    """What is asked of an article's words; empty where only a sentence is known.

    Attributes:
        every: All words, without case and accents.
        shouted: The words in capitals throughout, as written without points ("US").
        common: Words that the article uses as no name does: without a capital, or, in a language
            that capitalises its nouns, with a determiner.
        sentences: Where they stand.
    """

    every: frozenset[str] = frozenset()
    shouted: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    sentences: tuple[str, ...] = ()

    @staticmethod
    def of(sentences: Iterable[str], lang: str) -> ArticleWords:
        """Gather the words of sentences. Linear in the length of the text."""
        return _gathered(tuple(sentences), lang)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """All words reduced to how they sound, for names in another transliteration."""
        return frozenset(sound(word) for word in self.every)

    def has_spelling(self, word: str) -> bool:
        """Whether a name's word stands there in another script, declined perhaps."""
        strange = self._others if is_latin(word) else self._latin
        return bool(strange) and any(
            resemblance(word, other) >= DECLINED for other in strange.get(frame(word)[:FRAMED], ())
        )

    @cached_property
    def _latin(self) -> Mapping[str, Sequence[str]]:
        """The words in Latin letters by their first steady consonants."""
        return _by_frame(filter(is_latin, self._ordered))

    @cached_property
    def _others(self) -> Mapping[str, Sequence[str]]:
        """The words in other letters, likewise."""
        return _by_frame(word for word in self._ordered if not is_latin(word))

    def has_prefix(self, prefix: str) -> bool:
        """Whether a word begins so."""
        at = bisect_left(self._ordered, prefix)
        return at < len(self._ordered) and self._ordered[at].startswith(prefix)

    @cached_property
    def _ordered(self) -> tuple[str, ...]:
        return tuple(sorted(self.every))

    def __bool__(self) -> bool:
        return bool(self.every)


def _by_frame(found: Iterable[str]) -> Mapping[str, Sequence[str]]:
    framed: dict[str, list[str]] = {}
    for word in found:
        framed.setdefault(frame(word)[:FRAMED], []).append(word)
    return framed


@lru_cache(maxsize=16)
def _gathered(sentences: tuple[str, ...], lang: str) -> ArticleWords:
    terms = vocabulary(lang)
    every, shouted, common = set(), set(), set()
    for text in sentences:
        determined = False
        for word in words(text):
            plain = bare(word.text)
            every.add(plain)
            if word.shouted:
                shouted.add(word.text.replace(".", ""))
            if not word.capital or (determined and terms.compounds and not word.shouted):
                common.add(plain)
            determined = word.folded in terms.determiners
    return ArticleWords(frozenset(every), frozenset(shouted), frozenset(common), sentences)
