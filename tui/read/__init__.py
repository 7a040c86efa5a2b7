"""Files and text into articles: loading, cleaning, structure, sentences, language, stories."""

from __future__ import annotations

from tui.read.article import read_article, read_file, read_text
from tui.read.errors import ReadError
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
