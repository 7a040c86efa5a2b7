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

KIND = 12
"""Cells of the column that names the kind."""


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
    told = width // 4 if width >= 60 else width // 5
    each = (width - KIND - told - 10) // 2
    a, b = (_side(divergence, which, glyphs) for which in ("a", "b"))
    columns = [
        (_wrapped(KINDS[divergence.kind], KIND), KIND, inks["kind"]),
        (_wrapped(a, each), each, inks["text"] if divergence.a else inks["void"]),
        (_wrapped(b, each), each, inks["text"] if divergence.b else inks["void"]),
        (_wrapped(words, told), told, inks["facts"]),
    ]
    rows = []
    cells = zip_longest(*(texts for texts, _, _ in columns), fillvalue="")
    for index, texts in enumerate(cells):
        bar = glyphs.current if chosen else " "
        sign = glyphs.relation(divergence.relation) if index == 0 else " "
        row = [
            Segment(bar, ground + inks["bar"]),
            Segment(f"{sign} ", ground + inks.sign(divergence.relation)),
        ]
        for text, (_, room, style) in zip(texts, columns, strict=True):
            row += padded([Segment(text, ground + style)], room, ground)
            row.append(Segment("  ", ground))
        rows.append(padded(row, width, ground))
    return rows


def _side(divergence: Divergence, which: Which, glyphs: Glyphs) -> str:
    side = divergence.a if which == "a" else divergence.b
    return glyphs.dash if side is None else side.detail.text


def _wrapped(text: str, width: int) -> list[str]:
    shown = visible(text)
    return [shown[start:end] for start, end in wrap(shown, max(width, 2))]
