"""Opening a report's address in a browser, where there is one to open."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from tui.app.terminal import is_remote

__all__ = ["browse", "fault", "has_browser"]


def fault(url: str) -> str:
    """Why an address is not opened; empty if it is.

    Addresses come from reports, so that only what a browser fetches from the web is let through:
    no files of this machine, no scripts, no programs.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return "that is no address"
    if parts.scheme not in ("http", "https"):
        return "only addresses that begin with http or https are opened"
    if not host or not url.isprintable() or " " in url:
        return "that is no address"
    return ""


def has_browser(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a browser's window can come up where the person at the keyboard sees it.

    A browser of the terminal would draw over the reader, and over SSH a window opens elsewhere.
    """
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return True
    if is_remote(environ):
        return False
    return platform in ("darwin", "win32", "cygwin") or bool(environ.get("WSL_DISTRO_NAME"))


def browse(url: str, start: Callable[[str], bool] | None = None) -> str:
    """Open an address that has no :func:`fault`; returns a line on what came of it.

    Args:
        url: The address.
        start: Opens it; the standard library's ``webbrowser`` by default.
    """
    if start is None:
        import webbrowser

        start = webbrowser.open
    try:
        opened = start(url)
    except Exception as error:  # noqa: BLE001 - whatever a browser's start-up raises
        return f"no browser could be opened: {type(error).__name__}"
    return f"opened in the browser: {url}" if opened else "no browser could be opened"
