"""Linguistic data by language, kept in TOML files that a linguist can edit without reading code.

``tui/data/<area>/<lang>.toml`` holds what one area of the program knows of one language; files
that are not about one language stand beside them under another name.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["languages", "load"]


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
    from importlib.resources import files

    path = files(__package__).joinpath(*f"{name}.toml".split("/"))
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def languages(area: str) -> tuple[str, ...]:
    """The languages an area has data for.

    Args:
        area: A folder of this package, such as ``"read"``.

    Returns:
        Sorted lower-case ISO 639-1 codes, one for each file ``<area>/<two letters>.toml``.
    """
    from importlib.resources import files

    stems = (
        entry.name.removesuffix(".toml")
        for entry in files(__package__).joinpath(*area.split("/")).iterdir()
        if entry.name.endswith(".toml")
    )
    return tuple(sorted(stem for stem in stems if len(stem) == 2))
