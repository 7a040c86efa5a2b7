"""The head of a report: kicker, title, deck, byline and date over the running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import BlockKind
from tui.read.byline import is_place_and_date, is_role, is_signature
from tui.read.dates import is_date_label
from tui.read.forms import Form
from tui.read.furniture import is_contact, is_section
from tui.read.lines import COLONS, ends_sentence, word_count
from tui.read.passages import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.read.passages import Passage

__all__ = ["mark_head"]

_TITLE_WORDS = 4
_LABEL_WORDS = 3
_TITLE_CHARS = 130
_DECK_CHARS = 400
_MOST_DECKS = 2
_NAVIGATION = 3
_KICKER_WORDS = 5
_DASHES = ("-", "–", "—")  # a dateline on a line of its own
_TEXT = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def mark_head(passages: Sequence[Passage]) -> None:
    """Mark the title, deck and byline, and what stands above them.

    The head ends where running text begins. A short first sentence that asks or exclaims may be
    the title; one or two paragraphs between the title and a byline are the deck.
    """
    prose = _prose(passages, 0)
    deck_end = _deck_end(passages, prose)
    body = _prose(passages, deck_end) if deck_end > prose else prose
    _mark_labels(passages[:body])
    _mark_dates(passages, body)
    _mark_names(passages[:body])
    candidates = [
        p
        for p in passages[:prose]
        if p.kind in _TEXT and p.form is not Form.DATE and not p.text.endswith(",")
    ]
    title = _title(candidates, has_deck=deck_end > prose)
    if title is None:
        return
    title.kind = BlockKind.TITLE
    above = candidates[: candidates.index(title)]
    for passage in above:
        passage.kind = BlockKind.FURNITURE if len(above) > _NAVIGATION else BlockKind.HEADING
    _mark_deck(passages[passages.index(title) + 1 : deck_end])


def _mark_labels(head: Sequence[Passage]) -> None:
    """Names of departments, and labels with the short lines below them ("Contact:")."""
    labelled = False
    last = max((i for i, p in enumerate(head) if _is_long(p)), default=0)
    for index, passage in enumerate(head):
        if not passage.kind.is_content:
            labelled = labelled or passage.text.endswith(COLONS)
        elif passage.form is Form.DATE:
            labelled = False
        elif is_role(passage.text):
            passage.kind = BlockKind.BYLINE
        elif is_section(passage.text):
            passage.kind = BlockKind.FURNITURE
        elif passage.text.endswith(COLONS) and word_count(passage.text) <= _LABEL_WORDS:
            passage.kind = BlockKind.FURNITURE
            labelled = True
        elif labelled and index < last and (not _is_long(passage) or is_contact(passage.text)):
            passage.kind = BlockKind.FURNITURE
        else:
            labelled = False


def _mark_dates(passages: Sequence[Passage], body: int) -> None:
    """Dates in the head belong to the byline; in a ticker the last is the first entry's own."""
    dates = [p for p in passages[:body] if p.form is Form.DATE]
    ticker = any(p.form is Form.DATE for p in passages[body:])
    if ticker and len(dates) > 1 and dates[-1] is passages[body - 1]:
        dates.pop()
    for passage in dates:
        passage.kind = BlockKind.BYLINE
    lines = [p for p in passages[:body] if p.kind in _TEXT and p.form is not Form.DATE]
    for line in lines[1:]:  # the first may be a title with a date in it
        if is_date_label(line.text) or is_place_and_date(line.text):
            line.kind = BlockKind.BYLINE


def _mark_names(head: Sequence[Passage]) -> None:
    """Names next to dates or roles are of the authors; whose they are is not sure enough to say."""
    lines = [p for p in head if p.kind is not BlockKind.FURNITURE]
    for index in reversed(range(1, len(lines))):
        near = lines[max(1, index - 1) : index + 2]
        if (
            lines[index].kind is BlockKind.PARAGRAPH
            and is_signature(lines[index].text)
            and any(p.kind is BlockKind.BYLINE for p in near)
        ):
            lines[index].kind = BlockKind.BYLINE


def _prose(passages: Sequence[Passage], start: int) -> int:
    """The index at which running text begins, from ``start`` on."""
    for index in range(start, len(passages)):
        if is_prose(passages[index]) and not _may_be_title(passages, index):
            return index
    return len(passages)


def _may_be_title(passages: Sequence[Passage], index: int) -> bool:
    """Whether a sentence is a title: short, asking, exclaiming or quoting, over a longer text."""
    text = passages[index].text
    return (
        len(text) <= _TITLE_CHARS
        and not text.endswith(".")
        and not any(is_prose(p) for p in passages[:index])
        and any(len(p.text) > len(text) and is_prose(p) for p in passages[index + 1 : index + 4])
    )


def _title(candidates: Sequence[Passage], *, has_deck: bool) -> Passage | None:
    """The line marked as the top heading, else the first of some length, else the last.

    A shorter line over the title is its kicker: if it ends in a colon, or if there is a deck, so
    that the line below it is none.
    """
    marked = next((p for p in candidates if p.form is Form.TITLE), None) or next(
        (p for p in candidates if p.text.startswith(("# ", "**", "__"))), None
    )
    if marked is not None:
        return marked
    long = [p for p in candidates if _is_long(p)]
    if not long:
        last = candidates[-1] if candidates else None
        return last if last is not None and word_count(last.text) > 1 else None
    first, *others = long
    if others and (first.text.endswith(COLONS) or (has_deck and _is_kicker(first, others[0]))):
        return others[0]
    return first


def _is_long(passage: Passage) -> bool:
    """Whether a line has the length of a title rather than of a label."""
    return passage.kind in _TEXT and word_count(passage.text) >= _TITLE_WORDS


def _is_kicker(first: Passage, second: Passage) -> bool:
    return word_count(first.text) <= _KICKER_WORDS and len(first.text) < len(second.text)


def _deck_end(passages: Sequence[Passage], prose: int) -> int:
    """Where the deck ends if the first running text, over a byline, is one; else ``prose``."""
    if any(p.kind is BlockKind.BYLINE for p in passages[:prose]):
        return prose
    dated = any(p.form is Form.DATE for p in passages[:prose])
    for index in range(prose, min(prose + _MOST_DECKS + 1, len(passages))):
        passage = passages[index]
        if passage.kind is BlockKind.BYLINE or (passage.form is Form.DATE and not dated):
            return index if any(map(is_prose, passages[index:])) else prose
        if passage.kind is not BlockKind.FURNITURE and (
            len(passage.text) > _DECK_CHARS or passage.form is not Form.PLAIN
        ):
            break
    return prose


def _mark_deck(below: Sequence[Passage]) -> None:
    """What stands between the title and the running text or the byline."""
    decks = [
        passage
        for passage in below
        if passage.kind is BlockKind.PARAGRAPH and not passage.text.endswith(_DASHES)
    ]
    for passage in decks[:_MOST_DECKS]:
        short = word_count(passage.text) <= _LABEL_WORDS and not ends_sentence(passage.text)
        passage.kind = BlockKind.HEADING if short else BlockKind.DECK
