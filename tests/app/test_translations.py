"""Translations in the reader: what is asked for, shown and said."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, make_desk, reader_of, shown
from tests.app.piloted import pilots
from tests.factories import make_comparison
from tests.translate.server import libretranslate, serving
from tui.app.app import ReaderApp
from tui.app.desk import Desk
from tui.app.reading.state import Place, Reading
from tui.app.work import Translated
from tui.compare import Progress, Stage
from tui.export import ExportOptions, render
from tui.model import Article, Comparison, Translation
from tui.store.errors import StoreError
from tui.store.state import Consent, state_store
from tui.translate import Limits, MemoryFileError, ProviderError, Unit, Variant, write_tmx

NEARLY = Translation(
    "en",
    "Nobody was hurt.",
    "memory: x.tmx",
    match=0.968,
    doubts=("made for a sentence with “60”, not “40”",),
)


def doubtful() -> Comparison:
    return replace(make_comparison(), translations_b={3: NEARLY})


@pytest.mark.parametrize(("ascii_only", "sign"), [(False, "⁇"), (True, "?")])
async def test_a_doubt_stands_below_the_translation_with_origin_and_match(
    make_app: MakeApp, ascii_only: bool, sign: str
) -> None:
    app = make_app(doubtful(), ascii_only=ascii_only)
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.pause()
        lines = shown(app).splitlines()
        [at] = [k for k, line in enumerate(lines) if "Nobody was hurt." in line]
        told = f"{sign} memory: x.tmx 96 %: made for a sentence with “60”, not “40”"
        assert told in lines[at + 1]


@pytest.mark.parametrize("format_name", ["html", "markdown", "text"])
def test_exports_tell_a_doubt_and_the_match_beside_the_origin(format_name: str) -> None:
    made = render(doubtful(), format_name, ExportOptions(width=200))
    assert "⁇ memory: x.tmx 96 %: made for a sentence with “60”, not “40”" in made


def test_the_json_export_gives_match_and_doubts_only_where_there_are_any() -> None:
    import json

    told = json.loads(render(doubtful(), "json"))["b"]["sentences"][3]["translation"]
    assert (told["match"], told["doubts"]) == (0.968, list(NEARLY.doubts))
    sure = json.loads(render(make_comparison(), "json"))["b"]["sentences"][3]["translation"]
    assert set(sure) == {"lang", "text", "origin"}


class Provider:
    """A provider; ``answer`` translates or raises, ``asked`` fills with the texts in order."""

    name = "Scripted"
    host = "scripted.example"
    encrypted = True
    limits = Limits(spacing=0.0, concurrency=1)

    def __init__(self, answer: Callable[[str], str]) -> None:
        self.asked: list[str] = []
        self._answer = answer

    def translate(self, text: str, source: str, target: str) -> str:
        """Record the text and answer."""
        self.asked.append(text)
        return self._answer(text)


async def test_a_provider_is_asked_for_what_a_memory_does_not_cover(tmp_path: Path) -> None:
    known = make_comparison()
    covered = known.b.sentences[3].flat
    variants = (Variant("de", covered), Variant("en", "No one was injured."))
    write_tmx(tmp_path / "m.tmx", [Unit(variants)])
    desk = Desk("Ferry", (known.a, known.b), (tmp_path / "m.tmx",))
    desk.keep(0, 1, replace(known, translations_b={}))
    provider = Provider(lambda text: f"({len(text)} letters)")
    app = ReaderApp(desk)
    async with app.run_test(size=(120, 60)) as pilot:
        reader = reader_of(app)
        reader.compute()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert set(reader.reading.comparison.translations_b) == {3}
        left = reader.translations.lacking()
        reader.translations.use(provider)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(provider.asked) == left > 0
        assert covered not in provider.asked
        assert reader.translations.lacking() == 0
        assert reader.reading.comparison.translations_b[3].origin == "memory: m.tmx"


async def test_reports_are_compared_anew_once_all_of_one_is_translated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[int] = []

    def compared(
        a: Article,
        b: Article,
        *,
        translations_b: dict[int, Translation],
        progress: Progress,
        **_: object,
    ) -> None:
        given.append(len(translations_b))
        progress(Stage.LINKS, Comparison(a, b), 0.5)
        progress(Stage.DONE, make_comparison(a, b, [(2, 2), (3, 3)][: len(given)]), 1.0)

    monkeypatch.setattr("tui.store.comparisons.compare_cached", compared)
    known = make_comparison()
    app = ReaderApp(Desk("Ferry", (known.a, known.b)))
    async with app.run_test(size=(140, 40)) as pilot:
        reader = reader_of(app)
        reader.compute()
        await app.workers.wait_for_complete()
        await pilot.pause()
        lacking = reader.translations.lacking()
        assert (given, len(reader.reading.comparison.links)) == ([0], 1)
        await pilot.press("j", "j")
        here = reader.reading.place
        reader.translations.use(Provider(lambda text: f"({len(text)} letters)"))
        await settled(app, pilot)
        assert given == [0, lacking]
        assert len(reader.reading.comparison.links) == 2
        assert len(reader.reading.comparison.translations_b) == lacking
        assert reader.reading.place == here
        assert "compared anew through the translation: 2 links" in shown(app)


async def settled(app: ReaderApp, pilot: Pilot[None]) -> None:
    """Wait until no work is left, nor work that the end of other work began."""
    while app.workers:
        await app.workers.wait_for_complete()
        await pilot.pause()


async def test_the_reason_why_a_provider_gave_no_translation_is_told(make_app: MakeApp) -> None:
    def refuse(_: str) -> str:
        raise ProviderError("scripted.example refuses the key", fatal=True)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(app)
        left = reader.translations.lacking()
        reader.translations.use(Provider(refuse))
        await app.workers.wait_for_complete()
        await pilot.pause()
        name = reader.desk.articles[1].name
        told = f"{left} of {name} not translated: scripted.example refuses the key"
        assert told in shown(app)


async def test_translations_that_fail_leave_a_running_comparison_alone(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object, **__: object) -> None:
        raise MemoryFileError("x.tmx, line 3: not well-formed")

    monkeypatch.setattr("tui.translate.article.iter_translations", fault)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(app)
        reader.pairing.busy = "comparing 42%"
        reader.translations.use(Provider(str))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "x.tmx, line 3: not well-formed" in shown(app)
        assert reader.pairing.busy == "comparing 42%"


def test_leaving_does_not_wait_for_a_provider_that_hangs(make_app: MakeApp) -> None:
    asked, release, answered = threading.Event(), threading.Event(), threading.Event()

    def hang(text: str) -> str:
        asked.set()
        release.wait(5)
        answered.set()
        return text

    async def read() -> None:
        app = make_app()
        async with app.run_test(size=(120, 40)):
            reader_of(app).translations.use(Provider(hang))
            await asyncio.to_thread(asked.wait, 5)

    # As the program runs: the loop waits for the threads of its workers before it ends.
    asyncio.run(read())
    try:
        assert asked.is_set()
        assert not answered.is_set()
    finally:
        release.set()


@pilots("correct_translation")
async def test_a_translation_is_corrected_kept_and_taken_back(make_app: MakeApp) -> None:
    from tui.store.state import state_store

    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        reader = reader_of(app)
        text = reader.reading.comparison.b.sentences[3].flat
        reader.go(replace(reader.reading, place=Place("b", 3)))
        before = reader.reading.comparison.translations_b[3].text
        await pilot.press("c")
        assert before in shown(app)
        await pilot.press(*"!!", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert reader.reading.comparison.translations_b[3] == Translation(
            "en", f"{before}!!", "you"
        )
        assert state_store().corrections("de", "en") == {text: f"{before}!!"}
        await pilot.press("c", "ctrl+u", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert 3 not in reader.reading.comparison.translations_b
        assert state_store().corrections("de", "en") == {}


async def test_corrections_that_cannot_be_read_hinder_no_translation(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise StoreError("state.db is locked")

    monkeypatch.setattr("tui.store.state.StateStore.corrections", locked)
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        reader = reader_of(app)
        reader.translations.use(Provider(lambda text: f"({len(text)} letters)"))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert reader.translations.lacking() == 0
        assert "your own translations are not used: state.db is locked" in shown(app)


def speaks_english(text: str) -> str:
    return f"In English: {len(text)} letters."


async def test_each_sentence_says_in_its_own_place_that_it_is_under_way_or_why_not(
    make_app: MakeApp,
) -> None:
    first, release = threading.Event(), threading.Event()

    def slow(text: str) -> str:
        first.set()
        release.wait(5)
        raise ProviderError("Scripted gave no translation")

    app = make_app()
    async with app.run_test(size=(140, 60)) as pilot:
        reader = reader_of(app)
        left = reader.translations.lacking()
        reader.translations.use(Provider(slow))
        await asyncio.to_thread(first.wait, 5)
        await pilot.pause()
        assert shown(app).count("translating") >= left
        release.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        lines = shown(app).splitlines()
        told = [line for line in lines if "not translated: Scripted gave no translation" in line]
        assert len(told) >= left
        assert not any("translating" in line for line in lines)
        reader.translations.use(None)
        await pilot.pause()
        assert "┊ not translated" not in shown(app)


async def test_a_way_that_others_can_read_along_is_told_as_long_as_it_is_used(
    make_app: MakeApp,
) -> None:
    provider = Provider(speaks_english)
    provider.encrypted = False
    app = make_app()
    async with app.run_test(size=(200, 40)) as pilot:
        reader_of(app).translations.use(provider)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "en, NOT encrypted: Scripted" in shown(app)
        reader_of(app).translations.use(None)
        await pilot.pause()
        assert "NOT encrypted" not in shown(app)


def settle(home: Path, config: str) -> None:
    folder = home.parent / "home" / "config"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(config)


def libre(url: str) -> str:
    return f'[providers.libretranslate]\nurl = "{url}"\n'


def remembering() -> Desk:
    return replace(make_desk(), key="story", habits={"read": True})


async def translated(app: ReaderApp, pilot: Pilot[None]) -> None:
    await pilot.pause()
    reader_of(app).compute()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_nothing_is_sent_before_a_yes_and_the_question_names_host_and_link(
    home: Path,
) -> None:
    with serving(libretranslate) as server:
        settle(home, libre(server.url))
        app = ReaderApp(remembering())
        async with app.run_test(size=(140, 50)) as pilot:
            await translated(app, pilot)
            await pilot.press("P", "6")
            asked = shown(app)
            assert "Send text to this host?" in asked
            assert f"will be sent to 127.0.0.1:{server.server_port}" in asked
            assert "NOT encrypted" in asked
            await pilot.press("n")
            await translated(app, pilot)
            assert server.asked == []
            assert state_store().consent("story") is None


async def test_a_yes_is_remembered_for_the_story_and_nobody_takes_it_back(home: Path) -> None:
    with serving(libretranslate) as server:
        settle(home, libre(server.url))
        app = ReaderApp(remembering())
        async with app.run_test(size=(140, 50)) as pilot:
            await translated(app, pilot)
            await pilot.press("P", "6", "y")
            await translated(app, pilot)
            assert reader_of(app).translations.lacking() == 0
        assert state_store().consent("story") == Consent(
            "libretranslate", f"127.0.0.1:{server.server_port}"
        )
        again = ReaderApp(remembering())
        async with again.run_test(size=(140, 50)) as pilot:
            await translated(again, pilot)
            assert reader_of(again).translations.provider is not None
            await pilot.press("P", "enter")
            assert "no provider is asked" in shown(again)
        assert state_store().consent("story") == Consent("", "")


@pytest.mark.parametrize("kept", [None, Consent("", "")])
async def test_the_configuration_turns_a_provider_on_where_the_story_does_not_say_otherwise(
    home: Path, kept: Consent | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.pairing.Pairing.compare_again", lambda self: None)
    if kept:
        state_store().set_consent("story", kept)
    with serving(libretranslate) as server:
        settle(home, 'provider = "libretranslate"\n' + libre(server.url))
        app = ReaderApp(remembering())
        async with app.run_test(size=(140, 50)) as pilot:
            await translated(app, pilot)
            assert bool(server.asked) == (kept is None)
            host = f"127.0.0.1:{server.server_port}"
            told = f"text is sent to {host} (on this machine, NOT encrypted on the way); P ends it"
            assert (told in shown(app)) == (kept is None)


async def test_a_provider_that_moved_to_another_host_is_not_asked_before_another_yes(
    home: Path,
) -> None:
    state_store().set_consent("story", Consent("libretranslate", "tr.example"))
    with serving(libretranslate) as server:
        settle(home, libre(server.url))
        app = ReaderApp(remembering())
        async with app.run_test(size=(200, 50)) as pilot:
            await translated(app, pilot)
            assert server.asked == []
            assert "not at tr.example: nothing is sent before you turn it on again" in shown(app)


async def test_while_translations_pour_in_the_page_is_laid_out_seldom(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        reader, seconds = reader_of(app), count(1)
        shows: list[Reading] = []
        # Each look at the clock is a second later, so that showing takes one and rests for ten.
        monkeypatch.setattr("tui.app.translations.monotonic", lambda: float(next(seconds)))
        monkeypatch.setattr(reader, "show", shows.append)
        for had in range(20):
            known = {0: Translation("en", f"The ferry {had}", "Scripted (x)")}
            reader.translations.keep(Translated(1, "en", known, (), done=False))
        assert len(shows) == 2
        reader.translations.keep(Translated(1, "en", {}, (), done=True))
        assert len(shows) == 3
