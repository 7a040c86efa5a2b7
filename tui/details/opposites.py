"""Words that affirm what others exclude: the poles of a pair, the values of a scale.

A pair has two poles ("rise", "fall"). A scale has several values ("agreed", "failed", "ongoing"),
and stands for the pairs of those that exclude each other: "not agreed" answers "agreed" with a
conflict, and says nothing of "failed" or "ongoing".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from tui.data import languages, load

__all__ = ["Opposite", "is_decisive", "is_lacking", "is_quality", "is_scale", "pairs", "scales"]


class Opposite(NamedTuple):
    """One pole of a pair of opposites; ``pair`` is the same for a pair in every language.

    The pair of two values of a scale is called "scale/value-value".
    """

    pair: str
    positive: bool


class _Poles(Mapping[str, tuple[Opposite, ...]]):
    """Phrases, each with the poles it is listed under; they are gathered when asked for."""

    def __init__(self) -> None:
        self._listed: dict[str, list[Opposite]] = {}

    def add(self, phrases: str, poles: Sequence[Opposite]) -> None:
        """List phrases, a comma apart, under poles."""
        for phrase in phrases.split(","):
            known = self._listed.get(phrase)
            if known is None:
                self._listed[phrase] = list(poles)
            else:
                known += poles

    def __getitem__(self, phrase: str) -> tuple[Opposite, ...]:
        """A phrase's own poles and, of a single word, those of a beginning of it (``ris*``)."""
        found = list(self._listed[phrase])
        if " " not in phrase:
            stem = phrase.rstrip("*")
            for end in range(2, len(stem) + (stem == phrase)):
                found += self._listed.get(f"{stem[:end]}*", ())
        return tuple(dict.fromkeys(found))

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


def pairs(lang: str) -> Mapping[str, tuple[Opposite, ...]]:
    """Each phrase of a language with all the poles it is listed under."""
    poles = _Poles()
    if lang in languages("opposites"):
        for pair, (positive, negative) in load(f"opposites/{lang}")["pairs"].items():
            poles.add(positive, (Opposite(pair, True),))
            poles.add(negative, (Opposite(pair, False),))
    return poles


def scales(lang: str) -> Mapping[str, tuple[Opposite, ...]]:
    """Each phrase of a language with the poles its values are of the pairs of their scales."""
    poles = _Poles()
    if lang in languages("scales"):
        for scale, values in load(f"scales/{lang}").items():
            excluded = _excluded(scale)
            for value, phrases in values.items():
                poles.add(phrases, excluded.get(value, ()))
    return poles


@cache
def _excluded(scale: str) -> Mapping[str, Sequence[Opposite]]:
    """By value of a scale, its poles; the value that English lists first is the positive one."""
    compatible = load("scales/scales")["compatible"].get(scale, ())
    agreeing = {frozenset(values.split()) for values in compatible}
    poles: dict[str, list[Opposite]] = {}
    for one, other in combinations(load("scales/en")[scale], 2):
        if frozenset({one, other}) not in agreeing:
            poles.setdefault(one, []).append(Opposite(f"{scale}/{one}-{other}", True))
            poles.setdefault(other, []).append(Opposite(f"{scale}/{one}-{other}", False))
    return poles


def is_scale(pair: str) -> bool:
    """Whether a pair is of two values of a scale."""
    return "/" in pair


@cache
def is_decisive(pair: str) -> bool:
    """Whether opposites decide by themselves what two linked sentences say."""
    return is_scale(pair) or pair in load("opposites/pairs")["decisive"]


@cache
def is_quality(pair: str) -> bool:
    """Whether opposites tell how something is, not whether."""
    return _listed(pair, "qualities")


@cache
def is_lacking(pair: str) -> bool:
    """Whether the second pole says that something is not: "closed", "missing"."""
    return _listed(pair, "lacking")


def _listed(pair: str, table: str) -> bool:
    rules = load("scales/scales" if is_scale(pair) else "opposites/pairs")[table]
    return pair in rules or pair.partition("/")[0] in rules
