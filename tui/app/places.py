"""Where the reader is and was, and what is bookmarked: kept on disk as it happens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tui.app.memory import Pair, Remembered, to_remember
from tui.app.reading import navigate
from tui.app.reading.bookmarks import Bookmarks
from tui.app.reading.history import History, Spot
from tui.app.reading.state import Place, Reading, first_place
from tui.errors import DiptychError
from tui.model import SIDES, Comparison, other

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen

__all__ = ["Places"]


class Places:
    """The places of a story.

    Args:
        reader: The screen that is at one of them.
        remembered: What was known of the story when it was opened.
    """

    def __init__(self, reader: ReaderScreen, remembered: Remembered) -> None:
        self._reader = reader
        self.history = History()
        self.bookmarks = remembered.bookmarks
        self._kept = Bookmarks.read(reader.desk.state.get("bookmarks"))
        self._of_pairs = dict(remembered.places)
        self._saved: dict[str, Any] = {}
        self._unsaved = ""

    @property
    def here(self) -> Spot:
        """Where the reader is."""
        reader = self._reader
        return Spot(*reader.pairing.pair, reader.reading.place)

    @property
    def unsaved(self) -> str:
        """Why what was done last is not on disk; empty if it is."""
        return self._unsaved or self._reader.desk.trouble

    def leave(self) -> None:
        """Remember the place in the reports shown, which are about to be others."""
        self._of_pairs[self._pair] = self._reader.reading.place

    def last(self, comparison: Comparison) -> Place:
        """Where two reports were left, whichever side they stood on; else where they begin."""
        a, b = comparison.a, comparison.b
        place = self._of_pairs.get((a.id, b.id))
        if place is None and (turned := self._of_pairs.get((b.id, a.id))) is not None:
            place = Place(other(turned.which), turned.sentence)
        if place is not None:
            sentences = (a if place.which == "a" else b).sentences
            if 0 <= place.sentence < len(sentences):
                return place
        return first_place(comparison)

    @property
    def _pair(self) -> Pair:
        known = self._reader.reading.comparison
        return known.a.id, known.b.id

    def return_to(self, history: History, spot: Spot) -> None:
        """Go to a spot of the history, with the reports that stood there."""
        reader = self._reader
        reader.pairing.put((spot.left, spot.right))
        reader.go(navigate.at(reader.reading, spot.place))
        self.history = history

    def visit(self, report: int, sentence: int) -> None:
        """Go to a sentence of a report; it comes to stand left where it is not shown."""
        reader = self._reader
        begin = self.here
        if report not in reader.pairing.pair:
            reader.pairing.choose("a", report)
        which = SIDES[reader.pairing.pair.index(report)]
        reader.go(navigate.at(reader.reading, Place(which, sentence)))
        self.history = self.history.jumped(begin)

    def change(self, bookmarks: Bookmarks) -> None:
        """Keep other bookmarks and show them."""
        self.bookmarks = bookmarks
        self._reader.show(self.marked(self._reader.reading))
        self.save()

    def marked(self, reading: Reading) -> Reading:
        """A reading with the bookmarks of its reports."""
        known = reading.comparison
        return replace(
            reading,
            bookmarked=MappingProxyType(
                {"a": self.bookmarks.of(known.a), "b": self.bookmarks.of(known.b)}
            ),
        )

    def save(self) -> None:
        """Put on disk what has changed; where that fails, try again, saying so once."""
        reader = self._reader
        state = to_remember(
            reader.reading, self._pair, reader.dividers.panes, self.bookmarks, self._of_pairs
        )
        if state == self._saved:
            return
        try:
            kept = reader.desk.save(partial(self._beside_others, state))
            if reader.desk.is_first:
                reader.desk.save_habit("read_before", True)
        except DiptychError as error:
            if str(error) != self._unsaved:
                self._unsaved = str(error)
                reader.tell(self._unsaved)
        else:
            self._saved, self._unsaved = state, ""
            self._kept = Bookmarks.read(kept["bookmarks"])
            if self._kept != self.bookmarks:
                self.bookmarks = self._kept
                reader.show(self.marked(reader.reading))

    def _beside_others(self, state: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
        """The state to keep: what another reader of the story did to its bookmarks stays done."""
        theirs = Bookmarks.read(kept["bookmarks"]) if "bookmarks" in kept else self._kept
        return {**state, "bookmarks": theirs.changed(self._kept, self.bookmarks).written()}
