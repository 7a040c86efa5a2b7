"""What python-docx has no words for: marks, languages, directions and borders (ECMA-376, part 1).

python-docx is imported by the caller's call, never by importing this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from tui.export.captions import is_right_to_left, known_language
from tui.model import Relation

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

__all__ = [
    "add_comment",
    "add_row",
    "add_run",
    "direct",
    "draw_borders",
    "mark",
    "repeat",
    "set_widths",
    "shade",
]

SHADES: Mapping[Relation, tuple[str, str]] = {
    Relation.CONFLICTS: ("A81C1C", "FBE3DF"),
    Relation.IMPRECISE: ("7C5000", "FAECC8"),
    Relation.REWORDED: ("6B3591", "F0E5F7"),
    Relation.ONLY_A: ("0B5F73", "DCF0F3"),
    Relation.ONLY_B: ("0B5F73", "DCF0F3"),
    Relation.AGREES: ("3F6B3A", "FFFFFF"),
}
"""Ink and wash of each relation on white paper, those of the web page."""

UNDERLINES: Mapping[Relation, str] = {
    Relation.CONFLICTS: "double",
    Relation.IMPRECISE: "dash",
    Relation.REWORDED: "wave",
    Relation.ONLY_A: "single",
    Relation.ONLY_B: "single",
    Relation.AGREES: "dotted",
}
"""``w:u`` values (17.18.99), like those of the web page."""

BORDER = "D9D4C8"
EAST_ASIAN = frozenset({"ja", "ko", "zh"})


def add_run(paragraph: Paragraph, words: str, lang: str) -> Run:
    """Add a run of text that says its language, for spelling, voices and its direction.

    python-docx looks at each character, and at all that stands in the paragraph.
    """
    from docx.text.run import Run

    run = _add(paragraph._p, "w:r")
    properties = _add(run, "w:rPr")
    if known_language(lang):
        tongue = "w:bidi" if is_right_to_left(lang) else "w:val"
        east = {"w:eastAsia": lang} if lang in EAST_ASIAN else {}
        _add(properties, "w:lang", **{tongue: lang}, **east)
    if is_right_to_left(lang):
        _add(properties, "w:rtl")
    _write(run, words)
    return Run(run, paragraph)


def add_comment(
    document: Document, number: int, runs: Sequence[Run], words: str, author: str
) -> None:
    """Add a comment over runs of one paragraph, from the first to the last.

    python-docx looks at all comments before it adds one, for a ``number`` that none has.
    """
    comments = document.comments._comments_elm
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    comment = _add(
        comments, "w:comment",
        **{"w:id": str(number), "w:author": author, "w:initials": author[:1], "w:date": made},
    )  # fmt: skip
    paragraph = _add(comment, "w:p")
    _add(_add(paragraph, "w:pPr"), "w:pStyle", **{"w:val": "CommentText"})
    reference = _add(paragraph, "w:r")
    _add(_add(reference, "w:rPr"), "w:rStyle", **{"w:val": "CommentReference"})
    _add(reference, "w:annotationRef")
    _write(_add(paragraph, "w:r"), words)
    runs[0].mark_comment_range(runs[-1], number)


def direct(paragraph: Paragraph, lang: str) -> None:
    """Set a paragraph from right to left where its language is written so."""
    if is_right_to_left(lang):
        _add(paragraph._p.get_or_add_pPr(), "w:bidi")


def mark(run: Run, relation: Relation) -> None:
    """Underline and colour a run as a relation is marked."""
    ink, wash = SHADES[relation]
    properties = run._r.get_or_add_rPr()
    _add(properties, "w:u", **{"w:val": UNDERLINES[relation], "w:color": ink})
    if relation is not Relation.AGREES:
        _add(properties, "w:shd", **{"w:val": "clear", "w:fill": wash})


def shade(cell: _Cell, relation: Relation) -> None:
    """Give a cell the wash of a relation."""
    _add(cell._tc.get_or_add_tcPr(), "w:shd", **{"w:val": "clear", "w:fill": SHADES[relation][1]})


def draw_borders(table: Table) -> None:
    """Give a table thin, light lines."""
    borders = _add(table._tbl.tblPr, "w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, f"w:{side}", **{"w:val": "single", "w:sz": "4", "w:color": BORDER})


def add_row(table: Table) -> _Row:
    """Add a row that stays on one page, its cells as wide as their columns.

    python-docx looks at all rows before it adds one.
    """
    from docx.table import _Row

    row = _add(table._tbl, "w:tr")
    _add(_add(row, "w:trPr"), "w:cantSplit")
    for column in table._tbl.tblGrid.gridCol_lst:
        width = column.get(_qn("w:w"), "")
        cell = _add(row, "w:tc")
        _add(_add(cell, "w:tcPr"), "w:tcW", **{"w:type": "dxa", "w:w": width})
        _add(cell, "w:p")
    return _Row(row, table)


def repeat(row: _Row) -> None:
    """Repeat a row of headings on every page."""
    _add(row._tr.get_or_add_trPr(), "w:tblHeader")


def set_widths(table: Table, *millimetres: int) -> None:
    """Set the widths of a table's columns, before rows are added."""
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, millimetres, strict=True):
        column.width = Mm(width)


def _write(run: Any, words: str) -> None:
    """Write text into a run; what is white space at its ends is kept."""
    text = _add(run, "w:t")
    text.text = words
    if words != words.strip():
        text.set(_qn("xml:space"), "preserve")


def _add(parent: Any, name: str, **attributes: str) -> Any:
    """Add an element as the last, and return it."""
    from lxml.etree import SubElement

    return SubElement(parent, _qn(name), {_qn(key): value for key, value in attributes.items()})


@cache
def _qn(name: str) -> str:
    """A name with its namespace spelt out."""
    from docx.oxml.ns import qn

    return str(qn(name))
