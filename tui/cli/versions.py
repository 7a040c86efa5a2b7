"""``diptych versions REPORT...``: what was changed in an article, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.output import line_width, say, say_warnings, to_terminal, write_stdout
from tui.cli.sources import fetched, is_address, locate, read_report, reading_options
from tui.cli.target import Target
from tui.errors import DiptychError, printable
from tui.export import FORMATS

if TYPE_CHECKING:
    from tui.model import Article, Comparison

__all__ = ["versions_command"]

_EXAMPLES = """\b
Examples:
  diptych versions https://example.org/dam           fetch it, compare with earlier fetches
  diptych versions monday.html tuesday.html          two versions that were saved
  diptych versions v1.txt v2.txt v3.txt --between 1 3 -o changes.html
"""


@dataclass(frozen=True, slots=True)
class _Version:
    """One version: the article, and when it was like that, as far as is known."""

    article: Article
    when: str


@click.command("versions", epilog=_EXAMPLES, short_help="Tell what was changed in an article.")
@click.option("--no-fetch", is_flag=True, help="Only compare what was fetched before.")
@click.option(
    "--between",
    nargs=2,
    type=click.IntRange(1),
    metavar="N M",
    help="Only these two versions, by number. [default: each with the one before]",
)
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="Write a comparison of two versions instead.",
)
@click.option("-o", "--output", metavar="FILE", help="Write that to FILE.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@reading_options
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
def versions_command(
    reports: tuple[str, ...],
    *,
    no_fetch: bool,
    between: tuple[int, int] | None,
    format_name: str | None,
    output: str | None,
    force: bool,
) -> None:
    """Compare versions of one article: files, the oldest first, or an address.

    An address alone is fetched, and compared with what it gave whenever it was fetched before.
    --format and -o write the last two versions, or those of --between, in a format of 'compare'.
    """
    if between and between[0] == between[1]:
        raise click.UsageError("--between goes with two different versions")
    written = format_name or output or force
    target = Target.of(output, format_name, force=force, inputs=reports) if written else None
    found = _all(reports, fetch=not no_fetch)
    numbers = range(1, len(found) + 1)
    if between and not set(between) <= set(numbers):
        raise DiptychError(f"--between {between[0]} {between[1]}: there are {len(found)} versions")
    if target:
        if len(found) < 2:
            raise DiptychError(f"{reports[0]}: only one version is known; there is no other yet")
        old, new = between or (len(found) - 1, len(found))
        target.write(_compared(found[old - 1], found[new - 1]))
        return
    pairs = [between] if between else list(pairwise(numbers))
    terminal = to_terminal()
    lines = _told(found, pairs, line_width(terminal=terminal))
    write_stdout("".join(f"{line}\n" for line in lines), terminal=terminal)
    if len(found) == 1:
        say(f"{reports[0]}: only one version is known; ask again when it may have changed")


def _all(reports: Sequence[str], *, fetch: bool) -> list[_Version]:
    """The versions, those that do not differ from the one before left out."""
    found: list[_Version] = []
    for name in reports:
        for path, when in _places(name, fetch=fetch):
            article = read_report(path)
            if not found or found[-1].article.text != article.text:
                found.append(_Version(article, when or article.published or ""))
    if len(reports) > 1 and len(found) == 1:
        raise DiptychError(f"{reports[0]} and {reports[-1]} are the same text; nothing was changed")
    return found


def _places(name: str, *, fetch: bool) -> Iterator[tuple[Path, str]]:
    """The files that a name stands for, each with when it was fetched."""
    from tui.read import find_story
    from tui.read.web.address import shown
    from tui.store.pages import page_store

    if not is_address(name):
        path = locate(name)
        story = find_story(path)
        report = story.report(path) if story else None
        yield path, (report.fetched if report else None) or ""
        return
    if fetch:
        fetched(name)
    kept = page_store().fetches(name)
    if not kept:
        raise DiptychError(f"{shown(name)}: was never fetched; leave out --no-fetch")
    for version in kept:
        yield version.path, version.fetched


def _compared(old: _Version, new: _Version) -> Comparison:
    from tui.store.comparisons import compare_cached

    say_warnings()
    return compare_cached(old.article, new.article)


def _told(
    versions: Sequence[_Version], pairs: Sequence[tuple[int, int]], width: int
) -> Iterator[str]:
    """The versions and what was changed from each to the next, a line each."""
    from tui.cli.changes import describe, find_changes

    shown: set[int] = set()
    for old, new in pairs:
        if old not in shown:
            yield from _heading(old, versions[old - 1])
        comparison = _compared(versions[old - 1], versions[new - 1])
        yield from _heading(new, versions[new - 1])
        yield from describe(comparison, find_changes(comparison), width)
        shown |= {old, new}
    if not pairs:
        yield from _heading(1, versions[0])


def _heading(number: int, version: _Version) -> Iterator[str]:
    article = version.article
    title = printable(article.title or article.id)
    yield f"{number}  {version.when or 'no date'}  {title}"
    yield f"   {printable(article.path or article.id)}"
