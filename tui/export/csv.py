"""The differences as a table for spreadsheets (RFC 4180)."""

from __future__ import annotations

import csv
import io

from tui.export.base import ExportOptions
from tui.export.captions import one_line
from tui.export.view import View
from tui.model import SIDES, Comparison, Side, Which

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
    "a_source",
    "a_translation",
    "b_source",
    "b_translation",
)
"""Sentences are counted from 0 as in the JSON, paragraphs from 1 as on screen.

``source`` is the whole sentence that the detail stands in, ``translation`` that of the sentence.
"""

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
                *_sentence(view, "a", divergence.a),
                *_sentence(view, "b", divergence.b),
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


def _sentence(view: View, which: Which, side: Side | None) -> list[str]:
    """The sentence a detail stands in, and its translation."""
    if side is None:
        return ["", ""]
    translation = view.translation(which, side.sentence)
    source = one_line(view.article(which).sentences[side.sentence].text)
    return [neutral(source), neutral(one_line(translation.text)) if translation else ""]
