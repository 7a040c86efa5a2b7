"""Lines into paragraphs: which line breaks were put in by hand, and which by a line length.

Plain text comes in three habits: a line is a paragraph; lines are wrapped at a width and a blank
line parts the paragraphs; or lines are wrapped and nothing parts the paragraphs but a short last
line. A page pasted together may hold all three. The evidence used is typographic: a line that ends
without a full stop before one that starts in lower case can only have been wrapped, and the lengths
of such lines tell the width, and how ragged it is, for the doubtful ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.read.byline import parse_byline
from tui.read.furniture import is_furniture_line
from tui.read.lexicon import lexicon
from tui.read.lines import CLOSERS, Line, ends_sentence, first_letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Paragraph", "join_lines"]

_RAGGED = 0.35
_LONG = 40
_ITEM = re.compile(r"(?:[-*•‣◦▪–]|\d{1,3}[.)]|[a-z]\))\s+\S")
_BULLET = re.compile(r"[-*•‣◦▪–]\s+\S")
_MARK = re.compile(r"#{1,6}\s|>|={3,}$|-{3,}$|\*{3,}$")
_GOES_ON = re.compile(r"[,;(\[/–—-]$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, at least one."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """Its lines joined by single spaces."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Wrap:
    """How a text is wrapped: up to which width, how short a wrapped line may be, how ragged."""

    width: int
    shortest: int
    spaced: bool

    @property
    def ragged(self) -> bool:
        return self.width - self.shortest > _RAGGED * self.width


def join_lines(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs that the lines make up, in order; every line is in one."""
    wrap = _measure(lines)
    current: list[Line] = []
    for line in lines:
        if current and not _joins(current, line, wrap):
            yield Paragraph(tuple(current))
            current = []
        current.append(line)
    if current:
        yield Paragraph(tuple(current))


def _measure(lines: Sequence[Line]) -> _Wrap | None:
    """The wrapping that the undoubted continuations show; ``None`` if lines are not wrapped."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.apart]
    lengths = sorted(len(a.text) for a, b in pairs if _runs_on(a, b))
    if len(lengths) < 2 or len(lengths) < 0.15 * len(pairs):
        return None
    spaced = sum(b.apart for b in lines) > max(2, 0.1 * len(lines))
    return _Wrap(
        width=lengths[int(0.9 * (len(lengths) - 1))],
        shortest=lengths[int(0.1 * (len(lengths) - 1))],
        spaced=spaced,
    )


def _runs_on(a: Line, b: Line) -> bool:
    """Whether a sentence undoubtedly runs from line ``a`` into line ``b``."""
    return (
        not ends_sentence(a.text)
        and not a.text.endswith(":")
        and first_letter(b.text).islower()
        and not _starts_anew(b)
        and not _stands_alone(a)
    )


def _joins(current: Sequence[Line], line: Line, wrap: _Wrap | None) -> bool:
    last = current[-1]
    if line.apart or _starts_anew(line) or _stands_alone(last):
        return False
    if _runs_on(last, line):
        return wrap is not None or len(last.text) >= _LONG
    if wrap is None:
        return False
    full = len(last.text) + 1 + len(line.text.split(maxsplit=1)[0]) > wrap.width
    if ends_sentence(last.text):
        if first_letter(line.text).islower():
            return True
        return full and (wrap.spaced or not wrap.ragged)
    if _goes_on(last.text):
        return True
    if last.text.endswith(":"):
        return full
    if len(current) == 1 and _is_headline(last.text, line.text, wrap):
        return False
    return full or (wrap.ragged and len(last.text) >= wrap.shortest)


def _goes_on(text: str) -> bool:
    if _GOES_ON.search(text):
        return True
    return text.rsplit(maxsplit=1)[-1].casefold() in lexicon().linking


def _is_headline(text: str, following: str, wrap: _Wrap) -> bool:
    """Whether a line that begins a paragraph is a headline rather than its first wrapped line."""
    return len(text) > wrap.width + 2 or (_is_title_case(text) and not _is_title_case(following))


def _is_title_case(text: str) -> bool:
    words = [w.strip(CLOSERS + ",:;") for w in text.split()]
    long = [w for w in words if len(w) > 3]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.85 * len(long)


def _starts_anew(line: Line) -> bool:
    """Whether a line begins a block by its own form, whatever is above it."""
    return bool(
        _BULLET.match(line.text)
        or _MARK.match(line.text)
        or is_furniture_line(line.text)
        or parse_byline(line.text)
    )


def _stands_alone(line: Line) -> bool:
    """Whether a line ends a block by its own form, whatever is below it."""
    return bool(_MARK.match(line.text) or is_furniture_line(line.text) or parse_byline(line.text))
