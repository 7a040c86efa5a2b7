"""Commands that move through the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import Footer, Group, command
from tui.app.reading import navigate

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen


@command("j", "down", group=Group.MOVING, footer=Footer(1, "j k", "sentence"))
def next_sentence(reader: ReaderScreen) -> None:
    """Go to the next sentence; its matches come level on the other side."""
    reader.go(navigate.by_sentence(reader.reading, reader.sheet, 1), "the report ends here")


@command("k", "up", group=Group.MOVING)
def previous_sentence(reader: ReaderScreen) -> None:
    """Go to the sentence before."""
    reader.go(navigate.by_sentence(reader.reading, reader.sheet, -1), "the report begins here")


@command("J", group=Group.MOVING)
def next_paragraph(reader: ReaderScreen) -> None:
    """Go to the next paragraph."""
    reader.go(navigate.by_paragraph(reader.reading, reader.sheet, 1), "this is the last paragraph")


@command("K", group=Group.MOVING)
def previous_paragraph(reader: ReaderScreen) -> None:
    """Go to the beginning of the paragraph, then to the one before."""
    reader.go(navigate.by_paragraph(reader.reading, reader.sheet, -1), "the report begins here")


@command("pagedown", "space", group=Group.MOVING)
def page_down(reader: ReaderScreen) -> None:
    """Go down by a screenful."""
    reader.page(1)


@command("pageup", "b", group=Group.MOVING)
def page_up(reader: ReaderScreen) -> None:
    """Go up by a screenful."""
    reader.page(-1)


@command("g", "home", group=Group.MOVING)
def first_sentence(reader: ReaderScreen) -> None:
    """Go to the beginning of the report."""
    reader.go(navigate.to_end(reader.reading, reader.sheet, last=False))


@command("G", "end", group=Group.MOVING)
def last_sentence(reader: ReaderScreen) -> None:
    """Go to the end of the report."""
    reader.go(navigate.to_end(reader.reading, reader.sheet, last=True))


@command("enter", group=Group.MOVING, footer=Footer(7, "Enter", "match"))
def go_to_match(reader: ReaderScreen) -> None:
    """Go to the matching sentence of the other report; again: through all matches and back."""
    reader.go(navigate.to_match(reader.reading), "nothing on the other side matches this sentence")


@command("tab", group=Group.MOVING, footer=Footer(8, "Tab", "pane"))
def other_pane(reader: ReaderScreen) -> None:
    """Go over to the other report, to what stands level with this sentence."""
    reader.cross()


@command("right_square_bracket", group=Group.MOVING)
def next_unmatched(reader: ReaderScreen) -> None:
    """Go to the next sentence that only this report has."""
    found = navigate.by_unmatched(reader.reading, reader.sheet, 1)
    reader.go(found, "no more sentences without a match below")


@command("left_square_bracket", group=Group.MOVING)
def previous_unmatched(reader: ReaderScreen) -> None:
    """Go to the sentence before that only this report has."""
    found = navigate.by_unmatched(reader.reading, reader.sheet, -1)
    reader.go(found, "no more sentences without a match above")


@command("n", group=Group.DIFFERENCES, footer=Footer(2, "n N", "difference"))
def next_difference(reader: ReaderScreen) -> None:
    """Go to the next difference."""
    reader.go(navigate.by_difference(reader.reading, reader.sheet, 1), "no more differences below")


@command("N", group=Group.DIFFERENCES)
def previous_difference(reader: ReaderScreen) -> None:
    """Go to the difference before."""
    reader.go(navigate.by_difference(reader.reading, reader.sheet, -1), "no more differences above")


@command("colon", group=Group.MOVING)
def go_to_sentence(reader: ReaderScreen) -> None:
    """Go to a sentence by its number; with p or ¶ before it, to a paragraph."""
    from tui.app.screens.entry import EntryDialog

    def fault(typed: str) -> str:
        return "" if navigate.by_number(reader.reading, reader.sheet, typed) else bounds

    def go(typed: str | None) -> None:
        if typed is not None:
            reader.go(navigate.by_number(reader.reading, reader.sheet, typed))

    article = reader.reading.article(reader.reading.place.which)
    paragraphs = max(article.paragraph_numbers, default=0)
    bounds = f"1 to {len(article.content)}, or p1 to p{paragraphs}"
    title = f"Go to sentence ({bounds})"
    reader.app.push_screen(EntryDialog(title, fault=fault), go)
