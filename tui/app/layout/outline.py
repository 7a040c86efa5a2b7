"""What stands in each column and in which order, before widths are known: one function a view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from tui.app.layout.column import SPACE, Item, Kind
from tui.model import SIDES, Article, Comparison, DetailKind, Which
from tui.rows import Row, aligned_rows
from tui.words import KINDS

__all__ = ["GAP", "Outline", "OutlineRow", "View", "outline"]


class View(StrEnum):
    """How the two reports are laid out."""

    PARALLEL = "parallel"
    """Each in its own order; the match of the current sentence is brought level."""
    ALIGNED = "aligned"
    """Row by row: matches beside each other, in the order of one of the two."""
    DIFFERENCES = "differences"
    """The aligned rows that differ, and no others, grouped by the kind of difference."""

    @property
    def next(self) -> View:
        """The view after this one, round and round."""
        views = list(View)
        return views[(views.index(self) + 1) % len(views)]


class OutlineRow(NamedTuple):
    """What stands side by side; in the parallel view only one side is ever given."""

    a: tuple[Item, ...] = ()
    b: tuple[Item, ...] = ()


GAP = OutlineRow((SPACE,), (SPACE,))
"""The blank line between rows."""


class Outline(NamedTuple):
    """The rows of a view. ``tied`` says that both sides of a row begin and end level."""

    rows: tuple[OutlineRow, ...]
    tied: bool


def outline(
    comparison: Comparison,
    view: View,
    *,
    furniture: bool = False,
    order: Which = "a",
    grave: Mapping[Which, Mapping[int, DetailKind]] | None = None,
) -> Outline:
    """Lay out a view.

    Args:
        comparison: The two articles and what is known of them.
        view: Which view.
        furniture: Whether page furniture and bylines are shown.
        order: Whose order the aligned rows follow.
        grave: For the differences view: the kind under which each sentence of either side that
            differs from its matches is listed; in a row that of the left sentence goes first.
    """
    if view is View.PARALLEL:
        a = _prose(comparison.a, furniture)
        b = _prose(comparison.b, furniture)
        return Outline((OutlineRow(a=a), OutlineRow(b=b)), tied=False)
    rows: Iterable[OutlineRow] = (_row(row, order) for row in _rows(comparison, furniture, order))
    if view is View.DIFFERENCES:
        rows = _grouped(rows, grave or {})
    return Outline(tuple(_spaced(rows)), tied=True)


def _prose(article: Article, furniture: bool) -> tuple[Item, ...]:
    items: list[Item] = []
    block = None
    for sentence in article.sentences:
        if not (furniture or sentence.is_content):
            continue
        if block is not None and sentence.block != block:
            items.append(SPACE)
        block = sentence.block
        items.append(Item(Kind.SENTENCE, sentence.index))
    return tuple(items)


def _rows(comparison: Comparison, furniture: bool, order: Which) -> list[Row]:
    """Aligned rows as seen from ``order``; ``Row.a`` is a sentence of that article."""
    seen = comparison if order == "a" else comparison.transposed()
    rows = list(aligned_rows(seen))
    if furniture:
        rows = _with_furniture(rows, seen)
    return rows


def _with_furniture(rows: list[Row], comparison: Comparison) -> list[Row]:
    """Put each piece of furniture, alone in a row, after the row of the sentence before it."""
    home: Mapping[Which, dict[int, int]] = {"a": {}, "b": {}}
    for number, row in enumerate(rows):
        for which, index in row.primaries:
            home[which][index] = number
    after: dict[int, list[Row]] = {}
    for which in SIDES:
        where = -1
        for sentence in comparison.article(which).sentences:
            where = home[which].get(sentence.index, where)
            if not sentence.is_content:
                alone = Row(sentence.index) if which == "a" else Row(None, (sentence.index,))
                after.setdefault(where, []).append(alone)
    laid = list(after.get(-1, ()))
    for index, row in enumerate(rows):
        laid += [row, *after.get(index, ())]
    return laid


def _row(row: Row, order: Which) -> OutlineRow:
    one = () if row.a is None else (Item(Kind.SENTENCE, row.a),)
    other = [Item(Kind.SENTENCE, j) for j in row.b]
    if row.echoes:
        other += [Item(Kind.ECHO, j) for j in row.echoes]
        other.sort(key=lambda item: item.sentence)
    return OutlineRow(one, tuple(other)) if order == "a" else OutlineRow(tuple(other), one)


def _grouped(
    rows: Iterable[OutlineRow], grave: Mapping[Which, Mapping[int, DetailKind]]
) -> Iterator[OutlineRow]:
    groups: dict[DetailKind, list[OutlineRow]] = {}
    for row in rows:
        if not (row.a and row.b):
            continue
        told = {"a": row.a, "b": row.b}
        kinds = [
            grave[which][item.sentence]
            for which in SIDES
            for item in told[which]
            if item.kind is Kind.SENTENCE and item.sentence in grave.get(which, {})
        ]
        if kinds:
            groups.setdefault(kinds[0], []).append(row)
    for kind, words in KINDS.items():
        if kind in groups:
            heading = f"{words} · {len(groups[kind])}"
            yield OutlineRow((Item(Kind.HEADING, words=heading),), (SPACE,))
            yield from groups[kind]


def _spaced(rows: Iterable[OutlineRow]) -> Iterator[OutlineRow]:
    for index, row in enumerate(rows):
        if index:
            yield GAP
        yield row
