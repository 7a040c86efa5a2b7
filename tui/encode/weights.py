"""Arrays kept unpacked in one file, so that a process maps them instead of inflating them.

A file is a magic number, the length of a JSON header, the header, and the arrays, each at a
multiple of 64 bytes. Whatever is wrong with it, it is made again: it is a cache.
"""

from __future__ import annotations

import json
import math
import mmap
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.files import replacing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[Any]]

__all__ = ["load_arrays"]

_MAGIC = b"DIPTYCH1"
_ALIGNMENT = 64
_CHECKED_BYTES = 1 << 16
"""How much of each array's start and end the checksum covers: enough to notice a file of holes,
little enough not to read the whole file at every start."""


def load_arrays(path: Path, make: Callable[[], Arrays]) -> Arrays:
    """Map the arrays kept at ``path``, or make them and keep them there for the next process.

    Args:
        path: The cache file; its name must change whenever ``make`` would give other arrays.
        make: Makes the arrays.

    Returns:
        Read-only arrays by name: mapped from the file, or in memory where it cannot be written.
    """
    try:
        return _map(path)
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        arrays = make()
    try:
        _write(path, arrays)
    except OSError:
        return arrays
    return arrays


def _map(path: Path) -> Arrays:
    import numpy as np

    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if mapped[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a file of arrays")
    (length,) = struct.unpack_from("<I", mapped, len(_MAGIC))
    start = len(_MAGIC) + 4
    header = json.loads(mapped[start : start + length])
    if header["size"] != len(mapped):
        raise ValueError("the file was cut off")
    arrays: dict[str, NDArray[Any]] = {}
    for name, entry in header["arrays"].items():
        dtype, shape = np.dtype(entry["dtype"]), tuple(entry["shape"])
        flat = np.frombuffer(mapped, dtype, math.prod(shape), entry["offset"])
        if _checksum(flat) != entry["crc"]:
            raise ValueError(f"array {name} is damaged")
        arrays[name] = flat.reshape(shape)
    return arrays


def _write(path: Path, arrays: Arrays) -> None:
    import numpy as np

    contiguous = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    entries: dict[str, dict[str, object]] = {}
    for name, array in contiguous.items():
        entries[name] = {
            "dtype": array.dtype.str,
            "shape": array.shape,
            "crc": _checksum(array.reshape(-1)),
            "offset": 1
            << 40,  # as many digits as any real one, so that the length is an upper bound
        }
    room = len(json.dumps({"size": 1 << 40, "arrays": entries}))
    offset = _aligned(len(_MAGIC) + 4 + room)
    for name, array in contiguous.items():
        entries[name]["offset"] = offset
        offset = _aligned(offset + array.nbytes)
    header = json.dumps({"size": offset, "arrays": entries}).encode().ljust(room)

    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(_MAGIC + struct.pack("<I", room) + header)
        for name, array in contiguous.items():
            file.seek(int(str(entries[name]["offset"])))
            file.write(array.data)
        file.truncate(offset)


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNMENT) * _ALIGNMENT


def _checksum(flat: NDArray[Any]) -> int:
    data = flat.view("u1").data
    return zlib.crc32(data[-_CHECKED_BYTES:], zlib.crc32(data[:_CHECKED_BYTES]))
