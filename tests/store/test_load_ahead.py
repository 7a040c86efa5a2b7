"""Loading an encoder before it is asked for: only if it will be needed, and only once."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from threading import enumerate as enumerate_threads

import pytest

from tui.encode import Encoder
from tui.encode.characters import CharacterEncoder
from tui.encode.use import EncoderError
from tui.store.cache import CacheStore
from tui.store.encoder import CachedEncoder


def test_an_encoder_is_loaded_ahead_only_for_what_is_not_cached(tmp_path: Path) -> None:
    loaded = Event()

    def load() -> Encoder:
        loaded.set()
        return CharacterEncoder(32)

    def encoder() -> CachedEncoder:
        cache = CacheStore(tmp_path / "cache.db")
        return CachedEncoder(load, cache, name="x", dimensions=32, languages=frozenset())

    encoder().load_ahead()
    assert loaded.wait(10)
    encoder().encode(["One.", "Two."])
    for thread in enumerate_threads():
        if thread.name == "encoder":
            thread.join()
    loaded.clear()
    encoder().load_ahead()
    encoder().load_ahead(["Two.", "One."])
    assert "encoder" not in {thread.name for thread in enumerate_threads()}
    assert not loaded.is_set()
    encoder().load_ahead(["One.", "Three."])
    assert loaded.wait(10)


def test_what_fails_when_loaded_ahead_fails_again_where_it_can_be_told(tmp_path: Path) -> None:
    tried = Event()

    def load() -> Encoder:
        tried.set()
        raise EncoderError("missing")

    cache = CacheStore(tmp_path / "cache.db")
    encoder = CachedEncoder(load, cache, name="x", dimensions=32, languages=frozenset())
    encoder.load_ahead(["One."])
    assert tried.wait(10)
    with pytest.raises(EncoderError, match="missing"):
        encoder.encode(["One."])
