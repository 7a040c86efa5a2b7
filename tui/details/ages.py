"""Ages told by a word or a decade of life: "in his early 40s", "Mittvierziger", "a teenager"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from tui.details.date_words import date_words
from tui.details.lexicon import Lexicon, lexicon
from tui.details.quantities import Finding
from tui.details.roles import is_person
from tui.details.token_phrases import Phrases
from tui.details.tokens import Token
from tui.details.values import Amount
from tui.model import DetailKind

__all__ = ["AgeWords", "age_words", "read_age"]

_PART_OF_DECADE = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_HYPHENS = frozenset("-‐‑")


class AgeWords(NamedTuple):
    """The ``[ages]`` tables of a data file."""

    words: Phrases[tuple[int, int]]
    decade_before: Phrases[bool]
    """What stands before a decade of life: "in her"."""
    decade_of_person: Phrases[bool]
    """The same where a person must stand before that: "ein Mann *in den* Vierzigern"."""
    tens: Mapping[str, int]
    """Decades in words: "forties"."""
    tens_end: str
    """What is written on to the figure of a decade: "40\\ *s*"."""
    superlatives: frozenset[str]
    """Before what is an age without "years": "the *oldest* was 83"."""
    tens_after_part: Mapping[str, int]
    """Decades where a part of one stands before, "Mitte *vierzig*", in figures too."""


@cache
def age_words(lang: str) -> AgeWords:
    """The words for ages of a language; empty where its data file has none."""
    raw: Mapping[str, Any] = lexicon(lang).ages
    return AgeWords(
        words=Phrases((p, (v[0], v[1])) for p, v in raw.get("words", {}).items()),
        decade_before=Phrases((p, True) for p in raw.get("decade_before", ())),
        decade_of_person=Phrases((p, True) for p in raw.get("decade_of_person", ())),
        tens=_by_tens(raw.get("tens", ())),
        tens_end=raw.get("tens_end", ""),
        superlatives=frozenset(raw.get("superlatives", ())),
        tens_after_part=_by_tens(raw.get("tens_after_part", ())),
    )


def _by_tens(words: Sequence[str]) -> dict[str, int]:
    """Words for twenty, thirty and so on with their values."""
    return {word.casefold(): 20 + 10 * place for place, word in enumerate(words)}


def read_age(tokens: Sequence[Token], start: int, known: Lexicon) -> Finding | None:
    """Read the age that starts at a token, unless it is told in plain years."""
    words = age_words(known.lang)
    named = words.words.at(tokens, start)
    if named is not None:
        return _age(start, named[1], *named[0])
    part = date_words(known.lang).spans.at(tokens, start)
    place = part[1] if part else start
    if part and place < len(tokens) and tokens[place].low in _HYPHENS:
        place += 1
    if place >= len(tokens) or (part and part[0] not in _PART_OF_DECADE):
        return None
    decade = None
    person = words.decade_of_person.before(tokens, start)
    of_person = person and person[1] and is_person(tokens[person[1] - 1], known)
    if of_person or words.decade_before.before(tokens, start):
        decade = _decade(tokens, place, words)
    elif part and words.tens_after_part:
        decade = _bare_decade(tokens, place, words, known)
    if decade is None:
        return None
    first, last = _PART_OF_DECADE[part[0]] if part else (0, 9)
    years, end = decade
    return _age(start, end, years + first, years + last)


def _age(start: int, end: int, least: int, most: int) -> Finding:
    amount = Amount(least, most, "age", approximate=True, written="age")
    return Finding(start, end, DetailKind.QUANTITY, amount)


def _decade(tokens: Sequence[Token], place: int, words: AgeWords) -> tuple[int, int] | None:
    """A decade of life behind "in her": "forties", "40s"; and the token after it."""
    low = tokens[place].low
    if low in words.tens:
        return words.tens[low], place + 1
    end = place + 1
    if end < len(tokens) and tokens[end].low in "'’" and tokens[end].glued:
        end += 1
    written_on = end < len(tokens) and tokens[end].glued and tokens[end].low == words.tens_end
    return (int(low), end + 1) if written_on and _is_ten(low) else None


def _bare_decade(
    tokens: Sequence[Token], place: int, words: AgeWords, known: Lexicon
) -> tuple[int, int] | None:
    """A decade behind a part of it, "Mitte 40", where it counts nothing; and the token after it."""
    low = tokens[place].low
    years = int(low) if _is_ten(low) else words.tens_after_part.get(low)
    follower = tokens[place + 1] if place + 1 < len(tokens) else None
    if not years or (follower and follower.is_word and follower.low not in known.function):
        return None
    runs_on = follower and follower.glued and follower.text not in {",", ".", ")"}
    return None if runs_on else (years, place + 1)


def _is_ten(low: str) -> bool:
    return len(low) == 2 and low.isascii() and low.isdigit() and low[1] == "0" and low[0] > "1"
