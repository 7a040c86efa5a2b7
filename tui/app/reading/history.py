"""Where the reader has been: places left by a jump, to go back to and forward again."""

from __future__ import annotations

from typing import NamedTuple

from tui.app.reading.state import Place

__all__ = ["History", "Spot"]

MOST = 200
"""Spots kept; older ones are forgotten."""


class Spot(NamedTuple):
    """A place, and the reports that stood side by side there, by their index in the story."""

    left: int
    right: int
    place: Place


class History(NamedTuple):
    """The spots behind and ahead, the nearest last. Like a browser's: a jump forgets those ahead.

    A run of the same stepping (from difference to difference) is one jump: going back leads to
    where it began.
    """

    behind: tuple[Spot, ...] = ()
    ahead: tuple[Spot, ...] = ()
    run: str = ""

    def jumped(self, spot: Spot, run: str = "") -> History:
        """The history after a jump.

        Args:
            spot: Where it began.
            run: What is being stepped through, if anything.
        """
        if run and run == self.run:
            return self
        return History((*self.behind, spot)[-MOST:], (), run)

    def moved(self) -> History:
        """The history after a move that is no jump: it ends a run."""
        return self._replace(run="") if self.run else self

    def back(self, here: Spot) -> tuple[History, Spot] | None:
        """The history after going back, and where that leads; ``None`` at the beginning."""
        behind = _without(self.behind, here)
        if not behind:
            return None
        return History(behind[:-1], (*self.ahead, here)), behind[-1]

    def forward(self, here: Spot) -> tuple[History, Spot] | None:
        """The history after going forward again, and where that leads; ``None`` at the end."""
        ahead = _without(self.ahead, here)
        if not ahead:
            return None
        return History((*self.behind, here), ahead[:-1]), ahead[-1]


def _without(spots: tuple[Spot, ...], here: Spot) -> tuple[Spot, ...]:
    """The spots less those at the near end that are where the reader is already."""
    while spots and spots[-1] == here:
        spots = spots[:-1]
    return spots
