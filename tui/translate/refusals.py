"""Services that answer 200 and say in the body that they refuse: which HTTP status they mean.

Each function takes the body as parsed JSON and gives 200 where it is a translation. What the body
should have and has not is a ``KeyError``, ``TypeError`` or ``ValueError``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["baidu_status", "mymemory_status"]

_BAIDU: Mapping[int, int] = {
    52001: 504,  # timed out
    52002: 500,  # fault of the system
    52003: 403,  # no such account
    54001: 403,  # wrong signature, which a wrong key gives
    54003: 429,  # too many requests
    54004: 403,  # nothing left on the account
    54005: 429,  # too many long requests
    58000: 403,  # address not allowed
    58002: 403,  # service switched off
    90107: 403,  # account not verified
}
"""After the table of error codes in Baidu's description of its interface."""


def mymemory_status(body: Any) -> int:
    """MyMemory words its refusals as translations, with the status beside them."""
    return int(body["responseStatus"])


def baidu_status(body: Any) -> int:
    """Baidu gives a number of its own; one that is not known is a request it rejects."""
    if "error_code" not in body:
        return 200
    return _BAIDU.get(int(body["error_code"]), 400)
