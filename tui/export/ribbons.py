"""The map of matches: two strips of sentences with a ribbon for each link between them.

Pure geometry in a box of :data:`WIDTH` by :data:`HEIGHT` units that a page stretches to its width,
as synteny plots show two genomes: what crosses, what is left out and where both keep the same order
is seen at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.export.view import View
from tui.model import Relation, Sentence
from tui.words import RELATIONS, SEVERITY

__all__ = ["HEIGHT", "WIDTH", "Map", "Ribbon", "Segment", "draw_map"]

WIDTH = 1000.0
HEIGHT = 120.0

STRIP = 10.0
"""The height of a strip."""

GAP = 2.0
"""Between two sentences, as far as there is room for it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence in its strip, as long as its text; ``lone`` if nothing matches it."""

    index: int
    x: float
    width: float
    lone: bool


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One link as the data of an SVG path, coloured by the gravest of its differences.

    ``words`` say what it joins, and how: "A ¶5, B ¶2: conflicts".
    """

    i: int
    j: int
    path: str
    relation: Relation
    words: str


@dataclass(frozen=True, slots=True)
class Map:
    """Both strips, and the ribbons in painting order: the gravest last, on top of the others."""

    a: tuple[Segment, ...]
    b: tuple[Segment, ...]
    ribbons: tuple[Ribbon, ...]


def draw_map(view: View) -> Map:
    """Lay out the sentences of the rows shown, and the links between them."""
    shown = {place for row in view.rows for place in row.primaries}
    comparison = view.comparison
    a = _strip(
        [s for s in comparison.a.content if ("a", s.index) in shown],
        comparison.matches_a.__contains__,
    )
    b = _strip(
        [s for s in comparison.b.content if ("b", s.index) in shown],
        comparison.matches_b.__contains__,
    )
    places_a, places_b = {s.index: s for s in a}, {s.index: s for s in b}
    gravest = _gravest(view)
    ribbons = [
        _ribbon(view, places_a[k.i], places_b[k.j], gravest.get((k.i, k.j), Relation.AGREES))
        for k in comparison.links
        if k.i in places_a and k.j in places_b
    ]
    ribbons.sort(key=lambda ribbon: -SEVERITY[ribbon.relation])
    return Map(a, b, tuple(ribbons))


def _strip(sentences: Sequence[Sentence], is_linked: Callable[[int], bool]) -> tuple[Segment, ...]:
    if not sentences:
        return ()
    gap = min(GAP, WIDTH / (4 * len(sentences)))
    scale = (WIDTH - gap * (len(sentences) - 1)) / sum(len(s.text) for s in sentences)
    found, x = [], 0.0
    for sentence in sentences:
        width = len(sentence.text) * scale
        found.append(Segment(sentence.index, x, width, not is_linked(sentence.index)))
        x += width + gap
    return tuple(found)


def _gravest(view: View) -> dict[tuple[int, int], Relation]:
    """The gravest relation of each pair of sentences that a difference is about."""
    found: dict[tuple[int, int], Relation] = {}
    for difference in view.differences:
        a, b = difference.divergence.a, difference.divergence.b
        if a is not None and b is not None:
            pair, relation = (a.sentence, b.sentence), difference.relation
            if pair not in found or SEVERITY[relation] < SEVERITY[found[pair]]:
                found[pair] = relation
    return found


def _ribbon(view: View, a: Segment, b: Segment, relation: Relation) -> Ribbon:
    places = f"A ¶{view.paragraph('a', a.index)}, B ¶{view.paragraph('b', b.index)}"
    words = f"{places}: {RELATIONS[relation].label}"
    return Ribbon(a.index, b.index, _path(a, b), relation, words)


def _path(a: Segment, b: Segment) -> str:
    """A band from the lower edge of A's strip to the upper edge of B's."""
    top, middle, bottom = STRIP, HEIGHT / 2, HEIGHT - STRIP
    a_end, b_end = a.x + a.width, b.x + b.width
    return (
        f"M{a.x:.1f} {top:g}C{a.x:.1f} {middle:g} {b.x:.1f} {middle:g} {b.x:.1f} {bottom:g}"
        f"H{b_end:.1f}C{b_end:.1f} {middle:g} {a_end:.1f} {middle:g} {a_end:.1f} {top:g}Z"
    )
