"""Where a sentence describes a source: a whole noun phrase beside a word that marks one.

The marker is a preposition ("according to", "laut"), a postposition ("zufolge") or a verb of saying
with its subject before it, after it, or, in a German subordinate clause, at the clause's beginning.
There is no parser: a phrase is what lies between the marker and a clause's, a verb's or a pronoun's
edge, and its noun must be one that can speak: a name, a role, a group of a lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tui.details.phrases import Hit
from tui.details.spans import is_ordinary
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, words

__all__ = ["source_phrases"]

LONGEST = 14
"""Words a source's description may have."""

GENITIVES = ("'s", "s'")
"""Endings of a name that describes the noun behind it."""

FURTHER = 4
"""Words that may stand between a verb and the noun of its subject ("residents of the valley")."""

LOOKAHEAD = 2
"""Words that may stand between two nouns of one description ("US defence and health officials")."""


@lru_cache(maxsize=1024)
def source_phrases(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """The descriptions of sources in a sentence; quotations ask for them too.

    Args:
        text: The sentence.
        lang: Its language.

    Returns:
        First and last word of each, both included, in order and without overlaps.
    """
    taken: set[int] = set()
    found: list[tuple[int, int]] = []
    for first, last in _Reader(words(text), vocabulary(lang)).phrases():
        if not taken.intersection(range(first, last + 1)):
            taken.update(range(first, last + 1))
            found.append((first, last))
    return tuple(sorted(found))


class _Reader:
    """One sentence with what its words can be to a source's description."""

    def __init__(self, sentence: Sequence[Word], terms: Vocabulary) -> None:
        self.sentence = sentence
        self.terms = terms
        self._openings: dict[int, int] = {}
        for k, word in enumerate(sentence):
            self._openings.setdefault(word.clause, k)
        self._ends = terms.source_ends - terms.determiners
        self._ties = terms.particles | terms.listing
        self._articles = terms.determiners - terms.place_prepositions
        self._adverbs = terms.function_words - terms.determiners - terms.source_ends
        self.verbs = [hit for hit in terms.reporting.find(sentence) if not self._is_noun(hit)]
        self._verb_at = {hit.first for hit in self.verbs}
        self._groups = _covered(terms.sources.find(sentence))
        self._speakers = self._groups | _covered(terms.roles.find(sentence))
        self._speakers |= {
            k
            for k, word in enumerate(sentence)
            if self._is_name(k, word) or word.folded in terms.organisation_words
        }
        self._speakers -= self._verb_at

    def phrases(self) -> Iterator[tuple[int, int]]:
        """The descriptions beside markers first: they are surer than subjects."""
        for hit in self.terms.source_follows.find(self.sentence):
            last = self._forward(hit.last + 1)
            if last is not None:
                yield hit.last + 1, last
        for hit in self.terms.source_precedes.find(self.sentence):
            first = self._backward(hit.first - 1)
            if first is not None:
                yield first, hit.first - 1
        for hit in self.terms.own_account.find(self.sentence):
            span = self._own(hit)
            if span is not None:
                yield span
        for k in self._groups:
            if self.sentence[k].folded.endswith(self.terms.accounts):
                yield k, k  # "nach Polizeiangaben"
        for hit in self.verbs:
            span = self._subject(hit)
            if span is not None:
                yield span

    def _own(self, hit: Hit[str]) -> tuple[int, int] | None:
        """The subject of a clause that gives its own account ("nach eigenen Angaben hat X …")."""
        opening = self._openings[self.sentence[hit.first].clause]
        for begin in (hit.last + 1, hit.last + 2, opening):
            if begin == hit.first or not self._may_begin(begin):
                continue
            last = self._forward(begin)
            if last is not None:
                return begin, last
        return None

    def _is_noun(self, hit: Hit[str]) -> bool:
        """Whether a form of a verb of saying is none here: "United States", "its claims"."""
        word = self.sentence[hit.first]
        if word.capital and not word.opens:
            return True
        if self.terms.compounds and not word.capital:
            return False
        before = self.sentence[hit.first - 1] if hit.first else None
        if before is None or before.clause != word.clause:
            return word.folded in self.terms.reports and hit.first == hit.last
        if before.folded in self.terms.determiners:
            return hit.first == hit.last
        if word.folded in self.terms.reports and before.capital and hit.first > 1:
            named = self.sentence[hit.first - 2]
            if named.folded in self.terms.determiners and not self.terms.sources.at([before], 0):
                return True  # "the Reuters report"
        follows = self.sentence[hit.last + 1 : hit.last + 2]
        return word.folded in self.terms.reports and any(
            w.folded in self.terms.reporting for w in follows
        )

    def _is_name(self, k: int, word: Word) -> bool:
        if not word.capital or len(word.text) < 2 or is_ordinary(word, self.terms):
            return False
        if word.folded.endswith(GENITIVES):
            return False
        if not self.terms.compounds or word.shouted or word.folded in self.terms.first_names:
            return True
        before = self.sentence[k - 1].folded if k else ""  # "der Waldbrand" is no name
        return before not in self.terms.determiners

    def _forward(self, first: int) -> int | None:
        """The last word of a description that begins at a word, ``None`` if it is none."""
        sentence, terms = self.sentence, self.terms
        last: int | None = None
        at = first
        while at < min(len(sentence), first + LONGEST):
            word = sentence[at]
            if word.clause != sentence[first].clause or at in self._verb_at:
                break
            if at in self._speakers:
                last = at
            elif last is None:
                if word.folded in self._ends:
                    break
            elif last == at - 1 and self._joins(word, places=not terms.compounds):
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
            if word.clause != self.sentence[first].clause or k in self._verb_at:
                return False
            if k in self._speakers:
                return True
            if word.folded in self._ends:
                return False
        return False

    def _backward(self, last: int) -> int | None:
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
            if before.clause != clause or first - 1 in self._verb_at:
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

    def _head(self, last: int) -> int:
        """The noun that speaks in what ends before a verb: "*residents* of the upper valley"."""
        if self.terms.compounds or last in self._speakers:
            return last
        for tie in range(last - 1, max(0, last - FURTHER), -1):
            word = self.sentence[tie]
            if word.clause != self.sentence[last].clause or tie in self._verb_at:
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

    def _may_begin(self, at: int) -> bool:
        """Whether a subject may begin at a word: an article, a name, a noun that can speak."""
        if at >= len(self.sentence):
            return False
        word = self.sentence[at]
        return word.folded in self._articles or word.capital or at in self._speakers

    def _subject(self, hit: Hit[str]) -> tuple[int, int] | None:
        """The subject of a verb of saying."""
        sentence, terms = self.sentence, self.terms
        clause = sentence[hit.first].clause
        opening = self._openings[clause]
        first = self._backward(self._head(hit.first - 1)) if hit.first > opening else None
        if first is not None:
            return first, hit.first - 1
        if sentence[hit.first].folded in terms.addressed:
            return None
        verb = hit.last if hit.last - hit.first == 1 else hit.first
        begin = verb + 1 + self._is_adverb(verb + 1)
        follows = hit.first == opening or self._may_begin(begin)
        if follows and self._may_be_inverted(hit, opening):
            last = self._forward(begin)
            if last is not None and (hit.first == opening or self._is_grouped(begin, last)):
                return begin, last
        if terms.compounds:  # "wie die Polizei am Montag mitteilte"
            for start in (opening, opening + 1):
                begins = start < hit.first and self._may_begin(start)
                last = self._forward(start) if begins else None
                if last is not None and last < hit.first and self._is_grouped(start, last):
                    return start, last
        return None

    def _is_adverb(self, at: int) -> bool:
        """Whether a small word stands between a verb and its subject ("said *also*")."""
        if at >= len(self.sentence):
            return False
        return self.sentence[at].folded in self._adverbs

    def _may_be_inverted(self, hit: Hit[str], opening: int) -> bool:
        """Whether the subject may follow the verb: nothing before it is the subject itself."""
        if hit.first == opening:
            return True
        before = self.sentence[hit.first - 1].folded
        if before in self.terms.said_objects:
            return True  # "das sagte die Polizei"
        if before in self.terms.source_ends and before in self.terms.function_words:
            return False  # a pronoun
        known = before in self.terms.source_ends or before in self.terms.function_words
        return known or self.terms.compounds

    def _is_grouped(self, first: int, last: int) -> bool:
        return any(k in self._groups for k in range(first, last + 1))


def _covered(hits: Sequence[Hit[str]]) -> set[int]:
    return {k for hit in hits for k in range(hit.first, hit.last + 1)}
