"""What the screen looks like; ``pytest --snapshot-update`` after looking at a change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp

SnapCompare = Callable[..., bool]

SIZES = {"wide": (120, 40), "classic": (80, 24), "narrow": (40, 20)}

SCENES = {
    "parallel": ["n", "n", "n"],
    "aligned": ["t", "v", "n"],
    "differences": ["v", "v"],
}


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("size", SIZES)
def test_views(snap_compare: SnapCompare, make_app: MakeApp, size: str, scene: str) -> None:
    assert snap_compare(make_app(), terminal_size=SIZES[size], press=SCENES[scene])


@pytest.mark.parametrize("theme", ["diptych-light", "diptych-clear-dark", "ansi-dark"])
def test_themes(snap_compare: SnapCompare, make_app: MakeApp, theme: str) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=(80, 24), press=["n"])


def test_without_colour_glyph_and_underline_carry_it(
    snap_compare: SnapCompare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(80, 24), press=["n", "n", "n"])


def test_ascii(snap_compare: SnapCompare, make_app: MakeApp) -> None:
    app = make_app(ascii_only=True)
    assert snap_compare(app, terminal_size=(80, 24), press=["n", "n", "n"])


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("help", ["?"]),
        ("filters", ["d"]),
        ("report", ["o"]),
        ("export", ["e"]),
        ("matrix", ["m"]),
        ("find", ["slash", "l", "i", "n", "d"]),
        ("bookmarks", ["j", "M", "tab", "M", "apostrophe"]),
        ("selection", ["j", "M", "s", "j", "shift+left"]),
        ("number", ["colon", "9", "9", "enter"]),
    ],
)
def test_dialogs(snap_compare: SnapCompare, make_app: MakeApp, name: str, keys: list[str]) -> None:
    async def press_and_wait(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()  # the matrix reads what matches nothing
        await pilot.pause()

    assert snap_compare(make_app(), terminal_size=(100, 30), run_before=press_and_wait)


@pytest.mark.parametrize("keys", [["d", "j", "space"], ["s", "j"]], ids=["filters", "selection"])
def test_without_colour_ticks_and_what_is_chosen_are_seen(
    snap_compare: SnapCompare,
    make_app: MakeApp,
    monkeypatch: pytest.MonkeyPatch,
    keys: list[str],
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(80, 24), press=keys)
