"""Whether two different names play one part, so that one of the reports must be wrong.

Three ways lead to a conflict. Sentences that say the same but for the names (*twins*) leave nothing
else that could be meant, whatever the names are. Elsewhere both must surely be names, of one kind
and one size, governed by the same words, and neither may stand anywhere in the other report. Of two
*lonely* places no more is asked: linked sentences seldom tell of two.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.geography import inner, may_overlap
from tui.details.likeness import ALIKE, likeness, sound
from tui.details.meaning import cosine
from tui.details.name_identity import (
    MEANT,
    are_other_towns,
    are_rivals,
    is_called_after_town,
    may_be_one,
)
from tui.details.name_pair import NamePair, Unpaired
from tui.details.name_surroundings import (
    FIRM,
    are_comparable,
    are_designations,
    are_governed_alike,
    go_other_ways,
    have_different_titles,
    have_other_cases,
    may_be_within,
    position,
    size,
    smaller_of,
    stands_beside,
)
from tui.details.placed_name import PlacedName, surer_kind
from tui.details.weighing import BARE_PLACE, TOWN
from tui.model import DetailKind, Divergence, Relation

__all__ = ["NameRoles"]

SAME_WORDS = 0.62
"""How alike the words around two names of one language must be for one role."""

ECHOED = 0.8
"""The same where the sentences have little else in common."""

TWIN_LENGTH = 0.65
"""How near the lengths of twin sentences are, the shorter over the longer."""

TWIN = 0.4
TWIN_WORDS = 0.35
TWIN_ACROSS = 0.5
"""How close twin sentences are: in one language, around the names in it, and across languages."""

IDENTICAL = 0.6
"""How close sentences must be for a name to conflict that the other report has elsewhere."""

RELATED = 0.25
"""How close the sentences must be where a role rests on a preposition or a title."""

ONE_SORT = 0.85
"""The score of two names of one sort: two hospitals, two ministries."""

VAGUER = 0.6
"""The least score of a town in one report and what it lies in in the other."""

LONELY = 0.7
"""The score of two places that are all the two sentences have."""

ORIGIN = 0.85
"""The score of two origins of one person."""

FORCED = 0.8
"""The score of two names that look alike or share a surname."""


class NameRoles:
    """How alike the parts are that unpaired names play in the two sides of one bead."""

    def __init__(self, unpaired: Unpaired, paired: Sequence[tuple[PlacedName, PlacedName]]) -> None:
        """Take the unpaired names of both sides, and the pairs that are one name."""
        self.unpaired = unpaired
        self.paired = paired

    def similarity(self, x: PlacedName, y: PlacedName) -> float:
        """How surely two different names play one part; 0 where they do not."""
        pair = NamePair(x, y, self.unpaired)
        if not are_comparable(x, y) or not pair.are_linked:
            return 0.0
        if may_be_one(x, y, pair.across, self.unpaired.encoder) or have_different_titles(x, y):
            return 0.0
        if _are_of_one_sort(pair):
            return ONE_SORT
        if self._are_origins(x, y):
            return ORIGIN
        if smaller_of(x, y) is not None:
            return 0.0 if go_other_ways(x, y) else _vagueness(pair)
        if have_other_cases(x, y) or may_overlap(x.name, y.name):
            return 0.0
        twin = _are_twins(pair)
        if not twin and not _have_one_role(pair):
            return LONELY if _are_lonely_places(pair) else 0.0
        identical = twin and pair.near >= IDENTICAL and pair.around >= ECHOED
        if not identical and (may_be_within(x, y) or pair.is_given):
            return 0.0
        role = max(position(x, y, pair.alone), pair.around)
        if x.name.role and x.name.role == y.name.role:
            role += 0.25
        if likeness(x.name, y.name) >= ALIKE:
            role = max(role, FORCED) + 0.1
        return min(1.0, 0.7 * role + 0.3 * pair.near)

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
        """Whether both say where one person comes from ("the Danish director X", "X, a Dane")."""
        if not (x.name.adjective and y.name.adjective):
            return False
        return any(
            p.kind is DetailKind.PERSON and stands_beside(x, p) and stands_beside(y, q)
            for p, q in self.paired
        )


def _vaguer(x: PlacedName, y: PlacedName) -> PlacedName | None:
    """The one of two places that says less exactly where something is."""
    smaller = smaller_of(x, y)
    if smaller is not None:
        return y if smaller is x else x
    if x.is_beside != y.is_beside:
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


def _are_of_one_sort(pair: NamePair) -> bool:
    """Whether they are the only rivers, hospitals, ministries of sentences of one matter."""
    x, y = pair.x, pair.y
    shared = x.sorts & y.sorts
    coded = ":" in x.name.key and ":" in y.name.key
    if not shared or pair.near < (TWIN_ACROSS if pair.across and not coded else RELATED):
        return False
    if not are_rivals(x, y) and not (x.own and y.own and _have_other_cores(pair)):
        return False
    rivals = [place for place in pair.competitors if place.sorts & shared]
    return len(rivals) == 2 and not pair.is_given


def _have_other_cores(pair: NamePair) -> bool:
    """Whether the words two bodies or places are called by are no translations."""
    x, y, encoder = pair.x, pair.y, pair.others.encoder
    if is_called_after_town(x) != is_called_after_town(y):
        return False  # a hospital with a name may be the one in that town
    coded = ":" in x.name.key and ":" in y.name.key
    if not pair.across or coded or are_other_towns(x, y):
        return True
    if sound(x.own) == sound(y.own) or encoder is None:
        return False
    return cosine(x.own, y.own, encoder) < MEANT


def _are_twins(pair: NamePair) -> bool:
    """Whether the sentences say the same but for these two names."""
    x, y = pair.x, pair.y
    short, long = sorted((len(x.text), len(y.text)))
    if short < TWIN_LENGTH * long:
        return False
    if not pair.across:
        moved = pair.alone == 1.0 and pair.near >= IDENTICAL
        if moved and (are_governed_alike(x, y) or _are_retold(pair)):
            return True
        return pair.near >= TWIN and pair.around >= TWIN_WORDS
    coded = ":" in x.name.key and ":" in y.name.key
    kinds = {x.kind, y.kind}
    if kinds == {DetailKind.PLACE, DetailKind.PERSON} and ":" in x.name.key + y.name.key:
        return False
    if pair.alone < 1.0:
        return False
    if min(x.name.evidence, y.name.evidence) < FIRM and not coded:
        persons = x.kind is y.kind is DetailKind.PERSON
        places = x.kind is y.kind is DetailKind.PLACE and are_governed_alike(x, y)
        return (persons or places) and pair.near >= TWIN_ACROSS and pair.are_last
    return pair.near >= (TWIN if x.kind is y.kind else TWIN_ACROSS)


def _have_one_role(pair: NamePair) -> bool:
    """Whether two sure names of one kind are governed by the same words."""
    x, y = pair.x, pair.y
    if are_designations(x, y):
        return pair.near >= RELATED or pair.around >= SAME_WORDS
    low, high = sorted((x.name.evidence, y.name.evidence))
    if low < FIRM:
        if x.name.adjective:
            return pair.alone == 1.0 and (pair.near >= TWIN or pair.around >= ECHOED)
        towns = low >= BARE_PLACE and high >= TOWN and x.kind is y.kind is DetailKind.PLACE
        return towns and not pair.across and _are_retold(pair)
    if x.kind is not y.kind:
        return not pair.across and _are_retold(pair)
    if x.kind is DetailKind.PLACE and size(x) != size(y):
        return False
    if x.kind is DetailKind.PERSON and likeness(x.name, y.name) >= ALIKE:
        return True
    if not pair.across:
        echoed = pair.around >= ECHOED or (
            pair.around >= SAME_WORDS and (pair.near >= RELATED or pair.alone == 1.0)
        )
        return echoed or _are_retold(pair)
    if x.kind is DetailKind.PLACE:
        if are_governed_alike(x, y):
            return pair.near >= RELATED
        ungoverned = "" in {x.preposition, y.preposition}
        return ungoverned and pair.alone == 1.0 and pair.near >= TWIN
    titled = x.name.role not in {"", "person"} and x.name.role == y.name.role
    return titled and pair.near >= TWIN and pair.alone == 1.0


def _are_retold(pair: NamePair) -> bool:
    """Whether they are the only names of their kind in one statement told in other words."""
    x, y = pair.x, pair.y
    if pair.alone < 1.0:
        return False
    if x.kind is y.kind is DetailKind.PLACE and not are_governed_alike(x, y):
        return False
    return pair.is_retold


def _are_lonely_places(pair: NamePair) -> bool:
    """Whether either sentence has one place that the other report has nowhere, and no more."""
    x, y = pair.x, pair.y
    least = min(x.name.evidence, y.name.evidence)
    if not (x.kind is y.kind is DetailKind.PLACE) or x.name.adjective or least < BARE_PLACE:
        return False
    if least < FIRM and not are_governed_alike(x, y):
        return False
    return (
        pair.alone == 1.0 and size(x) == size(y) and not may_be_within(x, y) and not pair.is_given
    )
