from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from tests.factories import make_article
from tui.details import compare_linked
from tui.details.deferred import deferred, settled
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.encode import default_encoder
from tui.model import Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Counting:
    """The offline encoder, and how much it was given in each call."""

    def __init__(self) -> None:
        self._encoder = default_encoder()
        self.name = self._encoder.name
        self.dimensions = self._encoder.dimensions
        self.languages = self._encoder.languages
        self.calls: list[list[str]] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls.append(list(texts))
        return self._encoder.encode(texts)


TOWNS = ("Linz", "Graz", "Wels", "Steyr", "Bregenz", "Villach", "Krems", "Leoben")
BODIES = ("council", "court", "parliament", "union", "board", "senate", "clinic", "museum")


def _calls(count: int) -> Counting:
    said = list(zip(TOWNS[:count], BODIES, strict=False))
    a = make_article(
        [f'The {body} in {town} said: "We do not want this plan at all."' for town, body in said]
    )
    b = make_article(
        [f"Der Rat in {town} sagte: „Wir von {town} begrüßen das.“" for town, _ in said],
        lang="de",
    )
    encoder = Counting()
    compare_linked(a, b, [Link(n, n, 1.0) for n in range(count)], encoder=encoder)
    return encoder


def test_the_encoder_is_not_called_more_often_for_more_beads() -> None:
    few, many = _calls(2).calls, _calls(8).calls
    assert sum(map(len, many)) > sum(map(len, few)) > 0
    assert len(many) <= len(few) + 1


def test_no_text_is_encoded_twice_in_a_comparison() -> None:
    texts = [text for call in _calls(8).calls for text in call]
    assert len(texts) == len(set(texts)) > 0


def test_what_a_whole_matrix_of_pairs_asks_is_encoded_at_once() -> None:
    encoder = Counting()
    ask = deferred(encoder)

    def paired() -> list[tuple[int, int]]:
        return assign(TOWNS, TOWNS, lambda x, y: cosine(x, y, ask), at_least=0.9)

    assert settled([paired], ask, lambda: None) == [[(n, n) for n in range(len(TOWNS))]]
    assert list(map(len, encoder.calls)) == [len(TOWNS)]


def test_results_keep_the_order_of_the_tasks_whichever_had_to_wait() -> None:
    encoder = Counting()
    ask = deferred(encoder)
    tasks = [lambda: cosine("rain", "rain", ask), lambda: 2.0, lambda: cosine("rain", "snow", ask)]
    first, second, third = settled(tasks, ask, lambda: None)
    assert first == pytest.approx(1.0, abs=1e-5)
    assert second == 2.0
    assert third < 0.99
    assert encoder.calls == [["rain", "snow"]]
