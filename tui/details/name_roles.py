"""Whether two different names play one part, so that one of the reports must be wrong.

Two ways lead to a conflict. Sentences that say the same but for the names (*twins*) leave nothing
else that could be meant, whatever the names are. Elsewhere both must surely be names, of one kind
and one size, governed by the same words, and neither may stand anywhere in the other report.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.article_words import ArticleWords
from tui.details.base import PairContext
from tui.details.geography import inner, may_overlap
from tui.details.likeness import ALIKE, likeness, sound
from tui.details.meaning import cosine
from tui.details.mentions import has_any
from tui.details.name_identity import (
    MEANT,
    are_other_towns,
    are_rivals,
    is_called_after_town,
    may_be_one,
)
from tui.details.name_surroundings import (
    CANDIDATE,
    FIRM,
    are_comparable,
    are_designations,
    are_governed_alike,
    around_names,
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
from tui.details.surroundings import closeness
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

RETOLD = 0.6
"""The cosine from which a sentence states the same as another of its language."""

RELATED = 0.25
"""How close the sentences must be where a role rests on a preposition or a title."""

ONE_SORT = 0.85
"""The score of two names of one sort: two hospitals, two ministries."""

VAGUER = 0.6
"""The least score of a town in one report and what it lies in in the other."""

ORIGIN = 0.85
"""The score of two origins of one person."""

FORCED = 0.8
"""The score of two names that look alike or share a surname."""


class NameRoles:
    """How alike the parts are that unpaired names play in the two sides of one bead."""

    def __init__(
        self,
        left_a: Sequence[PlacedName],
        left_b: Sequence[PlacedName],
        paired: Sequence[tuple[PlacedName, PlacedName]],
        context: PairContext,
    ) -> None:
        """Take the unpaired names of both sides, and the pairs that are one name."""
        self.paired = paired
        self.left_a = left_a
        self.left_b = left_b
        self.linked = context.links
        self.encoder = context.encoder
        self.across = context.a.lang != context.b.lang
        self.lang_a, self.lang_b = context.a.lang, context.b.lang
        self.words_a = context.a.words or ArticleWords.of(context.sentences_a.values(), self.lang_a)
        self.words_b = context.b.words or ArticleWords.of(context.sentences_b.values(), self.lang_b)

    def similarity(self, x: PlacedName, y: PlacedName) -> float:
        """How surely two different names play one part; 0 where they do not."""
        if not are_comparable(x, y) or not self._are_linked(x, y):
            return 0.0
        if may_be_one(x, y, self.across, self.encoder) or have_different_titles(x, y):
            return 0.0
        near = self._closeness(x, y)
        if self._are_of_one_sort(x, y, near):
            return ONE_SORT
        if self._are_origins(x, y):
            return ORIGIN
        if smaller_of(x, y) is not None:
            return 0.0 if go_other_ways(x, y) else self._vagueness(x, y, near)
        if have_other_cases(x, y) or may_overlap(x.name, y.name):
            return 0.0
        around = 0.0 if self.across else around_names(x, y)
        alone = self._alone(x, y)
        twin = self._are_twins(x, y, near, around, alone)
        if not twin and not self._have_one_role(x, y, near, around, alone):
            return 0.0
        identical = twin and near >= IDENTICAL and around >= ECHOED
        if not identical and (may_be_within(x, y) or self._are_given(x, y)):
            return 0.0
        role = max(position(x, y, alone), around)
        if x.name.role and x.name.role == y.name.role:
            role += 0.25
        if likeness(x.name, y.name) >= ALIKE:
            role = max(role, FORCED) + 0.1
        return min(1.0, 0.7 * role + 0.3 * near)

    def difference(self, x: PlacedName, y: PlacedName) -> Divergence:
        """The divergence of two names that play one part."""
        kind = surer_kind(x, y)
        score = min(0.95, self.similarity(x, y))
        if smaller_of(x, y) is not None:
            vaguer = "A" if smaller_of(x, y) is y else "B"
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

    def _vagueness(self, x: PlacedName, y: PlacedName, near: float) -> float:
        """How surely one tells less exactly where the same was: the town, the country.

        That the larger place stands elsewhere in both reports is no matter, the smaller one is.
        """
        smaller = smaller_of(x, y)
        given = (
            has_any(x, self.words_b, self.lang_b)
            if smaller is x
            else has_any(y, self.words_a, self.lang_a)
        )
        alike, alone = are_governed_alike(x, y), self._alone(x, y) == 1.0
        if inner(x.name, y.name) is not None:
            told = alike or alone or near >= TWIN
        else:
            told = alone and near >= RELATED
        return min(1.0, VAGUER + 0.3 * near) if told and not given else 0.0

    def _are_of_one_sort(self, x: PlacedName, y: PlacedName, near: float) -> bool:
        """Whether they are the only rivers, hospitals, ministries of sentences of one matter."""
        shared = x.sorts & y.sorts
        coded = ":" in x.name.key and ":" in y.name.key
        if not shared or near < (TWIN_ACROSS if self.across and not coded else RELATED):
            return False
        if not are_rivals(x, y) and not (x.own and y.own and self._have_other_cores(x, y)):
            return False
        rivals = [
            place
            for left, one in ((self.left_a, x), (self.left_b, y))
            for place in left
            if place.side.sentence == one.side.sentence and place.sorts & shared
        ]
        return len(rivals) == 2 and not self._are_given(x, y)

    def _have_other_cores(self, x: PlacedName, y: PlacedName) -> bool:
        """Whether the words two bodies or places are called by are no translations."""
        if is_called_after_town(x) != is_called_after_town(y):
            return False  # a hospital with a name may be the one in that town
        coded = ":" in x.name.key and ":" in y.name.key
        if not self.across or coded or are_other_towns(x, y):
            return True
        if sound(x.own) == sound(y.own) or self.encoder is None:
            return False
        return cosine(x.own, y.own, self.encoder) < MEANT

    def _closeness(self, x: PlacedName, y: PlacedName) -> float:
        """How much two sentences say the same; of two languages the encoder knows it best."""
        near = closeness(x.text, y.text, x.lang, y.lang)
        if not self.across or self.encoder is None:
            return near
        return max(near, cosine(x.text, y.text, self.encoder))

    def _are_linked(self, x: PlacedName, y: PlacedName) -> bool:
        return not self.linked or (x.side.sentence, y.side.sentence) in self.linked

    def _are_given(self, x: PlacedName, y: PlacedName) -> bool:
        """Whether either report has the other's name in any form."""
        return has_any(x, self.words_b, self.lang_b) or has_any(y, self.words_a, self.lang_a)

    def _are_twins(
        self, x: PlacedName, y: PlacedName, near: float, around: float, alone: float
    ) -> bool:
        """Whether the sentences say the same but for these two names."""
        short, long = sorted((len(x.text), len(y.text)))
        if short < TWIN_LENGTH * long:
            return False
        if not self.across:
            moved = alone == 1.0 and near >= IDENTICAL
            if moved and (are_governed_alike(x, y) or self._are_retold(x, y, alone)):
                return True
            return near >= TWIN and around >= TWIN_WORDS
        coded = ":" in x.name.key and ":" in y.name.key
        kinds = {x.kind, y.kind}
        if kinds == {DetailKind.PLACE, DetailKind.PERSON} and ":" in x.name.key + y.name.key:
            return False
        if alone < 1.0:
            return False
        if min(x.name.evidence, y.name.evidence) < FIRM and not coded:
            persons = x.kind is y.kind is DetailKind.PERSON
            places = x.kind is y.kind is DetailKind.PLACE and are_governed_alike(x, y)
            return (persons or places) and near >= TWIN_ACROSS and self._are_last(x, y)
        return near >= (TWIN if x.kind is y.kind else TWIN_ACROSS)

    def _are_last(self, x: PlacedName, y: PlacedName) -> bool:
        """Whether no other candidate of the two sentences is unpaired."""
        others = [
            place
            for left, one in ((self.left_a, x), (self.left_b, y))
            for place in left
            if place.side.sentence == one.side.sentence and place.name.evidence >= CANDIDATE
        ]
        return len(others) == 2

    def _have_one_role(
        self, x: PlacedName, y: PlacedName, near: float, around: float, alone: float
    ) -> bool:
        """Whether two sure names of one kind are governed by the same words."""
        if are_designations(x, y):
            return near >= RELATED or around >= SAME_WORDS
        low, high = sorted((x.name.evidence, y.name.evidence))
        if low < FIRM:
            if x.name.adjective:
                return alone == 1.0 and (near >= TWIN or around >= ECHOED)
            towns = low >= BARE_PLACE and high >= TOWN and x.kind is y.kind is DetailKind.PLACE
            return towns and not self.across and self._are_retold(x, y, alone)
        if x.kind is not y.kind:
            return not self.across and self._are_retold(x, y, alone)
        if x.kind is DetailKind.PLACE and size(x) != size(y):
            return False
        if x.kind is DetailKind.PERSON and likeness(x.name, y.name) >= ALIKE:
            return True
        if not self.across:
            echoed = around >= ECHOED or (
                around >= SAME_WORDS and (near >= RELATED or alone == 1.0)
            )
            return echoed or self._are_retold(x, y, alone)
        if x.kind is DetailKind.PLACE:
            if are_governed_alike(x, y):
                return near >= RELATED
            ungoverned = "" in {x.preposition, y.preposition}
            return ungoverned and alone == 1.0 and near >= TWIN
        titled = x.name.role not in {"", "person"} and x.name.role == y.name.role
        return titled and near >= TWIN and alone == 1.0

    def _are_retold(self, x: PlacedName, y: PlacedName, alone: float) -> bool:
        """Whether they are the only names of their kind in one statement told in other words."""
        if self.encoder is None or alone < 1.0:
            return False
        if x.kind is y.kind is DetailKind.PLACE and not are_governed_alike(x, y):
            return False
        return cosine(x.text, y.text, self.encoder) >= RETOLD

    def _alone(self, x: PlacedName, y: PlacedName) -> float:
        """1 if they are the only unpaired names of their kind, less if others compete."""
        least = min(FIRM, x.name.evidence, y.name.evidence)
        rivals_a = sum(
            are_comparable(p, y) and p.side.sentence == x.side.sentence
            for p in self.left_a
            if p.name.evidence >= least
        )
        rivals_b = sum(
            are_comparable(x, p) and p.side.sentence == y.side.sentence
            for p in self.left_b
            if p.name.evidence >= least
        )
        return 2.0 / max(2, rivals_a + rivals_b)
