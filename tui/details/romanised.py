"""Names carried from one script into another: "Кэндзи Морита", "Kenji Morita".

What a letter stands for depends on the language a name comes from (г is h in Гамбург, dzh is j in
Джордж and z in Кэндзи), so spellings are compared as sequences of coarse sounds, in the manner of
Soundex (Russell 1918) but with several classes for a letter that has them, by a weighted edit
distance (Wagner and Fischer 1974). Vowels count little, for every system writes them otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from tui.data import load
from tui.details.words import bare

__all__ = ["are_of_two_scripts", "frame", "is_latin", "letters", "resemblance"]

VOWEL, SILENT = "V", "-"
"""The class of vowels, and that of letters that may not be heard."""

STEADY = frozenset("LMNRT")
"""The classes that spellings hardly ever confuse."""

OTHER_VOWEL, OTHER_SIGN = 0.25, 0.15
"""What it costs to take one vowel for another, and one spelling of a sound for another."""

DROPPED_VOWEL, DROPPED_SIGN, SILENCED = 0.3, 0.8, 0.2
"""What it costs if one of the two lacks a vowel, a consonant, one that may be silent."""

_LATIN_ENDS = "\u0250"


def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters."""
    return max(word, default="") < _LATIN_ENDS


def are_of_two_scripts(a: str, b: str) -> bool:
    """Whether one of two words is written in Latin letters and the other in another alphabet."""
    return is_latin(a) != is_latin(b)


def resemblance(a: str, b: str) -> float:
    """How much two words sound alike, in [0, 1]; linear in the product of their lengths."""
    one, other = _sounds(a), _sounds(b)
    longest = max(len(one), len(other))
    return 1.0 - min(longest, _distance(one, other)) / longest if longest else 0.0


def frame(word: str) -> str:
    """Those consonants of a word that most spellings agree on, for looking it up."""
    return "".join(min(sound) for sound in _sounds(word) if len(sound) == 1 and sound <= STEADY)


@cache
def letters() -> dict[int, str]:
    """A table for ``str.translate``: the letters of other alphabets in Latin spelling."""
    return str.maketrans(load("transliterations")["letters"])


@cache
def _signs() -> tuple[re.Pattern[str], Mapping[str, frozenset[str]]]:
    table: Mapping[str, str] = load("transliterations")["sounds"]
    longest = sorted(table, key=len, reverse=True)
    classes = {spelling: frozenset(sounds) for spelling, sounds in table.items()}
    return re.compile("|".join(map(re.escape, longest))), classes


@lru_cache(maxsize=16384)
def _sounds(word: str) -> tuple[frozenset[str], ...]:
    """The classes of a word's sounds; a consonant in two signs ("chzh", "ss") counts once."""
    pattern, classes = _signs()
    found: list[frozenset[str]] = []
    for sign in pattern.findall(bare(word).translate(letters())):
        sound = classes[sign]
        if not (found and VOWEL not in sound and found[-1] & sound):
            found.append(sound)
    return tuple(found)


def _distance(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]]) -> float:
    row = [0.0]
    for y in b:
        row.append(row[-1] + _dropped(y))
    for x in a:
        above, row = row, [row[0] + _dropped(x)]
        for j, y in enumerate(b):
            row.append(
                min(above[j] + _taken(x, y), above[j + 1] + _dropped(x), row[j] + _dropped(y))
            )
    return row[-1]


def _taken(x: frozenset[str], y: frozenset[str]) -> float:
    if x == y:
        return 0.0
    common = x & y - {SILENT}
    if not common:
        return 1.0
    return OTHER_VOWEL if common == {VOWEL} else OTHER_SIGN


def _dropped(x: frozenset[str]) -> float:
    if SILENT in x:
        return SILENCED
    return DROPPED_VOWEL if VOWEL in x else DROPPED_SIGN
