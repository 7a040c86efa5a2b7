"""What kind of source speaks, and whether two kinds may be one: police, a company, relatives.

A source is described by groups ("police"), by the office of a name ("Mayor Brenk") or by both. The
classes are the concepts of the lexicons; ``tui/data/sources.toml`` says how they relate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from tui.data import load
from tui.details.text_values import Source

__all__ = ["are_people", "classes", "hold_offices", "is_vague", "may_be_officials", "may_be_one"]

OFFICIALS = "officials"


class _Classes(NamedTuple):
    """The tables of the data file; ``may_be`` holds each pair in both directions."""

    vague: frozenset[str]
    people: frozenset[str]
    heads: frozenset[str]
    authorities: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    may_be: frozenset[tuple[str, str]]


@cache
def _tables() -> _Classes:
    raw = load("sources")
    pairs = {(one, other) for one, others in raw["may_be"].items() for other in others}
    return _Classes(
        vague=frozenset(raw["vague"]),
        people=frozenset(raw["people"]),
        heads=frozenset(raw["heads"]),
        authorities=frozenset(raw["authorities"]),
        offices={office: frozenset(groups) for office, groups in raw["offices"].items()},
        may_be=frozenset(pairs | {(other, one) for one, other in pairs}),
    )


def classes(source: Source) -> frozenset[str]:
    """The classes a source may be of; the vague ones only where it has no other.

    "A police spokesman" is of the police; of an office without a group the one its holder speaks
    for counts.
    """
    tables = _tables()
    told = frozenset(source.groups) - tables.vague
    told = told & tables.heads or told
    held = [tables.offices[office] for office in source.offices if office in tables.offices]
    return told or frozenset().union(*held) or frozenset(source.groups)


def hold_offices(one: Source, other: Source) -> bool:
    """Whether both sources are of one office, and of different ones: a minister, a mayor."""
    known = _tables().offices.keys()
    mine, theirs = known & set(one.offices), known & set(other.offices)
    return bool(mine and theirs) and not mine & theirs


def is_vague(found: Iterable[str]) -> bool:
    """Whether classes tell so little that a more exact source may be meant."""
    return _tables().vague.issuperset(found)


def are_people(found: frozenset[str]) -> bool:
    """Whether classes are of those who speak for themselves only."""
    return bool(found) and _tables().people.issuperset(found)


def may_be_officials(found: frozenset[str]) -> bool:
    """Whether a report may call sources of these classes "officials"."""
    return not found.isdisjoint(_tables().authorities | _tables().vague)


def may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a class of one side may be meant by the name of one of the other's."""
    return any((x, y) in _tables().may_be for x in one for y in other)
