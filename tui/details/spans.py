"""Where names may stand in a sentence: runs of capitalised words, and what surrounds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.details.at_hand import AT_HAND
from tui.details.cases import without_apostrophe
from tui.details.offices import compound_role
from tui.details.sorts import sorts
from tui.details.vocabulary import Vocabulary
from tui.details.vocabulary import vocabulary as known_words
from tui.details.words import Word, words

__all__ = ["Run", "is_headline", "is_ordinary", "runs"]

SHORTEST_COMPOUND = 3
"""Letters that must stand before a noun's ending for a word to count as its compound."""

HEADLINE_SHARE = 0.62
LONGEST_RUN = 9


class Run(NamedTuple):
    """Words ``first`` to ``last`` (both included) that may be, or hold, one name."""

    first: int
    last: int


def is_headline(sentence: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether capital letters say nothing here: a title in title case or in capitals."""
    letters = [w for w in sentence if w.text[0].isalpha()]
    if len(letters) < 4:
        return False
    shouted = sum(w.shouted for w in letters)
    if shouted > len(letters) * 0.8:
        return True
    return (
        not vocabulary.compounds and sum(w.capital for w in letters) > len(letters) * HEADLINE_SHARE
    )


def is_ordinary(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word is a common noun or a function word rather than a name."""
    folded = without_apostrophe(word.folded, vocabulary.lang)
    if folded in vocabulary.ordinary or folded in vocabulary.determiners:
        return True
    if word.text in vocabulary.things:
        return True
    if not vocabulary.compounds or word.shouted:
        return False
    if folded.endswith(vocabulary.organisation_endings) or (
        folded not in vocabulary.place_words and sorts(vocabulary.lang).is_named(folded)
    ):
        return False
    tail = folded.rpartition("-")[2]
    if tail != folded and (tail in vocabulary.ordinary or _is_compound(tail, vocabulary)):
        return True
    return _is_compound(folded, vocabulary)


def _is_compound(folded: str, vocabulary: Vocabulary) -> bool:
    return folded[SHORTEST_COMPOUND:].endswith(vocabulary.ordinary_endings)


@lru_cache(maxsize=AT_HAND)
def runs(text: str, lang: str) -> tuple[Run, ...]:
    """Stretches of capitalised words of a sentence, particles between them included.

    A run breaks at punctuation (but not at the point of an initial or a title), at an ordinary
    word, before a capital that only opens the sentence, and behind the full name of a person, where
    "and" or what ties it to a place or body follows: "Ada Brenk | of Norvex".
    """
    sentence, vocabulary = words(text), known_words(lang)
    return tuple(
        part
        for run in _runs(text, sentence, vocabulary)
        for part in _parted(run, sentence, vocabulary)
    )


def _parted(run: Run, sentence: Sequence[Word], vocabulary: Vocabulary) -> Iterator[Run]:
    first = run.first
    ends = vocabulary.listing | vocabulary.parting
    for at in range(run.first + 1, run.last):
        word = sentence[at]
        if word.capital or word.folded not in ends or at < first:
            continue
        if _is_full_name(sentence[first:at], vocabulary):
            yield Run(first, at - 1)
            first = next(k for k in range(at, run.last + 1) if sentence[k].capital)
    yield Run(first, run.last)


def _is_full_name(stretch: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether words are a given name and a surname, a title before them perhaps."""
    titles = vocabulary.honorifics | {""}
    named = [w for w in stretch if w.capital and w.folded.rstrip(".") not in titles]
    while len(named) > 1 and named[0].folded in vocabulary.roles:
        named = named[1:]
    given = vocabulary.first_names
    return len(named) > 1 and named[0].folded in given and stretch[-1].folded not in given


def _runs(text: str, sentence: Sequence[Word], vocabulary: Vocabulary) -> Iterator[Run]:
    at = 0
    while at < len(sentence):
        if not (
            _may_begin(sentence[at], vocabulary)
            or _is_titled(text, sentence, at, vocabulary)
            or _leads(text, sentence, at, vocabulary)
        ):
            at += 1
            continue
        last = at
        while last - at < LONGEST_RUN:
            following = _next(text, sentence, last, vocabulary)
            if following is None:
                break
            last = following
        yield Run(at, last)
        at = last + 1


def _may_begin(word: Word, vocabulary: Vocabulary) -> bool:
    if not word.capital or is_ordinary(word, vocabulary):
        return False
    tail = word.text.rpartition("-")[2]  # "Paris-based" is no name, though it holds one
    return vocabulary.compounds or tail == word.text or not tail[0].islower()


def _leads(text: str, sentence: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether what looks like a common word begins a name: "Jan Brenk", "Nordland Bank"."""
    word = sentence[at]
    if not word.capital or at + 1 >= len(sentence):
        return False
    following = sentence[at + 1]
    if not _adjoins(text, word, following, vocabulary) or not following.capital:
        return False
    if word.folded in vocabulary.first_names:
        return not is_ordinary(following, vocabulary)
    listed = word.folded in vocabulary.ordinary or word.folded in vocabulary.determiners
    bodies = sorts(vocabulary.lang).marks
    return vocabulary.compounds and not listed and following.folded in bodies


def _next(text: str, sentence: Sequence[Word], last: int, vocabulary: Vocabulary) -> int | None:
    """The next word of a run that ends, so far, at ``last``."""
    at = last + 1
    if at >= len(sentence) or not _adjoins(text, sentence[last], sentence[at], vocabulary):
        return None
    if (
        _may_begin(sentence[at], vocabulary)
        or _is_initial(text, sentence[at])
        or _is_titled(text, sentence, at, vocabulary)
        or _is_inside(text, sentence, at, vocabulary)
    ):
        return at
    for skipped in (1, 2):
        after = last + skipped + 1
        if (
            after < len(sentence)
            and sentence[after - 1].folded in vocabulary.particles
            and not (skipped == 1 and _is_article(sentence[after - 1], vocabulary))
            and not sentence[after - 1].capital
            and _adjoins(text, sentence[after - 1], sentence[after], vocabulary)
        ):
            if _may_begin(sentence[after], vocabulary):
                return after
        else:
            return None
    return None


def _is_article(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a German particle standing alone is an article: "den", but not of "van den"."""
    return vocabulary.compounds and word.folded in vocabulary.determiners


def _is_initial(text: str, word: Word) -> bool:
    """Whether a capital with a point is that of a second given name ("Ada A. Brenk")."""
    return len(word.text) == 1 and word.capital and text[word.end : word.end + 1] == "."


def _is_titled(text: str, sentence: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a first name, a title or a sort of thing stands before what looks like a noun."""
    word = sentence[at]
    if not at or not vocabulary.compounds or not word.capital:
        return False
    before = sentence[at - 1]
    if at > 1 and _gives_office(sentence[at - 2], before, vocabulary):
        return word.folded not in vocabulary.function_words and _adjoins(
            text, before, word, vocabulary
        )
    return (
        before.capital
        and (
            before.folded in vocabulary.first_names
            or before.folded in vocabulary.honorifics
            or before.folded in vocabulary.roles
            or before.folded in sorts(vocabulary.lang).nouns
            or bool(compound_role(before, vocabulary))
        )
        and word.folded not in vocabulary.ordinary
        and word.folded not in vocabulary.determiners
        and _adjoins(text, before, word, vocabulary)
    )


def _gives_office(word: Word, name: Word, vocabulary: Vocabulary) -> bool:
    """Whether an office stands before a name ("Minister Albrecht Sommer")."""
    return (
        word.capital
        and (word.folded in vocabulary.roles or bool(compound_role(word, vocabulary)))
        and name.capital
        and name.folded not in vocabulary.ordinary
        and not name.shouted
    )


def _is_inside(text: str, sentence: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether an ordinary word is part of an organisation's name ("Kessel Water Authority")."""
    if not sentence[at].capital:
        return False
    if vocabulary.compounds:
        return sentence[at].folded in sorts(vocabulary.lang).marks
    known = sorts(vocabulary.lang).of_word(sentence[at].folded)
    if known or sentence[at].folded in vocabulary.organisation_words:
        return sentence[at - 1].folded not in vocabulary.function_words
    if at + 1 >= len(sentence):
        return False
    following = sentence[at + 1]
    return (
        following.capital
        and following.folded in vocabulary.organisation_words
        and sentence[at].folded not in vocabulary.function_words
        and _adjoins(text, sentence[at], following, vocabulary)
    )


def _adjoins(text: str, left: Word, right: Word, vocabulary: Vocabulary) -> bool:
    between = text[left.end : right.start]
    if between.strip() == "" or between in {" & ", "'", "’"}:
        return len(between) < 3
    if between in {"' ", "’ "} and left.folded.endswith("s"):
        return True  # "Teachers' Union"
    abbreviated = len(left.text) == 1 or left.folded in vocabulary.honorifics
    return between.rstrip() == "." and abbreviated and left.capital
