"""Many matchers' questions to the encoder, gathered and put at once.

Each matcher asks for a few short texts, and only where cheaper means have not settled the matter.
A call of the encoder costs some 3 ms however little it is given, and a tenth of that for each text
more. So a matcher that asks for what is not known yet is stopped, the next one is run, and once all
have asked, everything is encoded together and those that were stopped begin anew. Nothing is
encoded that is not asked for, and matchers, being pure, come to the same results.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from tui.details.meaning import forget, remember

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder

__all__ = ["Deferred", "deferred", "gathered", "settled"]

AT_ONCE = 128
"""Texts encoded in one breath, some 50 ms."""

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")


class _Unencoded(Exception):  # noqa: N818 - a question, no error
    """Raised for the texts whose vectors are needed to go on."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__(texts)
        self.texts = texts


class Deferred:
    """An encoder that encodes nothing when asked, but stops who asks; see :func:`settled`."""

    def __init__(self, encoder: Encoder) -> None:
        self.name = encoder.name
        self.dimensions = encoder.dimensions
        self.languages = encoder.languages
        self.encoder = encoder

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Put off encoding texts; what is encoded already, :mod:`tui.details.meaning` knows."""
        raise _Unencoded(texts)


def deferred(encoder: Encoder) -> Deferred:
    """The encoder's one deferred form, so that vectors outlast a comparison."""
    hashed: Any = encoder
    return _deferred(hashed)


@lru_cache(maxsize=4)
def _deferred(encoder: Any) -> Deferred:
    return Deferred(encoder)


def settled(
    tasks: Sequence[Callable[[], T]],
    encoder: Deferred | None,
    working: Callable[[], None],
) -> list[T]:
    """Run tasks that may ask an encoder for vectors.

    Args:
        tasks: Each is run again from its beginning whenever what it asked for has been encoded, so
            it must be free of side effects. It asks through :mod:`tui.details.meaning` alone.
        encoder: The encoder the tasks have; ``None`` if they have none.
        working: Called before each batch of texts is encoded; cancels by raising.

    Returns:
        The tasks' results, in order. The encoder is called as often as the task that asks most
        often does, and once more for each :data:`AT_ONCE` texts.
    """
    if encoder is None:
        return [task() for task in tasks]
    forget(encoder)
    results: dict[int, T] = {}
    unsettled = list(range(len(tasks)))
    while unsettled:
        wanted: dict[str, None] = {}
        for n in unsettled:
            try:
                results[n] = tasks[n]()
            except _Unencoded as asked:
                wanted.update(dict.fromkeys(asked.texts))
        unsettled = [n for n in unsettled if n not in results]
        texts = list(wanted)
        for start in range(0, len(texts), AT_ONCE):
            working()
            some = texts[start : start + AT_ONCE]
            remember(some, encoder.encoder.encode(some), encoder)
    return [results[n] for n in range(len(tasks))]


def gathered(judge: Callable[[T, U], V], pairs: Iterable[tuple[T, U]]) -> list[V]:
    """Judge pairs, and ask for what any of them needs at once.

    Whoever judges many pairs in a row would otherwise be stopped at each that asks, and begin anew
    as often.

    Returns:
        What ``judge`` says of each pair, in order.
    """
    found: list[V] = []
    wanted: dict[str, None] = {}
    for x, y in pairs:
        try:
            found.append(judge(x, y))
        except _Unencoded as asked:
            wanted.update(dict.fromkeys(asked.texts))
    if wanted:
        raise _Unencoded(list(wanted))
    return found
