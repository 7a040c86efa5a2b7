from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_article, make_comparison
from tui.export import ExportError, default_name, format_of, require_writable, write
from tui.files import replacing


def test_a_new_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "out.html", b"page")
    assert (tmp_path / "out.html").read_bytes() == b"page"
    assert list(tmp_path.iterdir()) == [tmp_path / "out.html"]


def test_a_file_that_exists_is_not_touched_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("precious")
    with pytest.raises(ExportError, match="already exists"):
        write(path, b"new")
    assert path.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [tmp_path / "out.md"]


def test_a_file_that_came_to_be_in_the_meantime_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.md"

    def after_another(target: Path, *, overwrite: bool) -> AbstractContextManager[BinaryIO]:
        path.write_text("precious")
        return replacing(target, overwrite=overwrite)

    monkeypatch.setattr("tui.export.files.replacing", after_another)
    with pytest.raises(ExportError, match="already exists"):
        write(path, b"new")
    assert path.read_text() == "precious"


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("old")
    path.chmod(0o640)
    write(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_gets_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "out.md", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "out.md").stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write(tmp_path / "link.md", b"new", overwrite=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_dangling_link_makes_the_file_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write(tmp_path / "link.md", b"new")
    assert (tmp_path / "real.md").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "is a folder"),
        ("missing/out.md", "there is no folder"),
        ("file/out.md", "there is no folder"),
        ("pipe", "no regular file"),
        ("x" * 300, "cannot be written: file name too long"),
        ("a\x00b", "no such name is possible"),
    ],
)
def test_what_cannot_be_written_says_why_in_a_line(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_text("")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match=reason) as caught:
        write(tmp_path / name, b"", overwrite=True)
    assert "\n" not in str(caught.value)


def test_a_file_that_may_not_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.md"
    path.write_text("old")
    # The superuser may write to anything, so that a mode would not do for this test.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ExportError, match="permission denied"):
        write(path, b"new", overwrite=True)
    assert path.read_text() == "old"


def test_a_folder_that_may_not_be_written_is_told_before_there_is_anything_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: path != tmp_path)
    with pytest.raises(ExportError, match="permission denied"):
        require_writable(tmp_path / "out.md")


def test_a_failure_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.md"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="no space left"):
        write(path, b"new", overwrite=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [tmp_path / "out.md"]


def named(name: str) -> str:
    article = make_article(["One."], label=name)
    return default_name(make_comparison(article, article), ".html")


def test_a_default_name_is_made_of_both_reports_names() -> None:
    assert default_name(make_comparison(), ".html") == "courier-küstenblatt.html"


@pytest.mark.parametrize("name", ["..", "/", "../../etc/passwd", "-rf", "CON", "a\x00b", "\u202e"])
def test_a_hostile_title_makes_a_harmless_name(name: str) -> None:
    made = named(name)
    assert not made.startswith((".", "-"))
    assert not set(made) & set('/\\\x00:*?"<>|\u202e ')
    assert made.partition(".")[0] != "con"


def test_a_default_name_of_an_anonymous_export_names_no_report() -> None:
    assert default_name(make_comparison(), ".html", anonymous=True) == "comparison.html"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("The harbour tribune of Old Sandholm 10,000", "the-harbour-tribune-of-old-sandholm"),
        ("Bulletin of the coastguard 2025-11-03 10:15", "bulletin-of-the-coastguard"),
        ("Bulletin of the coast 2025-11-03, late issue", "bulletin-of-the-coast-2025-11-03-late"),
    ],
)
def test_a_long_name_is_cut_between_words_and_never_inside_a_number(name: str, kept: str) -> None:
    assert named(name) == f"{kept}-{kept}.html"


@given(st.text(max_size=300))
def test_a_default_name_always_names_one_writable_file(name: str) -> None:
    made = named(name)
    assert made.endswith(".html")
    assert len(made) > len(".html")
    assert len(made.encode()) < 128
    assert Path(made).name == made
    assert made.isprintable()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.HTML", "html"), ("a.htm", "html"), ("a.markdown", "markdown"), ("a", "text")],
)
def test_the_ending_of_a_file_says_its_format(name: str, expected: str) -> None:
    assert format_of(Path(name)).name == expected


@pytest.mark.parametrize("name", ["a.xlsx", "a.html.bak", "a.\x1b[2J"])
def test_an_ending_that_no_format_has_is_not_guessed_at(name: str) -> None:
    with pytest.raises(ExportError, match="no format ends in") as caught:
        format_of(Path(name))
    assert "\x1b" not in str(caught.value)
