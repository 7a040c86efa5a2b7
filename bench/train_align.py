"""Learn the aligner's weights: ``python -m bench.train_align [--write]``.

A logistic regression. Documents are never split between training and testing. Each set counts by
the square root of its links, and the project's own stories, the only ones made to an editor's
standard, more; their ``test`` split is never trained on. There are weights for two reports in one
language, which pairs across languages help to learn, for two languages, which learn better alone,
and for languages the encoder does not know. The score is calibrated (Platt 1999) on out-of-fold log
odds of the stories that the weights are for. Beside it, whether two articles are on one event at
all is learned from pairs of different stories.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import compress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bench.align_data import (
    REPRINTS,
    STRANGERS,
    Case,
    Tally,
    gold_cases,
    reprints,
    story_cases,
    strangers,
)
from tui.align.candidates import candidates
from tui.align.combiner import ADAPTED, floored, prior_shift
from tui.align.event import EVENT_FEATURES, event_features
from tui.align.features import features
from tui.align.pairs import Pairs
from tui.align.side import Side, Texts
from tui.encode import Encoder, default_encoder
from tui.encode.blas import one_blas_thread
from tui.encode.characters import CharacterEncoder

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

DATA = Path(__file__).parents[1] / "tui" / "data" / "align"
ONLY_TESTED = ("stories_test", STRANGERS, REPRINTS)
"""Sets the weights are never learned from. Learning from reprints cost stories and ECB+ .01."""
STORY_WEIGHT = 3.0
OTHER_WEIGHT = 0.3
"""Of pairs that the weights are not for, but learn from."""
ONE_EVENT = 2.0
"""Log odds that two articles somebody compares are on one event, before they are read."""
INVERSE_PENALTY = 0.02
FOLDS = 10
THRESHOLD = 0.5
"""A link is shown where it is likelier right than wrong. Half the F1 reached would maximise F1
(Lipton et al. 2014); a reader is misled by a wrong link more than helped by a right one."""


@dataclass(frozen=True)
class Described:
    """A case with its candidates, their features, and which are links."""

    case: Case
    pairs: Pairs
    features: dict[str, Floats]
    linked: NDArray[np.bool_]


def describe(case: Case, encoder: Encoder) -> Described:
    """Compute a case's features just as the aligner does."""

    def ignore(share: float) -> None:
        del share

    a = Side(Texts.of(case.a, case.lang_a), encoder, ignore)
    b = Side(Texts.of(case.b, case.lang_b), encoder, ignore)
    with one_blas_thread():
        pairs = candidates(a.vectors, b.vectors, ignore)
        found = features(a, b, pairs, ignore)
    places = zip(pairs.rows.tolist(), pairs.cols.tolist(), strict=True)
    return Described(case, pairs, found, np.array([place in case.links for place in places]))


class Corpus:
    """All candidates of all cases in one table.

    ``own`` marks those of the cases that the weights are for; only they are reported on.
    """

    def __init__(self, described: list[Described], own: Callable[[Case], bool]) -> None:
        self.described = described
        sizes = [len(one.pairs) for one in described]
        self.owner = np.repeat(np.arange(len(described)), sizes)
        self.own = np.array([own(one.case) for one in described])[self.owner]
        self.linked = np.concatenate([one.linked for one in described])
        self.sets = np.array([one.case.set for one in described])[self.owner]
        self.calibrating = self.own & (self.sets == "stories_train")
        self.teaches_events = [
            own(one.case) and one.case.set not in ("stories_test", REPRINTS) for one in described
        ]
        documents = [one.case.document for one in described]
        self.documents = np.unique(documents, return_inverse=True)[1][self.owner]
        self.names = tuple(described[0].features)
        self.table = self._stack([one.features for one in described], self.names)

    @staticmethod
    def _stack(parts: list[dict[str, Floats]], names: tuple[str, ...]) -> Floats:
        return np.concatenate([np.stack([p[n] for n in names], axis=1) for p in parts])

    def weights(self, chosen: Indices) -> Floats:
        """How much each candidate counts."""
        weights = np.ones(len(chosen))
        for name in np.unique(self.sets):
            own = self.sets[chosen] == name
            if own.any():
                factor = STORY_WEIGHT if name.startswith("stories") else 1.0
                weights[own] = factor / np.sqrt(max(1, self.linked[chosen][own].sum()))
        weights[~self.own[chosen]] *= OTHER_WEIGHT
        mean: float = weights.mean()
        return weights / mean


def fit(corpus: Corpus, chosen: Indices) -> Any:
    """A standardising scaler and a logistic regression."""
    model = make_pipeline(
        StandardScaler(), LogisticRegression(C=INVERSE_PENALTY, solver="newton-cholesky")
    )
    return model.fit(
        corpus.table[chosen],
        corpus.linked[chosen],
        logisticregression__sample_weight=corpus.weights(chosen),
    )


def by_document(corpus: Corpus) -> Iterator[tuple[Indices, Indices]]:
    """Ten folds of whole documents; :data:`ONLY_TESTED` is never learned from."""
    held_out = np.isin(corpus.sets, ONLY_TESTED)
    folds = GroupKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(corpus.table, corpus.linked, corpus.documents):
        yield train[~held_out[train]], test


def by_set(corpus: Corpus) -> Iterator[tuple[Indices, Indices]]:
    """Each set tested by what the others taught; all that is made of stories is one set."""
    made = np.where(corpus.sets == REPRINTS, "stories", corpus.sets)
    kinds = np.array([name.split("_")[0] for name in made])
    for kind in np.unique(kinds):
        taught = (kinds != kind) & ~np.isin(corpus.sets, (STRANGERS, REPRINTS))
        yield np.flatnonzero(taught), np.flatnonzero(kinds == kind)


def out_of_fold(corpus: Corpus, folds: Any) -> Floats:
    """Log odds of every candidate by a model that did not see its document."""
    odds = np.zeros(len(corpus.linked))
    for train, test in folds(corpus):
        odds[test] = fit(corpus, train).decision_function(corpus.table[test])
    return odds


def fit_event(described: list[Described]) -> Any:
    """A standardising scaler and a logistic regression: whether two articles are on one event."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=10))
    return model.fit(
        [event_features(one.features) for one in described],
        [one.case.set != STRANGERS for one in described],
    )


def event_chances(corpus: Corpus) -> Floats:
    """For every candidate the chance of one event, by a model that did not see its document."""
    described = corpus.described
    documents = [one.case.document for one in described]
    chances = np.zeros(len(described))
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=0).split(
        described, groups=documents
    ):
        taught = [described[k] for k in train if corpus.teaches_events[k]]
        tested = [event_features(described[k].features) for k in test]
        chances[test] = fit_event(taught).decision_function(tested)
    found: Floats = 1 / (1 + np.exp(-(chances + ONE_EVENT)))
    return found[corpus.owner]


def calibrate(corpus: Corpus, odds: Floats) -> tuple[float, float]:
    """Platt's line from log odds to calibrated log odds, on the stories trained on."""
    own = corpus.calibrating
    line = LogisticRegression(C=1e6).fit(odds[own][:, None], corpus.linked[own])
    return float(line.coef_[0, 0]), float(line.intercept_[0])


def scored(corpus: Corpus, odds: Floats) -> Floats:
    """Log odds calibrated, and adapted to each pair of articles, as the aligner does, to scores."""
    slope, intercept = calibrate(corpus, odds)
    words = {n: corpus.table[:, corpus.names.index(n)] for n in ("words_min", "words_sum")}
    calibrated = floored(slope * odds + intercept, words)
    prior = float(corpus.linked[corpus.calibrating].mean())
    for index in range(len(corpus.described)):
        own = corpus.owner == index
        calibrated[own] += ADAPTED * prior_shift(calibrated[own], prior)
    found: Floats = event_chances(corpus) / (1 + np.exp(-calibrated))
    return found


def tallies(corpus: Corpus, scores: Floats) -> dict[str, Tally]:
    """Precision and recall at the threshold, by set."""
    found: dict[str, Tally] = {}
    for index in np.unique(corpus.owner[corpus.own]).tolist():
        one = corpus.described[index]
        kept = scores[corpus.owner == index] >= THRESHOLD
        links = list(zip(one.pairs.rows[kept].tolist(), one.pairs.cols[kept].tolist(), strict=True))
        found.setdefault(one.case.set, Tally()).add(one.case, links)
    return found


def reliability(corpus: Corpus, scores: Floats, sets: str) -> list[tuple[str, int, float, float]]:
    """By band of score: how many candidates, their mean score, and the share that are links."""
    rows = []
    own = corpus.own & np.char.startswith(corpus.sets, sets)
    for low in np.arange(0, 1, 0.1):
        band = own & (scores >= low) & (scores < low + 0.1 + (low > 0.85))
        if band.any():
            label = f"{low:.1f}–{low + 0.1:.1f}"
            share = float(corpus.linked[band].mean())
            rows.append((label, int(band.sum()), float(scores[band].mean()), share))
    return rows


def weights_of(corpus: Corpus, chosen: Indices) -> dict[str, Any]:
    """A fitted model as the data file has it.

    For each feature its mean, deviation and weight, and the least and greatest value met.
    """
    scaler, regression = fit(corpus, chosen)
    table = corpus.table[chosen]
    columns = (scaler.mean_, scaler.scale_, regression.coef_[0], table.min(0), table.max(0))
    return {
        "bias": round(float(regression.intercept_[0]), 5),
        "features": {
            name: [float(f"{value:.6g}") for value in row]
            for name, row in zip(corpus.names, zip(*columns, strict=True), strict=True)
        },
    }


def event_weights(described: list[Described]) -> dict[str, Any]:
    """A fitted model of one event as the data file has it; see :func:`weights_of`."""
    scaler, regression = fit_event(described)
    columns = zip(scaler.mean_, scaler.scale_, regression.coef_[0], strict=True)
    return {
        "bias": round(float(regression.intercept_[0]) + ONE_EVENT, 5),
        "features": {
            name: [float(f"{value:.6g}") for value in column]
            for name, column in zip(EVENT_FEATURES, columns, strict=True)
        },
    }


def train(
    name: str, encoder: Encoder, cases: list[Case], own: Callable[[Case], bool]
) -> dict[str, Any]:
    """Cross-validate, print how well that goes, and fit the weights to keep."""
    corpus = Corpus([describe(case, encoder) for case in cases], own)
    print(f"\n{name}: {len(corpus.linked)} candidates, {corpus.linked.sum()} of them links")
    for title, folds in (("leaving out sets", by_set), ("leaving out documents", by_document)):
        odds = out_of_fold(corpus, folds)
        scores = scored(corpus, odds)
        print(f"{title}:")
        for set_, tally in sorted(tallies(corpus, scores).items()):
            if set_ == STRANGERS:
                print(f"  {set_:22} {tally.found} links")
            else:
                print(f"  {set_:22} P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}")
    for band in reliability(corpus, scores, "stories"):
        print("  {:8} {:6d} candidates, mean score {:.2f}, right {:.2f}".format(*band))
    slope, intercept = calibrate(corpus, odds)
    chosen = np.flatnonzero(~np.isin(corpus.sets, ONLY_TESTED))
    taught = list(compress(corpus.described, corpus.teaches_events))
    return {
        "provenance": {
            "made_by": "python -m bench.train_align --write",
            "date": datetime.now(UTC).date().isoformat(),
            "encoder": encoder.name,
            "scikit-learn": version("scikit-learn"),
            "cases": {
                str(s): sum(case.set == s for case in cases) for s in np.unique(corpus.sets[chosen])
            },
        },
        "threshold": THRESHOLD,
        "calibration": {
            "slope": round(slope, 4),
            "intercept": round(intercept, 4),
            "prior": round(float(corpus.linked[corpus.calibrating].mean()), 5),
        },
        "event": event_weights(taught),
        **weights_of(corpus, chosen),
    }


def across_languages(case: Case) -> bool:
    """Whether the two sides of a case are in two languages."""
    return case.lang_a != case.lang_b


def main() -> None:
    """Train the sets of weights; keep them with ``--write``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--write", action="store_true", help="replace the weights in tui/data/align"
    )
    arguments = parser.parse_args()
    gold = gold_cases()
    if not gold:
        parser.error("the weights are learned from public gold too; set DIPTYCH_GOLD to its folder")
    stories = story_cases()
    taught = [case for case in stories if case.set == "stories_train"]
    strange = strangers(taught)
    cases = gold + stories + reprints(taught)
    across = [case for case in cases if across_languages(case)]
    for name, encoder, known, own in (
        ("within", default_encoder(), cases, lambda case: not across_languages(case)),
        ("across", default_encoder(), across, across_languages),
        ("characters", CharacterEncoder(), cases, lambda _: True),
    ):
        weights = train(name, encoder, known + list(filter(own, strange)), own)
        if arguments.write:
            text = json.dumps(weights, indent=1)
            (DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
