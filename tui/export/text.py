"""Comparisons as plain text: two columns, aligned rows, the differences below each pair.

Rich does the wrapping by display width and the ANSI styles. Everything is built from
``rich.text.Text``, so that nothing in an article is ever read as markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from tui.export.base import ExportOptions
from tui.export.captions import day, even, heading, one_line, opening, origin
from tui.export.view import Difference, View
from tui.model import Comparison, Relation, SentenceKind, Which
from tui.rows import Row
from tui.words import RELATIONS, SEVERITY, remark

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["NARROWEST", "print_comparison", "render"]

NARROWEST = 60
"""Cells below which two columns cannot be read; B then stands below A."""

_INDENT = 4
"""Cells that a second line of a difference stands further in."""

_GUTTER = 3
"""Cells between the columns: the sign of the pair with a space on both sides."""

_STYLES = {
    Relation.CONFLICTS: "bold red underline",
    Relation.IMPRECISE: "yellow underline",
    Relation.REWORDED: "magenta underline",
    Relation.ONLY_A: "cyan underline",
    Relation.ONLY_B: "cyan underline",
    Relation.AGREES: "green",
}
"""ANSI's own colours, which a terminal's theme keeps legible."""


def render(comparison: Comparison, options: ExportOptions) -> str:
    """The comparison as lines of at most ``options.width`` cells."""
    view = View(comparison, options)
    if not options.color:
        # A console takes as long to import and to print as everything else does.
        lines = _Page(view, options.width).lines()
        return "".join(f"{line.plain}\n" for line in lines)

    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=options.width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )
    print_comparison(view, console)
    written = console.file
    assert isinstance(written, io.StringIO)
    return written.getvalue()


def print_comparison(view: View, console: Console) -> None:
    """Print the lines to a Rich console, none wider than it is."""
    for line in _Page(view, console.width).lines():
        console.print(line, soft_wrap=True, highlight=False)


class _Page:
    """The page's measures, and its lines in order."""

    def __init__(self, view: View, width: int) -> None:
        self.view = view
        paragraphs = (*view.comparison.a.paragraph_numbers, *view.comparison.b.paragraph_numbers)
        self.margin = max(len(f"¶{max(paragraphs, default=0)} "), 4)
        self.width = max(width, 2 * self.margin + _INDENT)
        self.side_by_side = self.width >= NARROWEST
        self.column = (self.width - _GUTTER) // 2 if self.side_by_side else self.width

    def lines(self) -> Iterator[Text]:
        """The lines, without spaces at their ends."""
        for line in self._lines():
            line.rstrip()
            yield line

    def _lines(self) -> Iterator[Text]:
        yield from self._header()
        for row, told in zip(self.view.rows, self.view.differences_by_row, strict=True):
            yield self._text("")
            yield from self._row(row, told)
            for difference in told:
                yield from self._difference(difference)
        yield self._text("")
        yield self._rule()
        yield from self._wrapped(self._legend(), self.width)

    def _header(self) -> Iterator[Text]:
        yield from self._wrapped(self._text(self.view.title, "bold"), self.width)
        yield from self._wrapped(self._text(self.view.headline), self.width)
        yield self._text("")
        yield from self._beside(self._masthead("a"), self._masthead("b"), " ")
        yield self._rule()

    def _masthead(self, which: Which) -> list[Text]:
        article = self.view.article(which)
        found = self._cell(self._text(heading(article), "bold"), which.upper())
        about = self.view.words(" · ").join(origin(article, day(article), article.lang))
        found += self._cell(self._text(about, "dim"))
        for note in self.view.reading_notes(which):
            found += self._cell(self._text(note, "dim"))
        return found

    def _row(self, row: Row, told: tuple[Difference, ...]) -> Iterator[Text]:
        left = self._sentence("a", row.a) if row.a is not None else []
        right = [line for j in row.b for line in self._sentence("b", j)]
        right += [line for j in row.echoes for line in self._echo(j)]
        yield from self._beside(left, right, self._sign(row, told))

    def _sign(self, row: Row, told: tuple[Difference, ...]) -> str:
        """The pair's gravest difference; as in sdiff ``<`` and ``>`` where only one side speaks."""
        if not row.linked:
            return ">" if row.a is None else "<"
        relations = [d.relation for d in told] or [Relation.AGREES]
        return self.view.glyph(min(relations, key=SEVERITY.__getitem__))

    def _sentence(self, which: Which, index: int) -> list[Text]:
        text = self._text("")
        for piece in self.view.pieces(which, index, agreements=self.view.options.agreements):
            mark = piece.run.mark
            style = _STYLES[mark.divergence.relation] if mark else ""
            text.append(even(piece.text), f"{style} bold" if piece.changed else style)
        if self.view.sentence(which, index).kind in (SentenceKind.TITLE, SentenceKind.HEADING):
            text.stylize_before("bold")
        number = self.view.margin_number(which, index)
        label = f"{number}." if self.view.options.ascii_only else f"¶{number}"
        found = self._cell(text, label if number else "")
        translation = self.view.translation(which, index)
        if translation:
            told = self._text(one_line(translation.text), "dim italic")
            found += self._cell(told, self.view.words("┊").rjust(self.margin - 1))
            if doubted := one_line(remark(translation)):
                sign = self.view.words("⁇").rjust(self.margin - 1)
                found += self._cell(self._text(self.view.words(doubted), "dim"), sign)
        return found

    def _echo(self, index: int) -> list[Text]:
        place = self.view.words(f"also ¶{self.view.paragraph('b', index)} “")
        words = opening(self.view.sentence("b", index).text)
        return self._cell(self._text(f"({place}{words}{self.view.words('”')})", "dim"))

    def _difference(self, difference: Difference) -> Iterator[Text]:
        text = self._text("")
        style = _STYLES[difference.relation].removesuffix(" underline")
        text.append(f"{self.view.glyph(difference.relation)} {difference.number} ", style)
        text.append(f"{difference.kind}: ")
        text.append(
            " | ".join((difference.a or self.view.words("—"), difference.b or self.view.words("—")))
        )
        text.append(self.view.words(f" · {difference.told}"), "dim")
        for number, line in enumerate(self._wrapped(text, self.width - self.margin - _INDENT)):
            indent = self.margin + (_INDENT if number else 0)
            yield self._text(" " * indent).append_text(line)

    def _legend(self) -> Text:
        counts = (
            f"{self.view.glyph(relation)} {count} {RELATIONS[relation].label}"
            for relation, count in self.view.counts.items()
        )
        return self._text("   ".join(counts), "dim")

    def _cell(self, text: Text, label: str = "") -> list[Text]:
        """Lines of a column's width, the label in the margin of the first."""
        found = []
        for line in self._wrapped(text, self.column - self.margin):
            found.append(self._text(label.ljust(self.margin), "dim").append_text(line))
            label = ""
        return found

    def _beside(self, left: list[Text], right: list[Text], sign: str) -> Iterator[Text]:
        if not self.side_by_side:
            yield from (*self._named("A", left), *self._named("B", right))
            return
        between = f" {sign} "
        for a, b in zip_longest(left, right):
            line: Text = a or self._text("")
            line.pad_right(self.column - line.cell_len)
            line.append(between, "bold")
            yield line.append_text(b) if b else line
            between = " " * _GUTTER

    def _named(self, name: str, side: list[Text]) -> Iterator[Text]:
        if side:
            yield self._text(name, "bold")
            yield from side

    def _wrapped(self, text: Text, width: int) -> Iterator[Text]:
        # The console is asked only when text is justified, which this is not.
        console = cast("Console", None)
        yield from text.wrap(console, max(width, 2), overflow="fold", tab_size=1)

    def _rule(self) -> Text:
        return self._text(self.view.words("─") * self.width, "dim")

    def _text(self, words: str, style: str = "") -> Text:
        from rich.text import Text

        # As a span, so that text appended to it does not take on its style.
        return Text().append(words, style)
