"""Addresses: which are taken, and which hosts are public."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.read import ReadError
from tui.read.web.address import is_public, look_up, parse_address, public_addresses, shown


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://Example.org", "https://example.org/"),
        ("http://example.org:80/a?b=c#d", "http://example.org/a?b=c"),
        ("http://example.org:8080/ä b", "http://example.org:8080/%C3%A4%20b"),
        ("http://example.org./a%20b", "http://example.org/a%20b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2001:db8::1]:81/", "http://[2001:db8::1]:81/"),
        (" https://example.org/a ", "https://example.org/a"),
    ],
)
def test_an_address_is_sent_in_ascii(url: str, sent: str) -> None:
    assert parse_address(url).url == sent


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http:///a",
        "http://user:secret@example.org/",
        "http://user@example.org/",
        "ftp://user:secret@example.org/",
        "http://user:secret@example.org:99999/",
        "http://user:a@secret@[::1/",
        "http://a b/",
        "http://exa%6dple.org/",
        "http://example.org:99999/",
        "http://example.org:x/",
        "http://" + "a" * 5000,
        "http://a\\b/",
    ],
)
def test_what_is_no_address_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(ReadError) as caught:
        parse_address(url)
    assert "secret" not in str(caught.value)


@given(st.text(max_size=60))
def test_nothing_gets_into_the_request_line_but_the_address(text: str) -> None:
    try:
        address = parse_address(f"http://example.org/{text}")
    except ReadError:
        return
    assert address.url.isascii()
    assert address.url.isprintable()
    assert " " not in address.target


@pytest.mark.parametrize(
    "ip", ["93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_internet_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b:1::7f00:1",
        "fec0::1",
        "nonsense",
    ],
)
def test_addresses_of_private_networks_are_not_even_inside_others(ip: str) -> None:
    assert not is_public(ip)


def test_of_mixed_answers_only_the_public_are_used() -> None:
    assert public_addresses(["10.0.0.1", "8.8.8.8"], "x") == ["8.8.8.8"]


def test_a_numeric_host_needs_no_name_server() -> None:
    assert look_up("127.0.0.1", 80, 5.0) == ["127.0.0.1"]


def test_an_address_is_shown_without_what_may_be_private_in_it() -> None:
    assert shown("https://example.org/a?token=secret#x") == "https://example.org/a"
