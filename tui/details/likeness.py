"""When two names are one: spellings, transliterations, acronyms, surnames, inflections.

Names that look alike and are not the same spelling by a rule are taken for two: "Müller" is not
"Miller". A rule is a German umlaut written out, another transliteration, or a genitive ending.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tui.data import load
from tui.details.romanised import are_of_two_scripts, letters, resemblance
from tui.details.text_values import Name
from tui.details.words import bare, words

__all__ = ["ALIKE", "CLOSE", "SAME", "likeness", "look_alike", "sound"]

SAME = 1.0
CLOSE = 0.5
"""From here on two spellings are taken for one name."""

ALIKE = 0.32
"""From here on two names look so alike that one may be the other misspelled."""

DECLINED = 0.95
"""How surely two forms are of one name that may have the same nominative."""

ANOTHER_SCRIPT = 0.8
"""Resemblance from which two words of two scripts are taken for one name."""

LONGEST_ENDING = 2
"""Letters by which one given name is made another; a short form is shorter by more."""

_LONG = 8
"""Letters of a word from which on "-es" is taken for a genitive ending: "Mercedes" has none."""

_DOUBLED = re.compile(r"(.)\1+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    return tuple((spelling, plain) for spelling, plain in load("transliterations")["spellings"])


@cache
def _variants() -> dict[str, int]:
    groups = load("transliterations")["variants"]
    return {bare(name): number for number, group in enumerate(groups) for name in group}


def _variant(plain: str) -> int | None:
    """The group of given names that are one, a genitive ending aside."""
    known = _variants()
    return known.get(plain, known.get(plain.rstrip("s")))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(load("given_names")["names"].split())


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A bare word reduced to how it sounds, roughly: the same for most transliterations."""
    word = word.translate(letters())
    for spelling, plain in _spellings():
        word = word.replace(spelling, plain)
    return _DOUBLED.sub(r"\1", word)


def likeness(a: Name, b: Name) -> float:
    """How sure two names are of one bearer.

    Returns:
        1.0 for the same name, down to 0.0. From :data:`CLOSE` on they may be taken for one; from
        :data:`ALIKE` up to there they are two that look alike, or share a surname.
    """
    if a.key == b.key:
        return SAME
    if ":" in a.key or ":" in b.key:
        return _coded(a, b)
    alike = _written(a.full, b.full)
    if alike >= CLOSE or not (a.nominatives or b.nominatives):
        return alike
    one, other = {a.full, *a.nominatives}, {b.full, *b.nominatives}
    if one & other:
        return DECLINED
    # Of two that are declined one is hardly so in both reports: a few readings would be many pairs.
    bases = [(x, b.full) for x in a.nominatives] + [(a.full, y) for y in b.nominatives]
    return max(alike, *(_written(x, y) for x, y in bases))


def look_alike(a: str, b: str) -> bool:
    """Whether one of two words may be the other misread or misspelled."""
    return _word_likeness(a, b) >= ALIKE


def _coded(a: Name, b: Name) -> float:
    """A name with a code against another: by acronym, or the words the texts have."""
    if ":" in a.key and ":" in b.key:
        return 0.0
    coded, other = (a, b) if ":" in a.key else (b, a)
    if coded.full.casefold() == other.full.casefold():
        return 0.9
    if are_of_two_scripts(coded.full, other.full):
        return max(_written(coded.full, full) for full in (other.full, *other.nominatives))
    kind, _, code = coded.key.casefold().partition(":")
    if kind == "place":
        return 0.0  # a country's code is no acronym: "GB" is not made of a person's initials
    return 0.8 if code == other.key or _is_acronym(code, other.full) else 0.0


@lru_cache(maxsize=16384)
def _written(full_a: str, full_b: str) -> float:
    a, b = _parts(full_a), _parts(full_b)
    if not a or not b:
        return 0.0
    if _run_together(a) == _run_together(b):
        return SAME
    for short, full in ((a, full_b), (b, full_a)):
        if len(short) == 1 and _is_acronym(bare(short[0]), full):
            return 0.85
    if len(a) > len(b):
        a, b = b, a
    if len(a) == len(b) == 1:
        return _word_likeness(a[0], b[0])
    if len(a) == 1:
        last = _word_likeness(a[0], b[-1])
        if last >= CLOSE:
            return 0.9 * last
        return 0.8 * max(_word_likeness(a[0], y) for y in b) if len(a[0]) > 2 else 0.0
    return _several_words(a, b)


def _several_words(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Two names of two words or more, the shorter first."""
    if a[-2:] == b[-2:] and a[-2] in _given_names():
        return 0.9  # what stands before the first name is a title no lexicon has
    scores = [max(_word_likeness(x, y) for y in b) for x in a]
    if len(a) == len(b):
        scores += [max(_word_likeness(x, y) for x in a) for y in b]
    if min(scores) >= CLOSE:
        return 0.95 * sum(scores) / len(scores)
    if len(a) == len(b) == 2:
        return _two_words(a, b)
    return 0.45 * sum(scores) / len(scores)


def _run_together(parts: tuple[str, ...]) -> str:
    """A name without spaces, hyphens and points: "U.S. Air Force" is "US Air Force"."""
    return "".join(parts).replace("-", "").replace(".", "")


def _two_words(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """First name and surname, where not both are the same."""
    given, surname = _word_likeness(a[0], b[0]), _word_likeness(a[1], b[1])
    if surname >= CLOSE and _are_two_given_names(a[0], b[0]):
        return 0.45
    if surname >= CLOSE and 1 in (len(a[0]), len(b[0])):
        return 0.9 if a[0][0] == b[0][0] else 0.4
    if (
        surname >= CLOSE
        and min(len(a[0]), len(b[0])) > 2
        and (a[0].startswith(b[0]) or b[0].startswith(a[0]))
    ):
        return 0.4 if surname < SAME else 0.7  # "Tom", "Thomas" are two; "Alex", "Alexander" one
    return min(0.49, 0.5 * max(given, surname) + 0.1 * min(given, surname))


def _are_two_given_names(a: str, b: str) -> bool:
    """Whether one given name is another with an ending: "Helen", "Helena"; "Christian", "-e"."""
    short, long = sorted((bare(a), bare(b)), key=len)
    if not long.startswith(short) or not 1 <= len(long) - len(short) <= LONGEST_ENDING:
        return False
    group = _variant(short)
    return group is None or group != _variant(long)


def _parts(full: str) -> tuple[str, ...]:
    """The words of a name, case-folded, accents kept, a genitive 's taken off."""
    return tuple(w.folded.removesuffix("'s").rstrip("'.") for w in words(full))


@lru_cache(maxsize=32768)
def _word_likeness(a: str, b: str) -> float:
    from rapidfuzz.distance import Levenshtein

    plain_a, plain_b = bare(a), bare(b)
    if are_of_two_scripts(plain_a, plain_b):
        alike = resemblance(plain_a, plain_b)
        return 0.9 * alike if alike >= ANOTHER_SCRIPT else min(0.49, 0.5 * alike)
    if plain_a == plain_b or plain_a == bare(b.translate(_UMLAUTS)):
        return SAME
    if bare(a.translate(_UMLAUTS)) == plain_b:
        return SAME
    if len(plain_a) > 3 and _nominative(plain_a) == _nominative(plain_b):
        return 0.95
    if min(len(plain_a), len(plain_b)) > 2 and sound(plain_a) == sound(plain_b):
        return 0.9
    group = _variant(plain_a)
    if group is not None and group == _variant(plain_b):
        return 0.85
    length = max(len(plain_a), len(plain_b))
    return min(0.49, 0.55 * (1 - Levenshtein.distance(plain_a, plain_b) / max(1, length)))


def _nominative(word: str) -> str:
    """A word without a genitive ending."""
    stem = word.rstrip("s")
    return stem.removesuffix("e") if stem != word and len(stem) >= _LONG else stem


def _is_acronym(short: str, full: str) -> bool:
    """Whether a short form is made of the initials of a name, particles left out or not."""
    if not 2 <= len(short) <= 8 or " " not in full.strip():
        return False
    initials = [word.text[0] for word in words(full.replace("-", " "))]
    every = "".join(initials).casefold()
    capitals = "".join(c for c in initials if c.isupper()).casefold()
    return short in {every, capitals}
