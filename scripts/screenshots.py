"""Remake screenshots/ from the running program: ``make screenshots``.

The reader runs headless on seeds/, keys are pressed, and each screen is kept as SVG and PNG. The
HTML export is opened in Chromium where that is installed. Nothing is fetched.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import resvg_py

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "screenshots"
FONT = "DejaVu Sans Mono"

SHOTS: tuple[tuple[str, tuple[int, int], Sequence[str]], ...] = (
    ("parallel", (120, 40), ["o", "2", "j", "j"]),
    ("aligned", (120, 40), ["v", "n", "n"]),
    ("differences", (120, 40), ["v"]),
    ("translation", (120, 40), ["v", "o", "4", "enter", "g", "j", "j"]),
    ("help", (120, 40), ["question_mark"]),
)
"""Name, columns and lines, and the keys pressed since the shot before."""


def main() -> int:
    """Make all of them."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(DIPTYCH_HOME=home, TEXTUAL_ANIMATIONS="none", COLORTERM="truecolor")
        os.environ.pop("NO_COLOR", None)
        asyncio.run(shoot_reader())
        return shoot_page(Path(home))


async def shoot_reader() -> None:
    """Walk through the reader and keep each screen."""
    from tui.app.app import ReaderApp
    from tui.app.desk import open_desk
    from tui.read import load_story

    app = ReaderApp(open_desk(load_story(ROOT / "seeds")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for name, size, keys in SHOTS:
            await pilot.resize_terminal(*size)
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            keep(name, app.export_screenshot(title=f"diptych: {name}"))


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the workers have done their work and its result is painted."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def keep(name: str, svg: str) -> None:
    """Write a screen as SVG and PNG, in a font of this machine instead of one from the web."""
    from tui.export.svg import self_contained

    svg = self_contained(svg)
    (TARGET / f"{name}.svg").write_text(svg, encoding="utf-8")
    png = resvg_py.svg_to_bytes(svg_string=svg, font_family=FONT, monospace_family=FONT)
    (TARGET / f"{name}.png").write_bytes(bytes(png))


def shoot_page(scratch: Path) -> int:
    """Export a comparison as HTML and photograph it in a browser."""
    from tui.export import ExportError
    from tui.export.pdf import find_browser

    try:
        browser = find_browser()
    except ExportError:
        print("screenshots/html.png is left as it was: install chromium to remake it")
        return 1
    reports = sorted((ROOT / "seeds").glob("*.txt"))
    page = scratch / "page.html"
    subprocess.run(
        [sys.executable, "-m", "tui", "compare", reports[1], reports[3], "-o", page], check=True
    )
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        f"--user-data-dir={scratch / 'browser'}",
        "--window-size=1280,1400",
        f"--screenshot={TARGET / 'html.png'}",
    ]
    subprocess.run([browser, *flags, page.as_uri()], check=True, capture_output=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
