"""Lines joined of parts: each part is put into the terminal's words once, whatever it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rich.console import COLOR_SYSTEMS
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.console import Console
    from rich.segment import Segment

__all__ = ["Joined", "Part"]


class Part:
    """A piece of a line. The same piece is the same object, so that what changed is quickly told.

    Attributes:
        segments: Its text, with complete styles.
    """

    __slots__ = ("_rendered", "segments")

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = segments
        self._rendered: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part) and self.segments == other.segments

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[Segment]:
        return iter(self.segments)

    def render(self, console: Console) -> str:
        """The piece as the terminal gets it."""
        if self._rendered is None:
            colours = COLOR_SYSTEMS[console.color_system or "truecolor"]
            self._rendered = "".join(
                text if style is None else Strip.render_style(style, text, colours)
                for text, style, _ in self.segments
            )
        return self._rendered


class Joined(Strip):
    """A line that is its parts in a row.

    What Textual keeps beside the segments of a strip takes longer to make than the line takes to be
    painted. It is made only for a line of which something else is wanted: to be cut where a dialog
    lies over it, to be drawn in a picture.

    Args:
        parts: The pieces, from left to right.
        width: Cells of all of them.
    """

    __slots__ = ("_parts", "_width")

    def __init__(self, parts: Iterable[Part], width: int) -> None:
        self._parts = tuple(parts)
        self._width = width

    def __getattr__(self, name: str) -> object:
        super().__init__(chain.from_iterable(self._parts), self._width)
        return object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Joined):
            return self._parts == other._parts
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]

    @property
    def cell_length(self) -> int:
        """Cells of the line."""
        return self._width

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Cut the line at cells, as many as lie within; most often nothing is to be cut off."""
        cuts = list(cuts)
        return [self] if cuts == [self._width] else super().divide(cuts)

    def render(self, console: Console) -> str:
        """The line as the terminal gets it."""
        return "".join([part.render(console) for part in self._parts])
