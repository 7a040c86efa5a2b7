"""The list of a story's bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from tui.app.layout.wrap import visible
from tui.app.places import Places
from tui.app.reading.bookmarks import Bookmark
from tui.app.screens.listing import ListingDialog
from tui.model import Article

__all__ = ["BookmarksDialog"]


class BookmarksDialog(ListingDialog[Bookmark]):
    """Gives the bookmark to go to.

    Args:
        places: Has the bookmarks, and keeps those that are left when one is removed.
        articles: The story's reports.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("x,delete", "remove", show=False)]

    def __init__(self, places: Places, articles: Sequence[Article]) -> None:
        super().__init__("Bookmarks", "Enter go there · x remove · Esc leave")
        self._places = places
        self._articles = {article.id: article for article in articles}

    def rows(self) -> Iterable[Content]:
        """The report, the paragraph and the text of each."""
        for mark in self._places.bookmarks.marks:
            where, style = self._where(mark)
            yield Content.assemble((self.words(where), "bold"), (f"\n{visible(mark.text)}", style))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the bookmark."""
        self.dismiss(self._places.bookmarks.marks[event.option_index])

    def action_remove(self) -> None:
        """Take the bookmark away."""
        here = self.listed.highlighted
        if here is not None:
            marks = self._places.bookmarks
            self._places.change(marks.without(marks.marks[here]))
            self.list_again()

    def _where(self, mark: Bookmark) -> tuple[str, str]:
        article = self._articles.get(mark.report)
        if article is None:
            return f"{mark.report} · no longer in the story", "italic"
        if mark.sentence not in self._places.bookmarks.of(article):
            return f"{article.name} · no longer in the report", "italic"
        number = article.paragraph_numbers[article.sentences[mark.sentence].block]
        return f"{article.name} · ¶{number}" if number else article.name, ""
