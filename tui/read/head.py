"""The head of a report: kicker, title, deck, byline and date over the running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import BlockKind
from tui.read.byline import is_role
from tui.read.forms import Form
from tui.read.furniture import is_section
from tui.read.lines import ends_sentence, word_count
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


def mark_head(passages: Sequence[Passage]) -> None:
    """Mark the title, deck and byline, and what stands above them.

    The head ends where running text begins. A short first sentence that asks or exclaims may be
    the title; one or two paragraphs between the title and a byline are the deck.
    """
    body = _body(passages)
    head = [p for p in passages[:body] if p.kind is not BlockKind.FURNITURE]
    for passage in head:
        if passage.form is Form.DATE or is_role(passage.text):
            passage.kind = BlockKind.BYLINE
        elif is_section(passage.text) or _is_label(passage):
            passage.kind = BlockKind.FURNITURE
    titles = [p for p in head if p.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    title = _title(titles)
    if title is None:
        return
    title.kind = BlockKind.TITLE
    above = titles[: titles.index(title)]
    for passage in above:
        passage.kind = BlockKind.FURNITURE if len(above) > _NAVIGATION else BlockKind.HEADING
    _mark_deck(passages, passages.index(title) + 1, body)


def _body(passages: Sequence[Passage]) -> int:
    """The index at which running text begins."""
    for index, passage in enumerate(passages):
        if is_prose(passage) and not _may_be_title(passages, index):
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


def _is_label(passage: Passage) -> bool:
    """Whether a line ends in a colon over nothing that it could introduce."""
    return passage.text.endswith((":", "：")) and word_count(passage.text) <= _LABEL_WORDS


def _title(candidates: Sequence[Passage]) -> Passage | None:
    """The line marked as a heading, else the first of some length, else the last."""
    marked = next((p for p in candidates if p.form is Form.HEADING), None)
    if marked is not None:
        return marked
    long = next((p for p in candidates if word_count(p.text) >= _TITLE_WORDS), None)
    if long is not None:
        following = candidates[candidates.index(long) + 1 :]
        return _under_kicker(long, following)
    last = candidates[-1] if candidates else None
    return last if last is not None and word_count(last.text) > 1 else None


def _under_kicker(first: Passage, following: Sequence[Passage]) -> Passage:
    """The title under a kicker, which ends in a colon; else the first line itself."""
    if first.text.endswith(":") and following:
        return following[0]
    return first


def _mark_deck(passages: Sequence[Passage], start: int, body: int) -> None:
    """What stands between the title and the running text, or the byline below its first lines."""
    byline = next(
        (
            i
            for i in range(body, min(body + _MOST_DECKS + 1, len(passages)))
            if passages[i].kind is BlockKind.BYLINE or passages[i].form is Form.DATE
        ),
        None,
    )
    end = body
    if byline is not None and not any(p.kind is BlockKind.BYLINE for p in passages[start:body]):
        decks = passages[body:byline]
        if all(len(p.text) <= _DECK_CHARS and p.form is Form.PLAIN for p in decks):
            end = byline
            while end < len(passages) and passages[end].form in (Form.DATE, Form.BYLINE):
                passages[end].kind = BlockKind.BYLINE
                end += 1
    for passage in passages[start:end]:
        if passage.kind is not BlockKind.PARAGRAPH:
            continue
        short = word_count(passage.text) <= _LABEL_WORDS and not ends_sentence(passage.text)
        passage.kind = BlockKind.HEADING if short else BlockKind.DECK
