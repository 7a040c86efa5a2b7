"""Fits how likely opposites are said of one thing: ``python -m bench.opposition``.

On the linked sentences of the ``train`` stories: each two words or phrases that stand for opposites
which decide by themselves are a case, and positive where the key has a conflict of the two, of
whatever kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from bench.contradiction import marks
from bench.regression import Case, fit
from bench.stories import StoryPair, load_stories, touches
from tui.details.opposites import is_decisive
from tui.details.opposition import MODEL, Signs, opposed_poles, signs
from tui.model import Relation

__all__ = ["main"]


STRENGTH = 0.5
"""Inverse of the regularisation, on standardised signs."""


def _cases(pair: StoryPair) -> Iterator[Case]:
    """The cases of a story."""
    a, b = marks(pair.a, pair.lang_a), marks(pair.b, pair.lang_b)
    conflicts = [key for key in pair.details if key.relation is Relation.CONFLICTS]
    for found in opposed_poles(a, b, pair.links).values():
        decisive = [(x, y) for x, y in found if is_decisive(x.value.pair)]
        if not decisive:
            continue
        x, y = max(decisive, key=lambda marks: sum(mark.last for mark in marks))
        keyed = any(touches(x.side, key.a) and touches(y.side, key.b) for key in conflicts)
        yield Case(signs(x, y, (a, b), pair.links).vector(), keyed, pair.id)


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    cases = [case for pair in load_stories(split="train") if pair.details for case in _cases(pair)]
    heading = "How likely two opposites are said of one thing; bench/opposition.py fits this."
    fit(MODEL, heading, [sign.name for sign in fields(Signs)], cases, STRENGTH)


if __name__ == "__main__":
    main()
