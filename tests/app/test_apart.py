"""Comparing in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories import make_article
from tui.app import apart
from tui.app.apart import compare_apart
from tui.compare import Stage
from tui.errors import DiptychError
from tui.model import Comparison

A = make_article(["The ferry sank with 64 people on board.", "Nobody was hurt."], id="a")
B = make_article(["A ferry with 60 people on board sank.", "No one was injured."], id="b")


def child_that(does: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child do something else in the place of comparing."""
    stub = f"import tui.compare, os\ndef compare(a, b, **given):\n    {does}\n"
    script = (
        "import sys; sys.path[:] = {path!r}\n"
        + stub
        + "tui.compare.compare = compare\nfrom tui.app.apart import answer; answer()"
    )
    monkeypatch.setattr(apart, "_CHILD", script.replace("{}", "{{}}"))


def test_what_the_child_finds_comes_back_in_stages(home: Path) -> None:
    seen: list[Stage] = []
    known = compare_apart(A, B, progress=lambda stage, *_: seen.append(stage))
    assert (0, 0) in {(k.i, k.j) for k in known.links}
    assert known.divergences
    assert (known.a, known.b) == (A, B)
    assert list(dict.fromkeys(seen)) == list(Stage)


def test_a_fault_of_the_child_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    child_that("raise ValueError('secret')", monkeypatch)
    with pytest.raises(DiptychError, match="ValueError, a fault of the program") as told:
        compare_apart(A, B)
    assert "secret" not in str(told.value)


def test_a_child_ended_by_the_system_ends_no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    child_that("os.kill(os.getpid(), 9)", monkeypatch)
    with pytest.raises(DiptychError, match="ended the comparing"):
        compare_apart(A, B)


def test_nobody_waits_for_a_child_whose_result_is_not_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    child_that("import time; time.sleep(600)", monkeypatch)

    def stop(stage: Stage, known: Comparison, share: float) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        compare_apart(A, B, progress=stop)


def test_what_a_library_prints_does_not_come_between(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "print('hello'); given['progress'](tui.compare.Stage.DONE, tui.compare.Comparison(a, b), 1)"
    )
    child_that(told, monkeypatch)
    assert compare_apart(A, B).links == ()


def test_the_child_loads_nothing_of_the_screen() -> None:
    script = (
        f"import sys; sys.path[:] = {sys.path!r}; import tui.app.apart; print(*sorted(sys.modules))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    ).stdout.split()
    assert "tui.app.apart" in loaded
    assert not {"textual", "rich", "click"}.intersection(loaded)
