"""The subject of a verb of speaking, whatever its noun: "the new champion said".

What speaks is a source even where no lexicon has its noun; but then nothing save the sentence's
order tells which words describe it, so only short phrases right beside the verb are taken.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from tui.details.phrases import Hit
from tui.details.vocabulary import Vocabulary
from tui.details.words import Word

__all__ = ["plain_source", "plain_subject"]

LONGEST = 6
"""Words of such a subject before its verb."""

LONGEST_BEHIND = 5
"""The same behind it."""

LONGEST_DATE = 2
"""Words of a date between the two."""

BARE = 2
"""The same of one without an article, which must open its clause ("Campers said")."""


def plain_subject(
    sentence: Sequence[Word], terms: Vocabulary, verb: Hit[str], opening: int, verbs: Set[int]
) -> tuple[int, int] | None:
    """The first and the last word of the subject beside a verb of speaking.

    Args:
        sentence: The words of a sentence.
        terms: What is known of its language.
        verb: A verb of saying; those that tell as often of what things show are passed over.
        opening: The first word of its clause.
        verbs: The places of all verbs of saying.
    """
    if terms.speaking.isdisjoint(sentence[k].folded for k in (verb.first, verb.last)):
        return None
    return _before(sentence, terms, verb.first, opening, verbs) or _behind(
        sentence, terms, verb, opening, verbs
    )


def _before(
    sentence: Sequence[Word], terms: Vocabulary, verb: int, opening: int, verbs: Set[int]
) -> tuple[int, int] | None:
    last = verb - 1
    first = last + 1
    for k in range(last, max(opening, verb - LONGEST) - 1, -1):
        word = sentence[k].folded
        if word in terms.determiners:
            if word in terms.oblique:
                return None
            first = k
            if not (k - 1 > opening and sentence[k - 1].folded in terms.joining):
                break
        elif k in verbs or (_is_small(sentence[k], terms) and word not in terms.joining):
            break
        elif k == opening and last - k < BARE and sentence[k].opens and not terms.compounds:
            first = k
    if first > opening and _is_preposition(sentence[first - 1], terms):
        return None
    return _phrase(sentence, terms, first, last)


def _behind(
    sentence: Sequence[Word], terms: Vocabulary, verb: Hit[str], opening: int, verbs: Set[int]
) -> tuple[int, int] | None:
    clause = sentence[verb.first].clause
    told = verb.first and sentence[verb.first - 1].folded in terms.said_objects
    if not told and (verb.first != opening or not clause):
        return None
    if sentence[verb.first].folded in terms.addressed:
        return None
    begin = (verb.last if verb.last - verb.first == 1 else verb.first) + 1
    within = [
        k
        for k in range(begin, min(len(sentence), begin + LONGEST_BEHIND + LONGEST_DATE))
        if sentence[k].clause == clause and k not in verbs
    ]
    first = _behind_date(sentence, terms, within)
    if first is None or sentence[first].folded in terms.oblique:
        return None
    return _onwards(sentence, terms, first)


def plain_source(
    sentence: Sequence[Word], terms: Vocabulary, marker: Hit[str]
) -> tuple[int, int] | None:
    """The same of the words behind "according to", in whatever case."""
    if sentence[marker.first].folded not in terms.speaking or marker.last + 1 >= len(sentence):
        return None
    return _onwards(sentence, terms, marker.last + 1)


def _onwards(sentence: Sequence[Word], terms: Vocabulary, first: int) -> tuple[int, int] | None:
    """The phrase that begins at a word, which must be an article or the like."""
    if sentence[first].folded not in terms.determiners:
        return None
    last = first
    for k in range(first + 1, min(len(sentence), first + LONGEST_BEHIND + 1)):
        word = sentence[k]
        if word.clause != sentence[first].clause:
            break
        if _is_small(word, terms) and word.folded not in terms.joining | terms.determiners:
            break
        last = k
        if terms.compounds and word.capital:
            break
    return _phrase(sentence, terms, first, last)


def _behind_date(sentence: Sequence[Word], terms: Vocabulary, places: Sequence[int]) -> int | None:
    """The first of some words that is not of a day: "confirmó *este lunes* la …"."""
    dated = -1
    for k in places[:LONGEST_DATE]:
        word = sentence[k]
        ends = word.folded in terms.source_ends - terms.determiners
        if ends and not _is_preposition(word, terms):
            dated = k
    return next((k for k in places if k > dated), None)


def _is_preposition(word: Word, terms: Vocabulary) -> bool:
    return word.folded in terms.place_prepositions or word.folded in terms.prepositions


def _is_small(word: Word, terms: Vocabulary) -> bool:
    return word.folded in terms.function_words or word.folded in terms.source_ends


def _phrase(
    sentence: Sequence[Word], terms: Vocabulary, first: int, last: int
) -> tuple[int, int] | None:
    """The stretch if it has a noun, and in a language that capitalises nouns ends with one."""
    if last < first or _is_small(sentence[last], terms) or sentence[last].text[0].isdigit():
        return None
    if terms.compounds and not sentence[last].capital:
        return None
    return first, last
