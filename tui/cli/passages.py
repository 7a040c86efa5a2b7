"""``--only``: which passages of a comparison are written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.errors import DiptychError
from tui.export.selection import Place, Selection, differing, named_passage, selected
from tui.model import Article, Comparison

__all__ = ["chosen_passages"]


def chosen_passages(comparison: Comparison, what: str) -> Selection:
    """The passages that ``what`` names.

    Args:
        comparison: What they are chosen from.
        what: ``"differences"``, ``"bookmarks"``, or the name of a passage: ``"d5"``, ``"a7"``.

    Raises:
        DiptychError: There are none, or there is no such passage.
    """
    if what == "differences":
        return differing(comparison)
    if what == "bookmarks":
        return selected(_bookmarked(comparison), "bookmarked passages")
    return named_passage(comparison, what)


def _bookmarked(comparison: Comparison) -> Iterator[Place]:
    """The sentences that were bookmarked in the reader, in whichever story they were opened."""
    from tui.app.reading.bookmarks import Bookmarks
    from tui.store.state import state_store

    a, b = comparison.a, comparison.b
    for key in _story_keys(a, b):
        marks = Bookmarks.read(state_store().load(key).get("bookmarks")).found_in((a, b))
        yield from (("a", index) for index in marks.of(a))
        yield from (("b", index) for index in marks.of(b))


def _story_keys(a: Article, b: Article) -> Iterator[str]:
    """What the reader remembers stories with these two files under: their folder, or the files."""
    from tui.store.state import story_key

    if not (a.path and b.path):
        raise DiptychError("bookmarks are kept with files; name two, or export from the reader")
    folders = {Path(path).parent for path in (a.path, b.path)}
    yield story_key([a.path, b.path])
    yield from (story_key([folder]) for folder in folders)
