"""Fits how likely two sources are rivals for one statement: ``python -m bench.rival_sources``.

On the linked sentences of the ``train`` stories and sentence pairs: each two sources of which
nothing tells that they are one are a case, and positive where the key has a conflict of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from bench.details import story_article
from bench.regression import Case, fit
from bench.sentences import load_sentences
from bench.stories import KeyedDetail, StoryPair, load_stories, touches
from tui.details.attribution import KIND
from tui.details.base import PairContext
from tui.details.reading import Reading
from tui.details.rival_sources import Signs, signs, source
from tui.details.source_relation import may_be_rivals
from tui.encode import default_encoder
from tui.model import DetailKind, Relation, Side

__all__ = ["main"]

STRENGTH = 0.5
"""Inverse of the regularisation."""


def _cases(pair: StoryPair) -> Iterator[Case]:
    """The cases of a story."""
    here = Reading.of(story_article(pair.a, pair.lang_a, pair.published_a))
    there = Reading.of(story_article(pair.b, pair.lang_b, pair.published_b))
    context = PairContext(
        here.context, there.context, here.sentences, there.sentences, frozenset(pair.links),
        default_encoder(),
    )  # fmt: skip
    for i, j in pair.links:
        a, b = here.sides(KIND, i), there.sides(KIND, j)
        for x in a:
            for y in b:
                if may_be_rivals(source(x), source(y)):
                    keyed = any(_is_keyed(x, y, key) for key in pair.details)
                    found = signs(x, y, a, b, context)
                    yield Case(found.vector(), keyed, pair.id)


def _is_keyed(x: Side, y: Side, key: KeyedDetail) -> bool:
    """Whether the key has a conflict of two sources."""
    wanted = key.kind is DetailKind.ATTRIBUTION and key.relation is Relation.CONFLICTS
    return wanted and touches(x, key.a) and touches(y, key.b)


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    pairs = load_stories(split="train") + load_sentences(split="train")
    cases = [case for pair in pairs for case in _cases(pair)]
    fit(
        "details/rival_sources",
        "How likely two sources are rivals for one statement; bench/rival_sources.py fits this.",
        [sign.name for sign in fields(Signs)],
        cases,
        STRENGTH,
    )


if __name__ == "__main__":
    main()
