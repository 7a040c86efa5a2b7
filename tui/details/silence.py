"""What only one report says: told where the other one is likely to be silent on it.

Of what nothing answers, half has its answer in words that no kind reads, or is nothing a reader
would miss. Who writes "only this paper reports" must not be led astray, so the doubtful is left
out, and what is told has for a score how likely it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.details.deferred import deferred, gathered, settled
from tui.details.hedges import PROBABLE
from tui.details.reading import Reading
from tui.details.registry import kinds
from tui.details.regression import probability
from tui.details.silence_signs import LEAST, SIGNS, Lone
from tui.details.text_values import Certainty
from tui.model import DetailKind, Divergence, Link, Relation, Side

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["ALONE", "Silence", "found_by", "told_by_one"]

ALONE = frozenset({Relation.ONLY_A, Relation.ONLY_B})

LIKELY = 0.6
"""How likely the other report is silent on what is told to be only one's."""

SLICE = 256
"""Details whose questions to the encoder are gathered."""

HEDGES = frozenset({PROBABLE})
"""The levels of hedges that are told of one report alone. Of "probably", two in three are right; of
"may", "reportedly" and "believe" one in three, and nothing measured tells which: what they say is
put in too many other ways."""

FOUND_BY: Mapping[DetailKind, str] = MappingProxyType(
    {
        DetailKind.PERSON: "names",
        DetailKind.ORGANISATION: "names",
        DetailKind.PLACE: "names",
        DetailKind.QUOTATION: "quotations",
        DetailKind.ATTRIBUTION: "attribution",
        DetailKind.CERTAINTY: "certainty",
    }
)
"""By which kind a detail is found; all others are figures."""


def told_by_one(
    found: Iterable[Divergence],
    a: Reading,
    b: Reading,
    links: Sequence[Link],
    encoder: Encoder | None,
) -> Iterator[Divergence]:
    """Leave out what is not likely enough to be only one report's.

    Args:
        found: The divergences of two articles.
        a: The article that stands left.
        b: The article that stands right.
        links: The links they were compared along.
        encoder: What tells meanings; without it nothing is left out.

    Yields:
        The divergences in their order, with the probability for the score of what is only one's.
    """
    found = list(found)
    if encoder is None:
        yield from found
        return
    content = [(k.i, k.j) for k in links if k.i in a.sentences and k.j in b.sentences]
    ask = deferred(encoder)
    of_a = Silence(found, a, b, content, ask)
    of_b = Silence([d.transposed() for d in found], b, a, [(j, i) for i, j in content], ask)
    silences = {Relation.ONLY_A: of_a, Relation.ONLY_B: of_b}
    chances: list[float] = []
    lone = [
        (silences[d.relation], side)
        for d in found
        if d.relation in silences and (side := d.a or d.b)
    ]
    for start in range(0, len(lone), SLICE):
        tasks = [partial(silence.likelihood, side) for silence, side in lone[start : start + SLICE]]
        chances += settled(tasks, ask, a.working)
    told = iter(chances)
    for divergence in found:
        if divergence.relation not in silences:
            yield divergence
        elif (chance := next(told)) >= LIKELY:
            yield replace(divergence, score=round(chance, 3))


class Silence:
    """What one report may be silent on: the details of the other that nothing answers."""

    def __init__(
        self,
        found: Iterable[Divergence],
        here: Reading,
        there: Reading,
        links: Iterable[tuple[int, int]],
        encoder: Encoder,
    ) -> None:
        """Take two articles.

        Args:
            found: Their divergences.
            here: The article whose details stand alone, side A of the divergences.
            there: The one that may be silent on them.
            links: The linked sentences of the two.
            encoder: What tells meanings.
        """
        self._here, self._there = here, there
        self._encoder = encoder
        self._linked: dict[int, list[int]] = defaultdict(list)
        for i, j in links:
            self._linked[i].append(j)
        self._answering = {
            (found_by(d.kind), d.b.sentence, d.b.detail.start) for d in found if d.a and d.b
        }

    def likelihood(self, side: Side) -> float:
        """How likely the other report says nowhere what a detail tells, in [0, 1].

        Where it is not :data:`LIKELY` whatever the encoder says, that is not asked.
        """
        value = side.detail.value
        if isinstance(value, Certainty):
            return LIKELY if value.level in HEDGES else 0.0
        name = found_by(side.detail.kind)
        model, signs, lone = f"details/silence/{name}", SIGNS[name], self._lone(side)
        at_most = probability(
            model, [LEAST[n] if n in LEAST else sign(lone) for n, sign in signs.items()]
        )
        if at_most < LIKELY:
            return at_most
        return probability(model, list(self.signs(side).values()))

    def signs(self, side: Side) -> dict[str, float]:
        """What tells it, by name, in the order of the fitted weights."""
        lone = self._lone(side)
        signs = SIGNS[found_by(side.detail.kind)]
        told = gathered(lambda sign, of: sign(of), ((sign, lone) for sign in signs.values()))
        return dict(zip(signs, told, strict=True))

    def _lone(self, side: Side) -> Lone:
        name = found_by(side.detail.kind)
        kind = next(kind for kind in kinds() if kind.name == name)
        linked = self._linked[side.sentence]
        details = [other for j in linked for other in self._there.sides(kind, j)]
        return Lone(
            side=side,
            text=self._here.sentences[side.sentence],
            lang=self._here.context.lang,
            linked=[self._there.sentences[j] for j in linked],
            other_lang=self._there.context.lang,
            details=details,
            unanswered=[x for x in details if not self._answers(name, x)],
            encoder=self._encoder,
        )

    def _answers(self, name: str, side: Side) -> bool:
        return (name, side.sentence, side.detail.start) in self._answering


def found_by(kind: DetailKind) -> str:
    """The name of the :class:`~tui.details.base.Kind` that finds details of a kind."""
    return FOUND_BY.get(kind, "figures")
