"""Slow things in threads: comparing and translating. Results come back as messages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui.compare import Stage
from tui.errors import DiptychError
from tui.model import Article, Comparison, Translation

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from tui.translate.provider import Provider

__all__ = ["Compared", "Failed", "Translated", "TranslationJob", "comparing", "translating"]

log = logging.getLogger("tui.app")

REPORT_EVERY = 0.1
"""Seconds between reports of progress: often enough to be seen, too seldom to slow the work."""


class Cancelled(Exception):  # noqa: N818 - no error: the reader went on to something else
    """Raised in a worker whose result nobody waits for any more."""


@dataclass
class Compared(Message):
    """A comparison has come to a stage, or further within it.

    ``pair`` are the indices of the reports in the story, left and right.
    """

    pair: tuple[int, int]
    stage: Stage
    comparison: Comparison
    share: float


@dataclass
class Translated(Message):
    """Translations of a report; ``lacking`` sentences have none."""

    report: int
    target: str
    translations: Mapping[int, Translation]
    lacking: int


@dataclass
class Failed(Message):
    """Something could not be done; ``reason`` is a line for the reader."""

    reason: str


def comparing(
    target: MessagePump, pair: tuple[int, int], a: Article, b: Article
) -> Callable[[], None]:
    """Work for a thread: compare two reports and post :class:`Compared` as it comes along."""

    def work() -> None:
        worker = get_current_worker()
        said = 0.0
        stage_said: Stage | None = None

        def progress(stage: Stage, comparison: Comparison, share: float) -> None:
            nonlocal said, stage_said
            if worker.is_cancelled:
                raise Cancelled
            now = monotonic()
            if stage is not stage_said or now - said >= REPORT_EVERY:
                said, stage_said = now, stage
                target.post_message(Compared(pair, stage, comparison, share))

        try:
            from tui.store.comparisons import compare_cached

            compare_cached(a, b, progress=progress)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - no fault of a worker may end the reader
            target.post_message(Failed(_reason("the reports cannot be compared", error)))

    return work


@dataclass(frozen=True, slots=True)
class TranslationJob:
    """What is to be translated, into what, and by whom."""

    report: int
    article: Article
    target: str
    memories: tuple[Path, ...]
    provider: Provider | None = None


def translating(target: MessagePump, job: TranslationJob) -> Callable[[], None]:
    """Work for a thread: translate a report and post :class:`Translated` when done."""

    def work() -> None:
        from tui.store.cache import cache_store
        from tui.store.memories import memory_paths
        from tui.translate.article import translate_article
        from tui.translate.memory import load_memory

        worker = get_current_worker()

        def progress(*_: int) -> None:
            if worker.is_cancelled:
                raise Cancelled

        try:
            found = translate_article(
                job.article,
                job.target,
                memories=[load_memory(path) for path in (*job.memories, *memory_paths())],
                corrections=_corrections(job),
                cache=cache_store() if job.provider else None,
                provider=job.provider,
                progress=progress,
            )
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - no fault of a worker may end the reader
            target.post_message(Failed(_reason("the report cannot be translated", error)))
            return
        lacking = sum(s.index not in found for s in job.article.content)
        target.post_message(Translated(job.report, job.target, found, lacking))

    return work


def _corrections(job: TranslationJob) -> Mapping[str, str]:
    from tui.store.state import state_store

    return state_store().corrections(job.article.lang, job.target)


def _reason(what: str, error: Exception) -> str:
    """A line on what went wrong; a fault of the program itself goes to the log in full."""
    if isinstance(error, DiptychError):
        return str(error)
    log.error("%s", what, exc_info=error)
    return f"{what}: {type(error).__name__}, a fault of the program"
