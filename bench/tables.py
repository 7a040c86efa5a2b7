"""Tables as the measurements print them."""

from __future__ import annotations

__all__ = ["Table", "share", "show"]

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""A heading and rows of equal length."""


def share(part: int, whole: int) -> str:
    """A share and what it is of; a dash of nothing."""
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "–"


def show(table: Table, *, markdown: bool) -> None:
    """Print a table, in columns or as Markdown."""
    heading, rows = table
    widths = [max(len(cell) for cell in column) for column in zip(heading, *rows, strict=True)]
    lines = [heading, *rows]
    if markdown:
        lines.insert(1, tuple("-" * width for width in widths))
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        print("| " + " | ".join(cells) + " |" if markdown else "  ".join(cells).rstrip())
    print()
