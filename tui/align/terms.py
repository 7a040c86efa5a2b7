"""Terms that two sentences share, weighted by how rare they are within this pair of articles.

Reports of one event share their names everywhere, so a shared name says little; one that occurs in
two sentences of thirty says much (inverse document frequency, Spärck Jones 1972, with the two
articles' sentences as the documents).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.align.pairs import Pairs

    Floats = NDArray[np.float64]

__all__ = ["Bags", "rarity", "shared"]

_MOST_CELLS = 2_000_000
"""Terms looked up at a time; bounds memory."""


@dataclass(frozen=True)
class Bags:
    """The terms of each sentence by number, and what each weighs there."""

    start: NDArray[np.int64]
    count: NDArray[np.int64]
    term: NDArray[np.int64]
    weight: Floats

    def scaled(self) -> Bags:
        """With weights of Euclidean length 1 in each sentence."""
        import numpy as np

        owner = np.repeat(np.arange(len(self.count)), self.count)
        squares = np.bincount(owner, self.weight**2, minlength=len(self.count))
        length = np.sqrt(squares)
        length[length == 0] = 1
        return Bags(self.start, self.count, self.term, self.weight / length[owner])


def rarity(bags: Iterable[Iterable[Hashable]]) -> Callable[[Hashable], float]:
    """How much a term of these tells, the sentences of both articles: ``log((n+1) / (df+½))``."""
    from collections import Counter
    from math import log

    frequency: Counter[Hashable] = Counter()
    total = 0
    for bag in bags:
        frequency.update(set(bag))
        total += 1
    weights = {term: log((total + 1) / (count + 0.5)) for term, count in frequency.items()}
    return weights.__getitem__


def bags(
    a: Sequence[Mapping[Hashable, float]], b: Sequence[Mapping[Hashable, float]]
) -> tuple[Bags, Bags]:
    """Number the terms of both sides alike; the mappings give each term's weight."""
    numbers: dict[Hashable, int] = {}
    for side in (a, b):
        for bag in side:
            for term in bag:
                numbers.setdefault(term, len(numbers))
    return _numbered(a, numbers), _numbered(b, numbers)


def _numbered(side: Sequence[Mapping[Hashable, float]], numbers: Mapping[Hashable, int]) -> Bags:
    import numpy as np

    count = np.array([len(bag) for bag in side], dtype=np.int64)
    term = np.array([numbers[t] for bag in side for t in bag], dtype=np.int64)
    weight = np.array([w for bag in side for w in bag.values()], dtype=np.float64)
    owner = np.repeat(np.arange(len(side)), count)
    order = np.lexsort((term, owner))
    return Bags(np.cumsum(count) - count, count, term[order], weight[order])


def shared(a: Bags, b: Bags, pairs: Pairs) -> Floats:
    """For each pair the sum, over the terms both sentences have, of the products of weights."""
    import numpy as np

    total = np.zeros(len(pairs))
    if not len(a.term) or not len(b.term):
        return total
    terms = int(max(a.term.max(), b.term.max())) + 1
    keys = np.repeat(np.arange(len(b.count)), b.count) * terms + b.term
    most = int(a.count.max())
    step = max(1, _MOST_CELLS // most)
    for begin in range(0, len(pairs), step):
        rows, cols = pairs.rows[begin : begin + step], pairs.cols[begin : begin + step]
        count = a.count[rows]
        ends = np.cumsum(count)
        own = np.arange(ends[-1]) + np.repeat(a.start[rows] - ends + count, count)
        pair = np.repeat(np.arange(len(rows)), count)
        wanted = cols[pair] * terms + a.term[own]
        place = np.searchsorted(keys, wanted).clip(max=len(keys) - 1)
        product = np.where(keys[place] == wanted, a.weight[own] * b.weight[place], 0.0)
        total[begin : begin + step] = np.bincount(pair, product, minlength=len(rows))
    return total
