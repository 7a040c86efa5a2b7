"""Many sentences through one provider: several at once, the wanted ones first, each in its place.

The threads are daemons: a provider that hangs must not keep the program from ending.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import TypeAlias

from tui.translate.client import Client, Stopped
from tui.translate.errors import ProviderError

__all__ = ["translate_all"]

GIVE_UP_AFTER = 5
"""Sentences that fail in a row, each after all its repetitions, before the rest is not tried."""
STOP_POLL = 0.05
"""Seconds between looks at ``stop`` while nothing arrives."""


def translate_all(
    texts: Iterable[str],
    source: str,
    target: str,
    client: Client,
    *,
    wanted: Callable[[], Iterable[str]] | None = None,
    keep: Callable[[str, str], None] | None = None,
) -> Iterator[tuple[str, str | ProviderError]]:
    """Translate texts, yielding each as it arrives.

    Args:
        texts: What to translate, in the order to take them; equal ones count as one.
        source: Their language.
        target: The language wanted.
        client: Whom to ask. Its ``stop`` may be set by any thread to end early, and what was not
            yet sent is then never sent; it is set when the work has ended, too.
        wanted: Asked before each request for the texts to take next, such as those on screen.
        keep: Called with each text and translation as soon as it is there, on the thread that got
            it, so that it is kept even if the caller takes no more.

    Yields:
        Each text with its translation or what prevented it, unless stopped.
    """
    work, stop = _Work(texts, wanted), client.stop
    done: SimpleQueue[_Result | Exception] = SimpleQueue()

    def run() -> None:
        try:
            while not stop.is_set() and (text := work.take()) is not None:
                result = _ask(client, text, source, target)
                if keep is not None and isinstance(result, str):
                    keep(text, result)
                done.put((text, result))
                for left in work.learn(result):
                    done.put(left)
        except Stopped:
            return
        except Exception as error:  # noqa: BLE001 -- raised again on the caller's thread
            done.put(error)

    missing = work.count
    for number in range(min(client.provider.limits.concurrency, missing)):
        threading.Thread(target=run, name=f"translate-{number}", daemon=True).start()
    try:
        while missing and not stop.is_set():
            try:
                item = done.get(timeout=STOP_POLL)
            except Empty:
                continue
            if isinstance(item, Exception):
                raise item
            missing -= 1
            yield item
    finally:
        stop.set()


_Result: TypeAlias = tuple[str, str | ProviderError]


def _ask(client: Client, text: str, source: str, target: str) -> str | ProviderError:
    try:
        return client.translate(text, source, target)
    except ProviderError as error:
        return error


class _Work:
    """What is still to be sent, shared by the threads."""

    def __init__(self, texts: Iterable[str], wanted: Callable[[], Iterable[str]] | None) -> None:
        self._texts = dict.fromkeys(texts)
        self._wanted = wanted
        self._lock = threading.Lock()
        self._failures = 0
        self.count = len(self._texts)

    def take(self) -> str | None:
        """The next text, wanted ones first."""
        with self._lock:
            if not self._texts:
                return None
            wanted = self._wanted() if self._wanted else ()
            text = next((text for text in wanted if text in self._texts), None)
            if text is None:
                text = next(iter(self._texts))
            del self._texts[text]
            return text

    def learn(self, result: str | ProviderError) -> list[tuple[str, ProviderError]]:
        """Learn from a result whether there is a point in going on.

        Returns:
            What is not tried any more, with the reason; each text is given once.
        """
        with self._lock:
            if isinstance(result, str):
                self._failures = 0
                return []
            self._failures += 1
            if not result.fatal and self._failures < GIVE_UP_AFTER:
                return []
            left = [(text, result) for text in self._texts]
            self._texts.clear()
            return left
