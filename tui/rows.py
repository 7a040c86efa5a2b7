"""The aligned view's rows: A's order, B's matches beside it, what only B says in its place."""

from __future__ import annotations

from typing import NamedTuple

from tui.model import Comparison, Which

__all__ = ["Row", "aligned_rows"]


class Row(NamedTuple):
    """What stands side by side, as sentence indices.

    Every content sentence of both articles is the primary of exactly one row: of A as ``a``, of B
    in ``b``. A sentence of B with several matches stands beside its best one; beside the others
    it is one of ``echoes``, to be pointed at and not told again.
    """

    a: int | None
    b: tuple[int, ...] = ()
    echoes: tuple[int, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether both sides have something to say here."""
        return self.a is not None and bool(self.b or self.echoes)

    @property
    def primaries(self) -> tuple[tuple[Which, int], ...]:
        """The sentences told here, left first."""
        left: tuple[tuple[Which, int], ...] = (("a", self.a),) if self.a is not None else ()
        return (*left, *(("b", j) for j in self.b))


def aligned_rows(comparison: Comparison) -> tuple[Row, ...]:
    """Lay two articles out in rows, furniture left out; time and memory linear in their size.

    A sentence of B without a match follows the row of the nearest linked sentence before it in B.
    Those before B's first linked sentence stand before the first row that has a match.
    """
    content_a = [s.index for s in comparison.a.content]
    content_b = [s.index for s in comparison.b.content]
    inside_a, inside_b = set(content_a), set(content_b)
    home = {
        j: next((k.i for k in links if k.i in inside_a), None)
        for j, links in comparison.matches_b.items()
    }
    beside: dict[int, list[int]] = {}
    after: dict[int | None, list[int]] = {}
    neighbour: int | None = None
    for j in content_b:
        i = home.get(j)
        if i is None:
            after.setdefault(neighbour, []).append(j)
        else:
            beside.setdefault(i, []).append(j)
            neighbour = i

    matched = {
        i: {k.j for k in comparison.matches_a.get(i, ())}.intersection(inside_b) for i in content_a
    }
    first_linked = next((i for i in content_a if matched[i]), None)

    rows: list[Row] = []
    for i in content_a:
        if i == first_linked:
            rows.extend(Row(None, (j,)) for j in after.get(None, ()))
        primary = tuple(beside.get(i, ()))
        rows.append(Row(i, primary, tuple(sorted(matched[i].difference(primary)))))
        rows.extend(Row(None, (j,)) for j in after.get(i, ()))
    if first_linked is None:
        rows.extend(Row(None, (j,)) for j in after.get(None, ()))
    return tuple(rows)
