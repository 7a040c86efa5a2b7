"""How the interpreter is set up in the program's processes."""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["tune"]

HANDOVER = 0.0005
"""Seconds after which a thread that computes lets another one have the interpreter."""


def tune() -> None:
    """Set up a process that is the program's own, as it begins."""
    # What is made while starting is kept to the end, and collecting it takes a tenth of that time.
    gc.set_threshold(50_000)
    # A thread that loads the encoder asks for the interpreter a thousand times, a moment each;
    # after Python's own 5 ms it would have what others take half a second for.
    sys.setswitchinterval(HANDOVER)
    # The program's matrices gain nothing from more threads, and those take time to start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
