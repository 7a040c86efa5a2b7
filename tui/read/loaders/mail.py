"""E-mails (RFC 5322) and the web archives (MHTML, RFC 2557) that are formed like them.

Only what is in the message is read: no part that lies elsewhere is fetched, no attachment opened.
"""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tui.read.decode import clean, decode
from tui.read.document import Document, Input, Metadata
from tui.read.errors import ReadError
from tui.read.loaders.metadata import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["load_mail"]

_HEADERS = ("Subject", "From", "Date")
_MOST_PARTS = 500


def load_mail(source: Input) -> Document:
    """Load the text of a message, its subject, sender and date above it.

    The plain text is taken where there is one, else the HTML.

    Raises:
        ReadError: There is no text in it, or only HTML and what reads that is not installed.
    """
    try:
        message = email.message_from_bytes(source.data, policy=email.policy.default)
        parts = _parts(message)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        # The parser of the standard library is lenient, its header parser not to the last.
        raise ReadError(f"{source.where}: a damaged e-mail; save its text as .txt") from None
    if source.raw:
        decoded = decode(source.data, source.where, declared=source.charset, raw=True)
        return Document(decoded.text, decoded.notes)
    page = _header(message, "Snapshot-Content-Location")
    wanted = "text/html" if page else "text/plain"
    part = parts.get(wanted) or parts.get("text/plain") or parts.get("text/html")
    if part is None:
        raise ReadError(f"{source.where}: an e-mail without text; its attachments are not opened")
    body = Input(_payload(part), source.where, part.get_content_charset(), page or source.url)
    if part.get_content_type() == "text/html":
        from tui.read.loaders.html import load_html

        document = load_html(body)
        return document if page else replace(document, metadata=_metadata(message))
    decoded = decode(body.data, source.where, declared=body.charset)
    head = "".join(f"{name}: {value}\n" for name, value in _head(message))
    return Document(f"{head}\n{decoded.text}", decoded.notes, _metadata(message))


def _parts(message: EmailMessage) -> dict[str, EmailMessage]:
    """The first part of each type that is no attachment."""
    found: dict[str, EmailMessage] = {}
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if not part.is_multipart() and not part.is_attachment():
            found.setdefault(part.get_content_type(), part)
    return found


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _head(message: EmailMessage) -> Iterator[tuple[str, str]]:
    for name in _HEADERS:
        value = _header(message, name)
        if value:
            yield name, value


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return one_line(clean(str(message.get(name) or "")).text)
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
