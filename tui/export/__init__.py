"""Comparisons as files: one module a format, all from the same :class:`~tui.model.Comparison`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tui.export.base import ExportError, ExportOptions, Format
from tui.export.files import default_name, require_writable, write
from tui.model import Comparison

__all__ = [
    "FORMATS",
    "ExportError",
    "ExportOptions",
    "Format",
    "default_name",
    "encode",
    "format_named",
    "render",
    "require_writable",
    "write",
]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        f.name: f
        for f in (
            Format("html", "Web page", ".html", "html"),
            Format("markdown", "Markdown", ".md", "markdown"),
            Format("text", "Plain text", ".txt", "text"),
            Format("json", "JSON", ".json", "json"),
            # A spreadsheet takes a file without the signature for the machine's old code page.
            Format("csv", "Table of differences", ".csv", "csv", encoding="utf-8-sig"),
            Format("svg", "Picture", ".svg", "svg"),
        )
    }
)
"""The formats by the names the command line knows them by, in a menu's order."""


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        ExportError: If there is none.
    """
    try:
        return FORMATS[name]
    except KeyError:
        known = ", ".join(FORMATS)
        raise ExportError(f"no export format {name!r}; there are {known}") from None


def render(comparison: Comparison, format_name: str, options: ExportOptions | None = None) -> str:
    """Make an export.

    Args:
        comparison: What to export.
        format_name: A key of :data:`FORMATS`.
        options: What goes into it.

    Returns:
        The text of the file; its lines end in a line feed, those of CSV as RFC 4180 has it.

    Raises:
        ExportError: If there is no such format.
    """
    return format_named(format_name).renderer()(comparison, options or ExportOptions())


def encode(rendered: str, format_name: str) -> bytes:
    """A rendered export as the bytes of a file of its format."""
    return rendered.encode(format_named(format_name).encoding, errors="replace")
