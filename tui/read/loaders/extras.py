"""Libraries that only some formats need, and the line that says how to get them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.read.errors import ReadError

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["require"]


def require(module: str, extra: str, where: str, what: str) -> ModuleType:
    """Import a library that comes with an extra of this package.

    Args:
        module: The library's module.
        extra: The extra it comes with.
        where: What is being read.
        what: What that is, with its article: "a PDF".

    Raises:
        ReadError: It is not installed; the message gives the command that installs it.
    """
    try:
        return import_module(module)
    except ImportError:
        raise ReadError(
            f"{where}: {what}, which needs more than is installed;"
            f" run: pip install 'diptych[{extra}]'"
        ) from None
