"""How likely two different names play one part: a logistic regression on a few signs.

Linked sentences hold many names that answer none of the other side's, and no single sign tells them
from a name that one report has wrong. ``bench/name_roles.py`` fits the weights, on conflicts of the
stories' keys and on names of theirs that it changes itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.details.likeness import likeness
from tui.details.name_identity import are_other_towns
from tui.details.name_pair import NamePair
from tui.details.name_surroundings import roles_of
from tui.details.regression import probability

__all__ = ["MODEL", "NameSigns", "likelihood", "signs_of"]

MODEL = "details/name_roles"
"""Where the weights are."""


@dataclass(frozen=True, slots=True)
class NameSigns:
    """What tells whether two names, of which neither is the other, answer each other.

    Attributes:
        alone: 1 where they are the only unpaired names of their kind, less if others compete.
        given: Whether either report has the other's name as well.
        one_kind: Whether both are persons, bodies or places.
        evidence: How surely the less sure of them is a name at all.
        context: How near the clauses around them are in meaning.
        likeness: How much their letters are alike.
        one_role: Whether both have the same office or calling.
        coded: Whether a lexicon knows one of them and not the other.
        other_towns: Whether they are two towns, or called after two.
        governed: Whether a preposition stands before one and none before the other.
        links: How many sentences the two sentences are linked to, each other aside.
    """

    alone: float
    given: bool
    one_kind: bool
    evidence: float
    context: float
    likeness: float
    one_role: bool
    coded: bool
    other_towns: bool
    governed: bool
    links: int

    def vector(self) -> tuple[float, ...]:
        """The signs as the regression takes them, in order."""
        return tuple(float(getattr(self, sign)) for sign in self.__slots__)


def signs_of(pair: NamePair) -> NameSigns:
    """All signs of a pair."""
    x, y = pair.x, pair.y
    return NameSigns(
        alone=pair.alone,
        given=pair.is_x_given and pair.is_y_given,
        one_kind=x.kind is y.kind,
        evidence=min(x.name.evidence, y.name.evidence),
        context=pair.context,
        likeness=likeness(x.name, y.name),
        one_role=bool(roles_of(x) & roles_of(y)),
        coded=(":" in x.name.key) != (":" in y.name.key),
        other_towns=are_other_towns(x, y),
        governed=bool(x.governor) != bool(y.governor),
        links=pair.links,
    )


def likelihood(signs: NameSigns) -> float:
    """The probability that the names play one part, in [0, 1]."""
    return probability(MODEL, signs.vector())
