"""Articles translated from corrections, memories, the cache and a provider, in that order."""

from __future__ import annotations

import threading
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from queue import SimpleQueue

import pytest

from tests.factories import make_article
from tests.translate.providers import Clock, Scripted, failing
from tests.translate.server import libretranslate, serving, turned
from tui.model import BlockKind, Translation
from tui.translate import (
    Memory,
    Provider,
    ProviderError,
    ProviderSettings,
    Unit,
    Untranslated,
    Variant,
    consent_line,
    iter_translations,
    make_provider,
    translate_article,
)
from tui.translate.provider import link_words

ARTICLE = make_article(
    [
        (BlockKind.TITLE, "Fähre auf Grund"),
        "Verletzt wurde\nniemand.",
        "Das Schiff liegt fest.",
        (BlockKind.FURNITURE, "Teilen Sie diesen Artikel"),
    ],
    lang="de",
)


def memory(*pairs: tuple[str, str], name: str = "m.tmx") -> Memory:
    return Memory(name, tuple(Unit((Variant("de", a), Variant("en", b))) for a, b in pairs))


class Kept:
    """A cache in a dict, as the store's keeps them."""

    def __init__(self, known: Mapping[str, Translation] | None = None) -> None:
        self.known = dict(known or {})
        self.providers: list[str] = []

    def find(
        self, texts: Sequence[str], source: str, target: str, provider: str | None
    ) -> dict[str, Translation]:
        return {text: self.known[text] for text in texts if text in self.known}

    def add(self, text: str, source: str, translation: Translation, provider: str) -> None:
        self.known[text] = translation
        self.providers.append(provider)


def test_without_a_provider_what_the_memory_has_is_translated_and_nothing_else() -> None:
    found = translate_article(
        ARTICLE, "en", memories=[memory(("Verletzt wurde niemand.", "No one was hurt."))]
    )
    assert found == {1: Translation("en", "No one was hurt.", "memory: m.tmx")}


def test_an_article_in_the_readers_language_is_left_alone() -> None:
    provider = Scripted()
    assert translate_article(ARTICLE, "de-CH", provider=provider) == {}
    assert provider.asked == []


def test_furniture_and_pieces_without_words_are_not_sent() -> None:
    article = make_article(["Ja.", "* * *", "1848", (BlockKind.BYLINE, "Von Ada Moor")], lang="de")
    provider = Scripted(lambda text: "Yes.")
    assert set(translate_article(article, "en", provider=provider)) == {0}
    assert provider.asked == ["Ja."]


def test_corrections_go_before_memories_before_the_cache_before_the_provider() -> None:
    article = make_article(["Eins oder.", "Zwei oder.", "Drei oder.", "Vier oder."], lang="de")
    texts = [sentence.text for sentence in article.sentences]
    provider = Scripted(lambda text: "asked")
    found = translate_article(
        article,
        "en",
        corrections={texts[0]: "own"},
        memories=[memory(*((text, "remembered") for text in texts[:2]))],
        cache=Kept({text: Translation("en", "kept", "Old (x)") for text in texts[:3]}),
        provider=provider,
    )
    assert [found[index].text for index in range(4)] == ["own", "remembered", "kept", "asked"]
    assert [found[index].origin for index in range(4)] == [
        "you",
        "memory: m.tmx",
        "Old (x)",
        "Scripted (scripted.example)",
    ]
    assert provider.asked == texts[3:]


def test_a_fuzzy_hit_is_shown_as_one_with_what_differs() -> None:
    article = make_article(["Am Montag liefen 40 Fähren aus."], lang="de")
    known = memory(("Am Montag liefen 60 Fähren aus.", "On Monday 60 ferries set sail."))
    (translation,) = translate_article(article, "en", memories=[known]).values()
    assert 0.9 <= translation.match < 1
    assert "made for a sentence with “60”, not “40”" in translation.doubts


def test_what_a_memory_holds_cannot_command_the_terminal() -> None:
    article = make_article(["Hallo."], lang="de")
    found = translate_article(article, "en", memories=[memory(("Hallo.", "He\u202el\x9blo\n."))])
    assert found[0].text == "He\ufffdl\ufffdlo ."


def test_a_sentence_that_stands_twice_is_sent_once_and_shown_twice() -> None:
    article = make_article(["Es brennt.", "Wo?", "Es  brennt."], lang="de")
    provider = Scripted()
    assert set(translate_article(article, "en", provider=provider)) == {0, 1, 2}
    assert provider.asked == ["Es brennt.", "Wo?"]


def test_what_the_provider_gave_is_kept_and_not_asked_for_again() -> None:
    cache, first, second = Kept(), Scripted(), Scripted()
    one = translate_article(ARTICLE, "en", provider=first, cache=cache)
    two = translate_article(ARTICLE, "en", provider=second, cache=cache)
    assert (one, cache.providers, second.asked) == (two, ["Scripted"] * 3, [])


def test_killed_half_way_nothing_translated_is_asked_for_twice() -> None:
    cache, first = Kept(), Scripted()
    results = iter_translations(ARTICLE, "en", provider=first, cache=cache)
    next(results)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    second = Scripted()
    translate_article(ARTICLE, "en", provider=second, cache=cache)
    assert len({*first.asked, *second.asked}) == 3
    assert first.asked[0] not in second.asked


def test_the_sentences_on_screen_come_first() -> None:
    article = make_article([f"Satz {'abcdefgh'[n]} hier." for n in range(8)], lang="de")
    screen = iter([[5, 6], [5, 6], [1], [1]])
    provider = Scripted()
    list(iter_translations(article, "en", provider=provider, wanted=lambda: next(screen, [])))
    assert [text[5] for text in provider.asked] == list("fgbacdeh")


def test_a_failure_is_given_with_its_reason_and_the_rest_goes_on() -> None:
    provider = Scripted(failing(1, ProviderError("Scripted gave no translation")))
    results = dict(iter_translations(ARTICLE, "en", provider=provider))
    assert results[0] == Untranslated("Scripted gave no translation")
    assert isinstance(results[1], Translation)
    assert isinstance(results[2], Translation)


def test_a_refused_key_is_not_tried_five_hundred_times() -> None:
    article = make_article([f"Satz {'x' * n} hier." for n in range(500)], lang="de")
    provider = Scripted(failing(500, ProviderError("Scripted refuses", fatal=True)))
    results = dict(iter_translations(article, "en", provider=provider))
    assert results == dict.fromkeys(range(500), Untranslated("Scripted refuses"))
    assert len(provider.asked) == 1


def test_a_provider_that_fails_five_times_in_a_row_is_given_up() -> None:
    article = make_article([f"Satz {'x' * n} hier." for n in range(50)], lang="de")
    provider = Scripted(failing(50, ProviderError("Scripted gave no translation")))
    assert len(dict(iter_translations(article, "en", provider=provider))) == 50
    assert len(provider.asked) == 5


def test_a_provider_that_fails_now_and_then_is_not_given_up() -> None:
    article = make_article([f"Satz {'x' * n} hier." for n in range(20)], lang="de")

    def answer(text: str) -> str:
        if len(text) % 4:
            raise ProviderError("Scripted gave no translation")
        return text

    provider = Scripted(answer)
    results = dict(iter_translations(article, "en", provider=provider, doubts=False))
    assert len(provider.asked) == 20
    assert sum(isinstance(found, Translation) for found in results.values()) == 5


def test_closing_the_generator_stops_the_work() -> None:
    article = make_article([f"Satz {'x' * n} hier." for n in range(40)], lang="de")
    gate: SimpleQueue[None] = SimpleQueue()
    for _ in range(4):
        gate.put(None)

    def gated(text: str) -> str:
        gate.get()
        return text.upper()

    provider = Scripted(gated)
    results = iter_translations(article, "en", provider=provider, doubts=False)
    assert isinstance(results, Generator)
    assert len(list(islice(results, 3))) == 3
    results.close()
    gate.put(None)
    assert len(provider.asked) <= 5


def test_stopping_from_another_thread_ends_the_wait_for_a_hanging_provider() -> None:
    stop, arrived, release = threading.Event(), threading.Event(), threading.Event()

    def hang(text: str) -> str:
        arrived.set()
        release.wait()
        return text

    with ThreadPoolExecutor(1) as pool:
        results = pool.submit(
            lambda: list(iter_translations(ARTICLE, "en", provider=Scripted(hang), stop=stop))
        )
        arrived.wait()
        stop.set()
        assert results.result() == []
        release.set()


def test_an_error_in_the_callers_own_function_is_not_swallowed() -> None:
    def broken() -> list[int]:
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        list(iter_translations(ARTICLE, "en", provider=Scripted(), wanted=broken))


def test_no_translation_lands_on_the_wrong_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.translate.doubts.find_doubts", lambda *_, **__: ())
    article = make_article([f"Satz Nummer {n} hier." for n in range(2000)], lang="de")
    with serving(libretranslate) as server:
        provider = make_provider(
            "libretranslate",
            ProviderSettings(url=server.url, concurrency=8),
        )
        found = translate_article(article, "en", provider=provider)
    assert {i: t.text for i, t in found.items()} == {
        s.index: turned(s.flat, "en") for s in article.sentences
    }


def test_the_pauses_of_a_busy_server_are_no_failure() -> None:
    clock = Clock()
    busy = ProviderError("Scripted asks for fewer requests", retryable=True)
    results = dict(
        iter_translations(ARTICLE, "en", provider=Scripted(failing(2, busy)), timing=clock.timing)
    )
    assert all(isinstance(result, Translation) for result in results.values())
    assert clock.waits == [1.0, 2.0]


def test_an_answer_in_another_language_than_the_one_asked_for_is_shown_as_doubtful() -> None:
    article = make_article(["Das Schiff liegt seit Montag im Hafen fest."], lang="de")
    french = "Le navire est immobilisé dans le port depuis lundi."
    same = article.sentences[0].text
    for answer, doubt in ((french, "seems to be in French"), (same, "seems left in the original")):
        provider = Scripted(lambda _, answer=answer: answer)  # type: ignore[misc]
        (found,) = translate_article(article, "en", provider=provider).values()
        assert found.text == answer
        assert any(doubt in line for line in found.doubts)


def test_what_has_a_translation_already_is_not_looked_up_again() -> None:
    provider = Scripted()
    results = dict(iter_translations(ARTICLE, "en", provider=provider, known={0, 2}))
    assert set(results) == {1}
    assert provider.asked == ["Verletzt wurde niemand."]


@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("127.0.0.1:5000", "on this machine, NOT encrypted on the way"),
        ("localhost", "on this machine, NOT encrypted on the way"),
        ("[::1]:5000", "on this machine, NOT encrypted on the way"),
        ("tr.example:5000", "NOT encrypted on the way"),
        ("127.0.0.1.example", "NOT encrypted on the way"),
    ],
)
def test_a_server_on_this_machine_is_told_from_one_elsewhere(host: str, words: str) -> None:
    assert link_words(Scripted(host=host, encrypted=False)) == words


def test_the_reader_is_told_who_receives_how_much_and_whether_others_can_read_it() -> None:
    provider: Provider = Scripted(encrypted=False)
    assert consent_line(provider, 1200) == (
        "Scripted: 1,200 sentences will be sent to scripted.example (NOT encrypted on the way)"
    )
    assert consent_line(Scripted(), 1) == (
        "Scripted: 1 sentence will be sent to scripted.example (encrypted)"
    )
