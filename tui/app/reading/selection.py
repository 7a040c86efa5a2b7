"""A stretch of text that the reader has selected: within one report, or rows of both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.model import SIDES, Article, Sentence, Which, other

__all__ = ["Caret", "Selection", "selected_text", "whole_sentence"]

_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"

_WORD = rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+"
"""A word; a single character of scripts that are written without spaces.

Compiled at the first use: it takes milliseconds, and the first paint waits for this module.
"""


class Caret(NamedTuple):
    """A point between two characters: a sentence and a code point offset into its text."""

    sentence: int
    offset: int


class Selection(NamedTuple):
    """What is selected.

    Attributes:
        which: The report it began in.
        anchor: Where it began.
        head: Where it ends; before the anchor when it was drawn upwards.
        across: Where the pointer has gone over to the other report: the sentences of that report
            that stand beside, first and last. All of the sentences touched are then selected.
    """

    which: Which
    anchor: Caret
    head: Caret
    across: tuple[int, int] | None = None
    follows: bool = False
    """Whether moving through the report draws it on."""

    @property
    def ends(self) -> tuple[Caret, Caret]:
        """The first and the last caret in the order of the text."""
        return min(self.anchor, self.head), max(self.anchor, self.head)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is between the ends."""
        return self.anchor == self.head and self.across is None

    def sentences(self, which: Which) -> range:
        """The sentences of one report of which something is selected."""
        if which != self.which:
            return range(0) if self.across is None else range(self.across[0], self.across[1] + 1)
        first, last = self.ends
        return range(first.sentence, last.sentence + 1)

    def span(self, which: Which, sentence: Sentence) -> tuple[int, int] | None:
        """The code points of a sentence that are selected, if any."""
        if sentence.index not in self.sentences(which):
            return None
        whole = (0, len(sentence.text))
        if self.across is not None:
            return whole
        first, last = self.ends
        start = first.offset if sentence.index == first.sentence else 0
        end = last.offset if sentence.index == last.sentence else whole[1]
        return (start, end) if end > start else None

    def grown_to(self, article: Article, sentence: int) -> Selection:
        """The selection drawn to a whole sentence of its report, the anchor's included."""
        begin = self.anchor.sentence
        if sentence < begin:
            anchor = Caret(begin, len(article.sentences[begin].text))
            return self._replace(anchor=anchor, head=Caret(sentence, 0), across=None)
        end = Caret(sentence, len(article.sentences[sentence].text))
        anchor = Caret(begin, 0) if self.head < self.anchor else self.anchor
        return self._replace(anchor=anchor, head=end, across=None)

    def by_word(self, article: Article, direction: int) -> Selection:
        """The selection with its head a word further on in its sentence, or back."""
        text, offset = article.sentences[self.head.sentence].text, self.head.offset
        ends = self.head > self.anchor
        points = [0, *(m.end() if ends else m.start() for m in re.finditer(_WORD, text)), len(text)]
        if direction > 0:
            found = next((point for point in points if point > offset), offset)
        else:
            found = next((point for point in reversed(points) if point < offset), offset)
        return self._replace(head=Caret(self.head.sentence, found), across=None)

    def turned(self) -> Selection:
        """The same selection with anchor and head changing places."""
        return self._replace(anchor=self.head, head=self.anchor)

    def transposed(self) -> Selection:
        """The same selection when the reports change sides."""
        return self._replace(which=other(self.which))


def whole_sentence(article: Article, which: Which, sentence: int) -> Selection:
    """The selection of one sentence, which moving on makes longer."""
    end = len(article.sentences[sentence].text)
    return Selection(which, Caret(sentence, 0), Caret(sentence, end), follows=True)


def selected_text(
    selection: Selection, articles: Mapping[Which, Article]
) -> Sequence[tuple[Which, str, int, int]]:
    """The selected text of each report that has some.

    Page furniture between other sentences is left out; where nothing else is selected, it is meant.

    Args:
        selection: What is selected.
        articles: The reports.

    Returns:
        For each report: its side, its text with paragraphs parted by blank lines and all other
        white space as single spaces, and the blocks it begins and ends in.
    """
    found: list[tuple[Which, str, int, int]] = []
    for which in SIDES:
        article = articles[which]
        touched = [article.sentences[index] for index in selection.sentences(which)]
        paragraphs: dict[int, list[str]] = {}
        for sentence in [s for s in touched if s.is_content] or touched:
            span = selection.span(which, sentence)
            if span is not None:
                words = " ".join(sentence.text[slice(*span)].split())
                paragraphs.setdefault(sentence.block, []).append(words)
        if paragraphs:
            text = "\n\n".join(" ".join(words) for words in paragraphs.values())
            found.append((which, text, min(paragraphs), max(paragraphs)))
    return found
