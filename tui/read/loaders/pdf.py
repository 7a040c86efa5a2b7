"""PDF: the lines of its pages, and the paragraphs that they were set from.

A PDF has no paragraphs, only lines at places. Paragraphs are parted by wider gaps and by what
wrapped lines show (:mod:`tui.read.paragraphs`), headings by larger type. Words parted at a line's
end are put together, and what runs along the top and bottom of the pages is set apart.
"""

from __future__ import annotations

import logging
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tui.read.decode import clean
from tui.read.document import Document, Input
from tui.read.errors import ReadError
from tui.read.loaders.extras import require
from tui.read.loaders.typeset import TypesetLine, set_paragraphs
from tui.read.marked_up import compose

if TYPE_CHECKING:
    from pypdf import PageObject

__all__ = ["load_pdf"]

MOST_SECONDS = 30.0
"""For the whole document; a page that draws itself over and over is given up."""
MOST_CONTENT = 4 << 20
"""Bytes that one stream may unpack to; the text of a page takes a thousandth of it."""
MOST_PAGES = 1000


class _TooLong(Exception):  # noqa: N818 - ends a page that takes too long, and is caught here
    """Raised for too many pages, and between two drawing operators once the time is over."""


def load_pdf(source: Input) -> Document:
    """Load a PDF.

    Raises:
        ReadError: It is encrypted, damaged, has no text (a scan) or takes too long; or pypdf is not
            installed.
    """
    require("pypdf", "pdf", source.where, "a PDF")
    pages = _read(source)
    if not any(line.text.strip() for page in pages for line in page):
        raise ReadError(
            f"{source.where}: a PDF without text, a scan perhaps; recognise its text (OCR) first,"
            " as ocrmypdf does"
        )
    if source.raw:
        text = "\f".join("\n".join(line.text for line in page) for page in pages)
        cleaned = clean(text.replace("\f", "\n\n"), raw=True)
        return Document(cleaned.text, cleaned.notes)
    return compose(set_paragraphs(pages))


def _read(source: Input) -> list[list[TypesetLine]]:
    """The lines of each page, top to bottom as the document draws them."""
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it talks to standard error
    try:
        with apply_configuration(
            array_based_stream_maximum_output_length=MOST_CONTENT,
            lzw_maximum_output_length=MOST_CONTENT,
            run_length_maximum_output_length=MOST_CONTENT,
            zlib_maximum_output_length=MOST_CONTENT,
        ):
            return _pages(source.data, time.monotonic() + MOST_SECONDS)
    except (_TooLong, LimitReachedError):
        raise ReadError(
            f"{source.where}: too large to read: more than {MOST_PAGES} pages, {MOST_CONTENT >> 20}"
            f" MB on one, or {MOST_SECONDS:.0f} s; save the text of the report as .txt"
        ) from None
    except DependencyError:
        raise ReadError(
            f"{source.where}: an encrypted PDF; open it with its password and print it to a new PDF"
        ) from None
    except RecursionError:
        raise ReadError(f"{source.where}: a PDF nested too deeply; save its text as .txt") from None
    except Exception as error:  # noqa: BLE001 - what a damaged file does to pypdf is not bounded
        kind = type(error).__name__
        raise ReadError(f"{source.where}: a damaged PDF ({kind}); save it anew") from None


def _pages(data: bytes, end: float) -> list[list[TypesetLine]]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise DependencyError  # as for an encryption that pypdf lacks: not to be read here
    if len(reader.pages) > MOST_PAGES:
        raise _TooLong
    return [_lines(page, end) for page in reader.pages]


def _lines(page: PageObject, end: float) -> list[TypesetLine]:
    """The lines of a page with where they stand and how large they are set."""
    lines: list[TypesetLine] = []
    parts: list[str] = []
    place: tuple[float, float] | None = None

    def take(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        nonlocal place
        for number, part in enumerate(text.split("\n")):
            if number:
                finish()
            parts.append(part)
            if part.strip() and place is None:
                place = (_height(cm, tm), abs(size * tm[3] * cm[3]))

    def finish() -> None:
        nonlocal place
        text = "".join(parts)
        parts.clear()
        if text.strip():
            height, size = place or (0.0, 0.0)
            lines.append(TypesetLine(text.strip(), height, round(size, 1)))
        place = None

    def watch(*_: Any) -> None:
        if time.monotonic() > end:
            raise _TooLong

    page.extract_text(visitor_text=take, visitor_operand_before=watch)
    finish()
    return lines


def _height(cm: list[float], tm: list[float]) -> float:
    """How far above the bottom of the page a piece of text stands, in points."""
    return float(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])
