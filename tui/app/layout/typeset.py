"""Sentences and translations into lines of a given width, remembered while that width holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


OWN_WORDS = frozenset({Ink.REMARK, Ink.WAITING})
"""Lines of the reader's own words: they carry them, for they stand in no report."""


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
                height = self._heights[item.sentence] = self._count(item.sentence)
            return height
        return 1 if item.kind in SINGLE else len(self.lines(item))

    def _count(self, sentence: int) -> int:
        return sum(line_count(text, self._room(ink)) for ink, text in self._parts(sentence))

    def _room(self, ink: Ink) -> int:
        """The cells of a line."""
        return self._width if ink is Ink.TEXT else max(self._width - INDENT, 2)

    def _parts(self, sentence: int) -> Iterator[tuple[Ink, str]]:
        """What stands in the place of a sentence, one below the other."""
        translation = self._translations.get(sentence)
        if translation is None or not self._instead:
            yield Ink.TEXT, visible(self._article.sentences[sentence].text)
        if translation is not None:
            yield Ink.TRANSLATION, visible(translation.text)
            if words := remark(translation):
                yield Ink.REMARK, visible(words)
        elif words := self._waiting.get(sentence, ""):
            yield Ink.WAITING, visible(words)

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
                text = visible(self._article.sentences[number].text)
                start, end = wrap(text, max(self._width - ECHO, 2))[0]
                return [Line(Ink.ECHO, number, start, end, first=True)]
        lines = []
        for ink, text in self._parts(number):
            own = ink in OWN_WORDS
            lines += [
                Line(ink, number, s, e, words=text[s:e] if own else "")
                for s, e in wrap(text, self._room(ink))
            ]
        lines[0] = lines[0]._replace(first=True)
        return lines
