"""Optimal assignment: which detail of one side answers which of the other.

Greedy pairing lets the first detail take another's counterpart; here the sum of the similarities
is greatest over all one-to-one pairings (the assignment problem; Kuhn 1955, in the shortest
augmenting path form of Jonker and Volgenant 1987).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import TypeVar

from tui.details.deferred import gathered

__all__ = ["LARGEST", "WINDOW", "assign"]

T = TypeVar("T")
U = TypeVar("U")

LARGEST = 2_500
"""The most cells a similarity matrix may have to be solved optimally; above, nearest first."""

WINDOW = 12
"""How far from its own place, in ranks, a counterpart is sought in a matrix too large to solve."""

_NEARNESS = 1e-6
"""Breaks ties: of equally similar counterparts the one at the same place in the order wins."""


def assign(
    a: Sequence[T],
    b: Sequence[U],
    similarity: Callable[[T, U], float],
    *,
    at_least: float = 0.0,
) -> list[tuple[int, int]]:
    """Pair the items of two sequences one to one so that the sum of similarities is greatest.

    Args:
        a: Items of one side, in order.
        b: Items of the other side, in order.
        similarity: How well two items answer each other; must not depend on the order of sides.
        at_least: Pairs are made only above this.

    Returns:
        Pairs of indices ``(i, j)``, sorted. ``assign(b, a)`` gives the same pairs, swapped; where
        no best assignment can promise that, one that can and is near the best.
        Time is bounded: above :data:`LARGEST` cells only counterparts within :data:`WINDOW` ranks
        are looked at, and pairs are made nearest and most similar first.
    """
    if not a or not b:
        return []
    if len(a) * len(b) > LARGEST:
        return _assign_nearest(a, b, similarity, at_least)
    likely = iter(gathered(similarity, product(a, b)))
    gains = [[max(0.0, next(likely) - at_least) for _ in b] for _ in a]
    return [(i, j) for i, j in _solve(_with_ties_broken(gains)) if gains[i][j] > 0.0]


def _with_ties_broken(gains: list[list[float]]) -> list[list[float]]:
    n, m = len(gains), len(gains[0])
    return [
        [
            gain - _NEARNESS * ((i + 0.5) / n - (j + 0.5) / m) ** 2 if gain > 0.0 else 0.0
            for j, gain in enumerate(row)
        ]
        for i, row in enumerate(gains)
    ]


def _solve(gains: list[list[float]]) -> list[tuple[int, int]]:
    """The assignment of greatest gain, the same pairs whichever side is given first."""
    turned = [list(column) for column in zip(*gains, strict=True)]
    if len(gains) > len(turned) or (len(gains) == len(turned) and turned < gains):
        return sorted((i, j) for j, i in _augment(turned))
    pairs = _augment(gains)
    if turned == gains and {(j, i) for i, j in pairs} != set(pairs):
        return _mirrored(gains)
    return pairs


def _mirrored(gains: list[list[float]]) -> list[tuple[int, int]]:
    """Pairs that are their own mirror image, for gains that tell nothing of which side is which.

    Where all best assignments go round in a circle (0-1, 1-2, 2-0) either direction would favour a
    side, so the best pairs are made crosswise instead, at some cost to the sum.
    """
    size = len(gains)
    order = sorted((-gains[i][j], i, j) for i in range(size) for j in range(i, size))
    free, pairs = set(range(size)), set[tuple[int, int]]()
    for _, i, j in order:
        if {i, j} <= free:
            pairs |= {(i, j), (j, i)}
            free -= {i, j}
    return sorted(pairs)


def _augment(gains: list[list[float]]) -> list[tuple[int, int]]:
    """Shortest augmenting paths with potentials over ``n`` rows and ``m >= n`` columns."""
    n, m = len(gains), len(gains[0])
    far = float("inf")
    row_potential = [0.0] * (n + 1)
    column_potential = [0.0] * (m + 1)
    row_of = [0] * (m + 1)  # 1-based row assigned to each column; column 0 is the free root
    for row in range(1, n + 1):
        row_of[0] = row
        column = 0
        distance = [far] * (m + 1)
        came_from = [0] * (m + 1)
        visited = [False] * (m + 1)
        while row_of[column]:
            visited[column] = True
            current = row_of[column]
            step, nearest = far, 0
            for j in range(1, m + 1):
                if visited[j]:
                    continue
                cost = -gains[current - 1][j - 1] - row_potential[current] - column_potential[j]
                if cost < distance[j]:
                    distance[j], came_from[j] = cost, column
                if distance[j] < step:
                    step, nearest = distance[j], j
            for j in range(m + 1):
                if visited[j]:
                    row_potential[row_of[j]] += step
                    column_potential[j] -= step
                else:
                    distance[j] -= step
            column = nearest
        while column:
            previous = came_from[column]
            row_of[column] = row_of[previous]
            column = previous
    return sorted((row_of[j] - 1, j - 1) for j in range(1, m + 1) if row_of[j])


def _assign_nearest(
    a: Sequence[T], b: Sequence[U], similarity: Callable[[T, U], float], at_least: float
) -> list[tuple[int, int]]:
    n, m = len(a), len(b)
    if n > m:  # so that both orders of the sides look at the same pairs
        swapped = _assign_nearest(b, a, lambda y, x: similarity(x, y), at_least)
        return sorted((i, j) for j, i in swapped)
    places: list[tuple[int, int, int]] = []
    for i in range(n):
        middle = (2 * i + 1) * m // (2 * n)
        near = range(max(0, middle - WINDOW), min(m, middle + WINDOW + 1))
        places += ((i, j, abs(j - middle)) for j in near)
    gains = gathered(similarity, ((a[i], b[j]) for i, j, _ in places))
    candidates = [
        (-gain, apart, i + j, i)
        for gain, (i, j, apart) in zip(gains, places, strict=True)
        if gain > at_least
    ]
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, _, both, i in sorted(candidates):
        j = both - i
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append((i, j))
    return sorted(pairs)
