"""Tables are kept made: for the program that made them, and for no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.data import kept as module
from tui.data.kept import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "fingerprint", lambda: "one program")
    monkeypatch.setattr(module, "changed_since_start", lambda: False)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    return tmp_path


def process(folder: Path) -> tuple[Callable[..., object], list[tuple[str, ...]]]:
    """A function that keeps what it makes beside a module in a folder, and what it was called for.

    It is a new one each time, as in a new process.
    """
    source = "def table(*names):\n    calls.append(names)\n    return {'of': names, 3: {1.5}}\n"
    known: dict[str, Any] = {"calls": []}
    exec(compile(source, folder / "tables.py", "exec"), known)
    return kept(known["table"]), known["calls"]


def test_what_one_process_made_others_do_not_make_again(folder: Path) -> None:
    made = {"of": ("en",), 3: {1.5}}
    table, calls = process(folder)
    assert table("en") == made
    assert calls == [("en",)]
    table, calls = process(folder)
    assert table("en") == made
    assert calls == []
    assert table("de") != made
    assert table() == {"of": (), 3: {1.5}}
    assert calls == [("de",), ()]


def test_another_program_makes_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process(folder)[0]("en")
    monkeypatch.setattr(module, "fingerprint", lambda: "another one")
    for again in ([("en",)], []):
        table, calls = process(folder)
        table("en")
        assert calls == again


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_a_damaged_file_is_made_again(folder: Path, share: float) -> None:
    made = process(folder)[0]("en")
    (file,) = folder.joinpath("__pycache__").iterdir()
    good = file.read_bytes()
    whole = int(len(good) * share)
    for damaged in (good[:whole], good[:whole] + bytes(len(good) - whole)):
        file.write_bytes(damaged)
        assert process(folder)[0]("en") == made
        assert file.read_bytes() == good


def test_a_program_that_is_edited_while_it_runs_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "changed_since_start", lambda: True)
    assert process(folder)[0]("en")
    assert not list(folder.iterdir())


def test_nothing_is_kept_where_python_keeps_no_byte_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert process(folder)[0]("en")
    assert not list(folder.iterdir())


@pytest.mark.parametrize("name", ["../en", "en/de", "", ".", "e\0n", "pt-BR"])
def test_what_is_no_plain_name_names_no_file(folder: Path, name: str) -> None:
    assert process(folder)[0](name) == {"of": (name,), 3: {1.5}}
    assert not list(folder.iterdir())
