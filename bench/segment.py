"""How well sentences are told apart: ``python -m bench.segment [--markdown] [--misses]``.

Ours beside pysbd, syntok and sentencex alone (which ours asks and corrects), on two things: the
corpus of tricky cases, which our rules were written against and which therefore flatters ours; and
the sentences of the story pairs, set as paragraphs of four, for which one rule was written (May).
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.stories import load_stories
from tui.read.lines import ends_sentence
from tui.read.segment import split_sentences

__all__ = ["SPLITTERS", "Score", "main", "measure"]

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "read" / "segmentation.toml"
LANGUAGES = ("en", "de", "es", "fr")
"""Those that all of them know."""
_PARAGRAPH = 4

Splitter = Callable[[str, str], Sequence[str]]
Case = tuple[str, tuple[str, ...]]
"""A language, and the sentences that a paragraph has."""


@dataclass
class Score:
    """Counts over cases: sentence ends expected, given and both, and cases wholly right."""

    expected: int = 0
    given: int = 0
    right: int = 0
    whole: int = 0
    cases: int = 0
    seconds: float = 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of sentence ends."""
        return 2 * self.right / max(self.expected + self.given, 1)


def _ours(text: str, lang: str) -> Sequence[str]:
    return [text[a:b] for a, b in split_sentences(text, lang)]


def _sentencex(text: str, lang: str) -> Sequence[str]:
    import sentencex  # noqa: PLC0415 - as below

    return [str(part) for part in sentencex.segment(lang, text)]


def _pysbd(text: str, lang: str) -> Sequence[str]:
    return [str(part) for part in _pysbd_segmenter(lang).segment(text)]


@cache
def _pysbd_segmenter(lang: str):  # type: ignore[no-untyped-def]
    import pysbd  # noqa: PLC0415 - only the dev extra has it

    return pysbd.Segmenter(language=lang, clean=False)


def _syntok(text: str, lang: str) -> Sequence[str]:  # noqa: ARG001 - it guesses the language
    from syntok import segmenter  # noqa: PLC0415 - only the dev extra has it

    return [
        "".join(f"{token.spacing}{token.value}" for token in sentence)
        for paragraph in segmenter.process(text)
        for sentence in paragraph
    ]


SPLITTERS: dict[str, Splitter] = {
    "Diptych": _ours,
    "sentencex alone": _sentencex,
    "pysbd": _pysbd,
    "syntok": _syntok,
}


def tricky_cases() -> Iterator[Case]:
    """The cases of the corpus, line breaks within a paragraph as spaces.

    A wrapped line is no boundary to ours and one to pysbd; that is not what is measured.
    """
    for lang, groups in tomllib.loads(CORPUS.read_text(encoding="utf-8")).items():
        if lang not in LANGUAGES:
            continue
        for block in groups.values():
            for line in block.strip().splitlines():
                yield lang, tuple(part.strip() for part in line.replace("¶", " ").split("|"))


def story_cases() -> Iterator[Case]:
    """The sentences of the story pairs in paragraphs; headlines left out."""
    for story in load_stories():
        for lang, sentences in ((story.lang_a, story.a), (story.lang_b, story.b)):
            if lang not in LANGUAGES:
                continue
            running = [s for s in sentences if ends_sentence(s)]
            for start in range(0, len(running), _PARAGRAPH):
                yield lang, tuple(running[start : start + _PARAGRAPH])


def measure(split: Splitter, cases: Sequence[Case]) -> Score:
    """Score a splitter; the end of a paragraph, which all know, is not counted."""
    score = Score()
    for lang, sentences in cases:
        began = time.perf_counter()
        found = split(" ".join(sentences), lang)
        score.seconds += time.perf_counter() - began
        expected, given = _ends(sentences), _ends(found)
        score.expected += len(expected)
        score.given += len(given)
        score.right += len(expected & given)
        score.whole += expected == given
        score.cases += 1
    return score


def _ends(sentences: Sequence[str]) -> set[int]:
    """Where sentences end, in characters other than white space, which libraries treat alike."""
    ends, at = set(), 0
    for sentence in sentences:
        at += len("".join(sentence.split()))
        ends.add(at)
    ends.discard(at)
    return ends


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table of each set, and with ``--misses`` what ours splits otherwise."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--markdown", action="store_true", help="tables in Markdown")
    parser.add_argument("--misses", action="store_true", help="list the cases that ours gets wrong")
    options = parser.parse_args(arguments)
    for name, cases in (
        ("Tricky cases, ours written against them", list(tricky_cases())),
        ("Sentences of the story pairs", list(story_cases())),
    ):
        _warm(cases)
        print(f"{name}: {len(cases)} paragraphs in {', '.join(LANGUAGES)}.\n")
        _table(
            [(who, measure(split, cases)) for who, split in SPLITTERS.items()],
            markdown=options.markdown,
        )
        if options.misses:
            _misses(cases)
        print()
    return 0


def _warm(cases: Sequence[Case]) -> None:
    """Load what libraries load at first use, so that it is not timed."""
    for split in SPLITTERS.values():
        measure(split, cases[:1])


def _table(rows: Sequence[tuple[str, Score]], markdown: bool) -> None:
    heading = ("", "wholly right", "F1 of ends", "ms a paragraph")
    lines = [
        (
            who,
            f"{score.whole / score.cases:.1%}",
            f"{score.f1:.3f}",
            f"{1000 * score.seconds / score.cases:.2f}",
        )
        for who, score in rows
    ]
    if markdown:
        print(f"| {' | '.join(heading)} |\n|---|---|---|---|")
        for line in lines:
            print(f"| {' | '.join(line)} |")
        return
    for line in (heading, *lines):
        print("  ".join(f"{cell:<18}" for cell in line).rstrip())


def _misses(cases: Sequence[Case]) -> None:
    for lang, sentences in cases:
        found = _ours(" ".join(sentences), lang)
        if _ends(found) != _ends(sentences):
            print(f"  {lang}  {' | '.join(found)}")


if __name__ == "__main__":
    sys.exit(main())
