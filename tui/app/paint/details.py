"""The divergences of a sentence as a table of lines: sign, kind, what A says, what B says, how."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.segment import Segment
from rich.style import Style

from tui.app.layout.wrap import visible, wrap
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.inks import Inks
from tui.app.paint.line import padded
from tui.app.reading.state import Reading
from tui.model import Divergence, Which
from tui.words import KINDS, plain

__all__ = ["detail_lines"]

KIND = 14
"""Cells of the column that names the kind."""

GAP = 2
"""Cells between columns."""

LEAD = 3
"""Cells before them: the bar of the difference stopped at, its sign, a space."""

TABLE = 60
"""The narrowest table; in less room the sides stand one below the other."""

SIDES: tuple[Which, Which] = ("a", "b")


def detail_lines(
    reading: Reading, numbers: Sequence[int], width: int, inks: Inks, glyphs: Glyphs
) -> list[tuple[int, list[Segment]]]:
    """Paint a table of divergences, wrapped, never cut.

    Args:
        reading: What is read.
        numbers: The indices of the divergences, in the order to show.
        width: Cells there are.
        inks: The styles.
        glyphs: The signs.

    Returns:
        Lines, each with the index of the divergence it belongs to.
    """
    lines: list[tuple[int, list[Segment]]] = []
    for number in numbers:
        divergence = reading.comparison.divergences[number]
        chosen = number == reading.difference
        lines += [
            (number, line)
            for line in _entry(reading, divergence, width, chosen=chosen, inks=inks, glyphs=glyphs)
        ]
    return lines


def _entry(
    reading: Reading,
    divergence: Divergence,
    width: int,
    *,
    chosen: bool,
    inks: Inks,
    glyphs: Glyphs,
) -> list[list[Segment]]:
    ground = inks["current"] if chosen else Style.null()
    words = plain(reading.comparison, divergence, reading.place.which)
    kind = KINDS[divergence.kind]
    a, b = (_side(divergence, which, glyphs) for which in SIDES)
    said_a, said_b = (inks["text" if side else "void"] for side in (divergence.a, divergence.b))
    lead = [
        Segment(glyphs.current if chosen else " ", ground + inks["bar"]),
        Segment(
            f"{glyphs.relation(divergence.relation)} ", ground + inks.sign(divergence.relation)
        ),
    ]
    if width < TABLE:
        cells = [(f"{kind}: {words}", inks["facts"]), (f"A {a}", said_a), (f"B {b}", said_b)]
        room = width - LEAD
        rows = [
            [Segment(line, ground + style)]
            for text, style in cells
            for line in _wrapped(text, room)
        ]
    else:
        told = width // 4
        each = (width - LEAD - KIND - told) // 2
        columns = [
            (kind, KIND, inks["kind"]),
            (a, each, said_a),
            (b, each, said_b),
            (words, told, inks["facts"]),
        ]
        rows = _table(columns, ground)
    blank = [lead[0], Segment("  ", ground)]
    return [padded([*(blank if k else lead), *row], width, ground) for k, row in enumerate(rows)]


def _table(columns: Sequence[tuple[str, int, Style]], ground: Style) -> list[list[Segment]]:
    """Texts side by side, each wrapped to its column less a gap of two cells."""
    wrapped = [_wrapped(text, width - GAP) for text, width, _ in columns]
    rows = []
    for texts in zip_longest(*wrapped, fillvalue=""):
        row: list[Segment] = []
        for text, (_, width, style) in zip(texts, columns, strict=True):
            row += padded([Segment(text, ground + style)], width, ground)
        rows.append(row)
    return rows


def _side(divergence: Divergence, which: Which, glyphs: Glyphs) -> str:
    side = divergence.a if which == "a" else divergence.b
    return glyphs.dash if side is None else side.detail.text


def _wrapped(text: str, width: int) -> list[str]:
    shown = visible(text)
    return [shown[start:end] for start, end in wrap(shown, max(width, 2))]
