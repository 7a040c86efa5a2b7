"""Files and text into articles: loading, cleaning, structure, sentences, language, stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.read.errors import ReadError
from tui.read.story import Story, StoryReport, find_story, load_story

if TYPE_CHECKING:
    from tui.read.article import read_article, read_file, read_text

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
    """Load the reading of articles when it is first asked for.

    The command line opens a story with what stands above; its reports are read in another process
    while this one loads the screen.
    """
    if name in ("read_article", "read_file", "read_text"):
        from tui.read import article

        return getattr(article, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
