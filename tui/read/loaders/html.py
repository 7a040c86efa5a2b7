"""Web pages: the article on a page, by trafilatura, and what the page says of it.

Nothing is fetched or run: scripts, frames and pictures are left out unread.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from tui.read.decode import clean, decode
from tui.read.document import Document, Input, Metadata
from tui.read.errors import BY_HAND, ReadError
from tui.read.exports import is_own_page
from tui.read.forms import Form
from tui.read.loaders.extras import require
from tui.read.loaders.metadata import iso_date, one_line
from tui.read.loaders.tree import parse_html, pieces_of, text_length
from tui.read.marked_up import Piece, compose, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

__all__ = ["load_html"]

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([\w:.-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
_DISGUISE = {0xA0: 0xFDD0, 0x202F: 0xFDD1}
_UNDISGUISE = {disguise: space for space, disguise in _DISGUISE.items()}
"""No-break spaces as noncharacters, which no text has (Unicode 23.7), and back."""
_MOST_TAGS = 300_000
"""Opening and closing ones; a long report with all of its page around it has some thousands."""
_MOST_ELEMENTS = 30_000
"""trafilatura takes seconds for these, and much longer for many more; articles have hundreds."""
_WHOLE = "the page is so large that all of it is shown, not only the article"
_HARDLY_ANY = 60
_FEW = 250
"""Characters; a page with scripts and less text than this, that speaks of them, needs them."""
_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@property='og:published_time' or @name='pubdate' or @name='date']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{10,40})"')


def load_html(source: Input) -> Document:
    """Load the article on a web page.

    Raises:
        ReadError: The page is one of our own exports, shows its text only to browsers that run
            scripts, or has none; or trafilatura is not installed.
    """
    if is_own_page(source.data):
        raise ReadError(f"{source.where}: a comparison that Diptych wrote, not a report")
    if source.data.count(b"<") > _MOST_TAGS:
        raise ReadError(f"{source.where}: more than {_MOST_TAGS:,} tags; no report is that large")
    require("trafilatura", "html", source.where, "a web page")
    declared = source.charset or _declared(source.data)
    decoded = decode(source.data, source.where, declared=declared, raw=True)
    page = parse_html(decoded.text, source.where)
    if page is None:
        raise ReadError(f"{source.where}: a web page without any text")
    body = page.find("body")
    root = page if body is None else body
    if source.raw:
        return compose(pieces_of(root, bare=True), notes=decoded.notes)
    large = sum(1 for _ in page.iter("*")) > _MOST_ELEMENTS
    found = None if large else _extracted(page, source.url)
    metadata = _metadata(page, found, source.url)
    if found is not None and found.body is not None and text_length(found.body):
        pieces = _article(found.body, root, metadata.title)
    else:
        pieces = list(pieces_of(root, title=metadata.title))
    shown = " ".join(p.text for p in pieces if p.form is not Form.FURNITURE)
    if len(shown) < _HARDLY_ANY or (len(shown) < _FEW and "javascript" in shown.casefold()):
        _require_no_scripts(page, source.where)
    notes = (*decoded.notes, *([_WHOLE] if large else []))
    return compose(pieces, metadata, notes)


def _declared(data: bytes) -> str | None:
    head = data[:_HEAD_BYTES]
    found = _XML_CHARSET.search(head) or _META_CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def _extracted(page: HtmlElement, url: str | None) -> Any:
    """What trafilatura finds, or ``None``; dates only where the page states them.

    It makes any white space a plain space, so that no-break spaces go through it in disguise.
    """
    from copy import deepcopy

    import trafilatura

    disguised = deepcopy(page)
    for element in disguised.iter("*"):
        for name in ("text", "tail"):
            text = getattr(element, name) or ""
            changed = clean(text, raw=True).text.translate(_DISGUISE)  # lxml bears no controls
            if changed != text:
                setattr(element, name, changed)
    return trafilatura.bare_extraction(
        disguised,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "outputformat": "%Y-%m-%d",
        },
    )


def _article(body: Any, root: HtmlElement, title: str | None) -> list[Piece]:
    """The article's paragraphs, its title on top if it was left out, its captions set apart."""
    pieces = [
        piece._replace(text=piece.text.translate(_UNDISGUISE))
        for piece in pieces_of(body, title=(title or "").translate(_DISGUISE))
    ]
    if title and not any(piece.form is Form.TITLE for piece in pieces):
        pieces.insert(0, Piece(title, Form.TITLE))
    known = {piece.text for piece in pieces}
    pieces += [caption for caption in _captions(root) if caption.text not in known]
    return pieces


def _captions(root: HtmlElement) -> Iterator[Piece]:
    for caption in root.xpath(".//article//figcaption | .//main//figcaption"):
        text = squeeze(" ".join("".join(caption.itertext()).split("\n")))
        if text:
            yield Piece(text, Form.FURNITURE)


def _metadata(page: HtmlElement, found: Any, url: str | None) -> Metadata:
    """What the page states; relative addresses are resolved against the page's own."""
    lang = (page.get("lang") or "")[:2].lower()
    return Metadata(
        title=_stated(found, "title"),
        source=_stated(found, "sitename"),
        author=_stated(found, "author"),
        published=_published(page, getattr(found, "date", None)),
        lang=lang if lang.isascii() and lang.isalpha() and len(lang) == 2 else None,
        url=_canonical(page, url),
    )


def _stated(found: Any, name: str) -> str | None:
    return one_line((getattr(found, name, None) or "").translate(_UNDISGUISE))


def _published(page: HtmlElement, day: str | None) -> str | None:
    """The date-time the page states, where it is of the day that trafilatura settled on."""
    stated = [str(value) for path in _DATES for value in page.xpath(path)]
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        stated += _JSON_DATE.findall(str(script))
    moments = [moment for moment in map(iso_date, stated) if moment]
    if day is None:
        return moments[0] if moments else None
    return next((m for m in moments if m.startswith(day)), iso_date(day))


def _canonical(page: HtmlElement, url: str | None) -> str | None:
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for value in page.xpath(path):
            stated = clean(str(value)).text.strip()
            try:
                address = urljoin(url or "", stated)
                parts = urlsplit(address)
            except ValueError:
                continue
            if parts.scheme in ("http", "https") and parts.netloc and " " not in address:
                return address
    return url


def _require_no_scripts(page: HtmlElement, where: str) -> None:
    if page.find(".//script") is not None or page.find(".//noscript") is not None:
        raise ReadError(f"{where}: hardly any text without JavaScript; {BY_HAND}")
