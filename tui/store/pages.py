"""Pages as they were fetched, and texts that came by no file: kept, to be shown again.

Each lies in a folder of its own under ``pages`` in the data folder, named by a hash of it, with a
``story.toml`` that says where it came from; so a page opens like any other report. When an address
was fetched and what it gave then is in ``pages.db``, for comparing versions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.files import replacing
from tui.paths import data_folder
from tui.store.database import Database
from tui.store.errors import unwritten

if TYPE_CHECKING:
    from tui.read.web import Page

__all__ = ["Fetch", "PageStore", "page_store"]

MIGRATIONS = (
    (
        """CREATE TABLE fetches (
            url TEXT NOT NULL, found TEXT NOT NULL, fetched TEXT NOT NULL,
            sha256 TEXT NOT NULL, file TEXT NOT NULL)""",
        "CREATE INDEX fetches_url ON fetches (url, fetched)",
    ),
)

_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/json": ".json",
    "message/rfc822": ".eml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_HASH_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Fetch:
    """One fetch of an address.

    Attributes:
        url: What was asked for.
        found: Where it was, after redirects.
        fetched: When, as an ISO 8601 date-time in UTC.
        sha256: The hash of the bytes, in hexadecimal.
        path: The file that they are in.
    """

    url: str
    found: str
    fetched: str
    sha256: str
    path: Path


class PageStore:
    """The pages in one folder, and the table of when they were fetched.

    Args:
        folder: Where the pages lie.
        path: The file of the table.
    """

    def __init__(self, folder: Path, path: Path) -> None:
        self._folder = folder
        self._database = Database(path, MIGRATIONS, durability="full")

    def close(self) -> None:
        """Close the table; the next use opens it again."""
        self._database.close()

    def keep(self, page: Page) -> Path:
        """Keep a page that was fetched.

        Returns:
            The file it is in.

        Raises:
            StoreError: It cannot be written.
        """
        facts = {"url": page.url, "fetched": page.fetched}
        if page.charset:
            facts["charset"] = page.charset
        suffix = _SUFFIXES.get(page.content_type, ".html")
        path = self._write(page.body, f"{page.name}{suffix}", facts)
        with self._database.write() as db:
            db.execute(
                "INSERT INTO fetches VALUES (?, ?, ?, ?, ?)",
                (page.asked, page.url, page.fetched, page.sha256, self._name(path)),
            )
        return path

    def keep_text(self, data: bytes, name: str) -> Path:
        """Keep what came by standard input or the clipboard.

        Args:
            data: The bytes.
            name: The file's name, without its suffix.

        Returns:
            The file it is in.

        Raises:
            StoreError: It cannot be written.
        """
        return self._write(data, f"{name}.txt", {})

    def fetches(self, url: str) -> tuple[Fetch, ...]:
        """The fetches of an address whose pages are still there, the oldest first."""
        with self._database.read() as db:
            rows = db.execute(
                "SELECT url, found, fetched, sha256, file FROM fetches WHERE url = ?"
                " ORDER BY fetched, rowid",
                (url,),
            ).fetchall()
        found = (
            Fetch(asked, where, moment, sha256, self._folder / file)
            for asked, where, moment, sha256, file in rows
        )
        return tuple(fetch for fetch in found if fetch.path.is_file())

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _write(self, data: bytes, name: str, facts: Mapping[str, str]) -> Path:
        """The file that holds the bytes, written unless they are there from an earlier fetch."""
        import tomlkit

        # Its address too: the same bytes at another one have another story.toml.
        place = "\0".join(filter(None, (name, facts.get("url"))))
        digest = hashlib.sha256(place.encode() + b"\0" + data).hexdigest()
        folder = self._folder / digest[:_HASH_DIGITS]
        path = folder / name
        listing = tomlkit.document()
        listing["title"] = path.stem
        listing["report"] = [{"file": name, **facts}]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                # The page last: while it is not there, neither is known to be kept.
                with replacing(folder / "story.toml") as file:
                    file.write(tomlkit.dumps(listing).encode())
                with replacing(path) as file:
                    file.write(data)
        except OSError as error:
            raise unwritten(path, error) from None
        return path


def page_store() -> PageStore:
    """The reader's own pages, in the data folder."""
    return _store(data_folder())


@cache
def _store(folder: Path) -> PageStore:
    return PageStore(folder / "pages", folder / "pages.db")
