"""Reading a story in a process of its own while this one imports Textual.

The one takes half as long as the other, and in one process neither would yield the interpreter to
the other. The process is a new one and no fork of this: to use an object is to write to it (its
count of references), and each page of memory that is written to after a fork has to be copied
first, which delayed the first paint more than all else that is done before it.

Over its standard input it is told what to read, over its standard output it gives the desk, both
pickled. Nothing is imported here that is not needed to begin.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.desk import Desk

__all__ = ["answer", "begin_reading"]

_CHILD = (
    "import gc, sys; gc.disable(); sys.path[:] = {path!r}; "
    "from tui.app.readahead import answer; answer()"
)


def begin_reading(files: Sequence[Path], *, raw: bool = False) -> Callable[[], Desk]:
    """Begin to read a story beside what this process does next; call the result to wait for it.

    Args:
        files: Reports, or the story's folder or its ``story.toml``.
        raw: Whether the untouched text is wanted.

    Raises (when the result is called):
        ReadError: The story or one of its reports cannot be read. What goes wrong in reading
            beside this process goes wrong here again, and is told from here.
    """
    read = partial(_desk, files, raw=raw)
    try:
        child = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-c", _CHILD.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return read
    assert child.stdin is not None
    with suppress(BrokenPipeError), child.stdin:
        pickle.dump(read, child.stdin)

    def wait() -> Desk:
        with child:
            assert child.stdout is not None
            sent = child.stdout.read()
        return _received(sent) or read()

    return wait


def answer() -> None:
    """In the child: read, send, and end without taking down all that was imported."""
    read: Callable[[], Desk] = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as parent:
        # Nothing else may write where the parent reads pickles.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        pickle.dump(read(), parent)
    os._exit(0)


def _desk(files: Sequence[Path], *, raw: bool) -> Desk:
    from tui.app.desk import open_desk
    from tui.read import load_story

    story = load_story(files[0] if len(files) == 1 else files)
    return open_desk(story.untouched() if raw else story)


def _received(sent: bytes) -> Desk | None:
    """What the child sent; nothing if it ended before it had sent it all."""
    from tui.app.desk import Desk

    try:
        desk = pickle.loads(sent)  # noqa: S301 - from our own child
    except (pickle.UnpicklingError, EOFError):
        return None
    return desk if isinstance(desk, Desk) else None
