"""Every command, by its key, on the running reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from tests.app.conftest import MakeApp, reader_of, shown
from tests.app.piloted import piloted, pilots
from tests.factories import make_comparison
from tui.app.app import ReaderApp
from tui.app.commands import COMMANDS, footer
from tui.app.desk import Desk
from tui.app.layout.outline import View
from tui.app.layout.typeset import TranslationMode
from tui.app.reading.state import Place
from tui.app.screens.filters import FiltersDialog
from tui.app.screens.library import LibraryScreen
from tui.app.widgets.detail_strip import DetailStrip
from tui.app.work import Compared, Failed
from tui.compare import Stage
from tui.model import DetailKind, Relation

SIZE = (120, 40)

EVERY_KEY = [(c.id, c.keys[-1]) for c in COMMANDS.values() if c.id not in ("quit", "library")]


def test_no_key_does_two_things() -> None:
    keys = [key for command in COMMANDS.values() for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_command_says_what_it_does_in_a_sentence() -> None:
    for command in COMMANDS.values():
        assert command.help.endswith(".")
        assert command.keys


def test_every_command_is_piloted() -> None:
    assert set(COMMANDS) - piloted() == set()
    assert piloted() - set(COMMANDS) == set()


def test_the_footer_begins_with_moving_and_ends_with_help() -> None:
    assert footer()[0] == ("j k", "sentence")
    assert footer()[-1] == ("?", "help")


@pytest.mark.parametrize("view", View)
async def test_every_key_runs_its_command_in_every_view(
    make_app: MakeApp, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        reader = reader_of(app)
        action = reader.action_command

        def watched(command: str, pressed: str) -> None:
            ran.append(command)
            action(command, pressed)

        monkeypatch.setattr(reader, "action_command", watched)
        for name, key in EVERY_KEY:
            reader.show(replace(reader.reading, view=view))
            await pilot.press(key)
            assert ran[0] == name
            while len(app.screen_stack) > 1 or reader.query("FindBar"):
                await pilot.press("escape")
            ran.clear()


async def place_after(app: ReaderApp, *keys: str) -> Place:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        return reader_of(app).reading.place


@pilots(
    "next_sentence",
    "previous_sentence",
    "next_paragraph",
    "previous_paragraph",
    "page_down",
    "page_up",
    "first_sentence",
    "last_sentence",
    "other_pane",
    "go_to_match",
    "next_unmatched",
    "previous_unmatched",
    "next_difference",
    "previous_difference",
    "swap_reports",
    "go_to_sentence",
    "number",
)
@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["j"], Place("a", 2)),
        (["down", "down", "k"], Place("a", 2)),
        (["G"], Place("a", 6)),
        (["G", "g"], Place("a", 0)),
        (["J", "J"], Place("a", 3)),
        (["J", "J", "K"], Place("a", 2)),
        (["pagedown"], Place("a", 6)),
        (["pagedown", "pageup"], Place("a", 0)),
        (["tab"], Place("b", 0)),
        (["j", "enter"], Place("b", 2)),
        (["j", "enter", "enter"], Place("a", 2)),
        (["]"], Place("a", 6)),
        (["G", "k", "["], Place("a", 5)),
        (["n"], Place("a", 2)),
        (["n", "n", "N"], Place("a", 2)),
        (["x"], Place("b", 0)),
        ([":", "3", "enter"], Place("a", 3)),
        ([":", "p", "2", "enter"], Place("a", 2)),
        (["2", "j"], Place("a", 3)),
        (["1", "2", "j"], Place("a", 6)),
        (["3", "j", "2", "k"], Place("a", 2)),
        (["2", "J", "2", "K"], Place("a", 0)),
        (["2", "n"], Place("a", 3)),
        (["2", "]"], Place("a", 6)),
        (["3", "G"], Place("a", 3)),
        (["1", "0", "escape", "j"], Place("a", 2)),
    ],
)
async def test_keys_lead_where_they_should(
    make_app: MakeApp, keys: list[str], place: Place
) -> None:
    assert await place_after(make_app(), *keys) == place


async def test_what_cannot_be_done_is_said_and_nothing_moves(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        for key, words in (
            ("k", "the report begins here"),
            ("N", "no more differences above"),
            ("[", "no more sentences without a match above"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert words in shown(app)
            assert reader_of(app).reading.place == Place("a", 0)


async def test_the_match_comes_level(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 14)) as pilot:
        await pilot.press("G", "k")
        window = reader_of(app).window
        top_a, top_b = window.sheet.a.top(5), window.sheet.b.top(1)
        assert top_a is not None
        assert top_b is not None
        assert top_a - window.tops.a == top_b - window.tops.b


@pilots("cycle_view")
async def test_views_go_round_and_say_so(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        for view in (View.ALIGNED, View.DIFFERENCES, View.PARALLEL):
            await pilot.press("v")
            assert reader_of(app).reading.view is view
            await pilot.pause()
            assert f"{view.value} view" in shown(app)


@pilots("change_order")
async def test_rows_follow_the_other_reports_order(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v", "V")
        await pilot.pause()
        text = shown(app)
        assert text.index("Taucher entdeckten") < text.index("Mit rund 60")


@pilots("cycle_translation")
async def test_translations_go_below_then_instead_then_off(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "┊ No one was injured." in shown(app)
        assert "Verletzt wurde niemand." in shown(app)
        assert "en: memory de-en.tmx" in shown(app)
        await pilot.press("t")
        await pilot.pause()
        assert "┊ No one was injured." in shown(app)
        assert "Verletzt wurde niemand." not in shown(app)
        assert "Diese Woche" in shown(app), "what has no translation is shown as it is"
        await pilot.press("t")
        await pilot.pause()
        assert "No one was injured." not in shown(app)
        assert reader_of(app).reading.translation["b"] is TranslationMode.OFF


async def test_without_any_translation_the_pane_says_what_can_be_done(make_app: MakeApp) -> None:
    comparison = make_comparison()
    bare = make_comparison(comparison.a, comparison.b, [(0, 0)])
    app = make_app(bare)
    async with app.run_test(size=(160, 30)) as pilot:
        reader_of(app).compute()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "no translation memory covers B; P chooses a provider" in shown(app)
        assert "no translation · P provider" in shown(app)


@pilots("toggle_agreements")
async def test_agreements_are_marked_when_asked_for(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j")
        await pilot.pause()
        assert "am Montag  " not in shown(app).partition("differences")[2]
        await pilot.press("a")
        await pilot.pause()
        assert "am Montag" in shown(app).partition("differences")[2]


@pilots("filter_differences")
async def test_kinds_and_relations_are_filtered_in_a_dialog(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d")
        dialog = app.screen
        assert isinstance(dialog, FiltersDialog)
        assert Relation.AGREES not in dialog.ticked
        await pilot.press("space", *"jjjjjj", "space")
        await pilot.pause()
        assert "[ ] ≠ conflicts" in shown(app)
        assert "[x] ≈ imprecise" in shown(app)
        await pilot.press("enter")
        filters = reader_of(app).reading.filters
        assert filters.kinds == {DetailKind.NUMBER}
        assert filters.relations == {Relation.AGREES, Relation.CONFLICTS}
        assert "differences 3, 2 hidden" in shown(app)
        assert len(reader_of(app).reading.marked.differences) == 3


async def test_one_kind_alone_is_two_keys_away(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d", *"jjjjjj", "o", "enter")
        differing = {d.kind for d in reader_of(app).reading.comparison.differences}
        assert differing - reader_of(app).reading.filters.kinds == {DetailKind.NUMBER}


async def test_leaving_a_dialog_changes_nothing(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        before = reader_of(app).reading
        for key in ("d", "o", "O", "e", ":", "P", "m", "?"):
            await pilot.press(key, "escape")
            assert reader_of(app).reading is before


@pilots("toggle_furniture")
async def test_furniture_is_shown_and_hidden(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert "Share this article" in shown(app)
        await pilot.press("f")
        await pilot.pause()
        assert "Share this article" not in shown(app)


@pilots("left_by_number", "right_by_number", "choose_left", "choose_right")
async def test_reports_are_chosen_by_number_and_by_list(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        reader = reader_of(app)
        await pilot.press("3")
        assert reader.pairing.pair == (0, 1), "a number may follow"
        reader.prefix.settle()
        assert reader.pairing.pair == (2, 1)
        await pilot.press("exclamation_mark")
        assert reader.pairing.pair == (2, 0)
        await pilot.press("1", "V")
        assert reader.pairing.pair == (0, 2), "a report chosen for both sides changes over"
        await pilot.press("O", "up", "enter")
        assert reader.pairing.pair == (0, 1)
        await pilot.press("o", "3")
        assert reader.pairing.pair == (2, 1)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("9")
        reader.prefix.settle()
        await pilot.pause()
        assert "the story has 3 reports" in shown(app)


async def test_a_digit_alone_chooses_its_report_after_a_moment(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.prefix.ALONE", 0.001)
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3")
        while reader_of(app).pairing.report("a") == 0:
            await pilot.pause()
        assert reader_of(app).pairing.report("a") == 2


@pilots("find")
async def test_words_are_found_as_they_are_typed(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"lind")
        await pilot.pause()
        assert "1 of 2 · A 1 · B 1" in shown(app)
        assert reader_of(app).reading.place == Place("a", 4)
        await pilot.press("enter")
        assert reader_of(app).reading.place == Place("b", 4)
        await pilot.press("shift+tab")
        assert reader_of(app).reading.place == Place("a", 4)
        await pilot.press("q")
        await pilot.pause()
        assert "nothing found" in shown(app)
        await pilot.press("escape", "j")
        assert reader_of(app).reading.finding is None
        assert reader_of(app).reading.place == Place("a", 5)


@pilots("export")
async def test_an_export_is_written_and_never_over_a_file_unasked(
    make_app: MakeApp, home: Path
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "2")
        assert app.screen.query_one(Input).value == "courier-küstenblatt.md"
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        written = home / "courier-küstenblatt.md"
        assert "64 people" in written.read_text(encoding="utf-8")
        written.write_text("mine", encoding="utf-8")
        await pilot.press("e", "2", "enter", "n")
        assert written.read_text(encoding="utf-8") == "mine"
        await pilot.press("e", "2", "enter", "y")
        await app.workers.wait_for_complete()
        assert "64 people" in written.read_text(encoding="utf-8")


async def test_what_has_all_its_translations_needs_no_provider(make_app: MakeApp) -> None:
    known = make_comparison()
    app = make_app(replace(known, b=replace(known.b, lang="en")))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("P")
        await pilot.pause()
        assert len(app.screen_stack) == 1
        assert "both reports are in your language" in shown(app)


async def test_a_number_that_no_sentence_has_is_refused_in_plain_words(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        for typed, words in (
            ("99", "there is no sentence 99; the last is 6"),
            ("p0", "there is no paragraph 0; the last is 6"),
            ("x", "that is no number; type 1 to 6, or p1 to p6"),
            ("9" * 30, "there is no sentence so high a number; the last is 6"),
        ):
            await pilot.press(":")
            app.screen.query_one(Input).value = typed
            await pilot.press("enter")
            await pilot.pause()
            assert words in shown(app)
            await pilot.press("escape")
        await pilot.press("9", "9", "G")
        await pilot.pause()
        assert "there is no sentence 99; the last is 6" in shown(app)


async def test_words_of_translations_are_found_while_they_are_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"injured")
        await pilot.pause()
        assert "1 of 1 · A 0 · B 1" in shown(app)
        hit = reader_of(app).reading.finding
        assert hit is not None
        assert hit.spans("b", reader_of(app).reading.place.sentence, translated=True)
        await pilot.press("escape", "t", "t", "slash", *"injured")
        await pilot.pause()
        assert "nothing found" in shown(app)


async def test_an_export_that_cannot_be_written_says_why(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "3")
        app.screen.query_one(Input).value = "nowhere/at-all.txt"
        await pilot.press("enter")
        await pilot.pause()
        assert "there is no folder nowhere" in shown(app)
        app.screen.query_one(Input).value = str(home)
        await pilot.press("enter")
        await pilot.pause()
        assert "that is a folder" in shown(app)


@pytest.mark.parametrize(
    "typed", ["x" * 300 + "/y.txt", "x" * 300, "~no-such-user-here/x.txt", "locked/x.txt"]
)
async def test_an_impossible_path_is_refused_in_a_line(
    make_app: MakeApp, home: Path, typed: str
) -> None:
    locked = home / "locked"
    locked.symlink_to(locked)
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "3")
        app.screen.query_one(Input).value = typed
        await pilot.press("enter")
        await pilot.pause()
        assert "no file can be written there: " in shown(app) or "there is no folder" in shown(app)
        assert [path.name for path in home.iterdir()] == ["locked"]


async def test_nothing_is_exported_before_the_comparison_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.store.comparisons.compare_cached", lambda *_, **__: None)
    monkeypatch.setattr("tui.app.screens.reader.FIRST_FRAME", 1000)
    known = make_comparison()
    app = ReaderApp(Desk("Ferry", (known.a, known.b)))
    async with app.run_test(size=SIZE) as pilot:
        reader = reader_of(app)
        reader.compute()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        assert "still comparing; export when it is done" in shown(app)
        reader.post_message(Failed("no encoder"))
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        assert "these reports have not been compared" in shown(app)
        reader.post_message(Compared((0, 1), Stage.DONE, known, 1.0))
        await pilot.pause()
        await pilot.press("e")
        assert len(app.screen_stack) == 2


@pilots("choose_provider")
async def test_nothing_is_sent_before_the_host_is_agreed_to(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("P")
        names = app.screen.query_one(OptionList)
        assert names.option_count > 2
        await pilot.press("enter")
        await pilot.pause()
        told = shown(app)
        assert "will be sent to" in told or "needs" in told or "key" in told
        await pilot.press("escape")
        assert reader_of(app).translations.provider is None


@pilots("matrix")
async def test_the_matrix_lists_details_and_leads_back_to_one(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert "≈ rund 60 Menschen" in shown(app)
        await pilot.press("l", "l", "j", "enter")
        await pilot.pause()
        assert reader_of(app).reading.place.which == "a"
        assert len(app.screen_stack) == 1


@pilots("zoom")
async def test_zoom_gives_the_width_to_one_report(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert "Taucher" not in shown(app)
        await pilot.press("z")
        await pilot.pause()
        assert "Taucher" in shown(app)


@pilots("narrow_left", "widen_left")
async def test_the_divider_moves(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        before = reader_of(app).window.geometry.text_a
        await pilot.press("greater_than_sign", "greater_than_sign")
        assert reader_of(app).window.geometry.text_a > before
        await pilot.press(*["less_than_sign"] * 40)
        assert reader_of(app).window.geometry.text_a >= 20


@pilots("more_details", "less_details")
async def test_the_table_of_differences_is_given_room(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        before = reader_of(app).query_one(DetailStrip).size.height
        await pilot.press("plus", "equals_sign")
        await pilot.pause()
        assert reader_of(app).query_one(DetailStrip).size.height == before + 2
        await pilot.press("minus")
        await pilot.pause()
        assert reader_of(app).query_one(DetailStrip).size.height == before + 1


@pilots("library")
async def test_another_story_is_opened_from_the_library(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("L")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("escape")
        assert reader_of(app).desk.title == "The ferry at Sandholm"
        for _ in range(2):
            await pilot.press("L", "enter")
            await pilot.pause()
            assert reader_of(app).desk.title.startswith("The crack in the")
            await pilot.press("j")
            assert reader_of(app).reading.place.sentence > 0


@pilots("next_theme")
async def test_themes_go_round(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        seen = []
        for _ in range(6):
            await pilot.press("T")
            seen.append(app.theme)
        assert len(set(seen)) == 6
        assert seen[-1] == "diptych-dark"


@pilots("help")
async def test_the_help_lists_every_command(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 140)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        text = " ".join(shown(app).split())
        for command in COMMANDS.values():
            assert command.help.split(";", maxsplit=1)[0][:40] in text, command.id


async def test_a_click_goes_to_a_sentence_and_the_wheel_scrolls(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        line = next(k for k, text in enumerate(shown(app).split("\n")) if "Taucher" in text)
        await pilot.click("#spread", offset=(80, line - 1))
        assert reader_of(app).reading.place == Place("b", 1)
        top = reader_of(app).window.tops.b
        reader_of(app).spread.post_message(reader_of(app).spread.Wheeled("b", 3))
        await pilot.pause()
        assert reader_of(app).window.tops.b == top + 3
        assert reader_of(app).reading.place == Place("b", 1)


@pilots("quit")
async def test_q_leaves(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0
