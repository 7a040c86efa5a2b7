"""Memories of one's own: imported ones, and those made from what was translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.model import Translation
from tui.store.cache import cache_store
from tui.store.errors import StoreError
from tui.store.memories import import_memory, kept_units, memory_paths
from tui.store.state import state_store
from tui.translate import MemoryFileError, Unit, Variant, load_memory, write_tmx

UNIT = Unit((Variant("de", "Tag."), Variant("en", "Day.")))


def test_an_imported_memory_is_there_for_every_story(tmp_path: Path) -> None:
    write_tmx(tmp_path / "mine.tmx", [UNIT])
    assert memory_paths() == ()
    copy, count = import_memory(tmp_path / "mine.tmx")
    assert (memory_paths(), count) == ((copy,), 1)
    assert copy.read_bytes() == (tmp_path / "mine.tmx").read_bytes()


def test_a_file_that_is_no_memory_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "mine.tmx").write_text("Guten Tag")
    with pytest.raises(MemoryFileError, match="line 1"):
        import_memory(tmp_path / "mine.tmx")
    assert memory_paths() == ()


def test_a_memory_that_cannot_be_copied_is_told(tmp_path: Path, home: Path) -> None:
    write_tmx(tmp_path / "mine.tmx", [UNIT])
    (home / "data").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        import_memory(tmp_path / "mine.tmx")


def test_what_was_given_and_corrected_becomes_a_memory_in_which_the_reader_wins(
    tmp_path: Path,
) -> None:
    cache_store().add("Tag.", "de", Translation("en", "Day.", "Google (g)"), "Google")
    state_store().set_correction("Tag.", "Good day.", "de", "en")
    write_tmx(tmp_path / "kept.tmx", kept_units())
    memory = load_memory(tmp_path / "kept.tmx")
    assert [unit.origin for unit in memory.units] == ["Google (g)", "you"]
    hit = memory.find("Tag.", "de", "en")
    assert hit is not None
    assert hit.text == "Good day."
