"""Below the reports: every divergence of the current sentence, or why there is none."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from tui.app.layout.wrap import visible, wrap
from tui.app.paint.details import LEAD, detail_lines, reason_lines
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.line import cells, elided
from tui.app.reading.describe import situation
from tui.app.reading.state import Reading
from tui.app.widgets.inked import Inked
from tui.model import Relation

__all__ = ["DetailStrip"]

CLAUSES = " · "
"""Between the clauses of what is told, the most needed first."""

LEGEND = {
    Relation.CONFLICTS: "conflict",
    Relation.IMPRECISE: "vaguer",
    Relation.REWORDED: "reworded",
    Relation.ONLY_A: "one side only",
}
"""The signs on the screen in a word or two."""


class DetailStrip(Inked):
    """A rule with where the reader is among the differences, and the table of those here.

    Args:
        reading: What is read.
        glyphs: The signs to paint with.
        more: The key that gives the table more room.
        situation: What is to be told on the rule.
    """

    def __init__(self, reading: Reading, glyphs: Glyphs, more: str, situation: str = "") -> None:
        super().__init__(id="details")
        self._more = more
        self._reading = reading
        self._glyphs = glyphs
        self._situation = situation
        self._explains = False

    def explain(self) -> None:
        """Show why the sentence is linked instead of what differs, or the other way round."""
        self._explains = not self._explains

    def show(self, reading: Reading, situation: str = "") -> list[Region]:
        """Show the divergences of a reading's current sentence; gives what looks different."""
        self._reading, self._situation = reading, situation
        return self.changed()

    def lines(self) -> list[Strip]:
        """Paint the rule, and the table as far as there is room."""
        width, height = self.size
        if not height:
            return []
        reading, inks = self._reading, self.inks
        if self._explains:
            reasons = reason_lines(reading, width - 1, inks, self._glyphs)
            table = [(-1, line) for line in reasons]
        else:
            table = detail_lines(reading, reading.here, width - 1, inks, self._glyphs)
        room = height - 1
        first = self._first(table, room)
        shown = [[Segment(" "), *line] for _, line in table[first : first + room]]
        if not table:
            words = self._glyphs.words(situation(reading))
            spans = wrap(words, max(width - LEAD - 1, 2))
            ink = inks["note" if words == reading.caution else "void"]
            shown = [[Segment(" " * LEAD), Segment(words[s:e], ink)] for s, e in spans]
        lines = [self.strip(line, width) for line in shown[:room]]
        rule = self.strip(self._rule(len(table) - room, width), width)
        missing = room - len(lines)
        return [rule, *lines, *([self.strip([], width)] * missing if missing else [])]

    def _first(self, lines: list[tuple[int, list[Segment]]], room: int) -> int:
        """The first line shown: the one stopped at is in sight."""
        chosen = [k for k, (number, _) in enumerate(lines) if number == self._reading.difference]
        if not chosen or chosen[-1] < room:
            return 0
        return min(chosen[0], len(lines) - room)

    def _rule(self, hidden: int, width: int) -> list[Segment]:
        """What the table is of, what is to be told, and where there is room, the legend."""
        glyphs, inks = self._glyphs, self.inks
        left = [Segment(glyphs.rule * 3, inks["rule"]), Segment(self._title(), inks["title"])]
        used = cells(left) + 3
        more = self._hidden(hidden, width - used)
        used += len(more)
        told = self._told(width - used - 3)
        if told:
            left += [Segment(glyphs.rule, inks["rule"]), Segment(f" {told} ", inks["note"])]
            used += cell_len(told) + 3
        right = [Segment(more, inks["facts"])] if more or told else self._legend(width - used)
        used += cells(right) - len(more)
        return [
            *left,
            Segment(glyphs.rule * max(width - used, 0), inks["rule"]),
            *right,
            Segment(glyphs.rule * 3, inks["rule"]),
        ]

    def _told(self, room: int) -> str:
        """What is to be told, without its last clauses where there is no room for all of them."""
        first, *more = visible(self._situation).split(CLAUSES)
        while more and cell_len(CLAUSES.join([first, *more])) > room:
            more.pop()
        words = self._glyphs.words(CLAUSES.join([first, *more]))
        return elided(words, room, self._glyphs.ellipsis)

    def _hidden(self, lines: int, room: int) -> str:
        """That there is more than there is room for, in as many words as there is room for."""
        if lines <= 0:
            return ""
        key, noun = self._more, "line" if lines == 1 else "lines"
        words = (
            f" {lines} more {noun}: {key} makes room ",
            f" {lines} more: {key} ",
            f" +{lines} ",
        )
        return next((told for told in words if len(told) <= room), "")

    def _title(self) -> str:
        reading = self._reading
        if self._explains:
            return f" why {reading.place.which.upper()} is linked here "
        marked = reading.marked
        total = len(marked.differences)
        rank = marked.ranks.get(reading.difference, -1) if reading.difference is not None else -1
        where = f" {rank + 1} of {total}" if rank >= 0 else f" {total}" if total else ""
        hidden = f", {marked.filtered_out} hidden" if marked.filtered_out else ""
        return f" differences{where}{hidden} "

    def _legend(self, room: int) -> list[Segment]:
        """What the signs mean, if all of it fits."""
        glyphs, inks = self._glyphs, self.inks
        legend: list[Segment] = []
        for relation, words in LEGEND.items():
            legend += [
                Segment(f" {glyphs.relation(relation)}", inks.sign(relation)),
                Segment(f" {words} ", inks["facts"]),
            ]
        fits = cells(legend) <= room
        wanted = self._reading.marked.differences and not self._explains
        return legend if fits and wanted else []
