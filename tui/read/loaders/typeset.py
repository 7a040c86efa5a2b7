"""Lines set on pages back into the paragraphs, headings and titles they were set from."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tui.read.forms import Form
from tui.read.lexicon import lexicon
from tui.read.lines import split_lines
from tui.read.marked_up import Piece
from tui.read.paragraphs import join_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.read.lines import Line

__all__ = ["TypesetLine", "set_paragraphs"]

_GAP = 1.35
"""Lines further apart than this times the usual distance have a paragraph's end between them."""
_TITLE = 1.3
_HEADING = 1.12
"""How many times as large as the running text a title and a heading are set, at least."""
_SMALL = 0.9
"""Type at the edge of a page that is smaller than this times the running text runs along pages."""
_HEADING_CHARS = 160
_EDGE = 2
"""How many lines at the top and bottom of a page may run along all pages."""
_DIGITS = re.compile(r"\d+")
_HYPHENS = "-\N{HYPHEN}\N{SOFT HYPHEN}"
_PARTED = re.compile(rf"[^\W\d_][{_HYPHENS}]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class TypesetLine(NamedTuple):
    """A line: its text, its height above the page's bottom and its type's size, in points."""

    text: str
    height: float
    size: float


def set_paragraphs(pages: Sequence[Sequence[TypesetLine]]) -> Iterator[Piece]:
    """Yield the paragraphs of a document, then what ran along its pages, as furniture."""
    usual = _usual_size(pages)
    running = _running(pages, usual)
    body = [
        [line for number, line in enumerate(page) if not _runs(page, number, running)]
        for page in pages
    ]
    words = Counter(w for page in body for line in page for w in _WORD.findall(line.text.lower()))
    text, forms = _as_text(body, usual)
    for paragraph in join_lines(list(split_lines(text))):
        form = forms.get(paragraph.start, Form.PLAIN)
        if form is Form.PLAIN and paragraph.form in (Form.ITEM, Form.QUOTE):
            form = paragraph.form
        yield Piece(_unhyphenated(paragraph.lines, words), form)
    for line in running.values():
        yield Piece(line, Form.FURNITURE)


def _unhyphenated(lines: Sequence[Line], words: Counter[str]) -> str:
    """Lines as one, words parted at the end of a line put together.

    A hyphen stays before a capital ("Anglo-American"), before a word such as "and" ("Ost- und
    Westwind"), and in a word that the text elsewhere writes with a hyphen more often than without.

    Args:
        lines: The lines of a paragraph.
        words: How often the text has each word, in lower case.
    """
    text = lines[0].text
    for line in lines[1:]:
        text = _join(text, line.text, words)
    return text


def _join(text: str, following: str, words: Counter[str]) -> str:
    if not _PARTED.search(text):
        return f"{text} {following}"
    if text.endswith("\N{SOFT HYPHEN}"):
        return text[:-1] + following
    first = following.split(maxsplit=1)[0]
    if first.casefold() in lexicon().linking:
        return f"{text} {following}"
    if not first[0].islower():
        return text + following
    start = _WORD.findall(text[:-1].rsplit(maxsplit=1)[-1].lower())[-1]
    found = _WORD.match(first.lower())
    end = found[0] if found else ""
    if words[f"{start}-{end}"] > words[start + end]:
        return text + following
    return text[:-1] + following


def _running(pages: Sequence[Sequence[TypesetLine]], usual: float) -> dict[str, str]:
    """What runs along the pages: by its form, numbers aside, its first occurrence.

    That is what stands at the edge of most of several pages, and what stands in smaller type above
    or below all else, as the lines do that browsers print around a page.
    """
    count: Counter[str] = Counter()
    first: dict[str, str] = {}
    small: set[str] = set()
    for page in pages:
        edge = [line for n, line in enumerate(page) if _is_edge(page, n)]
        count.update(dict.fromkeys((_shape(line.text) for line in edge), 1))
        for line in edge:
            first.setdefault(_shape(line.text), line.text)
        inner = [line.height for line in page if line.size >= _SMALL * usual]
        small.update(
            _shape(line.text)
            for line in edge
            if inner and not min(inner) <= line.height <= max(inner)
        )
    most = max(2, len(pages) // 2 + 1)
    return {shape: first[shape] for shape in first if count[shape] >= most or shape in small}


def _runs(page: Sequence[TypesetLine], number: int, running: dict[str, str]) -> bool:
    return _is_edge(page, number) and _shape(page[number].text) in running


def _is_edge(page: Sequence[TypesetLine], number: int) -> bool:
    return number < _EDGE or number >= len(page) - _EDGE


def _shape(text: str) -> str:
    return _DIGITS.sub("#", text)


def _usual_size(pages: Iterable[Sequence[TypesetLine]]) -> float:
    """The size that most characters have."""
    count: Counter[float] = Counter()
    for page in pages:
        for line in page:
            count[line.size] += len(line.text)
    return count.most_common(1)[0][0] if count else 0.0


def _as_text(pages: Sequence[Sequence[TypesetLine]], usual: float) -> tuple[str, dict[int, Form]]:
    """The lines as text, blank ones where gaps are wide, and the form of marked lines by offset."""
    pitch = _pitch(pages, usual)
    largest = max((line.size for line in pages[0]), default=0.0) if pages else 0.0
    parts: list[str] = []
    forms: dict[int, Form] = {}
    offset = 0
    above: tuple[TypesetLine, Form] | None = None
    for page in pages:
        for number, line in enumerate(page):
            form = _form(line, usual, largest)
            if above is not None and (
                form is not above[1]
                or (form is not Form.PLAIN and line.size != above[0].size)
                or (
                    number
                    and pitch
                    and above[0].height - line.height > _GAP * pitch * _scale(line, usual)
                )
            ):
                parts.append("\n")
                offset += 1
            if form is not Form.PLAIN:
                forms[offset] = form
            parts.append(line.text + "\n")
            offset += len(line.text) + 1
            above = line, form
    return "".join(parts), forms


def _scale(line: TypesetLine, usual: float) -> float:
    """How much wider apart lines of this size are set than those of the running text."""
    return max(1.0, line.size / usual) if usual else 1.0


def _form(line: TypesetLine, usual: float, largest: float) -> Form:
    if not usual or len(line.text) > _HEADING_CHARS:
        return Form.PLAIN
    if line.size == largest and line.size >= _TITLE * usual:
        return Form.TITLE
    return Form.HEADING if line.size >= _HEADING * usual else Form.PLAIN


def _pitch(pages: Iterable[Sequence[TypesetLine]], usual: float) -> float:
    """The usual distance between two lines of running text; 0 if there are no two."""
    steps = [
        a.height - b.height
        for page in pages
        for a, b in pairwise(page)
        if a.height > b.height and a.size == b.size == usual
    ]
    return median(steps) if steps else 0.0
