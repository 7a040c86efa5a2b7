"""One report's details against all other reports of the story: facts down, reports across."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.model import Comparison, Detail, Divergence, Relation, Side
from tui.words import SEVERITY

__all__ = ["FactRow", "fact_rows"]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A detail of the report on the left, and what each other report has to say to it.

    Attributes:
        sentence: The sentence it stands in.
        detail: The detail.
        cells: By report, how that report relates to it; a report that is missing was not
            compared yet, or has no sentence that matches.
    """

    sentence: int
    detail: Detail
    cells: Mapping[int, Divergence]

    @property
    def gravest(self) -> Relation:
        """The gravest relation in the row."""
        return min((d.relation for d in self.cells.values()), key=SEVERITY.__getitem__)


def fact_rows(comparisons: Mapping[int, Comparison], *, agreements: bool = False) -> list[FactRow]:
    """The details of the left report, in its order.

    Args:
        comparisons: By report, the left report's comparison with it.
        agreements: Whether details on which nobody differs are listed as well.
    """
    found: dict[tuple[int, int, int], tuple[Side, dict[int, Divergence]]] = {}
    for report, comparison in comparisons.items():
        for divergence in comparison.divergences:
            if divergence.a is None:
                continue
            detail = divergence.a.detail
            key = (divergence.a.sentence, detail.start, detail.end)
            _, cells = found.setdefault(key, (divergence.a, {}))
            held = cells.get(report)
            if held is None or SEVERITY[divergence.relation] < SEVERITY[held.relation]:
                cells[report] = divergence
    rows = [
        FactRow(side.sentence, side.detail, cells)
        for _, (side, cells) in sorted(found.items(), key=lambda entry: entry[0])
    ]
    return [row for row in rows if agreements or row.gravest is not Relation.AGREES]
