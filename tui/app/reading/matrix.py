"""The facts of a whole story: each told by one report or more, side by side for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from tui.model import Comparison, DetailKind, Divergence, Relation, Sentence, Side
from tui.words import SEVERITY

__all__ = ["FactRow", "Telling", "fact_rows", "unmatched_sentences"]

_Key = tuple[int, DetailKind, int, int]
"""A detail within its report: sentence, kind, start and end."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says: the detail, and how it stands to what the row's first report says.

    ``relation`` is ``None`` in the cell of the first report itself.
    """

    side: Side
    relation: Relation | None = None


@dataclass(slots=True)
class FactRow:
    """One fact.

    Attributes:
        report: The first report, in the order of the columns, that tells it.
        kind: What kind of detail it is.
        cells: By report what it says. A report that is missing says nothing of it.
        told: How many reports were asked, as far as they have been compared.
    """

    report: int
    kind: DetailKind
    cells: dict[int, Telling] = field(default_factory=dict)
    told: int = 0

    def take(self, report: int, cell: Telling) -> None:
        """Put in what a report says, unless what it is known to say is as grave."""
        held = self.cells.get(report)
        if held is None or (
            cell.relation is not None
            and held.relation is not None
            and SEVERITY[cell.relation] < SEVERITY[held.relation]
        ):
            self.cells[report] = cell

    @property
    def is_alone(self) -> bool:
        """Whether one report tells it, of several that have been compared."""
        return len(self.cells) == 1 < self.told

    @property
    def differs(self) -> bool:
        """Whether reports tell it differently, or one alone tells it.

        That a report is silent on what others agree on is no difference worth a row: it has
        little room, or says it in a passage that matches none of theirs.
        """
        silent = (None, Relation.AGREES)
        return self.is_alone or any(cell.relation not in silent for cell in self.cells.values())


def fact_rows(
    comparisons: Mapping[tuple[int, int], Comparison],
    reports: Sequence[int],
    *,
    unmatched: Mapping[int, Sequence[Side]] = MappingProxyType({}),
    agreements: bool = False,
) -> list[FactRow]:
    """The details of all reports: the first report's in its order, then what it does not say.

    A fact stands in the row of the first report that tells it, once: a report that repeats a
    detail in the same words repeats no row.

    Args:
        comparisons: By pair of reports, as far as they have been compared; the first of a pair
            stands before the second in ``reports``.
        reports: The order of the columns.
        unmatched: By report the facts of the sentences that match none of any other report.
        agreements: Whether facts are listed that several reports tell alike.
    """
    placed: set[tuple[int, _Key]] = set()
    rows: list[FactRow] = []
    for rank, report in enumerate(reports):
        others = [other for other in reports[rank + 1 :] if (report, other) in comparisons]
        own: dict[_Key, FactRow] = {}
        for other in others:
            for divergence in comparisons[report, other].divergences:
                if divergence.a is not None and (report, _key(divergence.a)) not in placed:
                    _take(own, placed, report, other, divergence)
        # What only a later report says is told by the comparisons with the earlier ones.
        for before in reports[:rank]:
            known = comparisons.get((before, report))
            for divergence in known.divergences if known else ():
                if divergence.a is None and divergence.b is not None:
                    key = _key(divergence.b)
                    if (report, key) not in placed:
                        row = own.setdefault(key, FactRow(report, divergence.kind))
                        row.cells.setdefault(report, Telling(divergence.b))
        placed.update((report, key) for key in own)
        compared = len(others) + sum((before, report) in comparisons for before in reports[:rank])
        rows += _merged([own[key] for key in sorted(own)], compared + 1)
    rows = _joined(rows, reports, unmatched)
    return [row for row in rows if agreements or row.differs]


def unmatched_sentences(
    comparisons: Mapping[tuple[int, int], Comparison], report: int
) -> Sequence[int]:
    """The content sentences of a report that match none of the reports it is compared with."""
    matched: set[int] = set()
    content: Sequence[Sentence] = ()
    for (left, right), comparison in comparisons.items():
        if report == left:
            content, found = comparison.a.content, comparison.matches_a
        elif report == right:
            content, found = comparison.b.content, comparison.matches_b
        else:
            continue
        matched.update(found)
    return [sentence.index for sentence in content if sentence.index not in matched]


def _joined(
    rows: Sequence[FactRow],
    reports: Sequence[int],
    unmatched: Mapping[int, Sequence[Side]],
) -> list[FactRow]:
    """The rows with the facts of unmatched sentences: each in the row of its value, or its own.

    Without a link nothing says that two facts are the same but their values, which are equal for
    the same fact in any wording or language.
    """
    by_value = {
        (row.kind, cell.side.detail.value): row
        for row in reversed(rows)
        for cell in row.cells.values()
        if cell.side.detail.value is not None
    }
    made = list(rows)
    for report in reports:
        for side in unmatched.get(report, ()):
            key = (side.detail.kind, side.detail.value)
            row = by_value.get(key) if side.detail.value is not None else None
            if row is None:
                row = FactRow(report, side.detail.kind, {report: Telling(side)}, len(reports))
                by_value[key] = row
                made.append(row)
            else:
                row.cells.setdefault(report, Telling(side, Relation.AGREES))
    ranks = {report: rank for rank, report in enumerate(reports)}
    return sorted(made, key=lambda row: (ranks[row.report], *_key(row.cells[row.report].side)))


def _take(
    own: dict[_Key, FactRow],
    placed: set[tuple[int, _Key]],
    report: int,
    other: int,
    divergence: Divergence,
) -> None:
    """Put one divergence of a report with a later one into the report's rows."""
    assert divergence.a is not None
    row = own.setdefault(_key(divergence.a), FactRow(report, divergence.kind))
    row.cells.setdefault(report, Telling(divergence.a))
    if divergence.b is None:
        return
    placed.add((other, _key(divergence.b)))
    row.take(other, Telling(divergence.b, divergence.relation))


def _merged(rows: Sequence[FactRow], told: int) -> list[FactRow]:
    """Rows that say the same in the same words as one, each cell the graver of theirs."""
    found: dict[tuple[DetailKind, str], FactRow] = {}
    for row in rows:
        row.told = told
        words = " ".join(row.cells[row.report].side.detail.text.casefold().split())
        held = found.setdefault((row.kind, words), row)
        for report, cell in row.cells.items():
            held.take(report, cell)
    return list(found.values())


def _key(side: Side) -> _Key:
    return side.sentence, side.detail.kind, side.detail.start, side.detail.end
