"""Linked sentences into divergences: bead by bead, then a look at the whole other article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from tui.details.base import Kind, PairContext
from tui.details.coverage import claimed
from tui.details.deferred import deferred, settled
from tui.details.reading import Reading
from tui.details.registry import kinds
from tui.details.silence import told_by_one
from tui.details.told_twice import without_repetitions
from tui.model import (
    Article,
    Bead,
    Divergence,
    Link,
    Relation,
    Side,
    divergence_order,
)

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["compare_linked", "compare_readings"]

LARGEST_BEAD = 36
"""The most sentence pairs a bead may span; chains of weak links would join whole articles."""

WEAK, LIKELIER_THAN_NOT = 0.7, 0.5
"""Where sentences are linked less surely than the one, the chances of a conflict, that of the link
included, must reach the other: two sentences on different matters contradict each other easily."""

SLICE = 256
"""Beads whose questions to the encoder are gathered: few calls, and vectors that are soon used."""

_FOUND = frozenset({Relation.AGREES, Relation.IMPRECISE, Relation.REWORDED})


def _unheard(_done: int, _total: int) -> None:
    """Beads are done, and nobody asked."""


@dataclass(frozen=True)
class _Pair:
    """Two readings and what links them."""

    a: Reading
    b: Reading
    links: Mapping[tuple[int, int], float]
    encoder: Encoder | None

    @cached_property
    def transposed(self) -> _Pair:
        """The same pair seen from the other side."""
        return _Pair(self.b, self.a, {(j, i): s for (i, j), s in self.links.items()}, self.encoder)

    def context(self, a: tuple[int, ...], b: tuple[int, ...]) -> PairContext:
        """What a matcher may know of some sentences of both sides."""
        return PairContext(
            a=self.a.context,
            b=self.b.context,
            sentences_a={i: self.a.sentences[i] for i in a if i in self.a.sentences},
            sentences_b={j: self.b.sentences[j] for j in b if j in self.b.sentences},
            links=frozenset((i, j) for i in a for j in b if (i, j) in self.links),
            encoder=self.encoder,
        )


def compare_linked(
    a: Article,
    b: Article,
    links: Sequence[Link],
    *,
    encoder: Encoder | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Divergence, ...]:
    """Find how the details of linked sentences relate.

    Args:
        a: The article that stands left.
        b: The article that stands right.
        links: Which sentences state the same thing. Links of furniture are ignored.
        encoder: Used by matchers for what cheap means cannot settle; none by default.
        progress: Called with the number of beads done and their total, and often more than once
            with the same. What it raises passes through, so a caller cancels by raising.

    Returns:
        Each detail at most once against one sentence of the other side, in
        :func:`~tui.model.divergence_order`. Time grows linearly with the number of links.
    """
    one, other = Reading.of(a), Reading.of(b)
    found = compare_readings(one, other, links, encoder=encoder, progress=progress)
    return tuple(told_by_one(found, one, other, links, encoder))


def compare_readings(
    a: Reading,
    b: Reading,
    links: Sequence[Link],
    *,
    encoder: Encoder | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Divergence, ...]:
    """The same as :func:`compare_linked` over sentences already at hand, doubtful silences too."""
    content = [k for k in links if k.i in a.sentences and k.j in b.sentences]
    ask = None if encoder is None else deferred(encoder)
    pair = _Pair(a, b, {(k.i, k.j): k.score for k in content}, ask)
    beads = list(_bounded_beads(content))
    found: list[Divergence] = []
    for start in range(0, len(beads), SLICE):
        run = _Run(pair, start, len(beads), progress or _unheard)
        for some in settled(run.tasks(beads[start : start + SLICE]), ask, run.tell):
            found += some
    found = list(claimed(found, a.context.lang, b.context.lang))
    if progress is not None:
        progress(len(beads), len(beads))
    return tuple(sorted(without_repetitions(dict.fromkeys(found)), key=divergence_order))


class _Run:
    """Some beads being compared, and how far that is."""

    def __init__(
        self, pair: _Pair, before: int, total: int, progress: Callable[[int, int], None]
    ) -> None:
        self._pair = pair
        self._before = before
        self._total = total
        self._progress = progress
        self._last: Bead | None = None
        self._context = pair.context((), ())
        self._done = 0
        pair.a.working = pair.b.working = self.tell

    def tasks(self, beads: Iterable[Bead]) -> list[Callable[[], list[Divergence]]]:
        """What there is to do: each kind of detail in each bead."""
        return [partial(self._compare, kind, bead) for bead in beads for kind in kinds()]

    def tell(self) -> None:
        """Report the beads done, those of earlier runs included."""
        self._progress(self._before + self._done // len(kinds()), self._total)

    def _compare(self, kind: Kind, bead: Bead) -> list[Divergence]:
        if bead is not self._last:
            self._last = bead
            self._context = self._pair.context(bead.a, bead.b)
            self.tell()
        found = list(_compare_bead(kind, bead, self._context, self._pair))
        self._done += 1
        return found


def _bounded_beads(links: Sequence[Link]) -> Iterator[Bead]:
    """The beads, the best links first; a link that would make a bead too large is left aside."""
    group_of: dict[tuple[str, int], tuple[set[int], set[int]]] = {}
    for link in sorted(links, key=lambda k: (-k.score, k.i + k.j, abs(k.i - k.j))):
        one = group_of.setdefault(("a", link.i), ({link.i}, set()))
        other = group_of.setdefault(("b", link.j), (set(), {link.j}))
        if one is other:
            continue
        if (len(one[0]) + len(other[0])) * (len(one[1]) + len(other[1])) > LARGEST_BEAD:
            continue
        one[0].update(other[0])
        one[1].update(other[1])
        for i in other[0]:
            group_of["a", i] = one
        for j in other[1]:
            group_of["b", j] = one
    groups = {id(group): group for group in group_of.values()}.values()
    beads = (Bead(tuple(sorted(a)), tuple(sorted(b))) for a, b in groups)
    return iter(sorted(beads, key=lambda bead: (bead.a, bead.b)))


def _compare_bead(
    kind: Kind, bead: Bead, context: PairContext, pair: _Pair
) -> Iterator[Divergence]:
    sides_a = [side for i in bead.a for side in pair.a.sides(kind, i)]
    sides_b = [side for j in bead.b for side in pair.b.sides(kind, j)]
    if not sides_a and not sides_b:
        return
    for divergence in kind.match(sides_a, sides_b, context):
        if divergence.relation is Relation.ONLY_A and divergence.a is not None:
            yield _found_elsewhere(kind, divergence.a, pair) or divergence
        elif divergence.relation is Relation.ONLY_B and divergence.b is not None:
            turned = _found_elsewhere(kind, divergence.b, pair.transposed)
            yield turned.transposed() if turned else divergence
        elif not _is_doubtful(kind, divergence, pair):
            yield divergence


def _is_doubtful(kind: Kind, divergence: Divergence, pair: _Pair) -> bool:
    """Whether a conflict hangs on a weak link, and nothing vouches for the link."""
    if divergence.relation is not Relation.CONFLICTS or kind.vouches_for_link:
        return False
    assert divergence.a is not None
    assert divergence.b is not None
    linked = (divergence.a.sentence, divergence.b.sentence)
    chance = pair.links.get(linked, LIKELIER_THAN_NOT)
    return chance < WEAK and chance * divergence.score < LIKELIER_THAN_NOT


def _found_elsewhere(kind: Kind, side: Side, pair: _Pair) -> Divergence | None:
    """Where the other article says what the linked sentences do not: the nearest best agreement.

    A counterpart in a sentence that *is* linked has already been paired with another detail (the
    article says the thing twice), so that is no other place.
    """
    best: Divergence | None = None
    seen: set[tuple[str, int, bool]] = set()  # a sentence said twice answers the same twice
    for place in pair.b.places(kind, side):
        linked = (side.sentence, place.sentence) in pair.links
        same = pair.b.sentences[place.sentence], place.detail.start, linked
        if same in seen:
            continue
        seen.add(same)
        context = pair.context((side.sentence,), (place.sentence,))
        for found in kind.match([side], [place], context):
            if found.relation in _FOUND and (best is None or _better(found, best)):
                best = replace(found, elsewhere=not linked)
    return best


def _better(one: Divergence, other: Divergence) -> bool:
    return (one.relation is Relation.AGREES, one.score) > (
        other.relation is Relation.AGREES,
        other.score,
    )
