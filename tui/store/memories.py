"""The reader's own translation memories: files used in every story, and what can become one."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import printable
from tui.files import replacing
from tui.paths import data_folder
from tui.store.cache import cache_store
from tui.store.errors import StoreError, unwritten
from tui.store.state import state_store

if TYPE_CHECKING:
    from tui.translate import Memory, Unit

__all__ = ["import_memory", "kept_units", "load_memories", "memory_paths"]


def memory_paths() -> tuple[Path, ...]:
    """The memories imported, by name."""
    return tuple(sorted((data_folder() / "memories").glob("*.tmx")))


def load_memories(of_story: Iterable[Path]) -> list[Memory]:
    """The memories of a story, then those imported.

    Raises:
        MemoryFileError: One cannot be read.
    """
    from tui.translate import load_memory

    return [load_memory(path) for path in (*of_story, *memory_paths())]


def import_memory(path: Path, *, overwrite: bool = False) -> tuple[Path, int]:
    """Copy a TMX file to where every story finds it.

    Args:
        path: The file.
        overwrite: Whether a memory of the same name may be replaced.

    Returns:
        Where it is now, and how many units it has.

    Raises:
        MemoryFileError: It is no TMX file that can be read.
        StoreError: It cannot be copied, or there is one of that name.
    """
    from tui.translate import read_tmx

    count = len(read_tmx(path))
    copy = data_folder() / "memories" / f"{path.stem}.tmx"
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as original, replacing(copy, overwrite=overwrite) as file:
            shutil.copyfileobj(original, file)
    except FileExistsError:
        raise StoreError(
            f"{printable(copy.name)}: a memory of that name has been imported; rename the file,"
            " or replace the memory with --force"
        ) from None
    except OSError as error:
        raise unwritten(copy, error) from None
    return copy, count


def kept_units() -> Iterator[Unit]:
    """What providers gave and what the reader corrected, for writing as TMX.

    The reader's own come last, so that they win where a memory has a segment twice.

    Raises:
        StoreError: What is kept cannot be read.
    """
    from tui.translate import Unit, Variant

    for source, text, found in cache_store().translations():
        yield Unit((Variant(source, text), Variant(found.lang, found.text)), found.origin)
    for source, target, text, own in state_store().all_corrections():
        yield Unit((Variant(source, text), Variant(target, own)), "you")
