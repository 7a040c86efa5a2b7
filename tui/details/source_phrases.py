"""Where a sentence describes a source: a whole noun phrase beside a word that marks one.

The marker is a preposition ("according to", "laut"), a postposition ("zufolge") or a verb of saying
with its subject before it, after it, at the beginning of its clause ("wie die Polizei am Montag
mitteilte"), or before an insertion ("the mayor, who was away, said").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.details.at_hand import AT_HAND
from tui.details.phrases import Hit
from tui.details.plain_subjects import plain_source
from tui.details.source_description import Descriptions
from tui.details.source_subjects import Subjects
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, words

__all__ = ["SourcePhrase", "source_phrases"]

SAYS = "says"
"""The value of verbs of saying; "added up" and the like have another."""

OPENING = frozenset('"“„«»‹›‘’「『')
"""Marks that may open a speech."""

CLOSING = " \"“”’'«»"
"""What may stand between a speech and the mark behind it."""

LABELS = frozenset({":", "–", "—", "-"})
"""Marks between a headline and who says so."""


class SourcePhrase(NamedTuple):
    """The words ``first`` to ``last``, both included, and those of an apposition behind them."""

    first: int
    last: int
    apposition: range


@lru_cache(maxsize=AT_HAND)
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
        self.verbs = [
            hit
            for hit in terms.reporting.find(self.sentence)
            if hit.value == SAYS and not self._is_noun(hit)
        ]
        self.verbs += self._perfects()
        self._verb_at = {hit.first for hit in self.verbs}
        self.described = Descriptions(self.sentence, terms, self._verb_at)
        self.subjects = Subjects(self.described, self._openings, self._verb_at)

    def _perfects(self) -> Iterator[Hit[str]]:
        """Verbs whose participle ends the clause: "das *hat* die Stadt am Montag *bestätigt*"."""
        for k, word in enumerate(self.sentence):
            if word.folded in self.terms.perfect:
                last = k
                while (
                    last + 1 < len(self.sentence) and self.sentence[last + 1].clause == word.clause
                ):
                    last += 1
                if self.sentence[last].folded in self.terms.participles:
                    yield Hit(k, last, SAYS, k)

    def apposition(self, last: int) -> range:
        """The words behind a description that tell more of it; never those behind a colon."""
        behind = self.text[self.sentence[last].end :].lstrip()
        return range(0) if behind.startswith(":") else self.described.apposition(last)

    def phrases(self) -> Iterator[tuple[int, int]]:
        """The descriptions beside markers first: they are surer than subjects."""
        for hit in self.terms.source_follows.find(self.sentence):
            marked = self._marked(hit)
            if marked is not None:
                yield marked
        for hit in self.terms.source_precedes.find(self.sentence):
            first = self.described.backward(hit.first - 1)
            if first is not None:
                yield first, hit.first - 1
        for hit in self.terms.own_account.find(self.sentence):
            span = self._own(hit)
            if span is not None:
                yield span
        yield from self._labels()
        yield from self._possessors()
        for k in self.described.groups:
            if self.sentence[k].folded.endswith(self.terms.accounts):
                yield k, k  # "nach Polizeiangaben"
        for hit in self.verbs:
            span = self.subjects.of(hit)
            if span is not None:
                yield span

    def _marked(self, hit: Hit[str]) -> tuple[int, int] | None:
        """The source behind a marker; behind one that names a paper whose it is, or the paper."""
        opened = self.sentence[hit.first]
        if (
            opened.folded in self.terms.said_objects and self._openings[opened.clause] != hit.first
        ):  # "*so* die Polizei" closes what is said, "führte *so* die Partei" does not
            return None
        begin = hit.last + 1
        following = self.sentence[begin].folded if begin < len(self.sentence) else ""
        linked = following in self.terms.linking
        if hit.last in self.described.groups and not (linked or following in self.terms.genitives):
            opens = self.sentence[hit.first].folded in self.terms.determiners
            return None if opens else (hit.first + 1, hit.last)  # "laut *Gutachten*"
        begin += linked
        last = self.described.forward(begin) if begin < len(self.sentence) else None
        return (begin, last) if last is not None else plain_source(self.sentence, self.terms, hit)

    def _labels(self) -> Iterator[tuple[int, int]]:
        """A group that fills the part before a colon, or in a headline behind the last mark.

        Before a speech it may be a name as well.
        """
        if len(self._openings) < 2:
            return
        *_, opening = self._openings.values()
        second = self._openings.get(self.sentence[0].clause + 1, opening)
        ends = len(self.sentence) - 1
        mark = self._mark(second)
        spoken = not OPENING.isdisjoint(mark) and self.described.forward(0) == second - 1
        if ":" in mark and (spoken or self._is_whole(0, second - 1)):
            yield 0, second - 1
        headline = not self.text.rstrip().endswith((".", "!", "?"))
        behind = headline and self._mark(opening).strip(CLOSING) in LABELS
        if behind and self._is_whole(opening, ends):
            yield opening, ends

    def _possessors(self) -> Iterator[tuple[int, int]]:
        """Those whose count or view it is: "by the *union's* count", "in *investigators'* view"."""
        for k, word in enumerate(self.sentence):
            if word.folded in self.terms.possessed:
                for last in (k - 1, k - 2):  # "the company's own reckoning"
                    first = self.described.possessor(last) if last > 0 else None
                    if first and self.sentence[first - 1].folded in self.terms.in_view:
                        yield first, last

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
