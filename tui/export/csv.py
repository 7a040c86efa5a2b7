"""The differences as a table for spreadsheets (RFC 4180)."""

from __future__ import annotations

import csv
import io

from tui.export.base import ExportOptions
from tui.export.view import SIDES, View
from tui.model import Comparison, Side, Which

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
)
"""Sentences are counted from 0 as in the JSON, paragraphs from 1 as on screen."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(comparison: Comparison, options: ExportOptions) -> str:
    """A header, a line to each difference, then one to each note on how a report was read."""
    view = View(comparison, options)
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for d in view.differences:
        divergence = d.divergence
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
            ]
        )
    for which in SIDES:
        for note in view.reading_notes(which):
            told = {"kind": "reading", "note": neutral(f"{which.upper()}: {note}")}
            table.writerow([told.get(column, "") for column in COLUMNS])
    return written.getvalue()


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before what could start one.

    After OWASP's "CSV Injection"; quoting a cell does not help, since it is undone on opening.
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _cells(view: View, which: Which, side: Side | None, text: str) -> list[str | int]:
    if side is None:
        return ["", "", ""]
    return [view.paragraph(which, side.sentence), side.sentence, neutral(text)]
