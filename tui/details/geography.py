"""Landscape and regions by language, and which place lies in which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from tui.data import load
from tui.details.gazetteer import towns
from tui.details.text_values import Name
from tui.details.words import bare, words

__all__ = [
    "inner",
    "landscape",
    "lie_apart",
    "may_lie_in",
    "may_overlap",
    "regions",
    "sort_of_place",
]

PLACE = "place:"

_NARROW = frozenset({"river", "lake", "mountain"})
"""Sorts of places in which no town lies."""

_ACROSS_BORDERS = frozenset({"", "mountains", "sea", "desert"})
"""Sorts of places that lie in several states, in parts."""


@cache
def _features() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Codes with the sort of place and its names by language."""
    return {
        code if code[:1].isupper() else f"QO-{code}": (sort, names)
        for sort, table in load("geography").items()
        if sort != "within"
        for code, names in table.items()
    }


def landscape(lang: str) -> Iterator[tuple[str, str]]:
    """The names of rivers, mountains, regions in a language, each with its code."""
    for code, (_, names) in _features().items():
        for form in names.get(lang, names.get("any", "")).split("|"):
            if form:
                yield form, code


def sort_of_place(key: str) -> str:
    """What a place known by its code is ("river"), ``""`` if that is not known."""
    return _features().get(key.removeprefix(PLACE), ("", {}))[0] if key.startswith(PLACE) else ""


@cache
def _parents() -> Mapping[str, tuple[str, ...]]:
    """What each code lies in directly, by the tables alone."""
    parents: dict[str, list[str]] = {}
    within: Mapping[str, Any] = load("geography")["within"]
    for outer, members in within.items():
        for member in members.split():
            parents.setdefault(member, []).append(outer)
    for code, (_, names) in _features().items():
        if "within" in names:
            parents.setdefault(code, []).append(names["within"])
    return {code: tuple(found) for code, found in parents.items()}


@lru_cache(maxsize=4096)
def _all_around(code: str) -> frozenset[str]:
    """A code with all that it lies in."""
    found, open_ends = {code}, [code]
    while open_ends:
        inside = open_ends.pop()
        around = list(_parents().get(inside, ()))
        country = inside.replace("/", "-").partition("-")[0]
        if country not in {inside, "QO"}:
            around.append(country)
        for outer in around:
            if outer not in found:
                found.add(outer)
                open_ends.append(outer)
    return frozenset(found)


@lru_cache(maxsize=4096)
def _regions(key: str, full: str) -> frozenset[str]:
    known = {town.region for town in towns(" ".join(bare(word.text) for word in words(full)))}
    if key.startswith(PLACE):
        code = key.removeprefix(PLACE)
        country, slash, _ = code.partition("/")
        known = {r for r in known if r.partition("-")[0] == country} if slash else set()
        return frozenset().union(_all_around(code) - {code}, *map(_all_around, known))
    return frozenset().union(*map(_all_around, known)) if ":" not in key else frozenset()


def regions(name: Name) -> frozenset[str]:
    """The codes of all that a place lies in; of towns that share a name, of any of them.

    Returns:
        Codes of ISO 3166 and UN M49; none for what no table has, as for a person.
    """
    return _regions(name.key, name.full)


def inner(a: Name, b: Name) -> Name | None:
    """Which of two places lies in the other: a town in its region, a country in its continent."""
    for one, other in ((a, b), (b, a)):
        if other.key.startswith(PLACE) and other.key.removeprefix(PLACE) in regions(one):
            return one
        if ":" not in one.key and one.full.startswith(f"{other.full}-"):
            return one  # "Hamburg-Altona"
    return None


def may_lie_in(a: Name, b: Name) -> bool:
    """Whether one is a country, a region or a sea and the other may be a place in it.

    So it is where nothing is known of the other: no table has every village.
    """
    coded = [name for name in (a, b) if _is_wide(name.key)]
    if len(coded) != 1:
        return False
    other = b if coded[0] is a else a
    known = regions(other)
    if ":" in other.key and "/" not in other.key:
        return False
    if not known:
        return ":" not in other.key
    return not known.isdisjoint(_parents().get(coded[0].key.removeprefix(PLACE), ()))


def lie_apart(a: Name, b: Name) -> bool:
    """Whether two names are of towns of two regions, or of two countries."""
    one, other = _divisions(a), _divisions(b)
    return bool(one and other) and one.isdisjoint(other)


def _divisions(name: Name) -> frozenset[str]:
    """The divisions of countries that a place may lie in; its countries where none is known."""
    codes = frozenset(code for code in regions(name) if not code.startswith("QO"))
    divisions = frozenset(code for code in codes if "-" in code)
    return divisions or frozenset(code for code in codes if code.isalpha())


def may_overlap(a: Name, b: Name) -> bool:
    """Whether one is a landscape and the other is told by state borders: the Alps and Tyrol."""
    landscapes = [
        name.key.startswith(f"{PLACE}QO-") and sort_of_place(name.key) in _ACROSS_BORDERS
        for name in (a, b)
    ]
    coded = a.key.startswith(PLACE) and b.key.startswith(PLACE)
    return coded and landscapes.count(True) == 1


def _is_wide(key: str) -> bool:
    return key.startswith(PLACE) and "/" not in key and sort_of_place(key) not in _NARROW
