"""The configuration: ``config.toml``, written by hand.

```toml
theme = "diptych-light"        # a theme's name
language = "en"                # reports in other languages are translated into it
provider = "libretranslate"    # who may be sent what no memory covers, in every story
ascii = false                  # signs of ASCII only
width = 88                     # the longest line of text, in cells

[keys]                         # other keys for the reader's commands; docs/keys.md names them
next_sentence = ["j", "down", "e"]
page_down = "Ctrl+F"
export = "E"

[encoder]
model = "sentence-transformers/LaBSE"  # rather than the encoder that comes with the program

[providers.libretranslate]     # a table a provider; keys of services are never kept here
url = "http://127.0.0.1:5000/" # another address than the service's own
deadline = 20                  # seconds for one sentence
spacing = 0                    # seconds between requests
concurrency = 2                # requests at once
```

A mistake is an error with its line, never a guess: a setting that is silently ignored would, for
``url``, decide where text is sent.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import reason
from tui.paths import config_folder
from tui.read.iso639 import LANGUAGE_CODES
from tui.store.errors import ConfigError
from tui.toml_lines import line_of, parsed

if TYPE_CHECKING:
    from tui.translate import ProviderSettings

__all__ = ["Config", "config_path", "keys_fault", "load_config"]


@dataclass(frozen=True)
class Config:
    """The settings; a default for each that the file does not give.

    Attributes:
        theme: A theme's name, empty for the program's own choice.
        language: The reader's language, ISO 639-1; empty for that of most reports.
        provider: The name of the provider that the reader turned on for every story; empty for
            none, and then nothing is sent before it is agreed to in the reader.
        ascii: Whether signs are kept to ASCII.
        width: The longest line of text in the reader, in cells; 0 for the program's own choice.
        keys: Keys by the id of a command, from ``[keys]``; the reader checks that there are such.
        encoder_model: A sentence-transformers model, from ``[encoder]``; empty for the encoder
            that comes with the program.
        providers: Settings by provider name, as in the file.
    """

    theme: str = ""
    language: str = ""
    provider: str = ""
    ascii: bool = False
    width: int = 0
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    encoder_model: str = ""
    providers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def target(self, langs: Iterable[str]) -> str:
        """The language to translate into: the reader's, else that of most of the reports.

        Where as many reports are in another, the locale's language goes first, then English.

        Args:
            langs: The languages of the reports.
        """
        if self.language:
            return self.language
        named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        own = next((value for value in named if value), "")[:2].lower()
        counted = Counter(lang for lang in langs if lang != "und")
        preferred = sorted(counted, key=lambda lang: (-counted[lang], lang != own, lang != "en"))
        return preferred[0] if preferred else own if own.isalpha() else "en"

    def provider_settings(self, name: str) -> ProviderSettings:
        """The settings of one provider, for :func:`tui.translate.make_provider`."""
        from tui.translate import ProviderSettings

        return ProviderSettings(**self.providers.get(name, {}))


def config_path() -> Path:
    """Where the configuration is, or would be."""
    return config_folder() / "config.toml"


def load_config() -> Config:
    """Read the configuration; without a file, the defaults.

    Raises:
        ConfigError: The file cannot be read, or has a mistake; the message gives the line.
    """
    path = config_path()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {reason(error)}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: cannot be read: not UTF-8") from None

    try:
        table = parsed(text)
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from None
    return _Checker(path, text).config(table)


def keys_fault(command: str, words: str) -> ConfigError:
    """The error for a setting of ``[keys]`` that only the reader can check, with its line."""
    path = config_path()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        text = ""
    return _Checker(path, text).error(words, command, "keys")


LONGEST_WAIT = 3600
"""Seconds."""
_SECONDS = f"must be a number of seconds, {LONGEST_WAIT} at the most"

_Check = Callable[[Any], bool]


def _is_seconds(value: Any) -> bool:
    """Whether it is a time to wait: a clock has no infinite one."""
    return (_is_whole(value) or isinstance(value, float)) and 0 <= value <= LONGEST_WAIT


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_TEXT: tuple[_Check, str] = (lambda value: isinstance(value, str), "must be a string")
_TOP: Mapping[str, tuple[_Check, str]] = {
    "theme": _TEXT,
    "language": (
        lambda value: isinstance(value, str) and value in LANGUAGE_CODES,
        'must be a two-letter code such as "en"',
    ),
    "provider": _TEXT,
    "ascii": (lambda value: isinstance(value, bool), "must be true or false"),
    "width": (
        lambda value: _is_whole(value) and value >= 20,
        "must be a whole number of cells, 20 or more",
    ),
    "keys": (lambda value: isinstance(value, dict), "must be a table: [keys]"),
    "encoder": (lambda value: isinstance(value, dict), "must be a table: [encoder]"),
    "providers": (
        lambda value: isinstance(value, dict) and all(isinstance(v, dict) for v in value.values()),
        "must be tables: [providers.NAME]",
    ),
}
_ENCODER: Mapping[str, tuple[_Check, str]] = {
    "model": (
        lambda value: isinstance(value, str) and value.strip() != "",
        'must be the name of a model, such as "sentence-transformers/LaBSE", or a folder',
    ),
}
_PROVIDER: Mapping[str, tuple[_Check, str]] = {
    "url": (
        lambda value: isinstance(value, str) and value.startswith(("http://", "https://")),
        "must start with http:// or https://",
    ),
    "model": _TEXT,
    "region": _TEXT,
    "account": _TEXT,
    "deadline": (lambda value: _is_seconds(value) and value > 0, _SECONDS),
    "spacing": (_is_seconds, _SECONDS),
    "concurrency": (
        lambda value: _is_whole(value) and 1 <= value <= 16,
        "must be a whole number from 1 to 16",
    ),
}


class _Checker:
    """Turns the parsed file into a :class:`Config`, or raises with the line at fault."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text

    def config(self, table: dict[str, Any]) -> Config:
        self._require(table, _TOP, "")
        for name, settings in table.get("providers", {}).items():
            if "key" in settings:
                raise self.error(
                    "keys are not kept in this file; put it in the environment or the keyring",
                    "key",
                    f"providers.{name}",
                )
            self._require(settings, _PROVIDER, f"providers.{name}")
        keys = {name: self._keys(name, value) for name, value in table.pop("keys", {}).items()}
        encoder = table.pop("encoder", {})
        self._require(encoder, _ENCODER, "encoder")
        return Config(**table, keys=keys, encoder_model=encoder.get("model", ""))

    def _keys(self, command: str, value: Any) -> tuple[str, ...]:
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise self.error('must be a key such as "j", or a list of keys', command, "keys")
        return tuple(keys)

    def _require(
        self, table: Mapping[str, Any], known: Mapping[str, tuple[_Check, str]], section: str
    ) -> None:
        for key, value in table.items():
            if key not in known:
                raise self.error(f"unknown; known are {', '.join(known)}", key, section)
            is_right, words = known[key]
            if not is_right(value):
                raise self.error(words, key, section)

    def error(self, words: str, key: str, section: str) -> ConfigError:
        """What is wrong with a setting, and on which line."""
        shown = key if key.isprintable() else ascii(key)
        line = line_of(self._text, key, section)
        return ConfigError(f"{self._path}, line {line}: {shown}: {words}")
