"""Loading an encoder before it is asked for: only if it will be needed, and only once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from threading import enumerate as enumerate_threads
from typing import Any

import pytest

from tui.encode import Encoder
from tui.encode.characters import CharacterEncoder
from tui.encode.use import EncoderError, UseEncoder, encoder_name, use_encoder
from tui.model import Article, Translation
from tui.read import read_article
from tui.store import encoder as module
from tui.store.cache import CacheStore
from tui.store.comparisons import compare_anew
from tui.store.encoder import CachedEncoder, CachedPieceEncoder


@pytest.fixture
def unforked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else was imported, the encoder is loaded in this process."""
    monkeypatch.setattr(module, "load_apart", lambda load: None)


@pytest.mark.usefixtures("unforked")
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


@pytest.mark.usefixtures("unforked")
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


class InPlaceOfApart:
    """Answers at once, and remembers what was asked, and what was asked ahead."""

    def __init__(self) -> None:
        self.ahead: list[tuple[str, Any]] = []
        self.asked: list[tuple[str, Any]] = []

    def ask_ahead(self, questions: Sequence[tuple[str, Any]]) -> None:
        self.ahead += questions

    def encode(self, texts: Sequence[str]) -> Any:
        return use_encoder().encode(texts)

    def encode_parts(self, *given: Any) -> Any:
        self.asked.append(("encode_parts", given))
        return use_encoder().encode_parts(*given)


FERRY = read_article(
    "The ferry Alma ran aground off the island on Monday with 64 people on board. No one was hurt.",
    lang="en",
)
DIVERS = read_article(
    "Divers found a crack of three metres in the hull of the ferry. No one was hurt.", lang="en"
)
WRECK = read_article("Die Fähre ist auf Grund gelaufen. Verletzt wurde niemand.", lang="de")
IN_ENGLISH = {0: Translation("en", "The ferry ran aground.", "x"), 1: Translation("en", "No.", "x")}


@pytest.fixture
def set_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[InPlaceOfApart, CachedPieceEncoder]:
    """An encoder that knows nothing yet, and what stands in its child's place."""
    apart = InPlaceOfApart()
    monkeypatch.setattr(module, "load_apart", lambda load: apart)
    encoder = CachedPieceEncoder(
        use_encoder,
        CacheStore(tmp_path / "cache.db"),
        name=encoder_name(),
        dimensions=UseEncoder.dimensions,
        languages=UseEncoder.languages,
    )
    return apart, encoder


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (FERRY, DIVERS, {}),
        (DIVERS, FERRY, {}),
        (FERRY, FERRY, {}),
        (WRECK, FERRY, {}),
        (WRECK, FERRY, IN_ENGLISH),
    ],
)
def test_what_aligning_asks_was_asked_ahead_in_that_order(
    set_apart: tuple[InPlaceOfApart, CachedPieceEncoder],
    a: Article,
    b: Article,
    told: dict[int, Translation],
) -> None:
    apart, encoder = set_apart
    compare_anew(a, b, translations_a=told, encoder=encoder)
    assert apart.asked
    assert apart.asked == apart.ahead
    compare_anew(a, b, translations_a=told, encoder=encoder)
    assert len(apart.ahead) == len(apart.asked)


def test_a_language_the_encoder_does_not_know_is_not_asked_for(
    set_apart: tuple[InPlaceOfApart, CachedPieceEncoder],
) -> None:
    apart, encoder = set_apart
    unknown = read_article("Feribota ir uzskrējusi uz sēkļa.", lang="lv")
    compare_anew(unknown, FERRY, encoder=encoder)
    assert apart.ahead == apart.asked == []
