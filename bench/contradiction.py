"""Fits how likely a sentence affirms what another denies: ``python -m bench.contradiction``.

On the linked sentences of the ``train`` stories: each negation with each sentence that may affirm
what it denies is a case, and is positive where the key has a conflict of the two. Prints how many
of the surest cases are positive when a fifth of the stories is judged by the others, and writes
``tui/data/details/contradiction.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from bench.regression import Case, fit
from bench.stories import KeyedDetail, Span, StoryPair, load_stories
from tui.details.base import ArticleContext
from tui.details.contradiction import MODEL, Party, Signs, candidates, party
from tui.details.marks import Mark, mark
from tui.details.negation import extract
from tui.encode import default_encoder
from tui.model import DetailKind, Relation, Side

__all__ = ["main"]

STRENGTH = 0.5
"""Inverse of the regularisation, on standardised signs."""


def _cases(pair: StoryPair) -> Iterator[tuple[Signs, bool]]:
    """The cases of a story, and whether the key has them."""
    one = _marks(dict(enumerate(pair.a)), pair.lang_a)
    other = _marks(dict(enumerate(pair.b)), pair.lang_b)
    a = party(dict(enumerate(pair.a)), pair.lang_a, one)
    b = party(dict(enumerate(pair.b)), pair.lang_b, other)
    yield from _denied(one, (a, b), pair, turned=False)
    yield from _denied(other, (b, a), pair, turned=True)


def _marks(texts: dict[int, str], lang: str) -> list[Mark]:
    context = ArticleContext(lang)
    return [
        mark(Side(index, detail), text, lang)
        for index, text in texts.items()
        for detail in extract(text, context)
    ]


def _denied(
    marks: list[Mark], sides: tuple[Party, Party], pair: StoryPair, *, turned: bool
) -> Iterator[tuple[Signs, bool]]:
    linked = frozenset(pair.links)
    for each in marks:
        if each.value.pair or each.value.implicit or each.is_quoted:
            continue
        for index, _, signs in candidates(each, *sides, linked, default_encoder(), turned=turned):
            yield signs, any(_is_keyed(each, index, k, turned=turned) for k in pair.details)


def _is_keyed(mark: Mark, index: int, key: KeyedDetail, *, turned: bool) -> bool:
    """Whether the key has a conflict of the clause of a negation with a sentence."""
    wanted = key.kind is DetailKind.NEGATION and key.relation is Relation.CONFLICTS
    own, other = (key.b, key.a) if turned else (key.a, key.b)
    if not wanted or own is None or other is None or other.sentence != index:
        return False
    return own.sentence == mark.side.sentence and _touches(mark, own)


def _touches(mark: Mark, span: Span) -> bool:
    clause = mark.sentence[mark.at].clause
    own = [word for word in mark.sentence if word.clause == clause]
    return own[0].start < span.end and span.start < own[-1].end


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    cases = [
        Case(signs.vector(), keyed, pair.id)
        for pair in load_stories(split="train")
        if pair.details
        for signs, keyed in _cases(pair)
    ]
    heading = "How likely a sentence affirms what another denies; bench/contradiction.py fits this."
    fit(MODEL, heading, [sign.name for sign in fields(Signs)], cases, STRENGTH)


if __name__ == "__main__":
    main()
