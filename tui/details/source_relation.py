"""How two sources of one statement relate: one in other words, vaguer on a side, or another."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.likeness import look_alike, sound
from tui.details.source_classes import (
    OFFICIALS,
    are_people,
    classes,
    hold_offices,
    is_vague,
    may_be_officials,
    may_be_one,
)
from tui.details.text_values import Source
from tui.model import Relation

__all__ = ["exactness", "source_relation"]


def exactness(source: Source) -> int:
    """How much is said about who it is."""
    known = bool(source.groups) and not is_vague(source.groups)
    return 4 * bool(source.names) + 2 * known + (source.count is not None)


def source_relation(one: Source, other: Source) -> tuple[Relation | None, float]:
    """How two sources of one statement relate.

    Args:
        one: A source of one report.
        other: A source of the other.

    Returns:
        Agreement, vagueness or conflict, and how surely, in [0, 1]; ``None`` if nothing can be
        said, as when both may be behind the statement.
    """
    if _share_a_name(one.names, other.names):
        return _same_kind(one, other, named=True)
    mine, theirs = classes(one), classes(other)
    named = bool(one.names and other.names)
    if named and _may_be_one_name(one.names, other.names):
        return None, 0.0
    if one.wording == other.wording:
        return _same_kind(one, other, named=False)
    if mine & theirs:
        if not named:
            return _same_kind(one, other, named=False)
        if one.institution != other.institution:
            return Relation.AGREES, 0.6  # a body, and one who speaks for it
        return Relation.CONFLICTS, 0.7
    if not (mine and theirs):
        return _of_unknown(one, other)
    if is_vague(mine) or is_vague(theirs):
        return _of_vague(mine, theirs)
    if may_be_one(mine, theirs) and not hold_offices(one, other):
        return None, 0.0
    return Relation.CONFLICTS, 0.8


def _of_unknown(one: Source, other: Source) -> tuple[Relation | None, float]:
    """Two sources of which at least one is but a name, or an office that may be anywhere."""
    if one.names and other.names and not (one.groups or other.groups):
        return Relation.CONFLICTS, 0.6
    for known, unknown in ((one, other), (other, one)):
        if are_people(classes(known)) and unknown.institution:
            return Relation.CONFLICTS, 0.7
    return None, 0.0  # a name, and a body to which its bearer may belong


def _of_vague(mine: frozenset[str], theirs: frozenset[str]) -> tuple[Relation | None, float]:
    """Two classes of which at least one is as general as "officials"."""
    for vague, known in ((mine, theirs), (theirs, mine)):
        if vague == {OFFICIALS} and not may_be_officials(known):
            return Relation.CONFLICTS, 0.7
    return Relation.IMPRECISE, 0.55


def _same_kind(one: Source, other: Source, *, named: bool) -> tuple[Relation, float]:
    """Sources described alike: still vaguer on one side, or in different number."""
    if named:
        return Relation.AGREES, 0.9
    if bool(one.names) != bool(other.names):
        return Relation.IMPRECISE, 0.7
    mine, theirs = (_number(source) for source in (one, other))
    if mine == theirs:
        return Relation.AGREES, 0.8
    if mine is None or theirs is None:
        return Relation.IMPRECISE, 0.7
    return Relation.CONFLICTS, 0.85


def _number(source: Source) -> int | None:
    """How many speak; of what is no group of persons ("a company", "a spokesman") nothing."""
    found = classes(source)
    if source.count == 1 and not (are_people(found) or is_vague(found)):
        return None
    return source.count


def _may_be_one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two sources may be one in other letters, or a state, which has many names."""
    if any(name.startswith("place:") for name in (*a, *b)):
        return True
    return any(look_alike(x, y) for x in a for y in b)


def _share_a_name(a: Sequence[str], b: Sequence[str]) -> bool:
    heard = {sound(name) for name in a if len(name) > 2}
    return any(sound(name) in heard for name in b if len(name) > 2)
