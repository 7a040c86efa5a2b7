"""Keys typed faster than the screen changes, into a real pseudo-terminal."""

from __future__ import annotations

import shlex
import sys
from itertools import cycle

from tests.terminal.conftest import LEAVE_ALTERNATE_SCREEN, SEEDS, Opener, ProgramOpener

SIZES = [(40, 20), (20, 5), (200, 60), (80, 24), (1, 1), (70, 12)]


def test_a_key_typed_right_behind_one_that_closes_something_is_not_lost(
    open_reader: Opener,
) -> None:
    terminal = open_reader(str(SEEDS))
    terminal.wait_for("Report: US Preparing")
    behind = (
        ("?q", "?", "Keys and signs", "q"),  # the help
        ("dd", ":", "Go to sentence", "\r\x1b"),  # a list, accepted
        (":3\r", "Y", "Add the quotation", "\x1bg"),  # a line, accepted: Y is not typed into it
        ("/drug\x1b", "O", "Which report stands right", "\x1bg"),  # Esc and O look like Alt+O
        ("mq", "L", "opens your own reports", "\x1bg"),  # a whole screen
    )
    for typed, key, seen, leave in behind:
        terminal.send(typed + key)
        terminal.wait_for(seen)
        terminal.send(leave)
        terminal.wait_for(lambda text, seen=seen: seen not in text)  # type: ignore[misc]


def test_of_keys_typed_in_a_storm_of_resizes_none_is_lost(open_reader: Opener) -> None:
    terminal = open_reader(str(SEEDS))
    terminal.wait_for("Report: US Preparing")
    terminal.send("G")
    terminal.wait_for("all-of-government")
    sizes = cycle(SIZES)
    # Four back and one, two on, one back; what is opened is closed, what is turned is turned back.
    for key in "kkkk?qmqkjjxxzzk":
        terminal.resize(*next(sizes))
        terminal.send(key)
    terminal.resize(120, 40)
    terminal.wait_for("A US mission in Mexico")  # the last size is the one that is painted for
    terminal.send("4jj")
    terminal.wait_for("the report ends here")
    terminal.send("k5j")
    terminal.wait_for("all-of-government")
    terminal.send("q")
    assert terminal.wait_for_exit() == 0


UNDER_JOB_CONTROL = (
    'set -m; sh -c "$1; true"; echo "the prompt"; read -r line; fg; echo "left"; read -r line'
)
"""A shell like that at a prompt; another program starts the reader, as make does."""


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_the_screen_back(
    open_program: ProgramOpener,
) -> None:
    reader = shlex.join([sys.executable, "-m", "tui", str(SEEDS)])
    terminal = open_program(["sh", "-c", UNDER_JOB_CONTROL, "sh", reader])
    terminal.wait_for("Report: US Preparing")
    terminal.send("G")
    terminal.wait_for("all-of-government")
    terminal.send("?")
    terminal.wait_for("Keys and signs")
    terminal.send("\x1a")  # in a dialog as well
    terminal.wait_for("the prompt")
    assert LEAVE_ALTERNATE_SCREEN in bytes(terminal.raw)
    terminal.screen.reset()
    terminal.send("\n")
    terminal.wait_for("Keys and signs")
    terminal.send("qj")
    terminal.wait_for("the report ends here")
    terminal.send("q")
    terminal.wait_for("left")


def test_ctrl_z_without_a_shell_to_go_back_to_says_so(open_reader: Opener) -> None:
    terminal = open_reader(str(SEEDS))
    terminal.wait_for("Report: US Preparing")
    terminal.send("\x1a")
    terminal.wait_for("no shell here to go back to")
    terminal.send("q")
    assert terminal.wait_for_exit() == 0
