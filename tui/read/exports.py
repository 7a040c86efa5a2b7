"""Comparisons that Diptych itself wrote, told from reports by what only they have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO

__all__ = ["is_export", "is_own_document", "is_own_page", "is_saved_comparison"]

_JSON = re.compile(rb'"schema"\s*:\s*"diptych\.comparison/')
"""Within a string of a report's JSON, quotation marks are escaped."""
_PAGE = re.compile(rb"<meta name=\"generator\" content=\"Diptych ")
_PAGE_HEAD = 4096
_PROPERTIES = "docProps/core.xml"
_PROPERTIES_SIZE = 4096
_CREATOR = b"<dc:creator>Diptych</dc:creator>"


def is_export(path: Path) -> bool:
    """Whether a page or document is a comparison rather than a report; not if it is unreadable."""
    match path.suffix.lower():
        case ".html" | ".htm":
            try:
                with path.open("rb") as file:
                    return is_own_page(file.read(_PAGE_HEAD))
            except OSError:
                return False  # what is wrong with it is told when it is read
        case ".docx":
            return is_own_document(path)
    return False


def is_saved_comparison(name: str | Path) -> bool:
    """Whether a file holds a comparison as JSON, rather than a report or nothing readable."""
    path = Path(name)
    if path.suffix.lower() != ".json":
        return False
    from tui.read.files import LONGEST_FILE

    try:
        return (
            path.is_file()  # reading a pipe or a device may never end
            and path.stat().st_size <= LONGEST_FILE
            and _JSON.search(path.read_bytes()) is not None
        )
    except (OSError, ValueError):
        return False


def is_own_page(data: bytes) -> bool:
    """Whether a web page is a comparison, by its beginning."""
    return _PAGE.search(data[:_PAGE_HEAD]) is not None


def is_own_document(file: Path | IO[bytes]) -> bool:
    """Whether a DOCX is a comparison; not if that cannot be told."""
    from zipfile import ZipFile

    try:
        with ZipFile(file) as archive, archive.open(_PROPERTIES) as part:
            return _CREATOR in part.read(_PROPERTIES_SIZE)
    except Exception:  # noqa: BLE001 - a damaged archive is told of when it is read
        return False
