"""How each of deep-translator's services is used: a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from tui.translate.provider import Limits
from tui.translate.refusals import baidu_status, mymemory_status

__all__ = ["ENGINES", "Engine"]


@dataclass(frozen=True)
class Engine:
    """How one of deep-translator's classes is used.

    Attributes:
        name: What the reader calls the service.
        module: The module of deep-translator that holds the class.
        class_name: The class.
        base_url: The name of its address in ``deep_translator.constants.BASE_URLS``, or the address
            itself.
        table: The name of its language table there, English names to codes; None where there is
            none that can be trusted, and ISO 639-1 codes are sent.
        limits: How the service wants to be treated.
        auto: What it calls a language it shall find out; None where it must be told.
        key: The keyword of the key, and the environment variable with it; None for no key.
        account: The same for the public half of a two-part key.
        free_url: The name of the address for keys of the free plan, where they have one.
        takes: Further arguments of the class, and which of what is known each is: the ``address``,
            whether the key is of the ``free`` plan, the configured ``region`` or ``model``.
        codes: Language codes that differ from what the table gives.
        key_header: See :class:`tui.translate.http.Transport`.
        options: Further arguments of ``translate``.
        status: The HTTP status that a reply with status 200 stands for; see
            :mod:`tui.translate.refusals`.
        joins: Whether the class puts the endpoint's name after the address.
        own_server: Whether it can be a server of the reader's own, which may ask for no key.
        by_name: Whether languages are sent by their English names.
        by_chat: Whether the class talks by way of the package openai, which
            :class:`~tui.translate.chat.ChatService` stands in for.
    """

    name: str
    module: str
    class_name: str
    base_url: str
    table: str | None = None
    limits: Limits = field(default_factory=Limits)
    auto: str | None = None
    key: tuple[str, str] | None = None
    account: tuple[str, str] | None = None
    free_url: str | None = None
    takes: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    key_header: tuple[str, str, str] | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    status: Callable[[Any], int] | None = None
    joins: bool = False
    own_server: bool = False
    by_name: bool = False
    by_chat: bool = False


ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        "baidu": Engine(
            "Baidu",
            "baidu",
            "BaiduTranslator",
            "BAIDU",
            "BAIDU_LANGUAGE_TO_CODE",
            Limits(spacing=1.0, concurrency=1),
            auto="auto",
            key=("appkey", "BAIDU_APPKEY"),
            account=("appid", "BAIDU_APPID"),
            status=baidu_status,
        ),
        "chatgpt": Engine(
            "ChatGPT",
            "chatgpt",
            "ChatGptTranslator",
            "https://api.openai.com/v1/",
            limits=Limits(max_bytes=8000),
            auto="auto",
            key=("api_key", "OPENAI_API_KEY"),
            joins=True,
            own_server=True,
            by_name=True,
            takes={"model": "model"},
            by_chat=True,
        ),
        "deepl": Engine(
            "DeepL",
            "deepl",
            "DeeplTranslator",
            "DEEPL",
            "DEEPL_LANGUAGE_TO_CODE",
            key=("api_key", "DEEPL_API_KEY"),
            free_url="DEEPL_FREE",
            takes={"use_free_api": "free"},
            key_header=("auth_key", "Authorization", "DeepL-Auth-Key "),
            joins=True,
        ),
        "google": Engine(
            "Google",
            "google",
            "GoogleTranslator",
            "GOOGLE_TRANSLATE",
            "GOOGLE_LANGUAGES_TO_CODES",
            auto="auto",
        ),
        "libretranslate": Engine(
            "LibreTranslate",
            "libre",
            "LibreTranslator",
            "LIBRE",
            "LIBRE_LANGUAGES_TO_CODES",
            Limits(spacing=0.0),
            auto="auto",
            key=("api_key", "LIBRE_API_KEY"),
            takes={"custom_url": "address"},
            joins=True,
            own_server=True,
        ),
        "microsoft": Engine(
            "Microsoft",
            "microsoft",
            "MicrosoftTranslator",
            "MICROSOFT_TRANSLATE",
            key=("api_key", "MICROSOFT_API_KEY"),
            takes={"region": "region"},
            codes={"zh": "zh-Hans"},
        ),
        "mymemory": Engine(
            "MyMemory",
            "mymemory",
            "MyMemoryTranslator",
            "MYMEMORY",
            "MY_MEMORY_LANGUAGES_TO_CODES",
            # The service counts bytes up to 500; deep-translator counts characters below 500.
            Limits(max_bytes=490, spacing=0.5, concurrency=1),
            status=mymemory_status,
        ),
        "papago": Engine(
            "Papago",
            "papago",
            "PapagoTranslator",
            "PAPAGO_API",
            key=("secret_key", "PAPAGO_SECRET_KEY"),
            account=("client_id", "PAPAGO_CLIENT_ID"),
            codes={"zh": "zh-CN"},
        ),
        "qcri": Engine(
            "QCRI",
            "qcri",
            "QcriTranslator",
            "QCRI",
            "QCRI_LANGUAGE_TO_CODE",
            key=("api_key", "QCRI_API_KEY"),
            options={"domain": "news"},
        ),
        "yandex": Engine(
            "Yandex",
            "yandex",
            "YandexTranslator",
            "YANDEX",
            auto="auto",
            key=("api_key", "YANDEX_API_KEY"),
        ),
    }
)
