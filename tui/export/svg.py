"""The side-by-side text as a picture: SVG by Rich, without the outside fonts it would load."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from tui.export.base import ExportOptions
from tui.export.captions import one_line
from tui.export.text import print_comparison
from tui.model import Comparison
from tui.translate.tmx import valid_xml

__all__ = ["render", "self_contained"]

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono', monospace"


def render(comparison: Comparison, options: ExportOptions) -> str:
    """The picture; each run of text has its length set, so any monospace font fits the grid."""
    from rich.console import Console
    from rich.terminal_theme import DEFAULT_TERMINAL_THEME

    console = Console(
        file=io.StringIO(),
        width=options.width,
        record=True,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )
    print_comparison(comparison, replace(options, color=True), console)
    names = f"{comparison.a.name} and {comparison.b.name}"
    return self_contained(
        console.export_svg(title=one_line(options.title or names), theme=DEFAULT_TERMINAL_THEME)
    )


def self_contained(svg: str) -> str:
    """A picture that Rich or Textual made, in fonts of the machine instead of one from the web.

    Only its style is touched: what an article says of fonts stays.
    """
    style, end, drawing = valid_xml(svg).partition("</style>")
    return _FONT_FACE.sub("", style).replace("Fira Code, monospace", _FONTS) + end + drawing
