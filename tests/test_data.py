"""Data files are kept parsed beside byte code, and what is kept is never older than its source."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui.data


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tui.data, "_FOLDER", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    tmp_path.joinpath("words.toml").write_text("b = [1, 2.5]\na = { x = 'é' }\n", "utf-8")
    return tmp_path


def read() -> list[tuple[str, object]]:
    return list(tui.data.load.__wrapped__("words").items())


def test_what_is_kept_is_the_same_as_the_source(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read()
    monkeypatch.setattr("tomllib.loads", lambda text: pytest.fail("parsed again"))
    assert read() == first == [("b", [1, 2.5]), ("a", {"x": "é"})]


def test_an_edited_source_is_read_again(folder: Path) -> None:
    read()
    folder.joinpath("words.toml").write_text("b = [3]\n", "utf-8")
    assert read() == [("b", [3])]


@pytest.mark.parametrize("damage", [b"", b"\0" * 20, b"not this", b"(\x01\0\0\0N"])
def test_a_damaged_file_is_made_again(folder: Path, damage: bytes) -> None:
    first = read()
    (kept,) = folder.joinpath("__pycache__").iterdir()
    good = kept.read_bytes()
    kept.write_bytes(damage)
    assert read() == first
    assert kept.read_bytes() == good


def test_nothing_is_kept_where_python_keeps_no_byte_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert read()
    assert [path.name for path in folder.iterdir()] == ["words.toml"]
