"""A readable word-level diff of linked sentences, for pipes and pagers.

After ``git diff --word-diff``: what only A has stands as ``[-…-]``, what only B has as ``{+…+}``.
Two sentences that share too few words for that, or are in two languages, stand as a line of A and a
line of B with their differing details in the same brackets. Lines are not wrapped: a pager does.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.export.base import ExportOptions
from tui.export.captions import day, even, heading, one_line, opening, origin
from tui.export.changed import whole_words
from tui.export.view import Difference, View
from tui.model import SIDES, Comparison, Which
from tui.rows import Row

__all__ = ["render", "word_level"]

KEPT = 0.4
"""The share of letters two sentences must have in common to be told as one with changes."""

_RED, _GREEN, _CYAN, _DIM, _BOLD = "31", "32", "36", "2", "1"
_BRACKETS: dict[Which, tuple[str, str, str]] = {"a": ("[-", "-]", _RED), "b": ("{+", "+}", _GREEN)}
_SIGNS: dict[Which, tuple[str, str]] = {"a": ("-", _RED), "b": ("+", _GREEN)}


def render(comparison: Comparison, options: ExportOptions) -> str:
    """The diff; without links, both reports whole."""
    page = _Page(View(comparison, options))
    return "".join(f"{line}\n" for line in page.lines())


def word_level(a: str, b: str) -> list[tuple[str, str]] | None:
    """What became of each stretch of two versions of a sentence.

    Returns:
        Pairs ``(op, text)`` in reading order, ``op`` being ``" "``, ``"-"`` or ``"+"``; ``None``
        where the two have too little in common to be read as one.
    """
    from tui.details.word_diff import word_diff

    found: list[tuple[str, str]] = []
    at = kept = 0
    for change in whole_words(word_diff(a, b), a, b):
        kept += change.a_start - at
        found += [
            (" ", a[at : change.a_start]),
            ("-", a[change.a_start : change.a_end]),
            ("+", b[change.b_start : change.b_end]),
        ]
        at = change.a_end
    kept += len(a) - at
    found.append((" ", a[at:]))
    if kept < KEPT * max(len(a), len(b)):
        return None
    return [(op, text) for op, text in found if text]


class _Page:
    """The lines, in the rows' order."""

    def __init__(self, view: View) -> None:
        self.view = view

    def lines(self) -> Iterator[str]:
        for which in SIDES:
            yield self._source(which)
            for note in self.view.reading_notes(which):
                yield self._styled(f"  {note}", _DIM)
        for row, told in zip(self.view.rows, self.view.differences_by_row, strict=True):
            yield self._head(row)
            yield from self._row(row)
            for difference in told:
                yield self._difference(difference)

    def _source(self, which: Which) -> str:
        article = self.view.article(which)
        sign, _ = _SIGNS[which]
        known = " · ".join(origin(article, day(article), article.lang))
        title = f"{sign * 3} {which.upper()} {heading(article)}"
        return self._styled(f"{title} ({known})" if known else title, _BOLD)

    def _head(self, row: Row) -> str:
        places = [f"{which.upper()} {self._place(which, n)}" for which, n in row.primaries]
        places += [f"B {self._place('b', j)}" for j in row.echoes]
        return self._styled(f"@@ {', '.join(dict.fromkeys(places))} @@", _CYAN)

    def _place(self, which: Which, index: int) -> str:
        return self.view.words(f"¶{self.view.paragraph(which, index)}")

    def _row(self, row: Row) -> Iterator[str]:
        right = row.b or row.echoes
        steps = None
        if row.a is not None and right and self._same_language():
            a = one_line(self.view.sentence("a", row.a).text)
            steps = word_level(
                a, " ".join(one_line(self.view.sentence("b", j).text) for j in right)
            )
        if steps is None:
            for which, index in row.primaries:
                yield from self._alone(which, index)
        else:
            yield " " + "".join(self._step(op, text) for op, text in steps)
            for which, index in row.primaries:
                yield from self._below(which, index)
        for j in row.echoes if steps is None or row.b else ():
            words = opening(self.view.sentence("b", j).text)
            place = self.view.words(f"  (also B ¶{self.view.paragraph('b', j)} “")
            yield self._styled(f"{place}{words}{self.view.words('”')})", _DIM)

    def _same_language(self) -> bool:
        return self.view.comparison.a.lang == self.view.comparison.b.lang

    def _step(self, op: str, text: str) -> str:
        if op == " ":
            return text
        return self._bracketed("a" if op == "-" else "b", text)

    def _bracketed(self, which: Which, text: str) -> str:
        opening, closing, color = _BRACKETS[which]
        return self._styled(f"{opening}{text}{closing}", color)

    def _alone(self, which: Which, index: int) -> Iterator[str]:
        """A sentence on a line of its own, the details that differ in brackets."""
        sign, color = _SIGNS[which]
        parts = [self._styled(f"{sign} ", color)]
        details = ""
        for piece in self.view.pieces(which, index, agreements=False):
            text = even(piece.text)
            if piece.run.mark:
                details += text
                continue
            parts += [self._bracketed(which, details) if details else "", text]
            details = ""
        parts.append(self._bracketed(which, details) if details else "")
        yield "".join(parts).rstrip()
        yield from self._below(which, index)

    def _below(self, which: Which, index: int) -> Iterator[str]:
        if translation := self.view.translation(which, index):
            yield self._styled(f"  {self.view.words('┊')} {one_line(translation.text)}", _DIM)

    def _difference(self, difference: Difference) -> str:
        sign = self.view.glyph(difference.relation)
        sides = " | ".join(side or self.view.words("—") for side in (difference.a, difference.b))
        told = f"  {sign} {difference.number} {difference.kind}: {sides}"
        return self._styled(told + self.view.words(f" · {difference.told}"), _DIM)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[m" if self.view.options.color and text else text
