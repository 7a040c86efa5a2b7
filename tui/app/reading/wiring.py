"""Which beads are in sight and on which lines they begin: what the gutter is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.app.layout.column import Column, Ink
from tui.app.layout.gutter import Net
from tui.app.layout.sheet import Sheet, Tops
from tui.app.reading.marked import Marked
from tui.model import Relation
from tui.words import SEVERITY

__all__ = ["nets"]

WRITTEN = (Ink.TEXT, Ink.TRANSLATION, Ink.ECHO)


def nets(
    sheet: Sheet, tops: Tops, height: int, marked: Marked, links: Sequence[tuple[int, int]]
) -> list[Net]:
    """The wires of a window.

    Args:
        sheet: The columns.
        tops: How far they are scrolled.
        height: Lines of the window.
        marked: The comparison and what is marked of it.
        links: The links of the current sentence, as sentences of A and B.

    Returns:
        In a tied sheet one straight net for each row whose sides are linked; otherwise one net
        for each bead of which a sentence is in sight.
    """
    if sheet.tied:
        return _rungs(sheet, tops.a, height, marked, links)
    seen = dict.fromkeys(
        [
            *_beads_in_sight(sheet.a, tops.a, height, marked.beads["a"]),
            *_beads_in_sight(sheet.b, tops.b, height, marked.beads["b"]),
        ]
    )
    found = []
    for bead in seen:
        members = marked.comparison.beads[bead]
        strong = [
            (_pin(sheet.a, tops.a, i), _pin(sheet.b, tops.b, j))
            for i, j in links
            if i in members.a and j in members.b
        ]
        found.append(
            Net(
                left=_pins(sheet.a, tops.a, members.a),
                right=_pins(sheet.b, tops.b, members.b),
                strong=tuple((a, b) for a, b in strong if a is not None and b is not None),
                tone=_tone(marked, members.a, members.b),
            )
        )
    return found


def _rungs(
    sheet: Sheet, top: int, height: int, marked: Marked, links: Sequence[tuple[int, int]]
) -> list[Net]:
    found = []
    in_sight = zip(sheet.a.lines(top, height), sheet.b.lines(top, height), strict=True)
    for y, (a, b) in enumerate(in_sight):
        if not (a.first and b.first and a.ink in WRITTEN and b.ink in WRITTEN):
            continue
        bead = marked.beads["a"].get(a.sentence)
        if bead is not None and bead == marked.beads["b"].get(b.sentence):
            strong = any(a.sentence == i or b.sentence == j for i, j in links)
            tone = _tone(marked, (a.sentence,), (b.sentence,))
            found.append(Net((y,), (y,), ((y, y),) if strong else (), tone))
    return found


def _beads_in_sight(column: Column, top: int, height: int, beads: dict[int, int]) -> Iterable[int]:
    for item in column.in_window(top, height):
        bead = beads.get(item.sentence)
        if bead is not None:
            yield bead


def _pins(column: Column, top: int, sentences: Iterable[int]) -> tuple[int, ...]:
    found = (_pin(column, top, sentence) for sentence in sentences)
    return tuple(y for y in found if y is not None)


def _pin(column: Column, top: int, sentence: int) -> int | None:
    """The line of the window that a sentence begins on, or 0 where it reaches in from above."""
    extent = column.extent(sentence)
    if extent is None:
        return None
    begin, end = extent
    return max(begin - top, 0) if end > top else begin - top


def _tone(marked: Marked, a: Iterable[int], b: Iterable[int]) -> Relation | None:
    gravest = marked.gravest
    relations = [gravest["a"][i].relation for i in a if i in gravest["a"]]
    relations += [gravest["b"][j].relation for j in b if j in gravest["b"]]
    return min(relations, key=SEVERITY.__getitem__, default=None)
