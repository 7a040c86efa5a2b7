"""Which encoder compares: the one that the configuration names, else the program's own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from tui.encode import Encoder
from tui.encode.characters import CharacterEncoder
from tui.encode.pieces import Parts, PieceEncoder
from tui.encode.transformers import transformers_name
from tui.encode.use import encoder_name, use_encoder
from tui.store.cache import cache_store
from tui.store.config import config_path
from tui.store.encoder import CachedPieceEncoder, cached_encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray

LOADED: list[str] = []


class StandIn:
    """Has the methods of a SentenceTransformer that are used, over spelling."""

    def __init__(self, name: str) -> None:
        LOADED.append(name)
        self._spelling = CharacterEncoder(32)

    def get_sentence_embedding_dimension(self) -> int:
        return 32

    def encode(self, texts: Sequence[str], **_: Any) -> NDArray[np.float32]:
        return self._spelling.encode(texts)


def choose(model: str) -> None:
    path = config_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"[encoder]\nmodel = '{model}'\n", encoding="utf-8")


def test_without_a_choice_it_is_the_encoder_that_comes_with_the_program() -> None:
    assert cached_encoder().name == encoder_name()


def test_the_model_that_the_configuration_names_is_loaded_at_the_first_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = ModuleType("sentence_transformers")
    module.SentenceTransformer = StandIn  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    LOADED.clear()
    choose("a/model")
    encoder = cached_encoder()
    assert encoder.name == "sentence-transformers/a/model"
    assert LOADED == []
    vectors = encoder.encode(["One.", "Two."])
    assert vectors.shape == (2, encoder.dimensions)
    np.testing.assert_array_equal(cached_encoder().encode(["One.", "Two."]), vectors)
    assert LOADED == ["a/model"]
    assert isinstance(encoder, Encoder)


def test_parts_and_pieces_are_kept_and_no_model_is_loaded_for_them_again() -> None:
    texts = ["The bridge is shut.", "is shut.", "The bridge is shut.", "The bridge is shut."]
    parts: list[Parts] = [[(0, 10), (11, 19)], [], [(0, 10), (11, 19)], [(4, 19)]]
    first = cached_encoder()
    assert isinstance(first, PieceEncoder)
    first.encode(texts[:1])
    vectors, pieces = first.encode_parts(texts, parts)
    expected, told = use_encoder().encode_parts(texts, parts)
    np.testing.assert_allclose(vectors, expected, atol=1e-6)

    def refuse() -> PieceEncoder:
        raise AssertionError("loaded again")

    again = CachedPieceEncoder(
        refuse, cache_store(), name=first.name, dimensions=512, languages=first.languages
    )
    kept, remembered = again.encode_parts(texts, parts)
    np.testing.assert_array_equal(kept, vectors)
    np.testing.assert_allclose(again.encode(texts), vectors[[0, 3, 4, 7]], atol=1e-6)
    for own, other, third in zip(pieces, remembered, told, strict=True):
        np.testing.assert_array_equal(own.vectors, other.vectors)
        np.testing.assert_array_equal(own.kinds, third.kinds)
        np.testing.assert_array_equal(own.rarity, other.rarity)


def test_a_folder_changes_its_name_with_the_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "weights").write_text("1")
    before = transformers_name(str(tmp_path))
    assert before == transformers_name(str(tmp_path))
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "weights").write_text("2")
    assert transformers_name(str(tmp_path)) != before
