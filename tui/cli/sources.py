"""The reports a command names: files, standard input, and what their stories know of them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from tui.cli.output import say
from tui.errors import DiptychError
from tui.model import Article

__all__ = ["STANDARD_INPUT", "Sources", "is_address", "read_address", "read_sources"]

STANDARD_INPUT = "-"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sources:
    """Two reports as they were read, and the stories they were found in.

    ``title`` is the story's if both are of one story. ``memories`` are TMX files.
    """

    a: Article
    b: Article
    title: str | None
    memories: tuple[Path, ...]

    def say_notes(self) -> None:
        """Say on standard error what was done to make the reports readable, a line a note."""
        for article in (self.a, self.b):
            for note in article.notes:
                say(f"{article.path or article.id}: {note}")


def is_address(name: str) -> bool:
    """Whether a report is named by a URL rather than by a path."""
    return _ADDRESS.match(name) is not None


def read_address(name: str) -> Article:
    """Read the report behind a URL."""
    from tui.read import read_article

    return read_article(name)


def read_sources(a: str, b: str, *, lang_a: str | None, lang_b: str | None) -> Sources:
    """Read two reports.

    Raises:
        DiptychError: One cannot be read, or both are the same.
    """
    from tui.read import find_story

    if a == b == STANDARD_INPUT:
        raise click.UsageError("standard input ('-') can be only one of the two reports")
    _require_distinct(a, b)
    stories = [
        find_story(Path(name)) for name in (a, b) if name != STANDARD_INPUT and not is_address(name)
    ]
    found = [story for story in stories if story]
    titles = {story.title for story in found}
    return Sources(
        a=_read(a, lang_a),
        b=_read(b, lang_b),
        title=titles.pop() if len(found) == 2 and len(titles) == 1 else None,
        memories=tuple(dict.fromkeys(m for story in found for m in story.memories)),
    )


def _read(name: str, lang: str | None) -> Article:
    from tui.read import read_article, read_text

    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise DiptychError("standard input is closed; name two files instead")
        return read_text(sys.stdin.buffer.read(), id="standard input", lang=lang)
    # A path even where it names nothing: only an address is text that is no path.
    return read_article(name if is_address(name) else Path(name), lang=lang)


def _require_distinct(a: str, b: str) -> None:
    try:
        same = a == b or Path(a).samefile(b)
    except (OSError, ValueError):
        return
    if same:
        raise DiptychError(f"{a} and {b} are the same file; name two different reports")
