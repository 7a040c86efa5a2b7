"""A comparison under filters: which marks each sentence bears, and its differences in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.marks import Mark, marks_by_sentence
from tui.model import SIDES, Comparison, DetailKind, Divergence, Relation, Which, other
from tui.words import SEVERITY

if TYPE_CHECKING:
    from tui.model import Link

__all__ = ["Filters", "Marked", "Position"]

Position = tuple[int, int, int]
"""A place in the reading order of both reports; compares as places follow each other."""


class Filters(NamedTuple):
    """Which divergences are marked. What agrees is left unmarked until asked for."""

    kinds: frozenset[DetailKind] = frozenset()
    """Kinds that are hidden."""
    relations: frozenset[Relation] = frozenset({Relation.AGREES})
    """Relations that are hidden."""

    def shows(self, divergence: Divergence) -> bool:
        """Whether a divergence is marked."""
        return divergence.kind not in self.kinds and divergence.relation not in self.relations

    @property
    def narrowed(self) -> bool:
        """Whether differences are hidden, so that the reader should be told."""
        return bool(self.kinds or self.relations - {Relation.AGREES})


USUAL = Filters()
"""What is marked as long as nothing else is asked for."""


@dataclass(frozen=True, eq=False)
class Marked:
    """What is marked of a comparison; computed once, shared by every reading of it.

    Reading order is A's, with what only B says after the sentence of A that its neighbour before
    it in B is linked to.
    """

    comparison: Comparison
    filters: Filters = USUAL

    @cached_property
    def marks(self) -> Mapping[Which, Mapping[int, tuple[Mark, ...]]]:
        """The marks to paint, by side and sentence."""
        return {which: self._marks(which) for which in SIDES}

    def _marks(self, which: Which) -> Mapping[int, tuple[Mark, ...]]:
        kept = {
            sentence: tuple(m for m in marks if self.filters.shows(m.divergence))
            for sentence, marks in marks_by_sentence(self.comparison, which).items()
        }
        return {sentence: marks for sentence, marks in kept.items() if marks}

    @cached_property
    def gravest(self) -> Mapping[Which, Mapping[int, Divergence]]:
        """For each sentence with a marked difference the gravest of them."""
        return {
            which: {
                sentence: min(differing, key=lambda d: SEVERITY[d.relation])
                for sentence, marks in self.marks[which].items()
                if (differing := [m.divergence for m in marks if m.divergence.differs])
            }
            for which in SIDES
        }

    @cached_property
    def differences(self) -> tuple[int, ...]:
        """The indices of the marked differences in reading order."""
        divergences = self.comparison.divergences
        marked = (n for n, d in enumerate(divergences) if d.differs and self.filters.shows(d))
        return tuple(sorted(marked, key=lambda n: (self.position_of(divergences[n]), n)))

    @cached_property
    def filtered_out(self) -> int:
        """How many differences the filters hide."""
        differing = sum(divergence.differs for divergence in self.comparison.divergences)
        return differing - len(self.differences)

    @cached_property
    def counts(self) -> Mapping[Relation, int]:
        """How many differences of each relation are marked."""
        return Counter(self.comparison.divergences[n].relation for n in self.differences)

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The positions of :attr:`differences`, ascending."""
        divergences = self.comparison.divergences
        return tuple(self.position_of(divergences[number]) for number in self.differences)

    @cached_property
    def ranks(self) -> Mapping[int, int]:
        """The rank of each marked difference in reading order."""
        return {number: rank for rank, number in enumerate(self.differences)}

    def position_of(self, divergence: Divergence) -> Position:
        """Where a divergence stands in reading order."""
        if divergence.a is not None:
            return (divergence.a.sentence, -1, divergence.a.detail.start)
        assert divergence.b is not None
        sentence = divergence.b.sentence
        return (self._anchors[sentence], sentence, divergence.b.detail.start)

    def position(self, which: Which, sentence: int) -> Position:
        """Where a sentence begins in reading order."""
        if which == "a":
            return (sentence, -1, 0)
        linked = sentence in self.comparison.matches_b
        return (self._anchors[sentence], -1 if linked else sentence, 0)

    @cached_property
    def _anchors(self) -> Sequence[int]:
        """For each sentence of B the one of A it goes with: its best match, or its neighbour's."""
        anchors: list[int] = []
        last = -1
        for sentence in self.comparison.b.sentences:
            links: tuple[Link, ...] = self.comparison.matches_b.get(sentence.index, ())
            last = links[0].i if links else last
            anchors.append(last)
        return anchors

    @cached_property
    def unmatched(self) -> Mapping[Which, Sequence[int]]:
        """The content sentences without a match; none as long as no link is known."""
        known = self.comparison
        return {
            which: [
                sentence.index
                for sentence in known.article(which).content
                if known.links and sentence.index not in known.matches(which)
            ]
            for which in SIDES
        }

    @cached_property
    def beads(self) -> Mapping[Which, dict[int, int]]:
        """For each linked sentence the index of its bead in ``comparison.beads``."""
        return {
            which: {s: k for k, bead in enumerate(self.comparison.beads) for s in bead.side(which)}
            for which in SIDES
        }

    def touching(self, which: Which, sentence: int, matches: Sequence[int]) -> tuple[int, ...]:
        """The marked divergences of a sentence, in its order, then what only its matches say.

        What only one side says is told beside the best match of its sentence and no other.
        """
        links = self.comparison.matches(other(which))
        found = dict.fromkeys(m.number for m in self.marks[which].get(sentence, ()))
        for match in matches:
            if links[match][0].end(which) != sentence:
                continue
            for mark in self.marks[other(which)].get(match, ()):
                if mark.divergence.a is None or mark.divergence.b is None:
                    found.setdefault(mark.number)
        divergences = self.comparison.divergences
        return tuple(sorted(found, key=lambda n: not divergences[n].differs))
