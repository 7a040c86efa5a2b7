from __future__ import annotations

from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from tui.details.matching import LARGEST, assign

matrices = st.integers(1, 4).flatmap(
    lambda n: st.integers(1, 4).flatmap(
        lambda m: st.lists(
            st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]), min_size=m, max_size=m),
            min_size=n,
            max_size=n,
        )
    )
)


def _assign(matrix: list[list[float]], at_least: float = 0.0) -> list[tuple[int, int]]:
    rows, columns = range(len(matrix)), range(len(matrix[0]))
    return assign(rows, columns, lambda i, j: matrix[i][j], at_least=at_least)


def _best(matrix: list[list[float]]) -> float:
    n, m = len(matrix), len(matrix[0])
    if n > m:
        return _best([list(column) for column in zip(*matrix, strict=True)])
    return max(
        sum(matrix[i][j] for i, j in enumerate(columns)) for columns in permutations(range(m), n)
    )


@st.composite
def mirrored(draw: st.DrawFn) -> list[list[float]]:
    """Gains that are the same seen from either side, with many ties."""
    size = draw(st.integers(1, 4))
    gains = [[draw(st.sampled_from([0.0, 0.5, 1.0])) for _ in range(size)] for _ in range(size)]
    return [[gains[min(i, j)][max(i, j)] for j in range(size)] for i in range(size)]


def _turned(matrix: list[list[float]]) -> list[list[float]]:
    return [list(column) for column in zip(*matrix, strict=True)]


@given(matrices)
def test_the_pairing_is_the_best_of_all(matrix: list[list[float]]) -> None:
    pairs = _assign(matrix)
    if matrix != _turned(matrix):
        assert abs(sum(matrix[i][j] for i, j in pairs) - _best(matrix)) < 1e-6
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


@given(matrices)
def test_swapping_the_sides_swaps_the_pairs(matrix: list[list[float]]) -> None:
    assert _assign(_turned(matrix)) == sorted((j, i) for i, j in _assign(matrix))


@given(mirrored())
@example([[0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0]])
def test_gains_alike_from_both_sides_favour_neither(matrix: list[list[float]]) -> None:
    pairs = _assign(matrix)
    assert pairs == sorted((j, i) for i, j in pairs)
    assert sum(matrix[i][j] for i, j in pairs) >= 0.5 * _best(matrix)


def test_a_pair_below_the_threshold_is_not_made() -> None:
    assert _assign([[0.4]], at_least=0.5) == []
    assert _assign([[0.6]], at_least=0.5) == [(0, 0)]


def test_of_equals_the_one_in_the_same_place_wins() -> None:
    assert _assign([[1.0, 1.0], [1.0, 1.0]]) == [(0, 0), (1, 1)]


def test_a_greedy_choice_does_not_rob_the_next_of_its_only_counterpart() -> None:
    assert _assign([[0.9, 0.8], [0.8, 0.0]]) == [(0, 1), (1, 0)]


def test_huge_inputs_are_paired_near_by_in_bounded_time() -> None:
    calls = 0

    def same(i: int, j: int) -> float:
        nonlocal calls
        calls += 1
        return float(i == j)

    size = 2_000
    assert size * size > LARGEST
    assert assign(range(size), range(size), same) == [(i, i) for i in range(size)]
    assert calls < 60 * size
