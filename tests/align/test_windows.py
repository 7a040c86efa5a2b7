"""Windows of sentences, and how those of two are compared."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.align.pairs import Pairs
from tui.align.windows import window_features, windows


def spans(text: str) -> list[str]:
    return [text[start:end] for start, end in windows(text)]


class Sentences(SimpleNamespace):
    def __len__(self) -> int:
        return len(self.window_start)


def side(*sentences: list[list[float]]) -> Any:
    """Sentences given as the vectors of the whole and of its windows, if it has any."""
    count = np.array([len(own) - 1 for own in sentences])
    start = np.cumsum(1 + count) - (1 + count)
    vectors = np.array([v for own in sentences for v in own], dtype=np.float32)
    return Sentences(
        vectors=vectors[start],
        window_vectors=vectors,
        window_start=start + (count > 0),
        window_count=count.clip(min=1),
    )


def found(a: Any, b: Any) -> dict[str, Any]:
    rows, cols = np.divmod(np.arange(len(a) * len(b)), len(b))
    return window_features(a, b, Pairs(rows, cols, (len(a), len(b))))


X, Y, Z = [1.0, 0, 0], [0, 1.0, 0], [0, 0, 1.0]


def test_windows_of_eight_words_slide_over_a_longer_sentence() -> None:
    assert spans("one two three four five six seven eight nine ten eleven twelve") == [
        "one two three four five six seven eight",
        "five six seven eight nine ten eleven twelve",
    ]
    assert spans("Nobody was hurt when the old bridge fell.") == []


def test_two_characters_are_a_word_where_none_are_spaced() -> None:
    text = "市政府表示这座桥将在秋天重新开放"
    assert spans(text) == []
    assert [len(span) for span in spans(text * 2)] == [16] * 3


def test_a_book_in_one_line_has_no_more_windows_than_a_long_sentence() -> None:
    assert len(windows("word " * 5_000)) == 40


@given(st.lists(st.text("ab,é市", min_size=1), max_size=60).map(" ".join))
def test_windows_come_in_order_and_lose_no_letter(text: str) -> None:
    kept = windows(text)
    assert kept == sorted(set(kept))
    letters = {place for place, char in enumerate(text) if not char.isspace()}
    assert not kept or letters == {
        place for span in kept for place in range(*span) if not text[place].isspace()
    }


def test_a_fact_told_within_a_longer_sentence_is_found_there() -> None:
    both, half = [0.6, 0.8, 0.0], [[0.6, 0.8, 0.0], X, Y]
    values = found(side(half), side([X], [Z], [both, X, Z]))
    assert values["window"] == pytest.approx([1, 0, 1])
    assert values["cover_max"] == pytest.approx([1, 0, 0.5])
    assert values["cover_min"] == pytest.approx([0.5, 0, 0.5])
    assert values["window_whole_max"] == pytest.approx([1, 0, 0.8])
    assert values["window_whole_min"] == pytest.approx([0.6, 0, 0.6])


def test_the_other_way_round_gives_the_same_values() -> None:
    chance = np.random.default_rng(3)

    def some(count: int) -> Any:
        sizes = (1, *chance.integers(1, 6, count - 1).tolist())
        sizes = tuple(size if size != 2 else 3 for size in sizes)
        own = (np.round(chance.normal(size=(size, 3)) * 64) / 64 for size in sizes)
        return side(*(vectors.tolist() for vectors in own))

    a, b = some(7), some(5)
    there, back = found(a, b), found(b, a)
    for name, values in there.items():
        turned = back[name].reshape(len(b), len(a)).T.ravel()
        np.testing.assert_array_equal(values, turned, err_msg=name)
