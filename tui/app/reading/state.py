"""One frozen value that says what is read and how: every command makes the next from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.app.layout.outline import View
from tui.app.layout.typeset import TranslationMode
from tui.app.reading.marked import Filters, Marked
from tui.compare import Stage
from tui.model import Article, Comparison, Which, other

if TYPE_CHECKING:
    from tui.app.reading.find import Finding
    from tui.app.reading.selection import Selection

__all__ = ["Place", "Reading", "first_place"]


class Place(NamedTuple):
    """A sentence of one of the two reports."""

    which: Which
    sentence: int


def first_place(comparison: Comparison) -> Place:
    """Where reading begins: the first content sentence of the left report, or of the right."""
    if comparison.a.content or not comparison.b.content:
        return Place("a", next((s.index for s in comparison.a.content), 0))
    return Place("b", comparison.b.content[0].index)


@dataclass(frozen=True)
class Reading:
    """What the screen shows of a comparison.

    Attributes:
        marked: The comparison as far as it is known, under the filters.
        place: The current sentence.
        view: How the reports are laid out.
        order: Whose order the aligned rows follow.
        furniture: Whether page furniture is shown.
        translation: Where translations stand, for each side.
        difference: The index in ``comparison.divergences`` of the one last stopped at.
        trail: The matches that Enter walks through, the place it began from included.
        finding: What is searched for and found.
        stage: How far the comparison has come.
        halted: Whether it will come no further, for something went wrong.
        caution: What the comparison cannot do, or finds strange in the two reports, if anything.
        selection: The text that is selected.
        bookmarked: The sentences of each side that bear a bookmark.
    """

    marked: Marked
    place: Place
    view: View = View.PARALLEL
    order: Which = "a"
    furniture: bool = False
    translation: Mapping[Which, TranslationMode] = field(
        default_factory=lambda: MappingProxyType(
            {"a": TranslationMode.BELOW, "b": TranslationMode.BELOW}
        )
    )
    difference: int | None = None
    trail: tuple[Place, ...] = ()
    finding: Finding | None = None
    stage: Stage = Stage.DONE
    halted: bool = False
    caution: str = ""
    selection: Selection | None = None
    bookmarked: Mapping[Which, frozenset[int]] = field(
        default_factory=lambda: MappingProxyType({"a": frozenset(), "b": frozenset()})
    )

    @property
    def laid_out(self) -> View:
        """The view that can be shown by now: each report in its own order until matches are known.

        A view of rows or differences of which nothing is known yet would be a blank page.
        """
        needed = {View.ALIGNED: Stage.DIVERGENCES, View.DIFFERENCES: Stage.DONE}.get(self.view)
        stages = list(Stage)
        if needed is None or stages.index(self.stage) >= stages.index(needed):
            return self.view
        return View.PARALLEL

    @property
    def comparison(self) -> Comparison:
        """The two reports and what is known of them so far."""
        return self.marked.comparison

    @property
    def filters(self) -> Filters:
        """Which divergences are marked."""
        return self.marked.filters

    def article(self, which: Which) -> Article:
        """The report of one side."""
        return self.comparison.article(which)

    def selected(self, which: Which, sentence: int) -> tuple[int, int] | None:
        """The code points of a sentence that are selected, if any."""
        if self.selection is None or sentence < 0:
            return None
        return self.selection.span(which, self.article(which).sentences[sentence])

    def matches(self, place: Place) -> tuple[int, ...]:
        """The sentences of the other side linked to a place, best first."""
        links = self.comparison.matches(place.which).get(place.sentence, ())
        return tuple(link.end(other(place.which)) for link in links)

    @property
    def here(self) -> tuple[int, ...]:
        """The indices of the marked divergences of the current sentence, differences first."""
        place = self.place
        return self.marked.touching(place.which, place.sentence, self.matches(place))

    def with_comparison(self, comparison: Comparison, stage: Stage | None = None) -> Reading:
        """The same reading when more has become known of the same two reports."""
        return replace(
            self,
            marked=Marked(comparison, self.filters),
            stage=stage or self.stage,
            halted=self.halted and stage is None,
            difference=None,
            trail=(),
        )

    def drawn_on(self, before: Place) -> Reading:
        """The same reading with a selection that follows drawn on from a place to this one."""
        selection, place = self.selection, self.place
        if selection is None or not selection.follows or place == before:
            return self
        if place.which != selection.which:
            return self
        article = self.article(place.which)
        return replace(self, selection=selection.grown_to(article, place.sentence))

    def with_filters(self, filters: Filters) -> Reading:
        """The same reading with other divergences marked."""
        return replace(self, marked=Marked(self.comparison, filters), difference=None)

    def with_translation(self, which: Which, mode: TranslationMode) -> Reading:
        """The same reading with one side's translations elsewhere."""
        return replace(self, translation=MappingProxyType({**self.translation, which: mode}))

    def transposed(self) -> Reading:
        """The same reading with the reports changing sides."""
        modes: Mapping[Which, TranslationMode] = MappingProxyType(
            {"a": self.translation["b"], "b": self.translation["a"]}
        )
        return replace(
            self,
            marked=Marked(self.comparison.transposed(), self.filters),
            place=Place(other(self.place.which), self.place.sentence),
            order=other(self.order),
            translation=modes,
            difference=None,
            trail=(),
            finding=self.finding.transposed() if self.finding else None,
            selection=self.selection.transposed() if self.selection else None,
            bookmarked=MappingProxyType({"a": self.bookmarked["b"], "b": self.bookmarked["a"]}),
        )
