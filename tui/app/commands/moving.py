"""Commands that move through the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import Footer, Group, command
from tui.app.reading import navigate
from tui.app.reading.describe import at_end
from tui.model import other

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen


@command(
    *("j", "down"),
    group=Group.MOVING,
    footer=Footer(1, "sentence", "previous_sentence"),
    counts=True,
)
def next_sentence(reader: ReaderScreen) -> None:
    """Go to the next sentence; its matches come level on the other side."""
    found = navigate.by_sentence(reader.reading, reader.sheet, reader.times)
    reader.go(found, "the report ends here")


@command("k", "up", group=Group.MOVING, counts=True)
def previous_sentence(reader: ReaderScreen) -> None:
    """Go to the sentence before."""
    found = navigate.by_sentence(reader.reading, reader.sheet, -reader.times)
    reader.go(found, "the report begins here")


@command("J", group=Group.MOVING, counts=True)
def next_paragraph(reader: ReaderScreen) -> None:
    """Go to the next paragraph."""
    reader.repeat(
        navigate.by_paragraph,
        1,
        "this is the last paragraph",
    )


@command("K", group=Group.MOVING, counts=True)
def previous_paragraph(reader: ReaderScreen) -> None:
    """Go to the beginning of the paragraph, then to the one before."""
    reader.repeat(
        navigate.by_paragraph,
        -1,
        "the report begins here",
    )


@command("pagedown", "space", group=Group.MOVING, counts=True)
def page_down(reader: ReaderScreen) -> None:
    """Go down by a screenful."""
    _page(reader, reader.times)


@command("pageup", "b", group=Group.MOVING, counts=True)
def page_up(reader: ReaderScreen) -> None:
    """Go up by a screenful."""
    _page(reader, -reader.times)


@command("g", "home", group=Group.MOVING)
def first_sentence(reader: ReaderScreen) -> None:
    """Go to the beginning of the report."""
    reader.jump(navigate.to_end(reader.reading, reader.sheet, last=False))


@command("G", "end", group=Group.MOVING, counts=True)
def last_sentence(reader: ReaderScreen) -> None:
    """Go to the end of the report; after a number, to the sentence of that number."""
    if reader.count is None:
        reader.jump(navigate.to_end(reader.reading, reader.sheet, last=True))
        return
    found = navigate.by_number(reader.reading, reader.sheet, str(reader.count))
    reader.jump(found, navigate.fault(reader.reading, reader.sheet, str(reader.count)))


@command("enter", group=Group.MOVING, footer=Footer(10, "match"), pairs=True)
def go_to_match(reader: ReaderScreen) -> None:
    """Go to the matching sentence of the other report; again: through all matches and back."""
    found = navigate.to_match(reader.reading)
    reader.jump(found, "nothing on the other side matches this sentence", run="match")


@command("tab", group=Group.MOVING, footer=Footer(9, "pane"), pairs=True)
def other_pane(reader: ReaderScreen) -> None:
    """Go over to the other report, to what stands level with this sentence."""
    level = reader.window.level(other(reader.reading.place.which))
    reader.go(navigate.to_other_pane(reader.reading, reader.sheet, level))


@command(
    "right_square_bracket",
    group=Group.MOVING,
    footer=Footer(4, "only here", "previous_unmatched"),
    counts=True,
    pairs=True,
)
def next_unmatched(reader: ReaderScreen) -> None:
    """Go to the next sentence that only this report has."""
    reader.repeat(
        navigate.by_unmatched,
        1,
        reader.waiting or "no more sentences without a match below",
        run="unmatched",
    )


@command("left_square_bracket", group=Group.MOVING, counts=True, pairs=True)
def previous_unmatched(reader: ReaderScreen) -> None:
    """Go to the sentence before that only this report has."""
    reader.repeat(
        navigate.by_unmatched,
        -1,
        reader.waiting or "no more sentences without a match above",
        run="unmatched",
    )


@command(
    "n",
    group=Group.DIFFERENCES,
    footer=Footer(2, "difference", "previous_difference"),
    counts=True,
    pairs=True,
)
def next_difference(reader: ReaderScreen) -> None:
    """Go to the next difference."""
    reader.repeat(
        navigate.by_difference,
        1,
        at_end(reader.reading, "below"),
        run="difference",
    )


@command("N", group=Group.DIFFERENCES, counts=True, pairs=True)
def previous_difference(reader: ReaderScreen) -> None:
    """Go to the difference before."""
    reader.repeat(
        navigate.by_difference,
        -1,
        at_end(reader.reading, "above"),
        run="difference",
    )


@command("colon", group=Group.MOVING)
def go_to_sentence(reader: ReaderScreen) -> None:
    """Go to a sentence by its number; with p or ¶ before it, to a paragraph."""
    from tui.app.screens.entry import EntryDialog

    def fault(typed: str) -> str:
        return navigate.fault(reader.reading, reader.sheet, typed)

    def go(typed: str | None) -> None:
        if typed is not None:
            reader.jump(navigate.by_number(reader.reading, reader.sheet, typed))

    sentences, paragraphs = navigate.bounds(reader.reading)
    title = f"Go to sentence (1 to {sentences}, or p1 to p{paragraphs})"
    reader.app.push_screen(EntryDialog(title, fault=fault), go)


@command("0", group=Group.MOVING, shown="1 … 9 0")
def number(reader: ReaderScreen) -> None:
    """A number before a key of moving says how often: 12j; a digit alone chooses a report."""
    reader.prefix.digit(0)


def _page(reader: ReaderScreen, screens: int) -> None:
    """Move by screenfuls, keeping two lines of what was seen of each."""
    lines = max(reader.window.height - 2, 1) * screens
    reader.go(navigate.by_lines(reader.reading, reader.sheet, lines))
