"""What a loader is given, bytes, and what it gives, a text with what its format says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.model import Block, Sentence
    from tui.read.paragraphs import Paragraph

__all__ = ["Document", "Input", "Metadata"]


class Input(NamedTuple):
    """Bytes to be loaded, and what is known of them from elsewhere.

    Attributes:
        data: All of them.
        where: What to call them in an error, fit to be printed.
        charset: The encoding that a server or a story states; it may be wrong.
        url: Where they were fetched, to resolve what a page says relative to itself.
        raw: Whether the untouched text is wanted rather than the cleaned one.
        chapter: Which chapter of a book is wanted, from 1; all of them where it is ``None``.
    """

    data: bytes
    where: str
    charset: str | None = None
    url: str | None = None
    raw: bool = False
    chapter: int | None = None


class Metadata(NamedTuple):
    """What a document says of itself outside its text; ``None`` where it does not.

    ``published`` is an ISO 8601 date or date-time, ``lang`` an ISO 639-1 code, ``url`` an http(s)
    address.
    """

    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    lang: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as its format gives it.

    Attributes:
        text: The text that is shown, clean.
        notes: What a reader should know of how it was read, a line each.
        metadata: What the document says of itself.
        paragraphs: Its paragraphs, where the format marks them; ``None`` where they are to be
            found from the lines.
        blocks: Its blocks, where even those are given, as in an article of our own.
        sentences: Its sentences, where they are given with the blocks.
    """

    text: str
    notes: tuple[str, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    paragraphs: tuple[Paragraph, ...] | None = None
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
