"""Bytes of a regular file, or one clear line about why there are none."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.read.errors import ReadError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["LIMIT", "read_bytes", "require_file", "resolved"]

LIMIT = 10 * 1024 * 1024
"""The longest input read, in bytes of a file or characters of a text."""

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
    (stat.S_ISDIR, "is a folder; name a text file in it"),
    (stat.S_ISFIFO, "is a named pipe, not a file; pipe its content to standard input instead"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def read_bytes(path: Path) -> bytes:
    """Read a regular file of at most :data:`LIMIT` bytes.

    Pipes and devices are refused before they are opened, and again after, since the name may have
    come to mean something else in between; opening never blocks.

    Raises:
        ReadError: It is no regular file, cannot be read, or is too long.
    """
    require_file(path)
    with _failures_named(path):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            _require_regular(path, os.fstat(handle).st_mode)
            data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise ReadError(f"{printable(path)}: longer than {LIMIT >> 20} MB; no report is that long")
    return data


def require_file(path: Path) -> None:
    """Make sure that a path names a regular file, without opening it.

    Raises:
        ReadError: It does not.
    """
    with _failures_named(path):
        _require_regular(path, path.stat().st_mode)


def resolved(path: Path) -> Path:
    """The path that symbolic links and ``~`` stand for, as it is if that cannot be told."""
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError, ValueError):
        return path


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
