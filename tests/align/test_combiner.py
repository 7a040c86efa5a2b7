"""The prior of a link goes with the articles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.align.combiner import Combiner, prior_shift


def test_articles_that_share_more_than_usual_make_links_likelier_and_others_less_likely() -> None:
    many = prior_shift(np.array([3.0] * 100 + [-4.0] * 300), 0.08)
    few = prior_shift(np.array([-6.0] * 400), 0.08)
    assert many > 0.3
    assert few < -0.3


def test_a_few_sentences_say_little_of_how_much_the_articles_share() -> None:
    assert 0 < prior_shift(np.array([3.0]), 0.08) < 0.1
    assert prior_shift(np.zeros(0), 0.08) == pytest.approx(0)


@given(st.lists(st.floats(-40, 40), max_size=30), st.floats(0.01, 0.5))
def test_the_shift_is_finite_and_grows_with_any_score(odds: list[float], prior: float) -> None:
    shift = prior_shift(np.array(odds), prior)
    assert np.isfinite(shift)
    assert prior_shift(np.array(odds) + 1, prior) >= shift - 1e-9


def test_what_the_articles_add_is_told_among_the_reasons() -> None:
    combiner = Combiner.load("within")
    usual = dict(zip(combiner.features, combiner.mean, strict=True))
    few = combiner.score({name: np.full(3, value) for name, value in usual.items()})
    many = combiner.score({name: np.full(3_000, value) for name, value in usual.items()})
    told = many.contributions[0] - few.contributions[0]
    assert np.count_nonzero(told) == 1
    before, after = (np.log(s.scores[0] / (1 - s.scores[0])) for s in (few, many))
    assert after - before == pytest.approx(told.sum(), abs=0.5)
