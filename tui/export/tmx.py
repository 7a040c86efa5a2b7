"""Linked sentences as a translation memory (TMX 1.4), for translators' tools."""

from __future__ import annotations

from collections.abc import Iterator

from tui.export.base import ExportOptions
from tui.export.captions import one_line
from tui.export.view import View
from tui.model import Comparison
from tui.translate.tmx import Unit, Variant, tmx_lines

__all__ = ["render"]


def render(comparison: Comparison, options: ExportOptions) -> str:
    """A unit to each linked pair, A's sentence first.

    Two reports are no translations of each other, so that each unit says where it comes from, and
    how alike its sentences are.
    """
    made = b"".join(tmx_lines(_units(View(comparison, options)), srclang=comparison.a.lang))
    return made.decode()


def _units(view: View) -> Iterator[Unit]:
    shown = {place for row in view.rows for place in row.primaries}
    a, b = view.comparison.a, view.comparison.b
    for link in view.comparison.links:
        if ("a", link.i) in shown and ("b", link.j) in shown:
            yield Unit(
                (
                    Variant(a.lang, one_line(a.sentences[link.i].text)),
                    Variant(b.lang, one_line(b.sentences[link.j].text)),
                ),
                origin=f"two reports, linked by Diptych: {link.score:.2f}",
            )
