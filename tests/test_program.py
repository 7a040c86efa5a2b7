"""The program's fingerprint: the same for the same files, another for any other."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

import tui
from tui import program
from tui.program import CODE_AND_DATA, PARTS


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for part in PARTS:
        file = tmp_path / part if part.endswith(".py") else tmp_path / part / "deeper" / "one.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")
        os.utime(file, (0, 0))
    monkeypatch.setattr(program, "__file__", str(tmp_path / "program.py"))
    return tmp_path


def told() -> tuple[str, bool]:
    program._stamps.cache_clear()
    return program.fingerprint.__wrapped__(), program.changed_since_start()


def test_every_kind_of_file_that_decides_a_comparison_counts_as_the_program() -> None:
    package = Path(tui.__file__).parent
    files = [file for part in PARTS for file in (package / part).rglob("*.*")]
    kinds = {f.suffix for f in files if not {"__pycache__", "demo"} & set(f.parts)}
    assert {".py", ".npz"} < kinds <= CODE_AND_DATA


def test_every_edit_changes_the_fingerprint(package: Path) -> None:
    first = told()
    assert first == told()
    file = package / "details" / "deeper" / "one.toml"
    for text, written in (("x", 1), ("xx", 0)):
        file.write_text(text, "utf-8")
        os.utime(file, (written, written))
        assert told()[0] != first[0]
    file.rename(file.with_name("other.toml"))
    assert told()[0] != first[0]


def test_what_python_and_editors_leave_is_no_part_of_the_program(package: Path) -> None:
    first = told()
    for name in ("data/__pycache__/one.py", "data/one.toml~"):
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text("x", "utf-8")
    assert told() == first


def test_an_edit_since_the_process_began_is_told(package: Path) -> None:
    assert not told()[1]
    os.utime(package / "model.py", (time.time(), time.time()))
    assert told()[1]
