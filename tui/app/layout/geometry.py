"""How the cells of a line are shared out between the panes and the gutter."""

from __future__ import annotations

from typing import NamedTuple

from tui.model import Which

__all__ = ["HEADING", "MARGIN", "MEASURE", "Geometry", "geometry"]

MARGIN = 3
"""Cells before the text of a pane: the bar of the current sentence, a relation's sign, a space."""

EDGE = 2
"""Cells behind it: a space, and on the outer edge the overview."""

HEADING = 2
"""Lines above the text: the report's name, and a rule with its facts."""

MEASURE = 88
"""The longest line of text in cells: longer ones are tiring to read."""

TWO_PANES = 70
"""The narrowest window that holds both reports."""

LEAST_TEXT = 20
"""The narrowest text a moved divider leaves."""


class Geometry(NamedTuple):
    """Widths in cells. In single-pane windows one side has width 0, and there is no gutter.

    Attributes:
        width: All of it.
        text_a: The left text.
        text_b: The right text.
        gutter: Between the panes.
        outer: What is left over on the left.
    """

    width: int
    text_a: int
    text_b: int
    gutter: int
    outer: int = 0

    def text(self, which: Which) -> int:
        """The width of one side's text."""
        return self.text_a if which == "a" else self.text_b

    def pane(self, which: Which) -> int:
        """The width of one side with its margins, 0 when it is not shown."""
        text = self.text(which)
        return text + MARGIN + EDGE if text else 0

    @property
    def outer_right(self) -> int:
        """What is left over on the right."""
        return self.width - self.outer - self.pane("a") - self.gutter - self.pane("b")

    @property
    def start_b(self) -> int:
        """The first cell of the right pane."""
        return self.outer + self.pane("a") + self.gutter

    def side_at(self, x: int) -> Which | None:
        """The side that a cell belongs to; ``None`` in the gutter."""
        if not self.text_b or (self.text_a and x < self.outer + self.pane("a")):
            return "a"
        if not self.text_a or x >= self.start_b:
            return "b"
        return None


def geometry(
    width: int,
    *,
    active: Which,
    zoomed: bool = False,
    share: float = 0.5,
    measure: int = MEASURE,
) -> Geometry:
    """Share out a window's width.

    Args:
        width: Cells there are.
        active: The side that is shown where there is room for one.
        zoomed: Whether only that side is wanted.
        share: The left side's share of what there is for text.
        measure: The longest line of text.
    """
    if zoomed or width < TWO_PANES:
        text = max(min(width - MARGIN - EDGE, measure), 2)
        outer = max((width - text - MARGIN - EDGE) // 2, 0)
        return Geometry(width, *((text, 0) if active == "a" else (0, text)), 0, outer)
    gutter = 5 if width < 100 else 7 if width < 160 else 9
    room = width - 2 * (MARGIN + EDGE) - gutter
    text_a = min(max(int(room * share), LEAST_TEXT), room - LEAST_TEXT)
    text_a, text_b = min(text_a, measure), min(room - text_a, measure)
    return Geometry(width, text_a, text_b, gutter, (room - text_a - text_b) // 2)
