"""Speed, measured as a user would feel it: ``python -m bench.speed [section ...]``.

Everything runs in fresh processes; the reader runs in a real pseudo-terminal. Times are medians of
several runs, interleaved with the yardstick's so that a busy machine slows both alike.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.terminal import Terminal, user_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
DIPTYCH = [str(Path(sys.executable).with_name("diptych"))]
BARE = [sys.executable, "-m", "bench.bare"]
ROWS = 20_000


def main(chosen: Sequence[str]) -> int:
    """Print the chosen sections, all of them by default."""
    unknown = set(chosen) - set(SECTIONS)
    if unknown:
        print(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
        return 2
    print(f"{'what':44} {'measured':>12} {'goal':>12}")
    for name in chosen or SECTIONS:
        for what, measured, goal in SECTIONS[name]():
            print(f"{what:44} {measured:>12} {goal:>12}", flush=True)
    return 0


def first_paint(runs: int = 7) -> Iterator[tuple[str, str, str]]:
    """Process start to the first screen with content, beside a bare Textual app."""
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as home:
        env = {"DIPTYCH_HOME": home}
        for _ in range(runs + 1):
            with Terminal(BARE, env=env) as terminal:
                bare.append(terminal.wait_for("bare app ready"))
            with Terminal([*DIPTYCH, str(ROOT / "seeds")], env=env) as terminal:
                ours.append(terminal.wait_for("drone strikes"))
    del bare[0], ours[0]  # the first runs compile byte code
    ratio = statistics.median(ours) / statistics.median(bare)
    yield "first paint, bare Textual app", f"{statistics.median(bare):.2f} s", ""
    yield "first paint, reader on seeds/", f"{statistics.median(ours):.2f} s", ""
    yield "  times bare", f"{ratio:.2f}", "≤ 1.25"


def compare(runs: int = 5) -> Iterator[tuple[str, str, str]]:
    """``diptych compare`` of two seed reports, whole process, with empty and filled caches."""
    with tempfile.TemporaryDirectory() as home:
        _seconds_to_compare(SEEDS[:2], home)  # byte code is compiled once, not once a run
    for name, pair in (("en-en", SEEDS[:2]), ("en-de", [SEEDS[1], SEEDS[3]])):
        cold, cached = [], []
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as home:
                cold.append(_seconds_to_compare(pair, home))
                cached.append(_seconds_to_compare(pair, home))
        yield f"compare {name}, first time", f"{statistics.median(cold):.2f} s", "≤ 1 s"
        yield f"compare {name}, again", f"{statistics.median(cached):.2f} s", "≤ 0.4 s"


def keys(presses: int = 200) -> Iterator[tuple[str, str, str]]:
    """Key to frame with 20,000 sentences a side: CPU time, and latency beside the bare app."""
    with tempfile.TemporaryDirectory() as home:
        story = Path(home)
        for name in "ab":
            (story / f"{name}.txt").write_text(synthetic_report(ROWS, seed=name), encoding="utf-8")
        env = {"DIPTYCH_HOME": str(story / "home")}
        with Terminal(BARE) as terminal:
            terminal.wait_for("bare app ready")
            _, bare = _press(terminal, "x", presses)
        command = [*DIPTYCH, str(story / "a.txt"), str(story / "b.txt")]
        with Terminal(command, env=env) as terminal:
            started = terminal.wait_for("Sentence 1 ", timeout=60)
            _settle(terminal)
            cpu, ours = _press(terminal, "j", presses)
            memory = _resident_megabytes(terminal.process.pid)
            resized = time.perf_counter()
            terminal.resize(100, 40)
            terminal.feed(5)
            resized = time.perf_counter() - resized
    yield f"{ROWS} sentences a side: first paint", f"{started:.2f} s", ""
    yield "  CPU a key", f"{cpu * 1000:.1f} ms", "≤ 5 ms"
    yield "  p95 key to frame", f"{ours * 1000:.1f} ms", ""
    yield "  times bare", f"{ours / bare:.2f}", "≤ 1.3"
    yield "  resize to first bytes", f"{resized:.2f} s", "≤ 0.5 s"
    yield "  resident memory", f"{memory:.0f} MB", "≤ 150 MB"


def synthetic_report(sentences: int, *, seed: str) -> str:
    """A made-up report of many sentences, five to a paragraph, the same for the same seed."""
    chance = random.Random(seed)
    words = ["".join(chance.choices("aeioulnrst", k=chance.randint(3, 9))) for _ in range(2000)]
    lines = [
        f"Sentence {n} says {' '.join(chance.choices(words, k=chance.randint(6, 18)))}."
        for n in range(1, sentences + 1)
    ]
    return "\n\n".join(" ".join(lines[k : k + 5]) for k in range(0, sentences, 5))


def _seconds_to_compare(pair: Sequence[Path], home: str) -> float:
    started = time.perf_counter()
    subprocess.run(
        [*DIPTYCH, "compare", *map(str, pair), "--format", "json"],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**user_environment(), "DIPTYCH_HOME": home},
    )
    return time.perf_counter() - started


def _press(terminal: Terminal, key: str, presses: int) -> tuple[float, float]:
    """Press a key again and again; mean CPU seconds a key, and p95 seconds to its first byte."""
    before = _cpu_seconds(terminal.process.pid)
    waits = []
    for _ in range(presses):
        started = time.perf_counter()
        terminal.send(key)
        terminal.feed(2)
        waits.append(time.perf_counter() - started)
        while terminal.feed(0.02):
            pass
    spent = _cpu_seconds(terminal.process.pid) - before
    return spent / presses, sorted(waits)[int(0.95 * presses)]


def _settle(terminal: Terminal) -> None:
    """Wait until the program neither writes nor computes."""
    while True:
        before = _cpu_seconds(terminal.process.pid)
        wrote = terminal.feed(0.5)
        if not wrote and _cpu_seconds(terminal.process.pid) - before < 0.02:
            return


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / float(os.sysconf("SC_CLK_TCK"))


def _resident_megabytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"no VmRSS for process {pid}")


SECTIONS: dict[str, Callable[[], Iterator[tuple[str, str, str]]]] = {
    "first-paint": first_paint,
    "compare": compare,
    "keys": keys,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
