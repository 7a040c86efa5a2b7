"""Comparisons as files: one module a format, all from the same :class:`~tui.model.Comparison`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tui.errors import printable
from tui.export.arrange import anonymised, transposed
from tui.export.base import ExportError, ExportOptions, Format
from tui.export.files import append, default_name, require_writable, write
from tui.model import Comparison

__all__ = [
    "FORMATS",
    "ExportError",
    "ExportOptions",
    "Format",
    "append",
    "default_name",
    "format_named",
    "format_of",
    "produce",
    "render",
    "require_writable",
    "write",
]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.name: form
        for form in (
            Format("html", "Web page", ".html", also=(".htm",)),
            Format("markdown", "Markdown", ".md", agreements=False, also=(".markdown",)),
            Format("text", "Plain text", ".txt", layout=frozenset({"width", "color", "ascii"})),
            Format("pdf", "PDF", ".pdf", encoding=None),
            Format("docx", "Word document with comments", ".docx", encoding=None),
            # A spreadsheet takes a file without the signature for the machine's old code page.
            Format("csv", "Table of differences", ".csv", encoding="utf-8-sig", agreements=False),
            Format(
                "unified",
                "Word differences",
                ".diff",
                agreements=False,
                layout=frozenset({"color", "ascii"}),
            ),
            Format("json", "JSON, to be opened again", ".json", agreements=False),
            Format(
                "tmx",
                "Linked sentences, for translators",
                ".tmx",
                translations=False,
                agreements=False,
            ),
            Format("svg", "Picture", ".svg", layout=frozenset({"width", "ascii"})),
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


def format_of(path: Path) -> Format:
    """The format that a file's ending says; text where it has none.

    Raises:
        ExportError: No format has that ending.
    """
    ending = path.suffix.lower()
    if not ending:
        return FORMATS["text"]
    for form in FORMATS.values():
        if ending in (form.suffix, *form.also):
            return form
    endings = ", ".join(form.suffix for form in FORMATS.values())
    raise ExportError(
        f"{printable(path)}: no format ends in {printable(ending)}; name one with --format,"
        f" or end in {endings}"
    )


def produce(
    comparison: Comparison, format_name: str, options: ExportOptions | None = None
) -> bytes:
    """Make an export as the bytes of a file.

    Args:
        comparison: What to export.
        format_name: A key of :data:`FORMATS`.
        options: What goes into it.

    Raises:
        ExportError: If there is no such format, or what makes it is not installed.
    """
    made = _made(comparison, format_name, options)
    if isinstance(made, bytes):
        return made
    return made.encode(format_named(format_name).encoding or "utf-8", errors="replace")


def render(comparison: Comparison, format_name: str, options: ExportOptions | None = None) -> str:
    """Make an export as text.

    Returns:
        The text of the file; its lines end in a line feed, those of CSV as RFC 4180 has it.

    Raises:
        ExportError: If there is no such format, or it is no text.
    """
    made = _made(comparison, format_name, options)
    if isinstance(made, bytes):
        raise ExportError(f"{format_name} is no text; write it to a file")
    return made


def _made(comparison: Comparison, format_name: str, options: ExportOptions | None) -> str | bytes:
    options = options or ExportOptions()
    renderer = format_named(format_name).renderer()
    if options.anonymous:
        comparison, options = anonymised(comparison), replace(options, title=None)
    if options.swapped:
        comparison, options = comparison.transposed(), transposed(options)
    return renderer(comparison, options)
