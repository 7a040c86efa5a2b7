"""Commands that lead back: the places one came from, and bookmarks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.commands.table import Group, command
from tui.app.reading.bookmarks import Bookmark
from tui.app.reading.history import History, Spot
from tui.model import Article

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen


@command("comma", "backspace", group=Group.FINDING, counts=True)
def back(reader: ReaderScreen) -> None:
    """Go back to where the last jump began, in whichever reports that was."""
    _travel(reader, History.back, "this is where you began")


@command("full_stop", group=Group.FINDING, counts=True)
def forward(reader: ReaderScreen) -> None:
    """Go forward again, after going back."""
    _travel(reader, History.forward, "there is nothing to go forward to")


@command("M", group=Group.FINDING)
def bookmark(reader: ReaderScreen) -> None:
    """Set a bookmark at the sentence, or take it away."""
    which, sentence = reader.reading.place
    article = reader.reading.article(which)
    if not article.sentences:
        reader.tell("the report is empty")
        return
    before = reader.places.bookmarks
    reader.places.change(before.toggled(article, sentence))
    added = len(reader.places.bookmarks.marks) > len(before.marks)
    words = f"bookmark set; {reader.key('bookmarks')} lists them" if added else "bookmark removed"
    unsaved = reader.places.unsaved
    reader.tell(f"{words} · not for the next time: {unsaved}" if unsaved else words)


@command("apostrophe", group=Group.FINDING)
def bookmarks(reader: ReaderScreen) -> None:
    """Choose a bookmark of the story to go to, or remove some."""
    from tui.app.screens.bookmarks import BookmarksDialog

    if not reader.places.bookmarks.marks:
        reader.tell(f"no bookmark is set; {reader.key('bookmark')} sets one")
        return

    def take(chosen: Bookmark | None) -> None:
        if chosen is not None:
            _visit(reader, chosen)

    articles = reader.desk.articles
    reader.app.push_screen(BookmarksDialog(reader.places, articles), take)


def _travel(
    reader: ReaderScreen, step: Callable[[History, Spot], tuple[History, Spot] | None], end: str
) -> None:
    for _ in range(reader.times):
        found = step(reader.places.history, reader.places.here)
        if found is None:
            reader.tell(end)
            return
        reader.places.return_to(*found)


def _visit(reader: ReaderScreen, mark: Bookmark) -> None:
    """Go to a bookmark; its report comes to stand left where it is not shown."""
    ids = [article.id for article in reader.desk.articles]
    if mark.report not in ids or not _has(reader.desk.articles[ids.index(mark.report)], mark):
        reader.tell("that sentence is no longer in the story")
        return
    reader.places.visit(ids.index(mark.report), mark.sentence)


def _has(article: Article, mark: Bookmark) -> bool:
    return mark.sentence < len(article.sentences) and (
        article.sentences[mark.sentence].flat == mark.text
    )
