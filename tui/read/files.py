"""Bytes of a regular file, or one clear line about why there are none."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.errors import printable
from tui.read.decode import clean
from tui.read.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = [
    "LIMIT",
    "LONGEST_FILE",
    "expanded",
    "legible",
    "of_chapter",
    "read_bytes",
    "require_file",
    "resolved",
]

LIMIT = 10 * 1024 * 1024
"""The longest text read, in bytes of a file or characters in memory."""
LONGEST_FILE = 50 * 1024 * 1024
"""The longest file read; one that holds pictures may be longer than its text ever is."""

_TRIES = 2
_CHAPTER = re.compile(r"(.+)#(\d{1,4})")

_FAILURES = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file: a part of the path is no folder",
    errno.EACCES: "may not be read; check its permissions",
    errno.EPERM: "may not be read; check its permissions",
    errno.ELOOP: "is a loop of symbolic links",
    errno.ENAMETOOLONG: "no such file: the name is too long",
    errno.ENXIO: "is a socket or device, not a file",
}
_KINDS = (
    (stat.S_ISDIR, "is a folder; name a file in it"),
    (stat.S_ISFIFO, "is a named pipe, not a file; pipe its content to standard input instead"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def read_bytes(path: Path) -> bytes:
    """Read a regular file of at most :data:`LONGEST_FILE` bytes, all of one state of it.

    Pipes and devices are refused before they are opened, and again after, since the name may have
    come to mean something else in between; opening never blocks. A file that is being written is
    read once more.

    Raises:
        ReadError: It is no regular file, cannot be read, is too long or does not stop changing.
    """
    require_file(path)
    with _failures_named(path):
        for _ in range(_TRIES):
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(handle, "rb") as file:
                before = os.fstat(handle)
                _require_regular(path, before.st_mode)
                data = file.read(LONGEST_FILE + 1) if before.st_size <= LONGEST_FILE else None
                after = os.fstat(handle)
            if data is None or len(data) > LONGEST_FILE:
                raise ReadError(
                    f"{printable(path)}: longer than {LONGEST_FILE >> 20} MB;"
                    " no report is that long"
                )
            if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
                return data
    raise ReadError(f"{printable(path)}: changes while it is read; try again when it is written")


def of_chapter(path: Path) -> tuple[Path, int | None]:
    """The file and the chapter that ``book.epub#3`` names; a file so called goes before it."""
    found = _CHAPTER.fullmatch(path.name)
    if found is None:
        return path, None
    try:
        if path.exists():
            return path, None
    except (OSError, ValueError):
        return path, None
    return path.with_name(found[1]), int(found[2])


def require_file(path: Path) -> None:
    """Make sure that a path names a regular file, without opening it.

    Raises:
        ReadError: It does not.
    """
    path, _ = of_chapter(path)
    with _failures_named(path):
        _require_regular(path, path.stat().st_mode)


def expanded(path: Path) -> Path:
    """The path with the home folder that ``~`` stands for; as it is if there is none."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def resolved(path: Path) -> Path:
    """The path that symbolic links and ``~`` stand for, as it is if that cannot be told."""
    try:
        return expanded(path).resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def legible(name: str) -> str:
    """A file's name to call a report or a story by: it may hold what is no UTF-8, or an escape."""
    return clean(name, raw=True).text.replace("\n", " ")


@contextmanager
def _failures_named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = error.errno or 0
        reason = _FAILURES.get(code) or os.strerror(code).lower()
        raise ReadError(f"{printable(path)}: {reason}") from None
    except ValueError:  # a NUL in the name
        raise ReadError(f"{printable(path)}: no such file") from None


def _require_regular(path: Path, mode: int) -> None:
    for test, what in _KINDS:
        if test(mode):
            raise ReadError(f"{printable(path)}: {what}")
