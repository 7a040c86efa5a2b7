"""Both columns of a view at a given width, and how far each is scrolled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.app.layout.column import SPACE, Column, Item, Kind
from tui.app.layout.outline import GAP, Outline
from tui.app.layout.typeset import Typesetter
from tui.model import Which, other

__all__ = ["Sheet", "Tops", "follow", "make_sheet", "scrolled"]

_VOID = Item(Kind.VOID)


class Sheet(NamedTuple):
    """The two columns. ``tied`` ones are level row by row and scroll as one."""

    a: Column
    b: Column
    tied: bool

    def column(self, which: Which) -> Column:
        """The column of one side."""
        return self.a if which == "a" else self.b


class Tops(NamedTuple):
    """The line of each column at the top of the window; negative leaves blank lines above."""

    a: int = 0
    b: int = 0

    def of(self, which: Which) -> int:
        """The top line of one side."""
        return self.a if which == "a" else self.b

    def having(self, which: Which, top: int) -> Tops:
        """These tops with one side changed."""
        return Tops(top, self.b) if which == "a" else Tops(self.a, top)


def make_sheet(outline: Outline, a: Typesetter, b: Typesetter) -> Sheet:
    """Set an outline's columns.

    In a tied outline each row is as high as its taller side; the shorter is filled with blank
    lines, a side that has nothing with a void.
    """
    if not outline.tied:
        return Sheet(
            _loose([item for row in outline.rows for item in row.a], a),
            _loose([item for row in outline.rows for item in row.b], b),
            tied=False,
        )
    items_a: list[Item] = []
    items_b: list[Item] = []
    heights_a: list[int] = []
    heights_b: list[int] = []
    for row in outline.rows:
        if row is GAP:
            items_a.append(SPACE)
            items_b.append(SPACE)
            heights_a.append(1)
            heights_b.append(1)
            continue
        tall_a = [a.height(item) for item in row.a]
        tall_b = [b.height(item) for item in row.b]
        height = max(sum(tall_a), sum(tall_b), 1)
        _fill(row.a, tall_a, height, items_a, heights_a)
        _fill(row.b, tall_b, height, items_b, heights_b)
    return Sheet(
        Column(items_a, heights_a, a.lines), Column(items_b, heights_b, b.lines), tied=True
    )


def _loose(items: Sequence[Item], setter: Typesetter) -> Column:
    return Column(items, [setter.height(item) for item in items], setter.lines)


def _fill(
    row: Sequence[Item], tall: Sequence[int], height: int, items: list[Item], heights: list[int]
) -> None:
    if not row:
        items.append(_VOID)
        heights.append(height)
        return
    items += row
    heights += tall
    if missing := height - sum(tall):
        items.append(SPACE)
        heights.append(missing)


def follow(
    sheet: Sheet,
    tops: Tops,
    height: int,
    *,
    which: Which,
    sentence: int,
    matches: Sequence[int],
) -> Tops:
    """Scroll as little as shows a sentence with some lines around it, and bring its match level.

    Args:
        sheet: The columns.
        tops: How they stand now.
        height: Lines of the window.
        which: The side being read.
        sentence: Its current sentence.
        matches: The sentences of the other side linked to it, best first.

    Returns:
        The new tops. In an untied sheet the other side moves so that its best match begins on
        the same line of the window; without a match it stays. Where that would leave much of the
        other side blank, before its first line or behind its last, both sides move further.
    """
    column = sheet.column(which)
    extent = column.extent(sentence)
    if extent is None:
        return Tops() if sheet.tied else tops
    top = _shown(tops.of(which), extent, column.height, height)
    if sheet.tied:
        return _gathered(sheet, Tops(top, top), height)
    tops = tops.having(which, top)
    across = other(which)
    found = next((y for j in matches if (y := sheet.column(across).top(j)) is not None), None)
    if found is None:
        return tops
    tops = _gathered(sheet, tops.having(across, found - (extent[0] - top)), height)
    by = _filling(sheet, tops, height, which, extent)
    return Tops(tops.a + by, tops.b + by)


def _gathered(sheet: Sheet, tops: Tops, height: int) -> Tops:
    """Both columns moved alike where both leave lines blank at the same end of the window."""
    above = min(-tops.a, -tops.b)
    if above > 0:
        return Tops(tops.a + above, tops.b + above)
    below = min(tops.a + height - sheet.a.height, tops.b + height - sheet.b.height)
    below = min(below, max(tops.a, tops.b))
    return Tops(tops.a - below, tops.b - below) if below > 0 else tops


def _filling(sheet: Sheet, tops: Tops, height: int, which: Which, extent: tuple[int, int]) -> int:
    """By how much both sides are to move so that fewer lines of the other side are blank.

    The extent keeps its margins, and its own side does not move beyond its ends for it.
    """
    column, top = sheet.column(which), tops.of(which)
    across = other(which)
    beside, level = sheet.column(across), tops.of(across)
    begin, end = extent
    margin = _margin(extent, height)
    above, below = -level, level + height - beside.height
    if above > 0:
        return max(min(above, begin - top - margin, column.height - height - top), 0)
    if below > 0:
        return -max(min(below, level, top, height - margin - (end - top)), 0)
    return 0


def _margin(extent: tuple[int, int], height: int) -> int:
    """The lines to be seen around an extent, as far as there is room."""
    begin, end = extent
    return max(min(height // 5, (height - (end - begin)) // 2), 0)


def _shown(top: int, extent: tuple[int, int], total: int, height: int) -> int:
    """The top nearest to ``top`` that shows an extent, with a margin where there is room."""
    begin, end = extent
    margin = _margin(extent, height)
    wanted = top
    if end + margin - wanted > height:
        wanted = end + margin - height
    wanted = min(wanted, begin - margin)
    if wanted == top:
        return top
    return max(min(wanted, total - height), 0)


def scrolled(sheet: Sheet, tops: Tops, which: Which, lines: int, height: int) -> Tops:
    """Scroll by lines, both sides alike, until the side under the hand is at its end."""
    top = tops.of(which)
    least, most = min(top, 0), max(top, sheet.column(which).height - height, 0)
    by = min(max(top + lines, least), most) - top
    return Tops(tops.a + by, tops.b + by)
