"""The reader on a comparison made by hand: no clock, no network, no computing."""

from __future__ import annotations

import os

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factories import make_article, make_comparison
from tui.app.app import ReaderApp
from tui.app.desk import Desk
from tui.app.screens.reader import ReaderScreen
from tui.model import Article, Comparison


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for what a test remembers, and to export into; no key is ever too late."""
    monkeypatch.setattr("tui.app.prefix.ALONE", 1000.0)
    monkeypatch.setenv("DIPTYCH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def third_report() -> Article:
    return make_article(
        ["The Alma struck a rock.", "About 60 people were on board."],
        id="c",
        label="Harbour Radio",
        title="Alma Strikes Rock",
    )


def make_desk(comparison: Comparison | None = None) -> Desk:
    """A story of three reports, the first two compared with each other and with the third."""
    known = comparison or make_comparison()
    third = third_report()
    desk = Desk("The ferry at Sandholm", (known.a, known.b, third))
    desk.keep(0, 1, known)
    desk.keep(0, 2, make_comparison(known.a, third, [(2, 1, 0.7)]))
    desk.keep(1, 2, make_comparison(known.b, third, [(2, 1, 0.7)]))
    return desk


MakeApp = Callable[..., ReaderApp]


@pytest.fixture
def make_app() -> MakeApp:
    """Makes the reader over :func:`make_desk`."""

    def make(
        comparison: Comparison | None = None, *, ascii_only: bool = False, theme: str | None = None
    ) -> ReaderApp:
        return ReaderApp(make_desk(comparison), ascii_only=ascii_only, theme=theme)

    return make


def reader_of(app: ReaderApp) -> ReaderScreen:
    """The reader's screen, under any dialog."""
    return next(screen for screen in app.screen_stack if isinstance(screen, ReaderScreen))


def shown(app: ReaderApp) -> str:
    """What stands on the screen, as lines of text."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    assert len(lines) == height
    return "\n".join(strip.text[:width].rstrip() for strip in lines)
