"""The first line: the program, the story, what is linked, what differs, what is under way."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from tui.app.layout.wrap import visible
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.line import cells, elided, padded
from tui.app.reading.describe import coverage, tally
from tui.app.reading.state import Reading
from tui.app.widgets.inked import Inked
from tui.compare import Stage
from tui.model import Which

__all__ = ["TitleBar"]

BRAND = " Diptych "

WORDY = 124
"""The width from which relations are named and not only shown by their glyph."""


class TitleBar(Inked):
    """A line that never wraps: the story's name gives way to the counts."""

    def __init__(self, story: str, glyphs: Glyphs) -> None:
        super().__init__(id="title-bar")
        self._story = " ".join(visible(story).split())
        self._glyphs = glyphs
        self._reading: Reading | None = None
        self._busy = ""

    def show(self, reading: Reading, busy: str) -> list[Region]:
        """Show a reading's counts, and what is being waited for; gives what looks different."""
        before, was = self._reading, self._busy
        self._reading, self._busy = reading, busy
        same = (
            before is not None
            and before.marked is reading.marked
            and before.place.which == reading.place.which
            and busy == was
        )
        return [] if same else self.changed()

    def lines(self) -> list[Strip]:
        """Paint the line."""
        width = self.size.width
        right = self._right(width)
        room = width - cells(right)
        name = elided(self._story, room - len(BRAND) - 4, self._glyphs.ellipsis)
        left = [Segment(BRAND, self.inks["brand"]), Segment(f"  {name}", self.inks["story"])]
        if room <= len(BRAND):
            left = []
        return [self.strip([*padded(left, max(room, 0), Style.null()), *right], width)]

    def _right(self, width: int) -> list[Segment]:
        reading = self._reading
        segments: list[Segment] = []
        if self._busy:
            segments += [Segment(f"{self._busy}  ", self.inks["busy"])]
        if reading is None:
            return segments
        comparison = reading.comparison
        found_nothing = reading.stage is Stage.DONE and comparison.a is not comparison.b
        if not (comparison.links or found_nothing):
            return segments
        sides: tuple[Which, ...] = ("a", "b") if width >= 100 else (reading.place.which,)
        for which in sides:
            words = f"{which.upper()} {coverage(comparison, which)}"
            segments += [Segment(f"{words}  ", self.inks["facts"])]
        for relation, number, words in tally(reading):
            sign = self._glyphs.relation(relation)
            segments.append(Segment(f"{sign} {number}", self.inks.sign(relation)))
            told = f" {words}  " if width >= WORDY else "  "
            segments.append(Segment(told, self.inks["facts"]))
        return segments
