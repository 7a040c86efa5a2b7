"""Fits how likely two sources are rivals for one statement: ``python -m bench.rival_sources``.

On the linked sentences of the ``train`` stories: each two sources that exclude each other are a
case, and positive where the key has a conflict of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from bench.regression import Case, fit
from bench.stories import KeyedDetail, StoryPair, load_stories, touches
from tui.details.attribution import extract
from tui.details.base import ArticleContext, PairContext
from tui.details.rival_sources import Signs, signs, source
from tui.details.source_relation import exclude_each_other
from tui.encode import default_encoder
from tui.model import DetailKind, Relation, Side

__all__ = ["main"]

STRENGTH = 0.5
"""Inverse of the regularisation."""


def _cases(pair: StoryPair) -> Iterator[Case]:
    """The cases of a story."""
    here, there = ArticleContext(pair.lang_a), ArticleContext(pair.lang_b)
    a = {i: [Side(i, found) for found in extract(text, here)] for i, text in enumerate(pair.a)}
    b = {j: [Side(j, found) for found in extract(text, there)] for j, text in enumerate(pair.b)}
    context = PairContext(
        here, there, dict(enumerate(pair.a)), dict(enumerate(pair.b)), frozenset(pair.links),
        default_encoder(),
    )  # fmt: skip
    for i, j in pair.links:
        for x in a[i]:
            for y in b[j]:
                if exclude_each_other(source(x), source(y)):
                    keyed = any(_is_keyed(x, y, key) for key in pair.details)
                    found = signs(x, y, a[i], b[j], context)
                    yield Case(found.vector(), keyed, pair.id)


def _is_keyed(x: Side, y: Side, key: KeyedDetail) -> bool:
    """Whether the key has a conflict of two sources."""
    wanted = key.kind is DetailKind.ATTRIBUTION and key.relation is Relation.CONFLICTS
    return wanted and touches(x, key.a) and touches(y, key.b)


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    cases = [case for pair in load_stories(split="train") for case in _cases(pair)]
    fit(
        "details/rival_sources",
        "How likely two sources are rivals for one statement; bench/rival_sources.py fits this.",
        [sign.name for sign in fields(Signs)],
        cases,
        STRENGTH,
    )


if __name__ == "__main__":
    main()
