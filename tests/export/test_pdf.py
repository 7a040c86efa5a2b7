from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.factories import make_comparison
from tui.export import ExportError, produce


def test_without_a_browser_a_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(ExportError, match="PDF needs Chromium or Chrome"):
        produce(make_comparison(), "pdf")


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts a stand-in in the browser's place; call it with what it does."""

    def install(run: Any) -> None:
        monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
        monkeypatch.setattr(subprocess, "run", run)

    return install


def test_the_browser_prints_the_page_and_may_ask_the_network_for_nothing(browser: Any) -> None:
    def run(command: list[str], **_: Any) -> None:
        assert "--host-resolver-rules=MAP * ~NOTFOUND" in command
        page = Path(command[-1].removeprefix("file://"))
        assert page.read_text("utf-8").startswith("<!doctype html>")
        [printed] = [a.partition("=")[2] for a in command if a.startswith("--print-to-pdf=")]
        Path(printed).write_bytes(b"%PDF-1.7 ...")

    browser(run)
    assert produce(make_comparison(), "pdf") == b"%PDF-1.7 ..."


def test_a_browser_that_prints_nothing_is_told(browser: Any) -> None:
    browser(lambda *_, **__: None)
    with pytest.raises(ExportError, match="chromium made no PDF"):
        produce(make_comparison(), "pdf")


def test_a_browser_that_hangs_is_told(browser: Any) -> None:
    def hang(command: list[str], timeout: float, **_: Any) -> None:
        raise subprocess.TimeoutExpired(command, timeout)

    browser(hang)
    with pytest.raises(ExportError, match="did not print within"):
        produce(make_comparison(), "pdf")
