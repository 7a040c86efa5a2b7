"""Whether a speech praises or blames, by its words: "a gift for the valley", "a curse on it".

Two versions of one speech that do the contrary give it contrary senses, whatever their words. In
a narration the same words tell less: there one report may leave out what another one praises.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tui.data import languages, load
from tui.details.phrases import PhraseTable
from tui.details.vocabulary import vocabulary
from tui.details.words import words

__all__ = ["are_contrary"]

TURNED = 3
"""Words behind a negation within which it turns a word around ("not a good day")."""

EXPLICIT = "explicit"


def are_contrary(a: str, b: str, lang_a: str, lang_b: str) -> bool:
    """Whether one of two versions only praises, and the other only blames."""
    return _valence(a, lang_a) * _valence(b, lang_b) < 0


@lru_cache(maxsize=1024)
def _valence(text: str, lang: str) -> int:
    """1 for a text that praises, -1 for one that blames, 0 for one that does neither or both."""
    sentence = words(text)
    negations = [
        hit.last for hit in vocabulary(lang).negation.find(sentence) if hit.value == EXPLICIT
    ]
    found = set()
    for hit in _table(lang).find(sentence):
        if any(0 < hit.first - at <= TURNED for at in negations):
            found.add(-hit.value)
        elif not any(sentence[at].clause == sentence[hit.first].clause for at in negations):
            found.add(hit.value)  # else it may be denied or not: "*danger* comes no more from …"
    return found.pop() if len(found) == 1 else 0


@cache
def _table(lang: str) -> PhraseTable[int]:
    raw = load(f"valence/{lang}") if lang in languages("valence") else {}
    signs = (("good", 1), ("bad", -1))
    return PhraseTable((word, sign) for key, sign in signs for word in raw.get(key, ()))
