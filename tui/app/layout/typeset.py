"""Sentences and translations into lines of a given width, remembered while that width holds."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tui.app.layout.column import Ink, Item, Kind, Line
from tui.app.layout.wrap import line_count, visible, wrap
from tui.model import Article, Translation
from tui.words import remark

__all__ = ["ECHO", "INDENT", "TranslationMode", "Typesetter"]

INDENT = 2
"""Cells that set a translation apart: its bar and a space."""

ECHO = 8
"""Cells for what says that a sentence is only pointed at, and where it stands."""

SINGLE = frozenset({Kind.SPACE, Kind.VOID, Kind.ECHO})
"""What has one line always."""


class TranslationMode(StrEnum):
    """Where translations stand."""

    OFF = "off"
    BELOW = "below"
    INSTEAD = "instead"

    @property
    def next(self) -> TranslationMode:
        """The mode after this one, round and round."""
        modes = list(TranslationMode)
        return modes[(modes.index(self) + 1) % len(modes)]


class Typesetter:
    """Gives the lines and the height of any item of one article's column.

    Args:
        article: Whose sentences they are.
        width: Cells to a line.
        translations: By sentence index.
        mode: Where they stand.
        waiting: What to say, by sentence, in the place of a translation that is not there: that
            it is on its way, or why it is not.
    """

    def __init__(
        self,
        article: Article,
        width: int,
        translations: Mapping[int, Translation],
        mode: TranslationMode,
        waiting: Mapping[int, str] | None = None,
    ) -> None:
        self._article = article
        self._width = max(width, 2)
        self._translations = {} if mode is TranslationMode.OFF else translations
        self._waiting = {} if mode is TranslationMode.OFF else waiting or {}
        self._instead = mode is TranslationMode.INSTEAD
        self._lines: dict[Item, tuple[Line, ...]] = {}
        self._heights: dict[int, int] = {}

    def lines(self, item: Item) -> tuple[Line, ...]:
        """The lines of an item."""
        lines = self._lines.get(item)
        if lines is None:
            lines = self._lines[item] = tuple(self._set(item))
        return lines

    def height(self, item: Item) -> int:
        """How many lines an item has, without making them; a sentence is counted once."""
        if item.kind is Kind.SENTENCE:
            height = self._heights.get(item.sentence)
            if height is None:
                height = self._heights[item.sentence] = self._count(item)
            return height
        return 1 if item.kind in SINGLE else len(self.lines(item))

    def _count(self, item: Item) -> int:
        translation = self._translations.get(item.sentence)
        if translation is None:
            own = line_count(visible(self._text(item)), self._width)
            words = self._waiting.get(item.sentence, "")
            return own + line_count(visible(words), self._indented) if words else own
        below = line_count(visible(translation.text), self._indented)
        if words := remark(translation):
            below += line_count(visible(words), self._indented)
        if self._instead:
            return below
        return below + line_count(visible(self._text(item)), self._width)

    @property
    def _indented(self) -> int:
        return max(self._width - INDENT, 2)

    def _text(self, item: Item) -> str:
        return self._article.sentences[item.sentence].text

    def _set(self, item: Item) -> list[Line]:
        number = item.sentence
        match item.kind:
            case Kind.SPACE:
                return [Line(Ink.BLANK)]
            case Kind.VOID:
                return [Line(Ink.VOID, first=True)]
            case Kind.HEADING:
                words = visible(item.words)
                spans = wrap(words, self._width)
                return [Line(Ink.HEADING, words=words[s:e], first=not s) for s, e in spans]
            case Kind.ECHO:
                # It points to where the sentence stands; the first line of it will do for that.
                start, end = wrap(visible(self._text(item)), max(self._width - ECHO, 2))[0]
                return [Line(Ink.ECHO, number, start, end, first=True)]
        lines = []
        translation = self._translations.get(number)
        if translation is None or not self._instead:
            spans = wrap(visible(self._text(item)), self._width)
            lines += [Line(Ink.TEXT, number, s, e) for s, e in spans]
        if translation is not None:
            spans = wrap(visible(translation.text), self._indented)
            lines += [Line(Ink.TRANSLATION, number, s, e) for s, e in spans]
            if words := visible(remark(translation)):
                spans = wrap(words, self._indented)
                lines += [Line(Ink.REMARK, number, s, e, words=words[s:e]) for s, e in spans]
        elif words := visible(self._waiting.get(number, "")):
            spans = wrap(words, self._indented)
            lines += [Line(Ink.WAITING, number, s, e, words=words[s:e]) for s, e in spans]
        lines[0] = lines[0]._replace(first=True)
        return lines
