"""``diptych add STORY REPORT...``: more reports for a story."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.cli.output import say
from tui.cli.sources import STANDARD_INPUT, is_address, locate, reading_options

if TYPE_CHECKING:
    from tui.model import Article
    from tui.read.story import StoryReport

__all__ = ["add_command"]

_EXAMPLES = """\b
Examples:
  diptych add dam/ https://example.org/dam-holds     fetch a page, keep it in the story
  diptych add dam/ ../downloads/report.pdf           name a file where it is
  pbpaste | diptych add dam/ -                       keep what was copied
"""


class _Found(NamedTuple):
    """A report to be added: as it was named, where it is now, what it says."""

    name: str
    path: Path
    article: Article


@click.command("add", epilog=_EXAMPLES, short_help="Add reports to a story.")
@reading_options
@click.argument("story", type=click.Path(path_type=Path))
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
def add_command(story: Path, reports: tuple[str, ...]) -> None:
    """Add REPORTs to STORY: a folder, made if there is none, or its story.toml.

    A page is fetched and kept in the folder, a file stays where it is. A text that the story has
    already is not added again; a copy of one, such as the same agency report, is added and named.
    """
    from tui.store.stories import add_reports, held, listing_of, open_story

    listing = listing_of(story)
    read = [_read(name) for name in reports]
    with held(listing):
        existing = open_story(story)
        known = existing.reports if existing else ()
        found = _new(read, known)
        entries = [_entry(report, listing) for report in found]
        if entries:
            add_reports(listing, entries, known=[report.path for report in known])
    for entry in entries:
        say(f"{listing}: {entry['file']} added")


def _read(name: str) -> _Found:
    from tui.cli.sources import read_report

    path = locate(name)
    return _Found(name, path, read_report(path))


def _new(found: Sequence[_Found], known: Sequence[StoryReport]) -> list[_Found]:
    """Those reports that are not in the story yet, saying what the others are."""
    from tui.read.copies import find_copies

    names = [str(report.path) for report in known] + [report.name for report in found]
    articles = [report.read() for report in known] + [report.article for report in found]
    skipped: set[int] = set()
    for copy in find_copies(articles):
        if copy.second < len(known) or skipped & {copy.first, copy.second}:
            continue
        if copy.same:
            skipped.add(copy.second)
        what = "; not added" if copy.same else ""
        say(f"{names[copy.second]}: {copy.words} {names[copy.first]}{what}")
    return [report for i, report in enumerate(found, len(known)) if i not in skipped]


def _entry(report: _Found, listing: Path) -> dict[str, str]:
    """What the ``story.toml`` is to say of a report; a page or pasted text is written beside it."""
    from tui.read import find_story
    from tui.store.stories import name_in, write_beside

    if not is_address(report.name) and report.name != STANDARD_INPUT:
        return {"file": name_in(listing, report.path)}
    kept = find_story(report.path)
    facts = kept.report(report.path) if kept else None
    written = write_beside(listing, report.path.name, report.path.read_bytes())
    told = {
        "file": written.name,
        "url": facts and facts.url,
        "fetched": facts and facts.fetched,
        "charset": facts and facts.charset,
    }
    return {key: value for key, value in told.items() if value}
