"""What the painted widgets share: inks made from the theme, and lines kept until they change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.app.paint.inks import INKS, Inks
from tui.app.paint.joined import Joined, Part
from tui.app.paint.line import padded

__all__ = ["Inked"]


class Inked(Widget):
    """A widget painted by the line with :class:`~tui.app.paint.inks.Inks`.

    It has no border, padding or opacity. Its lines go to the compositor as they are, and not
    through Textual's cache of styles, which for each frame works through every line anew.
    """

    ALLOW_SELECT = False
    _inks: Inks | None = None
    _strips: list[Strip] | None = None

    @property
    def size(self) -> Size:
        """The size: without a border the outer one, for which the screen need not be asked."""
        return self.outer_size

    @property
    def inks(self) -> Inks:
        """The inks of the present theme."""
        if self._inks is None:
            styles = {name: self._ink(spec) for name, spec in INKS.items()}
            _, background = self.background_colors
            finish = partial(_filtered, self.get_line_filters(), background)
            self._inks = Inks(styles, self.rich_style, finish)
        return self._inks

    def lines(self) -> list[Strip]:
        """Paint every line of the widget at its present size.

        A line that is as it was may be the same object, which is then quickly told.
        """
        raise NotImplementedError

    def changed(self) -> list[Region]:
        """Paint anew.

        Returns:
            Where the screen looks different now, neighbouring lines as one region. Its owner
            refreshes that together with what has changed of other widgets: each refresh that
            Textual is asked for costs as much as painting a widget.
        """
        before, self._strips = self._strips, None
        if before is None or not self._fits(before):
            self.refresh()
            return []
        self._strips = self.lines()
        runs: list[list[int]] = []
        for y, (now, was) in enumerate(zip(self._strips, before, strict=True)):
            if now == was:
                continue
            if runs and runs[-1][1] == y:
                runs[-1][1] = y + 1
            else:
                runs.append([y, y + 1])
        if not runs:
            return []
        x, y, width, _ = self.region
        return [Region(x, y + top, width, end - top) for top, end in runs]

    def render_lines(self, crop: Region) -> list[Strip]:
        """What the compositor asks for, whatever has changed."""
        if self._strips is None or not self._fits(self._strips):
            self._strips = self.lines()
        strips = self._strips[crop.y : crop.bottom]
        if (crop.x, crop.width) == (0, self.size.width):
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def on_mount(self) -> None:
        """Paint anew in another theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.notify_style_update())

    def notify_style_update(self) -> None:
        """Make the inks anew when they are next wanted."""
        super().notify_style_update()
        self._inks = None
        self._strips = None

    def strip(self, segments: list[Segment], width: int) -> Strip:
        """A line of the widget's width from segments."""
        part = Part(self.inks.grounded(padded(segments, width, Style.null())))
        return Joined([part], width)

    def _fits(self, strips: list[Strip]) -> bool:
        width, height = self.size
        return len(strips) == height and (not strips or strips[0].cell_length == width)

    def _ink(self, spec: str) -> Style:
        """A style as the table of inks gives it, with the theme's colours."""
        words = [self._colour(word) if word.startswith("$") else word for word in spec.split()]
        return Style.parse(" ".join(words))

    def _colour(self, variable: str) -> str:
        # In grey alone a red is dimmer than the text around it, and the gravest is seen least.
        grey = variable == "$conflicts" and self.app.no_color
        colour = Color.parse(self.app.theme_variables["foreground" if grey else variable[1:]])
        return "default" if colour.is_transparent else colour.rich_color.name


def _filtered(filters: Sequence[LineFilter], background: Color, style: Style) -> Style:
    """A style as the terminal can show it: without colour, or with the theme's for ANSI."""
    for line_filter in filters:
        style = line_filter.apply([Segment(" ", style)], background)[0].style or Style.null()
    return style
