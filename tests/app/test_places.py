"""Going back and forward, and bookmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.conftest import MakeApp, make_desk, reader_of, shown
from tests.app.piloted import pilots
from tests.factories import make_article, make_comparison
from tui.app.app import ReaderApp
from tui.app.desk import Change, Desk
from tui.app.memory import recall
from tui.app.reading.bookmarks import Bookmark, Bookmarks
from tui.app.reading.history import History, Spot
from tui.app.reading.state import Place
from tui.app.screens.bookmarks import BookmarksDialog
from tui.store.errors import StoreError
from tui.store.state import state_store

SIZE = (120, 40)

SPOTS = st.builds(lambda n: Spot(0, 1, Place("a", n)), st.integers(0, 9))


@given(st.lists(SPOTS, min_size=1), st.lists(st.booleans()))
def test_back_and_forward_undo_each_other(spots: list[Spot], ways: list[bool]) -> None:
    history, here = History(), spots[0]
    for spot in spots[1:]:
        if spot != here:
            history, here = history.jumped(here), spot
    for back in ways:
        step = history.back(here) if back else history.forward(here)
        if step is None:
            continue
        after, there = step
        again = after.forward(there) if back else after.back(there)
        assert again is not None
        assert again[1] == here
        history, here = step


def test_a_jump_forgets_what_was_ahead_and_a_run_counts_as_one() -> None:
    spots = [Spot(0, 1, Place("a", n)) for n in range(5)]
    history = History()
    for spot in spots[:3]:
        history = history.jumped(spot, "difference")
    assert history.behind == (spots[0],)
    step = history.back(spots[3])
    assert step is not None
    assert step[1] == spots[0]
    assert step[0].jumped(spots[4]).ahead == ()


@pilots("back", "forward")
@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["G", "comma"], Place("a", 0)),
        (["G", "backspace", "full_stop"], Place("a", 6)),
        (["j", "enter", "comma"], Place("a", 2)),
        (["j", "n", "n", "n", "comma"], Place("a", 2)),
        (["G", "j", "j", ":", "3", "enter", "comma"], Place("a", 6)),
        (["G", "g", "2", "comma"], Place("a", 0)),
        (["slash", *"lind", "enter", "escape", "comma"], Place("a", 0)),
        (["M", "G", "apostrophe", "enter", "comma"], Place("a", 6)),
    ],
)
async def test_a_jump_can_be_taken_back(make_app: MakeApp, keys: list[str], place: Place) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        assert reader_of(app).reading.place == place


async def test_going_back_brings_the_reports_back_too(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        reader = reader_of(app)
        await pilot.press("j", "j", "o", "3")
        assert reader.pairing.pair == (2, 1)
        await pilot.press("comma")
        assert reader.pairing.pair == (0, 1)
        assert reader.reading.place == Place("a", 3)
        await pilot.press("comma")
        await pilot.pause()
        assert "this is where you began" in shown(app)
        await pilot.press("full_stop", "full_stop")
        await pilot.pause()
        assert "there is nothing to go forward to" in shown(app)


def test_a_bookmark_is_found_again_in_a_report_that_was_changed() -> None:
    article = make_article(["One.", "Two.", "Three."], id="a")
    marks = Bookmarks().toggled(article, 1)
    longer = make_article(["Zero.", "One.", "Two.", "Three."], id="a")
    assert marks.found_in([longer]).of(longer) == {2}
    shorter = make_article(["One."], id="a")
    lost = marks.found_in([shorter])
    assert lost.of(shorter) == frozenset()
    assert lost.found_in([article]).of(article) == {1}, "it is kept until its text is back"


@given(st.lists(st.builds(Bookmark, st.text(), st.integers(0), st.text())))
def test_bookmarks_survive_being_written_down(marks: list[Bookmark]) -> None:
    kept = Bookmarks(tuple(marks))
    assert Bookmarks.read(kept.written()) == kept


@pytest.mark.parametrize("state", [None, "x", [1, {}, {"report": 1}, {"report": "a"}], {}])
def test_bookmarks_that_make_no_sense_are_passed_over(state: object) -> None:
    assert Bookmarks.read(state) == Bookmarks()


@pilots("bookmark", "bookmarks")
async def test_bookmarks_are_set_listed_visited_and_removed(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        reader = reader_of(app)
        await pilot.press("apostrophe")
        await pilot.pause()
        assert "no bookmark is set; M sets one" in shown(app)
        await pilot.press("j", "M", "tab", "M")
        await pilot.pause()
        assert shown(app).count("♦") == 2
        await pilot.press("o", "3", "apostrophe")
        await pilot.pause()
        assert isinstance(app.screen, BookmarksDialog)
        assert "Courier · ¶2" in shown(app)
        assert "Küstenblatt · ¶3" in shown(app)
        await pilot.press("enter")
        assert reader.pairing.pair == (0, 1), "its report is shown again"
        assert reader.reading.place == Place("a", 2)
        await pilot.press("apostrophe", "j", "x", "escape", "M")
        assert reader.places.bookmarks == Bookmarks()
        await pilot.pause()
        assert "bookmark removed" in shown(app)


async def test_a_bookmark_whose_report_is_gone_is_kept_and_said_to_be(make_app: MakeApp) -> None:
    gone = [{"report": "gone", "sentence": 0, "text": "It was."}]
    known = make_desk()
    desk = replace(known, state={"bookmarks": gone})
    app = ReaderApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("apostrophe")
        await pilot.pause()
        assert "gone · no longer in the story" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "that sentence is no longer in the story" in shown(app)
        assert reader_of(app).places.bookmarks.written() == gone


async def test_bookmarks_panes_and_place_are_saved_as_they_happen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saved: list[Mapping[str, Any]] = []

    def save(_: Desk, change: Change) -> Mapping[str, Any]:
        saved.append(change({}))
        return saved[-1]

    monkeypatch.setattr(Desk, "save", save)
    app = ReaderApp(make_desk())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "M")
        assert saved[-1]["bookmarks"], "a bookmark is on disk before the next key"
        await pilot.press("greater_than_sign", "plus", "z")
        reader_of(app).places.save()
    a, b = make_comparison().a, make_comparison().b
    found = recall(saved[-1], (a, b))
    assert found.bookmarks.of(a) == {2}
    assert found.panes.share == pytest.approx(0.55)
    assert found.panes.zoomed
    assert found.panes.details > 0


@pilots("bookmark")
async def test_two_readers_of_one_story_keep_each_others_bookmarks() -> None:
    one, two = (ReaderApp(replace(make_desk(), key="the ferry")) for _ in range(2))
    async with one.run_test(size=SIZE) as first, two.run_test(size=SIZE) as second:
        await first.press("M", "j", "M")
        await second.press("j", "j", "M")
        both = reader_of(two).places.bookmarks
        assert len(both.marks) == 3, "those that the other has set are taken over"
        await first.press("M")  # takes away what the second has taken over
        await second.press("k", "k")
        reader_of(two).places.save()
    kept = Bookmarks.read(state_store().load("the ferry")["bookmarks"])
    assert kept.marks == (both.marks[0], both.marks[2])


@pilots("bookmark")
async def test_a_bookmark_that_is_not_on_disk_is_not_told_as_if_it_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def save(_: Desk, change: Change) -> Mapping[str, Any]:
        raise StoreError("state.db: the disk is full")

    monkeypatch.setattr(Desk, "save", save)
    app = ReaderApp(make_desk())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("M", "j", "M")
        await pilot.pause()
        assert "not for the next time: state.db: the disk is full" in shown(app)


MARKS = st.lists(st.builds(Bookmark, st.just("a"), st.integers(0, 5), st.just("")), unique=True)


@given(MARKS, MARKS)
def test_changes_to_bookmarks_nobody_else_changed_give_what_they_led_to(
    before: list[Bookmark], after: list[Bookmark]
) -> None:
    old, new = Bookmarks(tuple(before)), Bookmarks(tuple(after))
    assert set(old.changed(old, new).marks) == set(new.marks)
    assert old.changed(new, new) == old
