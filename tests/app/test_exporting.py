"""The dialog that asks what goes into an export; and comparisons opened from a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from tests.app.conftest import MakeApp, reader_of, shown
from tests.factories import make_comparison
from tui.app.app import ReaderApp
from tui.app.export_settings import ExportSettings
from tui.app.library import open_shelved, shelf
from tui.app.saved import open_saved
from tui.errors import DiptychError
from tui.export import FORMATS, ExportOptions, render
from tui.model import Comparison

SIZE = (120, 40)


def settings(format_name: str, comparison: Comparison | None = None) -> ExportSettings:
    known = comparison or make_comparison()
    return ExportSettings.of(known, FORMATS[format_name], ("a", 5), [("b", 5)])


def test_only_what_a_format_heeds_can_be_chosen() -> None:
    assert [s.name for s in settings("html").settings] == [
        "passages",
        "translations",
        "what agrees",
        "A and B",
        "sources",
    ]
    assert [s.name for s in settings("tmx").settings] == ["passages", "A and B", "sources"]


def test_what_there_is_not_cannot_be_chosen() -> None:
    bare = make_comparison(make_comparison().a, make_comparison().b)
    found = ExportSettings.of(bare, FORMATS["html"], ("a", 0), [])
    assert found.settings[0].words == ("all",)
    assert "translations" not in [s.name for s in found.settings]


def test_settings_as_they_are_export_all_of_both_reports() -> None:
    assert settings("html").options("Alma") == ExportOptions(title="Alma")


def test_passages_go_round() -> None:
    found = settings("html")
    chosen = []
    for _ in range(4):
        selection = found.options("").selection
        chosen.append(selection and len(selection.places))
        found = found.stepped(0, 1)
    assert chosen == [None, 8, 2, 1]
    assert found == settings("html")


def test_each_setting_has_its_effect() -> None:
    found = settings("html")
    for index in range(1, 5):
        found = found.stepped(index, 1)
    options = found.options("Alma")
    assert (options.translations, options.agreements) == (False, False)
    assert (options.swapped, options.anonymous) == (True, True)


async def test_enter_writes_at_once_and_the_arrows_change_what_goes_into_it(
    make_app: MakeApp, home: Path
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "2", "down", "right", "down", "space", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "written: courier-küstenblatt.md" in shown(app)
    text = (home / "courier-küstenblatt.md").read_text("utf-8")
    assert "This excerpt has only passages that differ." in text
    assert "The island has been without a doctor" not in text
    assert "Divers discovered a crack four metres long." not in text


async def test_without_sources_the_proposed_name_names_none_and_an_own_name_stays(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "enter", "down", *("j" * 4), "right")
        line = app.screen.query_one(Input)
        assert line.value == "comparison.html"
        await pilot.press("right")
        assert line.value == "courier-küstenblatt.html"
        line.value = "mine.html"
        await pilot.press("right")
        assert line.value == "mine.html"


async def test_bookmarked_passages_can_be_exported(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("G", "M", "e", "3", "down", "left", "enter")
        await app.workers.wait_for_complete()
    text = " ".join((home / "courier-küstenblatt.txt").read_text("utf-8").split())
    assert "This excerpt has only bookmarked passages." in text
    assert "The island has been without a doctor" in text
    assert "Divers found" not in text


async def test_letters_typed_into_the_name_change_no_setting(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "1", *"jhl", "space")
        assert app.screen.query_one(Input).value.endswith("jhl ")
        assert "as on the screen" in shown(app)
        assert not app.screen.query_one(OptionList).has_focus


async def test_the_screen_is_written_as_a_picture_that_asks_for_nothing(
    make_app: MakeApp, home: Path
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "end", "enter", "enter")
        await app.workers.wait_for_complete()
    svg = (home / "courier-küstenblatt.svg").read_text("utf-8")
    assert "Sandholm" in svg
    assert "@font-face" not in svg
    assert "Export&#160;this" not in svg


@pytest.fixture
def saved(home: Path) -> Path:
    file = home / "alma.json"
    file.write_text(render(make_comparison(), "json", ExportOptions(title="The Alma")), "utf-8")
    return file


async def test_a_saved_comparison_is_read_as_it_was_exported(saved: Path) -> None:
    desk = open_saved(saved)
    app = ReaderApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        reader_of(app).compute()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert desk.title == "The Alma"
        assert "┊ No one was injured." in shown(app)
        comparison = reader_of(app).reading.comparison
        assert render(comparison, "json", ExportOptions(title="The Alma")) == saved.read_text(
            "utf-8"
        )


def test_a_saved_comparison_is_found_again_in_the_library(saved: Path) -> None:
    open_saved(saved)
    _, own = shelf()
    assert (own.title, own.locations) == ("The Alma", (str(saved),))
    assert open_shelved(own).comparison(0, 1) is not None


def test_two_reports_of_one_id_are_told_apart(saved: Path) -> None:
    made = json.loads(saved.read_text("utf-8"))
    made["b"]["id"] = made["a"]["id"]
    saved.write_text(json.dumps(made), "utf-8")
    desk = open_saved(saved)
    assert [article.id for article in desk.articles] == ["a", "a-2"]
    known = desk.comparison(0, 1)
    assert known
    assert known.b.id == "a-2"


def test_a_file_that_is_no_comparison_is_told_in_a_line(home: Path) -> None:
    (home / "x.json").write_text("{}", "utf-8")
    with pytest.raises(DiptychError, match=r"x\.json: no comparison"):
        open_saved(home / "x.json")
