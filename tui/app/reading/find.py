"""Find: where words stand in both reports, whatever their case; translations are not searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tui.model import Article, Which

__all__ = ["Finding", "Hit", "find"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand: code points ``start:end`` of a sentence's text."""

    which: Which
    sentence: int
    start: int
    end: int


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
    def _by_sentence(self) -> dict[tuple[Which, int], list[tuple[int, int]]]:
        found: dict[tuple[Which, int], list[tuple[int, int]]] = {}
        for hit in self.hits:
            found.setdefault((hit.which, hit.sentence), []).append((hit.start, hit.end))
        return found

    def spans(self, which: Which, sentence: int) -> Sequence[tuple[int, int]]:
        """Where the words stand in a sentence."""
        return self._by_sentence.get((which, sentence), ())

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
        hits = [replace(h, which="b" if h.which == "a" else "a") for h in self.hits]
        return Finding(
            self.words, tuple(sorted(hits, key=lambda h: (h.which, h.sentence, h.start)))
        )


def find(words: str, a: Article, b: Article, *, furniture: bool = False) -> Finding:
    """Search both reports.

    Letters match whatever their case; a run of white space matches any run of white space.

    Args:
        words: What to look for, as typed.
        a: The left report.
        b: The right report.
        furniture: Whether page furniture is searched too.
    """
    pieces = words.split()
    if not pieces:
        return Finding(words, ())
    pattern = re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE)
    sides: Sequence[tuple[Which, Article]] = (("a", a), ("b", b))
    return Finding(
        words,
        tuple(hit for which, article in sides for hit in _hits(pattern, which, article, furniture)),
    )


def _hits(
    pattern: re.Pattern[str], which: Which, article: Article, furniture: bool
) -> Iterator[Hit]:
    for sentence in article.sentences if furniture else article.content:
        for match in pattern.finditer(sentence.text):
            yield Hit(which, sentence.index, *match.span())
