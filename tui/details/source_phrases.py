"""Where a sentence describes a source: a whole noun phrase beside a word that marks one.

The marker is a preposition ("according to", "laut"), a postposition ("zufolge") or a verb of saying
with its subject before it, after it, at the beginning of its clause ("wie die Polizei am Montag
mitteilte"), or before an insertion ("the mayor, who was away, said").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.details.phrases import Hit
from tui.details.plain_subjects import plain_source, plain_subject
from tui.details.source_description import Descriptions
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, words

__all__ = ["SourcePhrase", "source_phrases"]

SAYS = "says"
"""The value of verbs of saying; "added up" and the like have another."""

APART = 10
"""Words that may stand between a subject that opens its clause and the verb."""

INSERTED, INSERTIONS = 9, 3
"""Words an insertion between subject and verb may have, and how many insertions there may be."""

TIED = 4
"""Words that may stand behind a subject before an insertion ("the mayor *of the old town*, …")."""


LABELS = frozenset({":", "–", "—", "-"})
"""Marks between a headline and who says so."""


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """The words ``first`` to ``last``, both included, and those of an apposition behind them."""

    first: int
    last: int
    apposition: range


@lru_cache(maxsize=1024)
def source_phrases(text: str, lang: str) -> tuple[SourcePhrase, ...]:
    """The descriptions of sources in a sentence; quotations ask for them too.

    Args:
        text: The sentence.
        lang: Its language.

    Returns:
        Them in order and without overlaps.
    """
    taken: set[int] = set()
    found: list[SourcePhrase] = []
    reader = _Reader(text, vocabulary(lang))
    for first, last in reader.phrases():
        if taken.isdisjoint(range(first, last + 1)):
            apposition = reader.apposition(last)
            taken.update(range(first, last + 1), apposition)
            found.append(SourcePhrase(first, last, apposition))
    return tuple(sorted(found, key=lambda phrase: phrase.first))


class _Reader:
    """One sentence with its verbs of saying and the noun phrases that may be their subjects."""

    def __init__(self, text: str, terms: Vocabulary) -> None:
        self.text = text
        self.sentence: Sequence[Word] = words(text)
        self.terms = terms
        self._openings: dict[int, int] = {}
        for k, word in enumerate(self.sentence):
            self._openings.setdefault(word.clause, k)
        self._adverbs = terms.function_words - terms.determiners - terms.source_ends
        self.verbs = [
            hit
            for hit in terms.reporting.find(self.sentence)
            if hit.value == SAYS and not self._is_noun(hit)
        ]
        self._verb_at = {hit.first for hit in self.verbs}
        self.described = Descriptions(self.sentence, terms, self._verb_at)

    def apposition(self, last: int) -> range:
        """The words behind a description that tell more of it; never those behind a colon."""
        behind = self.text[self.sentence[last].end :].lstrip()
        return range(0) if behind.startswith(":") else self.described.apposition(last)

    def phrases(self) -> Iterator[tuple[int, int]]:
        """The descriptions beside markers first: they are surer than subjects."""
        for hit in self.terms.source_follows.find(self.sentence):
            last = self.described.forward(hit.last + 1)
            if last is not None:
                yield hit.last + 1, last
            elif (named := plain_source(self.sentence, self.terms, hit)) is not None:
                yield named
        for hit in self.terms.source_precedes.find(self.sentence):
            first = self.described.backward(hit.first - 1)
            if first is not None:
                yield first, hit.first - 1
        for hit in self.terms.own_account.find(self.sentence):
            span = self._own(hit)
            if span is not None:
                yield span
        yield from self._labels()
        for k in self.described.groups:
            if self.sentence[k].folded.endswith(self.terms.accounts):
                yield k, k  # "nach Polizeiangaben"
        for hit in self.verbs:
            span = self._subject(hit)
            if span is not None:
                yield span

    def _labels(self) -> Iterator[tuple[int, int]]:
        """A group that fills the part before a colon, or in a headline behind the last mark."""
        if len(self._openings) < 2:
            return
        *_, opening = self._openings.values()
        second = self._openings.get(self.sentence[0].clause + 1, opening)
        ends = len(self.sentence) - 1
        if ":" in self._mark(second) and self._is_whole(0, second - 1):
            yield 0, second - 1
        headline = not self.text.rstrip().endswith((".", "!", "?"))
        if headline and self._mark(opening).strip() in LABELS and self._is_whole(opening, ends):
            yield opening, ends

    def _mark(self, opening: int) -> str:
        """What stands before a clause."""
        return self.text[self.sentence[opening - 1].end : self.sentence[opening].start]

    def _is_whole(self, first: int, last: int) -> bool:
        """Whether some words name a group, and no more: "Opéra de X:" tells where it is."""
        determiners = self.terms.determiners
        return self.described.is_grouped(first, last) and all(
            k in self.described.groups or self.sentence[k].folded in determiners
            for k in range(first, last + 1)
        )

    def _own(self, hit: Hit[str]) -> tuple[int, int] | None:
        """The subject of a clause that gives its own account ("nach eigenen Angaben hat X …")."""
        opening = self._openings[self.sentence[hit.first].clause]
        for begin in (hit.last + 1, hit.last + 2, opening):
            if begin == hit.first or not self.described.may_begin(begin):
                continue
            last = self.described.forward(begin)
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

    def _subject(self, hit: Hit[str]) -> tuple[int, int] | None:
        """The subject of a verb of saying."""
        described, opening = self.described, self._openings[self.sentence[hit.first].clause]
        before = hit.first - 1
        while before > opening and self.sentence[before].folded in self.terms.helping:
            before -= 1
        if before >= opening:
            first = described.backward(described.head(before))
            if first is not None:
                return first, before
        inverted = self._inverted(hit, opening)
        if inverted is not None and self.described.is_direct(*inverted):
            return inverted
        return (
            self._cut_off(hit)
            or inverted
            or self._opening(hit, opening)
            or plain_subject(self.sentence, self.terms, hit, opening, self._verb_at)
        )

    def _inverted(self, hit: Hit[str], opening: int) -> tuple[int, int] | None:
        """A subject behind its verb: "sagte die Polizei", "said residents"."""
        if self.sentence[hit.first].folded in self.terms.addressed:
            return None
        verb = hit.last if hit.last - hit.first == 1 else hit.first
        begin = verb + 1 + self._is_adverb(verb + 1)
        follows = hit.first == opening or self.described.may_begin(begin)
        if not follows or not self._may_be_inverted(hit, opening):
            return None
        if not self.described.may_begin(begin) and self.described.may_begin(begin + 1):
            return None  # an object: "excludes dissolving the Assembly"
        last = self.described.forward(begin)
        if last is None or not (hit.first == opening or self.described.is_grouped(begin, last)):
            return None
        return begin, last

    def _opening(self, hit: Hit[str], opening: int) -> tuple[int, int] | None:
        """A subject that opens the clause of its verb: "wie die Polizei am Montag mitteilte"."""
        if hit.first - opening > APART or self._is_pronoun(hit.first - 1):
            return None
        for start in (opening, opening + 1):
            if start >= hit.first or not self.described.begins(start):
                continue
            last = self.described.forward(start)
            if last is not None and last < hit.first and self.described.is_grouped(start, last):
                return start, last
        return None

    def _cut_off(self, hit: Hit[str]) -> tuple[int, int] | None:
        """A subject that an insertion parts from its verb: "the mayor, who was away, said"."""
        clause = self.sentence[hit.first].clause
        opening = self._openings[clause]
        if hit.first - opening > self._is_adverb(opening):
            return None
        for _ in range(INSERTIONS):
            clause -= 1
            if clause not in self._openings or clause - 1 not in self._openings:
                return None
            if opening - self._openings[clause] > INSERTED:
                return None
            opening = self._openings[clause]
            first = self._openings[clause - 1]
            last = self.described.forward(first) if self.described.begins(first) else None
            if last is not None and opening - last <= TIED:
                return first, last
        return None

    def _is_pronoun(self, at: int) -> bool:
        """Whether a word is a subject of its own: "he", "who"."""
        word = self.sentence[at].folded
        return word in self.terms.source_ends and word in self.terms.function_words

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
        if self._is_pronoun(hit.first - 1):
            return False
        known = before in self.terms.source_ends or before in self.terms.function_words
        return known or self.terms.compounds
