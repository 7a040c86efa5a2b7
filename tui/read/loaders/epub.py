"""EPUB: the chapters of a book in reading order, or one of them.

Only the package, which says what the order is, and the chapters are unpacked. Specification: EPUB
3.3, sections 4.2 (container) and 5 (package).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from tui.errors import printable
from tui.read.decode import decode
from tui.read.document import Document, Input, Metadata
from tui.read.errors import ReadError
from tui.read.loaders.archive import open_archive, read_part
from tui.read.loaders.extras import require
from tui.read.loaders.metadata import iso_date, one_line
from tui.read.marked_up import compose

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

    from tui.read.marked_up import Piece

__all__ = ["load_epub"]

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html"})
_LEAST = 200
"""Characters; shorter parts (covers, half titles) are no chapters to choose from."""


class _Package(NamedTuple):
    """What the package says: the chapters' names in order, and metadata of the book."""

    chapters: tuple[str, ...]
    metadata: Metadata


def load_epub(source: Input) -> Document:
    """Load a book, or the chapter that is wanted.

    Raises:
        ReadError: It is damaged, encrypted or a bomb, or has no such chapter; or lxml is not
            installed.
    """
    require("lxml.html", "epub", source.where, "an EPUB book")
    with open_archive(source.data, source.where) as archive:
        if _ENCRYPTION in archive.namelist() and b"xhtml" in read_part(
            archive, _ENCRYPTION, source.where
        ):
            raise ReadError(f"{source.where}: an encrypted book (DRM); it cannot be read")
        package = _package(archive, source.where)
        chapters = [_chapter(archive, name, source) for name in package.chapters]
    chapters = [c for c in chapters if sum(len(p.text) for p in c) >= _LEAST] or chapters
    if source.chapter is not None:
        if not 1 <= source.chapter <= len(chapters):
            raise ReadError(f"{source.where}: the book has chapters 1 to {len(chapters)}")
        return compose(chapters[source.chapter - 1], package.metadata)
    notes: tuple[str, ...] = ()
    if len(chapters) > 1:
        notes = (f"all {len(chapters)} chapters of the book; #1 after its name is the first alone",)
    return compose((piece for chapter in chapters for piece in chapter), package.metadata, notes)


def _package(archive: ZipFile, where: str) -> _Package:
    container = _xml(archive, _CONTAINER, where)
    rootfile = next(
        (e for e in container.iter() if e.tag.endswith("}rootfile") and e.get("full-path")), None
    )
    if rootfile is None:
        raise ReadError(f"{where}: damaged: the book has no package; save it anew")
    name = rootfile.get("full-path", "")
    package = _xml(archive, name, where)
    base = posixpath.dirname(name)
    items = {
        item.get("id"): posixpath.normpath(posixpath.join(base, unquote(item.get("href", ""))))
        for item in package.iter()
        if item.tag.endswith("}item") and item.get("media-type") in _CHAPTERS
    }
    spine = [e.get("idref") for e in package.iter() if e.tag.endswith("}itemref")]
    return _Package(
        # Each once, though nothing keeps a book from listing a chapter a million times.
        chapters=tuple(dict.fromkeys(items[idref] for idref in spine if idref in items)),
        metadata=Metadata(
            source=one_line(package.findtext(f".//{_DC}title")),
            author=", ".join(
                filter(None, (one_line(e.text) for e in package.iter(f"{_DC}creator")))
            )
            or None,
            published=iso_date(package.findtext(f".//{_DC}date")),
        ),
    )


def _xml(archive: ZipFile, name: str, where: str) -> Element:
    from xml.etree.ElementTree import ParseError

    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        root: Element = ElementTree.fromstring(read_part(archive, name, where))
    except DefusedXmlException:
        raise ReadError(
            f"{where}: declares XML entities, which no book needs; it is not read"
        ) from None
    except (ParseError, ValueError, LookupError):
        raise ReadError(f"{where}: damaged: {printable(name)} is no XML; save it anew") from None
    return root


def _chapter(archive: ZipFile, name: str, source: Input) -> list[Piece]:
    """The paragraphs of a chapter; it is read as HTML, which knows no entities but its own."""
    from tui.read.loaders.tree import parse_html, pieces_of

    text = decode(read_part(archive, name, source.where), source.where, raw=True).text
    page = parse_html(text, source.where)
    body = None if page is None else page.find("body")
    return [] if body is None else list(pieces_of(body, bare=source.raw))
