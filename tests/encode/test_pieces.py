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
    quantised,
    to_bytes,
    word_pieces,
)
from tui.encode.use import UseEncoder, use_encoder

TEXTS = ["The bank closed its doors.", "They sat on the bank of the river.", "", "🌉", "Nein!"]


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return use_encoder()


def test_the_vectors_of_texts_are_the_same_with_their_pieces_and_without(
    encoder: UseEncoder,
) -> None:
    assert isinstance(encoder, PieceEncoder)
    vectors, pieces = encoder.encode_pieces(TEXTS, [True, False, True, True, True])
    np.testing.assert_array_equal(vectors, encoder.encode(TEXTS))
    assert len(pieces) == 4
    assert all(own.vectors.shape == (len(own), 128) for own in pieces)
    assert all(len(own) > 0 for own in pieces)


def test_pieces_do_not_depend_on_what_is_encoded_beside_them(encoder: UseEncoder) -> None:
    texts = [*TEXTS, "word " * 3_000, *reversed(TEXTS)]
    _, together = encoder.encode_pieces(texts, [True] * len(texts))
    for text, own in zip(texts, together, strict=True):
        ((alone,),) = (encoder.encode_pieces([text], [True])[1],)
        np.testing.assert_array_equal(own.kinds, alone.kinds)
        np.testing.assert_allclose(own.vectors.astype(int), alone.vectors.astype(int), atol=1)


def test_a_piece_is_near_to_itself_in_a_like_context_and_less_so_in_another(
    encoder: UseEncoder,
) -> None:
    texts = ["The bank closed its doors.", "The bank closed its gates.", TEXTS[1]]
    pieces = encoder.encode_pieces(texts, [True] * 3)[1]
    (kind,) = (
        set(pieces[0].kinds)
        & set(pieces[2].kinds)
        & set(encoder.encode_pieces(["bank"], [True])[1][0].kinds)
    )
    money, same, river = (own.vectors[list(own.kinds).index(kind)].astype(float) for own in pieces)
    assert money @ same > money @ river > 0


def test_rare_pieces_tell_more_than_common_ones_and_punctuation_nothing(
    encoder: UseEncoder,
) -> None:
    (pieces,) = encoder.encode_pieces(["the rhinoceros."], [True])[1]
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
