"""What lies under the pointer: a cell of the window as a point in a report's text."""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes

from tui.app.layout.column import Ink
from tui.app.layout.direction import is_leftward
from tui.app.layout.geometry import MARGIN
from tui.app.layout.wrap import visible
from tui.app.reading.selection import Caret, Selection
from tui.app.reading.window import Window
from tui.model import Which

__all__ = ["caret_at", "drawn"]


def caret_at(window: Window, which: Which, x: int, y: int) -> Caret | None:
    """The point of a side's text nearest to a cell.

    Args:
        window: What is seen.
        which: The side; the cell may lie beside it, and then counts as its nearer edge.
        x: The cell's column, from the left edge of the window.
        y: Its line, from the first line of text.

    Returns:
        A translation, or a blank line, counts as the end of the text above it. ``None`` where
        there is no text.
    """
    column, shape = window.sheet.column(which), window.geometry
    y += window.tops.of(which)
    line = column.line(y)
    if line.ink is not Ink.TEXT:
        sentence = column.sentence_at(y)
        if sentence is None:
            return None
        top = column.top(sentence)
        begins = top is not None and y < top
        text = window.reading.article(which).sentences[sentence].text
        return Caret(sentence, 0 if begins else len(text))
    # Behind the overview's edge on the left come the bar, the sign and a space.
    start = (shape.outer + 1 if which == "a" else shape.start_b) + MARGIN
    whole = window.reading.article(which).sentences[line.sentence].text
    text = visible(whole)[line.start : line.end]
    if is_leftward(whole):
        start += shape.text(which) - cell_len(text)
    return Caret(line.sentence, line.start + _offset(text, x - start))


def _offset(text: str, cell: int) -> int:
    """The code points before the border between characters nearest to a cell."""
    used = 0
    for begin, _, width in split_graphemes(text)[0]:
        if cell < used + (width + 1) // 2:
            return begin
        used += width
    return len(text)


def drawn(
    window: Window, start: tuple[int, int], end: tuple[int, int], which: Which
) -> Selection | None:
    """The selection of a pointer that was drawn over the window.

    Within the report it began in it selects text; over in the other report it selects rows: the
    sentences that it passes, of both.

    Args:
        window: What is seen.
        start: Where it was pressed: column and line.
        end: Where it is.
        which: The report in which it was pressed.
    """
    anchor, head = (caret_at(window, which, x, y) for x, y in (start, end))
    if anchor is None or head is None:
        return None
    side = window.geometry.side_at(end[0])
    if side in (None, which):
        return Selection(which, anchor, head)
    across = [caret_at(window, side, end[0], y) for _, y in (start, end)]
    rows = sorted(caret.sentence for caret in across if caret is not None)
    return Selection(which, anchor, head, (rows[0], rows[-1]) if rows else None)
