"""The side-by-side text as a picture: SVG by Rich, without the outside fonts it would load."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from tui.export.base import ExportOptions
from tui.export.text import print_comparison
from tui.export.view import View
from tui.model import Comparison
from tui.translate.tmx import valid_xml

__all__ = ["render", "self_contained"]

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono', monospace"

_RUN = re.compile(r'(<text [^>]*textLength=")([\d.]+)("[^>]*>)([^<]+)')


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
    view = View(comparison, replace(options, color=True))
    print_comparison(view, console)
    return self_contained(console.export_svg(title=view.title, theme=DEFAULT_TERMINAL_THEME))


def self_contained(svg: str) -> str:
    """A picture that Rich or Textual made, in fonts of the machine instead of one from the web.

    Of its words nothing is touched: what an article says of fonts stays. But both give a run of
    text as many cells as it has letters, so that Japanese would be pressed into half its room.
    """
    style, end, drawing = valid_xml(svg).partition("</style>")
    style = _FONT_FACE.sub("", style).replace("Fira Code, monospace", _FONTS)
    return style + end + _RUN.sub(_in_its_cells, drawing)


def _in_its_cells(run: re.Match[str]) -> str:
    """A run of text with the length of the cells that a terminal gives it."""
    from html import unescape

    from rich.cells import cell_len

    before, length, after, words = run.groups()
    letters = unescape(words)
    cells = cell_len(letters) or len(letters)  # the end of a line is a run, too
    return f"{before}{float(length) * cells / len(letters):g}{after}{words}"
