"""SQLite files that several processes use at once and that outlive crashes, old and new versions.

Write-ahead logging lets readers and one writer work side by side, and a killed process loses
nothing it had committed. A file is opened at its first use, brought to the newest schema by
migrations, and moved aside (never deleted) if it is damaged.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from tui.errors import reason
from tui.paths import HOME_VARIABLE
from tui.store.errors import StoreError

__all__ = ["Database"]

log = logging.getLogger("tui.store")

BUSY_TIMEOUT = 5.0
"""Seconds to wait while another process writes."""
_NOT_WRITABLE = frozenset(
    {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}
)


class Database:
    """One SQLite file, opened when first used; its connection is shared by all threads.

    Args:
        path: The file; its folder is made when needed.
        migrations: The statements that take the schema from each version to the next. Only ever
            append to them: the file's ``user_version`` counts how many it has seen.
        durability: ``"full"`` survives a loss of power at every commit, ``"normal"`` may lose the
            last commits then, and neither loses any when the process is killed.
    """

    def __init__(
        self,
        path: Path,
        migrations: Sequence[Sequence[str]],
        *,
        durability: Literal["full", "normal"],
    ) -> None:
        self.path = path
        self._migrations = migrations
        self._durability = durability
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._writable = True

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """The connection, for reading.

        Raises:
            StoreError: The file cannot be opened or read.
        """
        with self._lock, self._explained("read"):
            yield self._open()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """The connection inside a transaction: all of the block is kept, or none of it.

        Raises:
            StoreError: The file cannot be written.
        """
        with self._lock, self._explained("written"):
            connection = self._open()
            if not self._writable:
                raise StoreError(f"{self.path}: cannot be written: it or its folder is read-only")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _explained(self, done: str) -> Iterator[None]:
        """SQLite's errors as ours; a file found damaged is moved aside for the next use."""
        try:
            yield
        except sqlite3.Error as error:
            if _is_damage(error):
                self._move_aside()
            raise StoreError(f"{self.path}: cannot be {done}: {error}") from None

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None:
            return self._connection
        try:
            self._connection = self._connect()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            self._move_aside()
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = self._connection_to(str(self.path))
        except (OSError, sqlite3.OperationalError) as error:
            if isinstance(error, sqlite3.Error) and _code(error) not in _NOT_WRITABLE:
                raise
            return self._connect_read_only()
        self._writable = True
        return connection

    def _connection_to(self, name: str) -> sqlite3.Connection:
        connection = self._raw(name)
        try:
            _retried(lambda: connection.execute("PRAGMA journal_mode = WAL"))
            connection.execute(f"PRAGMA synchronous = {self._durability}")
            self._migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect_read_only(self) -> sqlite3.Connection:
        """What can be read where nothing can be written; an empty store if nothing can be."""
        self._writable = False
        if self.path.is_file():
            # Without "immutable", reading in WAL mode needs to write beside the file.
            connection = self._raw(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1")
            if self._version(connection) == len(self._migrations):
                return connection
            connection.close()
        return self._connection_to(":memory:")

    def _raw(self, name: str) -> sqlite3.Connection:
        return sqlite3.connect(
            name,
            timeout=BUSY_TIMEOUT,
            isolation_level=None,
            check_same_thread=False,
            uri=name.startswith("file:"),
        )

    def _migrate(self, connection: sqlite3.Connection) -> None:
        newest = len(self._migrations)
        if self._version(connection) == newest:
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again: another process may have migrated while this one waited.
            for script in self._migrations[self._version(connection) :]:
                for statement in script:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {newest}")
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise

    def _version(self, connection: sqlite3.Connection) -> int:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > len(self._migrations):
            raise StoreError(
                f"{self.path}: was written by a newer Diptych; update this one, or name another"
                f" folder in {HOME_VARIABLE}"
            )
        return version

    def _move_aside(self) -> None:
        self.close()
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        kept = self.path.with_name(f"{self.path.name}.damaged-{stamp}")
        # The log and index belong to the damaged file, and would damage a new one.
        for suffix in ("-wal", "-shm", ""):
            source = self.path.with_name(self.path.name + suffix)
            try:
                source.rename(kept.with_name(kept.name + suffix))
            except FileNotFoundError:
                continue
            except OSError as error:
                raise StoreError(
                    f"{self.path}: is damaged and cannot be moved aside: {reason(error)}"
                ) from None
        log.warning("%s was damaged; it is kept as %s and a new one is begun", self.path, kept.name)


def _code(error: sqlite3.Error) -> int:
    """The primary result code; extended codes carry it in their lowest byte."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _is_damage(error: sqlite3.Error) -> bool:
    return _code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _retried(action: Callable[[], object]) -> None:
    """Switching to write-ahead logging ignores the busy timeout; two first openings may collide."""
    end = time.monotonic() + BUSY_TIMEOUT
    while True:
        try:
            action()
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return
