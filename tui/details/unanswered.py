"""What becomes of figures: paired round by round, and what is said of those that stay alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.details.base import PairContext
from tui.details.matching import assign
from tui.details.other_terms import hour_of_day
from tui.details.placed_figure import PlacedFigure, judge, linked
from tui.details.roles import similarity
from tui.model import DetailKind, Divergence, Relation

__all__ = ["Unanswered", "divergences", "left_over"]

Answer = tuple[PlacedFigure, PlacedFigure]
"""A figure of A and the one of B that answers it."""

_SURE = {Relation.AGREES: 0.8, Relation.IMPRECISE: 0.6, Relation.CONFLICTS: 0.5}


class Unanswered:
    """The figures of both sides that nothing has answered yet, and the pairs made so far."""

    def __init__(self, a: Sequence[PlacedFigure], b: Sequence[PlacedFigure]) -> None:
        self.a = a
        self.b = b
        self.answers: list[Answer] = []

    def pair(
        self, likely: Callable[[PlacedFigure, PlacedFigure], float], *, at_least: float = 0.0
    ) -> None:
        """Pair what is left so that the sum of how likely the pairs are is greatest."""
        pairs = assign(self.a, self.b, likely, at_least=at_least)
        self.answers += [(self.a[i], self.b[j]) for i, j in pairs]
        self.a = _without(self.a, {i for i, _ in pairs})
        self.b = _without(self.b, {j for _, j in pairs})


def _without(placed: Sequence[PlacedFigure], gone: set[int]) -> list[PlacedFigure]:
    return [x for i, x in enumerate(placed) if i not in gone]


def divergences(pairs: Iterable[Answer]) -> Iterator[Divergence]:
    """How the figures of each pair stand to each other."""
    for x, y in pairs:
        judged = judge(x, y)
        if judged is None or (x.weak and y.weak and not (x.comparable and y.comparable)):
            continue
        relation, note = judged
        kinds = {x.side.detail.kind, y.side.detail.kind} - {DetailKind.NUMBER}
        score = _SURE[relation] + max(0.0, similarity(x.role, y.role)) / 2
        yield Divergence(
            min(kinds, default=DetailKind.NUMBER), relation, round(min(0.99, score), 3),
            x.side, y.side, note,
        )  # fmt: skip


def left_over(rest: Unanswered, context: PairContext) -> Iterator[Divergence]:
    """What can be said of the figures of both sides that nothing has answered."""
    turned = ((y, x) for x, y in rest.answers)
    yield from _of_one_side(rest.a, rest.b, sorted(rest.answers, key=_place), context)
    of_b = _of_one_side(rest.b, rest.a, sorted(turned, key=_place), context.transposed())
    yield from (divergence.transposed() for divergence in of_b)


def _place(pair: Answer) -> tuple[int, int]:
    """Where the first of a pair stands: of several answers the one told first counts."""
    side = pair[0].side
    return side.sentence, side.detail.start


def _of_one_side(
    rest: Sequence[PlacedFigure],
    opposite: Sequence[PlacedFigure],
    answers: list[Answer],
    context: PairContext,
) -> Iterator[Divergence]:
    """What can be said of A's figures that nothing has answered: told in other terms, or nowhere.

    Args:
        rest: Those figures.
        opposite: B's that nothing has answered.
        answers: The pairs made so far, in A's order; those for figures said again are added.
        context: That of the pair.
    """
    for x in rest:
        again = _said_again(x, answers)
        if again is not None:
            yield from _repeated((x, again), answers, context)
            answers.append((x, again))
            continue
        told = hour_of_day(x, answers)
        if told is not None:
            yield told
        elif x.telling and not any(_may_answer(x, y, context) for y in opposite):
            yield Divergence(x.side.detail.kind, Relation.ONLY_A, 0.6, x.side, None)


def _may_answer(x: PlacedFigure, y: PlacedFigure, context: PairContext) -> bool:
    """Whether two figures left over may be one fact told in two ways ("in 1998", "26 years old").

    Of neither can it be said that only one side has it.
    """
    alike = x.telling and y.telling and x.family == y.family and linked(x, y, context)
    return alike and similarity(x.role, y.role) > 0


def _said_again(x: PlacedFigure, answers: Sequence[Answer]) -> PlacedFigure | None:
    """What answers a figure that a report gives twice, in its headline and below, say.

    Those that agree with what answered the other mention are found by looking elsewhere.
    """
    for known, answer in answers:
        if x.weak or (known.sort != x.sort and not known.vague):
            continue
        said = judge(x, known)
        if said is None or said[0] is Relation.CONFLICTS:
            continue
        told = judge(x, answer)
        if told is None or told[0] is Relation.AGREES:
            continue
        if similarity(x.role, known.role) > 0:
            return answer
    return None


def _repeated(
    pair: Answer,
    answers: Sequence[Answer],
    context: PairContext,
) -> Iterator[Divergence]:
    """A figure said in two sentences is against its answer twice; a vaguer one is told once."""
    x, y = pair
    judged = judge(x, y)
    told = any(
        known.side.sentence == x.side.sentence and answer.side == y.side
        for known, answer in answers
    )
    contrary = judged is not None and judged[0] is Relation.CONFLICTS
    if contrary and not told and linked(x, y, context) and similarity(x.role, y.role) > 0:
        yield from divergences([pair])
