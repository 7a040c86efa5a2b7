"""Commands that choose which reports stand side by side."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui.app.commands.table import Footer, Group, command
from tui.app.desk import Desk
from tui.app.reading import navigate
from tui.app.reading.describe import facts
from tui.app.reading.state import Place
from tui.errors import DiptychError
from tui.model import Article, Which

if TYPE_CHECKING:
    from tui.app.app import ReaderApp
    from tui.app.screens.reader import ReaderScreen


@command("o", group=Group.REPORTS, footer=Footer(7, "report", "choose_right"), pairs=True)
def choose_left(reader: ReaderScreen) -> None:
    """Choose the left report from a list."""
    _ask(reader, "a")


@command("O", group=Group.REPORTS, pairs=True)
def choose_right(reader: ReaderScreen) -> None:
    """Choose the right report from a list."""
    _ask(reader, "b")


@command("x", group=Group.REPORTS, pairs=True)
def swap_reports(reader: ReaderScreen) -> None:
    """Let the reports change sides."""
    left, right = reader.pairing.pair
    reader.pairing.put((right, left))


@command("m", group=Group.REPORTS, footer=Footer(11, "matrix"), pairs=True)
def matrix(reader: ReaderScreen) -> None:
    """Show all reports of the story at once: facts down, reports across."""
    from tui.app.screens.matrix import Destination, MatrixScreen

    def take(destination: Destination | None) -> None:
        if destination is not None:
            if destination.report is not None:
                reader.pairing.choose("b", destination.report)
            place = Place(destination.which, destination.sentence)
            reader.jump(navigate.at(reader.reading, place))

    reader.app.push_screen(
        MatrixScreen(reader.desk, reader.pairing.report("a"), reader.settings.glyphs), take
    )


@command("A", group=Group.REPORTS, footer=Footer(14, "add a report"))
def add_report(reader: ReaderScreen) -> None:
    """Read one more report beside this one: a file of yours. The story itself stays as it is."""
    from tui.app.adding import fault, named, with_report
    from tui.app.screens.entry import EntryDialog

    async def add(path: Path) -> None:
        try:
            left = reader.pairing.report("a")
            desk = await asyncio.to_thread(with_report, reader.desk, path, left)
        except DiptychError as error:
            reader.tell(str(error))
            return
        reader.retire()
        cast("ReaderApp", reader.app).open(desk)

    def take(typed: str | None) -> None:
        if typed is not None:
            reader.tell(f"reading {typed}")
            reader.run_worker(add(named(typed)), group="add", exclusive=True)

    reader.app.push_screen(EntryDialog("Which file is the other report?", fault=fault), take)


@command("L", group=Group.REPORTS)
def library(reader: ReaderScreen) -> None:
    """Open another story."""
    from tui.app.screens.library import LibraryScreen

    def take(desk: Desk | None) -> None:
        if desk is not None:
            reader.retire()
            cast("ReaderApp", reader.app).open(desk)

    reader.app.push_screen(LibraryScreen("back"), take)


_DIGITS = tuple("123456789")

_SHIFTED = (
    *("exclamation_mark", "at", "number_sign", "dollar_sign", "percent_sign"),
    *("circumflex_accent", "ampersand", "asterisk", "left_parenthesis"),
)
"""Shift and 1 to 9 on a keyboard of the United States; on others there is the list."""


@command(*_DIGITS, group=Group.REPORTS, shown="1 … 9")
def left_by_number(reader: ReaderScreen) -> None:
    """Put the story's first, second … ninth report on the left."""
    keys = reader.settings.commands["left_by_number"].keys
    report = keys.index(reader.pressed)
    if keys == _DIGITS:
        reader.prefix.digit(report + 1)
    else:
        reader.pairing.choose("a", report)


@command(*_SHIFTED, group=Group.REPORTS, shown="Shift+1 … 9")
def right_by_number(reader: ReaderScreen) -> None:
    """Put the story's first, second … ninth report on the right (where Shift gives ! @ # …)."""
    keys = reader.settings.commands["right_by_number"].keys
    reader.pairing.choose("b", keys.index(reader.pressed))


def _ask(reader: ReaderScreen, which: Which) -> None:
    from tui.app.screens.choice import ChoiceDialog

    def take(report: int | None) -> None:
        if report is not None:
            reader.pairing.choose(which, report)

    choices = [(a.name, " · ".join([*facts(a), *_title(a)])) for a in reader.desk.articles]
    side = "left" if which == "a" else "right"
    now = reader.pairing.report(which)
    reader.app.push_screen(ChoiceDialog(f"Which report stands {side}?", choices, now), take)


def _title(article: Article) -> list[str]:
    return [article.title] if article.title and article.title != article.name else []
