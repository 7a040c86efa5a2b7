"""What the painted widgets share: inks taken from the theme, and lines of segments."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.app.paint.inks import COMPONENTS, Inks
from tui.app.paint.line import padded

__all__ = ["Inked"]


class Inked(Widget):
    """A widget painted by the line with :class:`~tui.app.paint.inks.Inks`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    ALLOW_SELECT = False
    _inks: Inks | None = None

    @property
    def inks(self) -> Inks:
        """The inks of the present theme."""
        if self._inks is None:
            self._inks = Inks.taken_from(self._component, self.rich_style)
        return self._inks

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def notify_style_update(self) -> None:
        """Take the inks from the new theme when they are next wanted."""
        super().notify_style_update()
        self._inks = None

    def strip(self, segments: list[Segment]) -> Strip:
        """A line of the widget's width from segments."""
        width = self.size.width
        return Strip(self.inks.grounded(padded(segments, width, Style.null())), width)
