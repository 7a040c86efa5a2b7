"""Fits how likely opposites are said of one thing: ``python -m bench.opposition``.

On the linked sentences of the ``train`` stories and of the sentence pairs to train and to calibrate
by: each two words or phrases that stand for opposites which decide by themselves are a case, and
positive where the key has a conflict of the two, of whatever kind. Where public gold is at hand,
DEMETR's planted antonyms and negations and WMT22's translations, which agree, are cases too.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields

from bench.align_data import gold_cases, gold_folder
from bench.contradiction import marks
from bench.public_details import PLANTED
from bench.regression import Case, fit
from bench.sentences import load_sentences
from bench.stories import StoryPair, load_stories, touches
from tui.details.marks import Mark
from tui.details.opposites import is_decisive
from tui.details.opposition import MODEL, Signs, opposed_poles, signs
from tui.encode import default_encoder
from tui.model import Relation

__all__ = ["main"]


STRENGTH = 0.5
"""Inverse of the regularisation, on standardised signs."""

EDITS = frozenset({"antonym", "negation", "none"})
"""The planted edits that change what is affirmed, and none at all."""

NEWS = "wmt22_de_en"
"""The set of news beside its translation."""

Opposites = tuple[Mark, Mark, Signs]


def _decisive(
    a: Sequence[str], b: Sequence[str], langs: tuple[str, str], links: Collection[tuple[int, int]]
) -> Iterator[Opposites]:
    """The decisive opposites of linked sentences, the longest at each place."""
    one, other = marks(a, langs[0]), marks(b, langs[1])
    for found in opposed_poles(one, other, links).values():
        decisive = [(x, y) for x, y in found if is_decisive(x.value.pair)]
        if decisive:
            x, y = max(decisive, key=lambda marks: sum(mark.last for mark in marks))
            yield x, y, signs(x, y, (one, other), links, default_encoder())


def _keyed(pair: StoryPair) -> Iterator[Case]:
    """The cases of a story."""
    conflicts = [key for key in pair.details if key.relation is Relation.CONFLICTS]
    for x, y, told in _decisive(pair.a, pair.b, (pair.lang_a, pair.lang_b), pair.links):
        keyed = any(touches(x.side, key.a) and touches(y.side, key.b) for key in conflicts)
        yield Case(told.vector(), keyed, pair.id)


def _public() -> Iterator[Case]:
    """The cases of public gold, as far as it is at hand."""
    folder = gold_folder()
    if folder is None:
        return
    for name in PLANTED:
        for case in json.loads((folder / f"{name}.json").read_text(encoding="utf-8")):
            if case["type"] not in EDITS:
                continue
            langs = tuple((case["lang"].split("-") * 2)[:2])
            for _, _, told in _decisive([case["a"]], [case["b"]], langs, [(0, 0)]):
                yield Case(told.vector(), case["divergent"], case["a"])
    for article in gold_cases():
        if article.set == NEWS:
            langs = article.lang_a, article.lang_b
            for _, _, told in _decisive(article.a, article.b, langs, article.links):
                yield Case(told.vector(), False, article.document)


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    keyed = [pair for pair in load_stories(split="train") if pair.details]
    keyed += load_sentences(split="train") + load_sentences(split="calibration")
    cases = [case for pair in keyed for case in _keyed(pair)] + list(_public())
    heading = "How likely two opposites are said of one thing; bench/opposition.py fits this."
    fit(MODEL, heading, [sign.name for sign in fields(Signs)], cases, STRENGTH)


if __name__ == "__main__":
    main()
