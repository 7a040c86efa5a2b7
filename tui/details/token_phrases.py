"""Phrases of a lexicon, found at a place among the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from tui.details.tokens import Token, tokenize

__all__ = ["Phrases"]

T = TypeVar("T")

_HYPHENS = frozenset("-‐‑–")


class Phrases(Generic[T]):
    """Phrases of one or more words with what they stand for, found at a place in a sentence.

    A hyphen inside a phrase matches none or a space, and the other way round.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        """Phrases by their first word and their second, ``""`` for those of one word."""
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in entries:
            words = _words(phrase)
            second = words[1] if len(words) > 1 else ""
            behind = self._by_first.setdefault(words[0], {})
            behind.setdefault(second, []).append((words, meaning))
            self._by_last.setdefault(words[-1], []).append((words, meaning))
        for index in (*self._by_first.values(), self._by_last):
            for known in index.values():
                if len(known) > 1:
                    known.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def joined(cls, tables: Iterable[Phrases[Any]]) -> Phrases[bool]:
        """The phrases of several tables in one, for asking whether any of them begins here."""
        joined: Phrases[bool] = Phrases(())
        for table in tables:
            for first, behind in table._by_first.items():
                into = joined._by_first.setdefault(first, {})
                for second, known in behind.items():
                    into.setdefault(second, []).extend((words, True) for words, _ in known)
        return joined

    @property
    def empty(self) -> bool:
        """Whether there is nothing to find."""
        return not self._by_first

    def __contains__(self, word: str) -> bool:
        """Whether a phrase begins with a word; far cheaper than looking for one."""
        return word in self._by_first

    @property
    def firsts(self) -> frozenset[str]:
        """The words that phrases begin with."""
        return frozenset(self._by_first)

    @property
    def single(self) -> frozenset[str]:
        """The words that are a phrase by themselves."""
        return frozenset(first for first, behind in self._by_first.items() if "" in behind)

    def at(self, tokens: Sequence[Token], start: int) -> tuple[T, int] | None:
        """The longest phrase that starts at a token: its meaning and the token after it."""
        if start >= len(tokens):
            return None
        behind = self._by_first.get(tokens[start].low)
        if behind is None:
            return None
        place = start + 1
        if place + 1 < len(tokens) and tokens[place].low in _HYPHENS:
            place += 1
        if place < len(tokens):
            for words, meaning in behind.get(tokens[place].low, ()):
                end = _run(tokens, start, words)
                if end:
                    return meaning, end
        alone = behind.get("")
        return (alone[0][1], start + 1) if alone else None

    def after(self, tokens: Sequence[Token], start: int) -> tuple[T, int] | None:
        """Like :meth:`at`, with a hyphen before the phrase allowed ("36-hour")."""
        if start + 1 < len(tokens) and tokens[start].low in _HYPHENS and tokens[start + 1].glued:
            start += 1
        return self.at(tokens, start)

    def before(self, tokens: Sequence[Token], end: int) -> tuple[T, int] | None:
        """The longest phrase that ends just before a token: its meaning and its first token."""
        last = end - 1
        if last > 0 and tokens[last].low in _HYPHENS:
            last -= 1
        if last < 0:
            return None
        for words, meaning in self._by_last.get(tokens[last].low, ()):
            start = last - len(words) + 1
            if start >= 0 and _run(tokens, start, words) == last + 1:
                return meaning, start
        return None

    def words(self, token: Token) -> T | None:
        """What a token stands for alone."""
        alone = self._by_first.get(token.low, {}).get("")
        return alone[0][1] if alone else None


def _words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as tokens have them; a sign is one where there are none."""
    # Most are plain words; splitting thousands of them would be felt at the start.
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return tuple(phrase.lower().split())
    return tuple(t.low for t in tokenize(phrase) if t.low not in _HYPHENS) or (phrase,)


def _run(tokens: Sequence[Token], start: int, words: Sequence[str]) -> int:
    """The token after a run of words from ``start``, hyphens between them skipped; 0 for none."""
    place = start
    for k, word in enumerate(words):
        if k and place + 1 < len(tokens) and tokens[place].low in _HYPHENS:
            place += 1
        if place >= len(tokens) or tokens[place].low != word:
            return 0
        place += 1
    return place
