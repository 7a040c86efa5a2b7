"""Sentences compared piece by piece."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tui.align.pairs import Pairs
from tui.align.pieces import piece_features
from tui.encode.pieces import Pieces, quantised


def sentence(*pieces: tuple[int, list[float], float]) -> Pieces:
    vectors = np.array([p[1] for p in pieces], dtype=np.float32).reshape(len(pieces), 3)
    return Pieces(
        np.array([p[0] for p in pieces], dtype=np.int32),
        np.array([p[2] for p in pieces], dtype=np.float32),
        quantised(vectors),
    )


class Sentences(SimpleNamespace):
    def __len__(self) -> int:
        return len(self.pieces)


def found(a: list[Pieces], b: list[Pieces]) -> dict[str, Any]:
    rows, cols = np.divmod(np.arange(len(a) * len(b)), len(b))
    left: Any = Sentences(pieces=a)
    right: Any = Sentences(pieces=b)
    return piece_features(left, right, Pairs(rows, cols, (len(a), len(b))))


X, Y, Z = [1.0, 0, 0], [0, 1.0, 0], [0, 0, 1.0]


def test_a_sentence_that_another_holds_is_covered_whole_and_the_other_in_part() -> None:
    a = [sentence((1, X, 1)), sentence((2, Y, 1), (3, Z, 1))]
    values = found(a, [sentence((2, Y, 1)), sentence((1, X, 1))])
    np.testing.assert_allclose(values["pieces_max"], [0, 1, 1, 0], atol=0.01)
    np.testing.assert_allclose(values["pieces_min"][[0, 1]], [0, 1], atol=0.01)
    assert 0 < values["pieces_min"][2] < 0.5, "the piece that is missing is the rarer one"


def test_what_is_everywhere_in_the_articles_counts_less_and_less() -> None:
    common, rare = (1, X, 1.0), (2, Y, 1.0)
    a = [sentence(common, rare)] + [sentence(common)] * 6
    values = found(a, [sentence(common), sentence(rare)])
    assert values["pieces_max"][0] == pytest.approx(1, abs=0.01)
    assert values["rare_pieces_min"][0] < values["pieces_min"][0] < values["pieces_min"][1]
    assert values["rare_pieces_min"][1] > values["pieces_min"][1]


def test_the_other_way_round_gives_the_same_values() -> None:
    chance = np.random.default_rng(3)

    def side(count: int) -> list[Pieces]:
        return [
            sentence(*((int(k), chance.normal(size=3).tolist(), 1.0) for k in range(n)))
            for n in chance.integers(0, 5, count)
        ]

    a, b = side(5), side(4)
    forward, backward = found(a, b), found(b, a)
    for name, values in forward.items():
        np.testing.assert_allclose(values.reshape(5, 4), backward[name].reshape(4, 5).T, atol=1e-9)


def test_a_sentence_without_pieces_matches_nothing() -> None:
    values = found([sentence(), sentence((1, X, 0))], [sentence((1, X, 0)), sentence()])
    assert np.isfinite(np.concatenate(list(values.values()))).all()
    np.testing.assert_allclose(values["pieces_max"], [0, 0, 1, 0], atol=0.01)
