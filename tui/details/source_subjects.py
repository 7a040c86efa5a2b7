"""The subject of a verb of saying: the noun phrase that speaks, wherever its clause has it.

It stands before the verb, behind it ("said residents"), at the opening of the clause ("wie die
Polizei am Montag mitteilte") or before an insertion ("the mayor, who was away, said").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from tui.details.phrases import Hit
from tui.details.plain_subjects import plain_subject
from tui.details.source_description import Descriptions
from tui.details.vocabulary import Vocabulary
from tui.details.words import Word

__all__ = ["Subjects"]

APART = 10
"""Words that may stand between a subject that opens its clause and the verb."""

INSERTED, INSERTIONS = 9, 3
"""Words an insertion between subject and verb may have, and how many insertions there may be."""

TIED = 4
"""Words that may stand behind a subject before an insertion ("the mayor *of the old town*, …")."""

LONGEST_HEARER = 4
"""Words of the one spoken to that may stand between a verb and its subject."""


class Subjects:
    """The subjects of a sentence's verbs.

    Args:
        described: The sentence with its nouns that can speak.
        openings: The first word of each clause.
        verbs: The places of all verbs of saying.
    """

    def __init__(
        self, described: Descriptions, openings: Mapping[int, int], verbs: Set[int]
    ) -> None:
        self.described = described
        self.sentence: Sequence[Word] = described.sentence
        self.terms: Vocabulary = described.terms
        self._openings = openings
        self._verbs = verbs
        self._adverbs = (
            self.terms.function_words
            - self.terms.determiners
            - self.terms.source_ends
            - self.terms.listing
        )

    def of(self, hit: Hit[str]) -> tuple[int, int] | None:
        """The subject of a verb of saying."""
        if self.terms.verb_last:
            return self._first_of_all(hit)
        described, opening = self.described, self._openings[self.sentence[hit.first].clause]
        before = hit.first - 1
        while before > opening and self.sentence[before].folded in self.terms.helping:
            before -= 1
        if before >= opening and self.sentence[before].folded in self.terms.listing:
            return self._shared(hit, opening)
        if before >= opening:
            pronoun = self._is_pronoun(before)  # "the mayor in a letter *she* published"
            first = None if pronoun else described.backward(described.head(before))
            if first is not None and not self._is_object(first, before):
                return first, before
        inverted = self._inverted(hit, opening)
        if inverted is not None and self._is_bare_noun(inverted[0]):
            opened = self._opening(hit, opening)
            if opened is not None:
                return opened  # "die Gewerkschaft am Ort fordert *Kameras*"
        if inverted is not None and self.described.is_direct(*inverted):
            return inverted
        return (
            self._cut_off(hit)
            or inverted
            or self._opening(hit, opening)
            or plain_subject(self.sentence, self.terms, hit, opening, self._verbs)
        )

    def _first_of_all(self, hit: Hit[str]) -> tuple[int, int] | None:
        """The subject of a verb at the sentence's end: before it, or first ("Vali, … söyledi")."""
        if self.described.is_grouped(hit.first - 1, hit.first - 1):
            return self.described.unbroken(hit.first - 1), hit.first - 1
        for begin in self._openings.values():
            if begin < hit.first and self.described.begins(begin):
                last = self.described.forward(begin)
                if last is not None and last < hit.first and "'" not in self.sentence[last].folded:
                    return begin, last
        return None

    def _shared(self, hit: Hit[str], opening: int) -> tuple[int, int] | None:
        """The subject of an earlier verb: "the mayor apologised to the families and promised"."""
        found = self._cut_off(hit) or self._opening(hit, opening)
        return found if found and self.described.is_unbroken(*found) else None

    def _is_bare_noun(self, first: int) -> bool:
        """Whether what begins at a word may as well be an object, for it has no article."""
        return self.terms.compounds and self.sentence[first].folded not in self.terms.determiners

    def _is_object(self, first: int, last: int) -> bool:
        """Whether what stands before a verb is no subject, by its case or by a preposition."""
        if self.sentence[first].folded in self.terms.oblique:
            return True
        before = self.sentence[first - 1] if first else None
        if not self.terms.compounds or before is None:
            return False
        if before.clause != self.sentence[first].clause:
            return False
        if self.described.is_grouped(first, last):
            return before.folded in self.terms.place_prepositions  # "*in* der Stadt sagten sie"
        return before.folded in self.terms.function_words - self.terms.determiners

    def _inverted(self, hit: Hit[str], opening: int) -> tuple[int, int] | None:
        """A subject behind its verb: "sagte die Polizei", "said residents"."""
        if self.sentence[hit.first].folded in self.terms.addressed:
            return None
        verb = hit.last if hit.last - hit.first == 1 else hit.first
        begin = verb + 1 + self._is_adverb(verb + 1)
        begin = self._behind_hearer(begin) or begin
        follows = hit.first == opening or self.described.may_begin(begin)
        if not follows or not self._may_be_inverted(hit, opening):
            return None
        if not self.described.may_begin(begin) and self.described.may_begin(begin + 1):
            return None  # an object: "excludes dissolving the Assembly"
        if begin < len(self.sentence) and self.sentence[begin].folded in self.terms.oblique:
            return None  # an object too: "rät *den* Aktionären"
        last = self.described.forward(begin)
        if last is None or not (hit.first == opening or self.described.is_grouped(begin, last)):
            return None
        return begin, last

    def _behind_hearer(self, at: int) -> int | None:
        """Where a group follows the one spoken to: "ha dicho *a este diario* una enfermera"."""
        if at >= len(self.sentence) or self.sentence[at].folded not in self.terms.hearers:
            return None
        for k in range(at + 2, min(len(self.sentence), at + 2 + LONGEST_HEARER)):
            if self.sentence[k].clause != self.sentence[at].clause:
                return None
            if self.sentence[k].folded in self.described.articles:
                last = self.described.forward(k)
                return k if last is not None and self.described.is_grouped(k, last) else None
        return None

    def _opening(self, hit: Hit[str], opening: int) -> tuple[int, int] | None:
        """A subject that opens the clause of its verb: "wie die Polizei am Montag mitteilte"."""
        if hit.first - opening > APART or self._is_pronoun(hit.first - 1):
            return None
        if self.sentence[opening].folded in self.terms.oblique:
            return None  # "*im* Rathaus zeigte sich …"
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
