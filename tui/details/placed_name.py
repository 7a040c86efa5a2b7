"""A name where it stands: what its sentence tells of the part it plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tui.details.at_hand import AT_HAND
from tui.details.compass import part_of_place
from tui.details.geography import sort_of_place
from tui.details.quotation_marks import quoted
from tui.details.sorts import sorts
from tui.details.text_values import Name
from tui.details.vocabulary import vocabulary
from tui.details.words import Word, bare, words
from tui.model import DetailKind, Side

__all__ = ["PlacedName", "placed", "surer_kind"]

BESIDE = 6
"""How many words before it may begin what tells that something is not there: "to the north of"."""

REACH = 3
"""How many words before a name its preposition may stand: "in the far north of X"."""


@dataclass(frozen=True)
class PlacedName:
    """A name with the sentence it stands in, as the words ``first`` to ``last``."""

    side: Side
    name: Name
    text: str
    lang: str
    sentence: tuple[Word, ...]
    first: int
    last: int

    @property
    def kind(self) -> DetailKind:
        """What it names."""
        return self.side.detail.kind

    @property
    def is_acronym(self) -> bool:
        """Whether it is one short word of capitals."""
        word = self.sentence[self.first].text
        return len(word) < 7 and sum(c.isupper() for c in word) > 1 and self.first == self.last

    @property
    def is_title(self) -> bool:
        """Whether it stands between quotation marks with nothing but small words: "La Moisson"."""
        start, end = self.sentence[self.first].start, self.sentence[self.last].end
        small = vocabulary(self.lang).small_words
        for opened, closed in quoted(self.text):
            if opened <= start < closed:
                beside = (
                    w for w in self.sentence if opened <= w.start < start or end < w.end <= closed
                )
                return all(word.folded in small for word in beside)
        return False

    @cached_property
    def around(self) -> str:
        """Its clause without it."""
        clause = self.sentence[self.first].clause
        inside = [word for word in self.sentence if word.clause == clause]
        start, end = self.sentence[self.first].start, self.sentence[self.last].end
        before, behind = self.text[inside[0].start : start], self.text[end : inside[-1].end]
        return f"{before}…{behind}"

    @cached_property
    def preposition(self) -> str:
        """The sense of the preposition that governs it, ``""`` if it has none or is not known."""
        terms = vocabulary(self.lang)
        if self.governor not in terms.particles:
            return terms.prepositions.get(self.governor, "")
        before = next(
            (
                self.sentence[at - 1].folded
                for at in range(self.first - 1, max(0, self.first - 1 - REACH), -1)
                if self.sentence[at].folded == self.governor
            ),
            "",
        )
        if before in sorts(self.lang).nouns:
            return ""  # "l'hôpital de X": of it, not from it
        return terms.prepositions.get(before) or terms.prepositions.get(self.governor, "")

    @property
    def compass(self) -> str:
        """Which part of a place is named: "south" of "the south of X", ``""`` if none is."""
        terms = vocabulary(self.lang)
        word = self.sentence[self.compass_at].folded
        inside = part_of_place(word, terms)
        return inside[0] if inside else terms.compass.get(word, "")

    @cached_property
    def compass_at(self) -> int:
        """Which word names the part, the name's first where none does."""
        terms = vocabulary(self.lang)
        for at in range(self.first - 1, max(-1, self.first - 1 - REACH), -1):
            folded = self.sentence[at].folded
            if folded in terms.compass:
                return at
            if folded not in terms.small_words:
                break
        return self.first

    @cached_property
    def governor(self) -> str:
        """The preposition before it, articles and directions aside; ``""`` if there is none.

        That of a list stands before its first name, that of "the village of X" before the noun.
        """
        terms = vocabulary(self.lang)
        for at in range(self._head - 1, max(-1, self._head - 1 - REACH), -1):
            folded = self.sentence[at].folded
            if folded in terms.prepositions:
                return folded
            if folded not in terms.determiners and folded not in terms.directions:
                return folded if folded in terms.place_prepositions | terms.particles else ""
        return ""

    @cached_property
    def _head(self) -> int:
        """Where the phrase begins that a name ends: at what it is a name of, at a list's first."""
        terms, lexicon, at = vocabulary(self.lang), sorts(self.lang), self.first
        while at > 1 and self.sentence[at - 1].folded in terms.listing:
            before = at - 2
            while before >= 0 and self.sentence[before].capital:
                before -= 1
            if before == at - 2:
                break
            at = before + 1
        small = terms.small_words | lexicon.called
        noun = at - 1
        while noun > 0 and noun > at - 1 - REACH and self.sentence[noun].folded in small:
            noun -= 1
        told = lexicon.nouns.get(self.sentence[noun].folded, frozenset()) if noun >= 0 else None
        return noun if told and noun < at and not told.isdisjoint(lexicon.places) else at

    @cached_property
    def is_beside(self) -> bool:
        """Whether its sentence tells of what lies beside it: "north of X", "near X"."""
        terms, table = vocabulary(self.lang), sorts(self.lang).beside
        small = terms.small_words
        for at in range(max(0, self.first - BESIDE), self.first):
            hit = table.at(self.sentence, at)
            if hit is None or (
                "{}" in hit.value and at and self.sentence[at - 1].folded in terms.determiners
            ):
                continue  # "in the north of X" is in it
            if all(word.folded in small for word in self.sentence[hit.last + 1 : self.first]):
                return True
        return False

    @cached_property
    def sorts(self) -> frozenset[str]:
        """What it is a name of, by its words and those before it: "river", "hospital"."""
        if self.kind is DetailKind.PERSON and self.name.role:
            return frozenset()
        prefix, _, code = self.name.key.partition(":")
        if prefix == "organisation" and "/" in code:
            return frozenset({code.partition("/")[0]})
        sort = sort_of_place(self.name.key)
        if sort:
            return frozenset({sort})
        lexicon, terms = sorts(self.lang), vocabulary(self.lang)
        told = [lexicon.of_word(word.folded) for word in self.sentence[self.first : self.last + 1]]
        small = terms.small_words
        return (
            frozenset().union(*told)
            or lexicon.before(self.sentence, self.first, small)
            or self._sorts_behind()
            or lexicon.in_apposition(
                self.sentence, self.last, terms.determiners, terms.function_words
            )
            or lexicon.before(self.sentence, self.first, small | terms.place_prepositions)
            - lexicon.places
        )

    @property
    def is_attribute(self) -> bool:
        """Whether it is the adjective of what is no place: not of "two African countries"."""
        return self.name.adjective and self.sorts.isdisjoint(sorts(self.lang).places)

    def _sorts_behind(self) -> frozenset[str]:
        """The sorts a common noun behind a name tells: not of "a London hospital"."""
        at, terms = self.first - 1, vocabulary(self.lang)
        if at >= 0 and self.sentence[at].folded in terms.determiners:
            return frozenset()
        return sorts(self.lang).behind(self.sentence, self.last)

    @cached_property
    def own(self) -> str:
        """Its bare words without those that say what it is: "agnes" of "Agnes Hospital"."""
        lexicon, terms = sorts(self.lang), vocabulary(self.lang)
        parts = [
            part
            for word in self.sentence[self.first : self.last + 1]
            for part in word.folded.split("-")
        ]
        small = terms.small_words
        own = [lexicon.own_part(part) for part in parts if part not in small]
        return " ".join(bare(part) for part in own if part)


def surer_kind(x: PlacedName, y: PlacedName) -> DetailKind:
    """What two names of one part name, by the surer of them; the order does not matter."""
    return max(x, y, key=lambda place: (place.name.evidence, place.kind)).kind


def placed(side: Side, sentences: Mapping[int, str], lang: str) -> PlacedName:
    """Find the words of a name in its sentence."""
    return _placed(side, sentences.get(side.sentence, ""), lang)


@lru_cache(maxsize=AT_HAND)
def _placed(side: Side, text: str, lang: str) -> PlacedName:
    sentence = words(text)
    detail = side.detail
    inside = [
        k for k, w in enumerate(sentence) if w.start < detail.end and w.end > detail.start
    ] or [0]
    name = detail.value
    assert isinstance(name, Name)
    return PlacedName(side, name, text, lang, sentence, inside[0], inside[-1])
