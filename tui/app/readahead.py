"""Reading a story in a child process while this one imports Textual.

The one takes half as long as the other, and in one process neither would yield the interpreter to
the other. The child is a fork: a fresh interpreter would import again what this one has. It gives
the desk over a pipe, pickled. Nothing is imported here that is not needed to begin.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from tui.app.desk import Desk

__all__ = ["begin_reading"]


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
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return read
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        _send(read, sink)
    os.close(sink)
    end = partial(_end, child)
    atexit.register(end)  # nobody may ever ask for its result

    def wait() -> Desk:
        with os.fdopen(source, "rb") as pipe:
            sent = pipe.read()
        os.waitpid(child, 0)
        atexit.unregister(end)
        return _received(sent) or read()

    return wait


def _send(read: Callable[[], Desk], sink: int) -> NoReturn:
    """In the child: read, send, and end without the clean-up that is the parent's to do."""
    try:
        with os.fdopen(sink, "wb") as pipe:
            pickle.dump(read(), pipe)
    finally:
        os._exit(0)


def _end(child: int) -> None:
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


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
