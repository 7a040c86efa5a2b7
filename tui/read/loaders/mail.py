"""E-mails (RFC 5322) and the web archives (MHTML, RFC 2557) that are formed like them.

Only what is in the message is read: no part that lies elsewhere is fetched, no attachment opened.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from itertools import chain
from typing import TYPE_CHECKING

from tui.read.decode import decode
from tui.read.document import Document, Input, Metadata
from tui.read.errors import ReadError
from tui.read.loaders.metadata import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["load_mail"]

_HEADERS = ("Subject", "From", "Date")
_PLAIN = "text/plain"
_PAGE = "text/html"
_WEB = re.compile("https?://", re.IGNORECASE)


def load_mail(source: Input) -> Document:
    """Load the text of a message, its subject, sender and date above it.

    Of alternatives the plain text is taken, else the HTML. Plain texts in a row, as around a
    picture, are read one after the other.

    Raises:
        ReadError: There is no text in it, or only HTML and what reads that is not installed.
    """
    try:
        message = email.message_from_bytes(source.data, policy=email.policy.default)
        parts = list(_shown(message))
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        # The parser of the standard library is lenient, its header parser not to the last.
        raise ReadError(f"{source.where}: a damaged e-mail; save its text as .txt") from None
    if source.raw:
        decoded = decode(source.data, source.where, declared=source.charset, raw=True)
        return Document(decoded.text, decoded.notes)
    if not parts:
        raise ReadError(f"{source.where}: an e-mail without text; its attachments are not opened")
    archived = _header(message, "Snapshot-Content-Location")
    pages = [part for part in parts if part.get_content_type() == _PAGE]
    if pages and (archived or parts[0] is pages[0]):
        from tui.read.loaders.html import load_html

        charset = pages[0].get_content_charset()
        url = archived if archived and _WEB.match(archived) else source.url
        document = load_html(Input(_payload(pages[0]), source.where, charset, url))
        if archived:
            return document
        notes = (*document.notes, *_left_out(len(parts) - 1))
        return replace(document, metadata=_metadata(message), notes=notes)
    texts = [
        decode(_payload(part), source.where, declared=part.get_content_charset())
        for part in parts
        if part not in pages
    ]
    head = "".join(f"{name}: {value}\n" for name, value in _head(message))
    told = dict.fromkeys(note for text in texts for note in text.notes)
    body = "\n\n".join(text.text for text in texts)
    return Document(f"{head}\n{body}", (*told, *_left_out(len(pages))), _metadata(message))


def _left_out(count: int) -> tuple[str, ...]:
    return (f"{count} more text{'s' * (count > 1)} of the e-mail left out",) * (count > 0)


def _shown(message: MIMEPart) -> Iterator[MIMEPart]:
    """The parts that a mail program shows as the text of a message, in order (RFC 2046, 5.1)."""
    kind = message.get_content_type()
    if message.is_attachment() or kind.startswith("message/"):
        return
    if not message.is_multipart():
        if kind in (_PLAIN, _PAGE) and _payload(message).strip():
            yield message
        return
    parts = [list(_shown(part)) for part in message.iter_parts()]
    if kind == "multipart/alternative":
        plain = (found for found in parts if found and found[0].get_content_type() == _PLAIN)
        yield from next(plain, next(filter(None, parts), []))
    elif kind == "multipart/related":  # all but the first is there to be shown within it
        yield from next(filter(None, parts), [])
    else:
        yield from chain.from_iterable(parts)


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _head(message: EmailMessage) -> Iterator[tuple[str, str]]:
    for name in _HEADERS:
        value = _header(message, name)
        if value:
            yield name, value


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return one_line(message.get(name))
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return None  # a header beyond what the standard library's parser bears


def _metadata(message: EmailMessage) -> Metadata:
    sender = message.get("From")
    try:
        names = [a.display_name or a.addr_spec for a in getattr(sender, "addresses", ())]
    except (ValueError, AttributeError):
        names = []
    return Metadata(
        title=_header(message, "Subject"),
        author=one_line(", ".join(names)),
        published=_sent(_header(message, "Date")),
    )


def _sent(value: str | None) -> str | None:
    try:
        moment: datetime = parsedate_to_datetime(value or "")
    except (ValueError, TypeError, OverflowError):
        return None
    return moment.isoformat()
