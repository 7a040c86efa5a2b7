"""How well what one sentence consists of (words, figures) is found in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.align.pairs import distinct

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
    """What sentences consist of: words, figures. Sentence ``s`` has ``count[s]`` from ``start[s]``.

    ``kind`` says which vector an item has, ``weight`` how much it counts.
    """

    start: Indices
    count: Indices
    kind: Indices
    weight: Floats

    @classmethod
    def of(cls, kinds: list[list[int]], weights: list[list[float]]) -> Items:
        """Gather the items of each sentence."""
        import numpy as np

        count = np.array([len(own) for own in kinds], dtype=np.int64)
        return cls(
            np.cumsum(count) - count,
            count,
            np.array([kind for own in kinds for kind in own], dtype=np.int64),
            np.array([weight for own in weights for weight in own], dtype=np.float64),
        )

    def used(self, sentences: Indices) -> Indices:
        """The distinct kinds that occur in sentences."""
        import numpy as np

        present = np.zeros(len(self.start), dtype=bool)
        present[sentences] = True
        return distinct(self.kind[np.repeat(present, self.count)])


@dataclass(frozen=True)
class Matches:
    """For each pair of sentences: the best match of any two items, and what share is matched.

    ``cover_x`` and ``cover_y`` are the weighted means, over a sentence's items, of the similarity
    of their best matches; ``common`` is the mean of the two sums of weight thus matched.
    """

    top: Floats
    cover_x: Floats
    cover_y: Floats
    common: Floats


def match_items(x: Items, y: Items, pairs: Pairs, similarity: Similarity) -> Matches:
    """Match the items of paired sentences, each with its best counterpart.

    Args:
        x: The items of A's sentences.
        y: The items of B's sentences.
        pairs: The pairs to look at.
        similarity: Given distinct kinds of A and of B, the matrix of their similarities.

    Returns:
        The matches; 0 for pairs where a sentence has no items.
    """
    import numpy as np

    count = len(pairs)
    top, cover_x, cover_y, common = (np.zeros(count) for _ in range(4))
    for block in pairs.blocks():
        rows, cols = pairs.rows[block], pairs.cols[block]
        ux, uy = x.used(rows), y.used(cols)
        if not len(ux) or not len(uy):
            continue
        table = similarity(ux, uy)
        pair, item, best = _best(table, _Block(x, rows, ux), _Block(y, cols, uy))
        matched_x, cover_x[block] = _covered(pair, x.weight[item], best, len(rows))
        peak = np.zeros(len(rows))
        np.maximum.at(peak, pair, best)
        top[block] = peak
        pair, item, best = _best(table.T, _Block(y, cols, uy), _Block(x, rows, ux))
        matched_y, cover_y[block] = _covered(pair, y.weight[item], best, len(rows))
        common[block] = (matched_x + matched_y) / 2
    return Matches(top, cover_x, cover_y, common)


def _covered(pair: Indices, weight: Floats, best: Floats, count: int) -> tuple[Floats, Floats]:
    import numpy as np

    matched = np.bincount(pair, weight * best, count).astype(np.float64)
    total = np.bincount(pair, weight, count).astype(np.float64)
    return matched, matched / np.where(total > 0, total, 1.0)


class _Block(NamedTuple):
    """One side of a block of pairs: whose items, which sentences, and the kinds they have."""

    items: Items
    sentences: Indices
    kinds: Indices


def _best(table: NDArray[Any], x: _Block, y: _Block) -> tuple[Indices, Indices, Floats]:
    """For each pair, for each item of its first sentence: the pair, the item, its best match."""
    import numpy as np

    ny = y.items.count[y.sentences]
    nx = np.where(ny > 0, x.items.count[x.sentences], 0)
    pair = np.repeat(np.arange(len(nx)), nx)
    item = _counted(x.items.start[x.sentences], nx)
    width = ny[pair]
    if not len(pair):
        return pair, item, np.zeros(0)
    left = np.repeat(_places(x.kinds)[x.items.kind[item]], width)
    counterparts = _counted(y.items.start[y.sentences][pair], width)
    right = _places(y.kinds)[y.items.kind[counterparts]]
    best = np.maximum.reduceat(table[left, right], np.cumsum(width) - width)
    return pair, item, best.astype(np.float64)


def _places(kinds: Indices) -> Indices:
    """By kind, its place among some kinds; what is none of them has no meaningful one."""
    import numpy as np

    places = np.empty(kinds.max() + 1, dtype=np.int64)
    places[kinds] = np.arange(len(kinds))
    return places


def _counted(start: Indices, count: Indices) -> Indices:
    """``start[k], start[k] + 1, …``, ``count[k]`` of them, for each ``k`` in turn."""
    import numpy as np

    ends = np.cumsum(count)
    run: Indices = np.arange(ends[-1] if len(ends) else 0) + np.repeat(start - ends + count, count)
    return run
