"""deep-translator's own classes against a server on loopback."""

from __future__ import annotations

import json
import logging
import re
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import ModuleType
from typing import Any

import pytest

from tests.translate.server import Answer, Asked, Server, libretranslate, serving, trickling, turned
from tui.translate import Provider, ProviderError, ProviderSettings, make_provider, provider_names

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
    own = make_provider("libretranslate", ProviderSettings(url="https://tr.example:8443/api"))
    assert own.host == "tr.example:8443"
    assert own.encrypted


def test_the_address_of_mymemory_is_known_to_be_unencrypted_and_that_of_google_encrypted() -> None:
    assert not make_provider("mymemory").encrypted
    assert make_provider("google").encrypted
    assert make_provider("google").host == "translate.google.com"


SERVICES: Mapping[str, tuple[str, Answer]] = {
    "google": (
        "/m",
        Answer('<div class="result-container">Good &amp; well</div>', content_type="text/html"),
    ),
    "mymemory": (
        "/get",
        Answer('{"responseStatus": 200, "responseData": {"translatedText": "Good &amp; well"}}'),
    ),
    "deepl": ("/v2/", Answer('{"translations": [{"text": "Good & well"}]}')),
    "microsoft": (
        "/translate?api-version=3.0",
        Answer('[{"translations": [{"text": "Good & well", "to": "en"}]}]'),
    ),
    "baidu": ("/translate", Answer('{"trans_result": [{"dst": "Good & well"}]}')),
    "chatgpt": (
        "/v1/",
        Answer('{"choices": [{"message": {"role": "assistant", "content": "Good & well"}}]}'),
    ),
    "papago": ("/n2mt", Answer('{"message": {"result": {"translatedText": "Good & well"}}}')),
    "qcri": ("/{endpoint}?", Answer('{"translatedText": "Good & well"}')),
    "yandex": ("/{version}/{endpoint}", Answer('{"code": 200, "text": ["Good & well"]}')),
}
"""Where each service's interface lies, and how it answers."""


def service(name: str, url: str, **settings: Any) -> Provider:
    """A provider of a service, its address on loopback as the configuration may set it."""
    path, _ = SERVICES[name]
    return make_provider(
        name,
        ProviderSettings(url=url + path, key=KEY, account="account", deadline=5.0, **settings),
    )


def test_every_service_offered_by_name_is_tried_below() -> None:
    assert {*SERVICES, "libretranslate", "argos"} == set(provider_names())


def test_every_class_of_the_library_is_offered_or_known_to_know_only_words() -> None:
    import deep_translator

    from tui.translate.engines import ENGINES

    classes = {name for name in deep_translator.__all__ if name.endswith("Translator")}
    dictionaries = {"LingueeTranslator", "PonsTranslator"}
    assert classes == {engine.class_name for engine in ENGINES.values()} | dictionaries


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_gives_what_its_api_answers(name: str) -> None:
    with serving(answering(SERVICES[name][1])) as server:
        provider = service(name, server.url)
        assert provider.translate(TEXT, "de", "en") == "Good & well"
        assert provider.host == f"127.0.0.1:{server.server_port}"
    # Microsoft's class would ask for the list of languages first, each time.
    assert len(server.asked) == 1


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_service_gives_lands_on_the_sentence_it_was_asked_for(name: str) -> None:
    """Each answer names its request: 200 of them from eight threads."""
    _, known = SERVICES[name]
    texts = [f"Satz{number}" for number in range(200)]

    def echo(asked: Asked) -> Answer:
        sent = " ".join([*asked.query.values(), *asked.form.values(), asked.body])
        return replace(known, body=known.body.replace("Good", re.findall(r"Satz\d+", sent)[0]))

    with serving(echo) as server:
        provider = service(name, server.url)
        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(lambda text: provider.translate(text, "de", "en"), texts))
    assert results == [f"{text} & well" for text in texts]


def test_without_a_setting_the_address_is_the_librarys(monkeypatch: pytest.MonkeyPatch) -> None:
    from deep_translator import constants

    with serving(answering(SERVICES["google"][1])) as server:
        monkeypatch.setitem(constants.BASE_URLS, "GOOGLE_TRANSLATE", f"{server.url}/m")
        assert make_provider("google").translate(TEXT, "de", "en") == "Good & well"


def test_mymemory_is_told_the_language_with_its_region() -> None:
    with serving(answering(SERVICES["mymemory"][1])) as server:
        service("mymemory", server.url).translate(TEXT, "de", "en")
    assert server.asked[0].query["langpair"] == "de-DE|en-GB"


def test_mymemory_can_be_asked_over_an_encrypted_link() -> None:
    settings = ProviderSettings(url="https://api.mymemory.translated.net/get")
    assert make_provider("mymemory", settings).encrypted


def test_chatgpt_is_asked_for_the_language_by_its_name_and_for_the_model_that_is_set() -> None:
    with serving(answering(SERVICES["chatgpt"][1])) as server:
        service("chatgpt", server.url, model="small").translate(TEXT, "de", "en")
    (asked,) = server.asked
    assert (asked.path, asked.headers["Authorization"]) == ("/v1/chat/completions", f"Bearer {KEY}")
    told = json.loads(asked.body)
    assert told["model"] == "small"
    [message] = told["messages"]
    assert message["role"] == "user"
    assert message["content"].startswith("Translate the text below into English.")
    assert TEXT in message["content"]


def test_a_chat_server_of_ones_own_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with serving(answering(SERVICES["chatgpt"][1])) as server:
        provider = make_provider("chatgpt", ProviderSettings(url=f"{server.url}/v1"))
        assert provider.translate(TEXT, "de", "en") == "Good & well"


MYMEMORY = '{"responseStatus": %s, "responseData": {"translatedText": "MYMEMORY WARNING: …"}}'
BAIDU = '{"error_code": "%s", "error_msg": "k3y-that-must-not-leak Satz"}'


@pytest.mark.parametrize(
    ("name", "body", "words", "fatal", "retryable"),
    [
        ("mymemory", MYMEMORY % '"403"', "refuses", True, False),
        ("mymemory", MYMEMORY % 429, "asks for fewer requests", False, True),
        ("mymemory", "[]", "no translation", False, False),
        ("baidu", BAIDU % 54003, "asks for fewer requests", False, True),
        ("baidu", BAIDU % 54001, "refuses", True, False),
        ("baidu", BAIDU % 52002, "has a fault", False, True),
        ("baidu", BAIDU % 12345, "rejects the request", False, False),
        ("baidu", "<html>", "no translation", False, False),
    ],
)
def test_a_refusal_within_an_answer_that_says_200_is_one(
    name: str, body: str, words: str, fatal: bool, retryable: bool
) -> None:
    with serving(answering(Answer(body))) as server:
        provider = service(name, server.url)
        with pytest.raises(ProviderError, match=f"{provider.name} .*{words}") as caught:
            provider.translate(TEXT, "de", "en")
    assert (caught.value.fatal, caught.value.retryable) == (fatal, retryable)
    assert KEY not in str(caught.value)


def test_deepl_gets_its_key_in_a_header() -> None:
    with serving(answering(SERVICES["deepl"][1])) as server:
        service("deepl", server.url).translate(TEXT, "de", "en")
    (asked,) = server.asked
    assert asked.headers["Authorization"] == f"DeepL-Auth-Key {KEY}"
    assert (asked.method, asked.query) == ("POST", {})
    assert asked.form == {"source_lang": "de", "target_lang": "en", "text": TEXT}


def test_chinese_is_called_what_each_service_calls_it() -> None:
    called = {"google": "zh-CN", "mymemory": "zh-CN", "baidu": "zh", "papago": "zh-CN"}
    for name, code in called.items():
        with serving(answering(SERVICES[name][1])) as server:
            service(name, server.url).translate(TEXT, "zh", "en")
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


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("failure", ["429", "403", "500", "html", "empty", "null", "hung up"])
def test_no_service_lets_key_text_or_address_out_whatever_it_answers(
    name: str,
    failure: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = Answer("null") if failure == "null" else FAILURES[failure][0]
    with serving(answering(answer)) as server:
        provider = service(name, server.url)
        with pytest.raises(ProviderError) as caught:
            provider.translate(TEXT, "de", "en")
    assert caught.value.retryable == (failure in {"429", "500", "hung up"})
    assert caught.value.fatal == (failure == "403")
    told = "".join(traceback.format_exception(caught.value)) + repr(provider) + caplog.text
    told += "".join(capfd.readouterr())
    for secret in (KEY, "geheime", f"127.0.0.1:{server.server_port}/"):
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


@pytest.mark.parametrize(
    "opening",
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["headers", "body", "size of a chunk"],
)
def test_an_answer_that_trickles_in_is_given_up_at_the_deadline_too(opening: bytes) -> None:
    with trickling(opening) as url:
        provider = make_provider("libretranslate", ProviderSettings(url=url, deadline=0.3))
        with pytest.raises(ProviderError, match=r"gave no answer within 0\.3 s") as caught:
            provider.translate(TEXT, "de", "en")
    assert caught.value.retryable


@pytest.mark.parametrize("key", ["schlüssel", "two\nlines"])
def test_a_key_that_no_request_can_carry_is_refused_before_anything_is_sent(key: str) -> None:
    with pytest.raises(ProviderError, match="look at DEEPL_API_KEY") as caught:
        make_provider("deepl", ProviderSettings(key=key))
    assert key not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["http://a b/", "http://exa\u202emple/", "https://user:pass@tr.example:8443/api"],
    ids=["a space", "turned around", "a password"],
)
def test_an_address_whose_host_cannot_be_shown_as_it_is_is_refused(url: str) -> None:
    with pytest.raises(ProviderError, match="its url must") as caught:
        make_provider("libretranslate", ProviderSettings(url=url))
    assert "pass@" not in str(caught.value)


def test_what_is_for_this_machine_goes_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(Answer(status=502))) as proxy, serving(libretranslate) as server:
        for name in ("http_proxy", "all_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        assert libre(server).translate("Hallo Welt", "de", "en") == "en: Welt Hallo"
    assert proxy.asked == []


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


def in_two_hours() -> str:
    return format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)


@pytest.mark.parametrize(
    ("asking", "least"),
    [
        (in_two_hours, 7000),
        (lambda: "Wed, 21 Oct 2015 07:28:00 GMT", 0),
        (lambda: "soon", None),
    ],
    ids=["in two hours", "long ago", "no date"],
)
def test_a_busy_server_may_ask_for_time_by_a_date(
    asking: Callable[[], str], least: float | None
) -> None:
    busy = Answer(status=429, headers={"Retry-After": asking()})
    with serving(answering(busy)) as server, pytest.raises(ProviderError) as caught:
        libre(server).translate(TEXT, "de", "en")
    wait = caught.value.retry_after
    assert wait is None if least is None else wait is not None and least <= wait <= least + 200


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
        ("google", ProviderSettings(url="http://x:99999/"), "must start with http"),
        ("chatgpt", ProviderSettings(), "set the environment variable OPENAI_API_KEY"),
        ("gogle", ProviderSettings(), "there are argos, baidu, chatgpt, deepl, google, libre"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_named(
    name: str, settings: ProviderSettings, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DEEPL_API_KEY", "BAIDU_APPID", "LIBRE_API_KEY", "OPENAI_API_KEY"):
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
    def get_password(service: str, name: str) -> str:
        if name != "DEEPL_API_KEY":
            raise RuntimeError("the session has no bus")
        return f"{service}-{KEY}"

    keyring = ModuleType("keyring")
    vars(keyring)["get_password"] = get_password
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.delenv("DEEPL_API_KEY", raising=False)
    monkeypatch.delenv("MICROSOFT_API_KEY", raising=False)
    assert make_provider("deepl").name == "DeepL"
    with pytest.raises(ProviderError, match="needs a key"):
        make_provider("microsoft")
