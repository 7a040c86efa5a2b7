"""The clipboard's text, by the program that the desktop has for it."""

from __future__ import annotations

import shutil
import subprocess
from typing import NamedTuple

from tui.errors import DiptychError

__all__ = ["read_clipboard"]

_SECONDS = 5.0
_MOST = 10 << 20


class _Tool(NamedTuple):
    """A program that writes the clipboard to standard output, and how it is called."""

    program: str
    arguments: tuple[str, ...]


_TOOLS = (
    _Tool("wl-paste", ("--no-newline", "--type", "text")),
    _Tool("xclip", ("-selection", "clipboard", "-out")),
    _Tool("xsel", ("--clipboard", "--output")),
    _Tool("pbpaste", ()),
    _Tool(
        "powershell.exe",
        (
            "-NoProfile",
            "-Command",
            "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw",
        ),
    ),
)


def read_clipboard() -> bytes:
    """The text on the clipboard.

    Raises:
        DiptychError: There is no program that reads it, none of those there are can, or it holds no
            text.
    """
    found = [tool for tool in _TOOLS if shutil.which(tool.program)]
    if not found:
        raise DiptychError(
            "the clipboard cannot be read: install wl-clipboard, xclip or xsel, or pipe the text"
            " to standard input ('-')"
        )
    for tool in found:
        text = _output(tool)
        if text is not None:
            break
    else:
        names = ", ".join(tool.program for tool in found)
        raise DiptychError(f"the clipboard cannot be read by {names}; is there a desktop?")
    if len(text) > _MOST:
        raise DiptychError(
            f"the clipboard holds more than {_MOST >> 20} MB; no report is that long"
        )
    if not text.strip():
        raise DiptychError("the clipboard holds no text; copy the report's text first")
    return text


def _output(tool: _Tool) -> bytes | None:
    """What a program writes; ``None`` if it fails, as one for another desktop does."""
    try:
        done = subprocess.run(  # noqa: S603 - the programs are those above
            [shutil.which(tool.program) or tool.program, *tool.arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
