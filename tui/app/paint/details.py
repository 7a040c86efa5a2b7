"""The divergences of a sentence as a table of lines: sign, kind, what A says, what B says, how."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.app.layout.wrap import visible, wrap
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.inks import Inks
from tui.app.paint.line import elided, padded
from tui.app.reading.evidence import reasons
from tui.app.reading.state import Reading
from tui.app.reading.wordings import changed_words
from tui.model import SIDES, Divergence, Which, other
from tui.words import KINDS, plain

__all__ = ["LEAD", "detail_lines", "reason_lines"]

KIND = 14
"""Cells of the column that names the kind."""

GAP = 2
"""Cells between columns."""

SURE = 18
"""Cells of the column that says where a link leads and how sure it is."""

LEAD = 3
"""Cells before them: the bar of the difference stopped at, its sign, a space."""

NAME = 3
"""Cells before a side of its own line: A or B, and a gap."""

TABLE = 60
"""The narrowest table; in less room the sides stand one below the other."""


class _Cell(NamedTuple):
    """A text to be wrapped, its style, and the stretches of it that stand out in another."""

    text: str
    style: Style
    strong: Sequence[tuple[int, int]] = ()
    strong_style: Style = Style.null()


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


def reason_lines(reading: Reading, width: int, inks: Inks, glyphs: Glyphs) -> list[list[Segment]]:
    """Paint the links of the current sentence: where they lead, how sure they are, and why."""
    across = other(reading.place.which)
    article = reading.article(across)
    lines: list[list[Segment]] = []
    for reason in reasons(reading):
        sentence = article.sentences[reason.sentence]
        number = article.paragraph_numbers[sentence.block]
        where = f"{across.upper()} {glyphs.words('¶')}{number}" if number else across.upper()
        # The sentence stands in the pane above; its beginning is enough to know it by.
        room = width - LEAD if width < TABLE else (width - LEAD) // 3
        begins = elided(visible(sentence.flat), room - GAP, glyphs.ellipsis)
        sure = f"{where}  {reason.score} sure"
        lead = [Segment(" "), Segment(f"{glyphs.linked} ", inks["match-bar"])]
        if width < TABLE:
            told = [_Cell(sure, inks["text"]), _Cell(begins, inks["facts"])]
            rows = _stack([*told, _Cell(reason.words, inks["text"])], width, Style.null())
        else:
            columns = [
                (_Cell(sure, inks["text"]), SURE),
                (_Cell(begins, inks["facts"]), room),
                (_Cell(reason.words, inks["text"]), width - LEAD - SURE - room),
            ]
            rows = _table(columns, Style.null())
        lines += _led(rows, lead, width, Style.null())
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
    words = glyphs.words(plain(reading.comparison, divergence, reading.place.which))
    kind = KINDS[divergence.kind]
    a, b = (_side(divergence, which, inks, glyphs) for which in SIDES)
    lead = [
        Segment(glyphs.current if chosen else " ", ground + inks["bar"]),
        Segment(
            f"{glyphs.relation(divergence.relation)} ", ground + inks.sign(divergence.relation)
        ),
    ]
    if width < TABLE:
        names = [_Cell(which.upper(), inks["kind"]) for which in SIDES]
        rows = _stack([_Cell(f"{kind}: {words}", inks["facts"])], width, ground)
        for name, side in zip(names, (a, b), strict=True):
            rows += _table([(name, NAME), (side, width - LEAD - NAME)], ground)
    else:
        room = width - LEAD - KIND
        told = room * 3 // 10  # in a window of 120 cells the longest relation is one line
        each = (room - told) // 2
        columns = [
            (_Cell(kind, inks["kind"]), KIND),
            (a, each),
            (b, each),
            (_Cell(words, inks["facts"]), told),
        ]
        rows = _table(columns, ground)
    return _led(rows, lead, width, ground)


def _side(divergence: Divergence, which: Which, inks: Inks, glyphs: Glyphs) -> _Cell:
    """What one side says; of a passage that the other words otherwise, the changed words."""
    side = divergence.side(which)
    if side is None:
        return _Cell(glyphs.dash, inks["void"])
    text, start = side.detail.text, side.detail.start
    strong = [(s - start, e - start) for s, e in changed_words(divergence, which)]
    style = inks["facts" if strong else "text"]
    return _Cell(text, style, strong, inks.relation(divergence.relation) + inks["changed"])


def _led(
    rows: Sequence[list[Segment]], lead: list[Segment], width: int, ground: Style
) -> list[list[Segment]]:
    """Lines with their sign before the first, padded to the width."""
    blank = [lead[0], Segment("  ", ground)]
    return [padded([*(blank if k else lead), *row], width, ground) for k, row in enumerate(rows)]


def _stack(cells: Sequence[_Cell], width: int, ground: Style) -> list[list[Segment]]:
    """Texts one below the other."""
    return [row for cell in cells for row in _wrapped(cell, width - LEAD, ground)]


def _table(columns: Sequence[tuple[_Cell, int]], ground: Style) -> list[list[Segment]]:
    """Texts side by side, each wrapped to its column less a gap of two cells."""
    wrapped = [_wrapped(cell, width - GAP, ground) for cell, width in columns]
    rows = []
    for lines in zip_longest(*wrapped, fillvalue=()):
        row: list[Segment] = []
        for line, (_, width) in zip(lines, columns, strict=True):
            row += padded([*line], width, ground)
        rows.append(row)
    return rows


def _wrapped(cell: _Cell, width: int, ground: Style) -> list[list[Segment]]:
    shown = visible(cell.text)
    lines = []
    for start, end in wrap(shown, max(width, 2)):
        borders = {start, end}
        for span in cell.strong:
            borders.update(min(max(border, start), end) for border in span)
        lines.append(
            [
                Segment(shown[left:right], ground + _style(cell, left))
                for left, right in pairwise(sorted(borders))
            ]
        )
    return lines


def _style(cell: _Cell, at: int) -> Style:
    return cell.strong_style if any(s <= at < e for s, e in cell.strong) else cell.style
