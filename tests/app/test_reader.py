"""The reader as a whole: hostile text, sizes, memory, failing work."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import MakeApp, make_desk, reader_of, shown
from tests.app.piloted import pilots
from tests.export.hostile import hostile_comparison
from tests.factories import make_article, make_comparison
from tui.app import adding
from tui.app.app import ReaderApp
from tui.app.desk import Change, Desk, open_desk, recalled
from tui.app.layout.outline import View
from tui.app.memory import Panes, recall, to_remember
from tui.app.readahead import _received, begin_reading
from tui.app.reading.bookmarks import Bookmarks
from tui.app.reading.state import Place
from tui.app.screens.confirm import ConfirmDialog
from tui.app.screens.entry import EntryDialog
from tui.app.screens.library import LibraryScreen
from tui.app.work import Compared, Failed, Translated
from tui.compare import Stage
from tui.errors import DiptychError
from tui.model import Translation
from tui.read import load_story

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def painted(app: ReaderApp) -> list[str]:
    return [segment.text for strip in app.screen._compositor.render_strips() for segment in strip]


@pytest.mark.parametrize("size", [(120, 40), (40, 20)])
async def test_hostile_text_is_painted_and_not_obeyed(size: tuple[int, int]) -> None:
    comparison = hostile_comparison()
    desk = Desk("[/] x [@click=app.bell] \x1b[2J", (comparison.a, comparison.b, comparison.a))
    desk.keep(0, 1, comparison)
    app = ReaderApp(desk)
    async with app.run_test(size=size) as pilot:
        for keys in (
            ["j"],
            ["v"],
            ["v"],
            ["t"],
            ["o"],
            ["m"],
            ["d"],
            ["e", "1"],
            ["n"] * 20,
            ["?"],
        ):
            await pilot.press(*keys)
            await pilot.pause()
            for text in painted(app):
                assert not STEERING.search(text), ascii(text)
            while len(app.screen_stack) > 1:
                await pilot.press("escape")
        assert "@click" not in str(reader_of(app).spread.render_line(5))


async def test_dialogs_paint_words_that_cannot_steer_the_terminal(make_app: MakeApp) -> None:
    app = make_app()
    hostile = "a\x1b[2J\u202eb"
    async with app.run_test(size=(80, 24)) as pilot:
        entry = EntryDialog(hostile, fault=lambda _: hostile)
        for dialog in (ConfirmDialog(hostile, hostile), entry):
            app.push_screen(dialog)
            await pilot.press("enter")
            await pilot.pause()
            assert "a␛[2J" in shown(app)
            for text in painted(app):
                assert not STEERING.search(text), ascii(text)
            await pilot.press("escape")


async def test_how_a_report_was_decoded_is_told_on_opening_and_stands_in_its_heading() -> None:
    known = make_comparison()
    doubtful = replace(known.a, notes=("decoded as windows-1252",))
    app = ReaderApp(make_desk(replace(known, a=doubtful)))
    async with app.run_test(size=(200, 30)) as pilot:
        reader_of(app).compute()
        await pilot.pause()
        assert "Courier: decoded as windows-1252" in shown(app)
        await pilot.press("j")
        await pilot.pause()
        assert "Courier: decoded" not in shown(app)
        assert "2024-03-05 · en · decoded as windows-1252" in shown(app)


async def test_a_terminal_too_small_is_told_so_and_grows_again(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        assert "terminal too small" in shown(app)
        assert "(needs 30×8)" in shown(app)
        assert "q leaves" in shown(app)
        await pilot.press("j", "v", "n", "t")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "terminal too small" not in shown(app)


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (31, 8), (69, 9), (70, 12), (300, 90)])
async def test_no_size_breaks_the_reader(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "v", "n", "v", "t", "tab", "z")
        await pilot.resize_terminal(80, 24)
        await pilot.press("n")
        assert reader_of(app).window.width == 80


async def test_below_seventy_columns_one_report_is_shown_and_tab_shows_the_other(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        assert "Ferry Runs Aground" in shown(app)
        assert "Fähre vor" not in shown(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "Fähre vor" in shown(app)


async def test_a_resize_keeps_the_sentence_in_sight(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G")
        for size in ((70, 12), (200, 12), (90, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            window = reader_of(app).window
            extent = window.sheet.a.extent(6)
            assert extent is not None
            assert window.tops.a <= extent[0] < extent[1] <= window.tops.a + window.height


async def test_ascii_signs_are_ascii_only() -> None:
    a = make_article(["One plain sentence.", "Another one."])
    app = ReaderApp(make_desk(make_comparison(a, a, [(0, 1), (1, 0)])), ascii_only=True)
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("j", "v", "v", "v", "s", "M"):
            await pilot.press(key)
            await pilot.pause()
            assert shown(app).isascii()
        for key in ("?", "d", "'", ":", "P", "u"):
            await pilot.press(key)
            await pilot.pause()
            assert shown(app).isascii(), key
            await pilot.press("escape")


async def test_panes_of_arabic_and_japanese_are_kept_apart_and_level() -> None:
    arabic = make_article(["جنحت العبارة يوم الاثنين وعلى متنها 64 شخصا."], lang="ar", id="a")
    japanese = make_article(["フェリーが月曜日に座礁し、乗客64人が乗っていた。"], lang="ja", id="b")
    app = ReaderApp(make_desk(make_comparison(arabic, japanese, [(0, 0)])))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {120}
        line = next(strip.text for strip in strips if "جنحت" in strip.text)
        before, _, after = line.partition("جنحت")
        assert "\u200e" in before
        assert "\u200e" in after.partition("フェリー")[0]
        plain = [strip.text for strip in strips if "جنحت" not in strip.text]
        assert not any("\u200e" in text for text in plain)


async def test_one_report_alone_can_be_read_and_says_what_it_lacks() -> None:
    app = ReaderApp(Desk("Alone", (make_article(["Only this."]),), key="alone"))
    async with app.run_test(size=(100, 30)) as pilot:
        assert "the story has one report · A reads another beside it" in shown(app)
        for key in ("n", "x", "v", "m", "z", "tab", "enter", "e", "d", "right_square_bracket"):
            await pilot.press("escape", key)
            await pilot.pause()
            assert shown(app).count("Only this.") == 1
            assert "the story has one report · A reads another beside it" in shown(app)
        await pilot.press("j")
        await pilot.pause()
        assert "there is nothing to compare it with" in shown(app)


@pilots("add_report")
async def test_a_report_is_added_beside_the_one_being_read(home: Path) -> None:
    (home / "other.txt").write_text("The other report says this.", encoding="utf-8")
    app = ReaderApp(Desk("Alone", (make_article(["Only this."]),)))
    async with app.run_test(size=(100, 30)) as pilot:
        for typed, told in (
            ("none.txt", "none.txt: no such file"),
            ("https://a.b/c", "only files"),
        ):
            await pilot.press("A", *typed, "enter")
            await pilot.pause()
            assert told in shown(app)
            await pilot.press("escape")
        await pilot.press("A", *"other.txt", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Only this." in shown(app)
        assert "The other report says this." in shown(app)


def test_a_chapter_of_a_book_is_a_file_to_add(home: Path) -> None:
    (home / "book.epub").touch()
    assert adding.fault("book.epub#2") == ""
    assert adding.fault("~nobody-of-that-name/a.txt").endswith(": no such file")
    assert adding.fault("a" * 5000).endswith(": no such file: the name is too long")


@pytest.mark.parametrize("width", [40, 100])
async def test_a_report_that_hides_the_other_names_the_key_that_shows_it(
    make_app: MakeApp, width: int
) -> None:
    app = make_app()
    async with app.run_test(size=(width, 20)) as pilot:
        if width == 100:
            assert "Tab: B" not in shown(app)
            await pilot.press("z")
            await pilot.pause()
        assert "Tab: B" in shown(app).splitlines()[1]
        await pilot.press("tab")
        await pilot.pause()
        assert "Tab: A" in shown(app).splitlines()[1]


async def test_an_empty_report_can_be_read() -> None:
    empty = make_article([], id="empty")
    app = ReaderApp(Desk("Empty", (empty, make_article(["Only this."]))))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*"jknN[]GgJKvvvtfyzz", "enter", "tab")
        await pilot.pause()
        assert "Only this." in shown(app)


async def test_what_is_known_is_shown_while_the_rest_is_computed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.store.comparisons.compare_cached", lambda *_, **__: None)
    known = make_comparison()
    app = ReaderApp(Desk("Ferry", (known.a, known.b)))
    async with app.run_test(size=(140, 40)) as pilot:
        reader = reader_of(app)
        reader.compute()
        links_only = make_comparison(known.a, known.b, [(2, 2)])
        reader.post_message(Compared((0, 1), Stage.DIVERGENCES, links_only, 0.42))
        await pilot.pause()
        assert "A 1/6 linked" in shown(app)
        assert "comparing 42%" in shown(app)
        reader.post_message(Compared((0, 1), Stage.DONE, known, 1.0))
        await pilot.pause()
        assert "≠ 1 conflict" in shown(app)
        assert "comparing" not in shown(app)


async def test_translations_are_shown_as_they_come_and_say_where_they_come_from() -> None:
    known = make_comparison()
    desk = Desk("Ferry", (known.a, known.b))
    desk.keep(0, 1, make_comparison(known.a, known.b, [(2, 2)]))
    app = ReaderApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(app)
        some = {3: Translation("en", "Nobody was hurt.", "memory: x.tmx")}
        reader.post_message(Translated(1, "en", some, (0, 1, 2, 4, 5)))
        await pilot.pause()
        assert "┊ Nobody was hurt." in shown(app)
        assert "en: memory: x.tmx (5 missing)" in shown(app)
        reader.post_message(Translated(1, "en", {}, (0, 1, 2, 3, 4, 5)))
        await pilot.pause()
        assert "no translation · P provider" in shown(app)


async def test_where_translations_come_from_changes_sides_with_the_reports(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.screens.reader.FIRST_FRAME", 1000)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(app)
        await pilot.pause()
        assert reader.spread.notes == {"a": "", "b": "en: memory de-en.tmx"}
        await pilot.press("x")
        assert reader.spread.notes == {"a": "en: memory de-en.tmx", "b": ""}


async def test_a_result_for_reports_no_longer_shown_is_put_away(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(app)
        before = reader.reading
        reader.post_message(Compared((2, 1), Stage.DONE, before.comparison, 1.0))
        await pilot.pause()
        assert reader.reading is before


async def test_a_comparison_done_while_another_pair_is_shown_is_there_on_return(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "tui.store.comparisons.compare_cached", lambda a, b, **_: asked.append(a.id + b.id)
    )
    known = make_desk()
    desk = Desk(known.title, known.articles)
    desk.keep(0, 2, make_comparison(known.articles[0], known.articles[2], [(2, 1)]))
    app = ReaderApp(desk)
    async with app.run_test(size=(140, 40)) as pilot:
        reader = reader_of(app)
        reader.compute()
        reader.post_message(Compared((0, 1), Stage.LINKS, reader.reading.comparison, 0.42))
        await pilot.pause()
        assert reader.pairing.busy == "linking 42%"
        reader.pairing.choose("b", 2)
        reader.post_message(Compared((0, 1), Stage.LINKS, make_comparison(), 0.6))
        await pilot.pause()
        assert reader.pairing.busy == "", "progress is that of the pair shown"
        reader.pairing.choose("b", 1)
        assert reader.pairing.busy == "linking", "the worker is still at it"
        reader.pairing.choose("b", 2)
        reader.post_message(Compared((0, 1), Stage.DONE, make_comparison(), 1.0))
        await pilot.pause()
        reader.pairing.choose("b", 1)
        await app.workers.wait_for_complete()
        assert len(reader.reading.comparison.links) == 5
        assert reader.pairing.busy == ""
        assert asked == ["ab"], "it is compared once"


async def test_work_that_fails_says_why_in_a_line(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        reader_of(app).post_message(Failed("x.tmx: line 3: not well-formed"))
        await pilot.pause()
        assert "x.tmx: line 3: not well-formed" in shown(app)


async def test_the_place_is_remembered_when_the_reader_is_left(home: Path) -> None:
    for name in ("one", "two"):
        (home / f"{name}.txt").write_text(
            "A first sentence.\n\nA second sentence.\n\nA third one.\n", encoding="utf-8"
        )
    story = load_story([home / "one.txt", home / "two.txt"])

    def desk() -> Desk:
        opened = open_desk(story)
        one, two = opened.articles
        opened.keep(0, 1, make_comparison(one, two, [(0, 0), (1, 1)]))
        return opened

    app = ReaderApp(desk())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "j", "v", "tab", "f")
    again = ReaderApp(desk())
    async with again.run_test(size=(100, 30)) as pilot:
        reading = reader_of(again).reading
        assert reading.view is View.ALIGNED
        assert reading.furniture
        assert reading.place.which == "b"


async def test_each_pair_of_reports_has_its_place_and_whoever_reads_on_stays(home: Path) -> None:
    def desk() -> Desk:
        made = make_desk()
        key, state, *_ = recalled("Places", [home])
        return replace(made, key=key, state=state)

    app = ReaderApp(desk())
    async with app.run_test(size=(100, 30)) as pilot:
        reader = reader_of(app)
        await pilot.press("j", "j")
        here = reader.reading.place
        reader.pairing.choose("b", 2)
        assert reader.reading.place == here, "the report being read stays"
        await pilot.press("tab", "G")
        assert reader.reading.place == Place("b", 1)
        reader.pairing.choose("b", 1)
        assert reader.reading.place == here, "where these two were left"
    again = ReaderApp(desk())
    async with again.run_test(size=(100, 30)) as pilot:
        reader = reader_of(again)
        await pilot.press("tab")
        reader.pairing.choose("b", 2)
        assert reader.reading.place == Place("b", 1), "also after the reader was left"


async def test_a_place_that_could_not_be_saved_is_saved_later(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[Mapping[str, Any]] = []
    fails = True

    def save(_: Desk, change: Change) -> Mapping[str, Any]:
        if fails:
            raise DiptychError("state.db: the disk is full")
        saved.append(change({}))
        return saved[-1]

    monkeypatch.setattr(Desk, "save", save)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = reader_of(app)
        reader.places.save()
        await pilot.pause()
        assert "the disk is full" in shown(app)
        await pilot.press("j")
        reader.places.save()
        await pilot.pause()
        assert "the disk is full" not in shown(app), "it is said once"
        fails = False
        reader.places.save()
        assert len(saved) == 1


def test_a_desk_cut_short_at_any_byte_is_taken_for_none() -> None:
    sent = pickle.dumps(make_desk())
    assert _received(sent) is not None
    assert all(_received(sent[:cut]) is None for cut in range(len(sent)))


def test_what_was_remembered_of_other_reports_is_left_alone() -> None:
    a, b = make_article(["One."], id="a"), make_article(["Two."], id="b")
    assert recall({"left": "gone", "right": "b", "view": "aligned"}, (a, b)).state == {}
    assert recall({"left": "b", "right": "a"}, (a, b)).left == 1


@pytest.mark.parametrize(
    "state",
    [
        {"sentence": 99},
        {"sentence": "2"},
        {"side": "c", "view": "sideways", "translation_a": 7},
        {"hidden_relations": "conflicts", "hidden_kinds": [1, None]},
        {"share": 7.0, "details": "x", "zoomed": 1, "bookmarks": [7]},
    ],
)
async def test_a_memory_that_makes_no_sense_is_passed_over(state: dict[str, object]) -> None:
    known = make_desk()
    desk = Desk(known.title, known.articles, state={"left": "a", "right": "b", **state})
    desk.keep(0, 1, make_comparison())
    app = ReaderApp(desk)
    async with app.run_test(size=(100, 30)):
        assert reader_of(app).reading.place == Place("a", 0)


async def test_a_reading_survives_being_written_down(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("v", "n", "n", "a", "t")
        reading = reader_of(app).reading
        panes, marks = (
            Panes(0.4, zoomed=True, details=9),
            Bookmarks().toggled(reading.comparison.a, 2),
        )
        places = {("a", "b"): Place("a", 1), ("a", "c"): Place("b", 1)}
        state = to_remember(reading, ("a", "b"), panes, marks, places)
        found = recall(state, reader_of(app).desk.articles)
        again = to_remember(
            found.applied(reading), ("a", "b"), found.panes, found.bookmarks, found.places
        )
        assert again == state
        assert found.places == {("a", "c"): Place("b", 1)}


async def test_without_a_story_the_library_offers_the_demo() -> None:
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        assert isinstance(app.screen, LibraryScreen)
        await pilot.pause()
        assert "an invented story to try Diptych with" in shown(app)
        await pilot.press("escape")
    assert app.return_code == 0


def test_a_report_that_cannot_be_read_is_a_line_and_not_a_screen(tmp_path: Path) -> None:
    from tui.app import run

    files = [tmp_path / name for name in ("one.txt", "two.txt")]
    files[0].write_text("Something.", encoding="utf-8")
    with pytest.raises(DiptychError, match=r"two\.txt"):
        run(begin_reading(files))


def test_a_story_is_read_beside_this_process_as_it_would_be_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("one.txt", "two.txt")]
    for file in files:
        file.write_text(f"{file.stem.title()} is something.", encoding="utf-8")
    expected = open_desk(load_story(files).untouched())
    opening = begin_reading(files, raw=True)
    monkeypatch.setattr("tui.app.desk.open_desk", pytest.fail)  # the child has begun without
    assert opening() == expected


UNASKED = """
import signal
from tui.app import readahead
readahead._desk = lambda *files, **how: signal.pause()
readahead.begin_reading([])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is read in a child without fork")
def test_a_story_that_nobody_asks_for_is_not_read_on_after_the_program() -> None:
    # A child left behind would hold the pipe open that this waits at.
    command = [sys.executable, "-c", UNASKED]
    ended = subprocess.run(command, check=True, capture_output=True, timeout=30)
    assert not ended.stderr
