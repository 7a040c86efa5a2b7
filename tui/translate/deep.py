"""deep-translator's services as providers.

Its classes are used as they are, but each call gets an instance of its own (an instance shared by
two threads mixes their sentences up), and its HTTP goes through :mod:`tui.translate.http`. That is
done without touching the library: a subclass runs the same code with the name ``requests`` bound to
a :class:`~tui.translate.http.Transport`.
"""

from __future__ import annotations

import html
import os
from functools import cached_property
from types import FunctionType
from typing import Any
from urllib.parse import urlsplit

from tui.translate.chat import ChatService, importing
from tui.translate.engines import Engine
from tui.translate.errors import ProviderError
from tui.translate.http import Transport
from tui.translate.keyring import stored_key
from tui.translate.languages import UNKNOWN, language_code, language_name, primary
from tui.translate.provider import Limits, ProviderSettings

__all__ = ["DeepProvider"]

ANY_KEY = "none"
"""deep-translator insists on a key even for a server of one's own that asks for none."""


class DeepProvider:
    """One of deep-translator's services, as a :class:`~tui.translate.provider.Provider`.

    Raises:
        ProviderError: The service needs a key, or the address of a server, that is not there.
    """

    def __init__(self, engine: Engine, settings: ProviderSettings) -> None:
        self._engine = engine
        self._settings = settings
        self._key = self._credential(engine.key, settings.key)
        self._account = self._credential(engine.account, settings.account)
        self._check_settings()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {self.host!r})"

    @property
    def name(self) -> str:
        """What the reader calls the service."""
        return self._engine.name

    @property
    def host(self) -> str:
        """Who receives the text."""
        parts = urlsplit(self._address)
        name = parts.hostname or ""
        return (f"[{name}]" if ":" in name else name) + (f":{parts.port}" if parts.port else "")

    @property
    def encrypted(self) -> bool:
        """Whether the address is https."""
        return urlsplit(self._address).scheme == "https"

    @property
    def limits(self) -> Limits:
        """The service's limits, with what the configuration says otherwise."""
        own, said = self._engine.limits, self._settings
        return Limits(
            own.max_bytes,
            own.spacing if said.spacing is None else said.spacing,
            own.concurrency if said.concurrency is None else said.concurrency,
        )

    def translate(self, text: str, source: str, target: str) -> str:
        """Translate one text; see :class:`~tui.translate.provider.Provider`."""
        source_code, target_code = self._code(source), self._code(target)
        failure: ProviderError | None = None
        translated: object = None
        try:
            translator = self._class(**self._arguments())
            # Set afterwards: the constructor refuses languages its tables lack, and in one
            # service's table it takes the names for the codes.
            translator.source, translator.target = source_code, target_code
            translated = translator.translate(text, **self._engine.options)
        except ProviderError as error:
            failure = error
        except Exception:  # noqa: BLE001 -- the library has no common exception class
            failure = ProviderError(f"{self.name} gave an answer that is no translation")
        if failure is not None:
            # Raised outside the handler: its context would keep text and key alive.
            raise failure
        if isinstance(translated, list):
            translated = " ".join(map(str, translated))
        if not isinstance(translated, str) or not translated.strip():
            raise ProviderError(f"{self.name} gave no translation")
        if "&" in translated and "&" not in text:
            translated = html.unescape(translated)
        return translated.strip()

    def _code(self, lang: str) -> str:
        if primary(lang) == UNKNOWN:
            if self._engine.auto is None:
                raise ProviderError(
                    f"{self.name} must be told the report's language, which could not be found out;"
                    " say which it is",
                    fatal=True,
                )
            return self._engine.auto
        if self._engine.by_name:
            return language_name(lang)
        if lang in self._engine.codes:
            return self._engine.codes[lang]
        if self._engine.table is None:
            return lang
        from deep_translator import constants

        return language_code(lang, getattr(constants, self._engine.table))

    @cached_property
    def _address(self) -> str:
        engine, url = self._engine, self._settings.url
        if url:
            return url.rstrip("/") + "/" if engine.joins else url
        if "://" in engine.base_url:
            return engine.base_url
        from deep_translator.constants import BASE_URLS

        return str(BASE_URLS[(self._is_free and engine.free_url) or engine.base_url])

    @property
    def _is_free(self) -> bool:
        """Whether the key is of a free plan, as DeepL marks it."""
        return self._key is not None and self._key.endswith(":fx")

    def _arguments(self) -> dict[str, Any]:
        arguments: dict[str, Any] = {"source": "auto", "target": "auto"}
        if self._engine.key:
            arguments[self._engine.key[0]] = self._key
        if self._engine.account:
            arguments[self._engine.account[0]] = self._account
        known = {
            "address": self._address,
            "free": self._is_free,
            "region": self._settings.region,
            "model": self._settings.model or None,
        }
        for keyword, what in self._engine.takes.items():
            if known[what] is not None:
                arguments[keyword] = known[what]
        return arguments

    @cached_property
    def _class(self) -> Any:
        """The library's class, its own functions bound to our transport and the address in use."""
        from importlib import import_module

        module = import_module(f"deep_translator.{self._engine.module}")
        base = getattr(module, self._engine.class_name)
        transport = Transport(
            self.name,
            deadline=self._settings.deadline,
            key_header=self._engine.key_header,
            status=self._engine.status,
        )
        names = {**vars(module), "requests": transport}
        if self._settings.url and "BASE_URLS" in names:
            names["BASE_URLS"] = dict.fromkeys(names["BASE_URLS"], self._address)
        if self._engine.by_chat:
            names["__builtins__"] = importing(openai=ChatService(transport, self._address))
        members: dict[str, Any] = {
            name: _with_globals(member, names)
            for name, member in vars(base).items()
            if isinstance(member, FunctionType)
        }
        if "_get_supported_languages" in members:
            # It would ask the service for its languages before each sentence.
            members["_get_supported_languages"] = lambda _self: {}
        return type(base.__name__, (base,), members)

    def _credential(self, keyword: tuple[str, str] | None, given: str | None) -> str | None:
        if keyword is None:
            return None
        return given or os.environ.get(keyword[1]) or stored_key(keyword[1])

    def _check_settings(self) -> None:
        engine, url = self._engine, self._settings.url
        if engine.own_server and url and not self._key:
            self._key = ANY_KEY
        needed = "the url of a server or a key" if engine.own_server else "a key"
        for keyword, value in ((engine.key, self._key), (engine.account, self._account)):
            if keyword is not None and not value:
                raise ProviderError(
                    f"{self.name} needs {needed}: set the environment variable {keyword[1]},"
                    " or store it in the system keyring under that name for diptych"
                )
            if keyword is not None and value and not _fits_a_header(value):
                raise ProviderError(
                    f"{self.name}: what stands for its key holds characters that no key has;"
                    f" look at {keyword[1]}"
                )
        if not _is_address(self._address):
            raise ProviderError(
                f"{self.name}: its url must start with http:// or https:// and name a host"
            )
        if "@" in urlsplit(self._address).netloc:
            raise ProviderError(f"{self.name}: its url must not hold a user or a password")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        # A port that is none is noticed only when it is asked for.
        host = "" if parts.port == 0 else parts.hostname or ""
    except ValueError:
        return False
    # The host is shown to the reader, who agrees to it: nothing in it may look otherwise.
    sound = bool(host) and host.isprintable() and not any(map(str.isspace, host))
    return sound and parts.scheme in {"http", "https"}


def _fits_a_header(key: str) -> bool:
    return key.isascii() and key.isprintable()


def _with_globals(function: FunctionType, names: dict[str, Any]) -> FunctionType:
    copy = FunctionType(
        function.__code__, names, function.__name__, function.__defaults__, function.__closure__
    )
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy
