"""Files and text into articles: loading, cleaning, structure, sentences, language, stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.read.errors import ReadError

if TYPE_CHECKING:
    from tui.read.article import read_article, read_file, read_text
    from tui.read.story import Story, StoryReport, find_story, load_story

__all__ = [
    "ReadError",
    "Story",
    "StoryReport",
    "find_story",
    "load_story",
    "read_article",
    "read_file",
    "read_text",
]


def __getattr__(name: str) -> Any:
    """Load what reads when it is first asked for.

    The reader shows what it knows by ``tui.model``; a story and its reports are read in another
    process while its own loads the screen.
    """
    if name in ("read_article", "read_file", "read_text"):
        from tui.read import article

        return getattr(article, name)
    if name in ("Story", "StoryReport", "find_story", "load_story"):
        from tui.read import story

        return getattr(story, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
