"""Selecting text, copying it with its source, opening the source."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.conftest import MakeApp, reader_of, shown
from tests.app.piloted import pilots
from tests.factories import make_article, make_comparison
from tui.app import browser, clipboard
from tui.app.reading.selection import Caret, Selection, selected_text, whole_sentence

SIZE = (120, 40)

NOWHERE: Mapping[str, str] = {}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clipboard and no browser of the machine that runs the tests."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)


# The clipboard's programs


@pytest.mark.parametrize(
    ("environ", "platform", "names"),
    [
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({}, "linux", []),
        ({}, "darwin", ["pbcopy"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
        ({"SSH_CONNECTION": "1 2"}, "darwin", []),
        ({"SSH_CONNECTION": "1 2", "DISPLAY": "localhost:10"}, "linux", ["xclip", "xsel"]),
    ],
)
def test_the_clipboard_is_that_of_the_person_at_the_keyboard(
    environ: dict[str, str], platform: str, names: list[str]
) -> None:
    assert [p.name for p in clipboard.programs(environ, platform)] == names


def script(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{body}", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.mark.skipif(os.name == "nt", reason="scripts with a first line that names a program")
def test_a_program_that_fails_gives_way_to_the_next(tmp_path: Path) -> None:
    script(tmp_path, "xclip", "raise SystemExit(1)")
    script(tmp_path, "xsel", "import sys; open('taken', 'wb').write(sys.stdin.buffer.read())")
    environ = {"DISPLAY": ":0", "PATH": str(tmp_path)}
    assert clipboard.copy("“Grüße” 書", environ, "linux") == "xsel"
    assert Path("taken").read_text(encoding="utf-8") == "“Grüße” 書"
    (tmp_path / "xsel").unlink()
    assert clipboard.copy("x", environ, "linux") == ""
    assert clipboard.copy("x", {"PATH": ""}, "linux") == ""


@pilots("copy")
async def test_a_sentence_is_copied_with_its_source(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "y")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.clipboard == (
            "“The ferry Alma ran aground on Monday with 64 people on board.”"
            " — Sandholm Courier, 2024-03-05, ¶2"
        )
        assert "sent to the terminal to copy, which some ignore · Y writes to a file" in shown(app)


async def test_the_program_that_took_the_text_is_named(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "copy", lambda text, environ: "wl-copy")
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("y")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "copied (wl-copy)" in shown(app)
        assert app.clipboard == ""


# Selections

ARTICLE = make_article(["One two, three.", "Vier fünf 六七.", "Last one here."], id="a")
CARETS = st.builds(Caret, st.integers(0, 2), st.integers(0, 14))


@given(CARETS, CARETS)
def test_a_selection_is_the_same_in_whichever_direction_it_was_drawn(
    anchor: Caret, head: Caret
) -> None:
    drawn = Selection("a", anchor, head)
    articles = {"a": ARTICLE, "b": ARTICLE}
    assert selected_text(drawn, articles) == selected_text(drawn.turned(), articles)  # type: ignore[arg-type]
    spans = [drawn.span("a", s) for s in ARTICLE.sentences]
    assert all(0 <= span[0] < span[1] for span in spans if span)


@given(st.integers(0, 2), st.lists(st.sampled_from([1, -1])))
def test_an_end_moves_by_words_within_its_sentence(sentence: int, steps: list[int]) -> None:
    selection = whole_sentence(ARTICLE, "a", sentence)
    for step in steps:
        selection = selection.by_word(ARTICLE, step)
        assert selection.head.sentence == sentence
        assert 0 <= selection.head.offset <= len(ARTICLE.sentences[sentence].text)


def test_words_end_where_words_end() -> None:
    selection = whole_sentence(ARTICLE, "a", 1)
    offsets = []
    while selection.head.offset:
        selection = selection.by_word(ARTICLE, -1)
        offsets.append(selection.head.offset)
    assert offsets == [12, 11, 9, 4, 0]


@pilots("select", "select_word", "unselect_word", "unselect")
async def test_text_is_selected_by_keys(make_app: MakeApp) -> None:
    app = make_app()

    async def copied(*keys: str) -> str:
        await pilot.press(*keys, "y")
        await app.workers.wait_for_complete()
        return app.clipboard

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j")
        assert "64 people on board” — " in await copied(
            "s", "shift+left", "shift+right", "shift+left"
        )
        assert (await copied("s", "4", "shift+right")).startswith("“aground on Monday")
        whole = await copied("escape", "s", *"999999", "shift+right")  # at once: it ends at the end
        assert whole == await copied("escape")
        assert "¶2–3" in await copied("escape", "s", "j")
        assert (await copied("escape")).startswith("“Nobody was"), "the sentence gone to"
        reading = reader_of(app).reading
        assert reading.selection is None


async def test_text_is_selected_by_the_mouse_within_a_report_and_in_rows_across(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        lines = shown(app).split("\n")
        y = next(k for k, line in enumerate(lines) if "The ferry Alma" in line)
        x = lines[y].index("ferry")
        await pilot.mouse_down("#spread", offset=(x, y - 1))
        await pilot.hover("#spread", offset=(x + 5, y - 1))
        await pilot.mouse_up("#spread", offset=(x + 5, y - 1))
        await pilot.press("y")
        await app.workers.wait_for_complete()
        assert app.clipboard.startswith("“ferry” — Sandholm Courier")
        await pilot.mouse_down("#spread", offset=(x, y - 1))
        await pilot.hover("#spread", offset=(90, y - 1))
        await pilot.mouse_up("#spread", offset=(90, y - 1))
        await pilot.press("y")
        await app.workers.wait_for_complete()
        left, right = app.clipboard.split("\n\n")
        assert left.startswith("“The ferry Alma ran")
        assert right.startswith("“")
        assert "Küstenblatt" in right


async def test_the_divider_is_pulled_by_the_mouse(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        shape = reader_of(app).window.geometry
        x = shape.start_b - 2
        await pilot.mouse_down("#spread", offset=(x, 10))
        await pilot.hover("#spread", offset=(x + 12, 10))
        await pilot.mouse_up("#spread", offset=(x + 12, 10))
        assert reader_of(app).window.geometry.text_a > shape.text_a + 5


# Files


@pilots("write_quotation")
async def test_quotations_are_added_to_a_file(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "Y", "enter", "j", "Y", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "added to quotations.txt" in shown(app)
        first, second = (home / "quotations.txt").read_text(encoding="utf-8").split("\n\n")
        assert first.startswith("“The ferry Alma")
        assert second.startswith("“Nobody was")


async def test_a_file_that_cannot_be_added_to_is_told(make_app: MakeApp, home: Path) -> None:
    os.mkfifo(home / "quotations.txt")  # which nobody reads, so that opening it would not end
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("Y", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "quotations.txt: is no regular file" in shown(app)


# The source's address


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://news.example/a?b=c", ""),
        ("http://news.example", ""),
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("javascript:alert(1)", "only addresses that begin with http"),
        ("-x", "only addresses that begin with http"),
        ("https://", "that is no address"),
        ("https://[", "that is no address"),
        ("https://a b", "that is no address"),
        ("https://a.example/\x1b[2J", "that is no address"),
    ],
)
def test_only_addresses_of_the_web_are_opened(url: str, words: str) -> None:
    assert browser.fault(url).startswith(words)
    assert bool(browser.fault(url)) is bool(words)


def test_a_browser_comes_up_where_somebody_sees_it() -> None:
    assert browser.has_browser({"DISPLAY": ":0"}, "linux")
    assert not browser.has_browser(NOWHERE, "linux")
    assert browser.has_browser(NOWHERE, "darwin")
    assert not browser.has_browser({"SSH_TTY": "/dev/pts/1"}, "darwin")


def test_what_came_of_opening_is_a_line() -> None:
    def fails(_: str) -> bool:
        raise OSError

    assert browser.browse("https://x.example", lambda _: True).startswith("opened in the browser")
    assert browser.browse("https://x.example", lambda _: False) == "no browser could be opened"
    assert "OSError" in browser.browse("https://x.example", fails)


@pilots("open_source")
async def test_over_ssh_the_address_is_shown_and_can_be_copied(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    known = make_comparison()
    addressed = replace(known.a, url="https://courier.example/alma")
    app = make_app(replace(known, a=addressed, b=replace(known.b, url=None)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert "https://courier.example/alma" in shown(app)
        assert "No browser can be opened from here, over SSH" in shown(app)
        assert "Copy the address?" in " ".join(shown(app).replace("│", " ").split())
        await pilot.press("y")
        await app.workers.wait_for_complete()
        assert app.clipboard == "https://courier.example/alma"
        await pilot.press("tab", "u")
        await pilot.pause()
        assert "no address is known of this report" in shown(app)


async def test_the_browser_is_opened_where_there_is_one(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    opened: list[str] = []

    def open_window(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", open_window)
    known = make_comparison()
    app = make_app(replace(known, a=replace(known.a, url="https://courier.example/alma")))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("u")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert opened == ["https://courier.example/alma"]
        assert "opened in the browser" in shown(app)
