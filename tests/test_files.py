"""Files are replaced whole, and what was not asked for stays."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from tui.files import replacing


def test_of_a_link_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "config" / "real.toml", tmp_path / "link.toml"
    target.parent.mkdir()
    target.write_text("old")
    link.symlink_to(target)
    with replacing(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("hard_links", [True, False])
def test_a_name_that_is_taken_stays_taken_on_any_file_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hard_links: bool
) -> None:
    def unsupported(_path: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if not hard_links:
        monkeypatch.setattr(Path, "hardlink_to", unsupported)
    path = tmp_path / "a.toml"
    with replacing(path, overwrite=False) as file:
        file.write(b"first")
    with pytest.raises(FileExistsError), replacing(path, overwrite=False) as file:
        file.write(b"second")
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]
