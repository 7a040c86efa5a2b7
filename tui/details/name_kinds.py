"""What a name names, a person, a body or a place, where no lexicon has it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.gazetteer import towns
from tui.details.sorts import sorts
from tui.details.vocabulary import Vocabulary
from tui.details.words import Word, bare
from tui.model import DetailKind

__all__ = ["end_of_body", "has_organisation_word", "is_listed_place", "kind_of"]

_OF = frozenset({"de", "del", "des", "do", "of"})
"""Particles that follow a given name only seldom, and the first word of a body's name often."""


def kind_of(sentence: Sequence[Word], terms: Vocabulary, first: int, last: int) -> DetailKind:
    """What a name without a title and an organisation's word most likely names."""
    before = sentence[first - 1].folded if first else ""
    tokens = {sentence[at].folded for at in range(first, last + 1)}
    if first == last and sentence[first].shouted:
        return DetailKind.ORGANISATION
    told = (
        _told_before(sentence, terms, first)
        or _told_inside(sentence, terms, first, last)
        or _told_behind(sentence, terms, last)
    )
    if told is not None:
        return told
    if tokens & terms.place_words or sentence[last].folded.endswith(terms.place_endings):
        return DetailKind.PLACE
    if (before in terms.place_prepositions or is_listed_place(sentence, terms, first)) and (
        last - first < 2
    ):
        return DetailKind.PLACE
    if before in terms.particles and towns(bare(sentence[first].text)) and first == last:
        return DetailKind.PLACE
    if first < last and sentence[first + 1].folded in terms.joining | _OF:
        return DetailKind.ORGANISATION
    if before in terms.determiners and not terms.compounds:
        return DetailKind.ORGANISATION
    if before in terms.parting and first > 2 and sentence[first - 3].folded in terms.first_names:
        return DetailKind.ORGANISATION  # "Ada Brenk of Norvex"
    return DetailKind.PERSON if last - first < 4 else DetailKind.ORGANISATION


def _told_before(sentence: Sequence[Word], terms: Vocabulary, first: int) -> DetailKind | None:
    """What the common noun before a name says that it names ("el río X", "a man called X")."""
    lexicon = sorts(terms.lang)
    if not first or sentence[first - 1].clause != sentence[first].clause:
        return None
    before = sentence[first - 1].folded
    if before in lexicon.called and first > 1 and sentence[first - 2].folded in lexicon.people:
        return DetailKind.PERSON
    group = lexicon.nouns.get(before, frozenset()) or lexicon.before(
        sentence, first, terms.small_words
    )
    if not group:
        return None
    if group <= lexicon.places:
        return DetailKind.PLACE
    near = before in lexicon.nouns or before in lexicon.called
    return DetailKind.ORGANISATION if near else None


def _told_inside(
    sentence: Sequence[Word], terms: Vocabulary, first: int, last: int
) -> DetailKind | None:
    """What the first word of a name, or the last, says that it names ("Burg X", "Lindenstraße")."""
    lexicon = sorts(terms.lang)
    if first == last and not lexicon.is_named(sentence[first].folded):
        return None
    last_sorts = lexicon.of_word(sentence[last].folded)
    first_sorts = lexicon.of_word(sentence[first].folded)
    if not last_sorts and not first_sorts <= lexicon.places:
        return None  # "Union Hall" is no union, and "University of" has its own rule
    group = last_sorts or first_sorts
    if not group:
        return None
    return DetailKind.PLACE if group <= lexicon.places else DetailKind.ORGANISATION


def _told_behind(sentence: Sequence[Word], terms: Vocabulary, last: int) -> DetailKind | None:
    """What an apposition says that a name names, or a noun: "X, a charity", "the X district"."""
    lexicon = sorts(terms.lang)
    noun = lexicon.behind(sentence, last)
    if noun and noun <= lexicon.places:
        return DetailKind.PLACE
    group = lexicon.in_apposition(sentence, last, terms.determiners, terms.function_words)
    if not group:
        return None
    return DetailKind.PLACE if group <= lexicon.places else DetailKind.ORGANISATION


def is_listed_place(sentence: Sequence[Word], terms: Vocabulary, first: int) -> bool:
    """Whether "and" joins a name to one behind a preposition of places ("in X and Y")."""
    at = first - 1
    if at < 1 or sentence[at].folded not in terms.listing:
        return False
    while at and (sentence[at].folded in terms.listing or sentence[at].capital):
        at -= 1
    return sentence[at].folded in terms.place_prepositions


def has_organisation_word(
    sentence: Sequence[Word], terms: Vocabulary, first: int, last: int
) -> bool:
    """Whether a word says that the stretch names an organisation ("Bank", "-ministerium")."""
    if first == last:
        return sentence[first].folded.endswith(terms.organisation_endings)
    last_word, head_first = sentence[last].folded, bool(sorts(terms.lang).describing)
    if last_word in terms.place_words and last_word not in terms.organisation_words:
        return head_first and sentence[first].folded in terms.organisation_words
    return any(
        (folded := bare(sentence[at].folded)) in terms.organisation_words
        or sentence[at].folded in terms.organisation_words
        or folded.endswith(terms.organisation_endings)
        for at in range(first, last + 1)
    )


def end_of_body(sentence: Sequence[Word], terms: Vocabulary, last: int) -> int:
    """Where a body's name ends whose first words alone have capitals: "Agence régionale de santé".

    Args:
        sentence: The words of the sentence.
        terms: The lexicon of its language.
        last: The last word with a capital.

    Returns:
        The last of the adjectives behind it, or of what it is for if such an adjective is there.
    """
    describing, at = sorts(terms.lang).describing, last
    if not describing:
        return last
    while _goes_on(sentence, at) and (
        sentence[at + 1].folded in describing or sentence[at + 1].folded in terms.adjectives
    ):
        at += 1
    small, end = at, at
    while small > last and _goes_on(sentence, small):
        small += 1
        if sentence[small].folded not in terms.small_words:
            end = small if small > at + 1 else at
            break
    return end


def _goes_on(sentence: Sequence[Word], at: int) -> bool:
    """Whether a word without a capital follows in the same clause."""
    if at + 1 >= len(sentence) or sentence[at + 1].capital:
        return False
    return sentence[at + 1].clause == sentence[at].clause
