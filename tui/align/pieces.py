"""How well the pieces of one sentence are found in another, each in its own context.

Every piece is matched with its nearest of the other sentence (BERTScore; Zhang et al. 2020). Pieces
count by how rare they are, within this pair of articles and in the language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.align.items import Items, match_items
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
    vectors_a, vectors_b = _vectors(a.pieces), _vectors(b.pieces)

    def similarity(x: Indices, y: Indices) -> NDArray[np.float32]:
        products = vectors_a[x].astype(np.float32) @ vectors_b[y].astype(np.float32).T
        products /= np.float32(UNIT * UNIT)
        return products

    matches = match_items(
        _items(a.pieces, weight), _items(b.pieces, weight), pairs, similarity, _UNRELATED
    )
    features: dict[str, Floats] = {}
    for own, name in enumerate(_POWERS):
        of_a, of_b = matches.cover_x[own], matches.cover_y[own]
        features[f"{name}_max"] = np.maximum(of_a, of_b)
        features[f"{name}_min"] = np.minimum(of_a, of_b)
        features[f"{name}_sum"] = matches.common[own]
        features |= pairs.standing((of_a + of_b) / 2).named(name)
    return features


def _vectors(pieces: Sequence[Pieces]) -> NDArray[np.int8]:
    import numpy as np

    return np.concatenate([own.vectors for own in pieces])


def _items(pieces: Sequence[Pieces], weight: Callable[[Hashable], float]) -> Items:
    """The pieces of all sentences of a side, each a kind of its own, as its context is its own."""
    import numpy as np

    count = np.array([len(own) for own in pieces], dtype=np.int64)
    rare = np.array([weight(kind) for own in pieces for kind in own.kinds.tolist()])
    by_itself = np.concatenate([own.rarity for own in pieces]).astype(np.float64)
    weights = [rare.clip(min=_LEAST_RARE) ** power * by_itself for power in _POWERS.values()]
    return Items(
        np.cumsum(count) - count,
        count,
        np.arange(count.sum()),
        np.stack(weights).clip(min=_LEAST_WEIGHT),
    )
