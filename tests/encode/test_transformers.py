"""Another model behind the same interface, tried with a stand-in for the library."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tui.align import align_sentences
from tui.encode import Encoder
from tui.encode.characters import CharacterEncoder
from tui.encode.transformers import TransformersEncoder
from tui.encode.use import EncoderError


class StandIn:
    """Has the methods of a SentenceTransformer that are used, over spelling."""

    def __init__(self, name: str) -> None:
        if name == "missing":
            raise KeyError("no such model at https://hub.example/?token=secret")
        self._spelling = CharacterEncoder(64)

    def get_sentence_embedding_dimension(self) -> int:
        return 64

    def encode(self, texts: Sequence[str], **options: Any) -> NDArray[np.float64]:
        assert options["normalize_embeddings"]
        return self._spelling.encode(texts).astype(np.float64)


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("sentence_transformers")
    module.SentenceTransformer = StandIn  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)


@pytest.mark.usefixtures("library")
def test_a_model_of_the_library_is_an_encoder_the_aligner_takes() -> None:
    encoder = TransformersEncoder("small")
    assert isinstance(encoder, Encoder)
    assert encoder.name == "sentence-transformers/small"
    assert encoder.encode(["one", "\ud800"]).shape == (2, 64)
    assert encoder.encode([]).shape == (0, 64)
    assert encoder.encode(["one"]).dtype == np.float32
    same = ["The bridge at Tarn was closed on 4 May.", "Tickets cost 12 crowns."]
    links = align_sentences(same, same[::-1], lang_a="en", lang_b="en", encoder=encoder)
    assert {(0, 1), (1, 0)} <= {(link.i, link.j) for link in links}


@pytest.mark.usefixtures("library")
def test_a_model_that_cannot_be_loaded_is_one_clear_line_without_addresses() -> None:
    with pytest.raises(EncoderError, match="'missing' cannot be loaded") as caught:
        TransformersEncoder("missing")
    assert "secret" not in str(caught.value)


def test_without_the_library_the_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EncoderError, match=r"pip install 'diptych\[models\]'"):
        TransformersEncoder("small")
