"""The matrix: what all reports of the story say of each detail of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import DataTable, Static

from tui.app.desk import Desk
from tui.app.layout.wrap import visible
from tui.app.paint.glyphs import Glyphs
from tui.app.reading.matrix import FactRow, fact_rows
from tui.app.work import Compared, Failed, comparing
from tui.compare import Stage
from tui.model import Comparison, Divergence
from tui.words import KINDS

__all__ = ["Destination", "MatrixScreen"]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the reader wants to go from the matrix: a sentence of the left report, a report."""

    sentence: int
    report: int | None


class MatrixScreen(Screen[Destination | None]):
    """A table with one row to a detail and one column to a report.

    Args:
        desk: The story.
        left: The report whose details are the rows.
        glyphs: The signs to paint with.
    """

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
        self._others = [n for n in range(len(desk.articles)) if n != left]
        self._rows: list[FactRow] = []
        self._failed: set[int] = set()

    def compose(self) -> ComposeResult:
        """A line of words, the table, the keys."""
        yield Static("", id="matrix-title", markup=False)
        yield DataTable(zebra_stripes=True)
        keys = " j k h l move · Enter go there · a agreements · Esc back"
        yield Static(keys, id="matrix-keys", markup=False)

    def on_mount(self) -> None:
        """Fill the table with what is known, and compare what is not."""
        self._fill()
        self.query_one(DataTable).focus()
        for other in self._others:
            if self._desk.comparison(self._left, other) is None:
                pair = (self._left, other)
                articles = self._desk.articles
                work = comparing(self, pair, articles[self._left], articles[other])
                self.run_worker(work, thread=True, group="matrix")

    def on_compared(self, event: Compared) -> None:
        """Add a column's cells."""
        if event.stage is Stage.DONE:
            self._desk.keep(*event.pair, event.comparison)
            self._fill()

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
        if self._rows:
            column = event.coordinate.column - 2
            report = self._others[column] if column >= 0 else None
            self.dismiss(Destination(self._rows[event.coordinate.row].sentence, report))

    def _fill(self) -> None:
        made: dict[int, Comparison] = {}
        for other in self._others:
            comparison = self._desk.comparison(self._left, other)
            if comparison is not None:
                made[other] = comparison
        self._rows = fact_rows(made, agreements=self._agreements)
        table = self.query_one(DataTable)
        place = table.cursor_coordinate
        table.clear(columns=True)
        names = [self._desk.articles[n].name for n in (self._left, *self._others)]
        width = max((self.size.width - 14 - 2 * (len(names) + 2)) // max(len(names), 1), 12)
        table.add_column(Text(""), width=12)
        for name in names:
            table.add_column(Text(visible(name), style="bold"), width=width)
        for row in self._rows:
            cells = [self._cell(row.cells.get(other), other in made) for other in self._others]
            kind = Text(KINDS[row.detail.kind])
            table.add_row(kind, Text(visible(row.detail.text)), *cells, height=None)
        table.cursor_coordinate = place
        left = visible(self._desk.articles[self._left].name)
        waiting = len(self._others) - len(made)
        told = f" {len(self._rows)} details of {left} against the other reports"
        busy = f" · {waiting} still being compared" if waiting else ""
        self.query_one("#matrix-title", Static).update(Text(told + busy, style="bold"))

    def _cell(self, divergence: Divergence | None, compared: bool) -> Text:
        if divergence is None:
            return Text(self._glyphs.dash if compared else self._glyphs.ellipsis, style="dim")
        sign = self._glyphs.relation(divergence.relation)
        if divergence.b is None:
            return Text(f"{sign} {self._glyphs.dash}", style="dim")
        style = "bold" if divergence.differs else ""
        return Text(f"{sign} {visible(divergence.b.detail.text)}", style=style)
