"""How many planted translation errors :func:`tui.translate.doubts.find_doubts` marks.

DEMETR pairs a sentence with a translation that has at most one planted edit, and gives the unedited
translation beside it. News of WMT22 with its human translations, which are freer, tells how often a
right one is marked. ``python -m bench.doubts``; ``--misses`` prints what went wrong, too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.align_data import gold_folder
from tui.encode import default_encoder
from tui.translate.doubts import find_doubts

SET = "demetr_de_en_core"
NEWS = "wmt22_de_en"
TYPES = ("number", "name", "negation", "antonym", "gender")


@dataclass(frozen=True, slots=True)
class Tally:
    """Translations of one kind of a set: how many there are, and which of them were marked."""

    marked: tuple[str, ...]
    passed: tuple[str, ...]

    def __str__(self) -> str:
        total = len(self.marked) + len(self.passed)
        share = f"{len(self.marked) / total:.2f}" if total else "–"
        return f"{share} ({len(self.marked)}/{total})"


def measure(cases: Sequence[dict[str, Any]]) -> dict[str, Tally]:
    """Tally a set by type of edit; ``clean`` are all its unedited translations."""
    tallies = {
        kind: tally((case["b"], case) for case in cases if case["type"] == kind) for kind in TYPES
    }
    return {
        **tallies,
        "clean": tally((case.get("b_clean", case["b"]), case) for case in cases),
    }


def tally(pairs: Iterable[tuple[str, dict[str, Any]]]) -> Tally:
    """Mark translations of their cases' sentences."""
    marked: list[str] = []
    passed: list[str] = []
    for text, case in pairs:
        source, target = case["lang"].split("-")
        doubts = find_doubts(case["a"], text, source, target, encoder=default_encoder())
        told = f"{case['a']}\n    {text}\n    {' · '.join(doubts)}"
        (marked if doubts else passed).append(told)
    return Tally(tuple(marked), tuple(passed))


def news(cases: Sequence[dict[str, Any]]) -> Tally:
    """Tally the sentences of articles that are translated by one sentence."""
    pairs = []
    for case in cases:
        often_a, often_b = (Counter(link[side] for link in case["links"]) for side in (0, 1))
        lang = f"{case['lang_a']}-{case['lang_b']}"
        pairs += [
            (case["b"][j], {"a": case["a"][i], "lang": lang})
            for i, j in case["links"]
            if often_a[i] == often_b[j] == 1
        ]
    return tally(pairs)


def main() -> int:
    """Print a table: how many of each kind were marked."""
    parser = argparse.ArgumentParser(description="Doubts about translations, measured.")
    parser.add_argument("--misses", action="store_true", help="print what went wrong")
    misses = parser.parse_args().misses
    folder = gold_folder()
    if folder is None:
        print("skipped: no folder at DIPTYCH_GOLD or ../shared/gold")
        return 0
    tallies = measure(json.loads((folder / f"{SET}.json").read_text("utf-8")))
    human = news(json.loads((folder / f"{NEWS}.json").read_text("utf-8")))
    tallies |= {f"clean, {NEWS}": human}
    print(f"| {SET} | marked |\n| --- | --- |")
    for kind, found in tallies.items():
        print(f"| {kind} | {found} |")
    if misses:
        for kind, found in tallies.items():
            wrong = found.marked if kind.startswith("clean") else found.passed
            print(*(f"\n{kind}: {told}" for told in dict.fromkeys(wrong)), sep="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
