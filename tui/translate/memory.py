"""Translation memories: what was translated before, found again exactly or nearly.

A memory is read once and never changes. It answers in both directions of every language pair it
holds; a unit's source language does not restrict it. Language variants count as one language, so
a unit in ``de-AT`` serves a report in ``de``.
"""

from __future__ import annotations

import os
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from tui.read.files import legible
from tui.translate.languages import UNKNOWN, normal_tag, primary
from tui.translate.tmx import Unit, Variant, read_tmx

__all__ = ["FUZZY_THRESHOLD", "Hit", "Memory", "load_memory", "lookup_key", "search_memories"]

FUZZY_THRESHOLD = 0.9
"""The least similarity at which another segment's translation is worth showing."""

_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞〟＂", '"'),
        **dict.fromkeys("‘’‚‛‹›′＇´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        "…": "...",
    }
)


def lookup_key(text: str) -> str:
    """The form under which segments are compared.

    White space is one space, quotation marks, apostrophes, dashes and ellipses are those of ASCII,
    invisible characters are dropped, and composed and decomposed letters are the same.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_SAME)
    return " ".join(text.split())


class Hit(NamedTuple):
    """A segment of a memory that a sentence equals or resembles.

    ``source`` is the memory's wording of the sentence, ``text`` its translation. ``match`` is 1.0
    for an exact hit, else the normalised edit similarity of the two sources.
    """

    source: str
    text: str
    match: float
    memory: str


class _Direction(NamedTuple):
    """One language pair of a memory, one way round.

    ``exact`` maps keys to (source, translation). ``lengths`` are the keys' lengths, ascending, and
    ``keys`` the keys in that order, so that a fuzzy search compares only those near in length.
    """

    exact: dict[str, tuple[str, str]]
    keys: tuple[str, ...]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, segments: Sequence[tuple[str, str]]) -> _Direction:
        keyed = [(lookup_key(source), source, target) for source, target in segments]
        # Memories are appended to, so the last translation of a segment is the one meant to stay.
        exact = {key: (source, target) for key, source, target in keyed}
        keys = tuple(sorted(exact, key=len))
        # Where the memory's tool split a sentence in two and ours did not.
        for (key, source, target), (next_key, next_source, next_target) in pairwise(keyed):
            exact.setdefault(
                f"{key} {next_key}", (f"{source} {next_source}", f"{target} {next_target}")
            )
        return cls(exact, keys, tuple(map(len, keys)))

    def nearest(self, key: str, threshold: float) -> tuple[str, float] | None:
        """The most similar key and its similarity, if any reaches the threshold."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        # Of strings whose similarity is s, the shorter has at least s times the longer's length.
        low = bisect_left(self.lengths, len(key) * threshold)
        high = bisect_right(self.lengths, len(key) / threshold)
        found = process.extractOne(
            key,
            self.keys[low:high],
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=threshold,
        )
        return None if found is None else (found[0], found[1])


@dataclass(frozen=True, eq=False)
class Memory:
    """An immutable translation memory.

    ``name`` is what the reader is shown as the origin of a translation: the file's name.
    """

    name: str
    units: tuple[Unit, ...]
    _directions: dict[tuple[str, str], _Direction] = field(
        default_factory=dict, init=False, repr=False
    )

    def pairs(self) -> dict[tuple[str, str], int]:
        """How many units the memory holds in each pair of languages, the pair in sorted order."""
        return Counter(
            pair
            for unit in self.units
            for pair in combinations(sorted({primary(v.lang) for v in unit.variants}), 2)
        )

    def find(
        self, text: str, source: str, target: str, *, threshold: float = FUZZY_THRESHOLD
    ) -> Hit | None:
        """Look a sentence up.

        Args:
            text: The sentence, as the article has it.
            source: Its language; ``"und"`` looks in every language the memory has.
            target: The language wanted.
            threshold: The least similarity of a fuzzy hit, in (0, 1]; 1 asks for exact hits only.

        Returns:
            The exact hit if there is one, else the most similar, else None.
        """
        key = lookup_key(text)
        if not key:
            return None
        directions = [self._direction(lang, target) for lang in self._sources(source, target)]
        for direction in directions:
            if key in direction.exact:
                return self._hit(direction, key, 1.0)
        if threshold >= 1:
            return None
        near = [(*found, d) for d in directions if (found := d.nearest(key, threshold))]
        if not near:
            return None
        best, match, direction = max(near, key=lambda candidate: candidate[1])
        return self._hit(direction, best, match)

    def _hit(self, direction: _Direction, key: str, match: float) -> Hit:
        source, text = direction.exact[key]
        return Hit(" ".join(source.split()), " ".join(text.split()), match, self.name)

    def _sources(self, source: str, target: str) -> Iterable[str]:
        if primary(source) != UNKNOWN:
            return (source,)
        languages = {primary(variant.lang) for unit in self.units for variant in unit.variants}
        return sorted(languages - {primary(target)})

    def _direction(self, source: str, target: str) -> _Direction:
        # Two threads may both build it; they build the same, and storing it is atomic.
        pair = (normal_tag(source), normal_tag(target))
        direction = self._directions.get(pair)
        if direction is None:
            segments = []
            for unit in self.units:
                origin = _variant(unit, source)
                wanted = _variant(unit, target)
                if origin is not None and wanted is not None and origin is not wanted:
                    segments.append((origin.text, wanted.text))
            direction = self._directions[pair] = _Direction.of(segments)
        return direction


def _variant(unit: Unit, lang: str) -> Variant | None:
    """A unit's wording in a language: the variant with that very tag, else the first."""
    same = [v for v in unit.variants if primary(v.lang) == primary(lang)]
    exact = (v for v in same if normal_tag(v.lang) == normal_tag(lang))
    return next(exact, same[0] if same else None)


def load_memory(path: str | os.PathLike[str]) -> Memory:
    """Read a TMX file into a memory.

    Raises:
        MemoryFileError: The file cannot be read or is not TMX; the message names file and line.
    """
    path = Path(path)
    return Memory(legible(path.name), read_tmx(path))


def search_memories(memories: Iterable[Memory], text: str, source: str, target: str) -> Hit | None:
    """The first memory's exact hit, or, where none has one, the best fuzzy hit of all."""
    best: Hit | None = None
    memories = tuple(memories)
    for memory in memories:
        if hit := memory.find(text, source, target, threshold=1.0):
            return hit
    for memory in memories:
        hit = memory.find(text, source, target)
        if hit and (best is None or hit.match > best.match):
            best = hit
    return best
