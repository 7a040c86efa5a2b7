"""The program in a real pseudo-terminal, opened and closed for a test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from bench.terminal import Terminal

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"

LEAVE_ALTERNATE_SCREEN = b"\x1b[?1049l"

Opener = Callable[..., Terminal]
ProgramOpener = Callable[..., Terminal]


@pytest.fixture
def open_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ProgramOpener]:
    """Opens any program in a scratch folder; closes all terminals in the end."""
    terminals: list[Terminal] = []
    monkeypatch.chdir(tmp_path)
    env = {"DIPTYCH_HOME": str(tmp_path / "home"), "TEXTUAL_ANIMATIONS": "none"}

    def opened(
        command: Sequence[str], columns: int = 120, lines: int = 40, **more: str
    ) -> Terminal:
        terminal = Terminal(command, columns=columns, lines=lines, env={**env, **more})
        terminals.append(terminal)
        return terminal

    yield opened
    for terminal in terminals:
        terminal.process.terminate(force=True)


@pytest.fixture
def open_reader(open_program: ProgramOpener) -> Opener:
    """Opens the reader with arguments, by itself or under a shell that tells its status."""

    def opened(
        *arguments: str, under_shell: bool = False, redirected: str = "", **more: object
    ) -> Terminal:
        command = [sys.executable, "-m", "tui", *arguments]
        if under_shell:
            command = ["sh", "-c", f'"$@" {redirected}; echo status $?; cat', "sh", *command]
        return open_program(command, **more)

    return opened
