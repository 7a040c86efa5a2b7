"""Paragraphs into blocks: title, deck, byline, headings, body, quotes and page furniture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.model import Block, BlockKind
from tui.read.byline import Byline, parse_byline
from tui.read.furniture import is_furniture_line
from tui.read.lines import ends_sentence, is_spaceless, split_lines
from tui.read.paragraphs import Paragraph, join_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Structure", "find_structure"]

_SHORT_WORDS = 6
_TITLE_CHARS = 200
_DECK_CHARS = 400


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of a text, covering all of it but white space, and what its head tells."""

    blocks: tuple[Block, ...]
    title: str | None = None
    deck: str | None = None
    byline: Byline = field(default_factory=Byline)


def find_structure(text: str) -> Structure:
    """Tell the blocks of a text apart, by form, position and the words of furniture."""
    paragraphs = list(join_lines(list(split_lines(text))))
    kinds = _kinds(paragraphs)
    blocks = tuple(Block(k, p.start, p.end) for k, p in zip(kinds, paragraphs, strict=True))

    def first(kind: BlockKind) -> str | None:
        found = [p.text for k, p in zip(kinds, paragraphs, strict=True) if k is kind]
        return " ".join(found) or None

    return Structure(
        blocks,
        title=first(BlockKind.TITLE),
        deck=first(BlockKind.DECK),
        byline=_byline(kinds, paragraphs),
    )


def _byline(kinds: Sequence[BlockKind], paragraphs: Sequence[Paragraph]) -> Byline:
    lines = [p.text for k, p in zip(kinds, paragraphs, strict=True) if k is BlockKind.BYLINE]
    parsed = [b for b in map(parse_byline, lines) if b]
    return Byline(
        author=next((b.author for b in parsed if b.author), None),
        published=next((b.published for b in parsed if b.published), None),
    )


def _kinds(paragraphs: Sequence[Paragraph]) -> list[BlockKind]:
    kinds = [_own_kind(p) for p in paragraphs]
    if any(map(_is_prose, paragraphs)):
        _mark_edges(paragraphs, kinds)
        _mark_head(paragraphs, kinds)
        _mark_headings(paragraphs, kinds)
    return kinds


def _own_kind(paragraph: Paragraph) -> BlockKind:
    """The kind that a paragraph's own form shows."""
    text = paragraph.text
    if is_furniture_line(text):
        return BlockKind.FURNITURE
    if text.startswith(">"):
        return BlockKind.QUOTE
    if text.startswith("#"):
        return BlockKind.HEADING
    if parse_byline(text):
        return BlockKind.BYLINE
    return BlockKind.PARAGRAPH


def _is_prose(paragraph: Paragraph) -> bool:
    """Whether a paragraph reads like running text rather than a label or headline."""
    text = paragraph.text
    if ends_sentence(text):
        return _words(text) >= _SHORT_WORDS
    return len(text) > _TITLE_CHARS


def _words(text: str) -> int:
    """The number of words; about two characters make one where no spaces are written."""
    return len(text) // 2 if is_spaceless(text) else len(text.split())


def _mark_edges(paragraphs: Sequence[Paragraph], kinds: list[BlockKind]) -> None:
    """Labels at the edges label nothing: short lines that end in a colon or in nothing."""
    for index in reversed(range(len(paragraphs))):
        text = paragraphs[index].text
        if kinds[index] in (BlockKind.FURNITURE, BlockKind.BYLINE):
            continue
        if ends_sentence(text) or _words(text) > _SHORT_WORDS:
            break
        kinds[index] = BlockKind.FURNITURE
    for index, paragraph in enumerate(paragraphs):
        if kinds[index] is BlockKind.FURNITURE:
            continue
        if not paragraph.text.endswith(":") or _words(paragraph.text) > 3:
            break
        kinds[index] = BlockKind.FURNITURE


def _mark_head(paragraphs: Sequence[Paragraph], kinds: list[BlockKind]) -> None:
    prose = next(
        i for i, p in enumerate(paragraphs) if _is_prose(p) and kinds[i] is not BlockKind.FURNITURE
    )
    head = [i for i in range(prose) if kinds[i] in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    if not head:
        return
    title = next((i for i in head if _words(paragraphs[i].text) >= 4), head[-1])
    if _words(paragraphs[title].text) < 2:
        return
    kinds[title] = BlockKind.TITLE
    for i in head:
        if i < title:
            kinds[i] = BlockKind.FURNITURE if _words(paragraphs[i].text) < 2 else BlockKind.HEADING
        elif i > title:
            kinds[i] = BlockKind.DECK
    byline = next(
        (
            i
            for i in range(title + 1, min(prose + 3, len(paragraphs)))
            if kinds[i] is BlockKind.BYLINE
        ),
        None,
    )
    for i in range(title + 1, byline or 0):
        if kinds[i] is BlockKind.PARAGRAPH and len(paragraphs[i].text) <= _DECK_CHARS:
            kinds[i] = BlockKind.DECK


def _mark_headings(paragraphs: Sequence[Paragraph], kinds: list[BlockKind]) -> None:
    """A short line without a full stop between running text is a heading."""
    for index, paragraph in enumerate(paragraphs[:-1]):
        text = paragraph.text
        if kinds[index] is not BlockKind.PARAGRAPH or not text[0].isalnum():
            continue
        question = text.endswith("?") and _words(text) <= 8
        plain = not ends_sentence(text) and not text.endswith((":", ",", ";"))
        if (question or plain) and _words(text) <= 14 and len(text) <= 110:
            kinds[index] = BlockKind.HEADING
