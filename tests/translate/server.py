"""A translation service on loopback that answers as it is told, and keeps what it was asked.

It speaks LibreTranslate's protocol as its documentation states it (``POST /translate`` with ``q``,
``source``, ``target``, ``format`` and ``api_key`` as a form or as JSON; ``{"translatedText": …}``,
or ``{"error": …}`` with 400, 403, 429 or 500), and whatever else a test's answer function says.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request: ``query`` and ``form`` decoded, ``body`` as sent."""

    method: str
    path: str
    query: Mapping[str, str]
    form: Mapping[str, str]
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True)
class Answer:
    """What to send back. ``drop`` closes the connection after the headers, the body unsent."""

    body: str = ""
    status: int = 200
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False
    hang_up: bool = False


Service = Callable[[Asked], Answer]


class Server(ThreadingHTTPServer):
    """The server; ``asked`` fills with what arrived, in order."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, service: Service) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.service = service
        self.asked: list[Asked] = []
        self.release = threading.Event()

    @property
    def url(self) -> str:
        """The address, without a trailing slash."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that gives up is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- inherited name
        """Nothing on standard error."""

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        asked = Asked(
            self.command,
            parts.path,
            dict(parse_qsl(parts.query)),
            dict(parse_qsl(body)) if "form" in self.headers.get("Content-Type", "") else {},
            dict(self.headers),
            body,
        )
        self.server.asked.append(asked)
        answer = self.server.service(asked)
        if answer.hang_up:
            self.connection.close()
            return
        data = answer.body.encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", f"{answer.content_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(data) + (100 if answer.drop else 0)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serving(service: Service) -> Iterator[Server]:
    """Run a server for the length of the block."""
    server = Server(service)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.release.set()
        server.shutdown()
        thread.join()
        server.server_close()


def libretranslate(asked: Asked) -> Answer:
    """LibreTranslate, "translating" into the target's code and the text's words turned around."""
    given = json.loads(asked.body) if "json" in asked.headers["Content-Type"] else asked.form
    if asked.path != "/translate" or not {"q", "source", "target"} <= given.keys():
        return Answer(json.dumps({"error": "Invalid request"}), 400)
    return Answer(json.dumps({"translatedText": turned(given["q"], given["target"])}))


def turned(text: str, target: str) -> str:
    """What :func:`libretranslate` makes of a text."""
    return f"{target}: {' '.join(reversed(text.split()))}"


@contextmanager
def trickling(opening: bytes) -> Iterator[str]:
    """The address of a server that sends ``opening``, then digits slowly, for five seconds."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                connection, _ = listener.accept()
                with connection:
                    connection.recv(1 << 16)
                    connection.sendall(opening)
                    for _ in range(100):
                        if done.wait(0.05):
                            return
                        connection.sendall(b"1")

        threading.Thread(target=serve, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            done.set()
