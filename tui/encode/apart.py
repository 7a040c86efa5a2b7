"""An encoder in a process of its own, which loads and encodes while this one does something else.

Loading it takes numpy, and encoding takes the interpreter half of its time, so that a thread gains
nothing. The child is a fork: a fresh interpreter would import again what this one has. Questions
go to it and answers come back over pipes, pickled; it ends with the pipe. Nothing is imported here
that is not needed to begin.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder
    from tui.encode.pieces import Parts, Pieces

    Question = tuple[str, tuple[Any, ...]]
    """A method of the encoder and what it is given; for an attribute, nothing."""

__all__ = ["EncoderApart", "load_apart"]


def load_apart(load: Callable[[], Encoder]) -> EncoderApart | None:
    """Begin to load an encoder beside what this process does next.

    Args:
        load: Gives the encoder. It is called in the child and, if that comes to an end before it
            has answered, in this process: what goes wrong there goes wrong again, and is told here.

    Returns:
        ``None`` where that would be unsafe (other threads run), gain nothing (numpy is there, or
        there is but one processor) or is not to be had.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return None
    if "numpy" in sys.modules or os.cpu_count() == 1:
        return None
    questions, ask = os.pipe()
    answers, answer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ask)
        os.close(answers)
        _serve(load, questions, answer)
    os.close(questions)
    os.close(answer)
    return EncoderApart(load, child, os.fdopen(ask, "wb"), os.fdopen(answers, "rb"))


class EncoderApart:
    """Asks the encoder in a child process; a :class:`~tui.encode.pieces.PieceEncoder` if it is."""

    def __init__(
        self, load: Callable[[], Encoder], child: int, questions: BinaryIO, answers: BinaryIO
    ) -> None:
        self._load = load
        self._child: int | None = child
        self._questions = questions
        self._answers = answers
        self._asked: deque[Question] = deque()
        atexit.register(self.close)

    @property
    def name(self) -> str:
        """Names model and version."""
        name: str = self._answer("name")
        return name

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        dimensions: int = self._answer("dimensions")
        return dimensions

    @property
    def languages(self) -> frozenset[str]:
        """The languages it knows."""
        languages: frozenset[str] = self._answer("languages")
        return languages

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts; see :class:`tui.encode.Encoder`."""
        vectors: NDArray[np.float32] = self._answer("encode", texts)
        return vectors

    def encode_parts(
        self, texts: Sequence[str], parts: Sequence[Parts]
    ) -> tuple[NDArray[np.float32], list[Pieces]]:
        """Encode texts, parts and pieces; see :class:`tui.encode.pieces.PieceEncoder`."""
        found: tuple[NDArray[np.float32], list[Pieces]] = self._answer("encode_parts", texts, parts)
        return found

    def ask_ahead(self, questions: Sequence[Question]) -> None:
        """Put questions that will be put soon, in the same order; their answers are kept ready."""
        with suppress(OSError):  # met again where an answer is waited for
            self._put(questions)
            self._asked.extend(questions)

    def close(self) -> None:
        """End the child, whatever it is doing."""
        child, self._child = self._child, None
        if child is None:
            return
        atexit.unregister(self.close)
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)
        for pipe in (self._questions, self._answers):
            with suppress(OSError):
                pipe.close()

    def _answer(self, name: str, *given: Any) -> Any:
        question = name, given
        if self._child is not None:
            with suppress(OSError, EOFError, pickle.UnpicklingError):
                # Nothing is put while answers wait: were both pipes full, both sides would wait.
                while self._asked:
                    answered, answer = self._asked.popleft(), self._received()
                    if answered == question:
                        return answer
                self._put([question])
                return self._received()
            self.close()
        return _answered(self._load(), question)

    def _put(self, questions: Sequence[Question]) -> None:
        pickle.dump(questions, self._questions)
        self._questions.flush()

    def _received(self) -> Any:
        return pickle.load(self._answers)  # noqa: S301 - from our own child


def _answered(encoder: Encoder, question: Question) -> Any:
    name, given = question
    found = getattr(encoder, name)
    return found(*given) if given else found


def _serve(load: Callable[[], Encoder], source: int, target: int) -> NoReturn:
    """In the child: answer to the end, without the clean-up that is the parent's to do."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is the parent's to be interrupted
        signal.signal(signal.SIGTERM, _end)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for standard in range(3):  # who reads what the parent writes need not wait for this one
            os.dup2(nowhere, standard)
        with os.fdopen(source, "rb") as asked, os.fdopen(target, "wb") as sink:
            encoder = load()
            while True:
                questions = pickle.load(asked)  # noqa: S301 - from our own parent
                # Sending waits until the parent reads; by then all is to be ready.
                for answer in [_answered(encoder, question) for question in questions]:
                    pickle.dump(answer, sink, pickle.HIGHEST_PROTOCOL)
                sink.flush()
    finally:
        os._exit(0)


def _end(*_: object) -> NoReturn:
    """Unwind, so that no half-written file is left."""
    sys.exit()
