"""DOCX: the paragraphs of a document and the styles that mark them, by python-docx."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from tui.read.document import Document, Input, Metadata
from tui.read.errors import ReadError
from tui.read.exports import is_own_document
from tui.read.forms import Form
from tui.read.loaders.archive import open_archive, require_plain_xml
from tui.read.loaders.extras import require
from tui.read.loaders.metadata import stated_in
from tui.read.marked_up import BULLET, Piece, compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as WordDocument

__all__ = ["load_docx"]

_XML = (".xml", ".rels")
_AROUND_BLOCKS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
"""What may stand around paragraphs, tables and rows (ISO/IEC 29500-1, 17.5 and 17.13.5)."""
_PASSED_OVER = frozenset({"pPr", "rPr", "moveFrom", "del", "txbxContent", "Fallback", "instrText"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\xad"}
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
    """The paragraphs of the body as it reads with all tracked changes accepted.

    python-docx's own iteration passes over what stands in content controls, text boxes and
    insertions, so that the tree is walked here.
    """
    yield from _blocks(document.element.body, _style_names(document))


def _style_names(document: WordDocument) -> dict[str | None, str]:
    """What each paragraph style is called, by its id; under ``None`` the default's name.

    python-docx looks through all styles for each paragraph, which takes milliseconds.
    """
    from docx.enum.style import WD_STYLE_TYPE

    styles = [style for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH]
    default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    names: dict[str | None, str] = {style.style_id: (style.name or "").lower() for style in styles}
    names[None] = ((default.name if default else None) or "").lower()
    return names


def _blocks(parent: Any, styles: Mapping[str | None, str]) -> Iterator[Piece]:
    for child in parent:
        tag = _tag(child)
        if tag == "p":
            yield _piece(child, styles)
            for box in _boxes(child):
                yield from _blocks(box, styles)
        elif tag == "tbl":
            yield from _rows(child)
        elif tag in _AROUND_BLOCKS:
            yield from _blocks(child, styles)


def _piece(paragraph: Any, styles: Mapping[str | None, str]) -> Piece:
    name = styles.get(paragraph.style, styles[None])
    form = next((form for start, form in _STYLES if name.startswith(start)), Form.PLAIN)
    if form is Form.PLAIN and paragraph.pPr is not None and paragraph.pPr.numPr is not None:
        form = Form.ITEM
    text = "".join(_text(paragraph))
    return Piece(BULLET + text if form is Form.ITEM and text.strip() else text, form)


def _text(element: Any) -> Iterator[str]:
    """The text of a paragraph's runs, wherever they are; deleted text has a tag of its own."""
    for child in element:
        tag = _tag(child)
        if tag == "t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag not in _PASSED_OVER:
            yield from _text(child)


def _boxes(element: Any) -> Iterator[Any]:
    """The contents of text boxes within a paragraph, without their copies for older programs."""
    for child in element:
        tag = _tag(child)
        if tag == "txbxContent":
            yield child
        elif tag != "Fallback":
            yield from _boxes(child)


def _rows(table: Any) -> Iterator[Piece]:
    for row in table:
        if _tag(row) in _AROUND_BLOCKS:
            yield from _rows(row)
        elif _tag(row) == "tr":
            cells = (" ".join("".join(_text(p)) for p in _paragraphs(cell)) for cell in row)
            yield Piece(" ".join(cell.strip() for cell in cells if cell.strip()))


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        if _tag(child) == "p":
            yield child
        else:
            yield from _paragraphs(child)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
