"""Link lines between the columns: one wiring per bead, routed so that crossings stay legible.

This is the channel routing problem of circuit layout: pins on two sides of a channel, nets that
join them, and one vertical *track* per net such that no two nets touch. Where the left pin of one
net and the right pin of another stand on the same line, the first needs the track further left
(a *vertical constraint*; Hashimoto and Stevens 1971, turned by ninety degrees). A net that cannot
be routed, or whose other side is out of sight, gets arrows at its pins instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.model import Relation

__all__ = ["DOWN", "EAST", "NORTH", "SOUTH", "UP", "WEST", "Cell", "Gutter", "Net", "route"]

NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
"""The arms of a cell, as bits."""

UP, DOWN = -1, 1
"""The ways an arrow may point."""


class Net(NamedTuple):
    """A bead as the gutter sees it.

    Attributes:
        left: Window lines on which its sentences of the left column begin; they may be outside.
        right: The same for the right column.
        strong: The lines ``(left, right)`` of links to be drawn strongly: the current sentence's.
        tone: The gravest relation between its sentences, for the colour.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    strong: tuple[tuple[int, int], ...] = ()
    tone: Relation | None = None


class Cell(NamedTuple):
    """One cell of the gutter: line arms, or an arrow, and what it belongs to."""

    arms: int = 0
    arrow: int = 0
    net: int = -1
    strong: bool = False


EMPTY = Cell()


class Gutter:
    """The drawn channel.

    Attributes:
        cells: What is drawn: ``cells[y][x]``.
        routed: Which nets were routed as lines.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.cells = [[EMPTY] * width for _ in range(height)]
        self.routed: set[int] = set()


class _Trunk(NamedTuple):
    """What a net needs of its track: the lines it spans, and its pins in sight."""

    top: int
    bottom: int
    left: frozenset[int]
    right: frozenset[int]

    @property
    def straight(self) -> bool:
        return self.top == self.bottom


def route(nets: Sequence[Net], width: int, height: int) -> Gutter:
    """Draw nets into a channel.

    Args:
        nets: The beads with at least one sentence in sight; each line of a side belongs to one.
        width: Cells between the columns.
        height: Lines of the window.

    Returns:
        The channel. Each routed net is one connected figure that touches no other: where two
        cross, the vertical line passes over the horizontal one.
    """
    gutter = Gutter(width, height)
    if width < 1:
        return gutter
    trunks: dict[int, _Trunk] = {}
    for number, net in enumerate(nets):
        trunk = _trunk(net, height)
        if trunk is not None:
            trunks[number] = trunk
    tracks = _tracks(trunks, nets, max(width - 2, 0))
    used = max(tracks.values(), default=-1) + 1
    for number in sorted(tracks, key=lambda n: bool(nets[n].strong)):
        x = (tracks[number] + 1) * (width - 1) // (used + 1)
        _draw(gutter, number, nets[number], trunks[number], x)
        gutter.routed.add(number)
    for number, net in enumerate(nets):
        if number not in gutter.routed:
            _arrows(gutter, number, net)
    return gutter


def _trunk(net: Net, height: int) -> _Trunk | None:
    """A net's trunk, or ``None`` where arrows must do."""
    left = frozenset(y for y in net.left if 0 <= y < height)
    right = frozenset(y for y in net.right if 0 <= y < height)
    ends = {*left, *right}
    for a, b in net.strong:
        ends.update(min(max(y, 0), height - 1) for y in (a, b))
    if not (left or right) or not (net.strong or (left and right)):
        return None
    return _Trunk(min(ends), max(ends), left, right)


def _tracks(trunks: dict[int, _Trunk], nets: Sequence[Net], room: int) -> dict[int, int]:
    """Give each net the leftmost track it can have; nets left without one are missing."""
    if room < 1:
        return {}
    right_pins = {y: number for number, trunk in trunks.items() for y in trunk.right}
    before: dict[int, set[int]] = {number: set() for number in trunks}
    for number, trunk in trunks.items():
        for y in trunk.left:
            other = right_pins.get(y, number)
            if other != number:
                before[other].add(number)
    given: dict[int, int] = {}
    waiting = set(trunks)
    while waiting:
        ready = [n for n in waiting if not before[n] & waiting]
        if not ready:
            waiting.discard(_dispensable(waiting, trunks, nets))
            continue
        number = min(ready, key=lambda n: (trunks[n].top, n))
        waiting.discard(number)
        least = max((given[n] + 1 for n in before[number] if n in given), default=0)
        track = _free_track(trunks[number], least, given, trunks)
        if track < room:
            given[number] = track
    return given


def _dispensable(waiting: Iterable[int], trunks: dict[int, _Trunk], nets: Sequence[Net]) -> int:
    """Which net of a cycle of constraints goes without a line: never the current one first."""
    return max(waiting, key=lambda n: (not nets[n].strong, trunks[n].bottom - trunks[n].top, n))


def _free_track(trunk: _Trunk, least: int, given: dict[int, int], trunks: dict[int, _Trunk]) -> int:
    if trunk.straight:
        return least
    taken = {
        given[n]
        for n, other in trunks.items()
        if n in given
        and not other.straight
        and other.top <= trunk.bottom
        and trunk.top <= other.bottom
    }
    while least in taken:
        least += 1
    return least


def _draw(gutter: Gutter, number: int, net: Net, trunk: _Trunk, x: int) -> None:
    """Draw a net's figure, then its strong links over it."""
    cells = gutter.cells
    for y, column, arms in _figure(trunk, x, gutter.width):
        held = cells[y][column]
        # Of two nets that cross, the vertical line is seen.
        if not held.arms or held.net == number or arms != EAST | WEST:
            cells[y][column] = Cell(arms, 0, number)
    for a, b in net.strong:
        top, bottom = sorted(min(max(y, 0), gutter.height - 1) for y in (a, b))
        link = _Trunk(top, bottom, trunk.left & {a}, trunk.right & {b})
        for y, column, arms in _figure(link, x, gutter.width):
            held = cells[y][column]
            both = arms | held.arms if held.net == number else arms
            cells[y][column] = Cell(both, 0, number, strong=True)
        for y in (a, b):
            if y < 0:
                cells[0][x] = Cell(0, UP, number, strong=True)
            elif y >= gutter.height:
                cells[-1][x] = Cell(0, DOWN, number, strong=True)


def _figure(trunk: _Trunk, x: int, width: int) -> Iterator[tuple[int, int, int]]:
    """Line, column and arms of each cell of a trunk on column ``x`` with branches to its pins."""
    top, bottom, left, right = trunk
    for y in left:
        for column in range(x):
            yield y, column, EAST | WEST
    for y in right:
        for column in range(x + 1, width):
            yield y, column, EAST | WEST
    for y in range(top, bottom + 1):
        branches = (WEST if y in left else 0) | (EAST if y in right else 0)
        yield y, x, branches | (NORTH if y > top else 0) | (SOUTH if y < bottom else 0)


def _arrows(gutter: Gutter, number: int, net: Net) -> None:
    for pins, others, x in ((net.left, net.right, 0), (net.right, net.left, gutter.width - 1)):
        for y in pins:
            if 0 <= y < gutter.height and others:
                nearest = min(others, key=lambda other: abs(other - y))
                if nearest != y and not gutter.cells[y][x].arms:
                    way = UP if nearest < y else DOWN
                    gutter.cells[y][x] = Cell(0, way, number)
