"""The terminal around the reader: what Textual draws on, and what is left of it afterwards."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["drawing_on_the_terminal"]

STDOUT, STDERR = 1, 2


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
