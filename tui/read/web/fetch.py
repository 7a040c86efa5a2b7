"""Fetching a page: one address, a few redirects, no cookies, nothing the page refers to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.errors import printable
from tui.read.errors import BY_HAND, ReadError
from tui.read.web.address import parse_address, resolve, shown
from tui.read.web.exchange import Answer, Policy, exchange
from tui.read.web.page import Page
from tui.read.web.robots import require_allowed

if TYPE_CHECKING:
    from email.message import Message

    from tui.read.web.address import Address

__all__ = ["fetch_page"]

_NEVER = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "multipart/x-")
_NEVER_TYPES = frozenset(
    {
        *("application/javascript", "application/zip", "application/gzip", "application/rss+xml"),
        *("application/atom+xml", "application/x-msdownload", "application/vnd.ms-excel"),
        *("application/wasm",),
    }
)
_STATUS = {
    401: "asks for a password",
    402: "asks to be paid",
    403: "does not let programs fetch it",
    404: "there is no such page",
    410: "the page was taken away",
    429: "asks for fewer requests",
    451: "may not be shown for legal reasons",
}


def fetch_page(url: str, *, policy: Policy | None = None) -> Page:
    """Fetch a page.

    Args:
        url: An http(s) address.
        policy: What it may cost and where it may go.

    Raises:
        ReadError: It cannot be had, or may not be.
    """
    policy = policy or Policy()
    end = policy.clock() + policy.seconds
    address = parse_address(url)
    for _ in range(policy.redirects + 1):
        require_allowed(address, policy, end)
        answer = exchange(address, policy, end, wants=_is_document)
        if not answer.redirects:
            return _page(url, address, answer)
        address = _redirected(address, answer.headers.get("Location"))
    raise ReadError(f"{shown(url)}: redirects more than {policy.redirects} times")


def _redirected(address: Address, location: str | None) -> Address:
    if not location:
        raise ReadError(f"{shown(address.url)}: redirects to nowhere")
    found = resolve(address, location)
    if address.scheme == "https" and found.scheme == "http":
        raise ReadError(f"{shown(address.url)}: redirects to an address without encryption")
    return found


def _is_document(status: int, headers: Message) -> bool:
    return status == 200 and not _is_refused(_content_type(headers))


def _content_type(headers: Message) -> str:
    """What the server says a page is; empty where it says nothing."""
    return headers.get_content_type() if "Content-Type" in headers else ""


def _is_refused(content_type: str) -> bool:
    return content_type.startswith(_NEVER) or content_type in _NEVER_TYPES


def _page(url: str, address: Address, answer: Answer) -> Page:
    where = shown(address.url)
    content_type = _content_type(answer.headers)
    if answer.status != 200:
        raise ReadError(f"{where}: {_words(answer)}")
    if _is_refused(content_type):
        raise ReadError(f"{where}: is {printable(content_type)}, no text")
    if not answer.body:
        raise ReadError(f"{where}: an empty page")
    return Page(
        asked=url,
        url=address.url,
        fetched=datetime.now(UTC).replace(microsecond=0).isoformat(),
        body=answer.body,
        content_type=content_type,
        charset=answer.headers.get_content_charset(),
    )


def _words(answer: Answer) -> str:
    status = answer.status
    words = _STATUS.get(status)
    if status == 429:
        wait = (answer.headers.get("Retry-After") or "").strip()
        return f"{words} (429); " + (
            f"try again in {wait} s" if wait.isdecimal() and len(wait) < 7 else "try again later"
        )
    if words:
        return f"{words} ({status})" + (f"; {BY_HAND}" if status in (401, 402, 403) else "")
    if status >= 500:
        return f"the server has a fault ({status}); try again later"
    return f"the server answers {status}, which is no page"
