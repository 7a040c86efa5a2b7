"""Reports that are one text: the same report twice, or agency copy that several printed.

Two texts are held against each other by their runs of words (shingles: Broder, "On the resemblance
and containment of documents", 1997). Independent reports of one event share hardly any run of six
words; a copy shares most, however it was cut.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tui.model import SentenceKind
from tui.read.lexicon import lexicon
from tui.read.lines import is_spaceless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import Article

__all__ = ["Copy", "find_copies", "note_copies"]

_RUN = 6
"""Words to a run."""
_LEAST = 15
"""Runs; of a shorter text nothing can be said."""
_SHARE = 0.6
"""From this share of the shorter text's runs on, one is a copy of the other."""
_WORD = re.compile(r"\w+")
_BRACKETED = re.compile(r"\(([^()]{2,40})\)")
_DATELINE = 120
_LONG = 1_000_000
"""Characters; reports that are longer together are not held against each other on opening."""


class Copy(NamedTuple):
    """Two articles that are one text.

    Attributes:
        first: The index of the one that was named first.
        second: The index of the other.
        share: The share of the shorter text's runs of words that the other has, in [0, 1].
        same: Whether their words are the same from beginning to end.
        agency: The news agency that both name as their source, as the first writes it.
    """

    first: int
    second: int
    share: float
    same: bool
    agency: str | None = None

    @property
    def words(self) -> str:
        """What the second is to the first, to be put between their names."""
        if self.same:
            return "is the same text as"
        of = f" of {self.agency} copy" if self.agency else ""
        return f"shares {self.share:.0%} of its word sequences{of} (a syndicated copy) with"


def find_copies(articles: Sequence[Article]) -> Iterator[Copy]:
    """Yield the pairs that are one text, in the order of the articles."""
    words = [_words(article) for article in articles]
    runs = [_runs(w) for w in words]
    for i, j in combinations(range(len(articles)), 2):
        if words[i] and words[i] == words[j]:
            yield Copy(i, j, 1.0, same=True)
            continue
        shorter = min(len(runs[i]), len(runs[j]))
        if shorter < _LEAST:
            continue
        share = len(runs[i] & runs[j]) / shorter
        if share >= _SHARE:
            yield Copy(i, j, share, same=False, agency=_agency(articles[i], articles[j]))


def note_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, those that are copies of an earlier one with a note that says so."""
    noted = list(articles)
    if sum(len(article.text) for article in articles) <= _LONG:
        for copy in find_copies(articles):
            second = noted[copy.second]
            note = f"{copy.words} {articles[copy.first].name}"
            noted[copy.second] = replace(second, notes=(*second.notes, note))
    return tuple(noted)


def _words(article: Article) -> list[str]:
    """The words of the report's running text; characters where no spaces are written."""
    kinds = (SentenceKind.BODY, SentenceKind.QUOTE)
    text = " ".join(s.text for s in article.sentences if s.kind in kinds).casefold()
    if is_spaceless(text):
        return [c for c in text if c.isalnum()]
    return _WORD.findall(text)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _agency(a: Article, b: Article) -> str | None:
    named = {name.casefold() for name in _agencies(b)}
    return next((name for name in _agencies(a) if name.casefold() in named), None)


def _agencies(article: Article) -> Iterator[str]:
    """The agencies in datelines, bylines and credits."""
    for sentence in article.sentences:
        if sentence.is_content:
            places = _BRACKETED.findall(sentence.text[:_DATELINE])
        else:
            places = [sentence.text]
        for place in places:
            for part in re.split(r"[/,;:|()]|\b(?:by|von|par|por|with|and|und|et|y)\b", place):
                if part.strip().casefold() in lexicon().agencies:
                    yield part.strip()
