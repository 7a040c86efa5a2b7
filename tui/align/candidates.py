"""Which pairs of sentences are worth a closer look: the nearest of each, from either side."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.align.pairs import Pairs, distinct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

__all__ = ["NEAREST", "candidates", "exact"]

NEAREST = 12
"""Candidates a sentence brings; further ones were right less than once in a thousand."""
_BLOCK_CELLS = 4_000_000
_STEPS = 2048


def exact(vectors: Vectors) -> Vectors:
    """Round vectors to multiples of 2⁻¹¹, which changes a cosine by about 2⁻¹².

    Products of two are then multiples of 2⁻²², and sums of them up to 1 are exact in 32 bits: a
    similarity comes out the same, bit for bit, in whatever blocks and whichever way round it is
    computed.
    """
    import numpy as np

    rounded: Vectors = np.round(vectors * np.float32(_STEPS)).astype(np.float32)
    rounded /= np.float32(_STEPS)
    return np.nan_to_num(rounded, copy=False, posinf=0.0, neginf=0.0)


def candidates(
    a: Vectors,
    b: Vectors,
    progress: Callable[[float], None],
    block_cells: int = _BLOCK_CELLS,
) -> Pairs:
    """Pair each sentence with the nearest of the other side.

    Args:
        a: Vectors of A, made :func:`exact`.
        b: Vectors of B, likewise.
        progress: Told the share done.
        block_cells: Cells of the similarity matrix held at a time; changes no result.

    Returns:
        The pairs, at most ``NEAREST * (len(a) + len(b))``.
    """
    import numpy as np

    from_a = _nearest(a, b, block_cells, lambda share: progress(share / 2))
    from_b = _nearest(b, a, block_cells, lambda share: progress((1 + share) / 2))
    rows = np.concatenate([np.repeat(np.arange(len(a)), from_a.shape[1]), from_b.ravel()])
    cols = np.concatenate([from_a.ravel(), np.repeat(np.arange(len(b)), from_b.shape[1])])
    keys = distinct(rows * len(b) + cols)
    return Pairs(keys // len(b), keys % len(b), (len(a), len(b)))


def _nearest(
    x: Vectors, y: Vectors, block_cells: int, progress: Callable[[float], None]
) -> NDArray[np.int64]:
    import numpy as np

    count = min(NEAREST, len(y))
    nearest = np.empty((len(x), count), dtype=np.int64)
    step = max(1, block_cells // len(y))
    for start in range(0, len(x), step):
        similarity = x[start : start + step] @ y.T
        if count < len(y):
            nearest[start : start + step] = np.argpartition(similarity, -count)[:, -count:]
        else:
            nearest[start : start + step] = np.arange(count)
        progress(min(1.0, (start + step) / len(x)))
    return nearest
