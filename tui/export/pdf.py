"""Comparisons as PDF: the web page, printed by a Chromium or Chrome that is installed.

The browser gets the page from a private folder, keeps its profile there too, resolves no host name
and loads nothing, so that printing sends nothing anywhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tui.errors import reason
from tui.export.base import ExportError, ExportOptions
from tui.model import Comparison

__all__ = ["find_browser", "render"]

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "brave-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
"""Commands and places of browsers that can print, in the order in which they are tried."""

DEADLINE = 120
"""Seconds for printing, on a busy machine too."""


def render(comparison: Comparison, options: ExportOptions) -> bytes:
    """The web page as PDF, with tags and an outline.

    Raises:
        ExportError: No browser is installed, or it does not print.
    """
    from tui.export import html

    browser = find_browser()
    with tempfile.TemporaryDirectory(prefix="diptych-", ignore_cleanup_errors=True) as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(html.render(comparison, options), encoding="utf-8", errors="replace")
        _run(
            [
                browser,
                "--headless",
                "--disable-gpu",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-sync",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                f"--user-data-dir={Path(folder, 'profile')}",
                # Chromium refuses to run sandboxed as root; the page's policy lets nothing run.
                *(["--no-sandbox"] if _is_root() else []),
                "--generate-pdf-document-outline",
                "--no-pdf-header-footer",
                f"--print-to-pdf={printed}",
                page.as_uri(),
            ]
        )
        try:
            return printed.read_bytes()
        except OSError:
            raise ExportError(
                f"{Path(browser).name} made no PDF; write HTML and print it from a browser"
            ) from None


def find_browser() -> str:
    """The path of a browser that can print.

    Raises:
        ExportError: There is none.
    """
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise ExportError(
            "PDF needs Chromium or Chrome, and neither is installed; install one, or write HTML"
            " and print it from another browser"
        )
    return found


def _run(command: list[str]) -> None:
    """Run the browser to its end; what it says is for nobody."""
    name = Path(command[0]).name
    try:
        subprocess.run(  # noqa: S603 - a fixed command on a page of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=DEADLINE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ExportError(
            f"{name} did not print within {DEADLINE} seconds; try again, or write HTML"
        ) from None
    except OSError as error:
        raise ExportError(f"{name} cannot be run: {reason(error)}; write HTML instead") from None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
