"""Comparisons as a Word document: two columns, marks in colour, a comment on each difference.

Needs python-docx (``pip install 'diptych[docx]'``). A mark has its sign and its kind of underline
beside its colour, as in every export.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from tui import __version__
from tui.export.base import ExportError, ExportOptions
from tui.export.captions import (
    day,
    even,
    fingerprint,
    heading,
    one_line,
    opening,
    origin,
    place,
)
from tui.export.changed import Piece, side_pieces
from tui.export.ooxml import (
    add_comment,
    add_row,
    add_run,
    direct,
    draw_borders,
    mark,
    repeat,
    set_widths,
    shade,
)
from tui.export.view import Difference, View
from tui.model import SIDES, Comparison, Relation, SentenceKind, Which
from tui.rows import Row
from tui.translate.tmx import valid_xml
from tui.words import RELATIONS, remark

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

__all__ = ["render"]

_SOFT = "5C5850"


def render(comparison: Comparison, options: ExportOptions) -> bytes:
    """The document.

    Raises:
        ExportError: python-docx is not installed.
    """
    try:
        import docx
    except ImportError:
        raise ExportError(
            "Word documents need python-docx; install it with: pip install 'diptych[docx]'"
        ) from None
    document = docx.Document()
    _Letter(View(comparison, options), document).write()
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


class _Letter:
    """Writes the parts of the document in order."""

    def __init__(self, view: View, document: Document) -> None:
        self.view = view
        self.document = document
        self.comments = count()

    def write(self) -> None:
        self._set_up()
        self.document.add_heading(self._title, 0)
        self.document.add_paragraph(valid_xml(self.view.headline))
        self._sources()
        self.document.add_heading("Differences", 1)
        self._differences()
        self.document.add_heading("Side by side", 1)
        self._rows()
        self._colophon()

    def _set_up(self) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm, Pt

        page = self.document.sections[0]
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Mm(297), Mm(210)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
        self.document.styles["Normal"].font.size = Pt(10.5)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(3)
        properties = self.document.core_properties
        properties.author = "Diptych"
        properties.comments = ""
        properties.title = self._title[:255]
        # The template's own dates are of the year it was made in.
        properties.created = properties.modified = datetime.now(UTC)

    @property
    def _title(self) -> str:
        return valid_xml(self.view.title)

    def _sources(self) -> None:
        table = self._table(2)
        for which, cell in zip(SIDES, add_row(table).cells, strict=True):
            article = self.view.article(which)
            first = cell.paragraphs[0]
            self._run(first, f"{which.upper()}  ").bold = True
            self._run(first, heading(article), article.lang).bold = True
            facts = [" · ".join(origin(article, day(article), article.lang)), place(article)]
            if not self.view.options.anonymous:
                facts.append(f"SHA-256 {fingerprint(article)}")
            facts += self.view.reading_notes(which)
            for fact in filter(None, facts):
                self._soft(cell.add_paragraph(), fact)

    def _differences(self) -> None:
        if not self.view.differences:
            self.document.add_paragraph("None were found.")
            return
        heads = ("No.", "Relation", "Detail", "A", "B", "Remark")
        table = self._table(6, *heads, widths=(12, 32, 30, 82, 82, 29))
        for d in self.view.gravest_first:
            cells = add_row(table).cells
            told = (str(d.number), f"{RELATIONS[d.relation].glyph} {d.label}", d.kind)
            for cell, words in zip(cells, told, strict=False):
                self._run(cell.paragraphs[0], words)
            shade(cells[1], d.relation)
            for cell, which in zip(cells[3:5], SIDES, strict=True):
                self._version(cell.paragraphs[0], d, which)
            self._run(cells[5].paragraphs[0], d.remark)

    def _version(self, paragraph: Paragraph, difference: Difference, which: Which) -> None:
        """The words of one side, those that changed in bold."""
        lang = self.view.article(which).lang
        found = side_pieces(difference.divergence, which)
        for text, changed in found:
            run = self._run(paragraph, even(text), lang)
            if changed:
                run.bold = True
        if not found:
            self._run(paragraph, "—")

    def _rows(self) -> None:
        names = (f"{w.upper()}  {one_line(self.view.article(w).name)}" for w in SIDES)
        table = self._table(2, *names)
        for row in self.view.rows:
            self._row(table, row)

    def _row(self, table: Table, row: Row) -> None:
        left, right = add_row(table).cells
        if row.a is not None:
            self._sentence(left, "a", row.a)
        for j in row.b:
            self._sentence(right, "b", j)
        for j in row.echoes:
            sentence = self.view.sentence("b", j)
            words = f"also B ¶{self.view.paragraph('b', j)}: “{opening(sentence.text)}”"
            self._soft(self._next(right), words)
        if not row.linked:
            empty, other = (left, "A") if row.a is None else (right, "B")
            self._soft(self._next(empty), f"— no match in {other}")

    def _sentence(self, cell: _Cell, which: Which, index: int) -> None:
        article, sentence = self.view.article(which), self.view.sentence(which, index)
        paragraph = self._next(cell)
        direct(paragraph, article.lang)
        if number := self.view.margin_number(which, index):
            self._soft(paragraph, f"¶{number} ")
        commented: dict[int, list[Run]] = {}
        for piece in self.view.pieces(which, index, agreements=self.view.options.agreements):
            for run in self._piece(paragraph, piece, article.lang):
                if sentence.kind in (SentenceKind.TITLE, SentenceKind.HEADING):
                    run.bold = True
                for over in piece.run.marks:
                    commented.setdefault(over.number, []).append(run)
        self._comment(which, commented)
        self._below(cell, which, index)

    def _piece(self, paragraph: Paragraph, piece: Piece, lang: str) -> Iterator[Run]:
        seen = piece.run.mark
        if seen is None:
            yield self._run(paragraph, even(piece.text), lang)
            return
        relation = seen.divergence.relation
        if piece.first and seen in piece.run.opening and relation is not Relation.AGREES:
            yield self._marked(paragraph, RELATIONS[relation].glyph, "en", relation)
        run = self._marked(paragraph, even(piece.text), lang, relation)
        if piece.changed:
            run.bold = True
        yield run

    def _comment(self, which: Which, commented: Mapping[int, Sequence[Run]]) -> None:
        """A comment on each difference of a sentence, over the words it is about."""
        for number, runs in commented.items():
            if number in self.view.numbers:
                divergence = self.view.comparison.divergences[number]
                words = f"{self.view.numbers[number]}. {self.view.tip(which, divergence)}"
                comment = next(self.comments)
                add_comment(self.document, comment, runs, valid_xml(words), author="Diptych")

    def _below(self, cell: _Cell, which: Which, index: int) -> None:
        if translation := self.view.translation(which, index):
            paragraph = cell.add_paragraph()
            direct(paragraph, translation.lang)
            self._run(paragraph, one_line(translation.text), translation.lang).italic = True
            if doubted := one_line(remark(translation)):
                self._soft(paragraph, f" ⁇ {doubted}")

    def _colophon(self) -> None:
        self._soft(
            self.document.add_paragraph(),
            f"Compared by Diptych {__version__}. Matches and differences are found by a program"
            " and may be wrong; the texts are as they were read.",
        )

    def _table(self, columns: int, *heads: str, widths: Sequence[int] = ()) -> Table:
        table: Table = self.document.add_table(rows=0, cols=columns)
        table.style = "Table Grid"
        draw_borders(table)
        if widths:
            set_widths(table, *widths)
        if heads:
            row = add_row(table)
            repeat(row)
            for cell, head in zip(row.cells, heads, strict=True):
                self._run(cell.paragraphs[0], head).bold = True
        return table

    def _next(self, cell: _Cell) -> Paragraph:
        """The paragraph to write in: the empty one that a new cell has, or another."""
        first: Paragraph = cell.paragraphs[0]
        return first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()

    def _run(self, paragraph: Paragraph, words: str, lang: str = "en") -> Run:
        return add_run(paragraph, valid_xml(words), lang)

    def _marked(self, paragraph: Paragraph, words: str, lang: str, relation: Relation) -> Run:
        run = self._run(paragraph, words, lang)
        mark(run, relation)
        return run

    def _soft(self, paragraph: Paragraph, words: str) -> None:
        from docx.shared import Pt, RGBColor

        run = self._run(paragraph, words)
        run.font.size, run.font.color.rgb = Pt(8.5), RGBColor.from_string(_SOFT)
