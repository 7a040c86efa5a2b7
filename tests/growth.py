"""Growth of cost with size, measured in processor time: other work on the machine counts little."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

__all__ = ["assert_no_blow_up"]

LEAST = 0.05
"""Seconds below which a time is mostly noise."""

MOST = 9
"""How many times as long four times as much may take: 4 is linear, 16 quadratic."""


def assert_no_blow_up(
    work: Callable[[int], Callable[[], object]], size: int, most: float = MOST
) -> None:
    """Hold that four times as much work takes about four times as long.

    Args:
        work: Prepares work of a size, and gives what does it.
        size: The smaller size; the larger is four times that.
        most: How many times as long that may take.
    """
    work(2)()  # whatever is loaded once
    small, large = (_seconds(work(n)) for n in (size, 4 * size))
    assert large < most * max(small, LEAST), f"{size}: {small:.2f} s, {4 * size}: {large:.2f} s"


def _seconds(job: Callable[[], object]) -> float:
    """The time of one run, in which no garbage of what ran before is collected."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        job()
        return time.process_time() - start
    finally:
        gc.enable()
