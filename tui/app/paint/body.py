"""A line of a pane's text: the bar and the signs before it, and the text with what lies over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.app.layout.column import Ink, Line
from tui.app.layout.direction import BASE, LEFTWARD, has_leftward, is_leftward
from tui.app.layout.wrap import visible
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.inks import Inks
from tui.app.paint.line import Layers, cells, padded, paint, width_of
from tui.app.reading.state import Reading
from tui.app.reading.wordings import changed_words
from tui.marks import Mark
from tui.model import SentenceKind, Which
from tui.words import SEVERITY

__all__ = ["PaneText"]

_KIND_INK = {
    SentenceKind.TITLE: "title",
    SentenceKind.HEADING: "heading",
    SentenceKind.FURNITURE: "furniture",
}


_NOTHING = Layers()


class _Body(NamedTuple):
    """What stands on a line behind its bar.

    Attributes:
        lead: The signs and what else keeps its place at the left.
        text: The text itself.
        leftward: Whether the text is written from right to left and stands at the right.
    """

    lead: list[Segment]
    text: list[Segment]
    leftward: bool = False


class PaneText(NamedTuple):
    """Paints the lines of one pane.

    Attributes:
        reading: What is read and how.
        which: The pane.
        width: Cells for its text.
        inks: The styles.
        glyphs: The signs.
    """

    reading: Reading
    which: Which
    width: int
    inks: Inks
    glyphs: Glyphs

    def paint(self, line: Line, *, current: bool, matched: bool) -> list[Segment]:
        """A line without the pane's outer edge, padded.

        Args:
            line: The line of the pane's column.
            current: Whether it belongs to the current sentence.
            matched: Whether it belongs to a match of the current sentence.
        """
        inks, glyphs = self.inks, self.glyphs
        plain = self._plain(line)
        if plain is not None and not (current or matched):
            return [Segment(f" {plain}{self._behind}")]
        ground = inks["current"] if current else inks["match"] if matched else Style.null()
        bar = (
            Segment(glyphs.current, ground + inks["bar"])
            if current
            else Segment(glyphs.match, ground + inks["match-bar"])
            if matched
            else Segment(" ", ground)
        )
        behind = Segment(self._behind)
        if plain is not None:
            return [bar, Segment(plain, ground), behind]
        body = self._body(line, ground)
        segments = self._aligned(body, ground)
        if has_leftward("".join([text for text, _, _ in body.text])):
            segments = [Segment(BASE, ground), *segments, Segment(BASE, ground)]
        return [bar, *segments, behind]

    @property
    def _behind(self) -> str:
        """The blanks between the text and what stands to its right."""
        return " " if self.which == "a" else ""

    def _plain(self, line: Line) -> str | None:
        """A line that is nothing but text, as most are, with its blanks; ``None`` for any other.

        What follows from it is what :meth:`_body` would make of it, in a fifth of the time.
        """
        reading, which, number = self.reading, self.which, line.sentence
        if line.ink is not Ink.TEXT or reading.finding or reading.selection:
            return None
        if line.first and number in reading.bookmarked[which]:
            return None
        sentence = reading.article(which).sentences[number]
        marks = reading.marked.marks[which].get(number, ())
        if sentence.kind in _KIND_INK or _within(marks, line):
            return None
        shown = visible(sentence.text)
        if has_leftward(shown):
            return None
        text = shown[line.start : line.end]
        return f"  {text}{' ' * (self.width - width_of(text))}"

    def _aligned(self, body: _Body, ground: Style) -> list[Segment]:
        """Signs and text, filled up with blanks on the side where the text's lines end."""
        width = self.width + 2  # the signs stand before it
        if not body.leftward:
            return padded([*body.lead, *body.text], width, ground)
        used = cells((*body.lead, *body.text))
        mark = Segment(LEFTWARD, ground)
        return [*body.lead, Segment(" " * (width - used), ground), mark, *body.text, mark]

    def _body(self, line: Line, ground: Style) -> _Body:
        inks, glyphs = self.inks, self.glyphs
        blank = Segment("  ", ground)
        match line.ink:
            case Ink.TEXT:
                return self._sentence(line, ground)
            case Ink.TRANSLATION:
                return self._translation(line, ground)
            case Ink.ECHO:
                return self._echo(line, ground)
            case Ink.REMARK:
                sign = " " if line.start else glyphs.doubt
                return _Body([blank], [Segment(f"{sign} {line.words}", ground + inks["doubt"])])
            case Ink.WAITING:
                words = f"{glyphs.translated} {line.words}"
                return _Body([blank], [Segment(words, ground + inks["waiting"])])
            case Ink.VOID:
                words = f"{glyphs.void} not in {self.which.upper()}" if line.first else ""
                return _Body([blank], [Segment(words, ground + inks["void"])])
            case Ink.HEADING:
                return _Body([blank], [Segment(line.words, ground + inks["group"])])
        return _Body([], [])

    def _sentence(self, line: Line, ground: Style) -> _Body:
        reading, which, inks, glyphs = self.reading, self.which, self.inks, self.glyphs
        sentence = reading.article(which).sentences[line.sentence]
        marks = reading.marked.marks[which].get(line.sentence, ())
        within = _within(marks, line)
        sign = flag = Segment(" ", ground)
        if within:
            relation = min((m.divergence.relation for m in within), key=SEVERITY.__getitem__)
            sign = Segment(glyphs.relation(relation), ground + inks.sign(relation))
        if line.first and line.sentence in reading.bookmarked[which]:
            flag = Segment(glyphs.bookmark, ground + inks["bar"])
        base = ground + inks[_KIND_INK.get(sentence.kind, "text")]
        shown, span = visible(sentence.text), (line.start, line.end)
        text = paint(shown, span, base, self._layers(line.sentence, within), inks)
        return _Body([sign, flag], text, is_leftward(shown))

    def _layers(self, sentence: int, within: Sequence[Mark]) -> Layers:
        """What lies over a line: most often nothing."""
        reading, which = self.reading, self.which
        if not (within or reading.finding or reading.selection):
            return _NOTHING
        return Layers(
            within,
            reading.difference,
            reading.finding.spans(which, sentence) if reading.finding else (),
            reading.selected(which, sentence),
            {m.number: changed_words(m.divergence, which) for m in within},
        )

    def _translation(self, line: Line, ground: Style) -> _Body:
        reading, which, inks = self.reading, self.which, self.inks
        told = reading.comparison.translations(which)[line.sentence].text
        style = ground + inks["translation"]
        finding = reading.finding
        hits = finding.spans(which, line.sentence, translated=True) if finding else ()
        text = paint(visible(told), (line.start, line.end), style, Layers(hits=hits), inks)
        bar = Segment(f"{self.glyphs.translated} ", style)
        return _Body([Segment("  ", ground), bar], text, is_leftward(told))

    def _echo(self, line: Line, ground: Style) -> _Body:
        article, glyphs = self.reading.article(self.which), self.glyphs
        sentence = article.sentences[line.sentence]
        style = ground + self.inks["echo"]
        where = glyphs.words(f"¶{article.paragraph_numbers[sentence.block]}")
        words = visible(sentence.text)[line.start : line.end] + glyphs.ellipsis
        sign = Segment(f"{glyphs.echo} {where} ", style)
        text = [Segment(words, style)]
        return _Body([Segment("  ", ground), sign], text, is_leftward(sentence.text))


def _within(marks: Iterable[Mark], line: Line) -> list[Mark]:
    """The marks of a sentence that a line of it shows a part of."""
    return [mark for mark in marks if mark.start < line.end and mark.end > line.start]
