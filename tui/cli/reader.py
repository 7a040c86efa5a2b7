"""``diptych [REPORT]...``: the reader on the screen."""

from __future__ import annotations

import sys

import click

from tui.cli.output import to_terminal
from tui.cli.sources import is_address, read_address
from tui.errors import DiptychError

__all__ = ["open_command"]


@click.command("open", hidden=True)
@click.option("--theme", metavar="NAME", help="The theme to start with; Ctrl+P lists them.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw lines and signs in ASCII only.")
@click.argument("reports", nargs=-1)
def open_command(reports: tuple[str, ...], theme: str | None, *, ascii_only: bool) -> None:
    """Open the reader."""
    from tui.read import load_story
    from tui.store.config import load_config

    config = load_config()
    for report in reports:
        if report == "-":
            raise click.UsageError("standard input can be compared, not opened")
        if is_address(report):
            read_address(report)
    story = load_story(reports[0] if len(reports) == 1 else reports) if reports else None
    if not (sys.stdin and sys.stdin.isatty() and to_terminal()):
        raise DiptychError("the reader needs a terminal; to write a file or a pipe, use 'compare'")

    from tui.app import run

    run(story, theme=theme or config.theme or None, ascii_only=ascii_only or config.ascii)
