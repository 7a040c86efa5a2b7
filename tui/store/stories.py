"""``story.toml`` written: reports added, everything the reader wrote in it kept as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import printable
from tui.files import replacing
from tui.read.decode import clean
from tui.read.errors import ReadError
from tui.read.story import load_story
from tui.read.storyfile import STORY_FILE
from tui.store.errors import StoreError, unwritten

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    from tui.read.story import Story

__all__ = [
    "Entry",
    "add_reports",
    "held",
    "listing_of",
    "name_in",
    "open_story",
    "write_beside",
]

Entry = Mapping[str, str]
"""A ``[[report]]``: the values of its keys, ``file`` among them."""

_MOST_NAMES = 1000


def listing_of(story: Path) -> Path:
    """The ``story.toml`` that a folder has or would have; a path that names one is it."""
    return story if story.suffix == ".toml" else story / STORY_FILE


@contextmanager
def held(listing: Path) -> Iterator[None]:
    """Keep other processes that do the same from a story, whose folder is made if there is none.

    Two that add to one ``story.toml`` would each write it without what the other added.

    Raises:
        StoreError: The folder cannot be made.
    """
    folder = listing.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except (FileExistsError, NotADirectoryError):
        raise StoreError(
            f"{printable(folder)}: is no folder; name the story's folder, or its {STORY_FILE}"
        ) from None
    except OSError as error:
        raise unwritten(folder, error) from None
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    """Wait until no other process has locked a folder; closing it unlocks it."""
    # Windows has no such module, some network file systems no locks.
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)


def open_story(story: Path) -> Story | None:
    """The story in a folder or a ``story.toml``; ``None`` where there is no report yet.

    Raises:
        ReadError: There is a ``story.toml`` that has a mistake.
    """
    listing = listing_of(story)
    if listing.exists():
        return load_story(listing)
    try:
        return load_story(listing.parent)
    except ReadError:
        return None  # a folder that cannot be read cannot be written either, which is told then


def write_beside(listing: Path, name: str, data: bytes) -> Path:
    """Write a file beside a ``story.toml``, numbered if its name is taken.

    Raises:
        StoreError: It cannot be written.
    """
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
    try:
        for number in range(1, _MOST_NAMES):
            path = listing.with_name(name if number == 1 else f"{stem}-{number}{suffix}")
            try:
                with replacing(path, overwrite=False) as file:
                    file.write(data)
            except FileExistsError:
                continue
            return path
    except OSError as error:
        raise unwritten(listing.parent, error) from None
    raise StoreError(f"{printable(listing.parent)}: too many files are called {name}")


def add_reports(listing: Path, entries: Sequence[Entry], *, known: Iterable[Path] = ()) -> None:
    """Add reports to a ``story.toml``; comments, order and spacing of the rest stay.

    Args:
        listing: The file; it is made where there is none.
        entries: What to add.
        known: The reports to list first in a new file: those a folder had without one.

    Raises:
        StoreError: It cannot be written.
    """
    import tomlkit

    try:
        if listing.exists():
            # In bytes, for text mode would change the ends of lines.
            text = listing.read_bytes().decode("utf-8-sig")
            in_windows = 0 < text.count("\n") == text.count("\r\n")
            document = tomlkit.parse(text if text.endswith("\n") else f"{text}\n")
        else:
            in_windows = False
            document = tomlkit.document()
            _append(document, [{"file": name_in(listing, path)} for path in known])
        _append(document, entries)
        with replacing(listing) as file:
            written = f"{tomlkit.dumps(document).strip()}\n"
            if in_windows:
                written = written.replace("\r\n", "\n").replace("\n", "\r\n")
            file.write(written.encode())
    except OSError as error:
        raise unwritten(listing, error) from None
    except UnicodeDecodeError:
        raise StoreError(f"{printable(listing)}: is not in UTF-8; save it so first") from None


def _append(document: TOMLDocument, entries: Iterable[Entry]) -> None:
    import tomlkit
    from tomlkit.items import AoT

    for entry in entries:
        reports: Any = document.get("report")
        if reports is None:
            reports = tomlkit.aot()
            document.append("report", reports)
        table: Any = tomlkit.table() if isinstance(reports, AoT) else tomlkit.inline_table()
        for key, value in entry.items():
            table.append(key, value)
        if isinstance(reports, AoT):
            table.trivia.indent = "\n"  # a blank line before it
        reports.append(table)


def name_in(listing: Path, path: Path) -> str:
    """What a ``story.toml`` calls a file: its path from there.

    Raises:
        StoreError: The name holds characters that reading the ``story.toml`` would change, or there
            is no way to it, as from a folder that was removed.
    """
    try:
        name = os.path.relpath(path, listing.parent)
    except OSError as error:
        raise unwritten(listing, error) from None
    if clean(name, raw=True).text != name:
        raise StoreError(f"{printable(path)}: its name holds control characters; rename it first")
    return name
