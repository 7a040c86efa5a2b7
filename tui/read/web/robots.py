"""robots.txt (RFC 9309): whether a site lets programs fetch a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.read.errors import BY_HAND, ReadError
from tui.read.web.address import parse_address, resolve, shown
from tui.read.web.exchange import exchange

if TYPE_CHECKING:
    from email.message import Message

    from tui.read.web.address import Address
    from tui.read.web.exchange import Policy

__all__ = ["require_allowed"]

_NAME = "Diptych"
_LIMIT = 512 << 10
"""Bytes; the RFC asks for 500 KiB at least."""


def require_allowed(address: Address, policy: Policy, end: float) -> None:
    """Make sure that robots.txt of the site lets us fetch an address.

    A site without the file allows everything; one whose file cannot be had for a fault of its own
    allows nothing (RFC 9309, 2.3.1).

    Raises:
        ReadError: It does not, or cannot be asked.
    """
    rules = _rules(address, policy, end)
    if rules is None:
        return
    from protego import Protego

    if not Protego.parse(rules).can_fetch(address.url, _NAME):
        raise ReadError(
            f"{shown(address.url)}: the site's robots.txt does not allow programs to fetch it;"
            f" {BY_HAND}"
        )


def _rules(address: Address, policy: Policy, end: float) -> str | None:
    place = parse_address(f"{address.scheme}://{address.authority}/robots.txt")
    for _ in range(policy.redirects + 1):
        answer = exchange(place, policy, end, wants=_wanted, limit=_LIMIT, where=shown(address.url))
        if answer.redirects and answer.headers.get("Location"):
            place = resolve(place, answer.headers["Location"])
            continue
        if answer.status >= 500 or answer.status == 429:
            raise ReadError(
                f"{shown(address.url)}: the site's robots.txt cannot be had ({answer.status}),"
                " so nothing may be fetched; try again later"
            )
        return answer.body.decode("utf-8", "replace") if answer.status == 200 else None
    return None


def _wanted(status: int, _headers: Message) -> bool:
    return status == 200
