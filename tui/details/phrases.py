"""Finding the words and phrases of a lexicon in a sentence, all at once and in linear time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from tui.details.words import Word, folded, is_elided, words

__all__ = ["Hit", "PhraseTable"]

T = TypeVar("T")

GAP = 14
"""How many words may stand in the place of a phrase's ``…`` ("lehnte … ab")."""

SHORTEST_PART = 3
"""Letters of the first part of a compound whose last part is in a table ("*ministerium")."""

REMEMBERED = 20_000
"""Words whose phrases a table keeps at hand; the words of an article come back all the time."""


_FOLDED = attrgetter("folded")
_OPEN = frozenset("…#")
"""Parts of a phrase that stand for more than one word."""

LATIN = "\u0250"
"""The first letter beyond those of the Latin script that lexicons are written in."""


class Hit(NamedTuple, Generic[T]):
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
    known_second: bool = False
    """Whether that is the whole word."""


class _Opening(NamedTuple, Generic[T]):
    """The phrases that begin with a word."""

    behind: Mapping[str, tuple[_Phrase[T], ...]]
    """Those that may stand where some word is behind the first."""
    others: tuple[_Phrase[T], ...]
    """Those that may stand where any other word is."""


class PhraseTable(Generic[T]):
    """Phrases of a lexicon, each with a value.

    A phrase is one or more words; a word may end in ``*`` for any ending, a phrase of one word may
    begin with one for the first part of a compound, and a ``…`` between two words stands for up to
    :data:`GAP` words of the same clause (a separable verb); ``#`` is any number in digits.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        # Most of a lexicon is never met: a phrase is taken apart when its first word is.
        exact: dict[str, list[tuple[str, T]]] = defaultdict(list)
        prefixes: dict[str, list[tuple[str, T]]] = defaultdict(list)
        suffixes: dict[str, list[tuple[str, T]]] = defaultdict(list)
        for entry in entries:
            first, is_prefix = _first(entry[0])
            if first:
                (prefixes if is_prefix else exact)[first].append(entry)
                if entry[0].startswith("*"):
                    suffixes[first].append(entry)
        self._exact, self._prefixes, self._suffixes = map(_settled, (exact, prefixes, suffixes))
        self._told: Mapping[str, T] | None = None
        self._openings = _Remembered(self._look_up)
        self._lengths = sorted({len(prefix) for prefix in self._prefixes}, reverse=True)
        self._endings = sorted({len(suffix) for suffix in self._suffixes}, reverse=True)

    @classmethod
    def of(cls, groups: Mapping[str, Sequence[str]]) -> PhraseTable[str]:
        """A table of phrases that stand for the name of the group they are listed in."""
        return PhraseTable((p, name) for name, phrases in groups.items() for p in phrases)

    @classmethod
    def on_demand(cls, values: Mapping[str, T]) -> PhraseTable[T]:
        """A table of a mapping's phrases, whose values are asked for when a phrase is met."""
        entries: Iterable[tuple[str, Any]] = ((phrase, None) for phrase in values)
        table: PhraseTable[T] = cls(entries)
        table._told = values
        return table

    def __getstate__(self) -> dict[str, Any]:
        return {name: own for name, own in vars(self).items() if name != "_openings"}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        vars(self).update(state)
        self._openings = _Remembered(self._look_up)

    def __contains__(self, word: str) -> bool:
        """Whether a single folded word is a phrase of the table."""
        return self._single(word) is not None

    def value(self, word: str) -> T | None:
        """What a single folded word stands for, ``None`` if it is no phrase of the table."""
        found = self._single(word)
        return None if found is None else found.value

    def _single(self, word: str) -> _Phrase[T] | None:
        opening = self._openings[word]
        if opening is None:
            return None
        return next((p for p in opening.others if len(p.parts) == 1), None)

    def find(self, sentence: Sequence[Word], *, capitals: bool = False) -> list[Hit[T]]:
        """The phrases in a sentence, in order, the longest at each place, without overlaps.

        A phrase with a gap covers its first and last word only. With ``capitals`` no phrase may
        begin with a lower-case letter.
        """
        found: list[Hit[T]] = []
        folded = list(map(_FOLDED, sentence))
        openings = list(map(self._openings.__getitem__, folded))
        if not any(openings):
            return found
        folded.append("")
        beyond = 0  # words before this one are part of the phrase last found
        for at, opening in enumerate(openings):
            if opening is None or at < beyond:
                continue
            phrases = opening.behind.get(folded[at + 1], opening.others)
            if not phrases or (capitals and sentence[at].text[0].islower()):
                continue
            hit = _first_fit(phrases, folded[at + 1], sentence, at)
            if hit is not None:
                found.append(hit)
                beyond = hit.run + 1
        return found

    def at(self, sentence: Sequence[Word], at: int) -> Hit[T] | None:
        """The longest phrase that begins at a word, ``None`` if there is none."""
        opening = self._openings[sentence[at].folded]
        if opening is None:
            return None
        following = sentence[at + 1].folded if at + 1 < len(sentence) else ""
        phrases = opening.behind.get(following, opening.others)
        return _first_fit(phrases, following, sentence, at)

    def _look_up(self, word: str) -> _Opening[T] | None:
        listed = [self._exact.get(word)]
        listed += [self._prefixes.get(word[:n]) for n in self._lengths if n <= len(word)]
        longest = len(word) - SHORTEST_PART
        listed += [self._suffixes.get(word[-n:]) for n in self._endings if n <= longest]
        if not any(listed):
            return None
        found = [phrase for entries in listed if entries for phrase in self._taken_apart(entries)]
        behind = {
            second: tuple([p for p in found if not p.known_second or p.second == second])
            for second in {p.second for p in found if p.known_second}
        }
        return _Opening(behind, tuple([p for p in found if not p.known_second]))

    def _taken_apart(self, entries: Iterable[tuple[str, T]]) -> list[_Phrase[T]]:
        """Phrases by their words, the longest first."""
        found = []
        for phrase, value in entries:
            parts = _parts(phrase)
            second = parts[1] if len(parts) > 1 and parts[1] not in _OPEN else ""
            stem = second.rstrip("*")
            own = value if self._told is None else self._told[phrase]
            found.append(_Phrase(parts, own, stem, bool(second) and stem == second))
        if len(found) > 1:
            found.sort(key=lambda phrase: -len(phrase.parts))
        return found


class _Remembered(dict[str, _Opening[T] | None]):
    """The phrases that begin with a word, looked up when first asked for."""

    def __init__(self, look_up: Callable[[str], _Opening[T] | None]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> _Opening[T] | None:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[word] = self._look_up(word)
        return found


def _first_fit(
    phrases: Iterable[_Phrase[T]], following: str, sentence: Sequence[Word], at: int
) -> Hit[T] | None:
    """The first of some phrases that stands at a word, behind which another follows."""
    for phrase in phrases:
        if not following.startswith(phrase.second):
            continue  # a call for each would be felt
        ends = _ends(phrase.parts, sentence, at)
        if ends is not None:
            last, run = ends
            return Hit(at, last, phrase.value, run)
    return None


def _settled(listed: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    """Lists nothing is added to any more; tuples are unpickled faster."""
    return {word: tuple(entries) for word, entries in listed.items()}


def _first(phrase: str) -> tuple[str, bool]:
    """What a phrase is looked up by, its first word, and whether that may have any ending."""
    # Most begin with a plain word; splitting thousands of them would be felt at the start.
    begin = phrase.partition(" ")[0]
    stem = begin.removesuffix("*")
    if stem.isalpha():
        if stem.isascii():
            return stem.lower(), stem != begin
        if max(stem) < LATIN:
            return folded(stem), stem != begin
    parts = _parts(phrase)
    if not parts:
        return "", False
    return parts[0].rstrip("*"), parts[0].endswith("*")


def _parts(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they are looked up, its signs among them."""
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
        elif split and piece.endswith("'") and is_elided(f"{split[-1]}'"):
            split[-1] += "'"
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
