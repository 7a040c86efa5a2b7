"""SQLite files under stress: killed, shared, damaged, read-only, from another version."""

from __future__ import annotations

import logging
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tui.store.database import Database
from tui.store.errors import StoreError

FIRST = ("CREATE TABLE things (name TEXT PRIMARY KEY)",)
SECOND = ("ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7",)


def database(path: Path, *migrations: tuple[str, ...]) -> Database:
    return Database(path, migrations or (FIRST,), durability="normal")


def add(db: Database, name: str) -> None:
    with db.write() as connection:
        connection.execute("INSERT INTO things (name) VALUES (?)", (name,))


def names(db: Database) -> list[str]:
    with db.read() as connection:
        return [row[0] for row in connection.execute("SELECT name FROM things ORDER BY rowid")]


def test_nothing_is_made_before_the_first_use(tmp_path: Path) -> None:
    db = database(tmp_path / "new" / "things.db")
    assert not (tmp_path / "new").exists()
    add(db, "a")
    assert names(database(tmp_path / "new" / "things.db")) == ["a"]


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    db = database(tmp_path / "things.db")

    def fail() -> None:
        with db.write() as connection:
            connection.execute("INSERT INTO things VALUES ('a')")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    add(db, "b")
    assert names(db) == ["b"]


def test_a_transaction_that_cannot_be_committed_does_not_block_the_next(tmp_path: Path) -> None:
    deferred = "ALTER TABLE things ADD of TEXT REFERENCES things DEFERRABLE INITIALLY DEFERRED"
    db = database(tmp_path / "things.db", FIRST, (deferred,))
    with db.read() as connection:
        connection.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(StoreError, match="FOREIGN KEY"), db.write() as connection:
        connection.execute("INSERT INTO things VALUES ('a', 'nothing')")
    add(db, "b")
    assert names(db) == ["b"]


def test_an_older_file_is_migrated_with_all_that_is_in_it(tmp_path: Path) -> None:
    add(database(tmp_path / "things.db", FIRST), "a")
    with database(tmp_path / "things.db", FIRST, SECOND).read() as connection:
        assert connection.execute("SELECT name, size FROM things").fetchall() == [("a", 7)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    add(database(tmp_path / "things.db", FIRST), "a")
    broken = database(tmp_path / "things.db", FIRST, (*SECOND, "CREATE NONSENSE"))
    with pytest.raises(StoreError, match="syntax error"):
        names(broken)
    assert names(database(tmp_path / "things.db", FIRST)) == ["a"]


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    add(database(tmp_path / "things.db", FIRST, SECOND), "a")
    with pytest.raises(StoreError, match="written by a newer Diptych"):
        add(database(tmp_path / "things.db", FIRST), "b")
    assert names(database(tmp_path / "things.db", FIRST, SECOND)) == ["a"]


@pytest.mark.parametrize("damage", [b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(
    tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "things.db"
    path.write_bytes(damage)
    db = database(path)
    add(db, "a")
    assert names(db) == ["a"]
    (kept,) = tmp_path.glob("things.db.damaged-*")
    assert kept.read_bytes() == damage
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert f"{path} was damaged; it is kept as {kept.name}" in record.getMessage()


def test_damage_found_later_costs_one_call_and_nothing_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "things.db"
    db = database(path)
    with db.write() as connection:
        connection.executemany(
            "INSERT INTO things VALUES (?)", [(f"{number:0500}",) for number in range(500)]
        )
    db.close()
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(bytes(content))
    with pytest.raises(StoreError, match="cannot be read"):
        names(db)
    add(db, "b")
    assert names(db) == ["b"]
    (kept,) = tmp_path.glob("things.db.damaged-*")
    assert kept.read_bytes() == bytes(content)


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite refuses to open files for writing, as on a read-only file system."""
    connect = sqlite3.connect

    def read_only(name: str, **options: object) -> sqlite3.Connection:
        if options.get("uri") or name == ":memory:":
            return connect(name, **options)  # type: ignore[call-overload, no-any-return]
        connection = connect(f"file:{name}?mode=ro", uri=True, isolation_level=None)
        connection.execute("CREATE TABLE refused (x)")
        raise AssertionError("unreachable")

    monkeypatch.setattr(sqlite3, "connect", read_only)


@pytest.mark.usefixtures("unwritable")
def test_a_file_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "things.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", sqlite3.Connection)
        db = database(path)
        add(db, "a")
        db.close()
    db = database(path)
    assert names(db) == ["a"]
    with pytest.raises(StoreError, match="read-only"):
        add(db, "b")


@pytest.mark.usefixtures("unwritable")
def test_where_there_is_no_file_and_can_be_none_the_store_is_empty(tmp_path: Path) -> None:
    db = database(tmp_path / "things.db")
    assert names(db) == []
    with pytest.raises(StoreError, match="read-only"):
        add(db, "b")


def test_a_folder_that_is_a_file_counts_as_read_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    db = database(tmp_path / "file" / "things.db")
    assert names(db) == []
    with pytest.raises(StoreError, match="read-only"):
        add(db, "b")


def test_threads_share_one_store(tmp_path: Path) -> None:
    db = database(tmp_path / "things.db")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: add(db, str(number)), range(200)))
    assert sorted(map(int, names(db))) == list(range(200))


def test_a_lock_held_by_another_process_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.database.BUSY_TIMEOUT", 0.01)
    first, second = database(tmp_path / "things.db"), database(tmp_path / "things.db")
    names(second)
    with (
        first.write(),
        pytest.raises(StoreError, match="cannot be written: database is locked"),
        second.write(),
    ):
        pass


WRITER = """
import sys
from pathlib import Path
from tui.store.database import Database
db = Database(Path(sys.argv[1]), [("CREATE TABLE things (name TEXT PRIMARY KEY)",)],
              durability="normal")
for number in range(int(sys.argv[3])):
    with db.write() as connection:
        connection.execute("INSERT INTO things VALUES (?)", (f"{sys.argv[2]}-{number}",))
    print(number, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_that_open_a_new_file_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "things.db"
    processes = [writer(path, name, 25) for name in "abcd"]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert len(names(database(path))) == 100


def test_a_process_killed_while_writing_loses_nothing_it_had_committed(tmp_path: Path) -> None:
    path = tmp_path / "things.db"
    process = writer(path, "a", 1_000_000)
    assert process.stdout is not None
    committed = 0
    for line in process.stdout:
        committed = int(line)
        if committed == 200:
            break
    process.send_signal(signal.SIGKILL)
    committed = max([committed, *map(int, process.stdout.read().split())])
    process.stdout.close()
    process.wait()
    kept = names(database(path))
    assert kept[: committed + 1] == [f"a-{number}" for number in range(committed + 1)]
    assert len(kept) <= committed + 2, "the commit that was under way at most"
    add(database(path), "b")


def test_a_store_is_closed_and_opened_again(tmp_path: Path) -> None:
    db = database(tmp_path / "things.db")
    add(db, "a")
    db.close()
    db.close()
    assert names(db) == ["a"]
