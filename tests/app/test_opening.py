"""What is shown on opening: the first hint, the place, the view, before anything is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import MakeApp, make_desk, reader_of, shown
from tests.factories import make_comparison
from tui.app.app import ReaderApp
from tui.app.desk import Desk, open_desk
from tui.app.layout.outline import View
from tui.app.reading.state import Place
from tui.app.work import Compared, Failed
from tui.compare import Stage
from tui.read import load_story

SIZE = (120, 40)


@pytest.fixture
def nothing_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the worker would say is said by the test."""
    monkeypatch.setattr("tui.app.screens.reader.FIRST_FRAME", 1000)


def left_in(view: View, sentence: int) -> Mapping[str, Any]:
    ids = {"left": "a", "right": "b", "side": "a"}
    return {**ids, "view": view.value, "sentence": sentence}


@pytest.mark.usefixtures("nothing_is_computed")
@pytest.mark.parametrize("view", [View.ALIGNED, View.DIFFERENCES])
async def test_the_place_is_kept_until_the_view_can_be_laid_out(view: View) -> None:
    known = make_comparison()
    app = ReaderApp(Desk("Ferry", (known.a, known.b), state=left_in(view, 4)))
    async with app.run_test(size=SIZE) as pilot:
        reader = reader_of(app)
        await pilot.pause()
        assert "Ferry Runs Aground" in shown(app), "the reports, and no blank page"
        assert reader.reading.place == Place("a", 4)
        links = make_comparison(known.a, known.b, [(k.i, k.j) for k in known.links])
        reader.post_message(Compared((0, 1), Stage.DIVERGENCES, links, 0.5))
        await pilot.pause()
        assert reader.reading.place == Place("a", 4)
        reader.post_message(Compared((0, 1), Stage.DONE, known, 1.0))
        await pilot.pause()
        assert reader.reading.laid_out is view
        assert reader.reading.place == Place("a", 4)


@pytest.mark.usefixtures("nothing_is_computed")
async def test_what_needs_the_comparison_says_that_it_is_under_way() -> None:
    known = make_comparison()
    app = ReaderApp(Desk("Ferry", (known.a, known.b)))
    async with app.run_test(size=SIZE) as pilot:
        for key, words in (
            ("n", "still comparing"),
            ("]", "still comparing"),
            ("v", "aligned view, as soon as the reports are compared"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert words in shown(app)
        assert reader_of(app).reading.place == Place("a", 0)


@pytest.mark.usefixtures("nothing_is_computed")
async def test_what_could_not_be_compared_is_not_said_to_be_under_way() -> None:
    known = make_comparison()
    app = ReaderApp(Desk("Ferry", (known.a, known.b)))
    async with app.run_test(size=SIZE) as pilot:
        reader_of(app).post_message(Failed("the reports cannot be compared: no memory"))
        await pilot.pause()
        assert "the reports cannot be compared: no memory" in shown(app)
        await pilot.press("n")
        await pilot.pause()
        assert "not compared to the end" in shown(app)
        assert "still comparing" not in shown(app)


async def test_the_first_time_keys_are_hinted_at_until_one_is_pressed(home: Path) -> None:
    (home / "one.txt").write_text("A first sentence.\n\nA second one.\n", encoding="utf-8")
    (home / "two.txt").write_text("Another sentence.\n\nA second one.\n", encoding="utf-8")
    story = load_story([home / "one.txt", home / "two.txt"])

    def desk() -> Desk:
        opened = open_desk(story)
        one, two = opened.articles
        opened.keep(0, 1, make_comparison(one, two, [(1, 1)]))
        return opened

    app = ReaderApp(desk())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "? help · n next difference · v v lists them" in shown(app)
        await pilot.press("j")
        await pilot.pause()
        assert "v v lists them" not in shown(app)
    again = ReaderApp(desk())
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "v v lists them" not in shown(again)


async def test_the_theme_chosen_last_is_kept_for_every_story(home: Path) -> None:
    (home / "one.txt").write_text("A first sentence.\n", encoding="utf-8")
    (home / "two.txt").write_text("Another sentence.\n", encoding="utf-8")
    desk = open_desk(load_story([home / "one.txt"]))
    async with ReaderApp(desk).run_test(size=(80, 24)) as pilot:
        await pilot.press("T")
    assert open_desk(load_story([home / "two.txt"])).habits["theme"] == "diptych-light"


async def test_lines_are_no_longer_than_the_reader_wants(make_app: MakeApp) -> None:
    app = ReaderApp(make_desk(), measure=40)
    async with app.run_test(size=(160, 40)):
        shape = reader_of(app).window.geometry
        assert (shape.text_a, shape.text_b) == (40, 40)


async def test_a_language_the_encoder_does_not_know_is_told_when_the_reports_are_compared() -> None:
    known = make_comparison()
    app = ReaderApp(Desk("Ferry", (replace(known.a, lang="uk"), known.b)))
    async with app.run_test(size=SIZE) as pilot:
        reader_of(app).compute()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "fewer matches: the sentence encoder does not know Ukrainian" in shown(app)
