"""``diptych compare A B``: a comparison without a screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from tui.cli.output import (
    line_width,
    refuse_inputs,
    say_warnings,
    to_terminal,
    wants_color,
    write_stdout,
)
from tui.cli.sources import STANDARD_INPUT, Sources, read_sources
from tui.export import FORMATS, ExportOptions, encode, render, require_writable, write
from tui.model import Comparison, Translation
from tui.store.config import Config, load_config

__all__ = ["compare_command"]

_EXAMPLES = """\b
Examples:
  diptych compare a.txt b.txt
  diptych compare a.txt b.txt -o out.html      HTML, by the file's ending
  diptych compare a.txt b.txt --format json | jq .summary
  pbpaste | diptych compare - b.txt

The exit status is 0, or 2 where something is wrong with the input or the
command; with --exit-code it is 1 where the reports differ.
"""


@click.command("compare", epilog=_EXAMPLES, short_help="Write a comparison of two reports.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="What to write. [default: by the ending of FILE, else text]",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE rather than standard output.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.option("--lang-a", metavar="LANG", help="A's language, such as de, rather than detect it.")
@click.option("--lang-b", metavar="LANG", help="B's language.")
@click.option(
    "--translate",
    metavar="HOW",
    default="memory",
    help="none; memory: only from the story's translation memories (the default); or a "
    "provider such as google, which then receives the text.",
)
@click.option("--to", metavar="LANG", help="The language to translate into.")
@click.option("--evidence", is_flag=True, help="Give the reasons for each link (JSON).")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours in text.",
)
@click.option("--width", type=click.IntRange(20, 400), help="Columns of text and SVG.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Write signs in ASCII only (text).")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if the reports differ.")
@click.argument("a")
@click.argument("b")
def compare_command(
    a: str,
    b: str,
    *,
    format_name: str | None,
    output: str | None,
    force: bool,
    lang_a: str | None,
    lang_b: str | None,
    translate: str,
    to: str | None,
    evidence: bool,
    color: str,
    width: int | None,
    ascii_only: bool,
    exit_code: bool,
) -> int:
    """Compare reports A and B: which sentences match, and where they differ.

    A and B are text files, or one of them - for standard input. A story.toml beside a file gives
    its language, its date and its translation memories. Nothing goes over the network unless
    --translate names a provider.
    """
    path = Path(output) if output and output != STANDARD_INPUT else None
    if force and path is None:
        raise click.UsageError("--force goes with -o FILE")
    if path:
        refuse_inputs(path, a, b)
    chosen = format_name or _format_of(path)
    if evidence and chosen != "json":
        raise click.UsageError("--evidence goes with --format json")
    if to and translate == "none":
        raise click.UsageError("--to goes with --translate memory or a provider")
    if path:
        require_writable(path, overwrite=force)
    terminal = path is None and to_terminal()
    config = load_config()
    sources = read_sources(a, b, lang_a=lang_a, lang_b=lang_b)
    sources.say_notes()
    comparison = _compared(sources, translate, to, config)
    options = ExportOptions(
        title=sources.title,
        evidence=evidence,
        width=width or line_width(terminal=terminal),
        color=wants_color(color, terminal=terminal),
        ascii_only=ascii_only or config.ascii,
    )
    rendered = render(comparison, chosen, options)
    if path:
        write(path, encode(rendered, chosen), overwrite=force)
    else:
        write_stdout(rendered, terminal=terminal)
    return int(exit_code and bool(comparison.differences))


def _format_of(path: Path | None) -> str:
    """The format whose ending the file has; text where none has."""
    suffix = path.suffix.lower() if path else ""
    return next((f.name for f in FORMATS.values() if f.suffix == suffix), "text")


def _compared(sources: Sources, translate: str, to: str | None, config: Config) -> Comparison:
    from tui.store.comparisons import compare_cached

    say_warnings()
    told_a, told_b = _translated(sources, translate, to, config)
    return compare_cached(sources.a, sources.b, translations_a=told_a, translations_b=told_b)


def _translated(
    sources: Sources, translate: str, to: str | None, config: Config
) -> tuple[Mapping[int, Translation], Mapping[int, Translation]]:
    if translate == "none":
        return {}, {}
    from tui.cli.translating import translate_sources

    return translate_sources(sources, translate, to, config)
