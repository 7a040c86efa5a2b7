"""The pieces of a text, each with a vector of its own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.encode.characters import CharacterEncoder
from tui.encode.pieces import (
    UNIT,
    PieceEncoder,
    Pieces,
    from_bytes,
    in_pieces,
    quantised,
    to_bytes,
    word_pieces,
)
from tui.encode.use import UseEncoder, use_encoder

TEXTS = ["The bank closed its doors.", "They sat on the bank of the river.", "", "🌉", "Nein!"]
NO_PARTS = [()] * len(TEXTS)


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return use_encoder()


def test_the_vectors_of_texts_are_the_same_with_their_pieces_and_without(
    encoder: UseEncoder,
) -> None:
    assert isinstance(encoder, PieceEncoder)
    vectors, pieces = encoder.encode_parts(TEXTS, NO_PARTS)
    np.testing.assert_array_equal(vectors, encoder.encode(TEXTS))
    assert len(pieces) == len(TEXTS)
    assert all(own.vectors.shape == (len(own), 128) for own in pieces)
    assert all(len(own) > 0 for own in pieces)


def test_a_part_is_near_to_what_it_is_alone_and_has_something_of_its_context(
    encoder: UseEncoder,
) -> None:
    text = "They sat on the bank of the river, 🌉, until the bank closed its doors."
    cut = text.index(" until")
    _, first, second = encoder.encode_parts([text], [[(0, cut), (cut + 1, len(text))]])[0]
    alone = encoder.encode([text[:cut], text[cut + 1 :]])
    assert 0.8 < first @ alone[0] < 0.999
    assert 0.8 < second @ alone[1] < 0.999
    assert first @ alone[1] < 0.6 > second @ alone[0]


def test_the_whole_taken_for_a_part_has_the_same_vector(encoder: UseEncoder) -> None:
    texts = [text for text in TEXTS if text] + ["word " * 3_000]
    vectors, _ = encoder.encode_parts(texts, [[(0, len(text))] for text in texts])
    np.testing.assert_allclose(vectors[1::2], vectors[::2], atol=1e-6)


def test_parts_do_not_depend_on_what_is_encoded_beside_them(encoder: UseEncoder) -> None:
    parts = [[(0, len(text) // 2), (0, 3)] if text else [] for text in TEXTS]
    together, _ = encoder.encode_parts([*TEXTS, *TEXTS], [*parts, *parts])
    alone = [encoder.encode_parts([text], [own])[0] for text, own in zip(TEXTS, parts, strict=True)]
    np.testing.assert_allclose(together, np.concatenate([*alone, *alone]), atol=1e-6)


@given(st.lists(st.integers(1, 9), min_size=1), st.integers(1, 200), st.data())
def test_every_part_has_a_piece_and_the_whole_has_all(
    lengths: list[int], characters: int, data: st.DataObject
) -> None:
    middle = data.draw(st.integers(0, characters))
    parts = [(0, middle), (middle, characters), (0, characters)]
    left, right, whole = in_pieces(parts, lengths, characters)
    assert whole == (0, len(lengths))
    assert left[0] == 0
    assert left[1] >= right[0]
    assert right[0] < right[1] == len(lengths)


def test_parts_are_told_in_pieces_by_the_share_of_the_text() -> None:
    assert in_pieces([(0, 4), (4, 10)], [4, 4, 2], 10) == [(0, 1), (1, 3)]
    assert in_pieces([(0, 2), (2, 5)], [4, 4, 2], 5) == [(0, 1), (1, 3)]


def test_pieces_do_not_depend_on_what_is_encoded_beside_them(encoder: UseEncoder) -> None:
    texts = [*TEXTS, "word " * 3_000, *reversed(TEXTS)]
    _, together = encoder.encode_parts(texts, [()] * len(texts))
    for text, own in zip(texts, together, strict=True):
        (alone,) = encoder.encode_parts([text], [()])[1]
        np.testing.assert_array_equal(own.kinds, alone.kinds)
        np.testing.assert_allclose(own.vectors.astype(int), alone.vectors.astype(int), atol=1)


def test_a_piece_is_near_to_itself_in_a_like_context_and_less_so_in_another(
    encoder: UseEncoder,
) -> None:
    texts = ["The bank closed its doors.", "The bank closed its gates.", TEXTS[1]]
    pieces = encoder.encode_parts(texts, [()] * 3)[1]
    (kind,) = (
        set(pieces[0].kinds)
        & set(pieces[2].kinds)
        & set(encoder.encode_parts(["bank"], [()])[1][0].kinds)
    )
    money, same, river = (own.vectors[list(own.kinds).index(kind)].astype(float) for own in pieces)
    assert money @ same > money @ river > 0


def test_rare_pieces_tell_more_than_common_ones_and_punctuation_nothing(
    encoder: UseEncoder,
) -> None:
    (pieces,) = encoder.encode_parts(["the rhinoceros."], [()])[1]
    assert pieces.rarity[0] < pieces.rarity[1:-1].max()
    assert pieces.rarity[-1] == 0


@given(st.integers(0, 5), st.integers(1, 9))
def test_bytes_give_back_the_pieces(count: int, dimensions: int) -> None:
    chance = np.random.default_rng(count)
    pieces = Pieces(
        chance.integers(0, 2**31, count, dtype=np.int32),
        chance.random(count, dtype=np.float32),
        quantised(chance.normal(size=(count, dimensions)).astype(np.float32)),
    )
    again = from_bytes(to_bytes(pieces))
    for one, other in zip(vars(pieces).values(), vars(again).values(), strict=True):
        assert one.dtype == other.dtype
        np.testing.assert_array_equal(one, other)


def test_quantised_vectors_have_length_one_and_nothing_becomes_nan() -> None:
    vectors = np.random.default_rng(1).normal(size=(9, 64)).astype(np.float32)
    lengths = np.linalg.norm(quantised(vectors) / UNIT, axis=1)
    np.testing.assert_allclose(lengths, 1, atol=0.02)
    np.testing.assert_array_equal(quantised(np.zeros((1, 3), np.float32)), [[0, 0, 0]])


def test_words_stand_in_for_the_pieces_of_an_encoder_that_has_none() -> None:
    one, other, none = word_pieces(CharacterEncoder(), [["bridge", "shut"], ["shut"], []])
    assert one.kinds[1] == other.kinds[0] != one.kinds[0]
    np.testing.assert_array_equal(one.vectors[1], other.vectors[0])
    assert len(none) == 0
    assert not isinstance(CharacterEncoder(), PieceEncoder)
