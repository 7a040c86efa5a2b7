"""Where commands lead: pure functions from a reading to the next, or to ``None`` at an end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.app.layout.column import Column
from tui.app.layout.sheet import Sheet
from tui.app.reading.state import Place, Reading
from tui.compare import Stage
from tui.model import Divergence, Which, other

__all__ = [
    "at",
    "bounds",
    "by_difference",
    "by_hit",
    "by_lines",
    "by_number",
    "by_paragraph",
    "by_sentence",
    "by_unmatched",
    "fault",
    "nearest_shown",
    "to_end",
    "to_match",
    "to_other_pane",
]


def at(reading: Reading, place: Place) -> Reading:
    """The reading with another current sentence."""
    return reading if place == reading.place else replace(reading, place=place, difference=None)


def by_sentence(reading: Reading, sheet: Sheet, count: int) -> Reading | None:
    """Down by ``count`` sentences of the current side, or up; ``None`` at the end."""
    column = sheet.column(reading.place.which)
    return _shown(reading, column.sentences, _rank(column, reading.place.sentence) + count)


def by_paragraph(reading: Reading, sheet: Sheet, direction: int) -> Reading | None:
    """To the first sentence of the next paragraph, or of this one and then the one before."""
    which = reading.place.which
    column = sheet.column(which)
    shown, sentences = column.sentences, reading.article(which).sentences

    def begins(k: int) -> bool:
        return k == 0 or sentences[shown[k]].block != sentences[shown[k - 1]].block

    found = next(filter(begins, _ahead(column, reading.place.sentence, direction)), None)
    return None if found is None else at(reading, Place(which, shown[found]))


def to_end(reading: Reading, sheet: Sheet, *, last: bool) -> Reading:
    """To the first or the last sentence of the current side."""
    shown = sheet.column(reading.place.which).sentences
    if not shown:
        return reading
    return at(reading, Place(reading.place.which, shown[-1 if last else 0]))


def by_lines(reading: Reading, sheet: Sheet, lines: int) -> Reading:
    """To the sentence so many lines below the current one, or above; else to the end."""
    which, here = reading.place
    column = sheet.column(which)
    found = column.sentence_at((column.top(here) or 0) + lines)
    if found is None or found == here:
        return to_end(reading, sheet, last=lines > 0)
    return at(reading, Place(which, found))


def by_unmatched(reading: Reading, sheet: Sheet, direction: int) -> Reading | None:
    """To the next sentence of the current side that has no match, or the one before."""
    if reading.stage is Stage.LINKS:
        return None
    which = reading.place.which
    column = sheet.column(which)
    matched = reading.comparison.matches(which)
    content = reading.article(which).sentences
    ahead = _ahead(column, reading.place.sentence, direction)
    sentences = (column.sentences[k] for k in ahead)
    found = next((s for s in sentences if s not in matched and content[s].is_content), None)
    return None if found is None else at(reading, Place(which, found))


def to_match(reading: Reading) -> Reading | None:
    """To the best match of the current sentence; again: to its other matches, then back."""
    trail = reading.trail
    if reading.place not in trail:
        matches = reading.matches(reading.place)
        if not matches:
            return None
        across = other(reading.place.which)
        trail = (reading.place, *(Place(across, match) for match in matches))
    step = trail[(trail.index(reading.place) + 1) % len(trail)]
    return replace(at(reading, step), trail=trail)


def to_other_pane(reading: Reading, sheet: Sheet, level: int | None) -> Reading:
    """To the match on the other side, or to the sentence that stands level with this one.

    Args:
        reading: The reading.
        sheet: The columns.
        level: The line of the other column that stands level with the current sentence.
    """
    across = other(reading.place.which)
    column = sheet.column(across)
    match = next((m for m in reading.matches(reading.place) if column.top(m) is not None), None)
    sentence = match if match is not None else column.sentence_at(level or 0)
    return reading if sentence is None else at(reading, Place(across, sentence))


def by_difference(reading: Reading, sheet: Sheet, direction: int) -> Reading | None:
    """To the next difference of the whole comparison, or the one before; ``None`` at the end."""
    marked = reading.marked
    if reading.difference is not None and reading.difference in marked.ranks:
        rank = marked.ranks[reading.difference] + direction
    else:
        here = marked.position(reading.place.which, reading.place.sentence)
        rank = bisect_left(marked.positions, here) - (direction < 0)
    while 0 <= rank < len(marked.differences):
        number = marked.differences[rank]
        place = _stop(reading.comparison.divergences[number], sheet, reading.place.which)
        if place is not None:
            return replace(at(reading, place), difference=number, trail=())
        rank += direction
    return None


def by_number(reading: Reading, sheet: Sheet, typed: str) -> Reading | None:
    """To a content sentence by its number from 1, or with ``p`` or ``¶`` to a paragraph."""
    which = reading.place.which
    article = reading.article(which)
    asked = _asked(typed)
    if asked is None:
        return None
    if asked.paragraph:
        blocks = article.paragraph_numbers
        found = next((s.index for s in article.content if blocks[s.block] == asked.number), None)
    else:
        numbered = article.content[asked.number - 1 : asked.number] if asked.number else ()
        found = next((s.index for s in numbered), None)
    if found is None or found not in sheet.column(which):
        return None
    return at(reading, Place(which, found))


def by_hit(reading: Reading, by: int) -> Reading | None:
    """To the next place of what is searched for, or the one before; ``None`` without any."""
    if reading.finding is None or not reading.finding.hits:
        return None
    finding = reading.finding.step(by)
    hit = finding.hit
    assert hit is not None
    return replace(at(reading, Place(hit.which, hit.sentence)), finding=finding)


def _stop(divergence: Divergence, sheet: Sheet, prefer: Which) -> Place | None:
    """Where to stop for a divergence: on the side being read where that side has it."""
    for which in (prefer, other(prefer)):
        side = divergence.side(which)
        if side is not None and side.sentence in sheet.column(which):
            return Place(which, side.sentence)
    return None


def _rank(column: Column, sentence: int) -> int:
    """The rank of a sentence among those shown; of the one before it where it is hidden."""
    ranks = column.ranks
    if sentence in ranks:
        return ranks[sentence]
    return ranks.get(max((s for s in ranks if s < sentence), default=-1), 0)


def _ahead(column: Column, sentence: int, direction: int) -> range:
    """The ranks of the sentences shown below one (1) or above it (-1), the nearest first."""
    rank = _rank(column, sentence)
    return range(rank + 1, len(column.sentences)) if direction > 0 else range(rank - 1, -1, -1)


def _shown(reading: Reading, shown: Sequence[int], rank: int) -> Reading | None:
    if not shown:
        return None
    clamped = min(max(rank, 0), len(shown) - 1)
    found = at(reading, Place(reading.place.which, shown[clamped]))
    return None if found is reading else found


def bounds(reading: Reading) -> tuple[int, int]:
    """The numbers of the last content sentence and the last paragraph of the current side."""
    article = reading.article(reading.place.which)
    return len(article.content), max(article.paragraph_numbers, default=0)


def fault(reading: Reading, sheet: Sheet, typed: str) -> str:
    """What is wrong with a number typed to go to; empty if :func:`by_number` takes it."""
    if by_number(reading, sheet, typed) is not None:
        return ""
    sentences, paragraphs = bounds(reading)
    if not sentences:
        return "the report has no sentences"
    asked = _asked(typed)
    if asked is None:
        return f"that is no number; type 1 to {sentences}, or p1 to p{paragraphs}"
    what, last = ("paragraph", paragraphs) if asked.paragraph else ("sentence", sentences)
    if not 1 <= asked.number <= last:
        shown = asked.number if asked.number < _HIGH else "so high a number"
        return f"there is no {what} {shown}; the last is {last}"
    return f"this view does not show {what} {asked.number}"


class _Asked(NamedTuple):
    """What a number was typed of."""

    number: int
    paragraph: bool


_HIGH = 10**9
"""Higher than any sentence's number, and as high as one that is typed can be."""


def _asked(typed: str) -> _Asked | None:
    text = typed.strip()
    number = text.lstrip("pP¶").strip()
    if not (number.isascii() and number.isdigit()):
        return None
    # Python makes no number of thousands of digits.
    return _Asked(int(number) if len(number) < 10 else _HIGH, paragraph=text != number)


def nearest_shown(reading: Reading, sheet: Sheet) -> Reading:
    """The reading at a sentence its view shows: this one, the nearest before it, or a match's."""
    column = sheet.column(reading.place.which)
    if column.sentences:
        rank = _rank(column, reading.place.sentence)
        return _shown(reading, column.sentences, rank) or reading
    across = other(reading.place.which)
    if not sheet.column(across).sentences:
        return reading
    return to_end(at(reading, Place(across, 0)), sheet, last=False)
