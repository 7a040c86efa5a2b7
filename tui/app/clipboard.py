"""The system's clipboard, through the program that each system has for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.app.terminal import is_remote

__all__ = ["ClipboardProgram", "copy", "programs"]

PATIENCE = 2.0
"""Seconds until a program that does not take the text is given up."""


@dataclass(frozen=True, slots=True)
class ClipboardProgram:
    """A program that puts its standard input on the clipboard."""

    command: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What it is called."""
        return self.command[0]


def programs(
    environ: Mapping[str, str], platform: str = sys.platform
) -> Iterator[ClipboardProgram]:
    """The programs that reach the clipboard of the person at the keyboard, best first.

    Over SSH without a forwarded display every one of them would fill the clipboard of the machine
    at the other end, where nobody pastes.

    Args:
        environ: The environment.
        platform: ``sys.platform``.
    """
    if environ.get("WAYLAND_DISPLAY"):
        yield ClipboardProgram(("wl-copy",))
    if environ.get("DISPLAY"):
        yield ClipboardProgram(("xclip", "-selection", "clipboard"))
        yield ClipboardProgram(("xsel", "--input", "--clipboard"))
    if is_remote(environ):
        return
    if platform == "darwin":
        yield ClipboardProgram(("pbcopy",))
    if environ.get("WSL_DISTRO_NAME") or platform in ("win32", "cygwin"):
        # It takes the console's code page unless there is a byte order mark.
        yield ClipboardProgram(("clip.exe",), "utf-16")


def copy(text: str, environ: Mapping[str, str], platform: str = sys.platform) -> str:
    """Put text on the clipboard.

    Returns:
        The name of the program that took it; empty if none did.
    """
    for program in programs(environ, platform):
        found = shutil.which(program.name, path=environ.get("PATH"))
        if found and _taken(found, program, text, environ):
            return program.name
    return ""


def _taken(path: str, program: ClipboardProgram, text: str, environ: Mapping[str, str]) -> bool:
    """Whether a program took the text. It stays behind to serve it, so its outputs are closed."""
    try:
        subprocess.run(  # noqa: S603 - one of the programs above, without a shell
            [path, *program.command[1:]],
            input=text.encode(program.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
