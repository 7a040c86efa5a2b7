"""Spacing, repetition, pieces and stopping."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translate.providers import Clock, Scripted, failing
from tui.translate import Limits, ProviderError
from tui.translate.client import Client, Stopped
from tui.translate.pieces import split_text

BUSY = ProviderError("Scripted asks for fewer requests", retryable=True)


def ask(provider: Scripted, clock: Clock, *texts: str) -> list[str]:
    client = Client(provider, threading.Event(), clock.timing)
    return [client.translate(text, "de", "en") for text in texts]


def test_requests_are_spaced() -> None:
    clock = Clock()
    ask(Scripted(limits=Limits(spacing=2.0, concurrency=1)), clock, "eins", "zwei", "drei")
    assert clock.waits == [2.0, 2.0]


def test_a_busy_provider_is_asked_again_after_longer_and_longer_pauses() -> None:
    clock, provider = Clock(), Scripted(failing(3, BUSY))
    assert ask(provider, clock, "Guten Tag") == ["en: Tag Guten"]
    assert clock.waits == [1.0, 2.0, 4.0]


@given(st.lists(st.floats(0, 1, exclude_max=True), min_size=3, max_size=3))
def test_chance_shortens_a_pause_by_half_at_most_so_that_not_all_come_back_at_once(
    chances: list[float],
) -> None:
    clock, provider, chance = Clock(), Scripted(failing(3, BUSY)), iter(chances)
    timing = replace(clock.timing, jitter=lambda: next(chance))
    Client(provider, threading.Event(), timing).translate("Guten Tag", "de", "en")
    assert clock.waits == pytest.approx([2**n * (1 + a) / 2 for n, a in enumerate(chances)])


def test_a_busy_provider_is_given_up_after_four_attempts() -> None:
    clock, provider = Clock(), Scripted(failing(9, BUSY))
    with pytest.raises(ProviderError, match="fewer requests"):
        ask(provider, clock, "Guten Tag")
    assert len(provider.asked) == 4


def test_the_pause_a_server_asks_for_is_kept() -> None:
    clock = Clock()
    ask(Scripted(failing(1, ProviderError("x", retryable=True, retry_after=7.0))), clock, "eins")
    assert clock.waits == [7.0]


def test_a_server_that_asks_for_an_hour_is_given_up() -> None:
    clock = Clock()
    error = ProviderError("x", retryable=True, retry_after=3600.0)
    with pytest.raises(ProviderError):
        ask(Scripted(failing(1, error)), clock, "eins")
    assert clock.waits == []


def test_what_will_never_succeed_is_asked_once() -> None:
    clock, provider = Clock(), Scripted(failing(1, ProviderError("no such language")))
    with pytest.raises(ProviderError):
        ask(provider, clock, "eins")
    assert provider.asked == ["eins"]


def test_the_pause_of_one_busy_answer_holds_for_all_threads() -> None:
    clock, provider = Clock(), Scripted(failing(1, ProviderError("x", retryable=True)))
    client = Client(provider, threading.Event(), clock.timing)
    client.translate("eins", "de", "en")
    before = clock.now
    client.translate("zwei", "de", "en")
    assert clock.now == before, "the pause was over"


def test_nothing_is_sent_after_stopping() -> None:
    provider, stop, clock = Scripted(), threading.Event(), Clock()
    stop.set()
    with pytest.raises(Stopped):
        Client(provider, stop, clock.timing).translate("eins", "de", "en")
    assert provider.asked == []


def test_stopping_ends_a_pause() -> None:
    stop, clock = threading.Event(), Clock()

    def busy(text: str) -> str:
        stop.set()
        raise BUSY

    provider = Scripted(busy)
    with pytest.raises(Stopped):
        Client(provider, stop, clock.timing).translate("eins", "de", "en")
    assert provider.asked == ["eins"]


def test_a_foreign_provider_that_breaks_gives_an_error_of_ours_without_the_text() -> None:
    def broken(text: str) -> str:
        raise RuntimeError(text)

    with pytest.raises(ProviderError, match=r"^Scripted failed$") as caught:
        ask(Scripted(broken), Clock(), "Guten Tag")
    assert caught.value.__context__ is None


def test_what_a_provider_gives_cannot_command_the_terminal() -> None:
    given = ask(Scripted(lambda text: "Good\x1b]52;c;AAAA\x07 \u202eday\r\n"), Clock(), "x")
    assert not any(c in given[0] for c in "\x1b\x07\u202e\r\n")
    assert given[0].startswith("Good")


def test_a_long_sentence_is_sent_in_pieces_and_put_together() -> None:
    provider = Scripted(lambda text: text.upper(), Limits(20, 0.0, 1))
    text = "Er kam. Sie ging, er blieb. Dann nichts mehr weit und breit."
    assert ask(provider, Clock(), text) == [text.upper()]
    assert provider.asked == [
        "Er kam.",
        "Sie ging, er blieb.",
        "Dann nichts mehr",
        "weit und breit.",
    ]


LONG = st.text(st.sampled_from("abc ä。 日. ,😀\n?”"), max_size=200)


@given(LONG, st.integers(4, 40))
def test_pieces_fit_and_give_the_text_again(text: str, most: int) -> None:
    pieces = split_text(text, most)
    assert "".join(piece + gap for piece, gap in pieces) == text
    assert all(0 < len(piece.encode()) <= most for piece, _ in pieces)
    assert all(not gap.strip() for _, gap in pieces)
