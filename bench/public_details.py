"""Details over public sets, sentence pair by sentence pair.

DEMETR and iSTS: how many pairs of a type are called a conflict, the types without one too. WMT22:
sentences of news and their human translations, which agree by what they are, so that whatever is
called a conflict is false, but where a link joins sentences that say the same in part.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.align_data import gold_cases, gold_folder
from bench.tables import Table, share
from tui.details import compare_sentences
from tui.encode import default_encoder
from tui.model import DetailKind, Relation

__all__ = ["PLANTED", "public_tables"]

PLANTED = ("demetr_de_en_core", "demetr_en_en_news_core")
"""The sets of translations with one planted edit or none."""
SETS = (*PLANTED, "ists_headlines_train")
TRANSLATIONS = "wmt22"
"""What the names of the sets begin with whose pairs are translations."""


def public_tables() -> Iterator[Table]:
    """A table for each set at hand."""
    folder = gold_folder()
    if folder is None:
        print("skipped: no folder at DIPTYCH_GOLD or ../shared/gold")
        return
    for name in SETS:
        yield _typed(folder / f"{name}.json")
    yield _translations()


def _typed(path: Path) -> Table:
    """The share of a set's pairs, type by type, in which a conflict is found."""
    found: dict[tuple[str, bool], Counter[bool]] = defaultdict(Counter)
    for case in json.loads(path.read_text(encoding="utf-8")):
        lang_a, lang_b = (case["lang"].split("-") * 2)[:2]
        called = bool(_conflicts(case["a"], case["b"], lang_a, lang_b))
        found[case["type"], case["divergent"]][called] += 1
    rows: list[tuple[str, ...]] = [
        (kind, "recall" if divergent else "false alarms", share(count[True], count.total()))
        for (kind, divergent), count in sorted(found.items(), key=lambda item: (-item[0][1], item))
    ]
    return (path.stem, "measure", "called a conflict"), rows


def _translations() -> Table:
    """The share of translated sentences in which a conflict is found, kind by kind."""
    pairs = {
        (case.a[i], case.b[j], case.lang_a, case.lang_b)
        for case in gold_cases()
        if case.set.startswith(TRANSLATIONS)
        for i, j in case.links
    }
    called = [_conflicts(*pair) for pair in sorted(pairs)]
    rows: list[tuple[str, ...]] = [
        (kind.value, share(sum(kind in kinds for kinds in called), len(pairs)))
        for kind in DetailKind
    ]
    rows.append(("all", share(sum(map(bool, called)), len(pairs))))
    return ("translations of news (WMT22)", "called a conflict"), rows


def _conflicts(a: str, b: str, lang_a: str, lang_b: str) -> set[DetailKind]:
    """The kinds in which two sentences are called at odds."""
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b, encoder=default_encoder())
    return {d.kind for d in found if d.relation is Relation.CONFLICTS}
