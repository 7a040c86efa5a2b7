"""Where reports come from: addresses, standard input, the clipboard; and the untouched text."""

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
from tui.cli.clipboard import read_clipboard
from tui.cli.sources import locate_all
from tui.errors import DiptychError
from tui.read import read_article
from tui.read.exports import is_saved_comparison
from tui.read.files import LONGEST_FILE


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        running.pages["/dam"] = answer(page())
        running.pages["/moved"] = answer("", "301 Moved", Location="/dam?secret=1")
        running.pages["/dam?secret=1"] = running.pages["/dam"]
        yield running


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that alone is searched for programs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.usefixtures("reports")
def test_an_address_is_compared_with_a_file(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", "--allow-private", server.url("/moved"), "courier.txt"]) == 0
    told = capsys.readouterr()
    assert "Dam holds after a night of rain" in told.out
    assert told.err.startswith(f"diptych: redirected to {server.url('/dam')}\n")
    assert run(["compare", "--allow-private", server.url("/dam#top"), "courier.txt"]) == 0
    assert "redirected" not in capsys.readouterr().err


@pytest.mark.usefixtures("reports")
def test_raw_compares_the_untouched_texts(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", "--allow-private", "--raw", server.url("/dam"), "courier.txt"]) == 0
    assert "Home World" in capsys.readouterr().out


@pytest.mark.usefixtures("reports")
def test_a_copy_is_named_before_it_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one.txt", "two.txt"):
        Path(name).write_text(" ".join(BODY) + ("\n" if name == "two.txt" else ""))
    assert run(["compare", "one.txt", "two.txt"]) == 0
    assert "two.txt: is the same text as one.txt" in capsys.readouterr().err


@pytest.mark.usefixtures("reports")
def test_any_format_comes_by_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page().encode())))
    assert run(["compare", "-", "courier.txt"]) == 0
    assert "Dam holds after a night of rain" in capsys.readouterr().out


def test_standard_input_opens_as_a_report_of_its_own(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(" ".join(BODY).encode())))
    monkeypatch.setattr("tui.cli.sources._TERMINAL", str(home / "none"))
    [path] = locate_all(["-"])
    assert path.is_relative_to(home)
    assert read_article(path).content[0].text == BODY[0]


class TestClipboard:
    def test_its_text_is_the_last_report(self, programs: Path, reports: Path) -> None:
        program(programs, "pbpaste", 'printf "%s" "The dam holds."')
        first, pasted = locate_all(["courier.txt"], paste=True)
        assert first == Path("courier.txt")
        assert pasted.read_bytes() == b"The dam holds."

    def test_the_first_program_that_works_gives_the_text(self, programs: Path) -> None:
        program(programs, "wl-paste", "exit 1")
        program(programs, "xsel", 'printf "%s" "The dam holds: $*"')
        assert read_clipboard() == b"The dam holds: --clipboard --output"

    @pytest.mark.parametrize(
        ("script", "message"),
        [
            (None, "install wl-clipboard, xclip or xsel"),
            ("exit 1", "cannot be read by xclip; is there a desktop?"),
            ("exit 0", "holds no text"),
        ],
    )
    def test_what_prevents_it_is_one_line(
        self, programs: Path, script: str | None, message: str
    ) -> None:
        if script:
            program(programs, "xclip", script)
        with pytest.raises(DiptychError, match=message):
            read_clipboard()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are not everywhere")
@pytest.mark.usefixtures("reports")
def test_bad_input_is_one_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "nul.txt").write_bytes(b"The dam held.\0\0\0 Nobody was hurt." * 9)
    with (tmp_path / "long.txt").open("wb") as file:
        file.truncate(100 << 20)
    for name, message in {
        "pipe": "is a named pipe",
        "loop": "is a loop of symbolic links",
        "nul.txt": "binary, not text",
        "long.txt": "longer than 50 MB",
        "/dev/zero": "is a device",
        ".": "is a folder",
    }.items():
        assert run(["compare", name, "courier.txt"]) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert message in line


def test_a_pipe_or_device_called_json_is_not_read_to_see_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        pytest.fail(f"{path} was opened, which may never end")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    pipe, device = tmp_path / "pipe.json", tmp_path / "device.json"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    assert not is_saved_comparison(pipe)
    assert not is_saved_comparison(device)


def test_no_file_is_held_in_memory_only_to_see_whether_it_is_a_comparison(tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    saved.write_text('{"schema": "diptych.comparison/1"')
    assert is_saved_comparison(saved)
    os.truncate(saved, LONGEST_FILE + 1)
    assert not is_saved_comparison(saved)
