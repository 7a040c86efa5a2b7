"""Linguistic data by language, kept in TOML files that a linguist can edit without reading code.

``tui/data/<area>/<lang>.toml`` holds what one area of the program knows of one language; files
that are not about one language stand beside them under another name.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tui.data.kept import write_beside

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["languages", "load", "read_lines"]

_FOLDER = Path(__file__).parent  # importlib.resources takes longer to import than all of tui.read


@cache
def load(name: str) -> Mapping[str, Any]:
    """Read ``tui/data/<name>.toml``, once a process.

    Args:
        name: The file's name below this package without its suffix, such as ``"read/de"``.

    Returns:
        The file's top table, read-only. Tables and arrays inside it are shared by all callers and
        must not be changed.

    Raises:
        FileNotFoundError: There is no such file.
    """
    return MappingProxyType(_read(_FOLDER.joinpath(f"{name}.toml")))


@cache
def languages(area: str) -> tuple[str, ...]:
    """The languages an area has data for.

    Args:
        area: A folder of this package, such as ``"read"``.

    Returns:
        Sorted lower-case ISO 639-1 codes, one for each file ``<area>/<two letters>.toml``.
    """
    return tuple(sorted(path.stem for path in _FOLDER.joinpath(area).glob("??.toml")))


def read_lines(name: str) -> tuple[str, ...]:
    """Read the lines of ``tui/data/<name>``, comments (``#``) left out; for tables of many lines.

    Raises:
        FileNotFoundError: There is no such file.
    """
    text = _FOLDER.joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


def _read(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    They are kept as Python keeps byte code, in a file beside the source until that is changed:
    parsing takes ten times as long as reading them there.
    """
    status = path.stat()
    stamp = status.st_size, status.st_mtime_ns
    beside = Path(cache_from_source(str(path))).with_suffix(".toml.bin")
    tables: dict[str, Any]
    with suppress(OSError, ValueError, EOFError, TypeError):
        known, tables = marshal.loads(beside.read_bytes())  # noqa: S302 - written below, or by nobody
        if known == stamp:
            return tables
    import tomllib

    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    with suppress(ValueError):  # there are dates in it
        write_beside(beside, marshal.dumps((stamp, tables)))
    return tables
