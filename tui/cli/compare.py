"""``diptych compare A B``, ``diptych compare FILE.json``: a comparison without a screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import click

from tui.cli.output import line_width, say, say_warnings, wants_color
from tui.cli.passages import chosen_passages
from tui.cli.sources import Sources, read_sources, reading_options, wants_raw
from tui.cli.target import Target
from tui.export import FORMATS, ExportOptions
from tui.model import Comparison, Translation
from tui.store.config import Config, load_config
from tui.translate.languages import is_language

__all__ = ["compare_command"]

_EXAMPLES = """\b
Examples:
  diptych compare a.txt b.txt
  diptych compare a.txt b.txt -o out.html      HTML, by the file's ending
  diptych compare a.txt b.txt --format json | jq .summary
  diptych compare a.txt b.txt --unified | less
  diptych compare saved.json --only differences -o out.docx
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
@click.option("-u", "--unified", is_flag=True, help="The same as --format unified.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE rather than standard output.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.option("--lang-a", metavar="LANG", help="A's language, such as de.")
@click.option("--lang-b", metavar="LANG", help="B's language.")
@click.option(
    "--translate",
    metavar="HOW",
    default="memory",
    help="none; memory, from the story's and your own memories (the default); or a provider such "
    "as google, which then receives the text.",
)
@click.option("--to", metavar="LANG", help="The language to translate into.")
@click.option(
    "--only",
    metavar="WHAT",
    help="differences; bookmarks; or one passage and its matches, by difference (d5) or "
    "sentence (a7, b3).",
)
@click.option("--swap", is_flag=True, help="Let A and B change places.")
@click.option("--anonymous", is_flag=True, help="Leave out where the reports come from.")
@click.option("--evidence", is_flag=True, help="Give the reasons for each link (JSON).")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours (text, unified).",
)
@click.option("--width", type=click.IntRange(20, 400), help="Columns (text, SVG).")
@click.option(
    "--ascii", "ascii_only", is_flag=True, help="Write signs in ASCII only (text, unified, SVG)."
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if the reports differ.")
@reading_options
@click.argument("a")
@click.argument("b", required=False)
def compare_command(
    a: str,
    b: str | None,
    *,
    format_name: str | None,
    unified: bool,
    output: str | None,
    force: bool,
    lang_a: str | None,
    lang_b: str | None,
    translate: str,
    to: str | None,
    only: str | None,
    swap: bool,
    anonymous: bool,
    evidence: bool,
    color: str,
    width: int | None,
    ascii_only: bool,
    exit_code: bool,
) -> int:
    """Compare reports A and B: which sentences match, and where they differ.

    A and B are files (text, Markdown, HTML, PDF, DOCX, EPUB, e-mail, JSON) or http(s) addresses;
    one may be - for standard input. A alone is a comparison saved as JSON. A story.toml beside a
    file gives its language, its date and its translation memories. An address is fetched; nothing
    else goes over the network unless --translate names a provider.
    """
    if unified and format_name not in (None, "unified"):
        raise click.UsageError(f"--unified and --format {format_name} exclude each other")
    format_name = "unified" if unified else format_name
    target = Target.of(output, format_name, force=force, inputs=filter(None, (a, b)))
    chosen = target.form.name
    if evidence and chosen != "json":
        raise click.UsageError("--evidence goes with --format json")
    if to and translate == "none":
        raise click.UsageError("--to goes with --translate memory or a provider")
    _refuse_unheeded(chosen, width=width is not None, color=color != "auto", ascii=ascii_only)
    for option, tag in (("--lang-a", lang_a), ("--lang-b", lang_b), ("--to", to)):
        if tag and not is_language(tag):
            raise click.UsageError(f"{option} {tag}: no language; use a code such as de or pt-BR")
    config = load_config()
    asked = _Asked(a, b, lang_a, lang_b, translate, to)
    comparison, title = _saved(asked) if b is None else _compared(asked, b, config)
    options = ExportOptions(
        title=title,
        selection=chosen_passages(comparison, only) if only else None,
        translations=translate != "none",
        swapped=swap,
        anonymous=anonymous,
        evidence=evidence,
        width=width or line_width(terminal=target.terminal),
        color=wants_color(color, terminal=target.terminal),
        ascii_only=ascii_only or config.ascii,
    )
    target.write(comparison, options)
    return int(exit_code and bool(comparison.differences))


def _refuse_unheeded(chosen: str, **given: bool) -> None:
    """Refuse options that the format would take no notice of."""
    for name, is_given in given.items():
        if is_given and name not in FORMATS[chosen].layout:
            heeding = " or ".join(form.name for form in FORMATS.values() if name in form.layout)
            raise click.UsageError(f"--{name} goes with --format {heeding}")


class _Asked(NamedTuple):
    """What is to be compared, as the command line has it."""

    a: str
    b: str | None
    lang_a: str | None
    lang_b: str | None
    translate: str
    to: str | None


def _saved(asked: _Asked) -> tuple[Comparison, str | None]:
    """A comparison from its JSON, and the story's title."""
    if not asked.a.lower().endswith(".json"):
        raise click.UsageError(
            "missing argument 'B'; only a comparison saved as .json has no other"
        )
    reading = asked.lang_a or asked.lang_b or asked.to or wants_raw()
    if reading or asked.translate not in ("memory", "none"):
        raise click.UsageError("--lang-a, --lang-b, --translate, --to, --raw go with two reports")
    from tui.export.published import read_comparison

    found = read_comparison(Path(asked.a))
    return found.comparison, found.title


def _compared(asked: _Asked, b: str, config: Config) -> tuple[Comparison, str | None]:
    from tui.compare import caution
    from tui.store.comparisons import compare_cached
    from tui.store.encoder import cached_encoder

    encoder = cached_encoder()
    encoder.load_ahead()
    sources = read_sources(asked.a, b, lang_a=asked.lang_a, lang_b=asked.lang_b)
    sources.say_notes()
    say_warnings()
    told_a, told_b = _translated(sources, asked, config)
    made = compare_cached(
        sources.a, sources.b, encoder=encoder, translations_a=told_a, translations_b=told_b
    )
    limits = caution(made, encoder)
    if limits:
        say(limits)
    return made, sources.title


def _translated(
    sources: Sources, asked: _Asked, config: Config
) -> tuple[Mapping[int, Translation], Mapping[int, Translation]]:
    if asked.translate == "none":
        return {}, {}
    from tui.cli.translating import translate_sources

    return translate_sources(sources, asked.translate, asked.to, config)
