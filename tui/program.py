"""Which program this is: what one process made is good for others of the same program."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

__all__ = ["changed_since_start", "fingerprint"]

PARTS = ("align", "data", "details", "encode", "read", "compare.py", "model.py")
"""What of the package decides how a comparison comes out."""

CODE_AND_DATA = frozenset({".py", ".toml", ".json", ".txt", ".npz"})
"""The suffixes of what is read of these parts; editors and Python leave other files there."""

_CLOCKS = 2.0
"""Seconds by which the clock of a file system may lag."""
_STARTED = time.time()


@cache
def fingerprint() -> str:
    """64 hexadecimal digits that change with every edit of the program and with every library."""
    return hashlib.sha256(repr((_stamps(), _libraries())).encode()).hexdigest()


def changed_since_start() -> bool:
    """Whether this process may run another program than the one whose fingerprint it tells."""
    return any(written >= (_STARTED - _CLOCKS) * 1e9 for _, _, written in _stamps())


@cache
def _stamps() -> tuple[tuple[str, int, int], ...]:
    """The program's files, each with its size and when it was written, in nanoseconds."""
    package = Path(__file__).parent
    found = [
        (file.removeprefix(str(package)), *_stamp(file))
        for part in PARTS
        for file in ([str(package / part)] if part.endswith(".py") else _files(package / part))
    ]
    return tuple(sorted(found))


def _files(folder: str | Path) -> Iterator[str]:
    # Path.rglob takes three times as long.
    with os.scandir(folder) as entries:
        for entry in entries:
            if os.path.splitext(entry.name)[1] in CODE_AND_DATA:  # noqa: PTH122 - as above
                yield entry.path
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _files(entry.path)


def _libraries() -> tuple[int, int] | None:
    """What changes when a library is installed, updated or removed: the folder of them all."""
    found = find_spec("numpy")
    return _stamp(Path(found.origin).parents[1]) if found and found.origin else None


def _stamp(file: str | Path) -> tuple[int, int]:
    status = os.stat(file)  # noqa: PTH116 - as above
    return status.st_size, status.st_mtime_ns
