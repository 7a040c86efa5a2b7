"""Comparing in a process of its own.

The reader keeps its interpreter to itself, so that a key is answered while thousands of sentences
are encoded. What comparing takes of memory goes back to the machine when it is done, and where it
takes more than there is, the reader goes on reading.

Parent and child talk over the child's standard input and output: the two articles and their
translations one way, and back a :class:`Told` for each step, or a :class:`Fault`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.compare import Progress, Stage
from tui.errors import DiptychError
from tui.interpreter import tune
from tui.model import Article, Comparison, Divergence, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.encode.translated import Translations

__all__ = ["compare_apart"]

ASK_EVERY = 0.1
"""Seconds between two looks at whether anybody still waits for the result."""

POLITE = 5
"""How much the child gives way to the reader (nice)."""

_CHILD = "import sys; sys.path[:] = {path!r}; from tui.app.apart import answer; answer()"


@dataclass(frozen=True, slots=True)
class Told:
    """How far the child has come; what it found where that is new."""

    stage: Stage
    share: float
    links: tuple[Link, ...] | None = None
    divergences: tuple[Divergence, ...] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there will be no comparison, as a line for the reader."""

    reason: str


def compare_apart(
    a: Article,
    b: Article,
    *,
    translations_a: Translations = MappingProxyType({}),
    translations_b: Translations = MappingProxyType({}),
    progress: Progress | None = None,
) -> Comparison:
    """:func:`tui.compare.compare` in a child process, with the encoder of the configuration.

    Args:
        a: The article that stands left.
        b: The article that stands right.
        translations_a: Translations of A's sentences, by index.
        translations_b: The same for B.
        progress: Called as in :func:`tui.compare.compare`, and at least every tenth of a second
            though nothing is new; what it raises ends the child.

    Raises:
        DiptychError: The child could not compare them, or came to an end before it had.
    """
    known = Comparison(a, b, translations_a=translations_a, translations_b=translations_b)
    stage, share = Stage.LINKS, 0.0
    with subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-c", _CHILD.format(path=sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            for told in _conversation(child, (a, b, dict(translations_a), dict(translations_b))):
                if isinstance(told, Fault):
                    raise DiptychError(told.reason)
                if told is not None:
                    stage, share = told.stage, told.share
                    if told.links is not None:
                        known = replace(known, links=told.links)
                    if told.divergences is not None:
                        known = replace(known, divergences=told.divergences)
                if progress is not None:
                    progress(stage, known, share)
        finally:
            child.kill()
    if stage is not Stage.DONE:
        raise DiptychError(
            "the system ended the comparing of these reports, perhaps for want of memory"
        )
    return known


def _conversation(
    child: subprocess.Popen[bytes], question: object
) -> Iterator[Told | Fault | None]:
    """What the child says until it has ended; ``None`` now and then while it says nothing."""
    from multiprocessing.connection import Connection

    assert child.stdin is not None
    assert child.stdout is not None
    with (
        Connection(os.dup(child.stdout.fileno()), writable=False) as answers,
        suppress(EOFError, BrokenPipeError, ConnectionError),
    ):
        with Connection(os.dup(child.stdin.fileno()), readable=False) as pipe:
            pipe.send(question)
        while True:
            yield answers.recv() if answers.poll(ASK_EVERY) else None


def answer() -> None:
    """In the child: read two articles, compare them, and say how it goes."""
    from multiprocessing.connection import Connection

    tune()
    with suppress(OSError):
        os.nice(POLITE)
    # Nothing else may write where the parent reads pickles.
    parent = Connection(os.dup(sys.stdout.fileno()), readable=False)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    a, b, told_a, told_b = Connection(os.dup(sys.stdin.fileno()), writable=False).recv()
    said = Comparison(a, b)

    def progress(stage: Stage, known: Comparison, share: float) -> None:
        nonlocal said
        links = known.links if known.links is not said.links else None
        divergences = known.divergences if known.divergences is not said.divergences else None
        said = known
        parent.send(Told(stage, share, links, divergences))

    try:
        from tui.store.comparisons import compare_anew
        from tui.store.encoder import cached_encoder

        compare_anew(
            a,
            b,
            translations_a=told_a,
            translations_b=told_b,
            encoder=cached_encoder(),
            progress=progress,
        )
    except BrokenPipeError:
        return
    except DiptychError as error:
        parent.send(Fault(str(error)))
    except MemoryError:
        parent.send(Fault("comparing these reports takes more memory than there is"))
    except Exception as error:  # noqa: BLE001 - the parent tells it in a line
        kind = type(error).__name__
        parent.send(Fault(f"the reports cannot be compared: {kind}, a fault of the program"))
