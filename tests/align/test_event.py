"""Two articles on one event are told from two on different ones."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tui.align.combiner import Combiner
from tui.align.event import Event, event_features

EVENT = Event((0.3, 3.5, 2.0), (0.1, 0.5, 1.0), (2.0, 1.0, 1.0), 2.0)


def described(
    likeness: float, pieces: list[float], capitals: list[float]
) -> dict[str, NDArray[np.float64]]:
    return {
        "likeness": np.full(len(pieces), likeness),
        "rare_pieces_sum": np.array(pieces),
        "rare_capitals": np.array(capitals),
    }


def test_the_foremost_pairs_speak_for_the_articles() -> None:
    found = event_features(described(0.4, [0.0, 9.0, 9.0, 9.0], [0.0, 0.0, 3.0, 6.0]))
    assert found == (0.4, math.log1p(9), 3.0)
    assert event_features(described(0.4, [9.0], [2.0])) == (0.4, math.log1p(9), 2.0)


def test_articles_that_share_nothing_are_hardly_on_one_event() -> None:
    alike = EVENT.log_chance(described(0.4, [60.0] * 9, [4.0] * 9))
    strange = EVENT.log_chance(described(0.1, [5.0] * 9, [0.0] * 9))
    assert alike > math.log(0.98)
    assert strange < math.log(0.01)


@given(st.floats(-1, 1), st.floats(0, 1e6), st.floats(0, 1e6))
def test_the_chance_is_one_for_any_articles(likeness: float, piece: float, capital: float) -> None:
    for event in (EVENT, Combiner.load("within").event, Combiner.load("across").event):
        assert event.log_chance(described(likeness, [piece], [capital])) <= 0
