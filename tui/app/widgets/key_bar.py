"""The last line: the keys needed most, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.app.paint.glyphs import Glyphs
from tui.app.widgets.inked import Inked

__all__ = ["KeyBar"]


class KeyBar(Inked):
    """Keys and what they do, the most needed first.

    Args:
        keys: Pairs of keys and words, in the order in which they may be left out from the end;
            the last of them is kept always.
        glyphs: The signs to paint with.
    """

    def __init__(self, keys: Iterable[tuple[str, str]], glyphs: Glyphs) -> None:
        super().__init__(id="key-bar")
        self._keys = [(glyphs.words(key), words) for key, words in keys]
        self._glyphs = glyphs

    def lines(self) -> list[Strip]:
        """Paint the line."""
        *most, last = self._keys
        width = self.size.width
        room = width - self._width(last) - 1
        shown = []
        for pair in most:
            room -= self._width(pair)
            if room < 0:
                break
            shown.append(pair)
        segments = [Segment(" ")]
        for key, words in [*shown, last]:
            segments.append(Segment(key, self.inks["key"]))
            segments.append(Segment(f" {words}  ", self.inks["does"]))
        return [self.strip(segments, width)]

    def _width(self, pair: tuple[str, str]) -> int:
        return cell_len(pair[0]) + cell_len(pair[1]) + 3
