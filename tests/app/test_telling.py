"""What the reader tells: to who tries another program's keys, of a language, of a comparison."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import MakeApp, make_desk, reader_of, shown
from tests.app.piloted import pilots
from tests.factories import make_comparison
from tui.app.app import ReaderApp
from tui.app.desk import Desk
from tui.app.reading.describe import facts
from tui.app.work import Compared
from tui.compare import Stage
from tui.model import Comparison


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


STRANGE = "nothing matches: these look like reports of different events"


async def begun(app: ReaderApp) -> None:
    """Let the reader begin to compare, and say first what it has to say of translations."""
    reader_of(app).compute()
    await app.workers.wait_for_complete()


def done(app: ReaderApp, comparison: Comparison, caution: str = "") -> None:
    """Tell the reader that a comparison of its two reports is finished."""
    reader_of(app).post_message(Compared((0, 1), Stage.DONE, comparison, 1.0, caution))


def compared_by_hand(monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    """A reader that waits for :func:`done`."""
    monkeypatch.setattr("tui.app.work.comparing", lambda *_: lambda: None)
    desk = make_desk()
    return ReaderApp(Desk(desk.title, desk.articles))


async def test_that_two_reports_are_of_different_events_is_said_for_as_long_as_they_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = compared_by_hand(monkeypatch)
    async with app.run_test(size=(100, 30)) as pilot:
        await begun(app)
        assert STRANGE not in shown(app)
        known = make_comparison()
        done(app, Comparison(known.a, known.b), STRANGE)
        await pilot.pause()
        assert STRANGE in shown(app)
        assert "A 0/" in shown(app)
        await pilot.press("j", "n")
        await pilot.pause()
        assert "no differences found" in shown(app)
        assert STRANGE in shown(app)
        await pilot.press("x")
        await pilot.pause()
        assert STRANGE in shown(app)
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert "nothing matches: these look like" in shown(app)
        assert "reports of different events" in shown(app)


async def test_what_the_comparison_cannot_do_is_said_again_where_nothing_matches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = compared_by_hand(monkeypatch)
    async with app.run_test(size=(120, 30)) as pilot:
        await begun(app)
        done(app, make_comparison(), "fewer matches: a reason")
        await pilot.pause()
        assert "fewer matches: a reason" in shown(app)
        await pilot.press("n")
        await pilot.pause()
        assert "fewer matches" not in shown(app)
        await pilot.press("g", "]")
        await pilot.pause()
        assert "B has nothing like this sentence · fewer matches: a reason" in shown(app)


async def test_that_something_is_still_compared_is_not_said_once_it_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = compared_by_hand(monkeypatch)
    async with app.run_test(size=(100, 30)) as pilot:
        await begun(app)
        await pilot.press("n")
        await pilot.pause()
        assert "still comparing" in shown(app)
        done(app, make_comparison())
        await pilot.pause()
        assert "still comparing" not in shown(app)
        assert "no more" not in shown(app)


async def test_a_table_without_room_names_the_readers_own_key_for_more() -> None:
    app = ReaderApp(make_desk(), keys={"more_details": ["R"]})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "n", "n", *["minus"] * 4)
        await pilot.pause()
        assert "1 more line: R makes room" in shown(app)
        await pilot.press("R")
        await pilot.pause()
        assert "makes room" not in shown(app)


@pytest.mark.parametrize("reports", [2, 3])
async def test_a_beginner_is_told_of_the_matrix_where_there_are_more_than_two_reports(
    reports: int,
) -> None:
    desk = make_desk()
    app = ReaderApp(replace(desk, key="first", articles=desk.articles[:reports]))
    async with app.run_test(size=(120, 40)):
        assert "v v lists them" in shown(app)
        assert ("m all 3 reports at once" in shown(app)) is (reports > 2)


async def test_where_there_is_no_room_for_all_of_a_hint_its_last_clauses_go() -> None:
    app = ReaderApp(replace(make_desk(), key="first"))
    async with app.run_test(size=(60, 24)):
        rule = next(line for line in shown(app).splitlines() if "differences" in line)
        assert " ? help · n next difference ─" in rule
