"""The matrix: facts down, reports across."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.coordinate import Coordinate
from textual.message import Message
from textual.screen import Screen
from textual.widgets import DataTable, Static
from textual.worker import get_current_worker

from tui.app.desk import Desk
from tui.app.layout.wrap import visible, wrap
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.inks import INKS, RELATION_INK
from tui.app.reading.matrix import FactRow, fact_rows, unmatched_sentences
from tui.app.widgets.detail_strip import LEGEND
from tui.app.work import Compared, Failed, comparing
from tui.compare import Stage
from tui.model import Comparison, Relation, Side, Which
from tui.words import KINDS

__all__ = ["Destination", "MatrixScreen"]

KIND = 12
"""Cells of the column that names the kind."""


@dataclass
class Unmatched(Message):
    """The facts of the sentences of a report that match none of any other report."""

    report: int
    facts: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the reader wants to go from the matrix.

    Attributes:
        which: The side.
        sentence: The sentence of the report on that side.
        report: The report that is to stand right; ``None`` for the one that does.
    """

    which: Which
    sentence: int
    report: int | None = None


class MatrixScreen(Screen[Destination | None]):
    """A table with one row to a detail and one column to a report.

    Args:
        desk: The story.
        left: The report that stands left, whose facts come first.
        glyphs: The signs to paint with.
    """

    CSS_PATH = "screens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,m,q", "cancel", "Back", show=False),
        Binding("a", "agreements", "Agreements", show=False),
        Binding("j", "cursor('down')", show=False),
        Binding("k", "cursor('up')", show=False),
        Binding("h", "cursor('left')", show=False),
        Binding("l", "cursor('right')", show=False),
    ]

    def __init__(self, desk: Desk, left: int, glyphs: Glyphs) -> None:
        super().__init__(id="matrix")
        self._desk = desk
        self._left = left
        self._glyphs = glyphs
        self._agreements = False
        self._reports = [left, *(n for n in range(len(desk.articles)) if n != left)]
        self._rows: list[FactRow] = []
        self._unmatched: dict[int, tuple[Side, ...]] = {}
        self._is_reading = False

    def compose(self) -> ComposeResult:
        """A line of words, the table, the keys."""
        yield Static("", id="matrix-title", markup=False)
        yield DataTable(zebra_stripes=True)
        signs = LEGEND | {Relation.AGREES: "the same"}
        legend = "  ".join(f"{self._glyphs.relation(r)} {words}" for r, words in signs.items())
        keys = " j k h l move · Enter go · a all facts · Esc back"
        yield Static(self._glyphs.words(f"{keys}   {legend}"), id="matrix-keys", markup=False)

    def on_mount(self) -> None:
        """Fill the table with what is known, and compare what is not."""
        self._fill()
        table = self.query_one(DataTable)
        table.cursor_coordinate = Coordinate(0, 1)
        table.focus()
        works = [comparing(self, pair, self._desk) for pair in self._lacking()]

        def one_by_one() -> None:
            for work in works:
                work()

        if works:
            self.run_worker(one_by_one, thread=True, group="matrix")
        else:
            self._read_unmatched()

    def on_compared(self, event: Compared) -> None:
        """Add a column's cells."""
        if event.stage is Stage.DONE:
            self._desk.keep(*event.pair, event.comparison)
            if not self._lacking():
                self._read_unmatched()
            self._fill()

    def on_unmatched(self, event: Unmatched) -> None:
        """Add what a report tells in passages that match none of the others."""
        self._unmatched[event.report] = event.facts
        self._is_reading = len(self._unmatched) < len(self._reports)
        self._fill()

    def _read_unmatched(self) -> None:
        """Find the facts that no comparison tells, once all reports are compared."""
        articles, made = self._desk.articles, self._made()
        self._is_reading = True

        def work() -> None:
            from tui.details.alone import details_of

            worker = get_current_worker()
            for report in self._reports:
                if worker.is_cancelled:
                    return
                facts = details_of(articles[report], unmatched_sentences(made, report))
                self.post_message(Unmatched(report, facts))

        self.run_worker(work, thread=True, group="matrix")

    def _made(self) -> dict[tuple[int, int], Comparison]:
        """The comparisons there are, by their pairs."""
        return {
            pair: comparison
            for pair in self._pairs()
            if (comparison := self._desk.comparison(*pair)) is not None
        }

    def on_failed(self, event: Failed) -> None:
        """Say what could not be compared."""
        self.query_one("#matrix-title", Static).update(Text(event.reason))

    def on_resize(self) -> None:
        """Share the width out anew."""
        self._fill()

    def action_cancel(self) -> None:
        """Go back to where the reader was."""
        self.dismiss(None)

    def action_agreements(self) -> None:
        """List what nobody differs on as well, or not."""
        self._agreements = not self._agreements
        self._fill()

    def action_cursor(self, way: str) -> None:
        """Move the cursor."""
        table = self.query_one(DataTable)
        getattr(table, f"action_cursor_{way}")()

    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        """Go to the detail, beside the report whose cell was chosen."""
        if not self._rows:
            return
        row = self._rows[event.coordinate.row]
        column = event.coordinate.column - 1
        report = self._reports[column] if column >= 0 else row.report
        told = row.cells.get(report) or row.cells[row.report]
        report = report if report in row.cells else row.report
        if report == self._left:
            self.dismiss(Destination("a", told.side.sentence))
        elif self._left in row.cells:
            sentence = row.cells[self._left].side.sentence
            self.dismiss(Destination("a", sentence, report))
        else:
            self.dismiss(Destination("b", told.side.sentence, report))

    def _pairs(self) -> list[tuple[int, int]]:
        """All pairs of reports, those with the left one first."""
        return list(combinations(self._reports, 2))

    def _lacking(self) -> list[tuple[int, int]]:
        return [pair for pair in self._pairs() if self._desk.comparison(*pair) is None]

    def _fill(self) -> None:
        self._rows = fact_rows(
            self._made(),
            self._reports,
            unmatched=self._unmatched,
            agreements=self._agreements,
        )
        table = self.query_one(DataTable)
        place = table.cursor_coordinate
        table.clear(columns=True)
        names = [self._desk.articles[n].name for n in self._reports]
        # Each cell has a blank on either side, and the scroll bar stands behind the last.
        width = max((self.size.width - KIND - 2 * (len(names) + 1) - 1) // max(len(names), 1), 12)
        table.add_column(Text(""), width=KIND)
        for name in names:
            table.add_column(Text(visible(name), style="bold"), width=width)
        lacking = {frozenset(pair) for pair in self._lacking()}
        for row in self._rows:
            cells = [self._cell(row, report, width, lacking) for report in self._reports]
            table.add_row(Text(KINDS[row.kind], style="dim"), *cells, height=None)
        table.cursor_coordinate = place
        which = "" if self._agreements else "that reports tell differently, or one of them alone"
        told = f" {len(self._rows)} facts {which}"
        busy = " · reading what matches nothing" if self._is_reading else ""
        busy = f" · comparing, {len(lacking)} pairs of reports to go" if lacking else busy
        words = self._glyphs.words(f"{told.rstrip()}{busy}")
        self.query_one("#matrix-title", Static).update(Text(words, style="bold"))

    def _cell(
        self, row: FactRow, report: int, width: int, lacking: Collection[frozenset[int]]
    ) -> Text:
        """What a report says of a fact, with the sign of how it stands to the first that does.

        That it says nothing is not known while the two are among the pairs still lacking.
        """
        told = row.cells.get(report)
        if told is None:
            waits = frozenset((row.report, report)) in lacking
            return Text(f"  {'not yet' if waits else self._glyphs.dash}", style="dim")
        relation = told.relation or (Relation.ONLY_A if row.is_alone else None)
        text = visible(told.side.detail.text)
        lines = "\n  ".join(text[start:end] for start, end in wrap(text, max(width - 2, 2)))
        if relation is None:
            return Text(f"  {lines}")
        style = "" if relation is Relation.AGREES else f"bold {self._colour(relation)}"
        return Text(f"{self._glyphs.relation(relation)} {lines}", style)

    def _colour(self, relation: Relation) -> str:
        name = INKS[RELATION_INK[relation]].split()[-1].removeprefix("$")
        colour = Color.parse(self.app.theme_variables[name])
        return "default" if colour.is_transparent else colour.rich_color.name
