"""Words of one class that exclude each other in one role: a bus is no lorry, a leg no arm.

The classes are those of ``tui/data/classes``: sets of co-hyponyms (the linguist's word for what
stands side by side below one notion), with the same names in every language. What is wider than
its class ("vehicle") is in none, so a vaguer word never excludes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.data import languages, load
from tui.details.words import Word, bare, words

__all__ = ["ClassWord", "Member", "by_class", "class_words", "concepts", "members"]

LONG, SHORT = 5, 4
"""Letters of the last part of a compound; a short one needs a long first part."""

STEM = 3
"""Letters of what an ending is taken from: German "ein" is no "Ei"."""

FIRST_PART = 4
"""Letters of the first part of a compound: less is a prefix ("Ab-sicherung")."""


@dataclass(frozen=True, slots=True)
class Member:
    """What a word stands for: a class ("vessel") and the concept in it ("ferry")."""

    group: str
    concept: str


@dataclass(frozen=True, slots=True)
class ClassWord:
    """A word of a sentence that belongs to one or more classes."""

    word: Word
    index: int
    members: tuple[Member, ...]


@dataclass(frozen=True)
class _Classes:
    """One language's file, ready for look-up."""

    known: Mapping[str, tuple[Member, ...]]
    endings: tuple[str, ...]
    compounds: bool


_NONE = _Classes({}, (), False)


@cache
def _classes(lang: str) -> _Classes:
    if lang not in languages("classes"):
        return _NONE
    raw = load(f"classes/{lang}")
    known: dict[str, list[Member]] = {}
    for group, table in raw.items():
        if not isinstance(table, Mapping):
            continue
        for concept, forms in table.items():
            for form in forms.split():
                known.setdefault(bare(form), []).append(Member(group, concept))
    return _Classes(
        known={word: tuple(dict.fromkeys(found)) for word, found in known.items()},
        endings=tuple(raw["endings"]),
        compounds=bool(raw.get("compounds", False)),
    )


@lru_cache(maxsize=16384)
def members(word: str, lang: str) -> tuple[Member, ...]:
    """What a word, given without case and accents, stands for; inflected or compounded too."""
    classes = _classes(lang)
    found = _inflected(word, classes)
    if found or not classes.compounds:
        return found
    for cut in range(FIRST_PART, len(word) - SHORT + 1):
        last = len(word) - cut
        if last >= LONG or cut > FIRST_PART:
            found = _inflected(word[cut:], classes)
            if found:
                return found
    return ()


def _inflected(word: str, classes: _Classes) -> tuple[Member, ...]:
    known = classes.known
    exact = known.get(word)
    if exact is not None:
        return exact
    for ending in classes.endings:
        if ending and word.endswith(ending) and len(word) - len(ending) >= STEM:
            stem = known.get(word[: -len(ending)])
            if stem is not None:
                return stem
    return ()


@lru_cache(maxsize=2048)
def class_words(text: str, lang: str) -> tuple[ClassWord, ...]:
    """The words of a sentence that belong to classes, in order.

    A capital inside a sentence, or one before another, makes a name of a word ("Mr Baker", "South
    Korea"), except where all nouns have one.
    """
    classes = _classes(lang)
    if not classes.known:
        return ()
    found: list[ClassWord] = []
    sentence = words(text)
    for index, word in enumerate(sentence):
        follower = sentence[index + 1] if index + 1 < len(sentence) else None
        named = word.capital and (not word.opens or (follower is not None and follower.capital))
        if named and not classes.compounds:
            continue
        standing = members(bare(word.text), lang)
        if standing:
            found.append(ClassWord(word, index, standing))
    return tuple(found)


@lru_cache(maxsize=64)
def concepts(every: frozenset[str], lang: str) -> frozenset[Member]:
    """All that the words of an article, without case and accents, stand for."""
    return frozenset(member for word in every for member in members(word, lang))


def by_class(found: Sequence[ClassWord]) -> dict[str, list[tuple[ClassWord, Member]]]:
    """The words of a sentence by class."""
    found_of: dict[str, list[tuple[ClassWord, Member]]] = {}
    for each in found:
        for member in each.members:
            found_of.setdefault(member.group, []).append((each, member))
    return found_of
