"""Dialogs and the matrix where the terminal has little room for them."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from tests.app.conftest import MakeApp, make_desk, reader_of, shown
from tui.app.app import ReaderApp
from tui.app.desk import Desk
from tui.app.screens.filters import FiltersDialog

SMALL = (40, 16)


def told(screen: str) -> str:
    """The words on the screen, without the frames of boxes and the breaks of lines."""
    return " ".join(screen.replace("│", " ").split())


async def test_the_row_being_chosen_and_the_keys_stay_in_sight(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert "Enter accept" in told(shown(app))
        dialog = app.screen
        assert isinstance(dialog, FiltersDialog)
        *_, last = dialog.rows()
        assert last.plain not in shown(app)
        await pilot.press("up")
        await pilot.pause()
        assert last.plain in shown(app), "going up from the first row leads to the last"


async def test_a_dialog_fits_a_terminal_that_has_become_smaller(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert "Esc leave" in told(shown(app))


@pytest.mark.parametrize("key", ["m", "d", "o", "e", "?"])
async def test_the_way_out_is_told_on_a_narrow_terminal(make_app: MakeApp, key: str) -> None:
    app = make_app()
    async with app.run_test(size=(30, 20)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        words = told(shown(app))
        assert any(way in words for way in ("Esc leave", "Esc back", "Esc close")), words


async def test_a_story_of_one_report_says_so_in_the_singular() -> None:
    app = ReaderApp(Desk("The ferry", make_desk().articles[:1]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        reader_of(app).prefix.settle()
        await pilot.pause()
        assert "the story has one report" in shown(app)


async def test_the_meaning_of_a_sign_stands_close_to_it_on_a_narrow_terminal(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("?")
        await pilot.pause()
        assert "conflicts: A and B" in shown(app)


async def test_what_is_typed_to_be_found_is_seen_on_a_narrow_terminal(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"ferry")
        await pilot.pause()
        assert " find  ferry " in shown(app)
        assert " of " in shown(app).splitlines()[-1]


async def test_of_a_reports_facts_the_longest_give_way_on_a_narrow_terminal(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)):
        line = shown(app).splitlines()[2]
        assert " Ada Moor · 2024-03-05 · en " in line, "not the source's name, cut in the middle"
        assert "── de ─ en: memory de-en.tmx ──" in line


async def test_no_line_of_the_screen_is_ever_without_a_ground(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL):
        ground = reader_of(app).render_lines(Region(0, 0, *SMALL))
        assert [strip.cell_length for strip in ground] == [SMALL[0]] * SMALL[1]
