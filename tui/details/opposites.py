"""Words that affirm what others exclude: the poles of a pair, the values of a scale.

A pair has two poles ("rise", "fall"). A scale has several values ("agreed", "failed", "ongoing"),
and stands for the pairs of those that exclude each other: "not agreed" answers "agreed" with a
conflict, and says nothing of "failed" or "ongoing".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.data import languages, load

__all__ = ["Opposite", "is_decisive", "is_lacking", "is_quality", "is_scale", "pairs", "scales"]

_Poles = Mapping[str, Sequence["Opposite"]]


@dataclass(frozen=True, slots=True)
class Opposite:
    """One pole of a pair of opposites; ``pair`` is the same for a pair in every language.

    The pair of two values of a scale is called "scale/value-value".
    """

    pair: str
    positive: bool


def pairs(lang: str) -> Iterable[tuple[str, tuple[Opposite, ...]]]:
    """Each phrase of a language with all the poles it is listed under."""
    if lang not in languages("opposites"):
        return ()
    poles: dict[str, list[Opposite]] = {}
    for pair, (positive, negative) in load(f"opposites/{lang}")["pairs"].items():
        for phrases, pole in ((positive, True), (negative, False)):
            for phrase in phrases.split(","):
                poles.setdefault(phrase, []).append(Opposite(pair, pole))
    return _with_beginnings(poles)


def scales(lang: str) -> Iterable[tuple[str, tuple[Opposite, ...]]]:
    """Each phrase of a language with the poles its values are of the pairs of their scales."""
    if lang not in languages("scales"):
        return ()
    poles: dict[str, list[Opposite]] = {}
    for scale, values in load(f"scales/{lang}").items():
        for value, phrases in values.items():
            found = _excluded(scale).get(value, ())
            for phrase in phrases.split(","):
                poles.setdefault(phrase, []).extend(found)
    return _with_beginnings(poles)


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


def _with_beginnings(poles: _Poles) -> Iterator[tuple[str, tuple[Opposite, ...]]]:
    """A phrase's own poles and, of a single word, those of a beginning of it (``ris*``)."""
    for phrase, own in poles.items():
        found = list(own)
        if " " not in phrase:
            stem = phrase.rstrip("*")
            for end in range(2, len(stem) + (stem == phrase)):
                found += poles.get(f"{stem[:end]}*", ())
        yield phrase, tuple(dict.fromkeys(found))


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
