"""The gutter's cells as segments, each wire in the colour of what it connects."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.segment import Segment
from rich.style import Style

from tui.app.layout.gutter import EAST, WEST, Cell
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.inks import Inks
from tui.model import Relation

__all__ = ["wire"]


def wire(
    cells: Sequence[Cell], tones: Sequence[Relation | None], inks: Inks, glyphs: Glyphs
) -> list[Segment]:
    """One line of the gutter; a link that runs straight across bears its relation's sign."""
    segments = []
    middle = len(cells) // 2
    straight = len(cells) > 2 and all(
        cell.arms == EAST | WEST and cell.net == cells[0].net for cell in cells
    )
    painted = [(glyphs.cell(cell), _style(cell, tones, inks)) for cell in cells]
    if straight and (tone := tones[cells[0].net]) is not None:
        sign = glyphs.relation(tone)
        painted[middle] = (sign, painted[middle][1] + Style(bold=True))
    for style, run in groupby(painted, key=lambda pair: pair[1]):
        segments.append(Segment("".join(sign for sign, _ in run), style))
    return segments


def _style(cell: Cell, tones: Sequence[Relation | None], inks: Inks) -> Style:
    if cell.net < 0:
        return Style.null()
    return inks.wire(tones[cell.net], strong=cell.strong)
