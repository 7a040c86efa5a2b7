"""What can be had again but costs time or money: embeddings, comparisons, translations.

One file, ``cache.db`` in the cache folder. A cache never stands in the way: where the file cannot
be read or written, everything counts as not cached, and the log says so once.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from tui.model import Translation
from tui.paths import cache_folder
from tui.store.database import Database
from tui.store.errors import StoreError

__all__ = ["CacheStore", "cache_store"]

log = logging.getLogger("tui.store")

MIGRATIONS = (
    (
        """CREATE TABLE embeddings (
            key BLOB PRIMARY KEY, vector BLOB NOT NULL, used INTEGER NOT NULL)""",
        "CREATE INDEX embeddings_used ON embeddings (used)",
        """CREATE TABLE translations (
            source TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL,
            provider TEXT NOT NULL, translation TEXT NOT NULL, origin TEXT NOT NULL,
            PRIMARY KEY (source, target, text, provider))""",
    ),
    ("CREATE TABLE comparisons (key BLOB PRIMARY KEY, comparison TEXT NOT NULL)",),
)

MOST_EMBEDDINGS = 50_000
"""About 100 MB of 512-dimensional vectors."""
MOST_COMPARISONS = 500
"""Some 100 KB each; they depend on the program's every version, so old ones are soon useless."""
KEPT_SHARE = 0.9
"""How much is kept when the bound is reached; dropping one at a time would cost a search each."""
BATCH = 500
"""Values bound to one statement; SQLite's oldest limit is 999."""
DAY = 86_400

T = TypeVar("T")


class CacheStore:
    """The cache in one file.

    Args:
        path: The file.
        most_embeddings: The bound on vectors kept; the least recently used go first.
        most_comparisons: The bound on comparisons kept; the oldest go first.
        clock: The time in seconds; recency is kept by the day, so that reading seldom writes.
    """

    def __init__(
        self,
        path: Path,
        *,
        most_embeddings: int = MOST_EMBEDDINGS,
        most_comparisons: int = MOST_COMPARISONS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database = Database(path, MIGRATIONS, durability="normal")
        self._most_embeddings = most_embeddings
        self._most_comparisons = most_comparisons
        self._clock = clock
        self._broken = False

    @property
    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return self._database.path.exists()

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._database.close()

    def embeddings(self, encoder: str, texts: Sequence[str]) -> dict[str, bytes]:
        """The vectors kept for texts, those found, as they were given to :meth:`add_embeddings`."""
        keys = {_key(encoder, text): text for text in texts}
        return self._tried(lambda: self._read_embeddings(keys), {})

    def _read_embeddings(self, keys: Mapping[bytes, str]) -> dict[str, bytes]:
        today = self._today()
        found: dict[str, bytes] = {}
        stale = []
        with self._database.read() as db:
            for batch in _batches(list(keys)):
                marks = ",".join("?" * len(batch))
                rows = db.execute(
                    f"SELECT key, vector, used FROM embeddings WHERE key IN ({marks})",  # noqa: S608 -- question marks
                    batch,
                )
                for key, vector, used in rows:
                    found[keys[key]] = vector
                    if used < today:
                        stale.append((today, key))
        if stale:
            with self._database.write() as db:
                db.executemany("UPDATE embeddings SET used = ? WHERE key = ?", stale)
        return found

    def add_embeddings(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors by text, and drop the least recently used beyond the bound."""
        self._tried(lambda: self._write_embeddings(encoder, vectors), None)

    def _write_embeddings(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        today = self._today()
        with self._database.write() as db:
            db.executemany(
                "INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)",
                [(_key(encoder, text), vector, today) for text, vector in vectors.items()],
            )
            count = db.execute("SELECT count(*) FROM embeddings").fetchone()[0]
            if count > self._most_embeddings:
                db.execute(
                    "DELETE FROM embeddings WHERE key IN"
                    " (SELECT key FROM embeddings ORDER BY used, rowid LIMIT ?)",
                    (count - int(self._most_embeddings * KEPT_SHARE),),
                )

    def comparison(self, key: bytes) -> str | None:
        """What :meth:`add_comparison` was given under a key, if it is still there."""

        def read() -> str | None:
            with self._database.read() as db:
                row = db.execute(
                    "SELECT comparison FROM comparisons WHERE key = ?", (key,)
                ).fetchone()
            return str(row[0]) if row else None

        return self._tried(read, None)

    def add_comparison(self, key: bytes, comparison: str) -> None:
        """Keep a comparison, and drop the oldest beyond the bound."""

        def write() -> None:
            with self._database.write() as db:
                db.execute("INSERT OR REPLACE INTO comparisons VALUES (?, ?)", (key, comparison))
                db.execute(
                    "DELETE FROM comparisons WHERE rowid <="
                    " (SELECT max(rowid) FROM comparisons) - ?",
                    (self._most_comparisons,),
                )

        self._tried(write, None)

    def find(
        self, texts: Sequence[str], source: str, target: str, provider: str | None
    ) -> dict[str, Translation]:
        """Translations kept for texts; see :class:`tui.translate.Cache`."""
        return self._tried(lambda: self._read(texts, source, target, provider), {})

    def _read(
        self, texts: Sequence[str], source: str, target: str, provider: str | None
    ) -> dict[str, Translation]:
        found: dict[str, Translation] = {}
        with self._database.read() as db:
            for batch in _batches(texts):
                marks = ",".join("?" * len(batch))
                # The preferred provider comes last and so replaces any other.
                rows = db.execute(
                    "SELECT text, translation, origin FROM translations"  # noqa: S608 -- question marks
                    f" WHERE source = ? AND target = ? AND text IN ({marks})"
                    " ORDER BY provider IS ?, rowid",
                    [source, target, *batch, provider],
                )
                for text, translation, origin in rows:
                    found[text] = Translation(target, translation, origin)
        return found

    def add(self, text: str, source: str, translation: Translation, provider: str) -> None:
        """Keep what a provider gave; see :class:`tui.translate.Cache`."""
        row = (source, translation.lang, text, provider, translation.text, translation.origin)

        def write() -> None:
            with self._database.write() as db:
                db.execute("INSERT OR REPLACE INTO translations VALUES (?, ?, ?, ?, ?, ?)", row)

        self._tried(write, None)

    def translations(self) -> list[tuple[str, str, Translation]]:
        """All translations kept, oldest first, each with its source language and text.

        Raises:
            StoreError: The file cannot be read.
        """
        with self._database.read() as db:
            rows = db.execute(
                "SELECT source, text, target, translation, origin FROM translations ORDER BY rowid"
            ).fetchall()
        return [(source, text, Translation(*found)) for source, text, *found in rows]

    def _today(self) -> int:
        return int(self._clock()) // DAY

    def _tried(self, action: Callable[[], T], otherwise: T) -> T:
        try:
            return action()
        except StoreError as error:
            if not self._broken:
                log.warning("the cache is not used: %s", error)
            self._broken = True
            return otherwise


def cache_store() -> CacheStore:
    """The reader's own cache, in the cache folder."""
    return _store(cache_folder() / "cache.db")


@cache
def _store(path: Path) -> CacheStore:
    return CacheStore(path)


def _key(encoder: str, text: str) -> bytes:
    return hashlib.sha256(f"{encoder}\0{text}".encode(errors="surrogatepass")).digest()


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
