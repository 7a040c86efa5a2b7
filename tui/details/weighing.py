"""How sure a stretch of capitalised words is a name, and of what: the rules of thumb.

The numbers are no probabilities; they order candidates, and :mod:`tui.details.name_match` draws
the lines: a sure name is told of by itself, a weak one only helps where the other report has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.gazetteer import towns
from tui.details.known_names import is_genitive
from tui.details.sorts import sorts
from tui.details.vocabulary import Vocabulary
from tui.details.words import Word, bare
from tui.model import DetailKind

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
    "has_organisation_word",
    "is_named",
    "kind_of",
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


_OF = frozenset({"de", "del", "des", "do", "of"})
"""Particles that follow a given name only seldom, and the first word of a body's name often."""


def evidence(sentence: Sequence[Word], terms: Vocabulary, first: int, last: int) -> float:
    """How sure the words ``first`` to ``last`` are a name, judged by where they stand."""
    word = sentence[first]
    if word.shouted and first == last:
        return 0.85
    if first < last:
        joined = all(sentence[at].capital for at in range(first, last + 1))
        return NOUNS if terms.compounds and joined else NAME
    if is_genitive(word.text) and not terms.compounds:
        return 0.8
    if terms.compounds and is_named(sentence, terms, first):
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
    if before.folded in terms.place_prepositions:
        return TOWN if towns(bare(word.text)) else BARE_PLACE
    return WEAK if _follows_determiner(sentence, terms, first) else NOUN


def is_named(sentence: Sequence[Word], terms: Vocabulary, at: int) -> bool:
    """Whether a noun is told to be a name by the sort of thing before it or in it."""
    lexicon, word = sorts(terms.lang), sentence[at]
    if word.folded in lexicon.nouns:
        return False
    if at and sentence[at - 1].folded in lexicon.nouns and not word.opens:
        return sentence[at - 1].clause == word.clause
    return lexicon.is_named(word.folded)


def _follows_determiner(sentence: Sequence[Word], terms: Vocabulary, first: int) -> bool:
    """Whether an article and an adjective in -e stand before ("die alte X")."""
    return (
        first > 1
        and sentence[first - 1].folded.endswith("e")
        and sentence[first - 2].folded in terms.determiners
    )


def kind_of(sentence: Sequence[Word], terms: Vocabulary, first: int, last: int) -> DetailKind:
    """What a name without a title and an organisation's word most likely names."""
    before = sentence[first - 1].folded if first else ""
    tokens = {sentence[at].folded for at in range(first, last + 1)}
    if first == last and sentence[first].shouted:
        return DetailKind.ORGANISATION
    told = _sort_before(sentence, terms, first)
    if told is not None:
        return told
    if tokens & terms.place_words or sentence[last].folded.endswith(terms.place_endings):
        return DetailKind.PLACE
    if before in terms.place_prepositions and last - first < 2:
        return DetailKind.PLACE
    if before in terms.particles and towns(bare(sentence[first].text)) and first == last:
        return DetailKind.PLACE
    if first < last and sentence[first + 1].folded in terms.joining | _OF:
        return DetailKind.ORGANISATION
    if before in terms.determiners and not terms.compounds:
        return DetailKind.ORGANISATION
    return DetailKind.PERSON if last - first < 4 else DetailKind.ORGANISATION


def _sort_before(sentence: Sequence[Word], terms: Vocabulary, first: int) -> DetailKind | None:
    """What the common noun right before a name says that it names ("el río X")."""
    lexicon = sorts(terms.lang)
    if not first or sentence[first - 1].folded not in lexicon.nouns:
        return None
    if sentence[first - 1].clause != sentence[first].clause:
        return None
    group = lexicon.nouns[sentence[first - 1].folded]
    return DetailKind.PLACE if group <= lexicon.places else DetailKind.ORGANISATION


def has_organisation_word(
    sentence: Sequence[Word], terms: Vocabulary, first: int, last: int
) -> bool:
    """Whether a word says that the stretch names an organisation ("Bank", "-ministerium")."""
    if first == last:
        return sentence[first].folded.endswith(terms.organisation_endings)
    last_word = sentence[last].folded
    if last_word in terms.place_words and last_word not in terms.organisation_words:
        return False
    return any(
        (folded := bare(sentence[at].folded)) in terms.organisation_words
        or sentence[at].folded in terms.organisation_words
        or folded.endswith(terms.organisation_endings)
        for at in range(first, last + 1)
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
