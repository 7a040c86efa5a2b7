"""Candidates and their standing: the same in any blocks, from either side."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tui.align.candidates import NEAREST, candidates, exact
from tui.align.pairs import Pairs
from tui.align.side import Side, Texts
from tui.encode.characters import CharacterEncoder


def vectors(count: int, seed: int) -> NDArray[np.float32]:
    values = np.random.default_rng(seed).normal(size=(count, 64))
    values /= np.linalg.norm(values, axis=1, keepdims=True)
    return exact(values.astype(np.float32))


def ignore(share: float) -> None:
    assert 0 <= share <= 1


@pytest.mark.parametrize("cells", [1, 100, 1_000, 10_000])
def test_the_size_of_blocks_changes_nothing(cells: int) -> None:
    a, b = vectors(60, 1), vectors(50, 2)
    whole, blocked = candidates(a, b, ignore), candidates(a, b, ignore, block_cells=cells)
    np.testing.assert_array_equal(whole.rows, blocked.rows)
    np.testing.assert_array_equal(whole.cols, blocked.cols)


def test_each_sentence_brings_its_nearest_and_their_number_grows_with_the_articles() -> None:
    a, b = vectors(60, 3), vectors(50, 4)
    found = candidates(a, b, ignore)
    assert len(found) <= NEAREST * (len(a) + len(b))
    nearest = (a @ b.T).argmax(axis=1)
    assert (found.find(np.arange(60), nearest) >= 0).all()


def test_small_articles_are_compared_in_full() -> None:
    assert len(candidates(vectors(5, 5), vectors(7, 6), ignore)) == 35


def test_cosines_of_exact_vectors_do_not_depend_on_the_order_of_summation() -> None:
    a, b = vectors(40, 7), vectors(40, 8)
    backwards = a[:, ::-1] @ b[:, ::-1].T
    np.testing.assert_array_equal(a @ b.T, backwards)
    np.testing.assert_array_equal(a @ b.T, (b @ a.T).T)


def test_exact_vectors_are_the_same_in_half_the_bits() -> None:
    found = exact(np.linspace(-1, 1, 20_011, dtype=np.float32))
    np.testing.assert_array_equal(found.astype(np.float16).astype(np.float32), found)


def test_no_number_that_is_not_finite_gets_through() -> None:
    broken = np.array([[np.nan, np.inf, 0.5]], dtype=np.float32)
    np.testing.assert_array_equal(exact(broken), [[0, 0, 0.5]])


@pytest.mark.parametrize("cells", [1, 7, 1_000])
def test_a_sentence_is_as_near_to_its_own_article_in_whatever_blocks(
    cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences = [f"Sentence {k} says {'so' * k}." for k in range(6)]
    whole = side(sentences).own_hood
    monkeypatch.setattr("tui.align.side._BLOCK_CELLS", cells)
    np.testing.assert_array_equal(side(sentences).own_hood, whole)
    likeness = side(sentences).vectors @ side(sentences).vectors.T
    others = np.sort(likeness[2][[0, 1, 3, 4, 5]])[::-1]
    assert whole[2] == pytest.approx(others[:3].mean(), abs=1e-6)


@pytest.mark.parametrize("count", [1, 2])
def test_the_only_sentence_of_an_article_is_near_to_none(count: int) -> None:
    hood = side(["Nobody was hurt."] * count).own_hood
    np.testing.assert_allclose(hood, [float(count > 1)] * count, atol=1e-3)


def side(sentences: list[str]) -> Side:
    return Side(Texts.of(sentences, "en"), CharacterEncoder(), ignore)


PAIRS = Pairs(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 2]), (2, 3))


def test_a_pair_is_known_by_its_place_and_what_is_no_candidate_counts_nothing() -> None:
    values = np.array([0.1, 0.2, 0.3, 0.4])
    rows, cols = np.array([1, 0, -1, 1, 5]), np.array([2, 2, 0, 0, 0])
    np.testing.assert_array_equal(PAIRS.at(values, rows, cols), [0.4, 0, 0, 0.3, 0])


def test_standing_tells_rank_lead_and_margin() -> None:
    standing = PAIRS.standing(np.array([0.9, 0.5, 0.7, 0.1]))
    np.testing.assert_array_equal(standing.row.rank, [0, 1, 0, 1])
    np.testing.assert_array_equal(standing.col.rank, [0, 0, 1, 0])
    np.testing.assert_allclose(standing.row.other, [0.5, 0.9, 0.1, 0.7])
    np.testing.assert_allclose(standing.col.other, [0.7, 0, 0.9, 0])
    np.testing.assert_allclose(standing.margin[0], 0.9 - (0.7 + 0.8) / 2)


def test_what_ends_in_no_full_stop_is_a_headline_at_the_top_and_a_heading_below() -> None:
    texts = Texts.of(["Bridge shut", "It is shut.", "It was old.", "What next", "We wait."], "en")
    assert (sorted(texts.headlines), texts.lead, sorted(texts.headings)) == ([0], 1, [3])


def test_a_deck_below_the_headline_is_no_heading() -> None:
    texts = Texts.of(
        ["Bridge shut", "Mayor blames rust", "It is shut.", "It was old.", "So."], "en"
    )
    assert texts.lead == 1
    assert not texts.headings


def test_a_report_without_full_stops_has_no_headings() -> None:
    assert not Texts.of(["สะพานปิด", "นายกเทศมนตรีกล่าว", "ไม่มีผู้บาดเจ็บ"], "th").headings
