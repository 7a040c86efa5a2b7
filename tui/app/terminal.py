"""The terminal around the reader: what Textual draws on, and what is left of it afterwards."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

from textual import events

__all__ = [
    "as_it_is_now",
    "can_be_stopped",
    "drawing_on_the_terminal",
    "is_remote",
    "sane_if_killed",
    "stop_job",
    "when_hung_up",
]

STDOUT, STDERR = 1, 2

FIRST_PAINT = 0.5
"""Seconds that the first paint has to itself."""

_LEAVE = r"\033[?2026l\033[?1000;1002;1003;1006;1015l\033[?1004l\033[?2004l\033[?2048l\033[<u"
_RESET = _LEAVE + r"\033[0m\033[?25h\033[?1049l"
"""Ends what Textual begins: synchronised output, mouse, focus, paste and size reports, the keyboard
protocol, colours, the hidden cursor, the second screen."""

_WATCH = (
    "trap '' HUP INT QUIT TERM TTOU; read -r ended || "
    "{ printf '%b' \"$1\" >/dev/tty; stty sane </dev/tty; } 2>/dev/null"
)
"""Waits for a line. The pipe ends without one only if the reader was killed outright."""


@contextmanager
def drawing_on_the_terminal() -> Iterator[None]:
    """Let the screen go to the terminal where standard error goes elsewhere.

    Textual draws on standard error, so that ``diptych story 2> log`` would fill the file with the
    screen and leave the terminal blank. Meanwhile standard error is the terminal; afterwards it is
    what it was, and what is wrong is told there.
    """
    if os.isatty(STDERR):
        yield
        return
    sys.stderr.flush()
    kept = os.dup(STDERR)
    os.dup2(STDOUT, STDERR)
    try:
        yield
    finally:
        sys.stderr.flush()
        os.dup2(kept, STDERR)
        os.close(kept)


@contextmanager
def sane_if_killed() -> Iterator[None]:
    """Have the terminal put right even if this process is killed in a way it cannot answer.

    A shell beside it waits at a pipe. It is in a process group of its own, for job control kills
    whole groups. It is started a moment later: the first paint waits for nothing.
    """
    watching: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        with suppress(OSError):  # without such a shell the reader is read without a guard
            watching.append(
                subprocess.Popen(  # noqa: S603 - the shell and the script above
                    ["/bin/sh", "-c", _WATCH, "diptych", _RESET],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    process_group=0,
                )
            )

    starting = threading.Timer(FIRST_PAINT, start)
    starting.start()
    try:
        yield
    finally:
        starting.cancel()
        starting.join()
        for watch in watching:
            with suppress(OSError):
                watch.communicate(b"ended\n")


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether the person at the keyboard sits at another machine, at the other end of SSH."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


def can_be_stopped() -> bool:
    """Whether there is a shell that could continue this job once it has stopped.

    The system does not stop a process group that nobody could continue. Textual's own way to stop
    takes no notice of that, so another process of the group is the one to try it.
    """
    if not hasattr(signal, "SIGTSTP"):
        return False
    try:
        tried = subprocess.Popen(["/bin/sh", "-c", "kill -TSTP $$"])
    except OSError:
        return False
    _, status = os.waitpid(tried.pid, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        tried.kill()
        tried.wait()
        return True
    tried.returncode = status  # it has been waited for
    return False


def stop_job() -> None:
    """Stop this job as the terminal's own Ctrl+Z does, and return when it is continued.

    All of the process group is stopped, so that a program that waits for this one (``make``) gives
    the shell its prompt too.
    """
    os.kill(0, signal.SIGTSTP)


def as_it_is_now(event: events.Resize) -> events.Resize:
    """A change of size with the size that the terminal has by now.

    The signals of two changes may interrupt each other, and then the older size comes last. A
    terminal that reports sizes itself, in pixels too, reports them in order.
    """
    if event.pixel_size is not None:
        return event
    return events.Resize.from_dimensions(
        shutil.get_terminal_size((event.size.width, event.size.height)), None
    )


def when_hung_up(tell: Callable[[], object]) -> None:
    """Have something called, in a thread, once the terminal is gone.

    SIGHUP goes to the first process of a session alone. Below one that waits for its children, as
    ``make`` does, the reader would not hear of it, and Textual would read the end of the input over
    and over.

    Args:
        tell: What to call. That there is nobody to tell any more (RuntimeError) is no error.
    """
    terminal = sys.__stdin__
    if terminal is None or not terminal.isatty() or not hasattr(select, "poll"):
        return
    poll = select.poll()
    poll.register(terminal.fileno(), 0)  # nothing but a hang-up or an error, which are always told

    def wait() -> None:
        if any(event & select.POLLHUP for _, event in poll.poll()):
            with suppress(RuntimeError):  # the loop to be told has ended before
                tell()

    threading.Thread(target=wait, name="hang-up", daemon=True).start()
