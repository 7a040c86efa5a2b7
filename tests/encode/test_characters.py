"""Spelling as vectors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.encode import Encoder
from tui.encode.characters import CharacterEncoder


def test_cognates_are_nearer_than_unrelated_words() -> None:
    encoder = CharacterEncoder(256)
    police, polizei, bridge = encoder.encode(["police", "Polizei", "bridge"])
    assert police @ polizei > 0.3 > police @ bridge


def test_case_and_accents_do_not_matter() -> None:
    upper, plain = CharacterEncoder().encode(["ÉCOLE", "ecole"])
    assert upper @ plain == pytest.approx(1)


@given(st.lists(st.text(max_size=20), max_size=4))
def test_every_text_has_a_unit_vector(texts: list[str]) -> None:
    encoder = CharacterEncoder(32)
    vectors = encoder.encode(texts)
    assert isinstance(encoder, Encoder)
    assert vectors.shape == (len(texts), 32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
