"""What the reader tells who tries another program's keys, and of a language not known."""

from __future__ import annotations

from dataclasses import replace

from tests.app.conftest import MakeApp, make_desk, reader_of, shown
from tests.app.piloted import pilots
from tui.app.app import ReaderApp
from tui.app.reading.describe import facts


async def test_ctrl_c_tells_how_to_leave_and_how_to_copy(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "q leaves · y copies the sentence" in shown(app)
        await pilot.press("j")
        await pilot.pause()
        assert "q leaves" not in shown(app)


async def test_ctrl_c_names_the_readers_own_keys() -> None:
    app = ReaderApp(make_desk(), keys={"quit": ["Z"]})
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "Z leaves" in shown(app)
        assert reader_of(app).is_current


def test_a_language_that_is_not_known_is_said_in_words() -> None:
    article = replace(make_desk().articles[0], lang="und")
    assert "language not known" in facts(article)
    assert "und" not in facts(article)


async def test_a_beginner_who_presses_ctrl_c_is_told_too() -> None:
    app = ReaderApp(replace(make_desk(), key="first"))
    async with app.run_test(size=(100, 30)) as pilot:
        assert "v v lists them" in shown(app)
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "q leaves · y copies the sentence" in shown(app)


@pilots("suspend")
async def test_where_no_shell_waits_ctrl_z_says_so_also_to_a_beginner() -> None:
    app = ReaderApp(replace(make_desk(), key="first"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "no shell here to go back to" in shown(app)
