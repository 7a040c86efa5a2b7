"""``diptych tm``: the reader's own translation memories, used in every story."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.output import STANDARD_OUTPUT, say, to_terminal, write_stdout
from tui.errors import DiptychError, visible

__all__ = ["memories_command"]

_EXAMPLES = """\b
Examples:
  diptych tm import de-en.tmx      use it in every story from now on
  diptych tm list                  the memories imported, their languages
  diptych tm export mine.tmx       what you corrected and providers gave
"""


@click.group("tm", epilog=_EXAMPLES, short_help="Keep translation memories (TMX).")
def memories_command() -> None:
    """Keep translation memories, TMX files, that are used in every story.

    A story's own memories, named in its story.toml, go before them.
    """


@memories_command.command("import")
@click.option("--force", is_flag=True, help="Replace a memory of the same name.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def import_command(files: tuple[str, ...], *, force: bool) -> None:
    """Use TMX files in every story: each is copied."""
    from tui.store.memories import import_memory

    for name in files:
        copy, count = import_memory(Path(name), overwrite=force)
        say(f"{copy.name}: {_counted(count)} imported")


@memories_command.command("list")
def list_command() -> None:
    """List the memories imported: name, languages, units."""
    from tui.store.memories import memory_paths
    from tui.translate import load_memory

    paths = memory_paths()
    if not paths:
        say("no memory has been imported; 'diptych tm import FILE' does that")
    lines = []
    for path in paths:
        pairs = load_memory(path).pairs()
        told = ", ".join(f"{a}-{b} {_counted(count)}" for (a, b), count in sorted(pairs.items()))
        lines.append(f"{visible(path.name)}\t{visible(told) or 'empty'}\n")
    write_stdout("".join(lines), terminal=to_terminal())


@memories_command.command("export")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.argument("file")
def export_command(file: str, *, force: bool) -> None:
    """Write your corrections and what providers gave to FILE, or to standard output (-)."""
    from tui.store.memories import kept_units
    from tui.translate import write_tmx
    from tui.translate.tmx import tmx_lines

    units = list(kept_units())
    if not units:
        raise DiptychError("there is nothing to export: no translation was corrected or provided")
    if file == STANDARD_OUTPUT:
        write_stdout(b"".join(tmx_lines(units)).decode(), terminal=to_terminal())
        return
    count = write_tmx(file, units, overwrite=force)
    say(f"{file}: {_counted(count)} written")


def _counted(units: int) -> str:
    return f"{units:,} unit{'' if units == 1 else 's'}"
