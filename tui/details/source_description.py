"""The noun phrases of a sentence that can be sources: where a description begins and ends.

There is no parser: a phrase is what lies between a marker and a clause's, a verb's or a pronoun's
edge, and its noun must be one that can speak: a name, a role, a group of a lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from tui.details.phrases import Hit
from tui.details.spans import is_ordinary
from tui.details.vocabulary import Vocabulary
from tui.details.words import Word

__all__ = ["Descriptions", "without_genitive"]

LONGEST = 14
"""Words a source's description may have."""

GENITIVES = ("'s", "s'")
"""Endings of a name that describes the noun behind it."""

FURTHER = 4
"""Words that may stand between a verb and the noun of its subject ("residents of the valley")."""

APPOSED = 7
"""Words an apposition has at most."""

LOOKAHEAD = 2
"""Words that may stand between two nouns of one description ("US defence and health officials")."""


class Descriptions:
    """One sentence with what its words can be to a source's description.

    Args:
        sentence: Its words.
        terms: What is known of its language.
        verbs: The places of its verbs of saying, which no description holds.
    """

    def __init__(self, sentence: Sequence[Word], terms: Vocabulary, verbs: Set[int]) -> None:
        self.sentence = sentence
        self.terms = terms
        self._verbs = verbs
        self._ends = terms.source_ends - terms.determiners
        self._ties = terms.particles | terms.listing
        self.articles = terms.determiners - terms.place_prepositions
        self.groups = _covered(terms.sources.find(sentence))
        if terms.compounds:  # nouns have capitals: "urteilen" is no court
            self.groups = {k for k in self.groups if sentence[k].capital}
        self._speakers = self.groups | _covered(terms.roles.find(sentence))
        self._speakers |= {
            k
            for k, word in enumerate(sentence)
            if self._is_name(k, word) or word.folded in terms.organisation_words
        }
        self._speakers -= verbs

    def _is_name(self, k: int, word: Word) -> bool:
        if not word.capital or len(word.text) < 2 or is_ordinary(word, self.terms):
            return False
        if word.folded.endswith(GENITIVES):
            return False
        if not self.terms.compounds or word.shouted or word.folded in self.terms.first_names:
            return True
        before = self.sentence[k - 1].folded if k else ""  # "der Waldbrand" is no name
        return before not in self.terms.determiners

    def forward(self, first: int) -> int | None:
        """The last word of a description that begins at a word, ``None`` if it is none."""
        sentence, terms = self.sentence, self.terms
        last: int | None = None
        at = first
        while at < min(len(sentence), first + LONGEST):
            word = sentence[at]
            if word.clause != sentence[first].clause or at in self._verbs:
                break
            if at in self._speakers:
                last = at
            elif last is None:
                if word.folded in self._ends:
                    break
            elif last == at - 1 and (
                word.folded in terms.genitives or self._joins(word, places=not terms.compounds)
            ):
                if not self._speaks_soon(at + 1, LOOKAHEAD + 2, first):
                    break
                at = next(k for k in range(at + 1, len(sentence)) if k in self._speakers)
                continue
            elif (
                terms.compounds
                or word.folded in terms.source_ends
                or last < at - LOOKAHEAD
                or not self._speaks_soon(at, LOOKAHEAD, first)
            ):
                break
            at += 1
        return last

    def _joins(self, word: Word, *, places: bool) -> bool:
        """Whether a word may tie a name or a group to a description before it."""
        return word.folded in self._ties or (
            places and word.folded in self.terms.place_prepositions
        )

    def _speaks_soon(self, at: int, words: int, first: int) -> bool:
        """Whether a noun that can speak follows before anything ends the description."""
        for k in range(at, min(len(self.sentence), at + words)):
            word = self.sentence[k]
            if word.clause != self.sentence[first].clause or k in self._verbs:
                return False
            if k in self._speakers:
                return True
            if word.folded in self._ends:
                return False
        return False

    def backward(self, last: int) -> int | None:
        """The first word of a description that ends at a word, ``None`` if it is none."""
        sentence, terms = self.sentence, self.terms
        if last < 0 or last not in self._speakers:
            return None
        clause = sentence[last + 1].clause if last + 1 < len(sentence) else sentence[last].clause
        if sentence[last].clause != clause:
            return None
        first = last
        while first > 0 and last - first < LONGEST:
            before = sentence[first - 1]
            if before.clause != clause or first - 1 in self._verbs:
                break
            owner = self._owner(first - 1, clause)
            if owner is not None:
                first = owner
            elif before.folded in terms.determiners:
                first -= 1
                if not (first > 0 and terms.compounds and first - 1 in self._speakers):
                    break  # a genitive goes on: "einem Bericht der Zeitung zufolge"
            elif before.folded in terms.place_prepositions | terms.joining:
                return None  # the noun is part of another phrase, not the subject
            elif before.folded in terms.source_ends or before.folded in terms.function_words:
                break
            else:
                first -= 1
        return first

    def head(self, last: int) -> int:
        """The noun that speaks in what ends before a verb: "*residents* of the upper valley"."""
        if self.terms.compounds or last in self._speakers:
            return last
        for tie in range(last - 1, max(0, last - FURTHER), -1):
            word = self.sentence[tie]
            if word.clause != self.sentence[last].clause or tie in self._verbs:
                break
            if tie - 1 in self._speakers and self._joins(word, places=True):
                return tie - 1
            if word.folded in self._ends and not self._joins(word, places=True):
                break
        return last

    def _owner(self, tie: int, clause: int) -> int | None:
        """The noun to which a word ties what follows it: "the court *of* appeal"."""
        if not self._joins(self.sentence[tie], places=True):
            return None
        for k in (tie - 1, tie - 2):
            if k >= 0 and k in self._speakers and self.sentence[k].clause == clause:
                return k
        return None

    def possessor(self, last: int) -> int | None:
        """The first word of a description that ends with a genitive: "*the union's* count"."""
        word = self.sentence[last]
        if not word.folded.endswith(GENITIVES):
            return None
        plain = [*self.sentence[:last], word._replace(folded=without_genitive(word.folded))]
        return Descriptions(plain, self.terms, self._verbs).backward(last)

    def may_begin(self, at: int) -> bool:
        """Whether a subject may begin at a word: an article, a name, a noun that can speak."""
        if at >= len(self.sentence):
            return False
        word = self.sentence[at]
        return word.folded in self.articles or word.capital or at in self._speakers

    def begins(self, at: int) -> bool:
        """The same of a word that has a capital for opening the sentence: "*As* police said"."""
        word = self.sentence[at]
        if at in self._speakers or word.folded in self.articles:
            return True
        small = word.folded in self.terms.function_words or is_ordinary(word, self.terms)
        return word.capital and not small

    def is_direct(self, first: int, last: int) -> bool:
        """Whether the first noun of a description is one that can speak, not only a later one.

        Where nouns have capitals one alone is hardly a name ("räumte Fehler ein").
        """
        if self.terms.compounds and first == last and not self.is_grouped(first, last):
            return self.sentence[first].folded in self.terms.first_names
        for k in range(first, last + 1):
            word = self.sentence[k].folded
            if k in self._speakers:
                return True
            if k > first + 1 or (word in self._ties and word not in self.articles):
                return False
        return False

    def apposition(self, last: int) -> range:
        """The words that a comma ties to a description: "the mayor, *Karl Huber*, said"."""
        begin = last + 1
        nothing = range(begin, begin)
        if begin >= len(self.sentence):
            return nothing
        clause = self.sentence[begin].clause
        if clause != self.sentence[last].clause + 1 or not self.begins(begin):
            return nothing
        end = begin
        while end < len(self.sentence) and self.sentence[end].clause == clause:
            end += 1
        told = range(begin, end)
        if len(told) > APPOSED or not self._verbs.isdisjoint(told):
            return nothing
        return told if any(k in self._speakers for k in told) else nothing

    def unbroken(self, last: int) -> int:
        """The first of the nouns that can speak in a row up to one of them."""
        while last - 1 in self._speakers and self.sentence[last - 1].clause == (
            self.sentence[last].clause
        ):
            last -= 1
        return last

    def is_unbroken(self, first: int, last: int) -> bool:
        """Whether from its first noun on a description has no word that may as well be a verb."""
        speaking = next((k for k in range(first, last + 1) if k in self._speakers), last)
        return all(
            k in self._speakers or self._joins(self.sentence[k], places=True)
            for k in range(speaking, last + 1)
            if self.sentence[k].folded not in self.terms.determiners
        )

    def is_grouped(self, first: int, last: int) -> bool:
        """Whether a description has a noun that only those who speak have, no bare name."""
        return any(k in self.groups for k in range(first, last + 1))


def without_genitive(word: str) -> str:
    """A folded word without the ending that makes it a possessor's."""
    return word.removesuffix("'s").removesuffix("'")


def _covered(hits: Sequence[Hit[str]]) -> set[int]:
    return {k for hit in hits for k in range(hit.first, hit.last + 1)}
