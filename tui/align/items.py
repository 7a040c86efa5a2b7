"""How well what one sentence consists of (words, pieces, figures) is found in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.align.pairs import runs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.align.pairs import Pairs

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]
    Similarity = Callable[[Indices, Indices], NDArray[Any]]

__all__ = ["Items", "Matches", "match_items"]


@dataclass(frozen=True)
class Items:
    """What sentences consist of. Sentence ``s`` has ``count[s]`` items from ``start[s]``.

    ``kind`` says what an item is, each row of ``weights`` how much it counts in one way to count.
    """

    start: Indices
    count: Indices
    kind: Indices
    weights: Floats

    @classmethod
    def of(cls, kinds: list[list[int]], weights: list[list[float]]) -> Items:
        """Gather the items of each sentence, counted in one way."""
        import numpy as np

        count = np.array([len(own) for own in kinds], dtype=np.int64)
        return cls(
            np.cumsum(count) - count,
            count,
            np.array([kind for own in kinds for kind in own], dtype=np.int64),
            np.array([[weight for own in weights for weight in own]], dtype=np.float64),
        )


class Matches(NamedTuple):
    """For each pair of sentences: the best match of any two items, and what share is matched.

    ``cover_x`` and ``cover_y`` are the weighted means, over a sentence's items, of the similarity
    of their best matches; ``common`` is the mean of the two sums of weight thus matched. These have
    a row for each way to count.
    """

    top: Floats
    cover_x: Floats
    cover_y: Floats
    common: Floats


def match_items(
    x: Items, y: Items, pairs: Pairs, similarity: Similarity, unrelated: float = 0.0
) -> Matches:
    """Match the items of paired sentences, each with its best counterpart.

    Args:
        x: The items of A's sentences.
        y: The items of B's sentences.
        pairs: The pairs to look at.
        similarity: Given kinds of A and of B, the matrix of their similarities.
        unrelated: A similarity that is nothing in common yet.

    Returns:
        The matches; 0 for pairs where a sentence has no items.
    """
    import numpy as np

    top = np.zeros(len(pairs))
    cover_x, cover_y, common = np.zeros((3, len(x.weights), len(pairs)))
    for row, block in pairs.by_row():
        held = np.flatnonzero(y.count[pairs.cols[block]])
        if not x.count[row] or not len(held):
            continue
        own = slice(int(x.start[row]), int(x.start[row] + x.count[row]))
        starts, others = runs(y.start, y.count, pairs.cols[block][held])
        table = similarity(x.kind[own], y.kind[others])
        best_x = np.maximum.reduceat(table, starts, axis=1).astype(np.float64)
        best_y = table.max(axis=0).astype(np.float64)
        weights_x, weights_y = x.weights[:, own], y.weights[:, others]
        place = block.start + held
        top[place] = best_x.max(axis=0)
        cover_x[:, place] = weights_x @ best_x / weights_x.sum(axis=1, keepdims=True)
        cover_y[:, place] = np.add.reduceat(weights_y * best_y, starts, axis=1)
        cover_y[:, place] /= np.add.reduceat(weights_y, starts, axis=1)
        matched_x = weights_x @ (best_x - unrelated).clip(min=0)
        matched_y = weights_y * (best_y - unrelated).clip(min=0)
        common[:, place] = (matched_x + np.add.reduceat(matched_y, starts, axis=1)) / 2
    return Matches(top, cover_x, cover_y, common)
