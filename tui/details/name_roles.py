"""Whether two different names play one part, so that one of the reports must be wrong.

How likely that is, :mod:`tui.details.name_signs` has learned. What it is not asked: names that may
yet be one, and a place against what it lies in, of which one report is only vaguer.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.geography import inner, lie_apart, may_overlap
from tui.details.name_identity import may_be_one
from tui.details.name_pair import NamePair, Unpaired
from tui.details.name_signs import likelihood, signs_of
from tui.details.name_surroundings import (
    are_comparable,
    are_governed_alike,
    go_other_ways,
    have_different_titles,
    have_other_cases,
    may_be_within,
    smaller_of,
    stands_beside,
)
from tui.details.placed_name import PlacedName, surer_kind
from tui.model import DetailKind, Divergence, Relation

__all__ = ["NameRoles"]

IDENTICAL = 0.6
"""How close sentences must be for a name to conflict that the other report has elsewhere."""

TWIN = 0.4
"""How close sentences must be for a place and what it lies in that are governed otherwise."""

RELATED = 0.25
"""How close they must be where nothing is known of the smaller place."""

VAGUER = 0.6
"""The least score of a town in one report and what it lies in in the other."""

ORIGIN = 0.85
"""The score of two origins of one person or company."""


class NameRoles:
    """How likely unpaired names of the two sides of one bead play one part."""

    def __init__(self, unpaired: Unpaired, paired: Sequence[tuple[PlacedName, PlacedName]]) -> None:
        """Take the unpaired names of both sides, and the pairs that are one name."""
        self.unpaired = unpaired
        self.paired = paired

    def similarity(self, x: PlacedName, y: PlacedName) -> float:
        """How likely two different names play one part; 0 where they surely do not."""
        pair = self._pair(x, y)
        if pair is None:
            return 0.0
        if self._are_origins(x, y):
            return ORIGIN
        if smaller_of(x, y) is not None:
            return 0.0 if go_other_ways(x, y) else _vagueness(pair)
        rivals = self.rivals(x, y)
        return likelihood(signs_of(rivals)) if rivals else 0.0

    def rivals(self, x: PlacedName, y: PlacedName) -> NamePair | None:
        """Two names that exclude each other if they play one part, ``None`` if they do not."""
        pair = self._pair(x, y)
        if pair is None or smaller_of(x, y) is not None:
            return None
        if have_different_titles(x, y) or have_other_cases(x, y) or may_be_within(x, y):
            return None
        if pair.across and x.is_title and y.is_title:
            return None  # titles of works are translated: "The Harvest"
        one_given = pair.is_x_given != pair.is_y_given
        return None if one_given and pair.near < IDENTICAL else pair

    def _pair(self, x: PlacedName, y: PlacedName) -> NamePair | None:
        """Two names of linked sentences that can answer each other and are not one."""
        pair = NamePair(x, y, self.unpaired)
        if not are_comparable(x, y) or not pair.are_linked or may_overlap(x.name, y.name):
            return None
        if may_be_one(x, y, pair.across, self.unpaired.encoder) or pair.is_word:
            return None
        return pair

    def difference(self, x: PlacedName, y: PlacedName) -> Divergence:
        """The divergence of two names that play one part."""
        kind = surer_kind(x, y)
        score = min(0.95, self.similarity(x, y))
        vague = _vaguer(x, y)
        if vague is not None:
            vaguer = "A" if vague is x else "B"
            return Divergence(
                kind, Relation.IMPRECISE, score, x.side, y.side, note=f"{vaguer} is vaguer"
            )
        return Divergence(kind, Relation.CONFLICTS, score, x.side, y.side)

    def _are_origins(self, x: PlacedName, y: PlacedName) -> bool:
        """Whether both say where one is from: "the Danish director X", "X, the Swiss company"."""
        if not (x.name.adjective and y.name.adjective):
            return False
        return any(
            p.kind is not DetailKind.PLACE and stands_beside(x, p) and stands_beside(y, q)
            for p, q in self.paired
        )


def _vaguer(x: PlacedName, y: PlacedName) -> PlacedName | None:
    """The one of two places that says less exactly where something is."""
    smaller = smaller_of(x, y)
    if smaller is not None:
        return y if smaller is x else x
    if x.is_beside != y.is_beside and not lie_apart(x.name, y.name):
        return x if x.is_beside else y
    return None


def _vagueness(pair: NamePair) -> float:
    """How surely one tells less exactly where the same was: the town, the country.

    That the larger place stands elsewhere in both reports is no matter, the smaller one is.
    """
    x, y = pair.x, pair.y
    given = pair.is_x_given if smaller_of(x, y) is x else pair.is_y_given
    if inner(x.name, y.name) is not None:
        told = are_governed_alike(x, y) or pair.alone == 1.0 or pair.near >= TWIN
    else:
        told = pair.alone == 1.0 and pair.near >= RELATED
    return min(1.0, VAGUER + 0.3 * pair.near) if told and not given else 0.0
