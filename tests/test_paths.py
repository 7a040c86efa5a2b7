"""Where the program keeps its own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.paths import HOME_VARIABLE, cache_folder, config_folder, data_folder


def test_one_folder_is_for_everything_or_the_platforms_three_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert {f().parent for f in (cache_folder, config_folder, data_folder)} == {tmp_path}
    monkeypatch.delenv(HOME_VARIABLE)
    assert {f().name for f in (cache_folder, config_folder, data_folder)} == {"diptych"}


def test_a_tilde_is_a_home_if_there_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(HOME_VARIABLE, "~/diptych")
    assert data_folder() == tmp_path / "diptych" / "data"
    monkeypatch.setenv(HOME_VARIABLE, "~nobody-of-this-name/diptych")
    assert data_folder() == Path("~nobody-of-this-name/diptych/data")
