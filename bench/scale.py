"""Aligning long articles: ``python -m bench.scale [SENTENCES...]``.

The articles are made of the story pairs' sentences, joined two and two so that none occurs twice.
Each size runs in a process of its own, so that its memory is its own. The ratio of aligning, which
encodes the sentences and their spans again, to encoding the sentences alone is one of processor
time: other work on the machine spoils that least.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

from bench.stories import load_stories
from tui.align import align_sentences
from tui.encode import default_encoder

__all__ = ["Run", "measure"]

SIZES = (1_000, 5_000)

T = TypeVar("T")


class Cost(NamedTuple):
    """What a step takes, in seconds: on the clock, and of the processor."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:6.1f} s ({self.cpu:.1f} s CPU)"


@dataclass(frozen=True)
class Run:
    """One run: sentences a side, what it took, the peak of memory in megabytes, and links."""

    sentences: int
    encoding: Cost
    aligning: Cost
    megabytes: float
    links: int


def sentences(side: int) -> Iterator[str]:
    """English sentences without end: each story's own, then each with one of a later story."""
    stories = [story for story in load_stories() if (story.lang_a, story.lang_b) == ("en", "en")]
    sides = [(story.a, story.b)[side] for story in stories]
    yield from (text for texts in sides for text in texts)
    for step in range(1, len(sides)):
        for one, other in zip(sides, sides[step:] + sides[:step], strict=True):
            for first, second in zip(one, other, strict=False):
                yield f"{first.rstrip('.')}; {second}"


def run(count: int) -> Run:
    """Encode, then align, ``count`` sentences a side."""
    a, b = list(islice(sentences(0), count)), list(islice(sentences(1), count))
    encoder = default_encoder()
    encoder.encode(a[:8])
    encoding, _ = _timed(lambda: encoder.encode(a + b))
    aligning, links = _timed(lambda: align_sentences(a, b, lang_a="en", lang_b="en"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Run(len(a), encoding, aligning, peak, len(links))


def _timed(step: Callable[[], T]) -> tuple[Cost, T]:
    wall, cpu = time.perf_counter(), time.process_time()
    result = step()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu), result


def measure(sizes: tuple[int, ...] = SIZES) -> Iterator[Run]:
    """Run each size in a fresh process."""
    context = multiprocessing.get_context("spawn")
    for size in sizes:
        with context.Pool(1) as pool:
            yield pool.apply(run, (size,))


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    for one in measure(tuple(parser.parse_args(sys.argv[1:]).sizes)):
        print(
            f"{one.sentences:6d} x {one.sentences:<6d} encoding {one.encoding}"
            f"  aligning {one.aligning}: {one.aligning.cpu / one.encoding.cpu:.2f} x"
            f"  {one.megabytes:5.0f} MB  {one.links} links",
            flush=True,
        )


if __name__ == "__main__":
    main()
