"""The configuration file: what it may say, and what is said of its mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.store.config import Config, config_path, load_config
from tui.store.errors import ConfigError
from tui.translate import ProviderSettings

WHOLE = """
theme = "diptych-light"
language = "en"
provider = "libretranslate"
ascii = true
width = 72

[keys]
help = "H"
page_down = ["Ctrl+F", "Space"]

[encoder]
model = "sentence-transformers/LaBSE"

[providers.libretranslate]
url = "http://127.0.0.1:5000/"
deadline = 5
spacing = 0.5

[providers.microsoft]
region = "westeurope"

[providers.argos]
model = "~/models"
"""


def written(text: str) -> Path:
    path = config_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_there_are_defaults(home: Path) -> None:
    assert load_config() == Config()
    assert config_path() == home / "config" / "config.toml"


def test_every_setting_is_read() -> None:
    written(WHOLE)
    config = load_config()
    assert (config.theme, config.language, config.ascii) == ("diptych-light", "en", True)
    assert config.provider == "libretranslate"
    assert config.width == 72
    assert config.keys == {"help": ("H",), "page_down": ("Ctrl+F", "Space")}
    assert config.encoder_model == "sentence-transformers/LaBSE"
    assert config.provider_settings("libretranslate") == ProviderSettings(
        url="http://127.0.0.1:5000/", deadline=5, spacing=0.5
    )
    assert config.provider_settings("microsoft") == ProviderSettings(region="westeurope")
    assert config.provider_settings("argos") == ProviderSettings(model="~/models")
    assert config.provider_settings("google") == ProviderSettings()


def test_the_example_in_the_documentation_of_the_module_is_right() -> None:
    from tui.store import config

    example = (config.__doc__ or "").partition("```toml\n")[2].partition("```")[0]
    written(example)
    assert load_config().provider_settings("libretranslate").url == "http://127.0.0.1:5000/"


def test_a_file_with_a_byte_order_mark_is_read_like_any_other() -> None:
    written("\ufefftheme = 'diptych-light'")
    assert load_config().theme == "diptych-light"


def test_the_example_in_the_documentation_is_right() -> None:
    page = Path(__file__).parents[2] / "docs" / "configuration.md"
    written(page.read_text("utf-8").partition("```toml\n")[2].partition("```")[0])
    assert load_config().encoder_model == "sentence-transformers/LaBSE"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = \n", r"config\.toml: Invalid value \(at line 1"),
        ("\ntheme = 3", r"line 2: theme: must be a string"),
        ('language = "english"', r'line 1: language: must be a two-letter code such as "en"'),
        ('language = "xx"', r'line 1: language: must be a two-letter code such as "en"'),
        ("ascii = 1", r"line 1: ascii: must be true or false"),
        ("\n\ncolour = 1", r"line 3: colour: unknown; known are theme, language"),
        ("encoder = 3", r"line 1: encoder: must be a table"),
        ("[encoder]\nmodel = ' '", r"line 2: model: must be the name of a model"),
        ("[encoder]\nname = 'x'", r"line 2: name: unknown; known are model"),
        ("providers = 3", r"line 1: providers: must be tables"),
        ('[providers]\nlibretranslate = "x"', r"line 1: providers: must be tables"),
        ('url = "x"\n[providers.a]\nurl = "x"', r"line 1: url: unknown"),
        ('[providers.a]\nurl = "ftp://x"', r"line 2: url: must start with http"),
        ("[providers.a]\ndeadline = inf", r"line 2: deadline: must be a number of seconds, 3600"),
        ("[providers.a]\n\nspacing = -1", r"line 3: spacing: must be a number"),
        ("[providers.a]\nspacing = 1\n[providers.b]\nspacing = true", r"line 4: spacing"),
        ("[providers.a]\nconcurrency = 99", r"line 2: concurrency: must be a whole number"),
        ('"\\u001b[31m" = 1', r"line 1: '\\x1b\[31m': unknown"),
        ("[keys]\nhelp = 'x'\nquit = 7", r"line 3: quit: must be a key such as"),
        ("keys = 'x'", r"line 1: keys: must be a table: \[keys\]"),
        ("width = 12", r"line 1: width: must be a whole number of cells, 20 or more"),
        ("[bindings]\nquit = 'x'", r"line 1: bindings: unknown; known are theme, language"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, words: str) -> None:
    written(text)
    with pytest.raises(ConfigError, match=words):
        load_config()


@pytest.mark.parametrize("value", ["[" * 5000, "9" * 5000])
def test_a_value_out_of_all_bounds_is_told_in_a_line(value: str) -> None:
    path = written(f"width = {value}")
    with pytest.raises(ConfigError, match=re.escape(f"{path}: ")) as told:
        load_config()
    assert len(str(told.value)) < 200 + len(str(path))


def test_a_key_in_the_file_is_refused_without_being_repeated() -> None:
    written('[providers.deepl]\nkey = "s3cret"')
    with pytest.raises(ConfigError, match=r"line 2: key: keys are not kept") as caught:
        load_config()
    assert "s3cret" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_named() -> None:
    path = written("")
    path.write_bytes(b"theme = '\xff'")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_config()
    path.unlink()
    path.mkdir()
    with pytest.raises(ConfigError, match="is a directory"):
        load_config()


def test_reports_are_translated_into_the_language_of_most_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert Config().target(["de", "en", "de"]) == "de"
    assert Config().target(["de", "en", "und"]) == "en"
    assert Config(language="fr").target(["de", "de"]) == "fr"
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert Config().target(["en", "de"]) == "de"
    assert Config().target(["und"]) == "de"
