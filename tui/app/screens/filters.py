"""The dialog that chooses which differences are marked."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from tui.app.paint.glyphs import Glyphs
from tui.app.reading.marked import Filters
from tui.app.screens.dialog import Dialog
from tui.model import Comparison, DetailKind, Relation
from tui.words import KINDS, RELATIONS

__all__ = ["FiltersDialog"]


class FiltersDialog(Dialog[Filters]):
    """Gives the new filters: what is ticked is marked.

    Args:
        comparison: What the counts are of.
        filters: Those that hold now.
        glyphs: The signs to paint with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Accept", show=False, priority=True),
        Binding("d", "accept", "Accept", show=False),
        Binding("a", "all", "All", show=False),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
    ]

    def __init__(self, comparison: Comparison, filters: Filters, glyphs: Glyphs) -> None:
        super().__init__(
            "Which differences are marked?", "Space tick · a all or none · Enter accept · Esc leave"
        )
        self._comparison = comparison
        self._filters = filters
        self._glyphs = glyphs

    def content(self) -> ComposeResult:
        """Relations, then the kinds that occur, with their numbers."""
        divergences = self._comparison.divergences
        relations = Counter(d.relation for d in divergences)
        kinds = Counter(d.kind for d in divergences)
        rows: list[Selection[Relation | DetailKind]] = []
        for relation, words in RELATIONS.items():
            told = f"{self._glyphs.relation(relation)} {words.label}  {relations[relation] or ''}"
            shown = relation not in self._filters.relations
            rows.append(Selection(Content(told), relation, shown))
        for kind, name in KINDS.items():
            if kinds[kind]:
                shown = kind not in self._filters.kinds
                rows.append(Selection(Content(f"  {name}  {kinds[kind]}"), kind, shown))
        yield SelectionList[Relation | DetailKind](*rows)

    def action_accept(self) -> None:
        """Give what is ticked; kinds that do not occur stay as they were."""
        ticked = set(self._list.selected)
        listed = {self._list.get_option_at_index(k).value for k in range(self._list.option_count)}
        hidden = listed - ticked
        absent = self._filters.kinds - listed
        self.dismiss(
            Filters(
                kinds=frozenset(k for k in DetailKind if k in hidden or k in absent),
                relations=frozenset(r for r in Relation if r in hidden),
            )
        )

    def action_all(self) -> None:
        """Tick all, or none if all are."""
        if len(self._list.selected) == self._list.option_count:
            self._list.deselect_all()
        else:
            self._list.select_all()

    def action_down(self) -> None:
        """Go down the list."""
        self._list.action_cursor_down()

    def action_up(self) -> None:
        """Go up the list."""
        self._list.action_cursor_up()

    @property
    def _list(self) -> SelectionList[Relation | DetailKind]:
        return self.query_one(SelectionList)
