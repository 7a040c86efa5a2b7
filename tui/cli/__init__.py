"""The command line: the reader, ``diptych compare``, ``add``, ``versions``, ``tm``.

Each command is a module of its own, imported when it is called.

Data goes to standard output, messages to standard error as ``diptych: <line>``. The exit status
is 0 for done, 2 for what the user can mend, 130 after Ctrl-C; ``compare --exit-code`` adds 1.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from tui import __version__
from tui.cli.output import say
from tui.errors import DiptychError

__all__ = ["cli", "main", "run"]

_EXAMPLES = """\b
Examples:
  diptych                              the library and a demo story
  diptych report-a.txt report-b.txt    two reports or more, side by side
  diptych my-story/                    a folder of reports, or its story.toml
  diptych https://example.org/a b.pdf  a page that is fetched, and a PDF
  diptych compare a.txt b.txt          the comparison as text
  diptych compare a.txt b.txt -o out.html
"""

_COMMANDS = {
    "open": "tui.cli.reader:open_command",
    "compare": "tui.cli.compare:compare_command",
    "add": "tui.cli.add:add_command",
    "versions": "tui.cli.versions:versions_command",
    "tm": "tui.cli.memories:memories_command",
}


class _ReaderByDefault(click.Group):
    """A group in which a first argument that names no command is a report to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        from importlib import import_module

        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0] if args else ""
        if first not in {*_COMMANDS, *ctx.help_option_names, "--version"}:
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("diptych", "[OPTIONS] [REPORT]...")
        formatter.write_usage("diptych", "compare [OPTIONS] A B", prefix="       ")
        formatter.write_usage("diptych", "add STORY REPORT...", prefix="       ")
        formatter.write_usage("diptych", "versions [OPTIONS] REPORT...", prefix="       ")
        formatter.write_usage("diptych", "tm COMMAND", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from tui.cli.reader import open_command

        open_command.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(
    cls=_ReaderByDefault,
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="diptych", message="%(prog)s %(version)s")
def cli() -> None:
    """Read two reports of one story side by side, in any language.

    REPORT is a file (text, Markdown, HTML, PDF, DOCX, EPUB, e-mail, JSON), an http(s) address, -
    for standard input, a folder or a story.toml. Without one the library opens, with a demo story.
    """


def main() -> None:
    """The ``diptych`` command."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line.

    Args:
        arguments: What follows the command's name.

    Returns:
        The exit status.
    """
    try:
        status = cli.main(list(arguments), prog_name="diptych", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path.removesuffix(" open") if error.ctx else "diptych"
        return _failed(f"{error.format_message().rstrip('.')}; see '{command} --help'")
    except (click.ClickException, DiptychError) as error:
        message = error.format_message() if isinstance(error, click.ClickException) else str(error)
        return _failed(message)
    except (click.Abort, KeyboardInterrupt):
        return 130
    return status if isinstance(status, int) else 0


def _failed(message: str) -> int:
    say(message[:1].lower() + message[1:])
    return 2
