"""What the reader makes is there again, however the story is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.errors import StoreError
from tui.store.state import (
    Consent,
    StateStore,
    state_store,
    story_key,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def store(tmp_path: Path) -> StateStore:
    return StateStore(tmp_path / "state.db")


def test_a_story_never_seen_has_an_empty_state() -> None:
    assert state_store().load("nothing") == {}


def test_a_state_is_there_in_the_next_run(home: Path) -> None:
    state_store().change("story", lambda _: {"left": 1})
    state_store().change("story", lambda kept: {"was": kept["left"], "left": 2})
    assert StateStore(home / "data" / "state.db").load("story") == {"was": 1, "left": 2}


@given(state=st.dictionaries(st.text(), JSON, max_size=4))
def test_any_state_json_can_hold_comes_back(
    state: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = StateStore(tmp_path_factory.getbasetemp() / "any.db")
    store.change("story", lambda _: state)
    assert store.load("story") == state
    store.close()


def test_a_home_of_its_own_is_a_store_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state_store().change("story", lambda _: {"left": 1})
    monkeypatch.setenv("DIPTYCH_HOME", str(tmp_path / "other"))
    assert state_store().load("story") == {}


def test_a_story_has_one_key_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    key = story_key(["a.txt", "b.txt"])
    assert key == story_key([tmp_path / "b.txt", Path("link")])
    assert key != story_key(["a.txt"])
    assert story_key(["https://example.org/a"]) == story_key(["https://example.org/a"])


def test_the_library_has_the_latest_story_on_top_and_each_once(store: StateStore) -> None:
    for title in ("One", "Two", "Three"):
        store.remember(title, [f"/stories/{title}"])
    store.remember("One again", ["/stories/One"])
    assert [story.title for story in store.recent()] == ["One again", "Three", "Two"]
    assert [story.title for story in store.recent(limit=1)] == ["One again"]
    assert store.recent()[0].locations == ("/stories/One",)
    assert store.recent()[0].key == story_key(["/stories/One"])


def test_corrections_are_kept_by_language_pair_and_taken_back(store: StateStore) -> None:
    store.set_correction("Guten Tag.", "Good day.", "de", "en")
    store.set_correction("Guten Tag.", "Hello.", "de", "en")
    store.set_correction("Guten Tag.", "Bonjour.", "de", "fr")
    assert store.corrections("de", "en") == {"Guten Tag.": "Hello."}
    store.set_correction("Guten Tag.", " ", "de", "en")
    assert store.corrections("de", "en") == {}
    assert store.corrections("de", "fr") == {"Guten Tag.": "Bonjour."}


def test_a_state_that_cannot_be_saved_is_told_and_not_swallowed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        StateStore(tmp_path / "file" / "state.db").change("story", dict)


def test_the_readers_own_store_is_opened_once_a_home() -> None:
    assert state_store() is state_store()


def test_what_was_decided_on_providers_is_kept_by_story(store: StateStore) -> None:
    assert store.consent("one") is None
    store.set_consent("one", Consent("libretranslate", "127.0.0.1:5000"))
    store.set_consent("two", Consent("", ""))
    assert store.consent("one") == Consent("libretranslate", "127.0.0.1:5000")
    assert store.consent("two") == Consent("", "")
    store.set_consent("one", Consent("google", "translate.google.com"))
    assert store.consent("one") == Consent("google", "translate.google.com")


def test_a_name_that_is_no_utf_8_is_a_story_like_any_other(
    store: StateStore, tmp_path: Path
) -> None:
    files = [tmp_path / os.fsdecode(name) for name in (b"dam \xff.txt", b"dam \xfe.txt")]
    keys = [store.remember("The dam", [file]) for file in files]
    assert len(set(keys)) == 2
    assert [story.locations for story in store.recent()] == [(str(f),) for f in reversed(files)]
