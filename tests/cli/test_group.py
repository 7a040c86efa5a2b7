"""The commands as a group: what is told where the line on the terminal names none of them."""

from __future__ import annotations

import pytest

from tui.cli import run


def test_a_group_without_a_command_is_told_in_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["tm"]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err == (
        "diptych: missing command, one of export, import, list; see 'diptych tm --help'\n"
    )


def test_a_terminal_that_only_prints_lines_is_not_drawn_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.cli.opening.to_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    assert run([]) == 2
    assert "can only print lines" in capsys.readouterr().err
