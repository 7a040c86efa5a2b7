"""A page as it was fetched."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["Page"]

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes behind an address, and what the server said of them.

    Attributes:
        asked: The address that was asked for.
        url: Where the bytes were found, after redirects.
        fetched: When, as an ISO 8601 date-time in UTC.
        body: The bytes, unpacked.
        content_type: What the server says they are, in lower case; empty where it does not.
        charset: The encoding the server states.
    """

    asked: str
    url: str
    fetched: str
    body: bytes
    content_type: str = ""
    charset: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def name(self) -> str:
        """A name for the page that is fit for a file: of its address only ASCII letters, digits."""
        parts = urlsplit(self.url)
        host = (parts.hostname or "").removeprefix("www.")
        last = parts.path.rstrip("/").rpartition("/")[2].removesuffix(".html")
        name = re.sub("[^a-z0-9]+", "-", f"{host} {last}".lower()).strip("-")
        return name[:_LONGEST_NAME].rstrip("-") or "page"
