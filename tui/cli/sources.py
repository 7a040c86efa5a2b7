"""The reports a command names: files, addresses, standard input, the clipboard.

What came by no file is kept in the library first, so that it is a file from then on.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import click

from tui.cli.output import say
from tui.errors import DiptychError
from tui.model import Article

__all__ = [
    "STANDARD_INPUT",
    "Sources",
    "fetched",
    "is_address",
    "locate",
    "locate_all",
    "read_report",
    "read_sources",
    "reading_options",
    "say_copies",
    "wants_raw",
]

STANDARD_INPUT = "-"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_TERMINAL = "/dev/tty"
_META = "tui.cli.sources"

F = TypeVar("F", bound=Callable[..., object])


def reading_options(command: F) -> F:
    """The options of all commands that read reports.

    They are kept with the command's context rather than passed to its function, which has no use
    for them but to hand them back to this module.
    """

    def keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
        context.meta[f"{_META}.{parameter.name}"] = value

    raw = click.option(
        "--raw",
        is_flag=True,
        expose_value=False,
        callback=keep,
        help="The untouched text: nothing left out, joined or set apart.",
    )
    private = click.option(
        "--allow-private",
        is_flag=True,
        expose_value=False,
        callback=keep,
        help="Fetch from private networks too.",
    )
    return raw(private(command))


def wants_raw() -> bool:
    """Whether ``--raw`` was given."""
    return _option("raw")


def _option(name: str) -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(f"{_META}.{name}"))


class Sources(NamedTuple):
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
        say_copies((self.a, self.b))


def say_copies(articles: Sequence[Article]) -> None:
    """Say which of the reports are one text, a line a pair."""
    from tui.read.copies import find_copies

    for copy in find_copies(articles):
        first, second = articles[copy.first], articles[copy.second]
        say(f"{second.path or second.id}: {copy.words} {first.path or first.id}")


def is_address(name: str) -> bool:
    """Whether a report is named by a URL rather than by a path."""
    return _ADDRESS.match(name) is not None


def fetched(url: str) -> Path:
    """Fetch a page and keep it in the library.

    Returns:
        The file it is in.

    Raises:
        DiptychError: It cannot be had or kept.
    """
    from tui.read.web import Policy, fetch_page
    from tui.read.web.address import parse_address
    from tui.store.pages import page_store

    page = fetch_page(url, policy=Policy(allow_private=_option("allow_private")))
    if page.url != parse_address(url).url:
        say(f"redirected to {page.url.partition('?')[0]}")
    return page_store().keep(page)


def locate(name: str) -> Path:
    """The file that a report is in; what comes by no file is fetched or read, and kept.

    Raises:
        DiptychError: It cannot be had or kept.
    """
    if is_address(name):
        return fetched(name)
    if name == STANDARD_INPUT:
        return _kept(_standard_input(), "standard-input")
    return Path(name)


def locate_all(names: Sequence[str], *, paste: bool = False) -> list[Path]:
    """:func:`locate` for reports that are opened together; the clipboard comes last.

    After standard input was read, the terminal takes its place, for the reader to get keys from.

    Raises:
        DiptychError: One cannot be had or kept.
    """
    if names.count(STANDARD_INPUT) > 1:
        raise click.UsageError("standard input ('-') can be only one of the reports")
    found = [locate(name) for name in names]
    if paste:
        from tui.cli.clipboard import read_clipboard

        found.append(_kept(read_clipboard(), "clipboard"))
    if STANDARD_INPUT in names:
        _take_keys_from_terminal()
    return found


def _standard_input() -> bytes:
    from tui.read.files import LONGEST_FILE

    if sys.stdin is None:
        raise DiptychError("standard input is closed; name two files instead")
    data = sys.stdin.buffer.read(LONGEST_FILE + 1)
    if len(data) > LONGEST_FILE:
        raise DiptychError(
            f"standard input: longer than {LONGEST_FILE >> 20} MB; no report is that long"
        )
    return data


def _kept(data: bytes, name: str) -> Path:
    from tui.store.pages import page_store

    return page_store().keep_text(data, name)


def _take_keys_from_terminal() -> None:
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR)
    except OSError:
        return  # there is none; the command says so when it finds standard input is no terminal
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = os.fdopen(0, closefd=False)


def read_report(path: Path, *, lang: str | None = None) -> Article:
    """Read the report in a file as the command's options ask.

    Raises:
        ReadError: It cannot be read.
    """
    from tui.read import read_article

    return read_article(path, lang=lang, raw=wants_raw())


def read_sources(a: str, b: str, *, lang_a: str | None, lang_b: str | None) -> Sources:
    """Read two reports.

    Raises:
        DiptychError: One cannot be read, or both are the same.
    """
    from tui.read import find_story

    if a == b == STANDARD_INPUT:
        raise click.UsageError("standard input ('-') can be only one of the two reports")
    _require_distinct(a, b)
    # Only an address needs the library; standard input is compared without leaving a trace.
    paths = [None if name == STANDARD_INPUT else locate(name) for name in (a, b)]
    found = [story for path in paths if path and (story := find_story(path))]
    titles = {story.title for story in found}
    return Sources(
        a=_read(paths[0], lang_a),
        b=_read(paths[1], lang_b),
        title=titles.pop() if len(found) == 2 and len(titles) == 1 else None,
        memories=tuple(dict.fromkeys(m for story in found for m in story.memories)),
    )


def _read(path: Path | None, lang: str | None) -> Article:
    from tui.read import read_text

    if path is None:
        return read_text(_standard_input(), id="standard input", lang=lang, raw=wants_raw())
    return read_report(path, lang=lang)


def _require_distinct(a: str, b: str) -> None:
    try:
        same = a == b or Path(a).samefile(b)
    except (OSError, ValueError):
        return
    if same:
        raise DiptychError(f"{a} and {b} are the same file; name two different reports")
