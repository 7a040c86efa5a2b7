"""How well the pieces of one sentence are found in another, each in its own context.

Every piece is matched with its nearest of the other sentence (BERTScore; Zhang et al. 2020). Pieces
count by how rare they are, within this pair of articles and in the language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.align.terms import rarity
from tui.encode.pieces import UNIT

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tui.align.pairs import Pairs
    from tui.align.side import Side
    from tui.encode.pieces import Pieces

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]

__all__ = ["piece_features"]

_POWERS = {"pieces": 1, "rare_pieces": 3}
"""The power of the rarity within the articles. Names and topic words are all over two reports of
one event: it is by the third power that a match stops being a match of topics."""
_LEAST_RARE = 0.05
_LEAST_WEIGHT = 0.02
_UNRELATED = 0.3
"""A cosine of two pieces that says nothing yet."""


def piece_features(a: Side, b: Side, pairs: Pairs) -> dict[str, Floats]:
    """Features of pieces: the share matched, of the better and the worse covered, and how much."""
    import numpy as np

    weight = rarity(own.kinds.tolist() for own in (*a.pieces, *b.pieces))
    left, right = _Pieces.of(a.pieces, weight), _Pieces.of(b.pieces, weight)
    found = np.zeros((3, len(_POWERS), len(pairs)))
    bounds = np.searchsorted(pairs.rows, np.arange(len(a) + 1))
    for row, (start, end) in enumerate(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)):
        cols = pairs.cols[start:end]
        filled = right.count[cols] > 0
        if left.count[row] and filled.any():
            matched = _matched(left, row, right, cols[filled])
            found[:, :, start + np.flatnonzero(filled)] = matched
    features: dict[str, Floats] = {}
    for own, name in enumerate(_POWERS):
        of_a, of_b, common = found[:, own]
        features[f"{name}_max"] = np.maximum(of_a, of_b)
        features[f"{name}_min"] = np.minimum(of_a, of_b)
        features[f"{name}_sum"] = common
        features |= pairs.standing((of_a + of_b) / 2).named(name)
    return features


@dataclass(frozen=True)
class _Pieces:
    """The pieces of all sentences of a side; sentence ``s`` has ``count[s]`` from ``start[s]``.

    ``weights`` has a row for each of :data:`_POWERS`.
    """

    start: Indices
    count: Indices
    vectors: NDArray[np.int8]
    weights: Floats

    @classmethod
    def of(cls, pieces: Sequence[Pieces], weight: Callable[[Hashable], float]) -> _Pieces:
        import numpy as np

        count = np.array([len(own) for own in pieces], dtype=np.int64)
        rare = np.array([weight(kind) for own in pieces for kind in own.kinds.tolist()])
        by_itself = np.concatenate([own.rarity for own in pieces]).astype(np.float64)
        weights = [rare.clip(min=_LEAST_RARE) ** power * by_itself for power in _POWERS.values()]
        return cls(
            np.cumsum(count) - count,
            count,
            np.concatenate([own.vectors for own in pieces]),
            np.stack(weights).clip(min=_LEAST_WEIGHT),
        )


def _matched(x: _Pieces, row: int, y: _Pieces, cols: Indices) -> Floats:
    """One sentence of A against some of B, all with pieces.

    Returns:
        For each sentence of B and each of the weights the shares of A's and of B's sentence that
        are matched, and the mean weight matched: ``(3, weights, len(cols))``.
    """
    import numpy as np

    own = slice(int(x.start[row]), int(x.start[row] + x.count[row]))
    count = y.count[cols]
    ends = np.cumsum(count)
    starts = ends - count
    others = np.arange(ends[-1]) + np.repeat(y.start[cols] - starts, count)
    products = x.vectors[own].astype(np.float32) @ y.vectors[others].astype(np.float32).T
    cosines = products / np.float32(UNIT * UNIT)
    best_a = np.maximum.reduceat(cosines, starts, axis=1).astype(np.float64)
    best_b = cosines.max(axis=0).astype(np.float64)
    weight_a, weight_b = x.weights[:, own], y.weights[:, others]
    share_a = weight_a @ best_a / weight_a.sum(axis=1, keepdims=True)
    share_b = np.add.reduceat(weight_b * best_b, starts, axis=1)
    share_b /= np.add.reduceat(weight_b, starts, axis=1)
    related_a = weight_a @ (best_a - _UNRELATED).clip(min=0)
    related_b = weight_b * (best_b - _UNRELATED).clip(min=0)
    common = (related_a + np.add.reduceat(related_b, starts, axis=1)) / 2
    return np.stack([share_a, share_b, common])
