"""The whole of a column in as many cells as the window has lines: where what is to be found."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import IntEnum
from typing import NamedTuple

from tui.app.layout.column import Column
from tui.model import Divergence, Relation
from tui.words import SEVERITY

__all__ = ["Passage", "Spot", "overview", "window"]


class Passage(IntEnum):
    """What a part of a report is to the other report; the higher is seen first."""

    NOTHING = 0
    """No sentence of the report."""
    LINKED = 1
    ONE_SIDED = 2
    """A sentence without a match."""


class Spot(NamedTuple):
    """What one cell stands for: the passage, and the gravest difference in it."""

    passage: Passage = Passage.NOTHING
    relation: Relation | None = None


def overview(
    column: Column,
    gravest: Mapping[int, Divergence],
    linked: Collection[int],
    unmatched: Collection[int],
    height: int,
) -> list[Spot]:
    """What each cell of the overview stands for.

    Args:
        column: The column.
        gravest: The gravest difference of each sentence that has one.
        linked: Sentences with a match.
        unmatched: Sentences without one.
        height: Cells there are.
    """
    passages = [Passage.NOTHING] * height
    relations: list[Relation | None] = [None] * height
    total = max(column.height, height, 1)

    def cells(sentence: int) -> range:
        extent = column.extent(sentence)
        if extent is None:
            return range(0)
        first, last = (min(y * height // total, height - 1) for y in extent)
        return range(first, max(last, first + 1))

    for passage, sentences in ((Passage.LINKED, linked), (Passage.ONE_SIDED, unmatched)):
        for sentence in sentences:
            for y in cells(sentence):
                passages[y] = max(passages[y], passage)
    for sentence, divergence in gravest.items():
        for y in cells(sentence):
            held = relations[y]
            if held is None or SEVERITY[divergence.relation] < SEVERITY[held]:
                relations[y] = divergence.relation
    return [Spot(p, r) for p, r in zip(passages, relations, strict=True)]


def window(column: Column, top: int, height: int) -> range:
    """The cells of the overview that stand for what is in the window."""
    total = max(column.height, height, 1)
    first = min(max(top, 0), total) * height // total
    last = -(-min(max(top + height, 0), total) * height // total)
    return range(first, max(last, first + 1))
