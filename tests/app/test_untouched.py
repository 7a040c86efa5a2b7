"""The untouched text of a report, on a key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.conftest import MakeApp, shown
from tests.app.piloted import pilots
from tests.factories import make_comparison
from tui.app.desk import open_desk
from tui.read import load_story

SIZE = (120, 40)
PAGE = (
    "<!doctype html><html><body><nav>Front page</nav><article><h1>Ferry aground</h1>"
    "<p>The ferry ran aground on Monday with [/] 64 people on board, the harbour master said.</p>"
    "</article></body></html>"
)


@pilots("show_untouched")
async def test_the_untouched_text_is_shown_and_left_again(make_app: MakeApp, home: Path) -> None:
    path = home / "page.html"
    path.write_text(PAGE)
    known = make_comparison()
    app = make_app(replace(known, a=replace(known.a, path=str(path))))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("U")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Front page" in shown(app)
        assert "with [/] 64 people" in shown(app)
        await pilot.press("j", "k", "U")
        await pilot.pause()
        assert "Front page" not in shown(app)


@pytest.mark.parametrize("path", [None, "none.html"])
async def test_without_a_file_there_is_none_and_it_is_said(
    make_app: MakeApp, path: str | None
) -> None:
    known = make_comparison()
    app = make_app(replace(known, a=replace(known.a, path=path)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("U")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert ("no such file" if path else "came from no file") in shown(app)


def test_a_copy_is_noted_when_a_story_is_opened(home: Path) -> None:
    text = "The ferry ran aground on Monday, and all 64 people on board were brought to the shore "
    for name in ("one.txt", "two.txt"):
        (home / name).write_text(f"{text}by two fishing boats that were near, the master said.")
    desk = open_desk(load_story(home))
    assert [article.notes for article in desk.articles] == [(), ("is the same text as one",)]
