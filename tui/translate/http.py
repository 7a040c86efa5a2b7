"""The HTTP that deep-translator is given instead of its own.

deep-translator calls ``requests.get`` and ``requests.post`` without a deadline, follows redirects
to any host, and lets failures surface with the URL, and with it the text and the key, in their
message; urllib3 underneath logs that URL. :class:`Transport` has the two functions and the part of
a response that deep-translator uses, and none of that: one deadline for the whole exchange, no
redirects, a bound on the answer's size, no logging, and failures as ``ProviderError``.

Text goes into the body of a POST and not into its URL, which servers write to their access logs;
``application/x-www-form-urlencoded`` is among what the providers' APIs document.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import (
    HTTPRedirectHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

from tui.translate.deadline import TimedHTTPHandler, TimedHTTPSHandler
from tui.translate.errors import ProviderError

__all__ = ["Reply", "Transport", "is_loopback"]

MAX_REPLY = 4 << 20
"""Bytes; the longest sentence's translation is a thousandth of it."""
CHUNK = 1 << 16
USER_AGENT = "Mozilla/5.0 (compatible; diptych)"


@dataclass(frozen=True)
class Reply:
    """The part of ``requests.Response`` that deep-translator uses."""

    status_code: int
    text: str

    def json(self) -> Any:
        """The body as JSON; ``ValueError`` where it is something else."""
        return json.loads(self.text)

    def close(self) -> None:
        """Nothing is left open."""


class _NoRedirects(HTTPRedirectHandler):
    """The reader agreed to one host; a redirect would hand the text to another."""

    def redirect_request(self, *_: object) -> None:
        return None


class Transport:
    """Stands in for the ``requests`` module, for one provider.

    Args:
        provider: The provider's name, for messages.
        key_header: A parameter that holds the key, the header it belongs in instead, and what
            stands before it there. Such a provider's GET becomes a POST, so that neither key nor
            text is in the URL.
        deadline: Seconds for a whole exchange, from connecting to the last byte. Looking the name
            up has the system's own.
        status: The HTTP status that a successful reply's JSON stands for, where the service says
            in the body that it refuses.
    """

    class exceptions:  # noqa: N801 -- the name requests gives it
        """The exceptions deep-translator names; ours are none of them, so they pass through."""

        class RequestException(Exception):  # noqa: N818 -- the name requests gives it
            """Never raised."""

    def __init__(
        self,
        provider: str,
        *,
        deadline: float,
        key_header: tuple[str, str, str] | None = None,
        status: Callable[[Any], int] | None = None,
    ) -> None:
        self._provider = provider
        self._deadline = deadline
        self._key_header = key_header
        self._status = status

    def get(self, url: str, params: Mapping[str, Any] | None = None, **options: Any) -> Reply:
        """``requests.get``."""
        if self._key_header is not None and params is not None:
            name, header, prefix = self._key_header
            form = dict(params)
            return self.post(url, form, headers={header: f"{prefix}{form.pop(name)}"})
        return self._exchange("GET", _with_query(url, params), None, options.get("headers"))

    def post(
        self,
        url: str,
        data: Mapping[str, Any] | None = None,
        json: Any = None,
        params: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> Reply:
        """``requests.post``, with parameters that come alone moved into the body."""
        headers = dict(options.get("headers") or {})
        if json is not None:
            body = _json_bytes(json)
            headers.setdefault("Content-Type", "application/json")
        else:
            if data is None:
                data, params = params, None
            body = urlencode(data or {}, doseq=True).encode()
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return self._exchange("POST", _with_query(url, params), body, headers)

    def _exchange(
        self, method: str, url: str, body: bytes | None, headers: Mapping[str, str] | None
    ) -> Reply:
        if urlsplit(url).scheme not in {"http", "https"}:
            raise self._error("its address is not http or https", fatal=True)
        request = Request(  # noqa: S310 -- the scheme is checked above
            url, body, {"User-Agent": USER_AGENT, **(headers or {})}, method=method
        )
        # Raised outside the handlers: an exception's context would keep the URL alive.
        try:
            direct = is_loopback(urlsplit(url).hostname or "")
            with _opener(direct=direct).open(request, timeout=self._deadline) as response:
                reply = Reply(response.status, self._read(response))
        except HTTPError as error:
            failure = self._refused(error.code, error.headers.get("Retry-After"))
            error.close()
        except (OSError, HTTPException, ValueError) as error:
            failure = self._failed(error)
        else:
            refusal = self._refusal(reply)
            if refusal is None:
                return reply
            failure = refusal
        raise failure

    def _refusal(self, reply: Reply) -> ProviderError | None:
        """What a reply with status 200 has against the request, where the service says so there."""
        if self._status is None:
            return None
        try:
            status = self._status(reply.json())
        except (KeyError, TypeError, ValueError):
            return self._error("gave an answer that is no translation")
        return None if status == 200 else self._refused(status)

    def _read(self, response: Any) -> str:
        parts, size = [], 0
        while chunk := response.read1(CHUNK):
            parts.append(chunk)
            size += len(chunk)
            if size > MAX_REPLY:
                raise self._error("its answer is absurdly long")
        if response.length:
            raise ConnectionError  # closed before the length it announced
        encoding = response.headers.get_content_charset() or "utf-8"
        try:
            return b"".join(parts).decode(encoding, "replace")
        except LookupError:
            return b"".join(parts).decode("utf-8", "replace")

    def _refused(self, status: int, retry_after: str | None = None) -> ProviderError:
        """The error for an HTTP status that is not success."""
        if status == 429:
            return self._error("asks for fewer requests", retryable=True, wait=retry_after)
        if status in {401, 403, 456}:
            return self._error(f"refuses: key missing, wrong or used up ({status})", fatal=True)
        if status >= 500 or status == 408:
            return self._error(f"has a fault ({status})", retryable=True, wait=retry_after)
        if 300 <= status < 400:
            return self._error("redirects to another address, which is not followed", fatal=True)
        return self._error(f"rejects the request ({status})")

    def _failed(self, error: Exception) -> ProviderError:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, TimeoutError):
            return self._error(f"gave no answer within {self._deadline:g} s", retryable=True)
        if isinstance(reason, ssl.SSLCertVerificationError):
            return self._error("has no valid certificate", fatal=True)
        if isinstance(reason, ConnectionRefusedError):
            return self._error("is not there: connection refused", fatal=True)
        if isinstance(reason, ValueError):
            return self._error("has an address that is none", fatal=True)
        if isinstance(error, URLError):
            return self._error("cannot be reached", retryable=True)
        return self._error("dropped the connection", retryable=True)

    def _error(
        self, reason: str, *, retryable: bool = False, fatal: bool = False, wait: str | None = None
    ) -> ProviderError:
        return ProviderError(
            f"{self._provider} {reason}",
            retryable=retryable,
            fatal=fatal,
            retry_after=_seconds(wait),
        )


def _seconds(retry_after: str | None) -> float | None:
    """``Retry-After`` in seconds: a number of them, or a date (RFC 9110, 10.2.3)."""
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max((when - datetime.now(UTC)).total_seconds(), 0.0)


def _with_query(url: str, params: Mapping[str, Any] | None) -> str:
    if not params:
        return url
    return f"{url}{'&' if '?' in url else '?'}{urlencode(params, doseq=True)}"


def _json_bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, told without looking its name up."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@cache
def _opener(*, direct: bool) -> OpenerDirector:
    """What opens connections, those that are encrypted by :func:`~tui.read.web.tls.tls_context`.

    Args:
        direct: Not by way of the proxies that the environment sets, as to this machine: they would
            receive text that the reader agreed to keep here.
    """
    from tui.read.web.tls import tls_context

    proxies = [ProxyHandler({})] if direct else []
    handlers = (TimedHTTPHandler, TimedHTTPSHandler(tls_context()))
    return build_opener(_NoRedirects, *handlers, *proxies)
