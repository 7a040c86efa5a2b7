"""The commands and their options, as click parses them.

Each command is a module of its own, imported when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import click

from tui import __version__
from tui.cli import COMMANDS
from tui.cli.output import failed, unwritten

__all__ = ["cli", "run_command"]

_EXAMPLES = """\b
Examples:
  diptych                              the library and a demo story
  diptych report-a.txt report-b.txt    two reports or more, side by side
  diptych my-story/                    a folder of reports, or its story.toml
  diptych https://example.org/a b.pdf  a page that is fetched, and a PDF
  diptych compare a.txt b.txt          the comparison as text
  diptych compare a.txt b.txt -o out.html
"""

_HELP = ("-h", "--help")
_PRINTED_BY_CLICK = frozenset({*_HELP, "--version"})


class _ReaderByDefault(click.Group):
    """A group in which a first argument that names no command is a report to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        from importlib import import_module

        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0] if args else ""
        if first not in {*COMMANDS, *_PRINTED_BY_CLICK}:
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

        # Its own options are those of the reader, and --version.
        params = (*self.params, *open_command.get_params(ctx))
        options = (param for param in params if isinstance(param, click.Option))
        records = dict(filter(None, (option.get_help_record(ctx) for option in options)))
        with formatter.section("Options"):
            formatter.write_dl(list(records.items()))
        self.format_commands(ctx, formatter)


@click.group(
    cls=_ReaderByDefault,
    epilog=_EXAMPLES,
    context_settings={"help_option_names": _HELP, "max_content_width": 100},
)
@click.version_option(__version__, prog_name="diptych", message="%(prog)s %(version)s")
def cli() -> None:
    """Read two reports of one story side by side, in any language.

    REPORT is a file (text, Markdown, HTML, PDF, DOCX, EPUB, e-mail, JSON), an http(s) address, -
    for standard input, a folder or a story.toml. Without one the library opens, with a demo story.
    """


def run_command(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name, the reader if they name none.

    Args:
        arguments: What follows the program's name.

    Returns:
        The exit status.

    Raises:
        DiptychError: It cannot be done.
    """
    try:
        status = cli.main(list(arguments), prog_name="diptych", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        # Its message is the whole help, where that of other wrong usage is a line.
        names = ", ".join(cast("click.Group", error.ctx.command).list_commands(error.ctx))
        return failed(f"missing command, one of {names}; see '{error.ctx.command_path} --help'")
    except click.UsageError as error:
        command = error.ctx.command_path.removesuffix(" open") if error.ctx else "diptych"
        return failed(f"{_told(error).rstrip('.')}; see '{command} --help'")
    except click.ClickException as error:
        return failed(_told(error))
    except OSError as error:
        if _PRINTED_BY_CLICK.isdisjoint(arguments):
            raise
        raise unwritten(error) from None
    except click.Abort:
        return 130
    return status if isinstance(status, int) else 0


def _told(error: click.ClickException) -> str:
    """What click says of an error, as the rest of a line; its first word is click's own."""
    message = error.format_message()
    return message[:1].lower() + message[1:]
