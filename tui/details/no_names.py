"""What has a capital and names nobody: common words, codes, what a number follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.details.gazetteer import towns
from tui.details.quotation_marks import quoted
from tui.details.sorts import sorts
from tui.details.spans import is_ordinary
from tui.details.vocabulary import Vocabulary
from tui.details.weighing import is_named
from tui.details.words import Word, bare, words

__all__ = ["has_known_head", "is_common", "is_part_of_town", "titles"]


def titles(text: str, sentence: Sequence[Word], terms: Vocabulary) -> list[tuple[int, int]]:
    """Where titles of works stand: in quotation marks, right behind the word for such a work.

    Returns:
        Half-open offsets into the text, the marks left out. Who is named in a title takes no part
        in what the sentence tells ('the film "Ada Brenk"').
    """
    works = sorts(terms.lang).works
    ends = {word.end for word in sentence if word.folded in works}
    if not ends:
        return []
    return [(a, b) for a, b in quoted(text) if len(text[: a - 1].rstrip(' «‹"“„”')) in ends]


def is_common(
    text: str,
    sentence: Sequence[Word],
    terms: Vocabulary,
    span: range,
    common: Iterable[str],
) -> bool:
    """Whether a stretch without a title is, by its words, no name but common words.

    Args:
        text: The sentence.
        sentence: Its words.
        terms: The lexicon of its language.
        span: Which words the stretch has.
        common: The bare words that the whole article uses as no name does.
    """
    at, word = span[0], sentence[span[0]]
    if all(sentence[k].folded in terms.directions for k in span):
        return True
    if len(span) > 1:
        return False
    used = not word.shouted and bare(word.text) in common
    return (
        len(word.text) < 2
        or _is_affiliation(word)
        or _is_numbered(text, sentence, terms, at)
        or word.folded in sorts(terms.lang).members
        or ((used or is_ordinary(word, terms)) and not is_named(sentence, terms, at))
    )


def _is_affiliation(word: Word) -> bool:
    """Whether a letter before a hyphen gives a party and a state ("D-Ohio", "R-TX")."""
    head, hyphen, _ = word.text.partition("-")
    return bool(hyphen) and len(head) == 1 and word.text[2:3].isupper()


def _is_numbered(text: str, sentence: Sequence[Word], terms: Vocabulary, at: int) -> bool:
    """Whether a number follows, so that the word says what is counted off ("Annex 4")."""
    word = sentence[at]
    if at + 1 >= len(sentence) or word.shouted:
        return False
    if terms.compounds and towns(bare(word.text)):
        return False  # "in Cádiz 12.000 Haushalte"
    between = text[word.end : sentence[at + 1].start]
    return between == " " and sentence[at + 1].text.isdigit()


def has_known_head(sentence: Sequence[Word], terms: Vocabulary, at: int) -> bool:
    """Whether a hyphenated compound only begins with a name ("UN-Gesandte")."""
    head = words(sentence[at].text.rpartition("-")[0])
    if not head or not terms.compounds or is_part_of_town(sentence, terms, at):
        return False
    return head[0].shouted or any(
        head[0].folded in table for table in (terms.places, terms.organisations)
    )


def is_part_of_town(sentence: Sequence[Word], terms: Vocabulary, at: int) -> bool:
    """Whether a hyphen joins a town and a part of it ("in Hamburg-Altona")."""
    _, _, tail = sentence[at].text.rpartition("-")
    return (
        at > 0
        and sentence[at - 1].folded in terms.place_prepositions
        and tail[:1].isupper()
        and not is_ordinary(words(tail)[0], terms)
    )
