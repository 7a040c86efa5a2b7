"""The dialog that chooses which differences are marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from tui.app.paint.glyphs import Glyphs
from tui.app.reading.marked import Filters
from tui.app.screens.listing import ListingDialog
from tui.model import Comparison, DetailKind, Relation
from tui.words import KINDS, RELATIONS

__all__ = ["FiltersDialog"]


class TickList(OptionList, inherit_bindings=False):
    """A list whose Enter is left to the dialog: it accepts what is ticked, and ticks nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", show=False),
        Binding("up,k", "cursor_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
    ]


class FiltersDialog(ListingDialog[Filters]):
    """Gives the new filters: what is ticked is marked.

    Args:
        comparison: What the counts are of.
        filters: Those that hold now.
        glyphs: The signs to paint with.
    """

    LIST = TickList

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", show=False),
        Binding("enter,d", "accept", "Accept", show=False),
        Binding("o", "only", "Only this", show=False),
        Binding("a", "all", "All", show=False),
    ]

    def __init__(self, comparison: Comparison, filters: Filters, glyphs: Glyphs) -> None:
        super().__init__(
            "Which differences are marked?",
            "Space tick · o only this · a all or none · Enter accept · Esc leave",
        )
        self._glyphs = glyphs
        self._relations = Counter(d.relation for d in comparison.divergences)
        self._kinds = Counter(d.kind for d in comparison.divergences)
        self._items: list[Relation | DetailKind] = [
            *RELATIONS,
            *(kind for kind in KINDS if self._kinds[kind]),
        ]
        self._before = filters
        self.ticked = {i for i in self._items if i not in filters.relations | filters.kinds}

    def rows(self) -> Iterable[Content]:
        """Relations, then the kinds that occur, each with its tick and number."""
        for item in self._items:
            if isinstance(item, Relation):
                words = f"{self._glyphs.relation(item)} {RELATIONS[item].label}"
                count = self._relations[item]
            else:
                words, count = f"  {KINDS[item]}", self._kinds[item]
            tick = "x" if item in self.ticked else " "
            yield Content(f"[{tick}] {words:<18}{count or '':>5}")

    def on_option_list_option_selected(self) -> None:
        """Tick what is clicked."""
        self.action_tick()

    def action_tick(self) -> None:
        """Tick what is highlighted, or take its tick away."""
        here = self.listed.highlighted
        if here is not None:
            self.ticked ^= {self._items[here]}
            self.list_again()

    def action_only(self) -> None:
        """Of relations, or of kinds, leave only the one highlighted ticked."""
        here = self.listed.highlighted
        if here is not None:
            chosen = self._items[here]
            others = {i for i in self._items if isinstance(i, type(chosen))}
            self.ticked = (self.ticked - others) | {chosen}
            self.list_again()

    def action_all(self) -> None:
        """Tick all, or none if all are."""
        self.ticked = set() if len(self.ticked) == len(self._items) else set(self._items)
        self.list_again()

    def action_accept(self) -> None:
        """Give what is ticked; kinds that do not occur stay as they were."""
        hidden = set(self._items) - self.ticked
        absent = self._before.kinds - set(self._items)
        self.dismiss(
            Filters(
                kinds=frozenset(k for k in DetailKind if k in hidden or k in absent),
                relations=frozenset(r for r in Relation if r in hidden),
            )
        )
