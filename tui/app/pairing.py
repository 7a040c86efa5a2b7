"""Which two reports stand side by side, and how far their comparison has come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.reading.describe import notes
from tui.app.reading.marked import Marked
from tui.app.reading.state import Place
from tui.compare import Stage
from tui.model import SIDES, Comparison, Which

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen
    from tui.app.work import Compared

__all__ = ["Pairing"]

_STAGES = {Stage.LINKS: "linking", Stage.DIVERGENCES: "comparing"}


class Pairing:
    """Compares the reports shown in the background, and takes in what becomes known.

    Args:
        reader: The screen that shows them.
        pair: The indices in the story of the reports that stand left and right.

    Attributes:
        pair: Those that stand there now.
        busy: What is under way for the pair shown: "linking 42%".
    """

    def __init__(self, reader: ReaderScreen, pair: tuple[int, int]) -> None:
        self._reader = reader
        self._desk = reader.desk
        self.pair = pair
        self.busy = ""
        self._comparing: tuple[int, int] | None = None  # what the worker is at, shown or not
        self._cautions: dict[frozenset[int], str] = {}

    def comparison(self) -> Comparison:
        """What is known of the reports shown; the bare reports if nothing is."""
        a, b = (self._desk.articles[report] for report in self.pair)
        return self._desk.comparison(*self.pair) or Comparison(a, b)

    def report(self, which: Which) -> int:
        """The index in the story of the report on one side."""
        return self.pair[SIDES.index(which)]

    @property
    def stage(self) -> Stage:
        """How far the comparison of the reports shown is known to have come."""
        return Stage.DONE if self._is_known else Stage.LINKS

    @property
    def caution(self) -> str:
        """What was told of the comparison of the reports shown when it was done."""
        return self._cautions.get(frozenset(self.pair), "")

    @property
    def _is_known(self) -> bool:
        left, right = self.pair
        return left == right or self._desk.comparison(left, right) is not None

    @property
    def lacking(self) -> str:
        """Why there is no comparison of the reports shown to take away yet; empty if there is."""
        if self._is_known:
            return ""
        if self.pair == self._comparing:
            return "still comparing; export when it is done"
        return "these reports have not been compared; there is nothing to export"

    def choose(self, which: Which, report: int) -> None:
        """Put a report on one side; the other gives way if it is the same one."""
        reader, places = self._reader, self._reader.places
        if report >= len(self._desk.articles):
            count = len(self._desk.articles)
            told = f"the story has {count} reports" if count > 1 else "the story has one report"
            reader.tell(f"{told} · {reader.key('add_report')} adds one")
            return
        left, right = self.pair
        if which == "a":
            left, right = report, left if report == right else right
        else:
            left, right = right if report == left else left, report
        begin, history = places.here, places.history
        self.put((left, right))
        if places.here != begin:
            places.history = history.jumped(begin)

    def put(self, pair: tuple[int, int]) -> None:
        """Let two reports of the story stand side by side.

        Whoever reads the one that stays goes on reading there.
        """
        if pair == self.pair:
            return
        reader = self._reader
        reader.places.leave()
        before, (which, sentence) = self.pair, reader.reading.place
        stayed = self.report(which)
        self.pair, self.busy = pair, ""
        stays = self.report(which) == stayed
        if pair == before[::-1]:
            reader.go(reader.reading.transposed())
        else:
            comparison = self.comparison()
            kept = replace(
                reader.reading,
                marked=Marked(comparison, reader.reading.filters),
                place=Place(which, sentence) if stays else reader.places.last(comparison),
                stage=self.stage,
                halted=False,
                caution=self.caution,
                difference=None,
                trail=(),
                finding=None,
                selection=None,
            )
            reader.go(reader.places.marked(kept))
            reader.tell(notes(comparison))
        reader.compute()

    def compute(self) -> None:
        """Compare the reports shown, if they have not been."""
        if self._is_known:
            return
        self.busy = self.busy or "linking"
        if self.pair != self._comparing:
            self._start()

    def compare_again(self) -> None:
        """Compare the reports shown once more, for translations help to align them.

        What is known of them stays until that is done.
        """
        if self.pair[0] != self.pair[1]:
            self._start()

    def _start(self) -> None:
        from tui.app.work import comparing

        self._comparing = self.pair
        self._reader.run_worker(
            comparing(self._reader, self.pair, self._desk),
            thread=True,
            exclusive=True,
            group="compare",
        )

    def learn(self, event: Compared) -> None:
        """Keep a finished comparison of whichever pair; show what is known of the one shown."""
        done = event.stage is Stage.DONE
        before = self._desk.comparison(*event.pair)
        if done:
            self._desk.keep(*event.pair, event.comparison)
            self._cautions[frozenset(event.pair)] = event.caution
            if event.pair == self._comparing:
                self._comparing = None
        if event.pair != self.pair:
            return
        if before is not None:
            if done and event.comparison.links != before.links:
                self._show(event)
                links = len(event.comparison.links)
                self._reader.tell(f"compared anew through the translation: {links} links")
            return
        self.busy = "" if done else f"{_STAGES[event.stage]} {event.share:.0%}"
        reading = self._reader.reading
        links = len(reading.comparison.links)
        if event.stage is not reading.stage or len(event.comparison.links) != links:
            self._show(event)

    def _show(self, event: Compared) -> None:
        reading = self._reader.reading
        known = reading.comparison
        comparison = replace(
            event.comparison,
            translations_a=known.translations_a,
            translations_b=known.translations_b,
        )
        known_now = reading.with_comparison(comparison, event.stage)
        self._reader.show(replace(known_now, caution=event.caution))

    def failed(self) -> None:
        """Nothing is under way any more."""
        self.busy, self._comparing = "", None
        self._reader.show(replace(self._reader.reading, halted=not self._is_known))
