"""Files for the reader: whole or not at all, never over one that nobody asked to replace."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.errors import printable, reason
from tui.export.base import ExportError
from tui.files import replacing
from tui.model import Comparison

__all__ = ["append", "default_name", "require_writable", "write"]

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
    with _telling(given):
        target = _checked(given, overwrite=overwrite)
        with replacing(target, overwrite=overwrite) as file:
            file.write(data)
    return given


def append(path: Path, text: str) -> None:
    """Add text to the end of a file, a blank line before it.

    Raises:
        ExportError: As :func:`write`.
    """
    with (
        _telling(path),
        _checked(path, overwrite=True).open("a", encoding="utf-8", errors="replace") as file,
    ):
        file.write(f"\n{text}\n" if file.tell() else f"{text}\n")
        file.flush()
        os.fsync(file.fileno())


def require_writable(path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Refuse at once what :func:`write` would refuse, before the work of making the content.

    :func:`write` looks again: the file may have come to be in the meantime.

    Raises:
        ExportError: As :func:`write`.
    """
    given = Path(path)
    with _telling(given):
        _checked(given, overwrite=overwrite)


@contextmanager
def _telling(given: Path) -> Iterator[None]:
    """Turn what the system says of a path into one line for the user."""
    try:
        yield
    except FileExistsError:
        raise _exists(given) from None
    except ValueError:  # a NUL in the name
        raise ExportError(f"{printable(given)}: no such name is possible") from None
    except OSError as error:
        raise ExportError(f"{printable(given)}: cannot be written: {reason(error)}") from error


def _checked(given: Path, *, overwrite: bool) -> Path:
    """The file to write, links followed."""
    target = Path(os.path.realpath(given))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        mode = 0
    except NotADirectoryError:
        raise _no_folder(target, given) from None
    if stat.S_ISDIR(mode):
        raise ExportError(f"{printable(given)}: is a folder; name a file in it")
    if mode and not stat.S_ISREG(mode):
        raise ExportError(f"{printable(given)}: is no regular file; write to standard output")
    if mode and not overwrite:
        raise FileExistsError
    if not target.parent.is_dir():
        raise _no_folder(target, given)
    # A file is replaced by a new one in its folder, yet one that is protected stays.
    touched = (target.parent, target) if mode else (target.parent,)
    if not all(os.access(path, os.W_OK) for path in touched):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target


def _no_folder(target: Path, given: Path) -> ExportError:
    folder = printable(target.parent)
    return ExportError(f"{printable(given)}: there is no folder {folder}; make it first")


def _exists(path: Path) -> ExportError:
    return ExportError(
        f"{printable(path)}: already exists; choose another name, or ask to replace it (--force)"
    )


def default_name(comparison: Comparison, suffix: str, *, anonymous: bool = False) -> str:
    """A file name for an export, from the reports' names: "courier-kuestenblatt.html".

    Titles are article text and hostile: what is left of them is letters and digits of any script
    with single hyphens between, no leading dot or hyphen, no device name, a sane length.
    """
    articles = () if anonymous else (comparison.a, comparison.b)
    stems = [_slug(article.name) for article in articles]
    return ("-".join(stem for stem in stems if stem) or "comparison") + suffix


def _slug(name: str) -> str:
    composed = unicodedata.normalize("NFC", name).casefold()
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in composed)
    slug = _shortened(kept.split())
    return f"{slug}-report" if slug in RESERVED else slug


def _shortened(words: list[str]) -> str:
    """As many words as there is room for, hyphens between; numbers whole or not at all.

    A name cut at "2025-11" of "2025-11-03", or at "10" of "10-000", would say something else.
    """
    room = LONGEST_NAME // 2
    kept = len(words)
    while kept > 1 and len("-".join(words[:kept]).encode()) > room:
        kept -= 1
    if kept < len(words):
        while kept > 1 and words[kept][:1].isdigit() and words[kept - 1][-1:].isdigit():
            kept -= 1
    return "-".join(words[:kept]).encode()[:room].decode(errors="ignore").rstrip("-")
