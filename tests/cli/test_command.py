"""The command as a shell starts it: names, streams, signals."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tui import __version__
from tui.app.desk import Desk
from tui.cli import run

COMMAND = [sys.executable, "-m", "tui"]


def printed(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(arguments) == 0
    return capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(["--version"], capsys) == f"diptych {__version__}\n"
    assert "--version" in printed(["--help"], capsys)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["compare", "--help"]])
def test_help_is_short_has_examples_and_fits_a_terminal(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    text = printed(arguments, capsys)
    assert text.startswith("Usage: diptych")
    assert "Examples:" in text
    assert len(text.splitlines()) < 50
    assert all(len(line) <= 80 for line in text.splitlines())


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Desk | None, str | None, bool]]:
    """What the reader was opened with, instead of opening it."""
    calls: list[tuple[Desk | None, str | None, bool]] = []

    def instead(
        opening: Callable[[], Desk] | None,
        *,
        theme: str | None,
        ascii_only: bool,
        **_: object,
    ) -> None:
        calls.append((opening and opening(), theme, ascii_only))

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("tui.app.run", instead)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("tui.cli.opening.to_terminal", lambda: True)
    return calls


Opened = list[tuple[Desk | None, str | None, bool]]


def test_without_arguments_the_reader_opens_without_a_story(opened: Opened) -> None:
    assert run([]) == 0
    assert opened == [(None, None, False)]


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["."], ["courier.txt", "kuestenblatt.txt"]),
        (["story.toml"], ["courier.txt", "kuestenblatt.txt"]),
        (["times.txt", "courier.txt"], ["times.txt", "courier.txt"]),
        (["open", "times.txt", "courier.txt"], ["times.txt", "courier.txt"]),
    ],
)
def test_a_first_argument_that_is_no_command_is_opened(
    opened: Opened, arguments: list[str], files: list[str]
) -> None:
    assert run(arguments) == 0
    [(desk, _, _)] = opened
    assert desk is not None
    assert [Path(article.path or "").name for article in desk.articles] == files


@pytest.mark.usefixtures("reports")
def test_the_readers_options_are_passed_on(opened: Opened) -> None:
    assert run(["--ascii", "--theme", "nord", "."]) == 0
    [(_, theme, ascii_only)] = opened
    assert (theme, ascii_only) == ("nord", True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.toml"], "missing.toml: no such file"),
        (["-", "a.txt", "-"], "standard input ('-') can be only one of the reports"),
        (["--foo"], "no such option"),
        (["https://example.org/a"], "https://example.org/a"),
    ],
)
def test_what_cannot_be_opened_is_one_line(
    opened: Opened,
    arguments: list[str],
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(arguments) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert message in line
    assert opened == []


@pytest.mark.usefixtures("reports")
def test_without_a_terminal_the_reader_says_what_to_do_instead() -> None:
    done = subprocess.run(
        [*COMMAND, "."], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    assert done.stdout == ""


@pytest.mark.usefixtures("reports")
def test_a_pipe_that_is_closed_early_is_no_trouble() -> None:
    process = subprocess.Popen(
        [*COMMAND, "compare", "courier.txt", "times.txt", "--format", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait() == 0


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("arguments", [["compare", "courier.txt", "times.txt"], ["tm", "--help"]])
def test_a_full_disk_behind_standard_output_is_one_line(arguments: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("diptych: standard output cannot be written: no space left")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("reports")
def test_ctrl_c_ends_it_with_130_and_no_traceback() -> None:
    # It waits for standard input, so that the signal surely comes while it works.
    process = subprocess.Popen(
        [*COMMAND, "compare", "-", "times.txt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdin
    # More than a pipe holds: the write returns only when the command has begun to read.
    process.stdin.write(b"A report. " * 20_000)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in errors


def in_terminal(arguments: Sequence[str], **environment: str) -> str:
    """What a command writes to a terminal."""
    main, secondary = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=secondary,
        stdout=secondary,
        stderr=secondary,
        env={**os.environ, "TERM": "xterm-256color", **environment},
    )
    os.close(secondary)
    written = b""
    try:
        while select.select([main], [], [], 60)[0]:
            written += os.read(main, 65536)
    except OSError:  # the terminal is gone: the command has ended
        pass
    os.close(main)
    assert process.wait() == 0
    return written.decode()


@pytest.mark.usefixtures("reports")
def test_text_is_coloured_in_a_terminal_and_as_wide_as_it() -> None:
    arguments = ["compare", "courier.txt", "times.txt"]
    shown = in_terminal(arguments, COLUMNS="84")
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert max(len(line.rstrip()) for line in plain.splitlines()) == 84


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colour_is_respected(environment: dict[str, str]) -> None:
    assert "\x1b" not in in_terminal(["compare", "courier.txt", "times.txt"], **environment)


@pytest.mark.usefixtures("reports")
def test_colour_can_be_refused() -> None:
    arguments = ["compare", "courier.txt", "times.txt", "--color", "never"]
    assert "\x1b" not in in_terminal(arguments)


def test_a_mistake_is_no_other_where_it_cannot_be_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "compare", "a", "b"], stderr=full, check=False)
    assert done.returncode == 2


def test_a_mistake_in_the_program_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Callable[..., None]:
        raise RuntimeError("a bug")

    monkeypatch.setattr("tui.cli.compare.read_sources", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        run(["compare", "a", "b"])


@pytest.mark.usefixtures("reports")
def test_a_comparison_saved_as_json_is_opened_and_a_report_as_json_is_a_report(
    opened: Opened, reports: Path
) -> None:
    assert run(["compare", "courier.txt", "times.txt", "-o", "alma.json"]) == 0
    made = json.loads((reports / "alma.json").read_text("utf-8"))
    (reports / "report.json").write_text(json.dumps(made["a"]))
    assert run(["alma.json"]) == run(["report.json"]) == 0
    (saved, *_), (report, *_) = opened
    assert saved is not None
    assert [article.path for article in saved.articles] == ["courier.txt", "times.txt"]
    assert report is not None
    assert [article.path for article in report.articles] == ["report.json"]
