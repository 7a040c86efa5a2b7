"""Arrays kept unpacked in one file, so that a process maps them instead of inflating them.

A file is a magic number, the place and the checksum of what follows the arrays, the arrays, each at
a multiple of 64 bytes, and a header, in JSON. Whatever is wrong with it, it is made again: it is a
cache. It takes its name before the system has it safely on the disk, which takes as long as
inflating does. So a file from before the machine was started, when its power may have failed, is
read whole and checked, once.
"""

from __future__ import annotations

import json
import math
import mmap
import os
import struct
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZipFile

from tui.files import replacing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[Any]]
    Parts = Mapping[str, Iterable[NDArray[Any]]]

__all__ = ["Packed", "load_arrays"]

_MAGIC = b"DIPTYCH2"
_PREAMBLE = struct.Struct("<8sQQ")
"""The magic number, the arrays' checksum, and where they end and the header begins."""
_ALIGNMENT = 64


class Packed(Mapping[str, "NDArray[Any]"]):
    """The arrays of an ``.npz`` file, each read and inflated when it is asked for, in one go.

    numpy's own reader takes hundreds of steps, and before each it may have to wait for the
    interpreter (5 ms) where another thread is at work.
    """

    def __init__(self, path: Path) -> None:
        self._archive = ZipFile(path)

    def __getitem__(self, name: str) -> NDArray[Any]:
        import numpy as np

        array: NDArray[Any] = np.load(BytesIO(self._archive.read(f"{name}.npy")))
        return array

    def __iter__(self) -> Iterator[str]:
        return (name.removesuffix(".npy") for name in self._archive.namelist())

    def __len__(self) -> int:
        return len(self._archive.namelist())


def load_arrays(path: Path, make: Callable[[], Parts]) -> Arrays:
    """Map the arrays kept at ``path``, or make them and keep them there for the next process.

    Args:
        path: The cache file; its name must change whenever ``make`` would give other arrays.
        make: Gives each array in parts, of one or more dimensions, that are joined along the
            first. One part is written before the next is asked for.

    Returns:
        Read-only arrays by name: mapped from the file, or in memory where it cannot be written.
    """
    with suppress(OSError, ValueError, KeyError, TypeError, struct.error):
        return _map(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path, durable=False) as file:
            _write(file, make())
        return _map(path)
    except OSError:
        import numpy as np

        return {name: np.concatenate(list(parts)) for name, parts in make().items()}


def _map(path: Path) -> Arrays:
    import numpy as np

    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        written = os.fstat(file.fileno()).st_mtime
    magic, checksum, end = _PREAMBLE.unpack_from(mapped)
    if magic != _MAGIC:
        raise ValueError("not a file of arrays")
    header = json.loads(mapped[end:])
    if written < time.time() - time.monotonic():
        if _checksum(mapped, end) != checksum:
            raise ValueError("the arrays are damaged")
        with suppress(OSError):
            os.utime(path)
    return {
        name: np.frombuffer(mapped, dtype, math.prod(shape), offset).reshape(shape)
        for name, (dtype, shape, offset) in header.items()
    }


def _write(file: BinaryIO, arrays: Parts) -> None:
    import numpy as np

    header: dict[str, tuple[str, tuple[int, ...], int]] = {}
    end = _ALIGNMENT
    for name, parts in arrays.items():
        begin = end
        rows = 0
        for part in parts:
            file.seek(end)
            file.write(np.ascontiguousarray(part).data)
            end += part.nbytes
            rows += len(part)
            header[name] = part.dtype.str, (rows, *part.shape[1:]), begin
        end += -end % _ALIGNMENT
    file.seek(end)
    file.write(json.dumps(header).encode())
    file.flush()
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as written:
        checksum = _checksum(written, end)
    file.seek(0)
    file.write(_PREAMBLE.pack(_MAGIC, checksum, end))


def _checksum(mapped: mmap.mmap, end: int) -> int:
    """The sum of the arrays' 64-bit words, which no page of zeros leaves as it was."""
    import numpy as np

    words = np.frombuffer(mapped, np.uint64, (end - _ALIGNMENT) // 8, _ALIGNMENT)
    return int(words.sum())
