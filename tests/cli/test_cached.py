"""A pair compared before: the same answer, without what made it; and a cache never in the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli import run

PAIR = ["courier.txt", "kuestenblatt.txt"]

HEAVY = {
    "babel",
    "deep_translator",
    "jinja2",
    "numpy",
    "regex",
    "rich.console",
    "sentencepiece",
    "simplemma",
    "textual",
    "tui.align",
    "tui.details.names",
    "tui.encode.network",
}

SCRIPT = """
import sys
from tui.cli import run
status = run(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(status)
"""


def compared(*arguments: str) -> tuple[str, set[str]]:
    """What a process of its own writes, and the modules it loaded for it."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, "compare", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, set(done.stderr.split())


@pytest.mark.usefixtures("reports")
def test_a_pair_compared_before_is_written_the_same_and_loads_nothing_heavy() -> None:
    first, modules = compared(*PAIR)
    assert "numpy" in modules
    again, modules = compared(*PAIR)
    assert again == first
    assert HEAVY & modules == set()


@pytest.mark.usefixtures("reports")
def test_a_cache_that_cannot_be_used_is_said_once_and_no_hindrance(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", *PAIR]) == 0
    expected = capfd.readouterr().out
    for file in (home / "cache").glob("cache.db*"):
        file.unlink()
    (home / "cache" / "cache.db").mkdir()
    from tui.store.cache import _store

    _store.cache_clear()
    assert run(["compare", *PAIR]) == 0
    written = capfd.readouterr()
    assert written.out == expected
    [line] = written.err.splitlines()
    assert line.startswith("diptych: the cache is not used: ")


def test_the_command_line_itself_loads_little() -> None:
    script = "import sys; before = set(sys.modules); import tui.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = {name for name in done.stdout.split() if name.startswith("tui.")}
    assert loaded == {"tui.cli", "tui.cli.output", "tui.errors", "tui.interpreter"}
