"""Fits how likely a sentence affirms what another denies: ``python -m bench.contradiction``.

On the linked sentences of the ``train`` stories, and of the sentence pairs to train and to
calibrate by: each negation with each sentence that may affirm what it denies is a case, and is
positive where the key has a conflict of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from bench.regression import Case, fit
from bench.sentences import load_sentences
from bench.stories import KeyedDetail, StoryPair, load_stories, touches
from tui.details.base import ArticleContext
from tui.details.contradiction import MODEL, Facing, Signs, candidates, party
from tui.details.marks import Mark, mark
from tui.details.negation import extract
from tui.encode import default_encoder
from tui.model import DetailKind, Relation, Side

__all__ = ["main", "marks"]


STRENGTH = 0.5
"""Inverse of the regularisation, on standardised signs."""


def marks(sentences: Sequence[str], lang: str) -> list[Mark]:
    """The negations and poles of an article's sentences."""
    context = ArticleContext(lang)
    return [
        mark(Side(index, detail), text, lang)
        for index, text in enumerate(sentences)
        for detail in extract(text, context)
    ]


def _cases(pair: StoryPair) -> Iterator[Case]:
    """The cases of a story."""
    one, other = marks(pair.a, pair.lang_a), marks(pair.b, pair.lang_b)
    a = party(dict(enumerate(pair.a)), pair.lang_a, one)
    b = party(dict(enumerate(pair.b)), pair.lang_b, other)
    sides = Facing(a, b, frozenset(pair.links), default_encoder())
    yield from _denied(one, sides, pair, turned=False)
    yield from _denied(other, sides.turned(), pair, turned=True)


def _denied(found: list[Mark], sides: Facing, pair: StoryPair, *, turned: bool) -> Iterator[Case]:
    for each in found:
        if each.value.pair or each.value.implicit or each.is_quoted:
            continue
        for index, _, signs in candidates(each, sides):
            keyed = any(_is_keyed(each, index, k, turned=turned) for k in pair.details)
            yield Case(signs.vector(), keyed, pair.id)


def _is_keyed(mark: Mark, index: int, key: KeyedDetail, *, turned: bool) -> bool:
    """Whether the key has a conflict of the clause of a negation with a sentence."""
    wanted = key.kind is DetailKind.NEGATION and key.relation is Relation.CONFLICTS
    own, other = (key.b, key.a) if turned else (key.a, key.b)
    if not wanted or other is None or other.sentence != index:
        return False
    clause = [word for word in mark.sentence if word.clause == mark.sentence[mark.at].clause]
    whole = replace(mark.side.detail, start=clause[0].start, end=clause[-1].end)
    return touches(replace(mark.side, detail=whole), own)


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    keyed = [pair for pair in load_stories(split="train") if pair.details]
    keyed += load_sentences(split="train") + load_sentences(split="calibration")
    cases = [case for pair in keyed for case in _cases(pair)]
    heading = "How likely a sentence affirms what another denies; bench/contradiction.py fits this."
    fit(MODEL, heading, [sign.name for sign in fields(Signs)], cases, STRENGTH)


if __name__ == "__main__":
    main()
