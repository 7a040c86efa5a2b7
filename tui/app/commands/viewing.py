"""Commands that change how the reports are shown."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.commands.table import Footer, Group, command
from tui.app.reading.marked import Filters
from tui.app.themes import THEME_CYCLE
from tui.errors import DiptychError
from tui.model import Relation, other

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen


@command("v", group=Group.VIEWING, footer=Footer(5, "view"), pairs=True)
def cycle_view(reader: ReaderScreen) -> None:
    """Change between reports side by side, rows of matches, and only what differs."""
    view = reader.reading.view.next
    reader.go(replace(reader.reading, view=view))
    later = "" if reader.reading.laid_out is view else ", as soon as the reports are compared"
    reader.tell(f"{view.value} view{later}")


@command("V", group=Group.VIEWING, pairs=True)
def change_order(reader: ReaderScreen) -> None:
    """Arrange the rows of the aligned view by the other report's order."""
    order = other(reader.reading.order)
    reader.go(replace(reader.reading, order=order))
    reader.tell(f"rows in the order of {order.upper()}")


@command("a", group=Group.DIFFERENCES, pairs=True)
def toggle_agreements(reader: ReaderScreen) -> None:
    """Mark what the reports agree on as well, or only what differs."""
    filters = reader.reading.filters
    relations = filters.relations ^ {Relation.AGREES}
    reader.go(reader.reading.with_filters(filters._replace(relations=relations)))
    shown = Relation.AGREES not in relations
    reader.tell("agreements are marked" if shown else "only differences are marked")


@command("d", group=Group.DIFFERENCES, footer=Footer(12, "filter"), pairs=True)
def filter_differences(reader: ReaderScreen) -> None:
    """Choose which kinds of difference are marked."""
    from tui.app.screens.filters import FiltersDialog

    def take(filters: Filters | None) -> None:
        if filters is not None:
            reader.go(reader.reading.with_filters(filters))

    reading, glyphs = reader.reading, reader.settings.glyphs
    dialog = FiltersDialog(reading.comparison, reading.filters, glyphs)
    reader.app.push_screen(dialog, take)


@command("f", group=Group.VIEWING)
def toggle_furniture(reader: ReaderScreen) -> None:
    """Show or hide page furniture: bylines, "share this", captions."""
    shown = not reader.reading.furniture
    reader.go(replace(reader.reading, furniture=shown))
    reader.tell("page furniture is shown" if shown else "page furniture is hidden")


@command("z", group=Group.VIEWING, pairs=True)
def zoom(reader: ReaderScreen) -> None:
    """Give the whole width to this report, or back to both."""
    reader.dividers.zoom()


@command("less_than_sign", group=Group.VIEWING, pairs=True)
def narrow_left(reader: ReaderScreen) -> None:
    """Move the divider to the left."""
    reader.dividers.move(-0.05)


@command("greater_than_sign", group=Group.VIEWING, pairs=True)
def widen_left(reader: ReaderScreen) -> None:
    """Move the divider to the right."""
    reader.dividers.move(0.05)


@command("w", group=Group.VIEWING, pairs=True)
def explain_links(reader: ReaderScreen) -> None:
    """Show why this sentence is linked, and how sure that is; again: what differs."""
    reader.details.explain()
    reader.show(reader.reading)


@command("plus", "equals_sign", group=Group.VIEWING)
def more_details(reader: ReaderScreen) -> None:
    """Give the table of differences more room."""
    reader.dividers.size_details(1)


@command("minus", group=Group.VIEWING)
def less_details(reader: ReaderScreen) -> None:
    """Give the table of differences less room."""
    reader.dividers.size_details(-1)


@command("T", group=Group.VIEWING)
def next_theme(reader: ReaderScreen) -> None:
    """Change colours: dark, light, for colour-blind eyes, the terminal's own."""
    app = reader.app
    now = THEME_CYCLE.index(app.theme) if app.theme in THEME_CYCLE else -1
    app.theme = THEME_CYCLE[(now + 1) % len(THEME_CYCLE)]
    reader.tell(f"theme: {app.theme}")
    with suppress(DiptychError):  # a theme is not worth a complaint
        reader.desk.save_habit("theme", app.theme)


@command("question_mark", "f1", group=Group.PROGRAM, footer=Footer(99, "help"))
def help(reader: ReaderScreen) -> None:  # noqa: A001 - the name is the command's id
    """Show all keys, and what the signs mean."""
    from tui.app.screens.help import HelpScreen

    reader.app.push_screen(HelpScreen(reader.settings))


@command("ctrl+z", group=Group.PROGRAM)
def suspend(reader: ReaderScreen) -> None:
    """Give the terminal back to the shell; its "fg" continues the reader."""
    reader.app.action_suspend_process()


@command("q", group=Group.PROGRAM)
def quit(reader: ReaderScreen) -> None:  # noqa: A001 - the name is the command's id
    """Leave; the place is remembered."""
    reader.app.exit()
