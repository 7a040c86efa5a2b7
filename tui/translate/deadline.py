"""HTTP connections that end at a deadline, however slowly a server answers.

A socket's own timeout starts anew with every byte, so that a server that sends one now and then,
as headers or as the size of a chunk, is waited for without end. Here each read waits only for what
is left of the time that the connection was given.
"""

from __future__ import annotations

import io
import socket
import time
from functools import partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, Request

__all__ = ["TimedHTTPHandler", "TimedHTTPSHandler"]

LONGEST = 60.0
"""Seconds, where a request names no deadline."""


class _TimedReader(io.RawIOBase):
    """Reads from a socket until ``end``, a time of the monotonic clock.

    ``raw`` is the file that keeps the socket open after the connection let go of it.
    """

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, end: float) -> None:
        self._raw, self._sock, self._end = raw, sock, end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(left)
        return self._sock.recv_into(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _TimedResponse(HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, end: float, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        raw = io.BufferedReader.detach(self.fp)
        self.fp = io.BufferedReader(_TimedReader(raw, sock, end))


class _TimedConnection(HTTPConnection):
    def __init__(self, host: str, *, timeout: float = LONGEST, **options: Any) -> None:
        super().__init__(host, timeout=timeout, **options)
        end = time.monotonic() + timeout
        self.response_class = partial(_TimedResponse, end=end)  # type: ignore[assignment]


class _TimedSecureConnection(_TimedConnection, HTTPSConnection):
    pass


class TimedHTTPHandler(HTTPHandler):
    """``urllib``'s handler; a request's timeout is that of the whole exchange."""

    def http_open(self, req: Request) -> HTTPResponse:
        """Open an ``http`` address."""
        return self.do_open(_TimedConnection, req)


class TimedHTTPSHandler(HTTPSHandler):
    """The same for ``https``, by ``context``."""

    def __init__(self, context: Any) -> None:
        super().__init__(context=context)
        self._verified = context

    def https_open(self, req: Request) -> HTTPResponse:
        """Open an ``https`` address."""
        return self.do_open(_TimedSecureConnection, req, context=self._verified)
