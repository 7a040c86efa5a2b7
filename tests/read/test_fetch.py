"""Fetching: what is asked for, what is refused, and servers that misbehave in every way."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.message import Message

import pytest

from tests.read.makers import BODY, page, pdf_bytes
from tests.read.server import Server, answer, serving
from tui.read import ReadError
from tui.read.article import read_page
from tui.read.web import Page, Policy, fetch_page
from tui.read.web.address import Address
from tui.read.web.exchange import USER_AGENT, Answer

HERE = Policy(allow_private=True, seconds=5)
HASTY = Policy(allow_private=True, seconds=0.4)


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    running.pages.clear()
    running.requests.clear()
    return running


def reason(server: Server, path: str = "/page", policy: Policy = HERE) -> str:
    with pytest.raises(ReadError) as caught:
        fetch_page(server.url(path), policy=policy)
    message = str(caught.value)
    assert message.startswith(f"http://127.0.0.1:{server.port}")
    assert "\n" not in message
    return message.partition(": ")[2]


def test_a_page_is_fetched_with_what_the_server_says_of_it(server: Server) -> None:
    server.pages["/page"] = answer(page().encode())
    fetched = fetch_page(server.url(), policy=HERE)
    assert fetched.body == page().encode()
    assert (fetched.content_type, fetched.charset) == ("text/html", "utf-8")
    assert (fetched.asked, fetched.url) == (server.url(), server.url())
    assert fetched.fetched.endswith("+00:00")
    assert len(fetched.sha256) == 64
    assert read_page(fetched).text.startswith("Dam holds")
    assert read_page(fetched).url == server.url()


def test_the_request_says_who_asks_and_nothing_else_of_the_reader(server: Server) -> None:
    server.pages["/page"] = answer(page(), Set_Cookie="id=1")
    for _ in range(2):
        fetch_page(server.url(), policy=HERE)
    names = {line.partition(":")[0] for line in server.requests[-1].splitlines()[1:] if line}
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert f"User-Agent: {USER_AGENT}" in server.requests[-1]
    assert "Diptych/" in USER_AGENT


def test_other_formats_are_read_by_what_they_are(server: Server) -> None:
    data = pdf_bytes([[(780.0 - 14 * n, 11.0, text) for n, text in enumerate(BODY)]])
    server.pages["/page"] = answer(data, Content_Type="application/pdf")
    assert BODY[0] in read_page(fetch_page(server.url(), policy=HERE)).text


def test_a_packed_page_is_unpacked(server: Server) -> None:
    server.pages["/page"] = answer(gzip.compress(page().encode()), Content_Encoding="gzip")
    assert fetch_page(server.url(), policy=HERE).body == page().encode()


def test_a_wrong_charset_does_not_garble_the_page(server: Server) -> None:
    html = page("".join(f"<p>Größe: {text}</p>" for text in BODY))
    server.pages["/page"] = answer(html, Content_Type="text/html; charset=iso-8859-1")
    assert "Größe" in read_page(fetch_page(server.url(), policy=HERE)).text
    server.pages["/page"] = answer(html.encode("cp1252"), Content_Type="text/html; charset=latin1")
    assert "Größe" in read_page(fetch_page(server.url(), policy=HERE)).text


def test_redirects_are_followed_and_the_last_address_is_kept(server: Server) -> None:
    server.pages["/page"] = answer("", "301 Moved", Location="/b?x=1")
    server.pages["/b?x=1"] = answer("", "302 Found", Location=server.url("/c"))
    server.pages["/c"] = answer(page())
    assert fetch_page(server.url(), policy=HERE).url == server.url("/c")


def test_a_redirect_loop_ends(server: Server) -> None:
    server.pages["/page"] = answer("", "302 Found", Location="/page")
    assert reason(server) == "redirects more than 5 times"
    assert sum("/page" in request for request in server.requests) == 6


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("file:///etc/passwd", "only http:// and https://"),
        ("ftp://example.org/", "only http:// and https://"),
        ("http://user:secret@127.0.0.1/", "a name or password in it"),
        ("http://[::1", "no address"),
        ("", "redirects to nowhere"),
    ],
)
def test_a_redirect_to_what_is_not_fetched_is_refused(
    server: Server, location: str, message: str
) -> None:
    server.pages["/page"] = answer("", "302 Found", Location=location)
    with pytest.raises(ReadError, match=message):
        fetch_page(server.url(), policy=HERE)


def test_a_private_address_is_refused_before_it_is_connected_to(server: Server) -> None:
    server.pages["/page"] = answer(page())
    assert "is at a private address (127.0.0.1); --allow-private" in reason(server, policy=Policy())
    assert server.requests == []


def test_a_redirect_to_an_address_without_encryption_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def moved(address: Address, *_: object, **__: object) -> Answer:
        assert address.scheme == "https", "it was asked for without encryption"
        headers = Message()
        headers["Location"] = "http://example.org/b"
        return Answer(302 if address.target == "/a" else 404, headers)

    monkeypatch.setattr("tui.read.web.fetch.exchange", moved)
    monkeypatch.setattr("tui.read.web.robots.exchange", moved)
    with pytest.raises(ReadError, match="redirects to an address without encryption"):
        fetch_page("https://example.org/a")


def test_a_redirect_to_a_private_address_is_refused(server: Server) -> None:
    server.pages["/page"] = answer("", "302 Found", Location=f"http://inside.test:{server.port}/x")
    asked: list[str] = []

    def look_up(host: str, port: int, seconds: float) -> Sequence[str]:
        asked.append(host)
        return ["10.0.0.7"] if host == "inside.test" else ["127.0.0.1"]

    public = {"127.0.0.1"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.read.web.address.is_public", lambda ip: ip in public)
        with pytest.raises(ReadError, match=r"inside\.test.*private address \(10\.0\.0\.7\)"):
            fetch_page(server.url(), policy=Policy(look_up=look_up))
    assert asked[-1] == "inside.test"


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that resolves to something else a moment later (DNS rebinding) gains nothing."""
    server.pages["/page"] = answer(page())

    def look_up(host: str, port: int, seconds: float) -> Sequence[str]:
        return ["127.0.0.1"]

    def refuse(*_: object) -> None:
        raise AssertionError("the name was looked up again")

    real = socket.getaddrinfo

    def numeric_only(host: str, *rest: object, **more: object) -> object:
        assert host == "127.0.0.1"
        return real(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "gethostbyname", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", numeric_only)
    policy = Policy(allow_private=True, look_up=look_up)
    fetched = fetch_page(f"http://rebinding.test:{server.port}/page", policy=policy)
    assert fetched.body
    assert f"Host: rebinding.test:{server.port}" in server.requests[-1]


def test_a_server_that_says_nothing_is_given_up(server: Server) -> None:
    server.pages["/page"] = lambda _, running: bool(running.over.wait())  # type: ignore[assignment]
    began = time.monotonic()
    assert reason(server, policy=HASTY) == "no full answer within 0.4 s; try again later"
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "drip", [b"HTTP/1.1 200 OK\r\nX-A", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"]
)
def test_a_server_that_trickles_is_given_up(server: Server, drip: bytes) -> None:
    def trickle(connection: socket.socket, running: Server) -> None:
        connection.sendall(drip)
        while not running.over.wait(0.02):
            connection.sendall(b"a")

    server.pages["/page"] = trickle
    began = time.monotonic()
    assert "no full answer within 0.4 s" in reason(server, policy=HASTY)
    assert time.monotonic() - began < 4


def test_a_server_that_trickles_over_tls_is_given_up(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def anonymous(protocol: int) -> ssl.SSLContext:
        context = ssl.SSLContext(protocol)  # without certificates, so TLS 1.2 at most
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.set_ciphers("aNULL:@SECLEVEL=0")
        return context

    def trickle(listener: socket.socket) -> None:
        with suppress(OSError):
            connection = listener.accept()[0]
            with anonymous(ssl.PROTOCOL_TLS_SERVER).wrap_socket(connection, True) as talking:
                talking.sendall(b"HTTP/1.1 200 OK\r\nX-A")
                while not server.over.wait(0.02):
                    talking.sendall(b"a")

    monkeypatch.setattr(
        "tui.read.web.exchange.tls_context", lambda: anonymous(ssl.PROTOCOL_TLS_CLIENT)
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=trickle, args=(listener,), daemon=True)
        thread.start()
        began = time.monotonic()
        with pytest.raises(ReadError, match=r"no full answer within 0.4 s"):
            fetch_page(f"https://127.0.0.1:{listener.getsockname()[1]}/", policy=HASTY)
        assert time.monotonic() - began < 4
        thread.join(5)


def test_an_endless_page_is_cut_off(server: Server) -> None:
    def endless(connection: socket.socket, running: Server) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not running.over.is_set():
            connection.sendall(b"<p>more</p>" * 10_000)

    server.pages["/page"] = endless
    assert reason(server) == "longer than 10 MB; no report is that long"


def test_a_gzip_bomb_does_not_go_off(server: Server) -> None:
    bomb = gzip.compress(b"\0" * (64 << 20))
    server.pages["/page"] = answer(bomb, Content_Encoding="gzip")
    assert reason(server) == "longer than 10 MB; no report is that long"


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (answer("", "403 Forbidden"), "does not let programs fetch it (403); open it in a browser"),
        (answer("", "404 Not Found"), "there is no such page (404)"),
        (answer("", "429 Slow", Retry_After="120"), "fewer requests (429); try again in 120 s"),
        (answer("", "429 Slow", Retry_After="Mon, 1 Jan"), "fewer requests (429); try again later"),
        (answer("", "451 No"), "may not be shown for legal reasons (451)"),
        (answer("", "500 Oops"), "the server has a fault (500); try again later"),
        (answer("", "204 None"), "the server answers 204, which is no page"),
        (answer(""), "an empty page"),
        (answer("x", Content_Type="image/png"), "is image/png, no text"),
        (answer("x", Content_Type="video/mp4"), "is video/mp4, no text"),
        (answer("x", Content_Encoding="br"), "an encoding that was not asked for"),
        (answer("x" * 99, Content_Encoding="gzip"), "sends damaged data"),
        (answer(gzip.compress(b"x" * 99, mtime=0)[:-9], Content_Encoding="gzip"), "broke off"),
        (answer("x", Content_Length="500"), "broke off in the middle"),
        (answer("x", Content_Length="-1"), ""),
        (b"SSH-2.0-OpenSSH\r\n", "does not answer in HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", "does not answer in HTTP"),
        (b"", "dropped the connection"),
    ],
)
def test_what_a_server_does_wrong_is_one_line(server: Server, reply: bytes, message: str) -> None:
    server.pages["/page"] = reply
    if message:
        assert message in reason(server)
    else:
        assert fetch_page(server.url(), policy=HERE).body == b"x"


def test_a_page_that_needs_scripts_says_so(server: Server) -> None:
    server.pages["/page"] = answer("<html><body><script src=a.js></script></body></html>")
    with pytest.raises(ReadError, match="without JavaScript"):
        read_page(fetch_page(server.url(), policy=HERE))


def test_a_host_that_is_not_there_is_named() -> None:
    def nobody(host: str, port: int, seconds: float) -> Sequence[str]:
        raise OSError(-2, "Name or service not known")

    def slow(host: str, port: int, seconds: float) -> Sequence[str]:
        raise TimeoutError

    for look_up, message in ((nobody, "no host is called nowhere.test"), (slow, "no full answer")):
        with pytest.raises(ReadError, match=message):
            fetch_page("http://nowhere.test/", policy=Policy(look_up=look_up))


def test_a_port_where_nobody_listens_refuses() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ReadError, match="refuses the connection"):
        fetch_page(f"http://127.0.0.1:{port}/", policy=HERE)


def test_a_server_that_speaks_no_tls_is_named(server: Server) -> None:
    with pytest.raises(ReadError, match="TLS"):
        fetch_page(server.url().replace("http:", "https:"), policy=HERE)


class TestRobots:
    @pytest.mark.parametrize(
        ("rules", "allowed"),
        [
            ("User-agent: *\nDisallow: /page", False),
            ("User-agent: *\nDisallow: /*age$", False),
            ("User-agent: *\nDisallow: /\nAllow: /page", True),
            ("User-agent: *\nDisallow: /\n\nUser-agent: Diptych\nAllow: /", True),
            ("User-agent: Diptych\nDisallow: /", False),
            ("User-agent: Other\nDisallow: /", True),
            ("<html>no rules at all</html>", True),
        ],
    )
    def test_its_rules_are_kept(self, server: Server, rules: str, allowed: bool) -> None:
        server.pages["/robots.txt"] = answer(rules, Content_Type="text/plain")
        server.pages["/page"] = answer(page())
        if allowed:
            assert fetch_page(server.url(), policy=HERE).body
        else:
            assert "robots.txt does not allow programs to fetch it" in reason(server)
            assert len(server.requests) == 1

    def test_a_fault_of_the_site_forbids_everything(self, server: Server) -> None:
        server.pages["/robots.txt"] = answer("", "503 Busy")
        server.pages["/page"] = answer(page())
        assert "robots.txt cannot be had (503)" in reason(server)

    def test_it_may_be_elsewhere_and_in_a_loop_forbids_nothing(self, server: Server) -> None:
        server.pages["/page"] = answer(page())
        server.pages["/robots.txt"] = answer("", "301 Moved", Location="/rules")
        server.pages["/rules"] = answer("User-agent: *\nDisallow: /", Content_Type="text/plain")
        assert "robots.txt does not allow" in reason(server)
        server.pages["/rules"] = answer("", "301 Moved", Location="/robots.txt")
        assert fetch_page(server.url(), policy=HERE).body

    def test_the_target_of_a_redirect_is_asked_about_too(self, server: Server) -> None:
        server.pages["/robots.txt"] = answer("User-agent: *\nDisallow: /secret")
        server.pages["/page"] = answer("", "302 Found", Location="/secret")
        assert "robots.txt does not allow" in reason(server)


def test_a_page_has_a_name_that_is_fit_for_a_file() -> None:
    def name(url: str) -> str:
        return Page(url, url, "", b"").name

    assert name("https://www.example.org/news/dam-holds.html?x=1") == "example-org-dam-holds"
    assert name("https://example.org/") == "example-org"
    assert name("http://[::1]/../../etc/passwd") == "1-passwd"
    assert name("http://x/" + "a" * 500) == "x-" + "a" * 58
    assert "/" not in name("http://例え.jp/%2F..%2Fa")
