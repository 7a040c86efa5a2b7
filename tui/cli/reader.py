"""``diptych [REPORT]...``: the reader on the screen."""

from __future__ import annotations

from functools import partial

import click

from tui.cli.opening import open_reader
from tui.cli.sources import locate_all, reading_options, wants_raw

__all__ = ["open_command"]


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
    open_reader(
        partial(locate_all, reports, paste=paste),
        theme=theme,
        ascii_only=ascii_only,
        raw=wants_raw(),
    )
