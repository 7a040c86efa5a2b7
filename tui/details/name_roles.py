"""Whether two different names play one part, so that one of the reports must be wrong.

Two ways lead to a conflict. Sentences that say the same but for the names (*twins*) leave nothing
else that could be meant, whatever the names are. Elsewhere both must surely be names, of one kind
and one size, governed by the same words, and neither may stand anywhere in the other report.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.article_words import ArticleWords
from tui.details.base import PairContext
from tui.details.likeness import ALIKE, is_within, likeness
from tui.details.meaning import cosine
from tui.details.mentions import has_any
from tui.details.name_identity import may_be_one
from tui.details.placed_name import PlacedName, surer_kind
from tui.details.surroundings import align, closeness, part_alike, position_at
from tui.model import DetailKind, Divergence, Relation

__all__ = ["FIRM", "SURE", "NameRoles"]

SURE = 0.5
"""Evidence from which a candidate counts as a name by itself."""

CANDIDATE = 0.38
"""Evidence from which a candidate may stand in for a name in a twin sentence."""

FIRM = 0.64
"""Evidence a name needs on both sides where the sentences are no twins."""

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

ORIGIN, BESIDE = 0.85, 3
"""The score of two origins of one person, and how many words before a name one may stand."""

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
        if not _are_comparable(x, y) or not self._are_linked(x, y):
            return 0.0
        if (
            may_be_one(x, y, self.across, self.encoder)
            or _have_different_titles(x, y)
            or _have_other_cases(x, y)
        ):
            return 0.0
        if self._are_origins(x, y):
            return ORIGIN
        near = self._closeness(x, y)
        around = 0.0 if self.across else _around(x, y)
        alone = self._alone(x, y)
        twin = self._are_twins(x, y, near, around, alone)
        if not twin and not self._have_one_role(x, y, near, around, alone):
            return 0.0
        identical = twin and near >= IDENTICAL and around >= ECHOED
        if not identical and (_may_be_within(x, y) or self._are_given(x, y)):
            return 0.0
        role = max(_position(x, y, alone), around)
        if x.name.role and x.name.role == y.name.role:
            role += 0.25
        if likeness(x.name, y.name) >= ALIKE:
            role = max(role, FORCED) + 0.1
        return min(1.0, 0.7 * role + 0.3 * near)

    def difference(self, x: PlacedName, y: PlacedName) -> Divergence:
        """The divergence of two names that play one part."""
        kind = surer_kind(x, y)
        score = min(0.95, self.similarity(x, y))
        if is_within(x.name, y.name):
            vaguer = "A" if len(x.name.key) < len(y.name.key) else "B"
            return Divergence(
                kind, Relation.IMPRECISE, score, x.side, y.side, note=f"{vaguer} is vaguer"
            )
        return Divergence(kind, Relation.CONFLICTS, score, x.side, y.side)

    def _are_origins(self, x: PlacedName, y: PlacedName) -> bool:
        """Whether both say where one person comes from ("the Danish director X")."""
        if not (x.name.adjective and y.name.adjective):
            return False
        return any(
            p.kind is DetailKind.PERSON and _stands_before(x, p) and _stands_before(y, q)
            for p, q in self.paired
        )

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
            moved = alone == 1.0 and _are_governed_alike(x, y) and near >= IDENTICAL
            return moved or (near >= TWIN and around >= TWIN_WORDS)
        coded = ":" in x.name.key and ":" in y.name.key
        kinds = {x.kind, y.kind}
        if kinds == {DetailKind.PLACE, DetailKind.PERSON} and ":" in x.name.key + y.name.key:
            return False
        if alone < 1.0:
            return False
        if min(x.name.evidence, y.name.evidence) < FIRM and not coded:
            persons = x.kind is y.kind is DetailKind.PERSON
            places = x.kind is y.kind is DetailKind.PLACE and _are_governed_alike(x, y)
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
        if _are_designations(x, y):
            return near >= RELATED or around >= SAME_WORDS
        if x.kind is not y.kind or min(x.name.evidence, y.name.evidence) < FIRM:
            return False
        if x.kind is DetailKind.PLACE and not is_within(x.name, y.name) and _size(x) != _size(y):
            return False
        if x.kind is DetailKind.PERSON and likeness(x.name, y.name) >= ALIKE:
            return True
        if not self.across:
            echoed = around >= ECHOED or (
                around >= SAME_WORDS and (near >= RELATED or alone == 1.0)
            )
            return echoed or self._are_retold_places(x, y, alone)
        if x.kind is DetailKind.PLACE:
            return _are_governed_alike(x, y) and near >= RELATED
        titled = x.name.role not in {"", "person"} and x.name.role == y.name.role
        return titled and near >= TWIN and alone == 1.0

    def _are_retold_places(self, x: PlacedName, y: PlacedName, alone: float) -> bool:
        """Whether they are the only places, governed alike, of one statement in other words."""
        if self.encoder is None or x.kind is not DetailKind.PLACE or alone < 1.0:
            return False
        return _are_governed_alike(x, y) and cosine(x.text, y.text, self.encoder) >= RETOLD

    def _alone(self, x: PlacedName, y: PlacedName) -> float:
        """1 if they are the only unpaired names of their kind, less if others compete."""
        least = min(FIRM, x.name.evidence, y.name.evidence)
        rivals_a = sum(
            _are_comparable(p, y) and p.side.sentence == x.side.sentence
            for p in self.left_a
            if p.name.evidence >= least
        )
        rivals_b = sum(
            _are_comparable(x, p) and p.side.sentence == y.side.sentence
            for p in self.left_b
            if p.name.evidence >= least
        )
        return 2.0 / max(2, rivals_a + rivals_b)


def _stands_before(x: PlacedName, name: PlacedName) -> bool:
    """Whether a word stands right before a name, another word or two between."""
    return x.side.sentence == name.side.sentence and 0 < name.first - x.last <= BESIDE


def _are_designations(x: PlacedName, y: PlacedName) -> bool:
    """Whether two names are numbers of one series: roads, flights, paragraphs ("K12", "K14")."""
    one, other = x.side.detail.text, y.side.detail.text
    series = one.rstrip("0123456789")
    return series.isupper() and one != series and other.rstrip("0123456789") == series != other


def _are_comparable(x: PlacedName, y: PlacedName) -> bool:
    """Whether two names are sure enough and of kinds that may stand for each other."""
    low, high = sorted((x.name.evidence, y.name.evidence))
    if low < CANDIDATE or high < SURE or x.name.adjective != y.name.adjective:
        return False
    return x.kind is y.kind or not (_is_settled(x) and _is_settled(y))


def _is_settled(place: PlacedName) -> bool:
    """Whether the kind of a name is beyond doubt: by a lexicon, a title or a first name."""
    return ":" in place.name.key or (place.kind is DetailKind.PERSON and place.name.evidence >= 0.9)


def _have_different_titles(x: PlacedName, y: PlacedName) -> bool:
    roles = {x.name.role, y.name.role}
    return len(roles) == 2 and not roles & {"", "person"}


def _size(place: PlacedName) -> str:
    """What a place is by its code: a region of the world, a country, or part of one.

    What no lexicon knows is most likely a town or a part of one.
    """
    prefix, _, code = place.name.key.partition(":")
    if prefix != "place":
        return "part"
    if code.isdigit() or code.startswith("QO"):
        return "region"
    return "part" if "-" in code or "/" in code else "country"


def _are_governed_alike(x: PlacedName, y: PlacedName) -> bool:
    """Whether prepositions of one sense stand before both."""
    return x.preposition == y.preposition != ""


def _have_other_cases(x: PlacedName, y: PlacedName) -> bool:
    """Whether two places are governed so differently that they cannot answer each other."""
    if not (x.kind is y.kind is DetailKind.PLACE):
        return False
    senses = {x.preposition, y.preposition}
    if "from" in senses and senses & {"at", "to"}:
        return True
    return x.lang != y.lang and bool(x.governor) != bool(y.governor)


def _may_be_within(x: PlacedName, y: PlacedName) -> bool:
    """Whether one is a country or more and the other may be a place in it that no lexicon has."""
    coded, *more = [place for place in (x, y) if ":" in place.name.key] or [x, y]
    other = y if coded is x else x
    if more or not (other.kind is DetailKind.PLACE or other.preposition):
        return False
    return _size(coded) in {"country", "region"}


def _around(x: PlacedName, y: PlacedName) -> float:
    """In one language: whether the words on both sides of the names are the same.

    Of several best alignments another is found the other way round; the better one counts.
    """
    return max(_seen_from(x, y), _seen_from(y, x))


def _seen_from(x: PlacedName, y: PlacedName) -> float:
    alignment = align(x.text, y.text)
    starts = part_alike(alignment, len(x.sentence), len(y.sentence), x.first, y.first)
    ends = part_alike(alignment, len(x.sentence), len(y.sentence), x.last, y.last)
    return max(starts, ends, (starts + ends) / 2)


def _position(x: PlacedName, y: PlacedName, alone: float) -> float:
    """Place in the sentence, kind and preposition, and that nothing else is left."""
    apart = abs(position_at(x.sentence, x.first) - position_at(y.sentence, y.first))
    score = 0.3 * max(0.0, 1.0 - apart / 0.6) + 0.4 * alone
    if x.kind is y.kind:
        score += 0.2
    return score + 0.15 * (x.preposition == y.preposition)
