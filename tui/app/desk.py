"""What lies on the reader's desk: the reports of a story, and comparisons made of them so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from tui.errors import DiptychError
from tui.model import Article, Comparison

if TYPE_CHECKING:
    from tui.read import Story

__all__ = ["HABITS", "Desk", "open_desk", "recalled"]

Change: TypeAlias = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""From what is remembered to what is to be."""

HABITS = "reader"
"""Under which what holds for every story is remembered; stories have digests for keys."""


@dataclass(frozen=True)
class Desk:
    """A story with its reports read.

    Attributes:
        title: What the story is called.
        articles: Its reports, in the story's order; one at least.
        memories: Its translation memories (TMX files).
        key: Under which the reader's place in the story is remembered; empty for nowhere.
        state: What was remembered of it.
        trouble: A line on what could not be remembered, if anything.
        habits: What is remembered of the reader whatever the story: the theme chosen last.
    """

    title: str
    articles: tuple[Article, ...]
    memories: tuple[Path, ...] = ()
    key: str = ""
    state: Mapping[str, Any] = field(default_factory=dict)
    trouble: str = ""
    habits: dict[str, Any] = field(default_factory=dict)
    _made: dict[tuple[int, int], Comparison] = field(default_factory=dict)

    @property
    def is_first(self) -> bool:
        """Whether nothing was ever read before, as far as is known."""
        return bool(self.key) and not self.habits

    @cached_property
    def target(self) -> str:
        """The language that reports in another are translated into."""
        from tui.store.config import load_config

        return load_config().target(article.lang for article in self.articles)

    def comparison(self, left: int, right: int) -> Comparison | None:
        """A finished comparison of two reports, whichever way round it was made."""
        made = self._made.get((left, right))
        if made is None and (right, left) in self._made:
            made = self._made[left, right] = self._made[right, left].transposed()
        return made

    def keep(self, left: int, right: int, comparison: Comparison) -> None:
        """Remember a finished comparison."""
        self._made[left, right] = comparison

    def save(self, change: Change) -> Mapping[str, Any]:
        """Remember what a function makes of what is remembered by now, and give it.

        Raises:
            StoreError: It cannot be saved.
        """
        return self._saved(self.key, change)

    def save_habit(self, name: str, value: object) -> None:
        """Remember something that holds for every story.

        Raises:
            StoreError: It cannot be saved.
        """
        self.habits[name] = value
        self._saved(HABITS, lambda kept: {**kept, name: value})

    def _saved(self, story: str, change: Change) -> Mapping[str, Any]:
        if not self.key:
            return change({})
        from tui.store.state import state_store

        return state_store().change(story, change)


def open_desk(story: Story) -> Desk:
    """Read a story's reports, put it into the library, and recall where the reader was.

    Raises:
        ReadError: One of the reports cannot be read.
    """
    from tui.read.copies import note_copies

    articles = note_copies([report.read() for report in story.reports])
    return Desk(story.title, articles, story.memories, *recalled(story.title, _locations(story)))


def recalled(
    title: str, locations: Sequence[Path]
) -> tuple[str, dict[str, Any], str, dict[str, Any]]:
    """Put what is opened into the library, and recall what is known of it.

    Returns:
        The key, the state, the trouble and the habits of its :class:`Desk`.
    """
    try:
        from tui.store.state import state_store

        store = state_store()
        key = store.remember(title, locations)
        return key, store.load(key), "", store.load(HABITS)
    except DiptychError as error:
        return "", {}, str(error), {}


def _locations(story: Story) -> list[Path]:
    """What opens the story again: its folder where that holds nothing else, or its files."""
    from tui.read import load_story

    files = [report.path for report in story.reports]
    try:
        whole = load_story(story.folder)
    except DiptychError:
        return files
    return [story.folder] if whole.reports == story.reports else files
