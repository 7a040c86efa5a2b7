"""What python-docx has no words for: marks, languages, directions and borders (ECMA-376, part 1).

python-docx is imported by the caller's call, never by importing this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.export.captions import is_right_to_left, known_language
from tui.model import Relation

if TYPE_CHECKING:
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

__all__ = ["add_row", "direct", "draw_borders", "mark", "repeat", "set_widths", "shade", "speak"]

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


def speak(run: Run, lang: str) -> None:
    """Say what language a run is in, for spelling, voices and its direction."""
    properties = run._r.get_or_add_rPr()
    if known_language(lang):
        tongue = "w:bidi" if is_right_to_left(lang) else "w:val"
        east = {"w:eastAsia": lang} if lang in EAST_ASIAN else {}
        _add(properties, "w:lang", **{tongue: lang}, **east)
    if is_right_to_left(lang):
        _add(properties, "w:rtl")


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
    """Add a row that stays on one page."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    _add(row._tr.get_or_add_trPr(), "w:cantSplit")
    return row


def repeat(row: _Row) -> None:
    """Repeat a row of headings on every page."""
    _add(row._tr.get_or_add_trPr(), "w:tblHeader")


def set_widths(table: Table, *millimetres: int) -> None:
    """Set the widths of a table's columns."""
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, millimetres, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, millimetres, strict=True):
            cell.width = Mm(width)


def _add(parent: Any, name: str, **attributes: str) -> Any:
    """Add an element, and return it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    parent.append(element)
    return element
