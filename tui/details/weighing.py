"""How sure a stretch of capitalised words is a name: the rules of thumb.

The numbers are no probabilities; they order candidates, and :mod:`tui.details.name_match` draws
the lines: a sure name is told of by itself, a weak one only helps where the other report has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.gazetteer import towns
from tui.details.known_names import is_genitive
from tui.details.name_kinds import is_listed_place
from tui.details.sorts import sorts
from tui.details.vocabulary import Vocabulary
from tui.details.words import Word, bare

__all__ = [
    "ALIAS",
    "BARE_PLACE",
    "BESIDE_PLACE",
    "NOUNS",
    "PERSON",
    "TOWN",
    "WEAK",
    "evidence",
    "has_age",
    "is_named",
]

PERSON = 0.92
"""With a title, a first name or an age."""

ALIAS = 0.9
"""A short form that the article itself has introduced."""

NAME = 0.75
NOUNS = 0.66
"""Several words, in a language where any two nouns have capitals."""

DETERMINED = 0.58
"""One word with a determiner, often an office or a body of state ("the Cabinet")."""

BARE_PLACE = 0.58
"""A German noun right behind a preposition: a place, or a word like "Protest" in "aus Protest"."""

TOWN = 0.8
"""The same where there is a town of that name."""

NAMED = 0.72
"""One word behind what it is the name of ("Universität X"), or a compound that says it."""

BESIDE_PLACE = 0.4
"""One word left over beside a known place ("the Paris Opera")."""

SPEAKING = 0.45
"""A capitalised word that opens a sentence, before a reporting verb."""

NOUN = 0.4
"""A capitalised word in a language that capitalises its nouns, without an article."""

OPENING = 0.36
"""A capitalised word that opens a sentence: a name only if the other side has one there too."""

WEAK = 0.25

_INFLECTED = frozenset({"en", "er", "es", "em"})
"""Endings of German adjectives; a noun behind one has a place in a phrase, as names seldom do."""


def evidence(sentence: Sequence[Word], terms: Vocabulary, first: int, last: int) -> float:
    """How sure the words ``first`` to ``last`` are a name, judged by where they stand."""
    word = sentence[first]
    if word.shouted and first == last:
        return 0.85
    if first < last:
        if not terms.compounds:
            return NAME
        joined = all(sentence[at].capital for at in range(first, last + 1))
        return NOUNS if joined else NOUN  # "Schweiß von der Stirn"; first names are asked elsewhere
    if is_genitive(word.text) and not terms.compounds:
        return 0.8
    explained = sorts(terms.lang).in_apposition(
        sentence, last, terms.determiners, terms.function_words
    )
    if explained or is_named(sentence, terms, first):
        return NAMED
    before = sentence[first - 1] if first and not word.opens else None
    if before is None:
        follows = sentence[first + 1].folded if first + 1 < len(sentence) else ""
        acts = follows in terms.reporting or (not terms.compounds and follows in terms.auxiliaries)
        return SPEAKING if acts else OPENING
    if not terms.compounds:
        return DETERMINED if before.folded in terms.determiners else NAME
    if before.folded in terms.determiners or before.folded[-2:] in _INFLECTED:
        return WEAK
    if before.folded in terms.place_prepositions or is_listed_place(sentence, terms, first):
        return TOWN if towns(bare(word.text)) else BARE_PLACE
    return WEAK if _follows_determiner(sentence, terms, first) else NOUN


def is_named(sentence: Sequence[Word], terms: Vocabulary, at: int) -> bool:
    """Whether a noun is told to be a name by the sort of thing before it or in it."""
    lexicon, word = sorts(terms.lang), sentence[at]
    if word.folded in lexicon.nouns:
        return False
    before = at - 1
    if before > 0 and sentence[before].capital and sentence[before].folded in terms.determiners:
        before -= 1  # "l'hebdomadaire L'Observateur"
    if before >= 0 and sentence[before].folded in lexicon.nouns and not word.opens:
        return sentence[before].clause == word.clause
    return lexicon.is_named(word.folded)


def _follows_determiner(sentence: Sequence[Word], terms: Vocabulary, first: int) -> bool:
    """Whether an article and an adjective in -e stand before ("die alte X")."""
    return (
        first > 1
        and sentence[first - 1].folded.endswith("e")
        and sentence[first - 2].folded in terms.determiners
    )


def has_age(text: str, sentence: Sequence[Word], last: int) -> bool:
    """Whether an age follows: ", 59," or "(75)"."""
    if last + 1 >= len(sentence):
        return False
    following = sentence[last + 1]
    between = text[sentence[last].end : following.start]
    after = text[following.end : following.end + 1]
    return (
        between in {", ", " ("}
        and after in {",", ")", "."}
        and following.text.isdigit()
        and len(following.text) <= 2
    )
