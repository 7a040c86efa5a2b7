"""When two names are one: spellings, transliterations, acronyms, surnames, inflections."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.details.text_values import Name
from tui.details.words import words

__all__ = ["is_within", "likeness", "sound"]

SAME = 1.0
CLOSE = 0.5
"""From here on two spellings are taken for one name; below, for two names that look alike."""

_SPELLINGS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "h"), ("kh", "h"), ("zh", "z"),
    ("dsch", "j"), ("dj", "j"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("q", "k"),
    ("ts", "z"), ("tz", "z"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ue", "u"), ("oe", "o"), ("ae", "a"), ("ij", "i"), ("yj", "i"), ("yy", "i"), ("iy", "i"),
    ("y", "i"), ("j", "i"), ("ii", "i"), ("off", "ov"), ("eff", "ev"), ("gh", "g"),
)  # fmt: skip
"""Spellings of one sound in the Latin transliterations of English, German, French and Spanish."""

_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiouyáéíóú")


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A bare word reduced to how it sounds, roughly: the same for most transliterations."""
    for spelling, plain in _SPELLINGS:
        word = word.replace(spelling, plain)
    return _DOUBLED.sub(r"\1", word)


def likeness(a: Name, b: Name, *, across: bool = False) -> float:
    """How sure two names are of one bearer.

    Args:
        a: One name.
        b: The other.
        across: Whether they stand in articles of two languages, which spell names differently.

    Returns:
        1.0 for the same name, down to 0.0; from 0.5 on they may be taken for one.
    """
    if a.key == b.key:
        return SAME
    if ":" in a.key or ":" in b.key:
        return _coded(a, b)
    return _written(a.key, b.key, a.full, b.full, across)


def is_within(a: Name, b: Name) -> bool:
    """Whether one place lies in the other: a city or a state in its country."""
    if not (a.key.startswith("place:") and b.key.startswith("place:")):
        return False
    inner, outer = sorted((a.key, b.key), key=len, reverse=True)
    return inner.startswith((f"{outer}-", f"{outer}/"))


def _coded(a: Name, b: Name) -> float:
    """A name with a code against another: by acronym, or the words the texts have."""
    if ":" in a.key and ":" in b.key:
        return 0.0
    coded, other = (a, b) if ":" in a.key else (b, a)
    if coded.full.casefold() == other.full.casefold():
        return 0.9
    code = coded.key.partition(":")[2].casefold()
    return 0.8 if code == other.key or _is_acronym(code, other.full) else 0.0


@lru_cache(maxsize=16384)
def _written(a: str, b: str, full_a: str, full_b: str, across: bool) -> float:  # noqa: FBT001
    words_a, words_b = a.split(), b.split()
    if a.replace(" ", "").replace("-", "") == b.replace(" ", "").replace("-", ""):
        return SAME
    for short, long, full in ((a, b, full_b), (b, a, full_a)):
        if " " not in short and _is_acronym(short, full):
            return 0.85
    if len(words_a) > len(words_b):
        words_a, words_b = words_b, words_a
    scores = [max(_word_likeness(x, y, across) for y in words_b) for x in words_a]
    if not scores:
        return 0.0
    if len(words_a) == len(words_b) == 1:
        return scores[0]
    last = _word_likeness(words_a[-1], words_b[-1], across)
    if len(words_a) == 1:
        inside = scores[0] if len(words_a[0]) > 2 else 0.0
        return 0.9 * max(last, inside if last >= CLOSE else 0.75 * inside)
    if last >= CLOSE and len(words_a) == len(words_b) == 2:
        return min(last, _first_names(words_a[0], words_b[0], across))
    if min(scores) >= CLOSE:
        return sum(scores) / len(scores) * 0.95
    met = sum(score for score in scores if score >= CLOSE)
    return 0.8 * met / len(words_b) if last < CLOSE else 0.9 * met / len(words_b)


def _first_names(a: str, b: str, across: bool) -> float:  # noqa: FBT001
    """Two first names of one surname: an initial may stand for the name, another name may not."""
    if len(a) == 1 or len(b) == 1:
        return 0.9 if a[0] == b[0] else 0.2
    if a.startswith(b[:3]) and (a.startswith(b) or b.startswith(a)):
        return 0.8
    if _skeleton(a) == _skeleton(b):
        return 0.8
    return _word_likeness(a, b, across)


def _skeleton(word: str) -> str:
    """The consonants of a word as heard, a genitive s left off."""
    return sound(word).translate(_VOWELS).rstrip("s")


@lru_cache(maxsize=32768)
def _word_likeness(a: str, b: str, across: bool) -> float:  # noqa: FBT001
    from rapidfuzz.distance import Levenshtein

    if a == b:
        return SAME
    if not a or not b:
        return 0.0
    if a.rstrip("s") == b.rstrip("s") and len(a) > 3:
        return 0.95
    heard_a, heard_b = sound(a), sound(b)
    if heard_a == heard_b:
        return 0.9
    shorter, longer = sorted((heard_a, heard_b), key=len)
    if longer[0] == shorter[0] and len(a) <= 3 and b.startswith(a) or len(b) <= 3 and a.startswith(b):
        return 0.5 if min(len(a), len(b)) > 1 else 0.3
    if longer.startswith(shorter) and len(shorter) >= 4 and len(longer) - len(shorter) <= 2:
        return 0.7 if across else 0.55
    likely = 1 - Levenshtein.distance(heard_a, heard_b) / max(len(heard_a), len(heard_b))
    if across and _skeleton(a) == _skeleton(b) and len(shorter) > 3:
        return max(0.65, likely)
    if likely >= (0.74 if across else 0.87):
        return 0.6
    return min(0.45, likely * 0.6)


def _is_acronym(short: str, full: str) -> bool:
    """Whether a short form is made of the initials of a name, particles left out or not."""
    if not 2 <= len(short) <= 8 or " " not in full.strip():
        return False
    initials = [word.text[0] for word in words(full.replace("-", " "))]
    every = "".join(initials).casefold()
    capitals = "".join(c for c in initials if c.isupper()).casefold()
    return short in {every, capitals}
