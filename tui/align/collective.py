"""Links hold one another up or rule one another out: what other pairs say about a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.align.pairs import Pairs

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]

__all__ = ["collective", "neighbours"]

_LINKS_IN_CHAINS = 4
"""How many of a sentence's best pairs chains are looked for in."""


def neighbours(pairs: Pairs, values: Floats) -> dict[str, Floats]:
    """The best of the pairs around: on a diagonal, and beside in the same row or column."""
    import numpy as np

    def best(steps: tuple[tuple[int, int], ...]) -> Floats:
        found: Floats = np.max(
            [pairs.at(values, pairs.rows + i, pairs.cols + j) for i, j in steps], axis=0
        )
        return found

    return {
        "diagonal": best(((-1, -1), (1, 1), (-1, 1), (1, -1))),
        "beside": best(((-1, 0), (1, 0), (0, -1), (0, 1))),
    }


def collective(pairs: Pairs, first: Floats) -> dict[str, Floats]:
    """What the first estimates of other pairs say about a pair.

    Args:
        pairs: The candidates.
        first: Their probabilities by a first estimate.

    Returns:
        Features: the best rivals of either sentence, what their other pairs add up to, the pairs
        around, and the best chain ``i – j' – i' – j`` of pairs that hold one another up.
    """
    import numpy as np

    standing = pairs.standing(first)
    row, col = standing.row, standing.col
    around = neighbours(pairs, first)
    best = np.zeros(pairs.shape[0]), np.zeros(pairs.shape[1])
    np.maximum.at(best[0], pairs.rows, first)
    np.maximum.at(best[1], pairs.cols, first)
    return {
        "rival_max": np.maximum(row.other, col.other),
        "rival_min": np.minimum(row.other, col.other),
        "others_max": np.maximum(row.total, col.total),
        "others_min": np.minimum(row.total, col.total),
        "first_diagonal": around["diagonal"],
        "first_beside": around["beside"],
        "chain": _chains(pairs, first, row.rank, col.rank),
        "agreement": np.full(len(pairs), best[0].mean() + best[1].mean()),
    }


def _chains(pairs: Pairs, first: Floats, row_rank: Indices, col_rank: Indices) -> Floats:
    """For ``(i, j)`` the largest ``min(p(i, j'), p(i', j'), p(i', j))`` over other i', j'."""
    import numpy as np

    n, m = pairs.shape
    by_row = np.full((n, _LINKS_IN_CHAINS), -1)
    top = row_rank < _LINKS_IN_CHAINS
    by_row[pairs.rows[top], row_rank[top]] = np.flatnonzero(top)
    by_col = np.full((m, _LINKS_IN_CHAINS), -1)
    top = col_rank < _LINKS_IN_CHAINS
    by_col[pairs.cols[top], col_rank[top]] = np.flatnonzero(top)
    chain = np.zeros(len(pairs))
    for s in range(_LINKS_IN_CHAINS):
        start = by_row[pairs.rows, s]
        for e in range(_LINKS_IN_CHAINS):
            end = by_col[pairs.cols, e]
            other_i, other_j = pairs.rows[end], pairs.cols[start]
            valid = (start >= 0) & (end >= 0) & (other_i != pairs.rows) & (other_j != pairs.cols)
            middle = pairs.at(first, other_i, other_j)
            weakest = np.minimum(np.minimum(first[start], first[end]), middle)
            np.maximum(chain, np.where(valid, weakest, 0.0), out=chain)
    return chain
