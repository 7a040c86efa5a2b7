"""DOCX: the paragraphs of a document and the styles that mark them, by python-docx."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from tui.read.document import Document, Input, Metadata
from tui.read.errors import ReadError
from tui.read.forms import Form
from tui.read.loaders.archive import is_own_document, open_archive, require_plain_xml
from tui.read.loaders.extras import require
from tui.read.loaders.metadata import stated_in
from tui.read.marked_up import BULLET, Piece, compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

__all__ = ["load_docx"]

_XML = (".xml", ".rels")
_STYLES = (
    ("title", Form.TITLE),
    ("heading", Form.HEADING),
    ("quote", Form.QUOTE),
    ("intense quote", Form.QUOTE),
    ("caption", Form.FURNITURE),
    ("list", Form.ITEM),
)
"""The beginnings of the built-in styles' names, which are the same in every language's Word."""


def load_docx(source: Input) -> Document:
    """Load a DOCX document.

    Raises:
        ReadError: It is damaged, encrypted, a bomb or one of our own exports; or python-docx is not
            installed.
    """
    require("docx", "docx", source.where, "a DOCX document")
    with open_archive(source.data, source.where) as archive:
        names = [n for n in archive.namelist() if n.lower().endswith(_XML)]
        require_plain_xml(archive, names, source.where)
    if is_own_document(BytesIO(source.data)):
        raise ReadError(f"{source.where}: a comparison that Diptych wrote, not a report")
    import docx

    try:
        document = docx.Document(BytesIO(source.data))
        pieces = list(_pieces(document))
        properties = document.core_properties
        title, author = properties.title, properties.author
    except Exception as error:  # noqa: BLE001 - what a damaged file does to python-docx is not bounded
        kind = type(error).__name__
        raise ReadError(f"{source.where}: a damaged DOCX ({kind}); save it anew") from None
    head = "\n".join(piece.text for piece in pieces[:10])
    return compose(pieces, Metadata(title=stated_in(head, title), author=stated_in(head, author)))


def _pieces(document: WordDocument) -> Iterator[Piece]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield _piece(block)


def _piece(paragraph: Paragraph) -> Piece:
    style = ((paragraph.style.name if paragraph.style else None) or "").lower()
    form = next((form for name, form in _STYLES if style.startswith(name)), Form.PLAIN)
    if form is Form.PLAIN and paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None:
        form = Form.ITEM
    text = paragraph.text
    return Piece(BULLET + text if form is Form.ITEM and text.strip() else text, form)


def _rows(table: Table) -> Iterator[Piece]:
    for row in table.rows:
        cells = dict.fromkeys(cell.text.strip() for cell in row.cells)  # a merged cell comes twice
        yield Piece(" ".join(cell for cell in cells if cell))
