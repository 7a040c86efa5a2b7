"""Candidate pairs of sentences, and what each looks like among its neighbours in row and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]

__all__ = ["Pairs", "Standing", "distinct", "runs"]

_BLOCK_ROWS = 32
"""Sentences of A whose pairs are worked on at a time; bounds memory, changes no result."""
_HOOD = 4
"""How many of the nearest candidates make up a sentence's neighbourhood."""


def distinct(numbers: Indices) -> Indices:
    """The distinct ones of some numbers, sorted.

    At its first call numpy's own imports masked arrays, which is felt at the start.
    """
    import numpy as np

    ordered = np.sort(numbers)
    found: Indices = ordered[np.diff(ordered, prepend=ordered[:1] - 1) > 0]
    return found


def runs(start: Indices, count: Indices, chosen: Indices) -> tuple[Indices, Indices]:
    """What the chosen ones own, in one run.

    Args:
        start: Where what each owns starts.
        count: How much each owns.
        chosen: Some of them, each an owner of something.

    Returns:
        Where in the run what each chosen one owns starts; and the run: ``start[k]``,
        ``start[k] + 1``, … for each chosen ``k`` in turn.
    """
    import numpy as np

    own = count[chosen]
    ends = np.cumsum(own)
    starts = ends - own
    return starts, np.arange(ends[-1]) + np.repeat(start[chosen] - starts, own)


@dataclass(frozen=True)
class Pairs:
    """Pairs ``(rows[k], cols[k])`` of sentences of A and B, in the order of row, then column."""

    rows: Indices
    cols: Indices
    shape: tuple[int, int]

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def _keys(self) -> Indices:
        return self.rows * self.shape[1] + self.cols

    def find(self, rows: Indices, cols: Indices) -> Indices:
        """The index of each pair asked for, or -1 where it is no candidate."""
        import numpy as np

        inside = (rows >= 0) & (rows < self.shape[0]) & (cols >= 0) & (cols < self.shape[1])
        keys = rows * self.shape[1] + cols
        place = np.searchsorted(self._keys, keys).clip(max=len(self) - 1)
        found: Indices = np.where(inside & (self._keys[place] == keys), place, -1)
        return found

    def at(self, values: Floats, rows: Indices, cols: Indices) -> Floats:
        """The values of the pairs asked for, 0 where one is no candidate."""
        import numpy as np

        place = self.find(rows, cols)
        found: Floats = np.where(place >= 0, values[place], 0.0)
        return found

    def blocks(self) -> Iterator[slice]:
        """Runs of pairs that cover a few rows each."""
        import numpy as np

        rows = np.arange(0, self.shape[0] + _BLOCK_ROWS, _BLOCK_ROWS)
        ends = np.searchsorted(self.rows, rows)
        for start, end in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True):
            if end > start:
                yield slice(start, end)

    def by_row(self) -> Iterator[tuple[int, slice]]:
        """Each sentence of A that has pairs, and the run of these."""
        import numpy as np

        bounds = np.searchsorted(self.rows, np.arange(self.shape[0] + 1)).tolist()
        for row, (start, end) in enumerate(pairwise(bounds)):
            if end > start:
                yield row, slice(start, end)

    def standing(self, values: Floats) -> Standing:
        """How each pair's value compares within its row and within its column."""
        return Standing(
            _Line.of(self.rows, self.cols, values, self.shape[0]),
            _Line.of(self.cols, self.rows, values, self.shape[1]),
            values,
        )


class _Line(NamedTuple):
    """For each pair, within its row (or column): rank, the best other value, the hood's mean."""

    rank: Indices
    other: Floats
    hood: Floats
    total: Floats

    @classmethod
    def of(cls, lines: Indices, across: Indices, values: Floats, size: int) -> _Line:
        import numpy as np

        order = np.lexsort((across, -values, lines))
        count = np.bincount(lines, minlength=size)
        start = np.cumsum(count) - count
        ranked = np.arange(len(lines)) - start[lines[order]]
        rank = np.empty(len(lines), dtype=np.int64)
        rank[order] = ranked
        ordered = values[order]
        near = ranked < _HOOD
        sums = np.bincount(lines[order][near], ordered[near], size).astype(np.float64)
        hood = sums / np.minimum(count, _HOOD).clip(min=1)
        first = np.zeros(size)
        first[lines[order][ranked == 0]] = ordered[ranked == 0]
        second = np.zeros(size)
        second[lines[order][ranked == 1]] = ordered[ranked == 1]
        total = np.bincount(lines, values, size).astype(np.float64)
        other = np.where(rank == 0, second[lines], first[lines])
        return cls(rank, other, hood[lines], total[lines] - values)


class Standing(NamedTuple):
    """A value's standing among the candidates of both its sentences."""

    row: _Line
    col: _Line
    values: Floats

    @property
    def margin(self) -> Floats:
        """Cross-domain similarity local scaling (CSLS; Conneau et al. 2018), halved."""
        return self.values - (self.row.hood + self.col.hood) / 2

    @property
    def gaps(self) -> tuple[Floats, Floats]:
        """By how much it leads, or trails, the best other: the better and the worse side."""
        import numpy as np

        row, col = self.values - self.row.other, self.values - self.col.other
        return np.maximum(row, col), np.minimum(row, col)

    @property
    def ranks(self) -> tuple[Floats, Floats]:
        """``log(1 + rank)``: the better and the worse side."""
        import numpy as np

        row, col = np.log1p(self.row.rank), np.log1p(self.col.rank)
        return np.minimum(row, col), np.maximum(row, col)

    def named(self, name: str) -> dict[str, Floats]:
        """The standing of the feature ``name``, as further features."""
        gaps, ranks = self.gaps, self.ranks
        return {
            f"{name}_margin": self.margin,
            f"{name}_gap": gaps[0],
            f"{name}_gap_min": gaps[1],
            f"{name}_rank_min": ranks[0],
            f"{name}_rank_max": ranks[1],
        }
