"""Writing files so that a reader sees the old one or the new one, and never half of either."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["replacing"]


@contextmanager
def replacing(path: Path, *, overwrite: bool = True, durable: bool = True) -> Iterator[BinaryIO]:
    """Open a new file that takes the place of ``path`` when the block ends without an error.

    Without ``overwrite`` it takes the name only if no file has it by then. The old file's mode is
    kept; a new file gets what the umask leaves of ``rw-rw-rw-``. A link is followed, so that what
    it points to is replaced and not the link. A file that is not ``durable`` takes the name before
    it is safely on the disk: after a loss of power it may have holes.

    Raises:
        FileExistsError: The name is taken and may not be.
        OSError: The folder or the file cannot be written; the old file is untouched.
    """
    path = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        if overwrite:
            temporary.replace(path)
        else:
            _take_name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _take_name(temporary: Path, path: Path) -> None:
    """Name a finished file in one step, unless the name is taken."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: claim the name, then replace our own claim.
        path.touch(exist_ok=False)
        temporary.replace(path)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0o077)
        os.umask(umask)
        return 0o666 & ~umask
