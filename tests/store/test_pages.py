"""Pages that were fetched are there again, with when and from where."""

from __future__ import annotations

import errno
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.read.makers import BODY, page
from tui.files import replacing
from tui.read import find_story, read_article
from tui.read.web import Page
from tui.store.errors import StoreError
from tui.store.pages import PageStore

URL = "https://example.org/dam?x=1"
GERMAN = page("".join(f"<p>Größe: {text}</p>" for text in BODY)).encode("cp1252")


@pytest.fixture
def store(tmp_path: Path) -> PageStore:
    return PageStore(tmp_path / "pages", tmp_path / "pages.db")


def fetched(body: bytes = GERMAN, hour: int = 8, **more: str) -> Page:
    facts = {"content_type": "text/html", "charset": "iso-8859-1", **more}
    return Page(URL, "https://example.org/dam", f"2026-03-11T{hour:02}:00:00+00:00", body, **facts)


def test_a_page_opens_like_any_report_with_its_address_and_encoding(store: PageStore) -> None:
    path = store.keep(fetched())
    assert path.read_bytes() == GERMAN
    article = read_article(path)
    assert "Größe" in article.text
    assert article.url == "https://example.org/dam"
    story = find_story(path)
    assert story
    assert story.reports[0].fetched == "2026-03-11T08:00:00+00:00"


def test_every_fetch_is_told_with_its_time_and_hash(store: PageStore, tmp_path: Path) -> None:
    first, second = fetched(hour=8), fetched(b"<html><p>Other", hour=9)
    paths = [store.keep(found) for found in (second, first, fetched(hour=10))]
    store.close()
    again = PageStore(tmp_path / "pages", tmp_path / "pages.db").fetches(URL)
    assert [fetch.fetched[11:13] for fetch in again] == ["08", "09", "10"]
    assert [fetch.sha256 for fetch in again] == [first.sha256, second.sha256, first.sha256]
    assert [fetch.path for fetch in again] == [paths[1], paths[0], paths[1]]
    assert store.fetches("https://example.org/other") == ()


@pytest.mark.parametrize("other", ["https://mirror.example.net/copy", "https://example.org/2/dam"])
def test_the_same_bytes_at_two_addresses_keep_both(store: PageStore, other: str) -> None:
    paths = [store.keep(fetched()), store.keep(replace(fetched(), asked=other, url=other))]
    assert [read_article(path).url for path in paths] == ["https://example.org/dam", other]


def test_a_page_that_is_no_longer_there_is_not_told(store: PageStore) -> None:
    store.keep(fetched()).unlink()
    assert store.fetches(URL) == ()


def test_a_page_of_which_only_half_was_kept_is_kept_again(
    store: PageStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def failing(path: Path) -> AbstractContextManager[BinaryIO]:
        written.append(path)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return replacing(path)

    with monkeypatch.context() as patched:
        patched.setattr("tui.store.pages.replacing", failing)
        with pytest.raises(StoreError, match="no space left"):
            store.keep(fetched())
    assert read_article(store.keep(fetched())).url == "https://example.org/dam"


def test_a_text_that_came_by_no_file_is_one_from_then_on(store: PageStore) -> None:
    path = store.keep_text(b"The dam holds. Nobody was hurt.", "clipboard")
    assert path.name == "clipboard.txt"
    assert read_article(path).text.startswith("The dam")
    assert store.keep_text(path.read_bytes(), "clipboard") == path


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        PageStore(tmp_path / "pages", tmp_path / "pages.db").keep(fetched())
