"""The kinds of detail that are compared, each named by the module that provides it."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from tui.details.base import Kind

__all__ = ["MODULES", "kinds"]

MODULES = (
    "tui.details.figures",
    "tui.details.names",
    "tui.details.quotations",
    "tui.details.attribution",
    "tui.details.certainty",
    "tui.details.negation",
    "tui.details.wording",
)
"""Modules that define ``KIND``, in the order in which they look at a bead."""


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of all modules; they are imported at the first comparison, not before."""
    found: list[Kind] = [import_module(name).KIND for name in MODULES]
    return tuple(found)
