"""A sentence as words with their places, the view that all textual kinds share."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

from tui.details import arabic
from tui.details.at_hand import AT_HAND

__all__ = ["Word", "about_words", "bare", "folded", "is_elided", "marks_of_asides", "words"]

LONGEST = 6_000
"""Characters of a sentence that are read: a thousand words. What lies behind is no prose, and left
alone to bound time."""

_ELIDED = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|(?:d|n|s|c)ell|all|dall|un)['’]"

_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]\p{M}*"  # scripts without spaces, one by one
    r"|(?-i:(?:\p{Lu}\.){2,})"  # U.S.
    rf"|{_ELIDED}(?=\p{{L}}{{2}})"  # l'Espagne, dell'Italia
    r"|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*"
    r"(?:['’ʼ·-](?=[\p{L}\p{N}])(?!(?-i:\p{Lu}\.){2})[\p{L}\p{M}\p{N}]+)*",  # don't, Sars-CoV-2
    regex.IGNORECASE,
)
_BOUNDARY = regex.compile(r"[,;:()\[\]–—!?…\"“”„«»‹›،、。，；：]|\.(?=\s|$)|\s-\s")
_ASIDE = regex.compile(
    r"(?<=[\p{L}\p{N}]\ )[\"“„«‹]\s?+[\p{L}\p{N}'’-]++(?:\ [\p{L}\p{N}'’-]++){0,2}\s?+[\"”“»›]"
)
_SIGNS = (
    (regex.compile(r"\p{Thai}"), 0.28),
    (regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]"), 0.5),
)
"""Scripts without spaces, and about what share of a word one of their signs is."""
_SPACES = frozenset({"", " "})
_ELISION = regex.compile(_ELIDED)
_GENITIVE = ("'s", "s'")
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


class Word(NamedTuple):
    """One word of a sentence.

    ``folded`` is for looking up: case-folded, NFC, straight apostrophe. ``clause`` counts the
    stretches between punctuation marks; ``capital`` says that the first letter is one, ``shouted``
    that all letters are, two or more (an acronym, or a headline); ``opens`` that a capital is owed
    to the place (the first word of a sentence or a speech), so it is no evidence of a name.
    """

    text: str
    folded: str
    start: int
    end: int
    clause: int
    opens: bool
    capital: bool
    shouted: bool


@lru_cache(maxsize=AT_HAND)
def words(text: str) -> tuple[Word, ...]:
    """Split a sentence into words.

    Args:
        text: A sentence in any script; scripts written without spaces give a word a character.

    Returns:
        The words in order, with offsets into ``text``. Linear in the length of the text.
    """
    found: list[Word] = []
    aside = marks_of_asides(text)
    clause, last, opens = 0, 0, True
    for match in _WORD.finditer(text, 0, min(len(text), LONGEST)):
        piece, start, end = match.group(), match.start(), match.end()
        between = text[last:start]
        if between not in _SPACES and found and not _abbreviates(found[-1], between):
            breaks = [last + mark.start() for mark in _BOUNDARY.finditer(between)]
            if breaks:
                clause += not aside.issuperset(breaks)
                opens = any(mark in between for mark in ':"“„«‹.!?') and not between.endswith("(")
        capital = piece[0].isupper() or piece[0].istitle()
        shouted = piece.isupper() and sum(map(str.isalpha, piece)) > 1
        found.append(Word(piece, folded(piece), start, end, clause, opens, capital, shouted))
        last, opens = end, False
    return tuple(found)


@lru_cache(maxsize=AT_HAND)
def about_words(text: str) -> float:
    """About how many words a text has: of a script without spaces, several signs are one."""
    return sum(_share_of_word(w.text[0]) for w in words(text))


def _share_of_word(sign: str) -> float:
    return next((share for script, share in _SIGNS if script.match(sign)), 1.0)


@lru_cache(maxsize=AT_HAND)
def marks_of_asides(text: str) -> frozenset[int]:
    """Where quotation marks stand around a few words of the narration ('was not "excited"').

    They end no clause, and what stands between them is no speech.
    """
    found = _ASIDE.finditer(text, 0, LONGEST)
    return frozenset(at for match in found for at in (match.start(), match.end() - 1))


def _abbreviates(word: Word, between: str) -> bool:
    """Whether a point belongs to the word before it: a title or an initial ("Dr.", "W.")."""
    return between.rstrip() == "." and len(word.text) <= 4 and word.capital


def folded(word: str) -> str:
    """A word as it is looked up; see :class:`Word`."""
    if word.isascii():
        return word.lower()
    if arabic.is_arabic(word):
        return arabic.plain(word)
    plain = unicodedata.normalize("NFC", word.casefold()).replace("’", "'").replace("ʼ", "'")
    return plain.replace("i\u0307", "i")  # of the Turkish capital İ


def is_elided(piece: str) -> bool:
    """Whether a folded word has lost its vowel to the one behind it: "d'", "dell'"."""
    return _ELISION.fullmatch(piece) is not None


@lru_cache(maxsize=16384)
def bare(word: str) -> str:
    """A word without case, accents, strokes and a genitive ending, for comparing names."""
    stem = folded(word)
    if stem.isalpha() and stem.isascii():
        return stem
    for ending in _GENITIVE:
        if stem.endswith(ending) and len(stem) > 3:
            stem = stem[: -len(ending)] + ("s" if ending == "s'" else "")
            break
    stem = stem.rstrip("'.")
    if stem.isascii():
        return stem
    decomposed = unicodedata.normalize("NFKD", stem.translate(_STROKES))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
