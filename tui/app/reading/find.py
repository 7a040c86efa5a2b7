"""Find: where words stand in both reports and in the translations shown, whatever their case."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from tui.model import Article, Translation, Which, other

__all__ = ["Finding", "Hit", "find"]


class Hit(NamedTuple):
    """One place where the words stand: code points ``start:end`` of a sentence's text.

    ``translated`` says that they are those of its translation instead.
    """

    which: Which
    sentence: int
    start: int
    end: int
    translated: bool = False


@dataclass(frozen=True)
class Finding:
    """What was searched for, where it stands, and which of the hits is the current one."""

    words: str
    hits: tuple[Hit, ...]
    current: int | None = None

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        return None if self.current is None else self.hits[self.current]

    @cached_property
    def _by_sentence(self) -> dict[tuple[Which, int, bool], list[tuple[int, int]]]:
        found: dict[tuple[Which, int, bool], list[tuple[int, int]]] = {}
        for hit in self.hits:
            place = (hit.which, hit.sentence, hit.translated)
            found.setdefault(place, []).append((hit.start, hit.end))
        return found

    def spans(
        self, which: Which, sentence: int, *, translated: bool = False
    ) -> Sequence[tuple[int, int]]:
        """Where the words stand in a sentence, or in its translation."""
        return self._by_sentence.get((which, sentence, translated), ())

    def step(self, by: int) -> Finding:
        """The next hit, or with ``-1`` the one before, round and round."""
        if not self.hits:
            return self
        now = -1 if self.current is None and by > 0 else (self.current or 0)
        return replace(self, current=(now + by) % len(self.hits))

    def from_place(self, which: Which, sentence: int) -> Finding:
        """The finding with the first hit at or after a place of its side as the current one."""
        after = (k for k, h in enumerate(self.hits) if h.which == which and h.sentence >= sentence)
        first = next(after, 0 if self.hits else None)
        return replace(self, current=first)

    def transposed(self) -> Finding:
        """The same finding when the reports change sides."""
        hits = [h._replace(which=other(h.which)) for h in self.hits]
        return Finding(
            self.words,
            tuple(sorted(hits, key=lambda h: (h.which, h.sentence, h.translated, h.start))),
        )


def find(
    words: str,
    a: Article,
    b: Article,
    *,
    furniture: bool = False,
    translations: Mapping[Which, Mapping[int, Translation]] = MappingProxyType({}),
) -> Finding:
    """Search both reports.

    Letters match whatever their case; a run of white space matches any run of white space.

    Args:
        words: What to look for, as typed.
        a: The left report.
        b: The right report.
        furniture: Whether page furniture is searched too.
        translations: Those that are searched too, by side and sentence.
    """
    pieces = words.split()
    if not pieces:
        return Finding(words, ())
    pattern = re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE)
    sides: Sequence[tuple[Which, Article]] = (("a", a), ("b", b))
    hits: list[Hit] = []
    for which, article in sides:
        translated = translations.get(which, {})
        for sentence in article.sentences if furniture else article.content:
            texts = [(sentence.text, False)]
            if sentence.index in translated:
                texts.append((translated[sentence.index].text, True))
            hits += [
                Hit(which, sentence.index, *match.span(), translated=is_translation)
                for text, is_translation in texts
                for match in pattern.finditer(text)
            ]
    return Finding(words, tuple(hits))
