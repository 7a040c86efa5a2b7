"""What is made of the data files, kept made: as Python keeps byte code, and where it does."""

from __future__ import annotations

import pickle
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from tui.program import changed_since_start, fingerprint

__all__ = ["kept", "write_beside"]

P = ParamSpec("P")
T = TypeVar("T")

_CHECKSUM = 4
"""Bytes of it, behind the program's fingerprint and before what is kept."""


def kept(make: Callable[P, T]) -> Callable[P, T]:
    """Let a function do its work once for each version of the program, not once a process.

    It is for functions that make tables of the package's data where unpickling them takes a
    fraction of the time. The result is kept in a file beside the module's byte code; whatever is
    wrong with that, and where it cannot be written, the function is called.

    Args:
        make: A function of a few names, such as a language's code, or of none.
    """

    @wraps(make)
    def found(*args: P.args, **kwargs: P.kwargs) -> T:
        names = [make.__name__.strip("_"), *map(str, args)]
        if kwargs or not all(name.isidentifier() for name in names):
            return make(*args, **kwargs)
        path = Path(cache_from_source(make.__code__.co_filename))
        path = path.with_suffix(f".{'.'.join(names)}.bin")
        with suppress(OSError, ValueError):
            unpacked: T = _unpacked(path.read_bytes())
            return unpacked
        made = make(*args, **kwargs)
        if not changed_since_start():
            write_beside(path, _packed(made))
        return made

    return found


def write_beside(path: Path, data: bytes) -> None:
    """Keep something in a file beside byte code, if Python may write there."""
    if sys.dont_write_bytecode:
        return
    from tui.files import replacing

    with suppress(OSError, ValueError):
        path.parent.mkdir(exist_ok=True)
        with replacing(path, durable=False) as file:
            file.write(data)


def _packed(made: object) -> bytes:
    body = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    return b"".join((_program(), zlib.crc32(body).to_bytes(_CHECKSUM), body))


def _unpacked(data: bytes) -> Any:
    program = _program()
    start = len(program) + _CHECKSUM
    body = memoryview(data)[start:]
    if data[:start] != program + zlib.crc32(body).to_bytes(_CHECKSUM):
        raise ValueError("kept by another program, or damaged")
    return pickle.loads(body)  # noqa: S301 - written above, or by nobody


def _program() -> bytes:
    return fingerprint().encode()
