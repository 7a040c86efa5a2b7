"""Linguistic data by language, kept in TOML files that a linguist can edit without reading code.

``tui/data/<area>/<lang>.toml`` holds what one area of the program knows of one language; files
that are not about one language stand beside them under another name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["languages", "load"]

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
    import tomllib

    text = _FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def languages(area: str) -> tuple[str, ...]:
    """The languages an area has data for.

    Args:
        area: A folder of this package, such as ``"read"``.

    Returns:
        Sorted lower-case ISO 639-1 codes, one for each file ``<area>/<two letters>.toml``.
    """
    return tuple(sorted(path.stem for path in _FOLDER.joinpath(area).glob("??.toml")))
