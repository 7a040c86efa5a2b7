"""The formats that can be read, each recognised by its content rather than its name.

A format is one entry of :data:`FORMATS` and one module of :mod:`tui.read.loaders`, which is
imported when a document of the format comes along.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tui.read.errors import ReadError
from tui.read.files import LIMIT, LONGEST_FILE

if TYPE_CHECKING:
    from tui.read.document import Document, Input

__all__ = [
    "FORMATS",
    "REPORT_SUFFIXES",
    "Format",
    "format_of",
    "load_document",
]

REPORT_SUFFIXES = frozenset(
    {
        *(".txt", ".text", ".md", ".markdown"),
        *(".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".docx", ".epub", ".eml"),
    }
)
"""What files of reports are called; a folder without a ``story.toml`` is those of them in it."""

_HEAD = 4096
_SPACE = b"\xef\xbb\xbf \t\r\n"
_COMMENTS = re.compile(rb"\A(?:\s*(?:<!--.*?-->|<\?xml[^>]*\?>))+", re.DOTALL)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|article|main|section|div|h1|p|meta|title)[\s>/])",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(rb"word/document\d*\.xml")  # Word on the web numbers it
_XHTML = re.compile(rb"<html[\s>]", re.IGNORECASE)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[{\]])")
_MAIL_LINE = re.compile(rb"[!-9;-~]+:|[ \t]")
_MAILBOX_LINE = re.compile(rb"\AFrom [^\n]*\n")
_MAIL_FIELDS = re.compile(
    rb"^(message-id|mime-version|received|return-path):", re.IGNORECASE | re.MULTILINE
)
_MAIL_FROM = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)


class Format(NamedTuple):
    """A way from bytes to a document.

    Attributes:
        name: What the format is called.
        accepts: Whether bytes are of the format; it looks at the content only.
        loader: Where its loader is, ``module:function`` in :mod:`tui.read.loaders`.
        limit: The longest input in bytes.
    """

    name: str
    accepts: Callable[[bytes], bool]
    loader: str
    limit: int = LIMIT

    def load(self, source: Input) -> Document:
        """Load a document; the loader is imported now."""
        module, _, function = self.loader.partition(":")
        load: Callable[[Input], Document] = getattr(
            import_module(f"tui.read.loaders.{module}"), function
        )
        return load(source)


def _is_docx(data: bytes) -> bool:
    return data.startswith(b"PK") and _DOCUMENT.search(data) is not None


def _is_epub(data: bytes) -> bool:
    return data.startswith(b"PK") and (
        b"application/epub+zip" in data[:_HEAD] or b"META-INF/container.xml" in data
    )


def _is_html(data: bytes) -> bool:
    head = _narrow(data)
    if head.startswith(b"<?xml"):
        return _XHTML.search(head) is not None
    return _HTML.match(_COMMENTS.sub(b"", head).lstrip()) is not None


def _is_mail(data: bytes) -> bool:
    """Whether a message's header is on top, with a field that only mail programs write."""
    head = data[: 4 * _HEAD].lstrip(_SPACE).replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    head = _MAILBOX_LINE.sub(b"", head)
    lines = head.split(b"\n")[:20]
    return (
        all(_MAIL_LINE.match(line) for line in lines)
        and _MAIL_FROM.search(head) is not None
        and _MAIL_FIELDS.search(head) is not None
    )


def _narrow(data: bytes) -> bytes:
    """The beginning, two-byte encodings made one-byte: only ASCII is looked for in it."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:64]:
        head = head.strip(b"\xff\xfe").replace(b"\0", b"")
    return head.lstrip(_SPACE)


FORMATS: tuple[Format, ...] = (
    Format("PDF", lambda data: data.startswith(b"%PDF-"), "pdf:load_pdf", LONGEST_FILE),
    Format("EPUB", _is_epub, "epub:load_epub", LONGEST_FILE),
    Format("DOCX", _is_docx, "docx:load_docx", LONGEST_FILE),
    Format("HTML", _is_html, "html:load_html"),
    Format("e-mail", _is_mail, "mail:load_mail", LONGEST_FILE),
    Format("JSON", lambda data: _JSON.match(data) is not None, "article_json:load_json"),
    Format("plain text", lambda _: True, "plain:load_plain"),
)
"""In order of trial; plain text, which accepts all, stays last."""

_UNREAD = (
    (b"PK\x03\x04", "a ZIP archive or a document of a kind that is not read; save it as DOCX"),
    (b"{\\rtf", "an RTF document; save it as DOCX or plain text"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Office document, or an encrypted one; save it as DOCX without a password",
    ),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"\x89PNG", "an image; recognise its text (OCR) first"),
    (b"\xff\xd8\xff", "an image; recognise its text (OCR) first"),
    (b"GIF8", "an image; recognise its text (OCR) first"),
    (b"<rss", "a feed, not an article; open the address of one of its articles"),
    (b"<feed", "a feed, not an article; open the address of one of its articles"),
    (b"<?xml", "XML of a kind that is not read; save its text as .txt"),
)


def load_document(source: Input) -> Document:
    """Load bytes by the first format that accepts them.

    Raises:
        ReadError: They are too many, in a format that is not read, or damaged.
    """
    form = format_of(source.data)
    if len(source.data) > form.limit:
        raise ReadError(
            f"{source.where}: longer than {form.limit >> 20} MB; no report is that long"
        )
    if form is FORMATS[-1]:
        head = _narrow(source.data)
        bare = _COMMENTS.sub(b"", head).lstrip()
        for magic, what in _UNREAD:
            if source.data.startswith(magic) or head.startswith(magic) or bare.startswith(magic):
                raise ReadError(f"{source.where}: {what}")
    return form.load(source)


def format_of(data: bytes) -> Format:
    """The first format that accepts the bytes."""
    return next(form for form in FORMATS if form.accepts(data))
