"""The main screen: holds the reading, shows it, and lets commands change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.screen import Screen

from tui.app.commands import Command, footer
from tui.app.desk import Desk
from tui.app.dividers import Dividers
from tui.app.keyboard import Keyboard
from tui.app.memory import recall
from tui.app.paint.joined import Joined, Part
from tui.app.pairing import Pairing
from tui.app.places import Places
from tui.app.prefix import Prefix
from tui.app.reading import navigate
from tui.app.reading.describe import hint, notes, unfinished
from tui.app.reading.marked import Marked
from tui.app.reading.state import Place, Reading, first_place
from tui.app.reading.window import Window
from tui.app.search import Search
from tui.app.settings import Settings
from tui.app.translations import Translations
from tui.app.widgets.detail_strip import DetailStrip
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.spread import Spread
from tui.app.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.strip import Strip

    from tui.app.layout.sheet import Sheet
    from tui.app.reading.selection import Selection
    from tui.app.widgets.find_bar import FindBar
    from tui.app.work import Compared, Failed, Translated

__all__ = ["ReaderScreen"]

FIRST_FRAME = 0.1
"""Seconds that the first frame has to itself before anything is computed."""

SAVE_EVERY = 1.0
"""Seconds at most until a new place is on disk."""


class ReaderScreen(Screen[None]):
    """Two reports side by side.

    Args:
        desk: The story.
        settings: Signs, keys, the width of lines.
    """

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self.desk = desk
        self.settings = settings
        remembered = recall(desk.state, desk.articles)
        self.pairing = Pairing(self, (remembered.left, remembered.right))
        self.places = Places(self, remembered)
        self.prefix = Prefix(self)
        self.search = Search(self)
        self.keyboard = Keyboard(self)
        self.translations = Translations(self)
        self.pressed = ""
        self.count: int | None = None
        comparison = self.pairing.comparison()
        self._told = desk.trouble or notes(comparison)
        self._hint = hint(settings.commands, len(desk.articles)) if desk.is_first else ""
        if self.is_alone:
            self._hint = "" if desk.trouble else self._alone
        begun = Reading(Marked(comparison), first_place(comparison), stage=self.pairing.stage)
        self.reading = self.places.marked(remembered.applied(begun))
        width = self.app.size.width  # what is laid out for it now need not be laid out anew
        self.window = Window(self.reading, width, measure=settings.measure)
        self.dividers = Dividers(self, remembered.panes)
        across, leave = self.key("other_pane"), self.key("quit")
        self.title_bar = TitleBar(desk.title, settings.glyphs)
        self.spread = Spread(self.window, settings.glyphs, across, leave)
        told, more = self._hint or self._told, self.key("more_details")
        self.details = DetailStrip(self.reading, settings.glyphs, more, told)

    def compose(self) -> ComposeResult:
        """Four painted widgets, one below the other."""
        yield self.title_bar
        yield self.spread
        yield self.details
        yield KeyBar(footer(self._usable), self.settings.glyphs)

    def on_mount(self) -> None:
        """Show the reports; what is to be computed waits for the first frame."""
        self.dividers.put_back()
        self.translations.show()
        self.set_timer(FIRST_FRAME, self.compute)
        self.set_interval(SAVE_EVERY, self.places.save)

    def on_unmount(self) -> None:
        """Remember the place, and wait for nobody."""
        self.retire()

    def retire(self) -> None:
        """Leave the story: its place is kept, and nothing more is asked for."""
        self.translations.stop()
        self.places.save()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank lines, as a ground: while the find bar comes or goes a line may be bare."""
        blank = Joined([Part([Segment(" " * crop.width, Style.null())])], crop.width)
        return [blank] * crop.height

    # What commands use

    @property
    def sheet(self) -> Sheet:
        """The columns as laid out now."""
        return self.window.sheet

    @property
    def is_alone(self) -> bool:
        """Whether the story has one report, and nothing to compare it with."""
        return len(self.desk.articles) == 1

    @property
    def _usable(self) -> Mapping[str, Command]:
        """The commands that mean something to this story."""
        commands = self.settings.commands
        return {name: c for name, c in commands.items() if not (self.is_alone and c.pairs)}

    @property
    def _alone(self) -> str:
        return f"the story has one report · {self.key('add_report')} reads another beside it"

    @property
    def times(self) -> int:
        """How often the command is to be done: the number typed before it, or once."""
        return self.count or 1

    @property
    def waiting(self) -> str:
        """Why nothing more is known of the reports yet; empty if it is."""
        return unfinished(self.reading)

    def key(self, command: str) -> str:
        """The key of a command, to be named in what is told."""
        return self.settings.commands[command].key

    def go(self, reading: Reading | None, otherwise: str = "") -> None:
        """Show where a command leads, or say why it leads nowhere."""
        self._told = "" if reading is not None else otherwise
        if reading is not None:
            self.places.history = self.places.history.moved()
            reading = reading.drawn_on(self.reading.place)
        self.show(reading or self.reading)

    def jump(self, reading: Reading | None, otherwise: str = "", *, run: str = "") -> None:
        """:meth:`go` somewhere to come back from; ``run`` names what is stepped through."""
        begin, history = self.places.here, self.places.history
        self.go(reading, otherwise)
        moved = self.places.here != begin
        self.places.history = history.jumped(begin, run) if moved else history

    def repeat(
        self,
        step: Callable[[Reading, Sheet, int], Reading | None],
        direction: int,
        otherwise: str,
        *,
        run: str = "",
    ) -> None:
        """Take a step forward (1) or back (-1) as often as was typed, as far as it leads."""
        found: Reading | None = None
        for _ in range(self.times):
            after = step(found or self.reading, self.sheet, direction)
            if after is None:
                break
            found = after
        go = partial(self.jump, run=run) if run else self.go
        go(found, otherwise)

    def tell(self, words: str) -> None:
        """Say something in the line above the differences, until the next command."""
        self._told = words
        self._refresh()

    def answer(self, words: str) -> None:
        """:meth:`tell` in answer to a key, or what a beginner must know before the keys."""
        self._hint = ""
        self.tell(words)

    def show(self, reading: Reading) -> None:
        """Show another reading."""
        self.reading = self.window.show(reading)
        self._refresh(self.spread.changed())

    def select(self, selection: Selection | None) -> None:
        """Let another stretch of text be selected."""
        self.show(replace(self.reading, selection=selection))

    # What happens

    def on_key(self, event: events.Key) -> None:
        """Run the command of a key."""
        self.keyboard.take(event)

    def action_command(self, name: str, key: str) -> None:
        """Run a command of the table."""
        command = self.settings.commands[name]
        self.pressed, self._hint = key, ""
        self.count = self.prefix.taken_by(command)
        if command.pairs and self.is_alone:
            self.tell(self._alone)
        else:
            command.run(self)

    def runner(self, command: Command) -> Callable[[], None]:
        """What the palette calls to run a command."""
        return partial(self.action_command, command.id, command.keys[0])

    def on_spread_picked(self, event: Spread.Picked) -> None:
        """Go to a sentence that was clicked."""
        unselected = replace(self.reading, selection=None)
        self.jump(navigate.at(unselected, Place(event.which, event.sentence)))

    def on_spread_selected(self, event: Spread.Selected) -> None:
        """Show what the mouse has been drawn over."""
        self.select(event.selection)
        self.tell(f"{self.key('copy')} copies what is selected, {self.key('unselect')} ends")

    def on_spread_divided(self, event: Spread.Divided) -> None:
        """Move the divider to where it was pulled."""
        self.dividers.put(event.share)

    def on_spread_wheeled(self, event: Spread.Wheeled) -> None:
        """Scroll both reports, the one under the pointer to its ends."""
        self.window.scroll(event.which or self.reading.place.which, event.lines)
        self._repaint(self.spread.changed())

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Search as the words are typed."""
        self.search.look_for(event.words)

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go to another hit."""
        self.search.step(event.by)

    def on_find_bar_closed(self) -> None:
        """End the search."""
        self.search.end()

    def on_compared(self, event: Compared) -> None:
        """Take in what has become known of two reports."""
        waited = self.waiting
        self.pairing.learn(event)
        if event.caution and event.comparison.links:  # without any it stands below anyway
            self.answer(event.caution)
        elif waited and self._told == waited != self.waiting:
            self._told = ""
        self._refresh()

    def on_translated(self, event: Translated) -> None:
        """Show translations where their report stands."""
        self.translations.keep(event)

    def on_failed(self, event: Failed) -> None:
        """Say what could not be done."""
        self.pairing.failed()
        self.answer(event.reason)

    # Within

    def compute(self) -> None:
        """Ask for what is not known yet of the reports shown."""
        self.pairing.compute()
        self.translations.want()
        self._refresh()

    def _refresh(self, regions: Iterable[Region] = ()) -> None:
        """Show what stands around the reports anew, and paint that and other regions."""
        if self.is_mounted:
            told = self._hint or self._told
            around = self.title_bar.show(self.reading, self.pairing.busy)
            self._repaint([*regions, *around, *self.details.show(self.reading, told)])

    def _repaint(self, regions: Sequence[Region]) -> None:
        if regions:
            self.refresh(*regions)
