"""What the painted widgets share: inks made from the theme, and lines of segments."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from tui.app.paint.inks import INKS, Inks
from tui.app.paint.line import padded

__all__ = ["Inked"]


class Inked(Widget):
    """A widget painted by the line with :class:`~tui.app.paint.inks.Inks`."""

    ALLOW_SELECT = False
    _inks: Inks | None = None

    @property
    def inks(self) -> Inks:
        """The inks of the present theme."""
        if self._inks is None:
            self._inks = Inks(
                {name: self._ink(spec) for name, spec in INKS.items()}, self.rich_style
            )
        return self._inks

    def on_mount(self) -> None:
        """Paint anew in another theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.notify_style_update())

    def notify_style_update(self) -> None:
        """Make the inks anew when they are next wanted."""
        super().notify_style_update()
        self._inks = None

    def strip(self, segments: list[Segment]) -> Strip:
        """A line of the widget's width from segments."""
        width = self.size.width
        return Strip(self.inks.grounded(padded(segments, width, Style.null())), width)

    def _ink(self, spec: str) -> Style:
        """A style as the table of inks gives it, with the theme's colours."""
        words = [self._colour(word) if word.startswith("$") else word for word in spec.split()]
        return Style.parse(" ".join(words))

    def _colour(self, variable: str) -> str:
        # In grey alone a red is dimmer than the text around it, and the gravest is seen least.
        grey = variable == "$conflicts" and self.app.no_color
        colour = Color.parse(self.app.theme_variables["foreground" if grey else variable[1:]])
        return "default" if colour.is_transparent else colour.rich_color.name
