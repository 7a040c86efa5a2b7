"""What tells of a single pair of names whether they may have one part: kind, size, case, place.

:mod:`tui.details.name_roles` puts these together with what the two sentences as a whole say.
"""

from __future__ import annotations

from tui.details.gazetteer import towns
from tui.details.geography import inner, may_lie_in
from tui.details.offices import offices_of
from tui.details.placed_name import PlacedName
from tui.model import DetailKind

__all__ = [
    "CANDIDATE",
    "FIRM",
    "SURE",
    "are_comparable",
    "are_governed_alike",
    "go_other_ways",
    "have_different_titles",
    "have_other_cases",
    "may_be_within",
    "roles_of",
    "size",
    "smaller_of",
    "stands_beside",
]

SURE = 0.5
"""Evidence from which a candidate counts as a name by itself."""

CANDIDATE = 0.38
"""Evidence from which a candidate may answer a sure name."""

FIRM = 0.64
"""Evidence of what is a name beyond doubt."""

_WHERE = frozenset({"at", "from"})
"""Senses of prepositions that only places take; "to" also stands in "according to X"."""

BESIDE = 3
"""How many words before a name an origin may stand."""


def stands_beside(x: PlacedName, name: PlacedName) -> bool:
    """Whether a word stands before a name or behind its comma, a word or two between."""
    if x.side.sentence != name.side.sentence:
        return False
    if x.first < name.first:
        return name.first - x.last <= BESIDE
    behind = x.sentence[x.first].clause == x.sentence[name.last].clause + 1
    return behind and x.first - name.last <= BESIDE


def are_comparable(x: PlacedName, y: PlacedName) -> bool:
    """Whether two names are sure enough and of kinds that may stand for each other."""
    low, high = sorted((x.name.evidence, y.name.evidence))
    if low < CANDIDATE or high < SURE:
        return False
    if x.name.adjective != y.name.adjective and (x.is_attribute or y.is_attribute):
        return False
    if low < FIRM and (":" in x.name.key) != (":" in y.name.key):
        return False
    return x.kind is y.kind or bool(x.sorts & y.sorts) or not (_is_settled(x) and _is_settled(y))


def _is_settled(place: PlacedName) -> bool:
    """Whether the kind of a name is beyond doubt: by a lexicon, a title or a first name."""
    if place.kind is DetailKind.ORGANISATION and place.sorts:
        return True
    if place.kind is DetailKind.PLACE and place.preposition in _WHERE and towns(place.name.key):
        return True
    return ":" in place.name.key or (place.kind is DetailKind.PERSON and place.name.evidence >= 0.9)


def have_different_titles(x: PlacedName, y: PlacedName) -> bool:
    """Whether the offices of two persons are told, and are not one."""
    one, other = roles_of(x), roles_of(y)
    return bool(one and other) and not one & other


def roles_of(place: PlacedName) -> set[str]:
    """The offices a person is given, or what the person does."""
    if place.kind is not DetailKind.PERSON:
        return set()
    told = {office.concept for office in offices_of(place)} | {place.name.role}
    return {concept.partition("/")[0] for concept in told} - {"", "person"}


def size(place: PlacedName) -> str:
    """What a place is by its code: a region of the world, a country, or part of one.

    What no lexicon knows is most likely a town or a part of one.
    """
    prefix, _, code = place.name.key.partition(":")
    if prefix != "place":
        return "part"
    if code.isdigit() or code.startswith("QO"):
        return "region"
    return "part" if "-" in code or "/" in code else "country"


def are_governed_alike(x: PlacedName, y: PlacedName) -> bool:
    """Whether prepositions of one sense stand before both."""
    return x.preposition == y.preposition != ""


def have_other_cases(x: PlacedName, y: PlacedName) -> bool:
    """Whether two places are governed so differently that they cannot answer each other."""
    if not (x.kind is y.kind is DetailKind.PLACE):
        return False
    return go_other_ways(x, y) or (x.lang != y.lang and bool(x.governor) != bool(y.governor))


def go_other_ways(x: PlacedName, y: PlacedName) -> bool:
    """Whether something comes from one place and goes to or is at the other."""
    senses = {x.preposition, y.preposition}
    return "from" in senses and bool(senses & {"at", "to"})


def may_be_within(x: PlacedName, y: PlacedName) -> bool:
    """Whether a place is wide and the other name may be one in it, whether that is told or not."""
    wide, other = (x, y) if ":" in x.name.key else (y, x)
    told = other.kind is DetailKind.PLACE or bool(other.preposition)
    return told and may_lie_in(wide.name, other.name)


def smaller_of(x: PlacedName, y: PlacedName) -> PlacedName | None:
    """The one of two places that lies in the other, or may."""
    known = inner(x.name, y.name)
    if known is not None:
        return x if known is x.name else y
    if not may_lie_in(x.name, y.name):
        return None
    smaller = y if ":" in x.name.key and "/" not in x.name.key else x
    if ":" in smaller.name.key:
        return smaller
    alike = are_governed_alike(x, y) and smaller.kind is DetailKind.PLACE
    return smaller if alike and smaller.name.evidence >= FIRM else None
