"""deep-translator's own classes against a server on loopback."""

from __future__ import annotations

import json
import logging
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from tests.translate.server import Answer, Asked, Server, libretranslate, serving, turned
from tui.translate import Provider, ProviderError, ProviderSettings, make_provider, provider_names
from tui.translate.http import Transport

TEXT = "Das geheime Dorf hat neunzig Einwohner."
KEY = "k3y-that-must-not-leak"


def libre(server: Server, *, key: str | None = KEY, deadline: float = 5.0) -> Provider:
    return make_provider(
        "libretranslate", ProviderSettings(url=server.url, key=key, deadline=deadline)
    )


def answering(answer: Answer) -> Callable[[Asked], Answer]:
    return lambda asked: answer


def test_libretranslate_on_a_server_of_ones_own_translates() -> None:
    with serving(libretranslate) as server:
        assert libre(server).translate(TEXT, "de", "en") == turned(TEXT, "en")
    (asked,) = server.asked
    assert asked.form == {
        "q": TEXT,
        "source": "de",
        "target": "en",
        "format": "text",
        "api_key": KEY,
    }


def test_neither_text_nor_key_stands_in_the_address_that_servers_log() -> None:
    with serving(libretranslate) as server:
        libre(server).translate(TEXT, "de", "en")
    assert server.asked[0].query == {}


def test_a_server_without_keys_needs_none_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIBRE_API_KEY", raising=False)
    with serving(libretranslate) as server:
        assert libre(server, key=None).translate("Hallo Welt", "de", "en") == "en: Welt Hallo"


def test_a_language_the_library_has_no_name_for_is_sent_by_its_code() -> None:
    with serving(libretranslate) as server:
        libre(server).translate(TEXT, "und", "sv")
    assert (server.asked[0].form["source"], server.asked[0].form["target"]) == ("auto", "sv")


def test_the_host_and_the_missing_encryption_are_known_before_anything_is_sent() -> None:
    with serving(libretranslate) as server:
        provider = libre(server)
        assert provider.host == f"127.0.0.1:{server.server_port}"
        assert not provider.encrypted
        assert not server.asked
    secret = ProviderSettings(url="https://user:pass@tr.example:8443/api")
    assert make_provider("libretranslate", secret).host == "tr.example:8443"
    assert make_provider("libretranslate", secret).encrypted


def test_the_address_of_mymemory_is_known_to_be_unencrypted_and_that_of_google_encrypted() -> None:
    assert not make_provider("mymemory").encrypted
    assert make_provider("google").encrypted
    assert make_provider("google").host == "translate.google.com"


SERVICES: Mapping[str, tuple[str, str, Answer]] = {
    "google": (
        "GOOGLE_TRANSLATE",
        "/m",
        Answer('<div class="result-container">Good &amp; well</div>', content_type="text/html"),
    ),
    "mymemory": (
        "MYMEMORY",
        "/get",
        Answer('{"responseStatus": 200, "responseData": {"translatedText": "Good &amp; well"}}'),
    ),
    "deepl": ("DEEPL", "/v2/", Answer('{"translations": [{"text": "Good & well"}]}')),
    "microsoft": (
        "MICROSOFT_TRANSLATE",
        "/translate?api-version=3.0",
        Answer('[{"translations": [{"text": "Good & well", "to": "en"}]}]'),
    ),
    "baidu": ("BAIDU", "/translate", Answer('{"trans_result": [{"dst": "Good & well"}]}')),
    "papago": (
        "PAPAGO_API",
        "/n2mt",
        Answer('{"message": {"result": {"translatedText": "Good & well"}}}'),
    ),
    "qcri": ("QCRI", "/{endpoint}?", Answer('{"translatedText": "Good & well"}')),
    "yandex": ("YANDEX", "/{version}/{endpoint}", Answer('{"code": 200, "text": ["Good & well"]}')),
}


def service(name: str, url: str, monkeypatch: pytest.MonkeyPatch) -> Provider:
    """A provider of a service whose address the library has, pointed at loopback."""
    from deep_translator import constants

    base, path, _ = SERVICES[name]
    monkeypatch.setitem(constants.BASE_URLS, base, url + path)
    return make_provider(name, ProviderSettings(key=KEY, account="account", deadline=5.0))


def test_every_service_offered_by_name_is_tried_below() -> None:
    assert {*SERVICES, "libretranslate"} == set(provider_names())


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_gives_what_its_api_answers(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(SERVICES[name][2])) as server:
        provider = service(name, server.url, monkeypatch)
        assert provider.translate(TEXT, "de", "en") == "Good & well"
        assert provider.host == f"127.0.0.1:{server.server_port}"
    # Microsoft's class would ask for the list of languages first, each time.
    assert len(server.asked) == 1


def test_mymemory_is_told_the_language_with_its_region(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(SERVICES["mymemory"][2])) as server:
        service("mymemory", server.url, monkeypatch).translate(TEXT, "de", "en")
    assert server.asked[0].query["langpair"] == "de-DE|en-GB"


@pytest.mark.parametrize(
    ("status", "fatal", "retryable"), [("403", True, False), (429, False, True)]
)
def test_a_refusal_that_mymemory_words_as_a_translation_is_none(
    status: str | int, fatal: bool, retryable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"responseStatus": status, "responseData": {"translatedText": "MYMEMORY WARNING: …"}}
    with serving(answering(Answer(json.dumps(words)))) as server:
        provider = service("mymemory", server.url, monkeypatch)
        with pytest.raises(ProviderError, match="MyMemory") as caught:
            provider.translate(TEXT, "de", "en")
    assert (caught.value.fatal, caught.value.retryable) == (fatal, retryable)


def test_deepl_gets_its_key_in_a_header(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(SERVICES["deepl"][2])) as server:
        service("deepl", server.url, monkeypatch).translate(TEXT, "de", "en")
    (asked,) = server.asked
    assert asked.headers["Authorization"] == f"DeepL-Auth-Key {KEY}"
    assert (asked.method, asked.query) == ("POST", {})
    assert asked.form == {"source_lang": "de", "target_lang": "en", "text": TEXT}


def test_chinese_is_called_what_each_service_calls_it(monkeypatch: pytest.MonkeyPatch) -> None:
    called = {"google": "zh-CN", "mymemory": "zh-CN", "baidu": "zh", "papago": "zh-CN"}
    for name, code in called.items():
        with serving(answering(SERVICES[name][2])) as server:
            service(name, server.url, monkeypatch).translate(TEXT, "zh", "en")
        sent = " ".join([*server.asked[0].query.values(), *server.asked[0].form.values()])
        assert code in sent.replace("|", " ").split(), name


def test_a_service_that_must_be_told_the_language_says_so() -> None:
    with pytest.raises(ProviderError, match="must be told the report's language"):
        make_provider("mymemory").translate(TEXT, "und", "en")


FAILURES: Mapping[str, tuple[Answer, str]] = {
    "429": (Answer('{"error": "Slow down"}', 429), "asks for fewer requests"),
    "403": (Answer('{"error": "Invalid API key"}', 403), "refuses"),
    "500": (Answer('{"error": "Translation failed"}', 500), r"has a fault \(500\)"),
    "400": (Answer('{"error": "de is not supported"}', 400), r"rejects the request \(400\)"),
    "html": (Answer("<html>Welcome to Airport WiFi", content_type="text/html"), "no translation"),
    "empty": (Answer(""), "no translation"),
    "empty object": (Answer("{}"), "no translation"),
    "null": (Answer('{"translatedText": null}'), "no translation"),
    "blank": (Answer('{"translatedText": " "}'), "gave no translation"),
    "no text": (Answer('{"translatedText": {"a": 1}}'), "gave no translation"),
    "truncated": (Answer('{"translatedText": "Half a sen"}', drop=True), "dropped the connection"),
    "hung up": (Answer(hang_up=True), "dropped the connection"),
    "redirect": (
        Answer(status=302, headers={"Location": "http://127.0.0.1:1/"}),
        "redirects to another",
    ),
    "too long": (Answer('{"translatedText": "%s"}' % ("x" * 5_000_000)), "absurdly long"),
    "odd charset": (Answer("?", content_type="text/html; charset=klingon"), "no translation"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_told_in_our_words_without_key_text_or_address(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer, words = FAILURES[name]
    with (
        serving(answering(answer)) as server,
        pytest.raises(ProviderError, match=f"LibreTranslate.* {words}") as caught,
    ):
        libre(server).translate(TEXT, "de", "en")
    error = caught.value
    assert error.__cause__ is None
    assert error.__context__ is None, "a crash report would print what the context holds"
    told = "".join(traceback.format_exception(error)) + repr(vars(error)) + caplog.text
    for secret in (KEY, TEXT, "geheime", "127.0.0.1"):
        assert secret not in told


def test_a_service_that_does_not_answer_is_given_up_at_the_deadline() -> None:
    def slow(asked: Asked) -> Answer:
        server.release.wait()
        return libretranslate(asked)

    start = time.monotonic()
    with serving(slow) as server:
        with pytest.raises(ProviderError, match=r"gave no answer within 0\.2 s") as caught:
            libre(server, deadline=0.2).translate(TEXT, "de", "en")
        server.release.set()
    assert caught.value.retryable
    assert time.monotonic() - start < 2.5


def test_an_answer_that_trickles_in_is_given_up_at_the_deadline_too() -> None:
    times = iter([0.0, 4.0, 6.0])
    body = Answer("x" * 200_000)
    with serving(answering(body)) as server:
        transport = Transport("Slow", deadline=5.0, clock=lambda: next(times))
        with pytest.raises(ProviderError, match=r"Slow gave no answer within 5 s"):
            transport.get(server.url)


def test_a_server_that_is_not_there_is_not_tried_again() -> None:
    with serving(libretranslate) as server:
        provider = libre(server)
    with pytest.raises(ProviderError, match="connection refused") as caught:
        provider.translate(TEXT, "de", "en")
    assert caught.value.fatal


def test_the_time_a_busy_server_asks_for_is_passed_on() -> None:
    busy = Answer(status=429, headers={"Retry-After": "7"})
    with serving(answering(busy)) as server, pytest.raises(ProviderError) as caught:
        libre(server).translate(TEXT, "de", "en")
    assert (caught.value.retry_after, caught.value.retryable) == (7.0, True)


def test_thousands_of_sentences_from_many_threads_each_get_their_own_translation() -> None:
    texts = [f"Satz Nummer {number} von vielen" for number in range(3000)]
    with serving(libretranslate) as server:
        provider = libre(server)
        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(lambda text: provider.translate(text, "de", "en"), texts))
    assert results == [turned(text, "en") for text in texts]


def test_the_library_itself_is_left_as_it_was() -> None:
    import requests
    from deep_translator import libre as module

    with serving(libretranslate) as server:
        libre(server).translate(TEXT, "de", "en")
    assert module.requests is requests
    assert module.LibreTranslator.translate.__globals__["requests"] is requests


@pytest.mark.parametrize(
    ("name", "settings", "words"),
    [
        ("deepl", ProviderSettings(), "set the environment variable DEEPL_API_KEY"),
        ("baidu", ProviderSettings(key=KEY), "set the environment variable BAIDU_APPID"),
        ("libretranslate", ProviderSettings(), "needs the url of a server"),
        ("libretranslate", ProviderSettings(url="file:///etc/"), "must start with http"),
        ("google", ProviderSettings(url="http://x/"), "a url cannot be set"),
        ("gogle", ProviderSettings(), "there are baidu, deepl, google, libretranslate"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_named(
    name: str, settings: ProviderSettings, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DEEPL_API_KEY", "BAIDU_APPID", "LIBRE_API_KEY"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(ProviderError, match=words) as caught:
        make_provider(name, settings)
    assert KEY not in str(caught.value)


def test_the_configuration_changes_the_pace_and_never_the_size() -> None:
    slow = make_provider("mymemory", ProviderSettings(spacing=3.0)).limits
    assert (slow.spacing, slow.concurrency, slow.max_bytes) == (3.0, 1, 490)


def test_a_key_comes_from_the_environment_and_shows_in_no_repr(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DEEPL_API_KEY", f"{KEY}:fx")
    provider = make_provider("deepl")
    assert provider.host == "api-free.deepl.com"
    assert KEY not in repr(provider) + repr(ProviderSettings(key=KEY, account=KEY))


def test_a_key_comes_from_the_keyring_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class KeyringError(Exception):
        pass

    def get_password(service: str, name: str) -> str:
        if name != "DEEPL_API_KEY":
            raise KeyringError
        return f"{service}-{KEY}"

    keyring, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    vars(keyring)["get_password"], vars(errors)["KeyringError"] = get_password, KeyringError
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.delenv("DEEPL_API_KEY", raising=False)
    monkeypatch.delenv("MICROSOFT_API_KEY", raising=False)
    assert make_provider("deepl").name == "DeepL"
    with pytest.raises(ProviderError, match="needs a key"):
        make_provider("microsoft")


def test_other_packages_add_providers(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("mine", "tests.translate.providers:Scripted", "diptych.providers")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: [point])
    assert "mine" in provider_names()
    assert make_provider("mine").name == "Scripted"
