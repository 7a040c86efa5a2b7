"""Arabic words as they are looked up: without vowel signs, in one spelling, without "and".

The conjunction is written on to the word behind it, so "وقال" is "and said". It is taken off alike
in a text and in a lexicon, and so need not be told from the first letter of a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from tui.data import load

__all__ = ["is_arabic", "plain", "prepared", "respelled"]

_FIRST, _LAST = "\u0600", "\u06ff"
_AND = "و"
_FEMININE, _DUAL = "ة", ("ان", "ين")
_SHORTEST = 3
"""Letters that are left at least of a word whose "and" is taken off, small words aside."""


def is_arabic(word: str) -> bool:
    """Whether a word begins with a letter of the script."""
    return _FIRST <= word[0] <= _LAST


def plain(word: str) -> str:
    """A word as it is looked up; see the module."""
    letters, kept, small = _spelling()
    word = word.translate(letters)
    rest = word[1:]
    if not word.startswith(_AND) or word in kept:
        return word
    return rest if len(rest) >= _SHORTEST or rest in small else word


def respelled(table: Any) -> Any:
    """A data file's table with all its Arabic words as they are looked up."""
    if isinstance(table, Mapping):
        return {respelled(key): respelled(value) for key, value in table.items()}
    if isinstance(table, list):
        return [respelled(entry) for entry in table]
    if not isinstance(table, str) or not any(map(is_arabic, table)):
        return table
    return " ".join(plain(word) for word in table.split())


def prepared(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """The lexicon of figures with its words as they are looked up, and the duals of its nouns.

    "جسران" is two bridges, a number and what is counted in one word.
    """
    table: dict[str, Any] = respelled(raw)
    numbers = dict(table.get("numbers", {}))
    duals = {noun: _duals(noun) for noun in numbers.pop("dual", ())}
    numbers["groups"] = {**numbers.get("groups", {}), **{d: 2 for x in duals.values() for d in x}}
    counted = {
        notion: [*nouns, *(d for noun in nouns for d in duals.get(noun, ()))]
        for notion, nouns in table.get("things", {}).items()
    }
    return {**table, "numbers": numbers, "things": counted}


def _duals(noun: str) -> list[str]:
    stem = noun[:-1] + "ت" if noun.endswith(_FEMININE) else noun
    return [stem + ending for ending in _DUAL]


@cache
def _spelling() -> tuple[Mapping[int, str], frozenset[str], frozenset[str]]:
    raw = load("arabic")
    letters = str.maketrans({**raw["letters"], **dict.fromkeys(raw["signs"], "")})
    return letters, frozenset(raw["kept"]), frozenset(raw["small"])
