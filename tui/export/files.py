"""Exports on disk: whole or not at all, and never over a file that nobody asked to replace."""

from __future__ import annotations

import errno
import os
import unicodedata
from pathlib import Path

from tui.export.base import ExportError
from tui.files import replacing
from tui.model import Comparison

__all__ = ["default_name", "write"]

LONGEST_NAME = 80
"""Bytes of a default name before its suffix: far below what any file system allows, and legible."""

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
"""Names that Windows keeps for devices, whatever their suffix."""


def write(path: str | os.PathLike[str], data: bytes, *, overwrite: bool = False) -> Path:
    """Write a file so that at any moment it is either as before or complete.

    A file that is replaced keeps its permissions; a symbolic link is followed, not replaced.

    Args:
        path: Where to.
        data: The whole content.
        overwrite: Whether a file of that name may be replaced.

    Returns:
        The path written.

    Raises:
        ExportError: If the path exists and ``overwrite`` is false, is a folder or a device, its
            folder is missing, or it cannot be written.
    """
    given = Path(path)
    target = Path(os.path.realpath(given))
    if target.is_dir():
        raise ExportError(f"{given}: is a folder; name a file in it")
    if target.exists() and not target.is_file():
        raise ExportError(f"{given}: is not a regular file")
    if target.exists() and not overwrite:
        raise _exists(given)
    if not target.parent.is_dir():
        raise ExportError(f"{given}: there is no folder {target.parent}; make it first")
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with replacing(target, overwrite=overwrite) as file:
            file.write(data)
    except FileExistsError:
        raise _exists(given) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportError(f"{given}: cannot be written: {reason.lower()}") from error
    return given


def _exists(path: Path) -> ExportError:
    return ExportError(f"{path}: already exists; choose another name or ask to overwrite it")


def default_name(comparison: Comparison, suffix: str) -> str:
    """A file name for an export, from the reports' names: "courier-kuestenblatt.html".

    Titles are article text and hostile: what is left of them is letters and digits of any script
    with single hyphens between, no leading dot or hyphen, no device name, a sane length.
    """
    stems = [_slug(article.name) for article in (comparison.a, comparison.b)]
    return ("-".join(stem for stem in stems if stem) or "comparison") + suffix


def _slug(name: str) -> str:
    composed = unicodedata.normalize("NFC", name).casefold()
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in composed)
    slug = "-".join(kept.split())
    while len(slug.encode()) > LONGEST_NAME // 2:
        slug = slug[: -max(1, (len(slug.encode()) - LONGEST_NAME // 2) // 4)].rstrip("-")
    return f"{slug}-report" if slug in RESERVED else slug
