"""Plain text and Markdown."""

from __future__ import annotations

from tui.read.decode import decode
from tui.read.document import Document, Input

__all__ = ["load_plain"]


def load_plain(source: Input) -> Document:
    """Decode the text; its structure is found from its lines."""
    decoded = decode(source.data, source.where, declared=source.charset, raw=source.raw)
    return Document(decoded.text, decoded.notes)
