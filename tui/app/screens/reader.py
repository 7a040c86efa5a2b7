"""The main screen: holds the reading, shows it, and lets commands change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.screen import Screen

from tui.app.commands import COMMANDS, Command, footer
from tui.app.desk import Desk
from tui.app.memory import recall, to_remember
from tui.app.paint.glyphs import Glyphs
from tui.app.reading import navigate
from tui.app.reading.describe import notes
from tui.app.reading.find import find
from tui.app.reading.marked import Marked
from tui.app.reading.state import Place, Reading, first_place, other
from tui.app.reading.window import Window
from tui.app.screens.bindings import bindings
from tui.app.translations import Translations
from tui.app.widgets.detail_strip import DetailStrip
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.spread import Spread
from tui.app.widgets.title_bar import TitleBar
from tui.app.work import Compared, Failed, Translated, comparing
from tui.compare import Stage
from tui.errors import DiptychError
from tui.model import Comparison, Which

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.app.layout.sheet import Sheet
    from tui.app.widgets.find_bar import FindBar

__all__ = ["ReaderScreen"]

FIRST_FRAME = 0.1
"""Seconds that the first frame has to itself before anything is computed."""

SAVE_EVERY = 1.0
"""Seconds at most until a new place is on disk."""

_STAGES = {Stage.LINKS: "linking", Stage.DIVERGENCES: "comparing"}


class ReaderScreen(Screen[None]):
    """Two reports side by side.

    Args:
        desk: The story.
        glyphs: The signs to paint with.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS)

    def __init__(self, desk: Desk, glyphs: Glyphs) -> None:
        super().__init__(id="reader")
        self.desk = desk
        self.glyphs = glyphs
        remembered = recall(desk.state, desk.articles)
        self.left, self.right = remembered.left, remembered.right
        self.pressed = ""
        self._comparing: tuple[int, int] | None = None  # what the worker is at, shown or not
        self._saved: dict[str, object] = {}
        self._unsaved = ""
        self.busy = ""
        self.translations = Translations(self)
        comparison = self._comparison()
        self._told = desk.trouble or notes(comparison)
        self.reading = remembered.applied(Reading(Marked(comparison), first_place(comparison)))
        self.window = Window(self.reading)
        self.window.zoomed = len(desk.articles) == 1
        self.spread = Spread(self.window, glyphs)

    def compose(self) -> ComposeResult:
        """Four painted widgets, one below the other."""
        yield TitleBar(self.desk.title, self.glyphs)
        yield self.spread
        yield DetailStrip(self.reading, self.glyphs)
        yield KeyBar(footer(), self.glyphs)

    def on_mount(self) -> None:
        """Show the reports; what is to be computed waits for the first frame."""
        self.translations.show()
        self.set_timer(FIRST_FRAME, self.compute)
        self.set_interval(SAVE_EVERY, self._save)

    def on_unmount(self) -> None:
        """Remember the place, and wait for nobody."""
        self.translations.stop()
        self._save()

    # What commands use

    @property
    def sheet(self) -> Sheet:
        """The columns as laid out now."""
        return self.window.sheet

    @property
    def lacking(self) -> str:
        """Why there is no comparison of the reports shown to take away yet; empty if there is."""
        pair = (self.left, self.right)
        if self.left == self.right or self.desk.comparison(*pair) is not None:
            return ""
        if pair == self._comparing:
            return "still comparing; export when it is done"
        return "these reports have not been compared; there is nothing to export"

    def go(self, reading: Reading | None, otherwise: str = "") -> None:
        """Show where a command leads, or say why it leads nowhere."""
        self._told = "" if reading is not None else otherwise
        self.show(reading or self.reading)

    def tell(self, words: str) -> None:
        """Say something in the line above the differences, until the next command."""
        self._told = words
        self._refresh()

    def show(self, reading: Reading) -> None:
        """Show another reading."""
        self.reading = self.window.show(reading)
        self.spread.changed()
        self._refresh()

    def page(self, direction: int) -> None:
        """Move by a screenful, keeping two lines of what was seen."""
        which = self.reading.place.which
        column = self.sheet.column(which)
        step = max(self.window.height - 2, 1) * direction
        here = column.top(self.reading.place.sentence) or 0
        found = column.sentence_at(here + step)
        if found is not None and found != self.reading.place.sentence:
            self.go(navigate.at(self.reading, Place(which, found)))
        else:
            self.go(navigate.to_end(self.reading, self.sheet, last=direction > 0))

    def cross(self) -> None:
        """Go over to the other pane."""
        level = self.window.level(other(self.reading.place.which))
        self.go(navigate.to_other_pane(self.reading, self.sheet, level))

    def choose(self, which: Which, report: int) -> None:
        """Put a report of the story on one side; the other gives way if it is the same one."""
        if report >= len(self.desk.articles):
            self.tell(f"the story has {len(self.desk.articles)} reports")
            return
        left, right = self.left, self.right
        if which == "a":
            left, right = report, left if report == right else right
        else:
            left, right = right if report == left else left, report
        if (left, right) == (self.right, self.left):
            self.swap()
        elif (left, right) != (self.left, self.right):
            self.left, self.right, self.busy = left, right, ""
            comparison = self._comparison()
            kept = replace(
                self.reading,
                marked=Marked(comparison, self.reading.filters),
                place=first_place(comparison),
                difference=None,
                trail=(),
                finding=None,
            )
            self.go(kept)
            self.tell(notes(comparison))
            self.compute()

    def swap(self) -> None:
        """Let the reports change sides."""
        self.left, self.right, self.busy = self.right, self.left, ""
        self.go(self.reading.transposed())
        self.compute()

    def zoom(self) -> None:
        """Give all the width to one report, or share it again."""
        self.window.zoomed = not self.window.zoomed
        self.go(self.reading)

    def move_divider(self, by: float) -> None:
        """Give the left report more of the width, or less."""
        self.window.share = min(max(self.window.share + by, 0.2), 0.8)
        self.go(self.reading)

    def size_details(self, by: int) -> None:
        """Give the differences more lines, or fewer."""
        strip = self.query_one(DetailStrip)
        strip.styles.height = min(max(strip.size.height + by, 2), max(self.size.height // 2, 2))

    # What happens

    def action_command(self, name: str, key: str) -> None:
        """Run a command of the table."""
        self.pressed = key
        COMMANDS[name].run(self)

    def runner(self, command: Command) -> Callable[[], None]:
        """What the palette calls to run a command."""
        return partial(self.action_command, command.id, command.keys[0])

    def on_spread_picked(self, event: Spread.Picked) -> None:
        """Go to a sentence that was clicked."""
        self.go(navigate.at(self.reading, Place(event.which, event.sentence)))

    def on_spread_wheeled(self, event: Spread.Wheeled) -> None:
        """Scroll both reports, the one under the pointer to its ends."""
        self.window.scroll(event.which or self.reading.place.which, event.lines)
        self.spread.changed()

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Search as the words are typed."""
        comparison, place = self.reading.comparison, self.reading.place
        finding = find(
            event.words, comparison.a, comparison.b, furniture=self.reading.furniture
        ).from_place(place.which, place.sentence)
        self._found(replace(self.reading, finding=finding))

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go to another hit."""
        self._found(navigate.by_hit(self.reading, event.by) or self.reading)

    def on_find_bar_closed(self) -> None:
        """End the search."""
        self.query("FindBar").remove()
        self.remove_class("-finding")
        self.go(replace(self.reading, finding=None))

    def on_compared(self, event: Compared) -> None:
        """Keep a finished comparison of whichever pair; show what is known of the one shown."""
        done = event.stage is Stage.DONE
        if done:
            self.desk.keep(*event.pair, event.comparison)
            if event.pair == self._comparing:
                self._comparing = None
        if event.pair != (self.left, self.right):
            return
        self.busy = "" if done else f"{_STAGES[event.stage]} {event.share:.0%}"
        known = self.reading.comparison
        if done or len(event.comparison.links) != len(known.links):
            self._learn(
                replace(
                    event.comparison,
                    translations_a=known.translations_a,
                    translations_b=known.translations_b,
                )
            )
        self._refresh()

    def on_translated(self, event: Translated) -> None:
        """Show translations where their report stands."""
        self.translations.keep(event)

    def on_failed(self, event: Failed) -> None:
        """Say what could not be done."""
        self.busy, self._comparing = "", None
        self.tell(event.reason)

    # Within

    def _comparison(self) -> Comparison:
        made = self.desk.comparison(self.left, self.right)
        return made or Comparison(self.desk.articles[self.left], self.desk.articles[self.right])

    def compute(self) -> None:
        """Ask for what is not known yet of the reports shown."""
        pair = (self.left, self.right)
        known = self.desk.comparison(*pair) is not None
        if not known and self.left != self.right:
            self.busy = self.busy or "linking"
            if pair != self._comparing:
                self._comparing = pair
                a, b = self.reading.comparison.a, self.reading.comparison.b
                self.run_worker(
                    comparing(self, pair, a, b), thread=True, exclusive=True, group="compare"
                )
        self.translations.want()
        self._refresh()

    def _found(self, reading: Reading) -> None:
        self.go(navigate.by_hit(reading, 0) or reading)
        for bar in self.query("FindBar").results():
            cast("FindBar", bar).show(self.reading.finding)

    def _save(self) -> None:
        """Remember the place if it has changed; where that fails, try again, saying so once."""
        ids = (self.desk.articles[n].id for n in (self.left, self.right))
        state = to_remember(self.reading, *ids)
        if state != self._saved:
            try:
                self.desk.save(state)
            except DiptychError as error:
                if str(error) != self._unsaved:
                    self._unsaved = str(error)
                    self.tell(self._unsaved)
            else:
                self._saved, self._unsaved = state, ""

    def _learn(self, comparison: Comparison) -> None:
        self.show(self.reading.with_comparison(comparison))

    def _refresh(self) -> None:
        if self.is_mounted:
            self.query_one(TitleBar).show(self.reading, self.busy)
            self.query_one(DetailStrip).show(self.reading, self._told)
