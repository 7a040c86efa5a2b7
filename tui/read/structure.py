"""Paragraphs into blocks: title, deck, byline, headings, body, quotes and page furniture.

What a paragraph's own form and words show is settled first; then position: labels at the edges of
a page label nothing, what stands over the running text is its head, short lines in it are headings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model import Block, BlockKind
from tui.read.byline import is_role
from tui.read.forms import Form
from tui.read.furniture import is_contact, is_link_heading, is_notice
from tui.read.head import mark_head
from tui.read.lexicon import lexicon
from tui.read.lines import COLONS, ends_sentence, split_lines, word_count
from tui.read.paragraphs import join_lines
from tui.read.passages import Passage, is_prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.read.paragraphs import Paragraph

__all__ = ["Structure", "arrange", "find_structure"]

_KINDS = {
    Form.PLAIN: BlockKind.PARAGRAPH,
    Form.FURNITURE: BlockKind.FURNITURE,
    Form.BYLINE: BlockKind.BYLINE,
    Form.DATE: BlockKind.HEADING,
    Form.HEADING: BlockKind.HEADING,
    Form.TITLE: BlockKind.HEADING,
    Form.QUOTE: BlockKind.QUOTE,
    Form.ITEM: BlockKind.PARAGRAPH,
    Form.MAIL: BlockKind.BYLINE,
}
_LABEL_WORDS = 5
_HEADING_WORDS = 14
_HEADING_CHARS = 110
_QUESTION_WORDS = 8
_HEADLINE_WORDS = 20
_SIGNATURE_LINES = 10


class Structure(NamedTuple):
    """The blocks of a text, covering all of it but white space, and the texts of its head."""

    blocks: tuple[Block, ...]
    title: str | None
    """The title, else the subject of an e-mail."""
    deck: str | None
    byline: tuple[str, ...]
    """The lines of bylines and dates in the head and at the end, from the top."""


def find_structure(text: str) -> Structure:
    """Tell the blocks of a text apart, by form, position and the words of furniture."""
    return arrange(join_lines(list(split_lines(text))))


def arrange(paragraphs: Iterable[Paragraph]) -> Structure:
    """Tell the blocks that paragraphs are; each is one, whatever its lines."""
    passages = [Passage(p.form, _KINDS[p.form], p.text, p.start, p.end) for p in paragraphs]
    if any(is_prose(p) for p in passages):
        _mark_notices(passages)
        _mark_links(passages)
        _mark_end(passages)
        mark_head(passages)
        _mark_headings(passages)

    def joined(kind: BlockKind) -> str | None:
        return " ".join(_plain(p.text) for p in passages if p.kind is kind) or None

    return Structure(
        blocks=tuple(Block(p.kind, p.start, p.end) for p in passages),
        title=joined(BlockKind.TITLE) or _subject(passages),
        deck=joined(BlockKind.DECK),
        byline=tuple(p.text for p in passages if p.kind is BlockKind.BYLINE),
    )


def _subject(passages: Sequence[Passage]) -> str | None:
    for passage in passages:
        name, _, value = passage.text.partition(":")
        if passage.form is Form.MAIL and name.casefold() in lexicon().mail_subject:
            return value.strip() or None
    return None


def _plain(text: str) -> str:
    """A headline without Markdown's marks."""
    return text.lstrip("#").strip().strip("*_").strip()


def _mark_notices(passages: Sequence[Passage]) -> None:
    for passage in passages:
        if passage.kind is BlockKind.PARAGRAPH and is_notice(passage.text):
            passage.kind = BlockKind.FURNITURE


def _mark_links(passages: Sequence[Passage]) -> None:
    """Under a heading over links, headlines are links: up to the next running text.

    Before running text the last of several may be its own heading, and above all running text even
    a single one may be the title, so it is left alone.
    """
    index, begun = 0, False
    while index < len(passages):
        passage = passages[index]
        index += 1
        begun = begun or is_prose(passage)
        if passage.kind is not BlockKind.FURNITURE or not is_link_heading(passage.text):
            continue
        start = index
        while index < len(passages) and _is_headline(passages[index]):
            index += 1
        certain = index == len(passages) or (begun and index == start + 1)
        for link in passages[start : index if certain else index - 1]:
            link.kind = BlockKind.FURNITURE


def _is_headline(passage: Passage) -> bool:
    return (
        (passage.kind in (BlockKind.PARAGRAPH, BlockKind.FURNITURE) or passage.form is Form.DATE)
        and not ends_sentence(passage.text)
        and word_count(passage.text) <= _HEADLINE_WORDS
    )


def _mark_end(passages: Sequence[Passage]) -> None:
    """Short lines at the end are labels, unless something introduces them."""
    _mark_signature(passages)
    start = len(passages)
    while start and (_is_label(passages[start - 1]) or not passages[start - 1].kind.is_content):
        start -= 1
    if start and passages[start - 1].text.endswith(COLONS):
        return
    for label in passages[start:]:
        if label.kind.is_content:
            label.kind = BlockKind.FURNITURE


def _is_label(passage: Passage) -> bool:
    """Whether a paragraph is short and no sentence, item or table row."""
    text = passage.text
    return (
        passage.form in (Form.PLAIN, Form.DATE)
        and not ends_sentence(text)
        and (word_count(text) <= _LABEL_WORDS or is_contact(text))
        and (passage.form is Form.DATE or not any(c.isdigit() for c in text) or is_contact(text))
    )


def _mark_signature(passages: Sequence[Passage]) -> None:
    """What follows a line of two hyphens at the end is an e-mail's signature (RFC 3676)."""
    tail = passages[-_SIGNATURE_LINES:]
    mark = next((i for i, p in enumerate(tail) if p.text == "--"), None)
    for passage in tail[mark:] if mark is not None else ():
        passage.kind = BlockKind.FURNITURE


def _mark_headings(passages: Sequence[Passage]) -> None:
    """Up to two short lines without a full stop over running text are headings."""
    for run in _short_runs(passages):
        for passage in run[-2:] if len(run) <= 3 else run[-1:]:
            passage.kind = BlockKind.HEADING


def _short_runs(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Runs of short lines that running text follows."""
    run: list[Passage] = []
    for passage in passages:
        if passage.kind is BlockKind.PARAGRAPH and _may_be_heading(passage):
            run.append(passage)
            continue
        if passage.kind is BlockKind.FURNITURE:
            continue
        if run and passage.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
            yield run
        run = []


def _may_be_heading(passage: Passage) -> bool:
    text = passage.text
    words = word_count(text)
    if passage.form is not Form.PLAIN or words > _HEADING_WORDS or len(text) > _HEADING_CHARS:
        return False
    if ends_sentence(text):
        return text.endswith(("?", "？")) and words <= _QUESTION_WORDS and ":" not in text
    return not text.endswith((*COLONS, ",", ";")) and not is_role(text)
