"""Addresses: which are fetched at all, and which hosts may be connected to.

A name is looked up once, and the connection is made to the address that was checked, so that a
name whose answer changes in between (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from tui.errors import printable
from tui.read.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Address",
    "is_public",
    "look_up",
    "parse_address",
    "public_addresses",
    "resolve",
    "shown",
]

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
_SAFE = "/:@!$&'()*+,;=-._~%"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out for the internet (IANA, IPv6 Address Space)."""
_USERINFO = re.compile(r"(?<=//)[^/]*@")


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address, taken apart and safe to be sent.

    ``host`` is in ASCII (IDNA), without brackets; ``target`` is path and query.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the ``Host`` field has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as text."""
        return f"{self.scheme}://{self.authority}{self.target}"


def shown(url: str) -> str:
    """An address fit for a message: without password and query, which may hold what is private."""
    return printable(_USERINFO.sub("", url.partition("?")[0].partition("#")[0]))


def parse_address(url: str) -> Address:
    """Take an address apart.

    Raises:
        ReadError: It is none, of another scheme, or holds a password.
    """
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, (parts.hostname or "").rstrip(".")
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise ReadError(f"{shown(url)}: no address of a page") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise ReadError(f"{shown(url)}: only http:// and https:// addresses are fetched")
    if "@" in parts.netloc:
        raise ReadError(f"{scheme}://{printable(host)}: an address with a name or password in it")
    if not host or len(url) > _LONGEST or any(c in host for c in " \t\\%/<>\"'"):
        raise ReadError(f"{shown(url)}: no address of a page")
    target = urlunsplit(
        ("", "", quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE + "?"), "")
    )
    return Address(scheme, host, _PORTS[scheme] if port is None else port, target)


def resolve(base: Address, location: str) -> Address:
    """The address that a redirect leads to.

    Raises:
        ReadError: It is none that may be fetched.
    """
    try:
        return parse_address(urljoin(base.url, location))
    except ValueError:
        raise ReadError(f"{shown(base.url)}: redirects to no address of a page") from None


def look_up(host: str, port: int, seconds: float) -> Sequence[str]:
    """The IP addresses of a host.

    Raises:
        OSError: It has none, or the answer takes longer than ``seconds``.
    """
    found: list[str] = []
    failed: list[OSError] = []

    def ask() -> None:
        try:
            for *_, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                found.append(str(place[0]))
        except OSError as error:
            failed.append(error)
        except UnicodeError:
            failed.append(OSError("no name of a host"))

    # The system's resolver knows no deadline; the thread that outlives ours ends with it.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if failed:
        raise failed[0]
    return list(dict.fromkeys(found))


def is_public(address: str) -> bool:
    """Whether an IP address is of the public internet, wherever an IPv4 address hides in it."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if any(v4 is not None and not is_public(str(v4)) for v4 in inner):
            return False
        if ip.ipv4_mapped is not None or ip in _NAT64:
            return True
        if ip not in _GLOBAL_UNICAST:
            return False
    return ip.is_global and not ip.is_multicast


def public_addresses(addresses: Sequence[str], where: str) -> Sequence[str]:
    """Those addresses of a host that may be connected to.

    Args:
        addresses: IP addresses.
        where: What to call the page in an error.

    Raises:
        ReadError: The host has only private ones.
    """
    public = [address for address in addresses if is_public(address)]
    if not public:
        raise ReadError(
            f"{where}: is at a private address ({printable(addresses[0])});"
            " --allow-private fetches it all the same"
        )
    return public
