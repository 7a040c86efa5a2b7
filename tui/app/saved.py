"""Comparisons that were saved as JSON, on the reader's desk as they were exported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tui.app.desk import Desk, recalled
from tui.export.published import read_comparison

__all__ = ["open_saved"]


def open_saved(path: Path) -> Desk:
    """Put a comparison on the desk, and recall where the reader was in it.

    Nothing is compared or translated anew: the file says what was found.

    Raises:
        ReadError: The file cannot be read.
        ExportError: It is no comparison, or something in it is wrong.
    """
    found = read_comparison(path)
    comparison = found.comparison
    a, b = comparison.a, comparison.b
    if a.id == b.id:
        b = replace(b, id=f"{b.id}-2")
        comparison = replace(comparison, b=b)
    title = found.title or f"{a.name} / {b.name}"
    desk = Desk(title, (a, b), (), *recalled(title, [path]))
    desk.keep(0, 1, comparison)
    return desk
