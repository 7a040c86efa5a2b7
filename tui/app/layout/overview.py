"""The whole of a column in as many cells as the window has lines: where what is to be found."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tui.app.layout.column import Column
from tui.model import Divergence, Relation
from tui.words import SEVERITY

__all__ = ["overview", "window"]


def overview(
    column: Column,
    gravest: Mapping[int, Divergence],
    unmatched: Collection[int],
    height: int,
    only: Relation,
) -> list[Relation | None]:
    """The gravest relation within the part of the column that each cell stands for.

    Args:
        column: The column.
        gravest: The gravest difference of each sentence that has one.
        unmatched: Sentences without a match; they are shown as ``only``.
        height: Cells there are.
        only: The one-sided relation of this column.
    """
    cells: list[Relation | None] = [None] * height
    total = max(column.height, 1)

    def put(sentence: int, relation: Relation) -> None:
        extent = column.extent(sentence)
        if extent is None:
            return
        first, last = (min(y * height // max(total, height), height - 1) for y in extent)
        for y in range(first, max(last, first + 1)):
            held = cells[y]
            if held is None or SEVERITY[relation] < SEVERITY[held]:
                cells[y] = relation

    for sentence in unmatched:
        put(sentence, only)
    for sentence, divergence in gravest.items():
        put(sentence, divergence.relation)
    return cells


def window(column: Column, top: int, height: int) -> range:
    """The cells of the overview that stand for what is in the window."""
    total = max(column.height, height, 1)
    first = min(max(top, 0), total) * height // total
    last = -(-min(max(top + height, 0), total) * height // total)
    return range(first, max(last, first + 1))
