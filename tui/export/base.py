"""What every export format provides, and what may be chosen of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tui.errors import DiptychError
from tui.model import Comparison

if TYPE_CHECKING:
    from tui.export.selection import Selection

__all__ = ["ExportError", "ExportOptions", "Format", "Renderer"]


class ExportError(DiptychError):
    """An export that cannot be made or written: which one, where, and what to do."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What goes into an export; each format reads those that make sense for it.

    Attributes:
        title: What to call the comparison; the reports' own names where it is ``None``.
        selection: The passages to export; ``None`` for all of both reports.
        translations: Whether translations stand below their sentences.
        agreements: Whether details on which the reports agree are marked as well.
        swapped: Whether A and B change places.
        anonymous: Whether it is left out where the reports come from.
        evidence: Whether the reasons for each link are given (JSON).
        width: Cells to a line.
        color: Whether text carries ANSI styles.
        ascii_only: Whether signs are kept to ASCII; the reports' own letters stay.
    """

    title: str | None = None
    selection: Selection | None = None
    translations: bool = True
    agreements: bool = True
    swapped: bool = False
    anonymous: bool = False
    evidence: bool = False
    width: int = 100
    color: bool = False
    ascii_only: bool = False


class Renderer(Protocol):
    """Turns a comparison into a file; pure, the same for the same arguments."""

    def __call__(self, comparison: Comparison, options: ExportOptions) -> str | bytes:
        """The file's text, or its bytes for a format that is no text."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One export format.

    Attributes:
        name: What the command line calls it, and the module under ``tui.export`` whose ``render``
            makes it, imported when used.
        label: What a menu calls it.
        suffix: The file name's ending, dot included.
        also: Other endings that files of the format have.
        encoding: How its text is written to a file; ``None`` for a format that is no text.
        translations: Whether it can show translations.
        agreements: Whether it can mark details on which the reports agree.
        layout: Those of ``width``, ``color`` and ``ascii`` that it heeds.
    """

    name: str
    label: str
    suffix: str
    encoding: str | None = "utf-8"
    translations: bool = True
    agreements: bool = True
    also: tuple[str, ...] = ()
    layout: frozenset[str] = frozenset()

    def renderer(self) -> Renderer:
        """The function that makes this format."""
        from importlib import import_module

        render: Renderer = import_module(f"tui.export.{self.name}").render
        return render
