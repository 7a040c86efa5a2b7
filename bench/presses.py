"""What a program in a terminal costs while keys are pressed: CPU, waiting, memory (Linux)."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.terminal import Terminal

__all__ = [
    "cpu_seconds",
    "current_sentence",
    "press",
    "resident_megabytes",
    "seconds_until",
    "settle",
]


def press(terminal: Terminal, key: str, presses: int) -> tuple[float, float]:
    """Press a key again and again; mean CPU seconds a key, and p95 seconds to its first byte."""
    before = cpu_seconds(terminal.process.pid)
    waits = []
    for _ in range(presses):
        started = time.perf_counter()
        terminal.send(key)
        terminal.feed(2)
        waits.append(time.perf_counter() - started)
        while terminal.feed(0.02):
            pass
    spent = cpu_seconds(terminal.process.pid) - before
    return spent / presses, sorted(waits)[int(0.95 * presses)]


def seconds_until(terminal: Terminal, act: Callable[[], None], seen: str) -> float:
    """Seconds from an action until a text is painted that is on the screen after it."""
    mark = len(terminal.raw)
    started = time.perf_counter()
    act()
    while time.perf_counter() - started < 30:
        terminal.feed(0.02)
        if len(terminal.raw) > mark and seen in terminal.text:
            return time.perf_counter() - started
    raise TimeoutError(f"{seen!r} was not painted:\n{terminal.text}")


def current_sentence(terminal: Terminal) -> str:
    """The beginning of the sentence being read in a made-up report: "Sentence 301 "."""
    found = re.search("▌.*?(Sentence [0-9]+ )", terminal.text)
    if found is None:
        raise ValueError(f"no sentence is being read:\n{terminal.text}")
    return found[1]


def settle(terminal: Terminal) -> None:
    """Wait until the program neither writes nor computes."""
    while True:
        before = cpu_seconds(terminal.process.pid)
        wrote = terminal.feed(0.5)
        if not wrote and cpu_seconds(terminal.process.pid) - before < 0.02:
            return


def cpu_seconds(pid: int) -> float:
    """CPU seconds a process has used so far, in itself and in the kernel."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / float(os.sysconf("SC_CLK_TCK"))


def resident_megabytes(pid: int) -> float:
    """The memory a process holds, in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"no VmRSS for process {pid}")
