"""Below the reports: every divergence of the current sentence, or why there is none."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.app.layout.wrap import visible
from tui.app.paint.details import detail_lines
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.line import elided
from tui.app.reading.describe import situation
from tui.app.reading.state import Reading
from tui.app.widgets.inked import Inked

__all__ = ["DetailStrip"]


class DetailStrip(Inked):
    """A rule with where the reader is among the differences, and the table of those here."""

    def __init__(self, reading: Reading, glyphs: Glyphs) -> None:
        super().__init__(id="details")
        self._reading = reading
        self._glyphs = glyphs
        self._lines: list[tuple[int, list[Segment]]] | None = None
        self._situation = ""

    def show(self, reading: Reading, situation: str = "") -> None:
        """Show the divergences of a reading's current sentence."""
        self._reading, self._situation = reading, situation
        self._lines = None
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lines = None

    def notify_style_update(self) -> None:
        """Paint with the inks of the new theme."""
        super().notify_style_update()
        self._lines = None

    def render_line(self, y: int) -> Strip:
        """Paint a line."""
        if self._lines is None:
            here = self._reading.here
            width = self.size.width - 1
            self._lines = detail_lines(self._reading, here, width, self.inks, self._glyphs)
        if y == 0:
            return self.strip(self._rule())
        room = self.size.height - 1
        first = self._first(room)
        index = first + y - 1
        if not self._lines:
            words = situation(self._reading) if y == 1 else ""
            return self.strip([Segment(f"   {words}", self.inks["void"])])
        if index < len(self._lines):
            return self.strip([Segment(" "), *self._lines[index][1]])
        return self.strip([])

    def _first(self, room: int) -> int:
        """The first line shown: the one stopped at is in sight."""
        lines = self._lines or []
        chosen = [k for k, (number, _) in enumerate(lines) if number == self._reading.difference]
        if not chosen or chosen[-1] < room:
            return 0
        return min(chosen[0], len(lines) - room)

    def _rule(self) -> list[Segment]:
        reading, glyphs, inks = self._reading, self._glyphs, self.inks
        marked = reading.marked
        total = len(marked.differences)
        rank = marked.ranks.get(reading.difference, -1) if reading.difference is not None else -1
        where = f"{rank + 1} of {total}" if rank >= 0 else str(total)
        words = f" differences {where} " if total else " differences "
        hidden = len(self._lines or []) - (self.size.height - 1)
        more = f" {hidden} more lines: + makes room " if hidden > 0 else ""
        room = self.size.width - cell_len(words) - len(more) - 9
        told = elided(visible(self._situation), room, glyphs.ellipsis)
        note = f" {told} " if told else ""
        left = [Segment(glyphs.rule * 3, inks["rule"]), Segment(words, inks["title"])]
        if note:
            left += [Segment(glyphs.rule, inks["rule"]), Segment(note, inks["note"])]
        used = sum(segment.cell_length for segment in left) + len(more) + 3
        fill = glyphs.rule * max(self.size.width - used, 0)
        return [
            *left,
            Segment(fill, inks["rule"]),
            Segment(more, inks["facts"]),
            Segment(glyphs.rule * 3, inks["rule"]),
        ]
