"""The towns there are, and what they lie in: 13,700 of GeoNames, by their names abroad too."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from tui.data import read_lines

__all__ = ["Town", "towns"]


class Town(NamedTuple):
    """A town by the code of what it lies in (ISO 3166-1 or -2) and its bare name in English."""

    region: str
    name: str


@cache
def _lines() -> tuple[str, ...]:
    return read_lines("places/cities.txt")


@lru_cache(maxsize=8192)
def towns(name: str) -> frozenset[Town]:
    """All towns of a name.

    Args:
        name: The name's bare words, in any language, one space apart.

    Returns:
        Several where towns share a name; none where no town of size has it. The file is sorted, so
        it is searched without being parsed.
    """
    lines, begin = _lines(), f"{name}\t"
    found = set()
    for at in range(bisect_left(lines, begin), len(lines)):
        if not lines[at].startswith(begin):
            break
        _, region, *own = lines[at].split("\t")
        found.add(Town(region, own[0] if own else name))
    return frozenset(found)
