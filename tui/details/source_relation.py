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

__all__ = ["exactness", "exclude_each_other", "may_be_rivals", "source_relation"]


def exactness(source: Source) -> int:
    """How much is said about who it is."""
    known = bool(source.groups) and not is_vague(source.groups)
    return 4 * bool(source.names) + 2 * known + (source.count is not None)


def source_relation(one: Source, other: Source) -> tuple[Relation | None, float]:
    """How two sources of one statement relate that are described as one, or as vaguely as one.

    Args:
        one: A source of one report.
        other: A source of the other.

    Returns:
        Agreement, vagueness or, where they differ in number, conflict, and how surely, in [0, 1];
        ``None`` if they may be others.
    """
    if _share_a_name(one.names, other.names):
        return _same_kind(one, other, named=True)
    mine, theirs = classes(one), classes(other)
    named = bool(one.names and other.names)
    if _look_like_one_name(one, other):
        return None, 0.0
    if one.wording == other.wording or (mine & theirs and not named):
        return _same_kind(one, other, named=False)
    if mine & theirs and one.institution != other.institution:
        return Relation.AGREES, 0.6  # a body, and one who speaks for it
    if _is_vaguer(mine, theirs) or _is_vaguer(theirs, mine):
        return Relation.IMPRECISE, 0.55
    return None, 0.0


def may_be_rivals(one: Source, other: Source) -> bool:
    """Whether nothing tells that two sources are one."""
    return source_relation(one, other)[0] is None and not _look_like_one_name(one, other)


def exclude_each_other(one: Source, other: Source) -> bool:
    """Whether two sources cannot be one, by their names or by what they are."""
    if not may_be_rivals(one, other):
        return False
    mine, theirs = classes(one), classes(other)
    if mine & theirs or not (mine and theirs):
        if one.names and other.names and bool(mine) == bool(theirs):
            return True
        return _speak_for_themselves(one, other) or _speak_for_themselves(other, one)
    if is_vague(mine) or is_vague(theirs):
        return _are_no_officials(mine, theirs) or _are_no_officials(theirs, mine)
    return not may_be_one(mine, theirs) or hold_offices(one, other)


def _is_vaguer(vague: frozenset[str], known: frozenset[str]) -> bool:
    """Whether one side tells so little of who it is that it may be the other."""
    return bool(known) and is_vague(vague) and bool(vague) and not _are_no_officials(vague, known)


def _are_no_officials(vague: frozenset[str], known: frozenset[str]) -> bool:
    """Whether one side tells of officials, and the other of those nobody would call so."""
    return vague == {OFFICIALS} and not may_be_officials(known)


def _speak_for_themselves(known: Source, unknown: Source) -> bool:
    """Whether one is of people who speak for nobody else, and the other names an institution."""
    return are_people(classes(known)) and unknown.institution


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


def _look_like_one_name(one: Source, other: Source) -> bool:
    """Whether two named sources may be one in other letters, or a state, which has many names."""
    a, b = one.names, other.names
    if a and b and any(name.startswith("place:") for name in (*a, *b)):
        return True
    return any(look_alike(x, y) for x in a for y in b)


def _share_a_name(a: Sequence[str], b: Sequence[str]) -> bool:
    heard = {sound(name) for name in a if len(name) > 2}
    return any(sound(name) in heard for name in b if len(name) > 2)
