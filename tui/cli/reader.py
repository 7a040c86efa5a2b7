"""``diptych [REPORT]...``: the reader on the screen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.output import to_terminal
from tui.cli.sources import locate_all, reading_options, wants_raw
from tui.errors import DiptychError
from tui.files import is_saved_comparison

if TYPE_CHECKING:
    from tui.read import Story

__all__ = ["open_command"]

_NO_TERMINAL = "the reader needs a terminal; to write a file or a pipe, use 'compare'"


@click.command("open", hidden=True)
@click.option("--theme", metavar="NAME", help="The theme to start with; Ctrl+P lists them.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw lines and signs in ASCII only.")
@click.option("--paste", is_flag=True, help="Read the text on the clipboard as a report.")
@reading_options
@click.argument("reports", nargs=-1)
def open_command(
    reports: tuple[str, ...], theme: str | None, *, ascii_only: bool, paste: bool
) -> None:
    """Open the reader."""
    from tui.read import load_story
    from tui.store.config import load_config

    config = load_config()
    if not to_terminal():
        raise DiptychError(_NO_TERMINAL)
    story: Story | Path | None
    if len(reports) == 1 and is_saved_comparison(reports[0]):
        story = Path(reports[0])
    else:
        found = locate_all(reports, paste=paste)
        story = load_story(found[0] if len(found) == 1 else found) if found else None
        if story and wants_raw():
            story = story.untouched()
    if not (sys.stdin and sys.stdin.isatty()):
        raise DiptychError(_NO_TERMINAL)

    from tui.app import run

    run(
        story,
        theme=theme or config.theme or None,
        ascii_only=ascii_only or config.ascii,
        keys=config.keys,
        width=config.width,
    )
