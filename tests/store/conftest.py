"""Every test of the store has a home of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.paths import HOME_VARIABLE


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder that DIPTYCH_HOME names."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path
