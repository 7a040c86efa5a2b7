"""The configuration as the command line obeys it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.app.desk import Desk
from tui.cli import run
from tui.store.config import Config
from tui.translate import ProviderError, ProviderSettings

pytestmark = pytest.mark.usefixtures("reports")

Out = pytest.CaptureFixture[str]


def configure(home: Path, text: str) -> None:
    (home / "config").mkdir()
    (home / "config" / "config.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("arguments", [["compare", "courier.txt", "times.txt"], ["."]])
def test_a_mistake_in_the_configuration_is_one_line_and_exit_status_2(
    home: Path, arguments: list[str], capfd: Out
) -> None:
    configure(home, 'theme = "nord"\nlanguage = "klingon"\n')
    assert run(arguments) == 2
    written = capfd.readouterr()
    assert written.out == ""
    [line] = written.err.splitlines()
    assert "config.toml, line 2: language: must be a two-letter code" in line


def test_signs_are_ascii_where_the_configuration_says_so(home: Path, capfd: Out) -> None:
    configure(home, "ascii = true\n")
    assert run(["compare", "courier.txt", "times.txt"]) == 0
    assert capfd.readouterr().out.isascii()


def test_reports_are_translated_into_the_readers_language(home: Path, capfd: Out) -> None:
    def told(*arguments: str) -> list[set[str]]:
        pair = ["courier.txt", "kuestenblatt.txt", "--format", "json"]
        assert run(["compare", *pair, *arguments]) == 0
        written = capfd.readouterr()
        made = json.loads(written.out)
        return [
            {s["translation"]["lang"] for s in made[which]["sentences"] if s["translation"]}
            for which in ("a", "b")
        ]

    assert told() == [set(), {"en"}]
    configure(home, 'language = "de"\n')
    assert told() == [set(), set()]
    assert told("--to", "en") == [set(), {"en"}], "an option goes before the configuration"


def test_a_provider_gets_its_settings(
    home: Path, capfd: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[ProviderSettings] = []

    def make(name: str, settings: ProviderSettings) -> None:
        given.append(settings)
        raise ProviderError("enough")

    monkeypatch.setattr("tui.translate.make_provider", make)
    configure(home, '[providers.libretranslate]\nurl = "http://127.0.0.1:5000/"\n')
    pair = ["courier.txt", "kuestenblatt.txt"]
    assert run(["compare", *pair, "--translate", "libretranslate"]) == 2
    assert given == [ProviderSettings(url="http://127.0.0.1:5000/")]


def test_the_reader_opens_as_configured_unless_told_otherwise(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[dict[str, Any]] = []

    def instead(opening: Callable[[], Desk], **settings: Any) -> None:
        assert opening().articles
        calls.append(settings)

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("tui.app.run", instead)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("tui.cli.opening.to_terminal", lambda: True)
    configure(home, 'theme = "nord"\nascii = true\nwidth = 60\n[keys]\nhelp = "f9"\n')
    assert run(["."]) == 0
    assert run([".", "--theme", "dracula"]) == 0
    told = {"ascii_only": True, "width": 60, "keys": {"help": ("f9",)}}
    assert calls == [{"theme": "nord", **told}, {"theme": "dracula", **told}]


def test_an_encoder_model_that_is_not_installed_is_one_line_and_exit_status_2(
    home: Path, capfd: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    assert run(["compare", "courier.txt", "times.txt"]) == 0
    configure(home, '[encoder]\nmodel = "some/model"\n')
    capfd.readouterr()
    assert run(["compare", "courier.txt", "times.txt"]) == 2, "not what another encoder found"
    written = capfd.readouterr()
    assert written.out == ""
    [line] = written.err.splitlines()
    assert "'some/model' needs sentence-transformers" in line
    assert "pip install 'diptych[models]'" in line


def test_every_setting_is_one_of_those_tested_here() -> None:
    in_the_reader = {"provider"}
    settings = {"theme", "language", "ascii", "encoder_model", "providers", "keys", "width"}
    assert set(Config.__dataclass_fields__) == settings | in_the_reader
