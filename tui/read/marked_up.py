"""Paragraphs that a format marks as such, put together as one text with exact offsets.

HTML, DOCX and EPUB say where a paragraph ends and which are headings, quotations and items. What
they do not say (bylines, page furniture) is told by the paragraph's own words, as in plain text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.read.decode import clean
from tui.read.document import Document, Metadata
from tui.read.forms import Form, line_forms
from tui.read.lines import Line
from tui.read.paragraphs import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["BULLET", "Piece", "compose", "squeeze"]

BULLET = "• "
"""What stands before an item, as a page or a word processor shows it."""

_GAP = "\n\n"
_BLANKS = re.compile("[ \t\r\f\v]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


class Piece(NamedTuple):
    """A paragraph: its text and the form its format gives it, ``PLAIN`` where it gives none."""

    text: str
    form: Form = Form.PLAIN


def squeeze(text: str) -> str:
    """Runs of spaces as one and no blank lines; no-break spaces stay, for they were meant."""
    return _BREAKS.sub("\n", _BLANKS.sub(" ", text)).strip(" \n")


def compose(
    pieces: Iterable[Piece], metadata: Metadata | None = None, notes: Sequence[str] = ()
) -> Document:
    """One text of the pieces, a blank line between two, each a paragraph of its own."""
    told: list[str] = list(notes)
    texts: list[str] = []
    forms: list[Form] = []
    groups: list[tuple[Line, ...]] = []
    offset = 0
    for piece in pieces:
        cleaned = clean(piece.text)
        text = squeeze(cleaned.text)
        if not text:
            continue
        told += cleaned.notes
        texts.append(text)
        forms.append(piece.form)
        groups.append(tuple(_lines(text, offset)))
        offset += len(text) + len(_GAP)
    judged = line_forms([group[0] for group in groups])
    return Document(
        text=_GAP.join(texts),
        notes=tuple(dict.fromkeys(told)),
        metadata=metadata or Metadata(),
        paragraphs=tuple(
            Paragraph(_form(given, found, group), group)
            for given, found, group in zip(forms, judged, groups, strict=True)
        ),
    )


def _lines(text: str, start: int) -> Iterable[Line]:
    for number, line in enumerate(text.split("\n")):
        yield Line(line, start, 0, apart=number == 0)
        start += len(line) + 1


def _form(given: Form, found: Form, lines: Sequence[Line]) -> Form:
    """The form a format gives; words can add to it only that a paragraph is no running text."""
    if given is not Form.PLAIN:
        return given
    if found in (Form.QUOTE, Form.HEADING, Form.ITEM, Form.MAIL) or len(lines) > 1:
        return Form.PLAIN
    return found
