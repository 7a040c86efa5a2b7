"""What the reader makes in a story, saved as it happens: place, corrections, the library.

One file, ``state.db`` in the data folder. Nothing in it can be had again, so a commit is on disk
before the call returns, and a damaged file is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.paths import data_folder
from tui.store.database import Database
from tui.store.errors import StoreError

if TYPE_CHECKING:
    import sqlite3

__all__ = [
    "Consent",
    "RecentStory",
    "StateStore",
    "own_translations",
    "state_store",
    "story_key",
]

MIGRATIONS = (
    (
        """CREATE TABLE stories (
            key TEXT PRIMARY KEY, title TEXT NOT NULL, locations TEXT NOT NULL,
            opened INTEGER NOT NULL)""",
        "CREATE TABLE states (story TEXT PRIMARY KEY, state TEXT NOT NULL)",
        """CREATE TABLE corrections (
            source TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL,
            translation TEXT NOT NULL, PRIMARY KEY (source, target, text))""",
    ),
    (
        """CREATE TABLE consents (
            story TEXT PRIMARY KEY, provider TEXT NOT NULL, host TEXT NOT NULL)""",
    ),
)


class RecentStory(NamedTuple):
    """A story in the library; ``locations`` are what was opened: a folder, files, addresses."""

    key: str
    title: str
    locations: tuple[str, ...]


class Consent(NamedTuple):
    """Which provider the reader turned on for a story, and the host it had then.

    ``provider`` is empty where the reader wants none.
    """

    provider: str
    host: str


def story_key(locations: Iterable[str | os.PathLike[str]]) -> str:
    """A key for the story that opening these locations gives, whatever their order.

    A folder keeps its key when a report is added to it, a relative path is the file it means.
    """
    told = "\0".join(sorted(map(_location, locations)))
    return hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()


def _location(location: str | os.PathLike[str]) -> str:
    text = os.fspath(location)
    return text if "://" in text else os.path.realpath(text)


class StateStore:
    """All the reader made, in one file.

    Every method raises :class:`~tui.store.errors.StoreError` where the file cannot be read or, if
    it changes something, written.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path, MIGRATIONS, durability="full")

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._database.close()

    def load(self, story: str) -> dict[str, Any]:
        """A story's reading state as it was saved; empty for a story never seen."""
        with self._database.read() as db:
            return _state(db, story)

    def change(
        self, story: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    ) -> Mapping[str, Any]:
        """Save what a function makes of a story's reading state, and give it.

        The function gets the state as it is by then, for another reader may have saved in the
        meantime, and gives a mapping that JSON can hold.
        """
        with self._database.write() as db:
            state = change(_state(db, story))
            db.execute(
                "INSERT OR REPLACE INTO states VALUES (?, ?)",
                (story, json.dumps(state, sort_keys=True)),
            )
        return state

    def remember(self, title: str, locations: Sequence[str | os.PathLike[str]]) -> str:
        """Put a story on top of the library.

        Returns:
            Its key.
        """
        key = story_key(locations)
        places = json.dumps([_location(location) for location in locations])
        with self._database.write() as db:
            # A running number, for two stories may be opened within one tick of the clock.
            db.execute(
                "INSERT OR REPLACE INTO stories"
                " SELECT ?, ?, ?, 1 + coalesce(max(opened), 0) FROM stories",
                (key, title, places),
            )
        return key

    def recent(self, limit: int = 20) -> tuple[RecentStory, ...]:
        """The stories opened last, the latest first."""
        with self._database.read() as db:
            rows = db.execute(
                "SELECT key, title, locations FROM stories ORDER BY opened DESC LIMIT ?", (limit,)
            ).fetchall()
        return tuple(
            RecentStory(key, title, tuple(json.loads(places))) for key, title, places in rows
        )

    def consent(self, story: str) -> Consent | None:
        """What the reader decided on providers for a story; None for nothing yet."""
        with self._database.read() as db:
            row = db.execute(
                "SELECT provider, host FROM consents WHERE story = ?", (story,)
            ).fetchone()
        return Consent(*row) if row else None

    def set_consent(self, story: str, consent: Consent) -> None:
        """Keep what the reader decides."""
        with self._database.write() as db:
            db.execute(
                "INSERT OR REPLACE INTO consents VALUES (?, ?, ?)",
                (story, consent.provider, consent.host),
            )

    def corrections(self, source: str, target: str) -> dict[str, str]:
        """The reader's own translations from one language into another, by sentence text."""
        with self._database.read() as db:
            rows = db.execute(
                "SELECT text, translation FROM corrections WHERE source = ? AND target = ?"
                " ORDER BY rowid",
                (source, target),
            ).fetchall()
        return dict(rows)

    def all_corrections(self) -> list[tuple[str, str, str, str]]:
        """The reader's own translations: source, target, text, translation; oldest first."""
        with self._database.read() as db:
            return db.execute(
                "SELECT source, target, text, translation FROM corrections ORDER BY rowid"
            ).fetchall()

    def set_correction(self, text: str, translation: str, source: str, target: str) -> None:
        """Keep the reader's translation of a sentence; an empty one takes it back."""
        with self._database.write() as db:
            if translation.strip():
                db.execute(
                    "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)",
                    (source, target, text, translation),
                )
            else:
                db.execute(
                    "DELETE FROM corrections WHERE source = ? AND target = ? AND text = ?",
                    (source, target, text),
                )


def _state(db: sqlite3.Connection, story: str) -> dict[str, Any]:
    row = db.execute("SELECT state FROM states WHERE story = ?", (story,)).fetchone()
    return dict(json.loads(row[0])) if row else {}


def state_store() -> StateStore:
    """The reader's own store, in the data folder."""
    return _store(data_folder() / "state.db")


@cache
def _store(path: Path) -> StateStore:
    return StateStore(path)


def own_translations(source: str, target: str) -> tuple[Mapping[str, str], str]:
    """The reader's own translations, for translating with or without them.

    Returns:
        The translations by sentence text, and why there are none where the store cannot be read:
        a line to say, for that is no reason to translate nothing.
    """
    try:
        return state_store().corrections(source, target), ""
    except StoreError as error:
        return {}, f"your own translations are not used: {error}"
