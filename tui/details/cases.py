"""Names declined, as Slavic languages and Turkish do: "Ивановым", "Kowalskiego", "Ankara'da".

``data/cases/<lang>.toml`` tells which endings stand in the place of a nominative's. Which one a
form has is often open ("Иванова": a woman's, or a man's genitive); all that may be are given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from tui.data import languages, load

__all__ = ["declined", "nominatives", "without_apostrophe"]

SHORTEST = 2
"""Letters that stand before an ending at least."""

MOST = 32
"""Nominatives that are given of one name."""


def without_apostrophe(word: str, lang: str) -> str:
    """A word without the ending that an apostrophe sets apart from it: "ankara'da"."""
    return next(iter(nominatives(word, lang)), word) if "'" in word else word


@lru_cache(maxsize=4096)
def nominatives(name: str, lang: str) -> tuple[str, ...]:
    """What a name may be in the nominative.

    Args:
        name: Its words as written, one space apart.
        lang: The language of the text.

    Returns:
        Other readings than the name as it stands, at most :data:`MOST`; none where the language
        does not decline names.
    """
    endings = _endings(lang)
    if not endings:
        return ()
    each = [(word, *_bases(word, endings)) for word in name.split()]
    return tuple(islice((" ".join(words) for words in product(*each)), 1, MOST + 1))


def declined(name: str, lang: str) -> tuple[str, ...]:
    """A name's forms in other cases, the last word alone declined; none where they stand apart."""
    if lang not in languages("cases") or load(f"cases/{lang}").get("apart"):
        return ()
    forms = []
    for base, endings in _endings(lang).items():
        if name.endswith(base) and (base or not name.endswith(_vowels(lang))):
            stem = name.removesuffix(base)
            forms += [stem + ending for ending in endings]
    return tuple(forms)


def _bases(word: str, endings: Mapping[str, Sequence[str]]) -> list[str]:
    """The nominatives a word may belong to, those of the longest ending first."""
    plain = word.replace("’", "'")
    found = {
        plain.removesuffix(ending) + base: len(ending)
        for base, ends in endings.items()
        for ending in ends
        if ending and plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST
    }
    return sorted(found, key=lambda base: -found[base])


@cache
def _endings(lang: str) -> Mapping[str, Sequence[str]]:
    known: Mapping[str, Sequence[str]] = (
        load(f"cases/{lang}")["endings"] if lang in languages("cases") else {}
    )
    return known


@cache
def _vowels(lang: str) -> tuple[str, ...]:
    """The endings of nominatives that have one, so that a name without any ends otherwise."""
    return tuple(base for base in _endings(lang) if base)
