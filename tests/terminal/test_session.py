"""The whole program in a real pseudo-terminal, as a reader would use it."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import sys
import termios
from pathlib import Path

import pytest

from tests.terminal.conftest import LEAVE_ALTERNATE_SCREEN, SEEDS, Opener, ProgramOpener

MOUSE_OFF = b"\x1b[?1000"


def test_a_reader_walks_the_differences_changes_the_view_exports_and_leaves(
    open_reader: Opener, tmp_path: Path
) -> None:
    terminal = open_reader(str(SEEDS))
    terminal.wait_for("Report: US Preparing")
    terminal.wait_for(lambda screen: re.search(r"differences \d+", screen) is not None, timeout=60)
    terminal.send("n")
    terminal.wait_for(lambda screen: re.search(r"differences 1 of \d+", screen) is not None)
    terminal.send("v")
    terminal.wait_for(lambda screen: "aligned" in screen or "rows" in screen)
    terminal.send("e")
    terminal.wait_for("Web page")
    terminal.send("\r")
    terminal.wait_for("write to")
    terminal.send("\r")
    terminal.wait_for("written")
    terminal.send("q")
    assert terminal.wait_for_exit() == 0
    assert LEAVE_ALTERNATE_SCREEN in bytes(terminal.raw)
    (page,) = tmp_path.glob("*.html")
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")


def test_the_german_report_is_read_in_english(open_reader: Opener) -> None:
    german = next(SEEDS.glob("003_*.txt"))
    english = next(SEEDS.glob("000_*.txt"))
    terminal = open_reader(str(german), str(english))
    terminal.wait_for("Die Administration")
    terminal.wait_for("national soil")


def test_the_place_is_remembered(open_reader: Opener, tmp_path: Path) -> None:
    story = tmp_path / "story"
    shutil.copytree(SEEDS, story)
    terminal = open_reader(str(story))
    terminal.wait_for("Report: US Preparing")
    terminal.send("G")
    terminal.wait_for("all-of-government")
    terminal.send("q")
    assert terminal.wait_for_exit() == 0
    again = open_reader(str(story))
    again.wait_for("all-of-government")


def test_a_storm_of_resizes_leaves_a_whole_screen(open_reader: Opener) -> None:
    terminal = open_reader(str(SEEDS))
    terminal.wait_for("Report: US Preparing")
    for columns, lines in [(40, 20), (20, 5), (200, 60), (80, 24), (1, 1), (60, 30)] * 3:
        terminal.resize(columns, lines)
    terminal.resize(120, 40)
    terminal.wait_for("Report: US Preparing")
    terminal.send("q")
    assert terminal.wait_for_exit() == 0


def test_a_terminal_of_twenty_by_five_is_told_and_not_crashed(open_reader: Opener) -> None:
    terminal = open_reader(str(SEEDS), columns=20, lines=5)
    terminal.wait_for("too small")
    terminal.send("q")
    assert terminal.wait_for_exit() == 0


def test_a_killed_reader_leaves_the_terminal_sane(open_reader: Opener) -> None:
    terminal = open_reader(str(SEEDS))
    terminal.wait_for("Report: US Preparing")
    terminal.process.kill(signal.SIGTERM)
    terminal.wait_for_exit()
    assert LEAVE_ALTERNATE_SCREEN in bytes(terminal.raw)


def test_a_terminated_reader_has_kept_the_place(open_reader: Opener, tmp_path: Path) -> None:
    story = tmp_path / "story"
    shutil.copytree(SEEDS, story)
    terminal = open_reader(str(story))
    terminal.wait_for("Report: US Preparing")
    terminal.send("G")
    terminal.wait_for("all-of-government")
    terminal.process.kill(signal.SIGTERM)
    terminal.wait_for_exit()
    again = open_reader(str(story))
    again.wait_for("all-of-government")


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process of others")
def test_a_reader_leaves_with_its_terminal_though_its_parent_stays(
    open_program: ProgramOpener,
) -> None:
    reader = [sys.executable, "-m", "tui", str(SEEDS)]
    terminal = open_program(["sh", "-c", "trap '' HUP; \"$@\"; true", "sh", *reader])
    terminal.wait_for("Report: US Preparing")
    (process,) = children_of(terminal.process.pid)
    ended = os.pidfd_open(process)
    terminal.process.fileobj.close()
    assert select.select([ended], [], [], 20)[0]
    os.close(ended)


def children_of(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


def is_shell(process: int) -> bool:
    return "sh" in Path(f"/proc/{process}/comm").read_text(encoding="ascii")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the reader in /proc")
def test_a_reader_killed_outright_leaves_the_terminal_sane(
    open_reader: Opener, tmp_path: Path
) -> None:
    terminal = open_reader(str(SEEDS), under_shell=True)
    terminal.wait_for("Report: US Preparing")
    terminal.send("j")
    (reader,) = children_of(terminal.process.pid)
    terminal.wait_for(lambda _: any(is_shell(child) for child in children_of(reader)))
    os.kill(reader, signal.SIGKILL)
    terminal.wait_for("status 137")
    terminal.wait_for(lambda _: LEAVE_ALTERNATE_SCREEN in bytes(terminal.raw))
    assert bytes(terminal.raw).rindex(MOUSE_OFF) > bytes(terminal.raw).rindex(b"\x1b[?1003h")
    modes = termios.ECHO | termios.ICANON
    terminal.wait_for(lambda _: termios.tcgetattr(terminal.process.fd)[3] & modes == modes)


def test_a_reader_stopped_and_continued_gives_the_terminal_back_and_takes_it_again(
    open_reader: Opener,
) -> None:
    terminal = open_reader(str(SEEDS))
    terminal.wait_for("Report: US Preparing")
    for _ in range(2):
        begun = len(terminal.raw)
        terminal.process.kill(signal.SIGTSTP)
        terminal.wait_for(lambda _, b=begun: LEAVE_ALTERNATE_SCREEN in bytes(terminal.raw[b:]))  # type: ignore[misc]
        os.waitpid(terminal.process.pid, os.WUNTRACED)  # as a shell does before it says fg
        terminal.screen.reset()
        terminal.process.kill(signal.SIGCONT)
        terminal.wait_for("Report: US Preparing")
    terminal.send("G")
    terminal.wait_for("all-of-government")
    terminal.send("q")
    assert terminal.wait_for_exit() == 0


def test_with_standard_error_in_a_file_the_screen_is_still_on_the_terminal(
    open_reader: Opener, tmp_path: Path
) -> None:
    terminal = open_reader(str(SEEDS), under_shell=True, redirected="2>errors.txt")
    terminal.wait_for("Report: US Preparing")
    terminal.send("q")
    terminal.wait_for("status 0")
    assert (tmp_path / "errors.txt").read_bytes() == b""


def test_own_keys_of_the_configuration_are_used_and_mistakes_told_in_a_line(
    open_reader: Opener, tmp_path: Path
) -> None:
    config = tmp_path / "home" / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\nquit = "X"\n', encoding="utf-8")
    terminal = open_reader(str(SEEDS))
    terminal.wait_for("Report: US Preparing")
    terminal.send("X")
    assert terminal.wait_for_exit() == 0
    config.write_text('[keys]\nquit = "n"\n', encoding="utf-8")
    terminal = open_reader(str(SEEDS), columns=250)
    assert terminal.wait_for_exit() == 2
    assert "line 2: quit: the key n is that of next_difference" in terminal.text


def test_hostile_text_reaches_the_terminal_inert(open_reader: Opener, tmp_path: Path) -> None:
    hostile = "A line [/] x and [sic] and [@click=app.bell]here[/]. \x1b]52;c;aGk=\x07\x9b31m Done."
    (tmp_path / "a.txt").write_text(f"{hostile}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("A plain line. It is done.\n", encoding="utf-8")
    terminal = open_reader("a.txt", "b.txt")
    terminal.wait_for("Done.")
    assert "[/] x" in terminal.text
    assert "[@click=app.bell]" in terminal.text
    assert b"\x1b]52" not in bytes(terminal.raw)
    assert "\x9b".encode() not in bytes(terminal.raw)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        (["empty.txt"], "empty"),
        (["binary.bin"], "binary.bin"),
        (["broken"], "story.toml"),
    ],
)
def test_bad_input_gets_one_line_and_no_screen(
    open_reader: Opener, tmp_path: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "story.toml").write_text("title = \n", encoding="utf-8")
    terminal = open_reader(*arguments, columns=200)
    assert terminal.wait_for_exit() == 2
    assert words in terminal.text
    assert "Traceback" not in terminal.text
