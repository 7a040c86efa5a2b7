"""``diptych tm``, and the reader's own memories and corrections in a comparison."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import MEMORY
from tui.cli import run
from tui.model import Translation
from tui.store.cache import cache_store
from tui.store.state import state_store
from tui.translate import load_memory

Out = pytest.CaptureFixture[str]

PAIR = ["courier.txt", "kuestenblatt.txt"]


def test_an_imported_memory_is_used_in_every_story_after_the_storys_own(
    reports: Path, capfd: Out
) -> None:
    own = MEMORY.replace("No one was injured.", "Nobody came to harm.").replace(
        "</body>",
        '<tu><tuv xml:lang="de"><seg>Fähre vor Sandholm auf Grund</seg></tuv>'
        '<tuv xml:lang="en"><seg>Ferry aground off Sandholm</seg></tuv></tu></body>',
    )
    (reports / "own.tmx").write_text(own, encoding="utf-8")
    assert run(["tm", "import", "own.tmx"]) == 0
    assert capfd.readouterr().err == "diptych: own.tmx: 2 units imported\n"
    assert run(["compare", *PAIR]) == 0
    text = capfd.readouterr().out
    assert "Ferry aground off Sandholm" in text
    assert "No one was injured." in text
    assert "Nobody came to harm." not in text


def test_a_correction_goes_before_every_memory(reports: Path, capfd: Out) -> None:
    state_store().set_correction("Verletzt wurde niemand.", "No person was hurt.", "de", "en")
    assert run(["compare", *PAIR]) == 0
    text = capfd.readouterr().out
    assert "No person was hurt." in text
    assert "No one was injured." not in text


def test_a_correction_is_seen_though_the_pair_was_compared_before(
    reports: Path, capfd: Out
) -> None:
    assert run(["compare", *PAIR]) == 0
    before = capfd.readouterr().out
    state_store().set_correction("Verletzt wurde niemand.", "No person was hurt.", "de", "en")
    assert run(["compare", *PAIR]) == 0
    assert capfd.readouterr().out == before.replace("No one was injured.", "No person was hurt.")


def test_corrections_that_cannot_be_read_are_no_hindrance(
    reports: Path, home: Path, capfd: Out
) -> None:
    state_store().set_correction("Verletzt wurde niemand.", "No person was hurt.", "de", "en")
    state_store().close()
    with closing(sqlite3.connect(home / "data" / "state.db")) as database:
        database.execute("PRAGMA user_version = 99")
    assert run(["compare", *PAIR]) == 0
    written = capfd.readouterr()
    assert "No one was injured." in written.out
    [line] = written.err.splitlines()
    assert line.startswith("diptych: your own translations are not used: ")
    assert "was written by a newer Diptych" in line


def test_memories_are_listed_with_their_languages(reports: Path, capfd: Out) -> None:
    assert run(["tm", "list"]) == 0
    written = capfd.readouterr()
    assert written.out == ""
    assert written.err == (
        "diptych: no memory has been imported; 'diptych tm import FILE' does that\n"
    )
    assert run(["tm", "import", "de-en.tmx"]) == 0
    capfd.readouterr()
    assert run(["tm", "list"]) == 0
    assert capfd.readouterr().out == "de-en.tmx\tde-en 1 unit\n"


def test_a_language_that_steers_terminals_is_listed_without_that(reports: Path, capfd: Out) -> None:
    hostile = MEMORY.replace('xml:lang="de"', 'xml:lang="de&#x9b;31m"')
    (reports / "hostile.tmx").write_text(hostile, encoding="utf-8")
    assert run(["tm", "import", "hostile.tmx"]) == 0
    assert run(["tm", "list"]) == 0
    listed = capfd.readouterr().out
    assert "\x9b" not in listed
    assert "31m-en" in listed


def test_a_memory_of_the_same_name_is_replaced_only_with_force(reports: Path, capfd: Out) -> None:
    assert run(["tm", "import", "de-en.tmx"]) == 0
    (reports / "de-en.tmx").write_text(MEMORY.replace("No one was", "Nobody was"), "utf-8")
    capfd.readouterr()
    assert run(["tm", "import", "de-en.tmx"]) == 2
    assert "--force" in capfd.readouterr().err
    assert run(["tm", "import", "--force", "de-en.tmx"]) == 0


@pytest.mark.parametrize("name", ["courier.txt", "missing.tmx", "."])
def test_what_is_no_memory_is_not_imported(reports: Path, name: str, capfd: Out) -> None:
    assert run(["tm", "import", name]) == 2
    [line] = capfd.readouterr().err.splitlines()
    assert line.startswith(f"diptych: {name}")


def test_what_was_corrected_and_provided_is_exported_and_not_over_a_file(
    reports: Path, capfd: Out
) -> None:
    assert run(["tm", "export", "mine.tmx"]) == 2
    assert "nothing to export" in capfd.readouterr().err
    assert not (reports / "mine.tmx").exists()

    cache_store().add("Tag.", "de", Translation("en", "Day.", "Google (g)"), "Google")
    state_store().set_correction("Nacht.", "Night.", "de", "en")
    assert run(["tm", "export", "mine.tmx"]) == 0
    assert capfd.readouterr().err == "diptych: mine.tmx: 2 units written\n"
    assert load_memory("mine.tmx").pairs() == {("de", "en"): 2}

    assert run(["tm", "export", "-"]) == 0
    assert "<seg>Night.</seg>" in capfd.readouterr().out
    assert not (reports / "-").exists()

    (reports / "mine.tmx").write_text("precious")
    assert run(["tm", "export", "mine.tmx"]) == 2
    assert "already exists" in capfd.readouterr().err
    assert (reports / "mine.tmx").read_text() == "precious"
    assert run(["tm", "export", "mine.tmx", "--force"]) == 0
    assert load_memory("mine.tmx").pairs() == {("de", "en"): 2}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tm", "burn"], "no such command 'burn'"),
        (["tm", "import"], "missing argument"),
        (["tm", "export"], "missing argument"),
        (["tm", "export", "no/mine.tmx"], "no/mine.tmx: cannot be written"),
    ],
)
def test_a_mistake_is_one_line(
    reports: Path, arguments: list[str], message: str, capfd: Out
) -> None:
    state_store().set_correction("Nacht.", "Night.", "de", "en")
    assert run(arguments) == 2
    [line] = capfd.readouterr().err.splitlines()
    assert message in line.lower()
