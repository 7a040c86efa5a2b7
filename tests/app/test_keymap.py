"""The reader's own keys: how they are written, what is wrong with some, what they do."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.screen import Screen

from tests.app.conftest import make_desk, reader_of, shown
from tui.app.app import ReaderApp
from tui.app.commands import COMMANDS, footer
from tui.app.commands.keymap import keyed
from tui.app.commands.keys import key_name, key_of
from tui.app.reading.state import Place
from tui.errors import DiptychError
from tui.model import DetailKind
from tui.paths import config_folder
from tui.store.config import keys_fault


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("j", "j"),
        ("J", "J"),
        ("]", "right_square_bracket"),
        ("PageDown", "pagedown"),
        ("pagedown", "pagedown"),
        ("Space", "space"),
        (",", "comma"),
        ("comma", "comma"),
        ("+", "plus"),
        ("ä", "ä"),
        ("§", "section_sign"),
        ("F5", "f5"),
        ("Ctrl+X", "ctrl+x"),
        ("Shift+a", "A"),
        ("Shift+Left", "shift+left"),
        ("Ctrl++", "ctrl+plus"),
        ("", None),
        ("Hyper+x", None),
        ("PageSideways", None),
        ("\x1b", None),
    ],
)
def test_a_key_is_written_as_on_the_keyboard(written: str, key: str | None) -> None:
    assert key_of(written) == key


def test_every_key_of_the_table_is_read_back_from_how_it_is_shown() -> None:
    for command in COMMANDS.values():
        for key in command.keys:
            assert key_of(key_name(key)) == key


@given(st.text(max_size=12))
def test_no_text_for_a_key_raises(written: str) -> None:
    key_of(written)


def keys(**own: list[str]) -> None:
    keyed(COMMANDS, own, keys_fault)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (
            {"next_sentense": ["e"]},
            "next_sentense: no command is called so.*did you mean next_sent",
        ),
        ({"nothing_like": ["e"]}, "nothing_like: no command is called so"),
        ({"next_sentence": ["n"]}, "next_sentence: the key n is that of next_difference"),
        ({"next_sentence": ["e", "ctrl+y"]}, "next_sentence: the key e is that of export"),
        (
            {"quit": ["F9"], "help": ["F9"]},
            "help: the key F9 is that of quit|quit: the key F9 is that of",
        ),
        ({"quit": ["Nonsense"]}, 'quit: no key is called "Nonsense"'),
        ({"quit": ["\x1b[2J"]}, r"quit: no key is called \"'\\x1b\[2J'\""),
        ({"quit": []}, "quit: needs a key at least"),
        ({"right_by_number": ["F9"]}, "right_by_number: takes 9 keys"),
    ],
)
def test_keys_that_cannot_be_are_told_in_a_line(own: dict[str, list[str]], words: str) -> None:
    with pytest.raises(DiptychError, match=words):
        keys(**own)


def test_the_line_of_the_file_is_named() -> None:
    folder = config_folder()
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('[keys]\nhelp = "H"\nquit = "n"\n', encoding="utf-8")
    with pytest.raises(DiptychError, match=r"config\.toml, line 3: quit: the key n is that of"):
        keys(help=["H"], quit=["n"])


def test_two_commands_may_change_keys() -> None:
    made = keyed(COMMANDS, {"next_sentence": ["k"], "previous_sentence": ["j"]}, keys_fault)
    assert (made["next_sentence"].keys, made["previous_sentence"].keys) == (("k",), ("j",))
    assert footer(made)[0] == ("k j", "sentence")


async def test_own_keys_do_what_they_should_and_stand_wherever_keys_are_named() -> None:
    own = {
        "next_sentence": ["k", "Ctrl+Y"],
        "previous_sentence": ["j"],
        "help": ["H"],
        "right_by_number": list("BCDFIQRSW"),
    }
    app = ReaderApp(make_desk(), keys=own)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("k", "ctrl+y", "j")
        assert reader_of(app).reading.place == Place("a", 2)
        await pilot.press("D")
        assert reader_of(app).pairing.pair == (0, 2)
        await pilot.pause()
        assert "k j sentence" in shown(app)
        assert "H help" in shown(app)
        await pilot.press("question_mark")
        assert len(app.screen_stack) == 1, "the key was given away"
        await pilot.press("H", "G")
        await pilot.pause()
        assert "Keys and signs" in shown(app)
        assert "k  Ctrl+Y" in shown(app)
        screen = cast("Screen[object]", reader_of(app))
        titles = [command.title for command in app.get_system_commands(screen)]
        assert "Next sentence  (k  Ctrl+Y)" in titles


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ([":", "3", "enter"], 3),
        (["slash", *"lind", "enter", "escape"], 4),
        (["j", ":", "p", "4", "enter"], 4),
    ],
)
async def test_keys_in_one_burst_go_where_they_were_meant(keys: list[str], sentence: int) -> None:
    app = ReaderApp(make_desk())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for key in keys:
            character = key if len(key) == 1 else None
            app.post_message(events.Key(key_of(key) or key, character))
        reader = reader_of(app)
        for _ in range(60):
            await pilot.pause()
            settled = len(app.screen_stack) == 1 and not reader.query("FindBar")
            if settled and reader.reading.place.sentence == sentence:
                break
        assert reader.reading.place.sentence == sentence
        assert len(app.screen_stack) == 1
        assert not reader.query("FindBar")


async def test_a_burst_within_a_dialog_is_taken_in_order() -> None:
    app = ReaderApp(make_desk())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("d")
        for key in (*"jjjjjjo", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        while len(app.screen_stack) > 1:
            await pilot.pause()
        marked = reader_of(app).reading.marked
        kinds = {marked.comparison.divergences[n].kind for n in marked.differences}
        assert kinds == {DetailKind.NUMBER}
