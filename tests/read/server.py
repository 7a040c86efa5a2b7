"""A web server on this machine that misbehaves as it is told to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

__all__ = ["Server", "answer", "serving"]

Handler = Callable[[socket.socket, "Server"], None]


@dataclass
class Server:
    """What is served, and what was asked for.

    ``pages`` are answers by path: bytes, or a function that writes to the connection. ``over`` is
    set when the test is, for those who would keep a client waiting.
    """

    port: int = 0
    pages: dict[str, bytes | Handler] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/page") -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"


def answer(body: bytes | str = b"", status: str = "200 OK", **headers: str) -> bytes:
    """An answer in HTTP/1.1; underscores in names of fields stand for hyphens."""
    data = body.encode() if isinstance(body, str) else body
    told = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(data)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + data


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port of the loopback interface; what it lacks is not found."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(port=listener.getsockname()[1])
        threads: list[threading.Thread] = []

        def accept() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                thread = threading.Thread(target=_serve, args=(connection, server), daemon=True)
                threads.append(thread)
                thread.start()

        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        try:
            yield server
        finally:
            server.over.set()
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join()
            for thread in threads:
                thread.join()


def _serve(connection: socket.socket, server: Server) -> None:
    with connection, suppress(OSError):
        head = b""
        while b"\r\n\r\n" not in head:
            received = connection.recv(4096)
            if not received:
                return
            head += received
            if head[0] == 0x16:  # a greeting in TLS, which this server does not speak
                connection.sendall(answer("", "400 Bad Request"))
                return
        server.requests.append(head.decode("latin-1"))
        path = head.split(b" ", 2)[1].decode("latin-1")
        page = server.pages.get(path, answer("nothing here", "404 Not Found"))
        if isinstance(page, bytes):
            connection.sendall(page)
        else:
            page(connection, server)
