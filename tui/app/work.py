"""Slow things in threads: comparing and translating. Results come back as messages."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui.compare import Stage, caution
from tui.errors import DiptychError
from tui.model import Article, Comparison, Translation

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from tui.app.desk import Desk
    from tui.app.screens.reader import ReaderScreen
    from tui.translate.provider import Provider

__all__ = [
    "Compared",
    "Failed",
    "Translated",
    "TranslationJob",
    "aside",
    "comparing",
    "translating",
]

log = logging.getLogger("tui.app")

REPORT_EVERY = 0.1
"""Seconds between reports of progress: often enough to be seen, too seldom to slow the work."""

SHOW_EVERY = 0.2
"""Seconds between batches of translations: each lays the text out anew."""


class Cancelled(Exception):  # noqa: N818 - no error: the reader went on to something else
    """Raised in a worker whose result nobody waits for any more."""


@dataclass
class Compared(Message):
    """A comparison has come to a stage, or further within it.

    ``pair`` are the indices of the reports in the story, left and right; ``caution`` is a line on
    what the comparison cannot do, if anything, told with its last stage.
    """

    pair: tuple[int, int]
    stage: Stage
    comparison: Comparison
    share: float
    caution: str = ""


@dataclass
class Translated(Message):
    """Translations of a report.

    Attributes:
        report: The index of the report in the story.
        target: The language it is translated into.
        translations: All there are so far, by sentence index.
        lacking: The sentences that have none.
        reasons: What prevented translations, a line each.
        failures: What prevented the translation of a sentence, by its index.
        done: Whether no more will come.
    """

    report: int
    target: str
    translations: Mapping[int, Translation]
    lacking: tuple[int, ...]
    reasons: tuple[str, ...] = ()
    failures: Mapping[int, str] = field(default_factory=dict)
    done: bool = True


@dataclass
class Failed(Message):
    """Reports could not be compared; ``reason`` is a line for the reader."""

    reason: str


def comparing(target: MessagePump, pair: tuple[int, int], desk: Desk) -> Callable[[], None]:
    """Work for a thread: compare two reports and post :class:`Compared` as it comes along.

    Translations that are at hand help to align the reports; which of them are shown is another
    matter, so what is posted has none.
    """
    a, b = (desk.articles[report] for report in pair)

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
                limits = caution(comparison, encoder) if stage is Stage.DONE else ""
                bare = replace(comparison, translations_a={}, translations_b={})
                target.post_message(Compared(pair, stage, bare, share, limits))

        try:
            from tui.app.apart import compare_apart
            from tui.store.comparisons import compare_cached
            from tui.store.encoder import cached_encoder

            encoder = cached_encoder()
            compare_cached(
                a,
                b,
                encoder=encoder,
                translations_a=_at_hand(a, desk),
                translations_b=_at_hand(b, desk),
                progress=progress,
                by=compare_apart,
            )
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - no fault of a worker may end the reader
            target.post_message(Failed(_reason("the reports cannot be compared", error)))

    return work


def _at_hand(article: Article, desk: Desk) -> dict[int, Translation]:
    """The translations of a report that this machine has, made without loading the encoder."""
    if article.lang == desk.target:
        return {}
    from tui.store.cache import cache_store
    from tui.store.memories import load_memories
    from tui.store.state import own_translations
    from tui.translate.article import iter_translations

    try:
        found = iter_translations(
            article,
            desk.target,
            memories=load_memories(desk.memories),
            corrections=own_translations(article.lang, desk.target)[0],
            cache=cache_store(),
            doubts=False,
        )
        return {index: told for index, told in found if isinstance(told, Translation)}
    except DiptychError:  # told when translations are asked for
        return {}


@dataclass(frozen=True, slots=True)
class TranslationJob:
    """What is to be translated, into what, and by whom.

    Attributes:
        report: The index of the report in the story.
        article: The report.
        target: The language wanted.
        memories: The story's translation memories; the reader's own come after them.
        provider: Who is asked for what nothing here has.
        known: What has been translated already.
        wanted: Gives the sentences to take next, from any thread.
        stop: Set to end early; nothing more is sent then.
    """

    report: int
    article: Article
    target: str
    memories: tuple[Path, ...]
    provider: Provider | None = None
    known: Mapping[int, Translation] = field(default_factory=dict)
    wanted: Callable[[], Iterable[int]] | None = None
    stop: threading.Event = field(default_factory=threading.Event)


def translating(target: MessagePump, job: TranslationJob) -> Callable[[], None]:
    """Work for a thread: translate a report and post :class:`Translated` as it comes along."""

    def work() -> None:
        worker = get_current_worker()
        told = Translated(job.report, job.target, job.known, ())
        try:
            for told in _translated(job):
                if worker.is_cancelled:
                    job.stop.set()
                    return
                target.post_message(told)
        except Exception as error:  # noqa: BLE001 - no fault of a worker may end the reader
            reason = _reason("the report cannot be translated", error)
            target.post_message(replace(told, reasons=(reason,), failures={}, done=True))

    return work


def _translated(job: TranslationJob) -> Iterator[Translated]:
    """All that is had so far, now and then, and once it is all there is."""
    from tui.store.cache import cache_store
    from tui.store.memories import load_memories
    from tui.store.state import own_translations
    from tui.translate.article import Untranslated, iter_translations, untranslated

    corrections, trouble = own_translations(job.article.lang, job.target)
    found, failed = dict(job.known), dict[int, str]()

    def so_far(*, done: bool) -> Translated:
        lacking = untranslated(job.article, found)
        reasons = tuple(dict.fromkeys(([trouble] if trouble else []) + [*failed.values()]))
        return Translated(job.report, job.target, dict(found), lacking, reasons, dict(failed), done)

    def taken(results: Iterable[tuple[int, Translation | Untranslated]]) -> Iterator[Translated]:
        said = monotonic()
        for index, result in results:
            if isinstance(result, Untranslated):
                failed[index] = result.reason
            else:
                found[index] = result
            if monotonic() - said >= SHOW_EVERY:
                yield so_far(done=False)
                said = monotonic()

    cache = cache_store()
    here = iter_translations(
        job.article,
        job.target,
        memories=load_memories(job.memories),
        corrections=corrections,
        cache=cache,
        known=frozenset(found),
    )
    yield from taken(here)
    yield so_far(done=job.provider is None)
    if job.provider is None:
        return
    given = iter_translations(
        job.article,
        job.target,
        cache=cache,
        provider=job.provider,
        known=frozenset(found),
        wanted=job.wanted,
        stop=job.stop,
    )
    yield from taken(given)
    yield so_far(done=True)


async def aside(reader: ReaderScreen, work: Callable[[], str], trouble: str) -> None:
    """Do what may take its time in a thread, and tell the line it gives.

    Args:
        reader: The screen that tells it.
        work: Gives the line; a :class:`~tui.errors.DiptychError` is told as it is.
        trouble: What to say when the program itself is at fault.
    """
    try:
        words = await asyncio.to_thread(work)
    except Exception as error:  # noqa: BLE001 - no fault of a worker may end the reader
        words = _reason(trouble, error)
    reader.tell(words)


def _reason(what: str, error: Exception) -> str:
    """A line on what went wrong; a fault of the program itself goes to the log in full."""
    if isinstance(error, DiptychError):
        return str(error)
    log.error("%s", what, exc_info=error)
    return f"{what}: {type(error).__name__}, a fault of the program"
