"""Finding the words and phrases of a lexicon in a sentence, all at once and in linear time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from tui.details.words import Word, folded, words

__all__ = ["Hit", "PhraseTable"]

T = TypeVar("T")

GAP = 14
"""How many words may stand in the place of a phrase's ``…`` ("lehnte … ab")."""

SHORTEST_PART = 3
"""Letters of the first part of a compound whose last part is in a table ("*ministerium")."""

REMEMBERED = 20_000
"""Words whose phrases a table keeps at hand; the words of an article come back all the time."""


_OPEN = frozenset("…#")
"""Parts of a phrase that stand for more than one word."""

LATIN = "\u0250"
"""The first letter beyond those of the Latin script that lexicons are written in."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: the words ``first`` to ``last`` (both included) and what it stands for.

    ``run`` is where its first unbroken run of words ends: before ``last`` if the phrase has a gap.
    """

    first: int
    last: int
    value: T
    run: int


class _Phrase(NamedTuple, Generic[T]):
    parts: tuple[str, ...]
    value: T
    second: str = ""
    """What the word behind the first must begin with; most phrases are ruled out by it."""


class PhraseTable(Generic[T]):
    """Phrases of a lexicon, each with a value.

    A phrase is one or more words; a word may end in ``*`` for any ending, a phrase of one word may
    begin with one for the first part of a compound, and a ``…`` between two words stands for up to
    :data:`GAP` words of the same clause (a separable verb); ``#`` is any number in digits.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[_Phrase[T]]] = {}
        self._prefixes: dict[str, list[_Phrase[T]]] = {}
        self._suffixes: dict[str, list[_Phrase[T]]] = {}
        for phrase, value in entries:
            parts = _parts(phrase)
            if not parts:
                continue
            table = self._prefixes if parts[0].endswith("*") else self._exact
            second = parts[1].rstrip("*") if len(parts) > 1 and parts[1] not in _OPEN else ""
            table.setdefault(parts[0].rstrip("*"), []).append(_Phrase(parts, value, second))
            if phrase.startswith("*"):
                self._suffixes.setdefault(parts[0], []).append(_Phrase(parts, value))
        for table in (self._exact, self._prefixes, self._suffixes):
            for known in table.values():
                if len(known) > 1:
                    known.sort(key=lambda phrase: -len(phrase.parts))
        self._looked_up: dict[str, tuple[_Phrase[T], ...]] = {}
        self._lengths = sorted({len(prefix) for prefix in self._prefixes}, reverse=True)
        self._endings = sorted({len(suffix) for suffix in self._suffixes}, reverse=True)

    @classmethod
    def of(cls, groups: Mapping[str, Sequence[str]]) -> PhraseTable[str]:
        """A table of phrases that stand for the name of the group they are listed in."""
        return PhraseTable((p, name) for name, phrases in groups.items() for p in phrases)

    def __contains__(self, word: str) -> bool:
        """Whether a single folded word is a phrase of the table."""
        return any(len(p.parts) == 1 for p in self._candidates(word))

    def value(self, word: str) -> T | None:
        """What a single folded word stands for, ``None`` if it is no phrase of the table."""
        return next((p.value for p in self._candidates(word) if len(p.parts) == 1), None)

    def find(self, sentence: Sequence[Word], *, capitals: bool = False) -> list[Hit[T]]:
        """The phrases in a sentence, in order, the longest at each place, without overlaps.

        A phrase with a gap covers its first and last word only. With ``capitals`` no phrase may
        begin with a lower-case letter.
        """
        found: list[Hit[T]] = []
        known = self._looked_up
        beyond = 0  # words before this one are part of the phrase last found
        for at, word in enumerate(sentence):
            phrases = known.get(word.folded)
            if phrases is None:
                phrases = self._candidates(word.folded)
            if not phrases or at < beyond or (capitals and word.text[0].islower()):
                continue
            hit = _first_fit(phrases, sentence, at)
            if hit is not None:
                found.append(hit)
                beyond = hit.run + 1
        return found

    def at(self, sentence: Sequence[Word], at: int) -> Hit[T] | None:
        """The longest phrase that begins at a word, ``None`` if there is none."""
        return _first_fit(self._candidates(sentence[at].folded), sentence, at)

    def _candidates(self, word: str) -> tuple[_Phrase[T], ...]:
        known = self._looked_up.get(word)
        if known is None:
            if len(self._looked_up) >= REMEMBERED:
                self._looked_up.clear()
            found = list(self._exact.get(word, ()))
            for length in self._lengths:
                if length <= len(word):
                    found += self._prefixes.get(word[:length], ())
            for length in self._endings:
                if length + SHORTEST_PART <= len(word):
                    found += self._suffixes.get(word[-length:], ())
            known = self._looked_up[word] = tuple(found)
        return known


def _first_fit(phrases: Iterable[_Phrase[T]], sentence: Sequence[Word], at: int) -> Hit[T] | None:
    """The first phrase that stands at a word."""
    following = sentence[at + 1].folded if at + 1 < len(sentence) else ""
    for phrase in phrases:
        if not following.startswith(phrase.second):
            continue  # a call for each would be felt
        ends = _ends(phrase.parts, sentence, at)
        if ends is not None:
            last, run = ends
            return Hit(at, last, phrase.value, run)
    return None


def _parts(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they are looked up, its signs among them."""
    # Most of a lexicon is plain words; splitting thousands of them would be felt at the start.
    if phrase.isascii() and phrase.isalpha():
        return (phrase.lower(),)
    plain = phrase.replace(" ", "").removesuffix("*")
    if plain.isalpha() and max(plain) < LATIN:
        return tuple([folded(piece) for piece in phrase.split() if piece != "*"])
    parts: list[str] = []
    for piece in phrase.split():
        if piece in _OPEN:
            parts.append(piece)
            continue
        split = [word.folded for word in words(piece.rstrip("*"))]
        if split and piece.endswith("*"):
            split[-1] += "*"
        parts += split
    return tuple(parts)


def _ends(parts: tuple[str, ...], sentence: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Where a phrase ends that begins at a word, and where its first unbroken run does."""
    if len(parts) == 1:
        return at, at
    place, run = at, at
    gap = False
    for part in parts[1:]:
        if part == "…":
            gap = True
            continue
        if gap:
            clause = sentence[at].clause
            reach = range(place + 1, min(len(sentence), place + 2 + GAP))
            where = next(
                (
                    k
                    for k in reach
                    if sentence[k].clause == clause and _fits(part, sentence[k].folded)
                ),
                None,
            )
            if where is None:
                return None
            place, gap = where, False
            continue
        place += 1
        if place >= len(sentence) or not _fits(part, sentence[place].folded):
            return None
        run = place if run == place - 1 else run
    return place, run


def _fits(part: str, word: str) -> bool:
    if part == "#":
        return word[0].isdigit()
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
