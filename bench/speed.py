"""Speed, measured as a user would feel it: ``python -m bench.speed [section ...]``.

Everything runs in fresh processes; the reader runs in a real pseudo-terminal. Times are medians of
several runs, interleaved with the yardstick's so that a busy machine slows both alike.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.bare import READY
from bench.presses import current_sentence, press, resident_megabytes, seconds_until, settle
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
                bare.append(terminal.wait_for(READY))
            with Terminal([*DIPTYCH, str(ROOT / "seeds")], env=env) as terminal:
                ours.append(terminal.wait_for("drone strikes"))
    del bare[0], ours[0]  # the first runs compile byte code
    ratio = statistics.median(ours) / statistics.median(bare)
    yield "first paint, bare Textual app", f"{statistics.median(bare):.2f} s", ""
    yield "first paint, reader on seeds/", f"{statistics.median(ours):.2f} s", ""
    yield "  times bare", f"{ratio:.2f}", "≤ 1.25"


def compare(runs: int = 5) -> Iterator[tuple[str, str, str]]:
    """``diptych compare`` of two seed reports, whole process, with empty and filled caches.

    Three times: at the first run ever, which unpacks the encoder's weights; with them, but nothing
    known of the pair; and again.
    """
    with tempfile.TemporaryDirectory() as home:
        _seconds_to_compare(SEEDS[:2], home)  # byte code is compiled once, not once a run
    for name, pair in (("en-en", SEEDS[:2]), ("en-de", [SEEDS[1], SEEDS[3]])):
        first, cold, cached = [], [], []
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as home:
                first.append(_seconds_to_compare(pair, home))
                for file in Path(home).rglob("cache.db*"):
                    file.unlink()
                cold.append(_seconds_to_compare(pair, home))
                cached.append(_seconds_to_compare(pair, home))
        yield f"compare {name}, first run ever", f"{statistics.median(first):.2f} s", ""
        yield f"compare {name}, first time", f"{statistics.median(cold):.2f} s", "≤ 1 s"
        yield f"compare {name}, again", f"{statistics.median(cached):.2f} s", "≤ 0.4 s"


def keys(presses: int = 150) -> Iterator[tuple[str, str, str]]:
    """Keys, views and sizes with 20,000 sentences a side, beside a bare app of as many rows.

    The comparison of the two is made beforehand, of invented links, so that this measures the
    reader and not the encoder.
    """
    with tempfile.TemporaryDirectory() as home:
        story = Path(home)
        files = [story / f"{name}.txt" for name in "ab"]
        for file in files:
            file.write_text(synthetic_report(ROWS, seed=file.stem), encoding="utf-8")
        env = {"DIPTYCH_HOME": str(story / "home")}
        subprocess.run(
            [sys.executable, "-m", "bench.links", *map(str, files)],
            check=True,
            cwd=ROOT,
            env={**user_environment(), **env},
        )
        with Terminal([*BARE, str(ROWS)]) as terminal:
            terminal.wait_for(READY)
            settle(terminal)
            bare_cpu, bare = press(terminal, "j", presses)
        with Terminal([*DIPTYCH, *map(str, files)], env=env) as terminal:
            started = terminal.wait_for("Sentence 1 ", timeout=60)
            terminal.wait_for(" linked", timeout=60)
            settle(terminal)
            cpu, ours = press(terminal, "j", presses)
            by_difference, _ = press(terminal, "n", presses)
            aligned = seconds_until(terminal, lambda: terminal.send("v"), "aligned view")
            settle(terminal)
            back = seconds_until(terminal, lambda: terminal.send("vv"), "parallel view")
            settle(terminal)
            place = current_sentence(terminal)
            resized = seconds_until(terminal, lambda: terminal.resize(100, 40), place)
            settle(terminal)
            memory = resident_megabytes(terminal.process.pid)
    yield f"{ROWS} sentences a side: first paint", f"{started:.2f} s", ""
    yield "  CPU a key (j)", f"{cpu * 1000:.1f} ms", "≤ 5 ms"
    yield "  CPU a key (n)", f"{by_difference * 1000:.1f} ms", "≤ 5 ms"
    yield "  CPU a key, bare app of as many rows", f"{bare_cpu * 1000:.1f} ms", ""
    yield "  p95 key to frame", f"{ours * 1000:.1f} ms", ""
    yield "  times bare", f"{ours / bare:.2f}", "≤ 1.3"
    yield "  first switch to the aligned view", f"{aligned:.2f} s", ""
    yield "  back to the parallel view, over all", f"{back:.2f} s", ""
    yield "  resize, place kept", f"{resized:.2f} s", "≤ 0.5 s"
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


SECTIONS: dict[str, Callable[[], Iterator[tuple[str, str, str]]]] = {
    "first-paint": first_paint,
    "compare": compare,
    "keys": keys,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
