"""Words of one class that exclude each other in one role: a bus is no lorry, a leg no arm.

The classes are those of ``tui/data/classes``: sets of co-hyponyms (the linguist's word for what
stands side by side below one notion), with the same names in every language. What is wider than
its class ("vehicle") is in none, so a vaguer word never excludes. A form of several words stands
for its concept as a whole ("cruise_ship"), and no word of it for one of its own; the ``fixed``
phrases of a file stand for nothing ("opened fire").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from tui.data import languages, load
from tui.data.kept import kept
from tui.details.article_words import ArticleWords
from tui.details.at_hand import AT_HAND
from tui.details.phrases import PhraseTable
from tui.details.words import Word, bare, words

__all__ = [
    "ClassWord",
    "Member",
    "are_compatible",
    "by_class",
    "class_words",
    "concepts",
    "members",
]

LONG, SHORT = 5, 4
"""Letters of the last part of a compound; a short one needs a long first part."""

STEM = 3
"""Letters of what an ending is taken from: German "ein" is no "Ei"."""

FIRST_PART = 4
"""Letters of the first part of a compound: less is a prefix ("Ab-sicherung")."""


class Member(NamedTuple):
    """What a word stands for: a class ("vessel") and the concept in it ("ferry")."""

    group: str
    concept: str


@dataclass(frozen=True, slots=True)
class ClassWord:
    """A word or phrase of a sentence that belongs to one or more classes.

    ``index`` is the place of its first word, ``word``; ``last`` is its last one.
    """

    word: Word
    last: Word
    index: int
    members: tuple[Member, ...]


class _Classes(NamedTuple):
    """One language's file, ready for look-up."""

    known: Mapping[str, tuple[Member, ...]]
    phrases: PhraseTable[tuple[Member, ...]]
    endings: tuple[str, ...]
    compounds: bool


_NONE = _Classes({}, PhraseTable([]), (), False)


@cache
@kept
def _classes(lang: str) -> _Classes:
    if lang not in languages("classes"):
        return _NONE
    raw = load(f"classes/{lang}")
    known: dict[str, tuple[Member, ...]] = {}
    phrases: dict[str, tuple[Member, ...]] = dict.fromkeys(_split(raw["fixed"]), ())
    for group, table in raw.items():
        if not isinstance(table, Mapping):
            continue
        for concept, forms in table.items():
            member = Member(group, concept)
            for form in _split(forms):
                if " " in form or "'" in form:  # "l'estate" is two words
                    phrases[form] = (*phrases.get(form, ()), member)
                    continue
                # Most are bare already; asking thousands of times would be felt at the start.
                word = form if form.isascii() and form.islower() and form.isalpha() else bare(form)
                others = known.get(word, ())
                if member not in others:
                    known[word] = (*others, member)
    return _Classes(
        known=known,
        phrases=PhraseTable(phrases.items()),
        endings=tuple(raw["endings"]),
        compounds=bool(raw.get("compounds", False)),
    )


def _split(forms: str) -> list[str]:
    """The forms of a line, a blank apart; the words of one are tied by "_"."""
    found = forms.split()
    return [form.replace("_", " ") for form in found] if "_" in forms else found


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
    """What a word stands for as it is, else without its ending."""
    exact = classes.known.get(word)
    return exact if exact is not None else _without_ending(word, classes)


def _without_ending(word: str, classes: _Classes) -> tuple[Member, ...]:
    for ending in classes.endings:
        if ending and word.endswith(ending) and len(word) - len(ending) >= STEM:
            stem = classes.known.get(word[: -len(ending)])
            if stem is not None:
                return stem
    return ()


@lru_cache(maxsize=AT_HAND)
def class_words(text: str, lang: str) -> tuple[ClassWord, ...]:
    """The words of a sentence that belong to classes, in order.

    A capital inside a sentence, or one before another, makes a name of a word ("Mr Baker", "South
    Korea"), except where all nouns have one.
    """
    classes = _classes(lang)
    if not classes.known:
        return ()
    sentence = words(text)
    found: list[ClassWord] = []
    tied: set[int] = set()
    for hit in classes.phrases.find(sentence):
        tied.update(range(hit.first, hit.last + 1))
        opening = sentence[hit.first]
        if hit.value and (classes.compounds or opening.opens or not opening.capital):
            found.append(ClassWord(opening, sentence[hit.last], hit.first, hit.value))
    for index, word in enumerate(sentence):
        if index in tied:
            continue
        follower = sentence[index + 1] if index + 1 < len(sentence) else None
        named = word.capital and (not word.opens or (follower is not None and follower.capital))
        if named and not classes.compounds:
            continue
        standing = members(bare(word.text), lang)
        if standing:
            found.append(ClassWord(word, word, index, standing))
    return tuple(sorted(found, key=lambda each: each.index))


def concepts(report: ArticleWords, lang: str) -> frozenset[Member]:
    """All that the words and phrases of an article may stand for.

    "Schafe" is a cargo of its own and may be the animal's plural, too.
    """
    return _concepts(report.every, report.sentences, lang)


@lru_cache(maxsize=64)
def _concepts(every: frozenset[str], sentences: Iterable[str], lang: str) -> frozenset[Member]:
    classes = _classes(lang)
    found = {member for word in every for member in members(word, lang)}
    found.update(member for word in every for member in _without_ending(word, classes))
    phrases = classes.phrases
    for text in sentences:
        found.update(member for hit in phrases.find(words(text)) for member in hit.value)
    return frozenset(found)


def are_compatible(one: Member, other: Member) -> bool:
    """Whether two concepts of a class may be said of one thing: a leg and a thigh."""
    return frozenset({one.concept, other.concept}) in _compatible().get(one.group, ())


@cache
def _compatible() -> Mapping[str, frozenset[frozenset[str]]]:
    return {
        group: frozenset(
            frozenset({wider, other})
            for wider, *others in map(str.split, lines)
            for other in others
        )
        for group, lines in load("classes/compatible").items()
    }


def by_class(found: Sequence[ClassWord]) -> dict[str, list[tuple[ClassWord, Member]]]:
    """The words of a sentence by class."""
    found_of: dict[str, list[tuple[ClassWord, Member]]] = {}
    for each in found:
        for member in each.members:
            found_of.setdefault(member.group, []).append((each, member))
    return found_of
