"""Which differences may be claimed of a text: those its language's lexicons can be read for.

Where a lexicon lacks most words of a kind, "nobody was hurt" is read without its "nobody", and the
other report alone seems to deny. So ``data/coverage.toml`` says how many words and phrases which
tables hold at least, by kind, and what falls short of it is never told as a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from tui.data import languages, load
from tui.model import DetailKind, Divergence, Relation

__all__ = ["claimed", "covers", "untold"]

_ONLY = frozenset({Relation.ONLY_A, Relation.ONLY_B})
_HARMLESS = frozenset({Relation.AGREES, Relation.REWORDED})


def claimed(found: Iterable[Divergence], *langs: str) -> Iterator[Divergence]:
    """What may be said of texts in some languages.

    Args:
        found: The divergences of two texts.
        langs: The languages of both.

    Yields:
        Them without the differences that a language is not read well enough for.
    """
    for divergence in found:
        kind, relation = divergence.kind, divergence.relation
        if relation in _HARMLESS or all(covers(x, kind, only=relation in _ONLY) for x in langs):
            yield divergence


def untold(*langs: str) -> tuple[DetailKind, ...]:
    """The kinds of which no difference at all is claimed of texts in some languages."""
    return tuple(kind for kind in DetailKind if not all(covers(x, kind, only=False) for x in langs))


@cache
def covers(lang: str, kind: DetailKind, *, only: bool) -> bool:
    """Whether the lexicons of a language hold enough for a difference of a kind.

    Args:
        lang: ISO 639-1 code.
        kind: The kind of detail.
        only: Whether the difference is that one report alone tells it, which takes more: nothing
            may stand there unread.
    """
    needed = load("coverage")
    least: dict[str, int] = dict(needed["told"].get(kind.value, {}))
    if only:
        least.update(needed["only"].get(kind.value, {}))
    return all(_entries(table, lang) >= count for table, count in least.items())


@cache
def _entries(table: str, lang: str) -> int:
    """How many words and phrases a table such as ``lexicon.reporting.verbs`` holds."""
    area, *path = table.split(".")
    if lang not in languages(area):
        return 0
    found: Any = load(f"{area}/{lang}")
    for name in path:
        found = found.get(name, {})
    return _leaves(found)


def _leaves(table: Any) -> int:
    if isinstance(table, Mapping):
        return sum(map(_leaves, table.values()))
    return sum(map(_leaves, table)) if isinstance(table, list) else 1
