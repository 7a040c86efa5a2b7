"""The file formats that can be read, each recognised by its content rather than its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui.read.decode import Decoded, decode
from tui.read.errors import ReadError

__all__ = ["FORMATS", "TEXT_SUFFIXES", "Document", "Format", "load_document"]

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""What files of reports are called, where only the name can tell."""


class Document(NamedTuple):
    """What a format yields: the text to read, what it says of itself, and notes on the way."""

    text: str
    notes: tuple[str, ...] = ()


class Format(NamedTuple):
    """A way from bytes to text.

    ``accepts`` looks at the content only. ``load`` gets the bytes and what to call them in an
    error.
    """

    name: str
    accepts: Callable[[bytes], bool]
    load: Callable[[bytes, str], Document]


def _load_text(data: bytes, where: str) -> Document:
    decoded: Decoded = decode(data, where)
    return Document(decoded.text, decoded.notes)


FORMATS: tuple[Format, ...] = (Format("plain text", lambda _: True, _load_text),)
"""In order of trial; plain text, which accepts all, stays last."""

_UNREAD = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP-based document or archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "compressed"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_WEB = (b"<!doctype html", b"<html", b"<?xml")


def load_document(data: bytes, where: str) -> Document:
    """Load bytes by the first format that accepts them.

    Args:
        data: The whole input.
        where: What to call it in an error.

    Raises:
        ReadError: It is in a format that is not read, or its text cannot be decoded.
    """
    for magic, what in _UNREAD:
        if data.startswith(magic):
            raise ReadError(f"{where}: {what}, not plain text; save its text as .txt")
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB):
        raise ReadError(f"{where}: a web page or XML, not plain text; save its text as .txt")
    form = next(f for f in FORMATS if f.accepts(data))
    return form.load(data, where)
