"""The two lines above a pane: the report's name, and a rule with what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from tui.app.layout.geometry import MARGIN
from tui.app.layout.wrap import visible
from tui.app.paint.glyphs import Glyphs
from tui.app.paint.inks import Inks
from tui.app.paint.line import elided, padded
from tui.app.reading.describe import facts
from tui.model import Which, other

if TYPE_CHECKING:
    from tui.app.paint.page import Page

__all__ = ["paint_heading"]

NOTE = 28
"""Cells that what is told of a translation has before the report's facts get any."""


def paint_heading(page: Page, which: Which, y: int, inks: Inks, glyphs: Glyphs) -> list[Segment]:
    """Line ``y`` of a pane's heading, padded to the pane's width."""
    return (_facts if y else _name)(page, which, inks, glyphs)


def _name(page: Page, which: Which, inks: Inks, glyphs: Glyphs) -> list[Segment]:
    """The side, the report's name and its title."""
    article, lead = page.reading.article(which), _lead(which)
    name = visible(article.name)
    title = visible(article.title or "")
    words = name if title in ("", name) else f"{name} {glyphs.dot} {title}"
    turn = _turn(page, which)
    room = page.geometry.pane(which) - cell_len(turn)
    cut = elided(words, room - lead - 5, glyphs.ellipsis)
    active = page.reading.place.which == which
    segments = [
        Segment(" " * lead),
        Segment(f" {which.upper()} ", inks["strong-label" if active else "label"]),
        Segment(" "),
        Segment(cut[: len(name)], inks["title"]),
        Segment(cut[len(name) :], inks["facts"]),
    ]
    return [*padded(segments, room, inks["text"]), Segment(turn, inks["note"])]


def _facts(page: Page, which: Which, inks: Inks, glyphs: Glyphs) -> list[Segment]:
    """A rule with what is known of the report, and what is to be told of its translation."""
    pane, lead = page.geometry.pane(which), _lead(which)
    active = page.reading.place.which == which
    rule = inks["strong-rule" if active else "rule"]
    piece = glyphs.strong_rule if active else glyphs.rule
    note = page.notes.get(which, "")
    room = pane - lead - MARGIN - 4
    most = min(max(room * 2 // 3, room - 24, NOTE), room)
    told = elided(visible(note), most, glyphs.ellipsis) if note else ""
    left = room - cell_len(told) - 3 if told else room
    known = [visible(fact) for fact in facts(page.reading.article(which))]
    shown = _fitting(known, left, glyphs)
    segments = [Segment(" " * lead), Segment(piece * (MARGIN - 1), rule)]
    if shown:
        segments += [Segment(f" {shown} ", inks["facts"])]
    if told:
        segments += [Segment(piece, rule), Segment(f" {told} ", inks["note"])]
    used = sum(segment.cell_length for segment in segments)
    return [*segments, Segment(piece * (pane - used - 1), rule), Segment(" ")]


def _lead(which: Which) -> int:
    """Blanks before the heading: the overview of the left report has none above it."""
    return 1 if which == "a" else 0


def _fitting(known: list[str], room: int, glyphs: Glyphs) -> str:
    """Facts in a row; where there is no room for all of them, the longest give way."""
    between = f" {glyphs.dot} "
    while len(known) > 1 and cell_len(between.join(known)) > room:
        known.remove(max(known, key=cell_len))
    return elided(between.join(known), room, glyphs.ellipsis)


def _turn(page: Page, which: Which) -> str:
    """The key that shows the other report, where this one hides it."""
    comparison = page.reading.comparison
    if page.geometry.gutter or comparison.a is comparison.b:
        return ""
    return f" {page.across}: {other(which).upper()} "
