"""Reports are added to a story.toml, and what its reader wrote in it stays."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.read.errors import ReadError
from tui.read.storyfile import parse_story_file
from tui.store.errors import StoreError
from tui.store.stories import add_reports, held, listing_of, open_story, write_beside

WRITTEN = (
    '# Our story\r\ntitle = "The dam"  # working title\r\n\r\n'
    '[[report]]\r\nfile = "a.txt"   # ours\r\n# more to come'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The dam held on Monday, said {name}.")
    return tmp_path


def test_comments_spacing_and_ends_of_lines_stay(folder: Path) -> None:
    listing = folder / "story.toml"
    listing.write_bytes(WRITTEN.encode())
    add_reports(listing, [{"file": "b.txt", "url": 'https://x/"a"'}])
    text = listing.read_bytes().decode()
    assert text.startswith(WRITTEN.rstrip())
    assert '\r\n\r\n[[report]]\r\nfile = "b.txt"\r\n' in text
    found = parse_story_file(listing)
    assert [entry.file for entry in found.reports] == ["a.txt", "b.txt"]
    assert found.reports[1].metadata["url"] == 'https://x/"a"'


def test_reports_written_as_one_list_are_added_to_it(folder: Path) -> None:
    listing = folder / "story.toml"
    listing.write_text('report = [{file = "a.txt"}]  # short\n')
    add_reports(listing, [{"file": "b.txt"}])
    assert "# short" in listing.read_text()
    assert [entry.file for entry in parse_story_file(listing).reports] == ["a.txt", "b.txt"]


def test_a_new_story_lists_what_lay_in_the_folder_before(folder: Path) -> None:
    known = open_story(folder)
    assert known
    (folder / "d.txt").write_text("Another.")
    add_reports(listing_of(folder), [{"file": "d.txt"}], known=[r.path for r in known.reports])
    reopened = open_story(folder)
    assert reopened
    assert [r.path.name for r in reopened.reports] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_a_folder_without_reports_is_no_story_yet(tmp_path: Path) -> None:
    assert open_story(tmp_path) is None
    assert open_story(tmp_path / "none") is None


def test_a_story_with_a_mistake_is_not_taken_for_a_folder_without_reports(folder: Path) -> None:
    (folder / "story.toml").write_text("titel = 1")
    with pytest.raises(ReadError, match="did you mean title"):
        open_story(folder)


def test_a_file_that_is_there_is_not_replaced(folder: Path) -> None:
    listing = listing_of(folder)
    assert write_beside(listing, "a.txt", b"new").name == "a-2.txt"
    assert write_beside(listing, "a.txt", b"newer").name == "a-3.txt"
    assert (folder / "a-2.txt").read_bytes() == b"new"


def test_a_place_that_cannot_be_written_is_one_line(folder: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        add_reports(folder / "a.txt" / "story.toml", [{"file": "b.txt"}])


@given(comment=st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40))
def test_no_comment_is_lost(comment: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "a.txt").write_text("a")
    listing = folder / "commented.toml"
    written = f'# {comment}\n[[report]]\nfile = "a.txt" # {comment}\n'
    listing.write_text(written, encoding="utf-8")
    add_reports(listing, [{"file": "b.txt"}])
    assert listing.read_text(encoding="utf-8").startswith(written.rstrip())


def test_those_who_add_at_once_lose_nothing(tmp_path: Path) -> None:
    listing = tmp_path / "new" / "story.toml"
    names = [f"{number}.txt" for number in range(12)]

    def add(name: str) -> None:
        with held(listing):
            listing.with_name(name).write_text("The dam held on Monday.")
            add_reports(listing, [{"file": name}])

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, names))
    assert sorted(r.file for r in parse_story_file(listing).reports) == sorted(names)


def test_a_story_in_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam held on Monday.")
    with (
        pytest.raises(StoreError, match=r"a\.txt: is no folder"),
        held(tmp_path / "a.txt" / "s.toml"),
    ):
        pass
