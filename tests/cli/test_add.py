"""``diptych add``: pages, files and pasted text become reports of a story."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.read.makers import BODY, page
from tests.read.server import Server, answer, serving
from tui.cli import run
from tui.read import load_story


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        running.pages["/dam"] = answer(page())
        yield running


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_a_page_is_kept_in_the_story_with_its_address(
    server: Server, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", "--allow-private", "story.toml", server.url("/dam")]) == 0
    [line] = told(capsys)
    assert line.endswith("127-0-0-1-dam.html added")
    report = load_story(reports).reports[-1]
    assert (report.url, report.read().title) == (
        server.url("/dam"),
        "Dam holds after a night of rain",
    )
    assert report.fetched
    assert (reports / "127-0-0-1-dam.html").exists()


def test_a_page_in_a_private_network_is_not_fetched_unasked(
    server: Server, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (reports / "story.toml").read_bytes()
    assert run(["add", ".", server.url("/dam")]) == 2
    assert "--allow-private" in told(capsys)[0]
    assert (reports / "story.toml").read_bytes() == before


def test_a_folder_of_other_things_becomes_a_story(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "memories"
    folder.mkdir()
    (folder / "de-en.tmx").write_text("<tmx/>")
    source = load_story(reports).reports[0].path
    assert run(["add", str(folder), str(source)]) == 0
    assert [report.id for report in load_story(folder).reports] == [source.stem]


def test_a_story_written_on_windows_keeps_its_ends_of_lines(reports: Path) -> None:
    story = reports / "story.toml"
    story.write_bytes(b'title = "Storm"\r\n\r\n[[report]]\r\nfile = "courier.txt"\r\n')
    assert run(["add", "story.toml", "times.txt"]) == 0
    written = story.read_bytes()
    assert b"times.txt" in written
    assert written.count(b"\n") == written.count(b"\r\n")


def test_a_story_in_another_encoding_is_left_as_it_is(
    reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = reports / "story.toml"
    story.write_bytes('title = "Stürme"\n[[report]]\nfile = "courier.txt"\n'.encode("latin-1"))
    before = story.read_bytes()
    assert run(["add", ".", "times.txt"]) == 2
    assert "story.toml: is not in UTF-8" in told(capsys)[0]
    assert story.read_bytes() == before


def test_a_file_stays_where_it_is(reports: Path) -> None:
    assert run(["add", "new/story", "times.txt", "courier.txt"]) == 0
    story = load_story(reports / "new" / "story")
    assert [r.path.resolve() for r in story.reports] == [
        reports / "times.txt",
        reports / "courier.txt",
    ]


def test_the_same_text_is_not_added_again_and_a_copy_is_named(
    reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / "again.txt").write_text((reports / "courier.txt").read_text() + "\n\n")
    agency = " ".join(BODY)
    (reports / "one.txt").write_text(agency)
    (reports / "two.txt").write_text(f"{agency} The council meets on Friday.")
    assert run(["add", ".", "again.txt", "one.txt", "two.txt"]) == 0
    lines = told(capsys)
    assert "again.txt: is the same text as courier.txt; not added" in lines[0]
    assert "two.txt: shares 100% of its word sequences (a syndicated copy) with one.txt" in lines[1]
    assert [r.path.name for r in load_story(reports).reports] == [
        "courier.txt",
        "kuestenblatt.txt",
        "one.txt",
        "two.txt",
    ]


@pytest.mark.usefixtures("reports")
def test_standard_input_becomes_a_file_of_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(" ".join(BODY).encode())))
    assert run(["add", "story.toml", "-"]) == 0
    assert load_story(Path()).reports[-1].path.name == "standard-input.txt"


@pytest.mark.parametrize("name", ["a\u202eb.txt", "a\x1bb.txt", os.fsdecode(b"\xff.txt")])
def test_a_name_that_the_story_could_not_hold_is_refused(
    name: str, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        (reports / name).write_text(" ".join(BODY))
    except OSError:
        pytest.skip("this file system has no such names")
    before = (reports / "story.toml").read_bytes()
    assert run(["add", ".", name]) == 2
    [line] = told(capsys)
    assert "rename it first" in line
    assert line.isprintable()
    assert (reports / "story.toml").read_bytes() == before


def test_a_name_that_begins_with_a_tilde_is_no_home_folder(reports: Path) -> None:
    (reports / "~notes.txt").write_text(" ".join(BODY))
    assert run(["add", ".", "~notes.txt"]) == 0
    assert load_story(reports).reports[-1].read().text == " ".join(BODY)


def test_what_cannot_be_read_leaves_the_story_as_it_was(
    reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (reports / "story.toml").read_bytes()
    assert run(["add", ".", "times.txt", "missing.txt"]) == 2
    assert "missing.txt: no such file" in told(capsys)[0]
    assert (reports / "story.toml").read_bytes() == before
