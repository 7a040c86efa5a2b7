"""The differences as a table for spreadsheets (RFC 4180)."""

from __future__ import annotations

import csv
import io

from tui.export.base import ExportOptions
from tui.export.captions import one_line
from tui.export.view import View
from tui.model import Comparison, Divergence, Side, Which

__all__ = ["COLUMNS", "neutral", "render"]

COLUMNS = (
    "number",
    "relation",
    "kind",
    "a_paragraph",
    "a_sentence",
    "a_text",
    "b_paragraph",
    "b_sentence",
    "b_text",
    "elsewhere",
    "note",
    "score",
    "reader_note",
)
"""Sentences are counted from 0 as in the JSON, paragraphs from 1 as on screen."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(comparison: Comparison, options: ExportOptions) -> str:
    """A header, a line to each difference, then one to each noted sentence without a difference."""
    view = View(comparison, options)
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    told: set[tuple[Which, int]] = set()
    for d in view.differences:
        divergence = d.divergence
        places = _places(divergence)
        told.update(places)
        table.writerow(
            [
                d.number,
                divergence.relation.value,
                divergence.kind.value,
                *_cells(view, "a", divergence.a, d.a),
                *_cells(view, "b", divergence.b, d.b),
                "yes" if divergence.elsewhere else "no",
                neutral(d.remark),
                f"{divergence.score:.3f}",
                neutral(" | ".join(filter(None, (view.note(*place) for place in places)))),
            ]
        )
    for row in view.rows:
        for which, index in row.primaries:
            note = view.note(which, index)
            if note and (which, index) not in told:
                table.writerow(_noted(view, which, index, note))
    return written.getvalue()


def _noted(view: View, which: Which, index: int, note: str) -> list[str | int]:
    """The line of a note: the whole sentence in its report's columns, no relation."""
    text = one_line(view.sentence(which, index).text)
    place: list[str | int] = [view.paragraph(which, index), index, neutral(text)]
    empty: list[str | int] = ["", "", ""]
    sides = [*place, *empty] if which == "a" else [*empty, *place]
    return ["", "", "", *sides, "", "", "", neutral(note)]


def _places(divergence: Divergence) -> list[tuple[Which, int]]:
    sides: tuple[tuple[Which, Side | None], ...] = (("a", divergence.a), ("b", divergence.b))
    return [(which, side.sentence) for which, side in sides if side is not None]


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before what could start one.

    After OWASP's "CSV Injection"; quoting a cell does not help, since it is undone on opening.
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _cells(view: View, which: Which, side: Side | None, text: str) -> list[str | int]:
    if side is None:
        return ["", "", ""]
    return [view.paragraph(which, side.sentence), side.sentence, neutral(text)]
