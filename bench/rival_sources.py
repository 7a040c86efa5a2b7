"""Fits how likely two sources are rivals for one statement: ``python -m bench.rival_sources``.

On the linked sentences of the ``train`` stories, and of the sentence pairs to train and to
calibrate by: each two sources of which nothing tells that they are one are a case, and positive
where the key has a conflict of the two. Sentences that are translations of each other tell of
none: where the public gold is at hand (``DIPTYCH_GOLD``) theirs are further negative cases, which
teach and are not judged. The weights in the project were fitted with them. So do two extremes of
each case that reports hardly have: the very same said by both sources, and nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from bench.align_data import gold_cases
from bench.details import story_article
from bench.regression import Case, fit
from bench.sentences import load_sentences
from bench.stories import KeyedDetail, StoryPair, load_stories, touches
from tui.details.attribution import KIND
from tui.details.base import PairContext
from tui.details.reading import Reading
from tui.details.rival_sources import Companions, Signs, may_be_rivals, signs
from tui.encode import default_encoder
from tui.model import DetailKind, Relation, Side

__all__ = ["main"]

STRENGTH = 0.5
"""Inverse of the regularisation."""

TRANSLATIONS = "wmt22"
"""What the names of the gold sets begin with whose linked sentences are translations."""

TRANSLATED = 0.1
"""What a case of them counts: all are long; counted more, they unlearn what length tells."""

EXTREME = 0.02
"""What an extreme of a case counts."""


def _cases(pair: StoryPair) -> Iterator[Case]:
    """The cases of a story, and their extremes."""
    here = Reading.of(story_article(pair.a, pair.lang_a, pair.published_a))
    there = Reading.of(story_article(pair.b, pair.lang_b, pair.published_b))
    for x, y, found in _sources(here, there, frozenset(pair.links)):
        yield Case(found.vector(), any(_is_keyed(x, y, key) for key in pair.details), pair.id)
        same, other = replace(found, said=1.0, surpassed=False), replace(found, said=0.0)
        yield Case(same.vector(), True, pair.id, EXTREME, planted=True)
        yield Case(other.vector(), False, pair.id, EXTREME, planted=True)


def _translated() -> Iterator[Case]:
    """The cases of the public gold, each two sentences once: no two sources are rivals there."""
    seen: set[tuple[str, str]] = set()
    for gold in gold_cases():
        texts = [(gold.a[i], gold.b[j]) for i, j in sorted(gold.links)]
        for a, b in texts if gold.set.startswith(TRANSLATIONS) else ():
            if (a, b) in seen:
                continue
            seen.add((a, b))
            here = Reading.of(story_article([a], gold.lang_a, None, titled=False))
            there = Reading.of(story_article([b], gold.lang_b, None, titled=False))
            for _, _, found in _sources(here, there, frozenset({(0, 0)})):
                yield Case(found.vector(), False, gold.document, TRANSLATED, planted=True)


def _sources(
    here: Reading, there: Reading, links: frozenset[tuple[int, int]]
) -> Iterator[tuple[Side, Side, Signs]]:
    """Each two sources of linked sentences of which nothing tells that they are one."""
    context = PairContext(
        here.context, there.context, here.sentences, there.sentences, links, default_encoder()
    )
    for i, j in links:
        a, b = here.sides(KIND, i), there.sides(KIND, j)
        companions = Companions(a, b, context)
        for x in a:
            for y in b:
                if may_be_rivals(x, y, context):
                    yield x, y, signs(x, y, companions, context)


def _is_keyed(x: Side, y: Side, key: KeyedDetail) -> bool:
    """Whether the key has a conflict of two sources."""
    wanted = key.kind is DetailKind.ATTRIBUTION and key.relation is Relation.CONFLICTS
    return wanted and touches(x, key.a) and touches(y, key.b)


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    pairs = load_stories(split="train") + load_sentences(split="train")
    pairs += load_sentences(split="calibration")
    cases = [*(case for pair in pairs for case in _cases(pair)), *_translated()]
    fit(
        "details/rival_sources",
        "How likely two sources are rivals for one statement; bench/rival_sources.py fits this.",
        [sign.name for sign in fields(Signs)],
        cases,
        STRENGTH,
    )


if __name__ == "__main__":
    main()
