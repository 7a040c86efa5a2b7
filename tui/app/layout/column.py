"""One side of the spread as a tall column of lines, found by bisecting prefix sums of heights."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

__all__ = ["NOWHERE", "SPACE", "Column", "Ink", "Item", "Kind", "Line"]

NOWHERE = -1
"""The sentence index of what belongs to no sentence."""


class _Quick(Enum):
    """Names hashed as the objects they are: ``Enum`` hashes in Python, once for every line."""

    __hash__ = object.__hash__


class Kind(_Quick):
    """What an item of a column is."""

    SENTENCE = auto()
    ECHO = auto()
    """A pointer to a sentence that stands elsewhere, beside another match."""
    VOID = auto()
    """Nothing: the other side has something here that this one lacks."""
    SPACE = auto()
    """A blank line between paragraphs or rows."""
    HEADING = auto()
    """Words of the reader's own, such as the name of a group of differences."""


class Ink(_Quick):
    """What a line is painted with."""

    TEXT = auto()
    TRANSLATION = auto()
    REMARK = auto()
    """What is in doubt about a translation, below it."""
    WAITING = auto()
    """What stands in the place of a translation that is not there."""
    ECHO = auto()
    VOID = auto()
    BLANK = auto()
    HEADING = auto()


class Item(NamedTuple):
    """What stands in a column, before its lines are known."""

    kind: Kind
    sentence: int = NOWHERE
    words: str = ""
    """The text of a heading."""


SPACE = Item(Kind.SPACE)


class Line(NamedTuple):
    """One line of a column: code points ``start:end`` of a sentence or of its translation."""

    ink: Ink
    sentence: int = NOWHERE
    start: int = 0
    end: int = 0
    first: bool = False
    """Whether it is the first line of its item."""
    words: str = ""


BLANK = Line(Ink.BLANK)


class Column:
    """Items one below the other; lines are made when they are looked at.

    Args:
        items: What stands in the column, in order.
        heights: Lines of each item.
        lines_of: Gives the lines of an item. It may give fewer than its height: the rest is blank
            (an aligned row is as high as its taller side).
    """

    def __init__(
        self,
        items: Sequence[Item],
        heights: Sequence[int],
        lines_of: Callable[[Item], Sequence[Line]],
    ) -> None:
        self.items = items
        self._lines_of = lines_of
        self._tops = [0, *accumulate(heights)]
        self._where: dict[int, int] = {}
        self._echoes: dict[int, int] = {}
        for index, item in enumerate(items):
            if item.kind is Kind.SENTENCE:
                self._where.setdefault(item.sentence, index)
            elif item.kind is Kind.ECHO:
                self._echoes.setdefault(item.sentence, index)

    @property
    def height(self) -> int:
        """Lines in all."""
        return self._tops[-1]

    @cached_property
    def sentences(self) -> Sequence[int]:
        """The sentences shown, each once, from top to bottom."""
        return tuple(self._where)

    @cached_property
    def ranks(self) -> Mapping[int, int]:
        """The rank of each of :attr:`sentences`."""
        return {sentence: rank for rank, sentence in enumerate(self._where)}

    def __contains__(self, sentence: int) -> bool:
        return sentence in self._where

    def line(self, y: int) -> Line:
        """Line ``y``; above the first and below the last are blank ones."""
        return self.lines(y, 1)[0]

    def lines(self, top: int, height: int) -> list[Line]:
        """So many lines from ``top`` on; above the first and below the last are blank ones."""
        y, end = max(top, 0), min(top + height, self.height)
        found = [BLANK] * (y - top)
        index = bisect_right(self._tops, y) - 1
        while y < end:
            found += self._filled(index)[y - self._tops[index] :]
            index += 1
            y = self._tops[index]
        return [*found[:height], *[BLANK] * (height - len(found))]

    def in_window(self, top: int, height: int) -> Sequence[Item]:
        """The items of which a window shows a line, from top to bottom."""
        first, last = max(top, 0), min(top + height, self.height) - 1
        if last < first:
            return ()
        return self.items[bisect_right(self._tops, first) - 1 : bisect_right(self._tops, last)]

    def _filled(self, index: int) -> Sequence[Line]:
        """The lines of an item, and blank ones where it is not as high as it stands."""
        item = self.items[index]
        lines = self._lines_of(item)
        missing = self._tops[index + 1] - self._tops[index] - len(lines)
        if not missing:
            return lines
        if item.kind is Kind.VOID:
            return [*lines, *[Line(Ink.VOID)] * missing]
        blank = Line(Ink.BLANK, item.sentence) if item.kind is Kind.SENTENCE else BLANK
        return [*lines, *[blank] * missing]

    def top(self, sentence: int) -> int | None:
        """The first line of a sentence; of its echo where it stands nowhere else."""
        index = self._where.get(sentence, self._echoes.get(sentence))
        return None if index is None else self._tops[index]

    def extent(self, sentence: int) -> tuple[int, int] | None:
        """The half-open range of a sentence's lines."""
        index = self._where.get(sentence, self._echoes.get(sentence))
        return None if index is None else (self._tops[index], self._tops[index + 1])

    def sentence_at(self, y: int) -> int | None:
        """The sentence at line ``y``, or the nearest one above it, or below."""
        if not self._where:
            return None
        clamped = min(max(y, 0), self.height - 1)
        index = bisect_right(self._tops, clamped) - 1
        for item in (*self.items[index::-1], *self.items[index + 1 :]):
            if item.kind in (Kind.SENTENCE, Kind.ECHO):
                return item.sentence
        return None
