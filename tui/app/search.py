"""Searching from the find bar: goes to hits as words are typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tui.app.layout.typeset import TranslationMode
from tui.app.reading import navigate
from tui.app.reading.state import Reading
from tui.model import SIDES

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen
    from tui.app.widgets.find_bar import FindBar

__all__ = ["Search"]


class Search:
    """What the find bar asks for.

    Args:
        reader: The screen whose reports are searched.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader

    def begin(self) -> None:
        """Show the bar."""
        from tui.app.widgets.find_bar import FindBar

        if not self._reader.query(FindBar):
            self._reader.add_class("-finding")
            self._reader.mount(FindBar(self._reader.settings.glyphs))

    def look_for(self, words: str) -> None:
        """Go to the first hit from here on, whichever report it is in."""
        from tui.app.reading.find import find

        reading = self._reader.reading
        known, place = reading.comparison, reading.place
        shown = {
            which: known.translations(which)
            for which in SIDES
            if reading.translation[which] is not TranslationMode.OFF
        }
        finding = find(words, known.a, known.b, furniture=reading.furniture, translations=shown)
        self._show(replace(reading, finding=finding.from_place(place.which, place.sentence)))

    def step(self, by: int) -> None:
        """Go to another hit."""
        reading = self._reader.reading
        self._show(navigate.by_hit(reading, by) or reading)

    def end(self) -> None:
        """Take the bar and the highlights away."""
        reader = self._reader
        reader.set_focus(None)  # at once, so that no key more goes to the bar
        reader.query("FindBar").remove()
        reader.remove_class("-finding")
        reader.show(replace(reader.reading, finding=None))

    def _show(self, reading: Reading) -> None:
        self._reader.jump(navigate.by_hit(reading, 0) or reading, run="find")
        for bar in self._reader.query("FindBar").results():
            cast("FindBar", bar).show(self._reader.reading.finding)
