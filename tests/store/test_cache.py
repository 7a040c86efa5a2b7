"""What was computed or paid for once is not again; and a broken cache is no obstacle."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_article
from tui.model import Translation
from tui.store.cache import CacheStore, cache_store
from tui.store.encoder import CachedEncoder
from tui.translate import Cache, translate_article

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.encode import Encoder


class Counting:
    """An encoder that counts what it is asked; its vectors tell texts apart."""

    name = "counting/1"
    dimensions = 4
    languages = frozenset({"en"})

    def __init__(self) -> None:
        self.loads = 0
        self.encoded: list[str] = []

    def load(self) -> Encoder:
        self.loads += 1
        return self

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        rows = [[len(text), sum(map(ord, text)), ord((text or " ")[0]), 1] for text in texts]
        array = np.array(rows, np.float32).reshape(-1, 4)
        array /= np.linalg.norm(array, axis=1, keepdims=True)
        return array


def cached(path: Path, model: Counting, *, most: int = 100) -> CachedEncoder:
    return CachedEncoder(
        model.load,
        CacheStore(path, most_embeddings=most),
        name=model.name,
        dimensions=model.dimensions,
        languages=model.languages,
    )


def test_a_text_seen_in_an_earlier_run_is_not_encoded_and_no_model_is_loaded(
    tmp_path: Path,
) -> None:
    first, second = Counting(), Counting()
    texts = ["One.", "Two.", "One."]
    fresh = cached(tmp_path / "cache.db", first).encode(texts)
    again = cached(tmp_path / "cache.db", second).encode(texts)
    assert first.encoded == ["One.", "Two."]
    assert (second.loads, second.encoded) == (0, [])
    assert again.dtype == np.float32
    assert np.array_equal(fresh, again), "to the last bit"


@given(batches=st.lists(st.lists(st.text(max_size=5), max_size=6), max_size=4))
def test_the_cache_never_changes_a_vector(
    batches: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    encoder = cached(tmp_path_factory.getbasetemp() / "vectors.db", Counting())
    for texts in batches:
        assert np.array_equal(encoder.encode(texts), Counting().encode(texts))


def test_encoders_do_not_share_vectors(tmp_path: Path) -> None:
    cached(tmp_path / "cache.db", Counting()).encode(["One."])
    other = Counting()
    other.name = "counting/2"
    cached(tmp_path / "cache.db", other).encode(["One."])
    assert other.encoded == ["One."]


def test_a_vector_of_another_length_is_not_taken(tmp_path: Path) -> None:
    CacheStore(tmp_path / "cache.db").add_embeddings(Counting.name, {"One.": b"short"})
    model = Counting()
    assert np.array_equal(
        cached(tmp_path / "cache.db", model).encode(["One."]), Counting().encode(["One."])
    )
    assert model.loads == 1


def test_more_texts_than_one_statement_takes_are_found(tmp_path: Path) -> None:
    texts = [f"Sentence {number}." for number in range(1201)]
    cached(tmp_path / "cache.db", Counting(), most=5000).encode(texts)
    second = Counting()
    cached(tmp_path / "cache.db", second, most=5000).encode(texts)
    assert second.loads == 0


def test_the_least_recently_used_vectors_go_first(tmp_path: Path) -> None:
    day = 86_400.0
    now = [10 * day]
    store = CacheStore(tmp_path / "cache.db", most_embeddings=10, clock=lambda: now[0])
    store.add_embeddings("e", {f"old {n}": b"v" for n in range(8)})
    now[0] += day
    assert store.embeddings("e", ["old 0"]) == {"old 0": b"v"}
    now[0] += day
    store.add_embeddings("e", {f"new {n}": b"v" for n in range(5)})
    kept = store.embeddings("e", [f"{age} {n}" for age in ("old", "new") for n in range(8)])
    assert sorted(kept) == [*(f"new {n}" for n in range(5)), "old 0", "old 5", "old 6", "old 7"]


def test_translations_come_back_with_their_origin_and_the_provider_asked_for_wins(
    tmp_path: Path,
) -> None:
    store = CacheStore(tmp_path / "cache.db")
    store.add("Tag.", "de", Translation("en", "Day.", "Google (g)"), "Google")
    store.add("Tag.", "de", Translation("en", "Good day.", "DeepL (d)"), "DeepL")
    store.add("Tag.", "de", Translation("fr", "Jour.", "DeepL (d)"), "DeepL")
    again = CacheStore(tmp_path / "cache.db")
    assert again.find(["Tag.", "Nacht."], "de", "en", "Google") == {
        "Tag.": Translation("en", "Day.", "Google (g)")
    }
    assert again.find(["Tag."], "de", "en", "DeepL")["Tag."].text == "Good day."
    assert again.find(["Tag."], "de", "en", None).keys() == {"Tag."}
    assert again.find(["Tag."], "nl", "en", None) == {}
    assert [(source, text) for source, text, _ in again.translations()] == [("de", "Tag.")] * 3


def test_the_store_is_the_cache_that_translation_asks_for(tmp_path: Path) -> None:
    store: Cache = CacheStore(tmp_path / "cache.db")
    store.add("Hallo Welt.", "de", Translation("en", "Hello world.", "Google (g)"), "Google")
    found = translate_article(make_article(["Hallo Welt."], lang="de"), "en", cache=store)
    assert found == {0: Translation("en", "Hello world.", "Google (g)")}


def test_a_cache_that_cannot_be_used_is_told_once_and_stands_in_nobodys_way(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    model = Counting()
    encoder = cached(tmp_path / "file" / "cache.db", model)
    assert encoder.encode(["One."]).shape == (1, 4)
    assert encoder.encode(["Two."]).shape == (1, 4)
    assert model.encoded == ["One.", "Two."]
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage().startswith("the cache is not used: ")


def test_the_readers_own_cache_is_below_the_home(home: Path) -> None:
    cache_store().add_embeddings("e", {"One.": b"v"})
    assert (home / "cache" / "cache.db").is_file()
