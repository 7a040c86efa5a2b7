"""The names of a sentence that a lexicon knows: places, organisations, peoples."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from tui.details.cases import without_apostrophe
from tui.details.compass import part_of_place
from tui.details.text_values import Name
from tui.details.vocabulary import Vocabulary
from tui.details.words import Word, bare, words
from tui.model import DetailKind

__all__ = ["Found", "KnownNames", "full_key", "is_genitive", "without_opening", "written"]

_ROAD = re.compile(r"[A-Z]\d{1,3}")

KNOWN = 0.95

CLASS = "/"
"""In the code of a body that many states have, a ministry or a court: often without a capital."""

PARTY = f"party{CLASS}"

ATTRIBUTE = 0.55
"""A people's adjective, or a name that is only part of a word."""


class Found(NamedTuple):
    """A name by its words, not yet a detail."""

    first: int
    last: int
    kind: DetailKind
    value: Name
    within: tuple[int, int] | None = None
    """Offsets in the sentence where the name is only a part of a word ("US-Präsident")."""


class KnownNames:
    """Looks the names of one sentence up."""

    def __init__(self, text: str, sentence: Sequence[Word], terms: Vocabulary) -> None:
        self.text = text
        self.sentence = sentence
        self.terms = terms

    def names(self) -> Iterator[Found]:
        """What the lexicons name outright: places, organisations, peoples."""
        tables = (
            (self.terms.organisations, DetailKind.ORGANISATION, "organisation", False),
            (self.terms.places, DetailKind.PLACE, "place", False),
            (self.terms.adjectives, DetailKind.PLACE, "place", True),
        )
        taken: set[int] = set()
        for road in self._roads():
            taken.update(range(road.first, road.last + 1))
            yield road
        plain = _without_genitive(self.sentence, self.terms)
        for table, kind, prefix, adjective in tables:
            lower = adjective and not self.terms.adjectives_capital
            anyhow = lower or kind is DetailKind.ORGANISATION
            hits = table.find(self.sentence, capitals=not anyhow)
            if plain:
                hits += table.find(plain, capitals=not anyhow)
            for hit in hits:
                span = range(hit.first, hit.last + 1)
                if taken.intersection(span) or not (
                    (kind is DetailKind.ORGANISATION and self._needs_no_capital(hit.value))
                    or self._is_written_as_name(hit.first, hit.last, adjective)
                ):
                    continue
                taken.update(span)
                first = without_opening(self.sentence, self.terms, hit.first, hit.last)
                yield Found(
                    first,
                    hit.last,
                    kind,
                    Name(
                        key=f"{prefix}:{hit.value}",
                        full=written(self.text, self.sentence, first, hit.last),
                        evidence=ATTRIBUTE if adjective else KNOWN,
                        adjective=adjective,
                    ),
                )

        yield from self._parts(taken)

    def _parts(self, taken: Container[int]) -> Iterator[Found]:
        """Parts of countries and regions, told by one word: "Süditalien"."""
        for at, word in enumerate(self.sentence):
            found = part_of_place(word.folded, self.terms) if word.capital else None
            if found is not None and at not in taken:
                value = Name(f"place:{found[1]}", word.text, evidence=KNOWN)
                yield Found(at, at, DetailKind.PLACE, value)

    def _needs_no_capital(self, code: str) -> bool:
        """Whether a body of a class is named by common words; English gives parties capitals."""
        return CLASS in code and not (code.startswith(PARTY) and self.terms.adjectives_capital)

    def _roads(self) -> Iterator[Found]:
        """Roads and lines by their letter and number, a space between or not: "A 27", "N305"."""
        for at, word in enumerate(self.sentence):
            if (
                not word.capital
                or word.opens
                or not (len(word.text) == 1 or word.text[-1].isdigit())
            ):
                continue
            last = at
            if len(word.text) == 1 and at + 1 < len(self.sentence):
                number = self.sentence[at + 1]
                if self.text[word.end : number.start] == " " and number.text.isdigit():
                    last = at + 1
            written = "".join(w.text for w in self.sentence[at : last + 1])
            if not _ROAD.fullmatch(written):
                continue
            name = self.text[word.start : self.sentence[last].end]
            value = Name(f"road:{written}", name, evidence=KNOWN)
            yield Found(at, last, DetailKind.PLACE, value)

    def _is_written_as_name(self, first: int, last: int, adjective: bool) -> bool:
        word = self.sentence[without_opening(self.sentence, self.terms, first, last)]
        if not any(c.isupper() or c.islower() for c in word.text):
            return True
        if adjective and not self.terms.adjectives_capital:
            return True
        if first == last and word.folded.strip(".") in self.terms.acronyms:
            return word.shouted
        return word.capital or self.sentence[last].capital

    def within(self, at: int, word: Word) -> Iterator[Found]:
        """A name that a hyphen joins to a common noun: "US-Präsident", "ESPN-Angaben"."""
        head, _, _ = word.text.rpartition("-")
        parts = words(head)
        if not parts:
            return
        start, end = word.start, word.start + len(head)
        for table, kind, prefix in (
            (self.terms.organisations, DetailKind.ORGANISATION, "organisation"),
            (self.terms.places, DetailKind.PLACE, "place"),
            (self.terms.adjectives, DetailKind.PLACE, "place"),
        ):
            hit = table.at(parts, 0)
            if hit is not None and hit.last == len(parts) - 1 and parts[0].capital:
                value = Name(f"{prefix}:{hit.value}", head, evidence=ATTRIBUTE, adjective=True)
                yield Found(at, at, kind, value, (start, end))
                return
        if parts[0].shouted and len(parts) == 1 and parts[0].folded not in self.terms.ordinary:
            value = Name(full_key(head), head, evidence=ATTRIBUTE, adjective=True)
            yield Found(at, at, DetailKind.ORGANISATION, value, (start, end))


def without_opening(sentence: Sequence[Word], terms: Vocabulary, first: int, last: int) -> int:
    """Where a stretch begins without the determiners before its name."""
    while first < last and sentence[first].folded in terms.determiners:
        first += 1
    return first


def written(text: str, sentence: Sequence[Word], first: int, last: int) -> str:
    """The words ``first`` to ``last`` as they stand, a genitive ending taken off."""
    stretch = text[sentence[first].start : sentence[last].end]
    return stretch[:-2] if is_genitive(stretch) else stretch


def is_genitive(text: str) -> bool:
    """Whether a word ends in an English genitive."""
    return text.endswith(("'s", "’s"))


def _without_genitive(sentence: Sequence[Word], terms: Vocabulary) -> list[Word]:
    """The words with a genitive ending taken off ("Singapurs", "Spain's"); none if none has one."""
    plain: list[Word] = []
    changed = False
    for word in sentence:
        folded = without_apostrophe(word.folded, terms.lang)
        if folded.endswith("'s"):
            folded = folded[:-2]
        elif terms.compounds and word.capital and folded.endswith("s") and len(folded) > 4:
            folded = folded[:-1]
        changed = changed or folded != word.folded
        plain.append(word if folded == word.folded else word._replace(folded=folded))
    return plain if changed else []


def full_key(name: str) -> str:
    """The words of a name as they are compared: bare, in order, one space apart."""
    return " ".join(bare(word.text) for word in words(name))
