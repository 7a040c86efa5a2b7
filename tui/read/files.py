"""Bytes of a regular file, or one clear line about why there are none."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from tui.read.errors import ReadError, printable

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LIMIT", "read_bytes"]

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
    (stat.S_ISDIR, "is a folder; name a text file, or a folder of reports as a story"),
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
    try:
        _require_regular(path, path.stat().st_mode)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            _require_regular(path, os.fstat(handle).st_mode)
            data = file.read(LIMIT + 1)
    except OSError as error:
        reason = _FAILURES.get(error.errno or 0) or os.strerror(error.errno or 0).lower()
        raise ReadError(f"{printable(path)}: {reason}") from None
    except ValueError:  # a NUL in the name
        raise ReadError(f"{printable(path)}: no such file") from None
    if len(data) > LIMIT:
        raise ReadError(f"{printable(path)}: longer than {LIMIT >> 20} MB; no report is that long")
    return data


def _require_regular(path: Path, mode: int) -> None:
    for test, what in _KINDS:
        if test(mode):
            raise ReadError(f"{printable(path)}: {what}")
