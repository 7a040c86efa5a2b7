"""One HTTP request and its answer, bounded in time and size."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING

from tui import __version__
from tui.read.errors import ReadError
from tui.read.web.address import look_up, public_addresses, shown
from tui.read.web.tls import tls_context

if TYPE_CHECKING:
    from tui.read.web.address import Address

__all__ = ["USER_AGENT", "Answer", "Policy", "exchange"]

USER_AGENT = f"Diptych/{__version__} (reads one page at its user's request)"
_ACCEPT = (
    "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9,application/pdf;q=0.8,"
    "*/*;q=0.5"
)
_CHUNK = 1 << 16
_UNPACKED = frozenset({"", "identity"})
_ZIPPED = frozenset({"gzip", "x-gzip", "deflate"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ZLIB_OR_GZIP = 32 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Policy:
    """What a fetch may cost and where it may go.

    Attributes:
        allow_private: Whether hosts in private networks may be asked.
        seconds: For all of it, from the first look-up to the last byte.
        limit: The longest body, in bytes, unpacked.
        redirects: How many are followed.
        look_up: Finds the IP addresses of a host and port within some seconds.
        clock: A monotonic clock in seconds.
    """

    allow_private: bool = False
    seconds: float = 20.0
    limit: int = 10 << 20
    redirects: int = 5
    look_up: Callable[[str, int, float], Sequence[str]] = look_up
    clock: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the status, its fields, and the body where it was wanted."""

    status: int
    headers: Message
    body: bytes = b""

    @property
    def redirects(self) -> bool:
        """Whether the page is to be asked for at the address in ``Location``."""
        return self.status in _REDIRECTS


def exchange(
    address: Address,
    policy: Policy,
    end: float,
    *,
    wants: Callable[[int, Message], bool],
    limit: int | None = None,
    where: str | None = None,
) -> Answer:
    """Ask for an address.

    Args:
        address: What to ask for.
        policy: What it may cost and where it may go.
        end: When it must be over, by the policy's clock.
        wants: Whether the body of an answer with this status and these fields is read.
        limit: The longest body; the policy's by default.
        where: What to call it in an error; the address by default.

    Raises:
        ReadError: The host is private, cannot be reached, or answers too slowly or too much.
    """
    asked = _Exchange(address, policy, end, limit or policy.limit, where or shown(address.url))
    return asked.answer(wants)


class _Exchange:
    """One request: the steps of it, and the words for what goes wrong in each."""

    def __init__(
        self, address: Address, policy: Policy, end: float, limit: int, where: str
    ) -> None:
        self._address = address
        self._policy = policy
        self._end = end
        self._limit = limit
        self._where = where

    def answer(self, wants: Callable[[int, Message], bool]) -> Answer:
        hosts = self._hosts()
        try:
            with self._connected(hosts) as connection:
                return self._asked(connection, wants)
        except ReadError:
            raise
        except ssl.SSLCertVerificationError:
            raise self._error("its certificate is not valid; it may be someone else's") from None
        except TimeoutError:
            raise self._too_slow() from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            # A connection that the watch cut off fails in whatever it was at.
            if self._policy.clock() >= self._end:
                raise self._too_slow() from None
            raise self._error(_reason(error)) from None

    def _hosts(self) -> Sequence[str]:
        """The IP addresses that may be connected to."""
        host = self._address.host
        try:
            found = self._policy.look_up(host, self._address.port, self._left())
        except TimeoutError:
            raise self._too_slow() from None
        except (OSError, UnicodeError):
            found = ()
        if not found:
            raise self._error(f"no host is called {shown(host)}; check the address")
        if self._policy.allow_private:
            return found
        return public_addresses(found, self._where)

    @contextmanager
    def _connected(self, hosts: Sequence[str]) -> Iterator[http.client.HTTPConnection]:
        """A connection to the first of the checked addresses that takes it, cut off at the end."""
        sock = self._socket(hosts)
        handle = sock.dup()  # TLS takes the socket's own descriptor over
        watch = threading.Timer(max(self._end - self._policy.clock(), 0), _cut, (handle,))
        watch.daemon = True
        watch.start()
        talking = sock
        try:
            if self._address.scheme == "https":
                talking = tls_context().wrap_socket(sock, server_hostname=self._address.host)
            connection = http.client.HTTPConnection(self._address.host, self._address.port)
            connection.sock = talking
            yield connection
        finally:
            watch.cancel()
            talking.close()
            sock.close()
            handle.close()

    def _socket(self, hosts: Sequence[str]) -> socket.socket:
        failed: OSError | None = None
        for host in hosts:
            try:
                return socket.create_connection((host, self._address.port), timeout=self._left())
            except TimeoutError:
                raise
            except OSError as error:
                failed = error
        raise failed or OSError

    def _asked(
        self, connection: http.client.HTTPConnection, wants: Callable[[int, Message], bool]
    ) -> Answer:
        connection.putrequest(
            "GET", self._address.target, skip_host=True, skip_accept_encoding=True
        )
        for name, value in (
            ("Host", self._address.authority),
            ("User-Agent", USER_AGENT),
            ("Accept", _ACCEPT),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
        ):
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as response:
            wanted = wants(response.status, response.headers)
            body = self._body(response) if wanted else b""
        return Answer(response.status, response.headers, body)

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        coding = (response.headers.get("Content-Encoding") or "").strip().lower()
        if coding not in _UNPACKED | _ZIPPED:
            raise self._error("comes in an encoding that was not asked for")
        unzip = zlib.decompressobj(_ZLIB_OR_GZIP) if coding in _ZIPPED else None
        parts: list[bytes] = []
        size = received = 0
        while chunk := response.read1(_CHUNK):
            self._left()
            received += len(chunk)
            try:
                part = unzip.decompress(chunk, self._limit - size + 1) if unzip else chunk
            except zlib.error:
                raise self._error("sends damaged data; try again later") from None
            parts.append(part)
            size += len(part)
            if max(size, received) > self._limit:
                raise self._error(f"longer than {self._limit >> 20} MB; no report is that long")
        if response.length or (unzip is not None and received and not unzip.eof):
            raise http.client.IncompleteRead(b"")
        self._left()
        return b"".join(parts)

    def _left(self) -> float:
        """Seconds that are left.

        Raises:
            TimeoutError: None are.
        """
        left = self._end - self._policy.clock()
        if left <= 0:
            raise TimeoutError
        return left

    def _too_slow(self) -> ReadError:
        return self._error(f"no full answer within {self._policy.seconds:g} s; try again later")

    def _error(self, words: str) -> ReadError:
        return ReadError(f"{self._where}: {words}")


def _reason(error: Exception) -> str:
    match error:
        case ConnectionRefusedError():
            return "refuses the connection"
        case ssl.SSLError():
            return "cannot be spoken to over TLS"
        case http.client.IncompleteRead():
            return "broke off in the middle of the page; try again"
        case ConnectionError():  # http.client.RemoteDisconnected is one
            return "dropped the connection; try again"
        case http.client.HTTPException() | ValueError():
            return "does not answer in HTTP"
    return "cannot be reached"


def _cut(sock: socket.socket) -> None:
    """End a connection under whoever waits on it, however slowly bytes trickle in."""
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
