"""Bookmarks: sentences of a story's reports that the reader wants to find again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tui.model import Article

__all__ = ["Bookmark", "Bookmarks"]


class Bookmark(NamedTuple):
    """One sentence of a report.

    Attributes:
        report: The id of its report.
        sentence: Its index.
        text: Its text on one line, by which it is found again in a report that was changed.
    """

    report: str
    sentence: int
    text: str


class Bookmarks(NamedTuple):
    """The bookmarks of a story in the order in which they were set.

    Those whose report or sentence is gone are kept all the same: a report may come back.
    """

    marks: tuple[Bookmark, ...] = ()

    def toggled(self, article: Article, sentence: int) -> Bookmarks:
        """The bookmarks with a sentence's set, or taken away where it was set."""
        kept = tuple(m for m in self.marks if (m.report, m.sentence) != (article.id, sentence))
        if len(kept) < len(self.marks):
            return Bookmarks(kept)
        return Bookmarks((*kept, Bookmark(article.id, sentence, _text(article, sentence))))

    def without(self, mark: Bookmark) -> Bookmarks:
        """The bookmarks without one of them."""
        return Bookmarks(tuple(m for m in self.marks if m != mark))

    def changed(self, before: Bookmarks, after: Bookmarks) -> Bookmarks:
        """The bookmarks with the changes that lead from others to yet others."""
        kept = [m for m in self.marks if m in after.marks or m not in before.marks]
        added = [m for m in after.marks if m not in before.marks and m not in kept]
        return Bookmarks((*kept, *added))

    def of(self, article: Article) -> frozenset[int]:
        """The sentences of a report that are marked."""
        inside = range(len(article.sentences))
        return frozenset(
            m.sentence
            for m in self.marks
            if m.report == article.id
            and m.sentence in inside
            and _text(article, m.sentence) == m.text
        )

    def found_in(self, articles: Iterable[Article]) -> Bookmarks:
        """The bookmarks where their texts stand now: a report may have been changed since."""
        known = {article.id: article for article in articles}
        return Bookmarks(tuple(_found(m, known.get(m.report)) for m in self.marks))

    def written(self) -> list[dict[str, Any]]:
        """The bookmarks as JSON can hold them."""
        return [{"report": m.report, "sentence": m.sentence, "text": m.text} for m in self.marks]

    @staticmethod
    def read(state: object) -> Bookmarks:
        """What :meth:`written` gave; entries that make no sense are passed over."""
        entries: Sequence[object] = state if isinstance(state, list) else ()
        found = []
        for entry in entries:
            if isinstance(entry, Mapping):
                match (entry.get("report"), entry.get("sentence"), entry.get("text")):
                    case (str() as report, int() as sentence, str() as text):
                        found.append(Bookmark(report, sentence, text))
        return Bookmarks(tuple(found))


def _text(article: Article, sentence: int) -> str:
    return article.sentences[sentence].flat


def _found(mark: Bookmark, article: Article | None) -> Bookmark:
    """The mark at the sentence with its text: the nearest where there are several."""
    if article is None:
        return mark
    same = [s.index for s in article.sentences if s.flat == mark.text]
    nearest = min(same, key=lambda index: abs(index - mark.sentence), default=mark.sentence)
    return Bookmark(mark.report, nearest, mark.text)
