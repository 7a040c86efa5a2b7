"""Cases with known links: the project's own story pairs, and public gold where it is at hand."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.stories import Split, load_stories

__all__ = [
    "REPRINTS",
    "STRANGERS",
    "Case",
    "Tally",
    "gold_cases",
    "gold_folder",
    "reprints",
    "story_cases",
    "strangers",
]

GOLD_SETS = ("ecbplus_pooled_en", "superpal_docsumm_en", "wmt22_de_en", "wmt22_de_en_hard")
STRANGERS = "strangers"
"""The set of cases that are reports of different events."""
REPRINTS = "reprints"
"""The set of cases in which one report prints sentences of the other."""
_JUDGED = ("judged_a", "judged_b")


@dataclass(frozen=True)
class Case:
    """Two lists of sentences and the links a person or a construction gave them.

    ``document`` is shared by cases made from one text, which must not stand on both sides of a
    split. Only pairs of judged sentences count; ``None`` where all are.
    """

    set: str
    id: str
    document: str
    lang_a: str
    lang_b: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    links: frozenset[tuple[int, int]]
    judged_a: frozenset[int] | None = None
    judged_b: frozenset[int] | None = None

    def counts(self, i: int, j: int) -> bool:
        """Whether the gold says anything of a pair."""
        return (self.judged_a is None or i in self.judged_a) and (
            self.judged_b is None or j in self.judged_b
        )


@dataclass
class Tally:
    """Links found right, found at all, and to be found."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, case: Case, found: Sequence[tuple[int, int]]) -> None:
        """Count one case."""
        judged = {pair for pair in found if case.counts(*pair)}
        self.right += len(judged & case.links)
        self.found += len(judged)
        self.gold += len(case.links)

    @property
    def precision(self) -> float:
        """The share of links found that are right."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """The share of right links that are found."""
        return self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.gold)


def gold_folder() -> Path | None:
    """The folder of public gold: ``DIPTYCH_GOLD``, else ``../shared/gold``, if there is one."""
    root = Path(__file__).resolve().parents[1]
    folder = Path(os.environ.get("DIPTYCH_GOLD") or root.parent / "shared" / "gold")
    return folder if folder.is_dir() else None


def gold_cases() -> list[Case]:
    """The public cases; none where the gold is not at hand."""
    folder = gold_folder()
    if folder is None:
        return []
    cases = []
    for name in GOLD_SETS:
        path = folder / f"{name}.json"
        for entry in json.loads(path.read_text("utf-8")) if path.exists() else []:
            judged = [frozenset(entry[k]) if entry.get(k) else None for k in _JUDGED]
            links = frozenset((i, j) for i, j in entry["links"])
            case = Case(
                name,
                entry["id"],
                entry["id"].split("_", 1)[1],
                entry["lang_a"],
                entry["lang_b"],
                tuple(entry["a"]),
                tuple(entry["b"]),
                links,
                *judged,
            )
            cases.append(case)
    return cases


def story_cases(split: Split | None = None) -> list[Case]:
    """The project's own pairs of a split, ``"train"`` and ``"test"`` by default.

    Their sets are called ``stories_train``, ``stories_test`` and ``stories_held_out``.
    """
    return [
        Case(
            f"stories_{story.split}",
            story.id,
            story.id,
            story.lang_a,
            story.lang_b,
            story.a,
            story.b,
            frozenset(story.links),
        )
        for story in load_stories(split=split)
    ]


def strangers(cases: Sequence[Case]) -> list[Case]:
    """Reports of different events, which have no links: each left one with two others' right ones.

    One of the two is in the same language, where there is one.
    """
    chance, made = random.Random(0), []
    for case in cases:
        others = [other for other in cases if other.document != case.document]
        same = [other for other in others if other.lang_b == case.lang_a]
        for number, pool in enumerate((others, same)):
            if pool:
                other = chance.choice(pool)
                made.append(
                    replace(
                        case,
                        set=STRANGERS,
                        id=f"{case.id}/{other.id}/{number}",
                        lang_b=other.lang_b,
                        b=other.b,
                        links=frozenset(),
                    )
                )
    return made


def reprints(cases: Sequence[Case]) -> list[Case]:
    """Stories in one language whose B also prints every other sentence of A, as wire copy does.

    Half of these have lost a word. Two sentences of A that share a partner in B say the same, so
    each is linked to a print of the other.
    """
    chance, made = random.Random(0), []
    for case in cases:
        if case.lang_a != case.lang_b:
            continue
        printed = list(range(chance.randrange(2), len(case.a), 2))
        partners = [{j for i, j in case.links if i == own} for own in range(len(case.a))]
        links = {(i, j + len(printed)) for i, j in case.links} | {
            (i, at)
            for at, k in enumerate(printed)
            for i in range(len(case.a))
            if i == k or partners[i] & partners[k]
        }
        copies = [
            _shortened(case.a[k], chance) if at % 2 else case.a[k] for at, k in enumerate(printed)
        ]
        made.append(
            replace(
                case,
                set=REPRINTS,
                id=f"{case.id}/reprint",
                b=(*copies, *case.b),
                links=frozenset(links),
            )
        )
    return made


def _shortened(sentence: str, chance: random.Random) -> str:
    """A sentence without one of its words."""
    words = sentence.split()
    if len(words) > 1:
        del words[chance.randrange(len(words))]
    return " ".join(words)
