"""What part of a reading is seen: its layout at the window's size, and how far it is scrolled."""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_

from tui.app.layout.geometry import MEASURE, Geometry, geometry
from tui.app.layout.outline import Outline, View, outline
from tui.app.layout.sheet import Sheet, Tops, follow, make_sheet, scrolled
from tui.app.layout.typeset import Typesetter
from tui.app.reading.navigate import nearest_shown
from tui.app.reading.state import Reading
from tui.model import SIDES, Which, other

__all__ = ["Window", "identical"]


class Window:
    """Lays a reading out and keeps its place in sight.

    Attributes:
        reading: What is seen.
        sheet: Its columns.
        tops: How far they are scrolled.
        geometry: The widths of the panes.
        height: Lines of text.
        zoomed: Whether only the side being read is shown.
        share: The left side's share of the width.
        measure: The longest line of text, in cells.
        waiting: By sentence of each side, what to say in the place of a translation that a
            provider has not given, or not yet.
    """

    def __init__(
        self, reading: Reading, width: int = 80, height: int = 20, *, measure: int = MEASURE
    ) -> None:
        self.reading = reading
        self.measure = measure
        self.width = width
        self.height = height
        self.zoomed = False
        self.share = 0.5
        self.waiting: Mapping[Which, Mapping[int, str]] = {"a": {}, "b": {}}
        self.tops = Tops()
        self.geometry = self._geometry()
        self._outline: Outline | None = None
        self._outlined_from: tuple[object, ...] = ()
        self._set_from: tuple[object, ...] = ()
        self._setters: dict[Which, tuple[tuple[object, ...], Typesetter]] = {}
        self.sheet = self._lay_out()

    def resize(self, width: int, height: int) -> None:
        """Lay out for another size; the place keeps its line as far as it can."""
        self.width, self.height = width, height
        self.show(self.reading)

    def show(self, reading: Reading) -> Reading:
        """Show a reading, scrolled so that its place and the best match of it are seen.

        Returns:
            The reading, at the nearest sentence its view shows.
        """
        self.reading = reading
        shape = self._geometry()
        if shape != self.geometry:
            self.geometry = shape
        self.sheet = self._lay_out()
        self.reading = reading = nearest_shown(reading, self.sheet)
        place = reading.place
        self.tops = follow(
            self.sheet,
            self.tops,
            self.height,
            which=place.which,
            sentence=place.sentence,
            matches=reading.matches(place),
        )
        return reading

    def scroll(self, which: Which, lines: int) -> None:
        """Scroll without moving the place."""
        self.tops = scrolled(self.sheet, self.tops, which, lines, self.height)

    def level(self, which: Which) -> int:
        """The line of a column that stands level with the current sentence in the other."""
        place = self.reading.place
        top = self.sheet.column(place.which).top(place.sentence) or 0
        return top - self.tops.of(place.which) + self.tops.of(which)

    def _geometry(self) -> Geometry:
        active = self.reading.place.which
        return geometry(
            self.width,
            active=active,
            zoomed=self.zoomed,
            share=self.share,
            measure=self.measure,
        )

    def _lay_out(self) -> Sheet:
        """The sheet, made anew only where what it is made of has changed."""
        outlined = self._outlined()
        a, b = self._setter("a"), self._setter("b")
        set_from = (outlined, a, b)
        if identical(set_from, self._set_from):
            return self.sheet
        anchors = {which: self._anchor(which) for which in SIDES} if self._set_from else {}
        self._set_from = set_from
        sheet = make_sheet(outlined, a, b)
        for which, (sentence, line) in anchors.items():
            top = sheet.column(which).top(sentence)
            if top is not None:
                # Blank lines above are for a match brought level, and follow will bring it.
                self.tops = self.tops.having(which, max(top - line, 0))
        return sheet

    def _setter(self, which: Which) -> Typesetter:
        """What sets the lines of a side: the same one while it sets the same, in any view."""
        width = self.geometry.text(which) or self.geometry.text(other(which))
        translations = self.reading.comparison.translations(which)
        mode, waiting = self.reading.translation[which], self.waiting[which]
        article = self.reading.article(which)
        made_from = (id(article), width, translations, mode, waiting)
        if which not in self._setters or self._setters[which][0] != made_from:
            setter = Typesetter(article, width, translations, mode, waiting)
            self._setters[which] = made_from, setter
        return self._setters[which][1]

    def _outlined(self) -> Outline:
        reading = self.reading
        view = reading.laid_out
        by_kind = view is View.DIFFERENCES
        gravest = reading.marked.gravest
        made_from = (
            *(reading.comparison.a, reading.comparison.b),
            *(view, reading.order, reading.furniture),
            reading.comparison.links if view is not View.PARALLEL else None,
            gravest if by_kind else None,
        )
        if self._outline is None or not identical(made_from, self._outlined_from):
            self._outlined_from = made_from
            self._outline = outline(
                reading.comparison,
                view,
                furniture=reading.furniture,
                order=reading.order,
                grave={
                    which: {sentence: divergence.kind for sentence, divergence in found.items()}
                    for which, found in gravest.items()
                },
            )
        return self._outline

    def _anchor(self, which: Which) -> tuple[int, int]:
        """A sentence of one side and its line in the window, to be kept there by a new layout."""
        column, top = self.sheet.column(which), self.tops.of(which)
        place = self.reading.place
        sentence: int | None = place.sentence
        if place.which != which or place.sentence not in column:
            sentence = column.sentence_at(top + self.height // 3)
        begin = None if sentence is None else column.top(sentence)
        return (0, -top) if sentence is None or begin is None else (sentence, begin - top)


def identical(one: tuple[object, ...], two: tuple[object, ...]) -> bool:
    """Whether two tuples hold the very same objects."""
    return len(one) == len(two) and all(map(is_, one, two))
