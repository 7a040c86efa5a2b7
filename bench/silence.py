"""Fits how likely a report is silent on what the other gives: ``python -m bench.silence``.

On the ``train`` stories, along the links of their keys and along the program's own, and on the
sentence pairs to train by: each detail that one side gives and nothing answers is a case. The key
says whether the other report has it; where it does not, ``silence.toml`` does for those that were
judged by hand, and the others are no cases.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.details import is_alone_in_key, refuting, story_article
from bench.regression import Case, fit
from bench.sentences import GENRE, load_sentences
from bench.stories import StoryPair, load_stories
from tui.align import align_articles
from tui.details.compare import compare_readings
from tui.details.reading import Reading
from tui.details.silence import ALONE, Silence, found_by
from tui.details.silence_signs import SIGNS
from tui.encode import default_encoder
from tui.model import Divergence, Link

__all__ = ["main"]

JUDGED = Path(__file__).parent / "silence.toml"

STRENGTH = 0.5
"""Inverse of the regularisation."""

Judgement = tuple[str, int, str, str]
"""The side a detail stands on, its sentence, kind and text."""


def _judged() -> dict[str, dict[Judgement, bool]]:
    """By story, whether what was judged by hand is only one side's."""
    with JUDGED.open("rb") as file:
        raw = tomllib.load(file)
    return {
        story: {(side, sentence, kind, text): silent for side, sentence, kind, text, silent in told}
        for story, told in raw.items()
    }


def _cases(pair: StoryPair, judged: Mapping[Judgement, bool]) -> Iterator[tuple[str, Case]]:
    """The cases of a story, each with the kind that finds its detail."""
    titled = pair.genre != GENRE
    a = story_article(pair.a, pair.lang_a, pair.published_a, titled=titled)
    b = story_article(pair.b, pair.lang_b, pair.published_b, titled=titled)
    keyed = [Link(i, j, 1.0) for i, j in pair.links]
    for links in (keyed, align_articles(a, b, encoder=default_encoder())) if titled else (keyed,):
        here, there = Reading.of(a), Reading.of(b)
        found = compare_readings(here, there, links, encoder=default_encoder())
        linked = [(k.i, k.j) for k in links]
        of_a = Silence(found, here, there, linked, default_encoder())
        of_b = Silence(
            [d.transposed() for d in found], there, here, [(j, i) for i, j in linked],
            default_encoder(),
        )  # fmt: skip
        for divergence in found:
            side = divergence.a or divergence.b
            if divergence.relation not in ALONE or side is None:
                continue
            kind = found_by(side.detail.kind)
            silent = _verdict(pair, divergence, judged)
            if kind in SIGNS and silent is not None:
                signs = (of_a if divergence.a else of_b).signs(side)
                yield kind, Case(tuple(signs.values()), silent, pair.id)


def _verdict(
    pair: StoryPair, divergence: Divergence, judged: Mapping[Judgement, bool]
) -> bool | None:
    """Whether a detail is only one side's, or ``None`` where nobody has judged it."""
    side = divergence.a or divergence.b
    assert side is not None
    detail = side.detail
    by_hand = judged.get(
        ("a" if divergence.a else "b", side.sentence, detail.kind.value, detail.text)
    )
    if by_hand is not None:
        return by_hand
    if is_alone_in_key(pair, divergence):
        return True
    return False if refuting(pair, divergence) else None


def _all(pairs: Iterable[StoryPair]) -> dict[str, list[Case]]:
    cases: dict[str, list[Case]] = defaultdict(list)
    judged = _judged()
    for pair in pairs:
        for kind, case in _cases(pair, judged.get(pair.id, {})):
            cases[kind].append(case)
    return cases


def main() -> None:
    """Fit each kind, print how well it does on stories it has not seen, write the weights."""
    cases = _all(load_stories(split="train") + load_sentences(split="train"))
    for kind, signs in SIGNS.items():
        print(f"\n{kind}")
        heading = f"How likely a report is silent, by {kind}; bench/silence.py fits this."
        fit(f"details/silence/{kind}", heading, list(signs), cases[kind], STRENGTH)


if __name__ == "__main__":
    main()
