"""Lines into paragraphs: which line breaks were put in by hand, and which by a line length.

Plain text comes in three habits: a line is a paragraph; lines are wrapped at a width and a blank
line parts the paragraphs; or lines are wrapped and nothing parts the paragraphs but a short last
line. A page pasted together may hold all three. The evidence used is typographic: a line that ends
without a full stop before one that starts in lower case can only have been wrapped, and the lengths
of such lines tell the width, and how ragged it is, for the doubtful ones.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.read.forms import Form, line_forms
from tui.read.lexicon import lexicon, sentence_rules
from tui.read.lines import (
    CLOSERS,
    OPENERS,
    Line,
    dateline_end,
    ends_sentence,
    first_letter,
    is_spaceless,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Paragraph", "join_lines"]

_RUNNING = frozenset({Form.PLAIN, Form.ITEM, Form.QUOTE})
_FEW = 4
_ENOUGH = 2
_SHARE = 0.15
_RAGGED = 0.35
"""Lines are ragged if their lengths spread over more than this share of the width."""
_OVER = 1.15
"""A line longer than this times the width was not wrapped."""
_LONG = 40
_INITIAL = 2
_HEADLINE_LINES = 2
_STOP = re.compile(r"[^\W\d_]{2}[.!?]\s")
_SPACELESS_LONG = 15
_SAMPLE = 100
_SHORT_WORD = 4
_WORDS = 3
_TITLE_CASE = 0.9
"""From this share of capitalised words on, a line Is in Title Case."""
_NOUNS = 0.35
"""From this share on, a text capitalises its nouns, and title case shows nothing."""


class Paragraph(NamedTuple):
    """Lines that belong together, at least one, and the form of the first."""

    form: Form
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


class _Wrap(NamedTuple):
    """How a text is wrapped: to which width, how short a wrapped line may be.

    ``spaced`` is whether blank lines part the paragraphs, ``capitals`` the share of long words
    that are capitalised, which is high where nouns are.
    """

    width: int
    shortest: int
    spaced: bool
    capitals: float

    @property
    def ragged(self) -> bool:
        return self.width - self.shortest > _RAGGED * self.width

    def fills(self, line: Line, following: Line) -> bool:
        """Whether the first word of the following line had no room left on this one."""
        word = 1 if is_spaceless(following.text) else len(following.text.split(maxsplit=1)[0])
        return len(line.text) + 1 + word > self.width

    def overflows(self, line: Line) -> bool:
        return len(line.text) > _OVER * self.width


def join_lines(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs that the lines make up, in order; every line is in one."""
    if not lines:
        return
    forms = line_forms(lines)
    wrap = _measure(lines, forms)
    first = 0
    for index in range(1, len(lines)):
        if not _joins(lines, forms, first, index, wrap):
            yield Paragraph(forms[first], tuple(lines[first:index]))
            first = index
    yield Paragraph(forms[first], tuple(lines[first:]))


def _measure(lines: Sequence[Line], forms: Sequence[Form]) -> _Wrap | None:
    """The wrapping that undoubted continuations show; ``None`` if lines are not wrapped."""
    pairs = [
        (a, b)
        for (a, b), (f, g) in zip(pairwise(lines), pairwise(forms), strict=True)
        if not b.apart and f in _RUNNING and g in (Form.PLAIN, Form.QUOTE)
    ]
    lengths = sorted(len(a.text) for a, b in pairs if _runs_on(a, b))
    if len(lengths) < (1 if len(pairs) <= _FEW else max(_ENOUGH, _SHARE * len(pairs))):
        lengths = _caseless_lengths(pairs)
    if not lengths:
        return None
    return _Wrap(
        width=lengths[int(0.9 * (len(lengths) - 1))],
        shortest=lengths[len(lengths) // 10],
        spaced=sum(b.apart for b in lines) > max(2, 0.1 * len(lines)),
        capitals=_capitals(" ".join(b.text for _, b in pairs[:_SAMPLE])),
    )


def _caseless_lengths(pairs: Sequence[tuple[Line, Line]]) -> list[int]:
    """Sorted lengths of wrapped lines in a script without case: most fill the same width."""
    lengths = sorted(
        len(a.text)
        for a, b in pairs
        if not ends_sentence(a.text) and _is_caseless(first_letter(b.text))
    )
    if len(lengths) <= _ENOUGH:
        return []
    full = [n for n in lengths if n >= 0.8 * lengths[-1]]
    return full if len(full) >= 0.6 * len(lengths) and len(full) > _ENOUGH else []


def _joins(
    lines: Sequence[Line], forms: Sequence[Form], first: int, index: int, wrap: _Wrap | None
) -> bool:
    """Whether a line goes on with the paragraph that began at ``first``."""
    last, line = lines[index - 1], lines[index]
    if forms[first] is Form.QUOTE or forms[index] is Form.QUOTE:
        return forms[first] is forms[index] and not line.apart and last.text.strip("> ") != ""
    if line.apart:
        return _runs_over_gap(last, line, forms[index - 1], forms[index])
    if forms[index - 1] not in _RUNNING or forms[index] is not Form.PLAIN:
        return False
    if forms[first] is Form.ITEM and line.indent > lines[first].indent:
        return True
    if _runs_on(last, line):
        return wrap is not None or len(last.text) >= _LONG
    if wrap is None:
        return False
    if ends_sentence(last.text):
        return _joins_after_stop(last, line, wrap)
    if _goes_on(last.text):
        return True
    if last.text.endswith(":"):
        return wrap.fills(last, line) and not wrap.overflows(last)
    above = lines[first:index]
    if _is_headline(above, line, wrap):
        return False
    return wrap.fills(last, line) or (
        wrap.ragged and (len(last.text) >= wrap.shortest or _is_text(above))
    )


def _runs_on(a: Line, b: Line) -> bool:
    """Whether a sentence undoubtedly runs from line ``a`` into line ``b``."""
    if ends_sentence(a.text):
        return _ends_in_abbreviation(a.text)
    if first_letter(b.text.lstrip("> ")).islower():
        return not a.text.endswith((":", ";"))
    return len(a.text) >= _LONG and _last_word(a.text) in lexicon().linking


def _runs_over_gap(a: Line, b: Line, above: Form, below: Form) -> bool:
    """Whether a sentence runs on over a blank line: long lines, no stop, lower case."""
    return (
        above in _RUNNING
        and below is Form.PLAIN
        and min(len(a.text), len(b.text)) >= _LONG
        and first_letter(b.text).islower()
        and _runs_on(a, b)
    )


def _joins_after_stop(last: Line, line: Line, wrap: _Wrap) -> bool:
    if first_letter(line.text).islower():
        return True
    if line.indent > last.indent + 1 or wrap.overflows(last):
        return False
    return wrap.fills(last, line) and (wrap.spaced or not wrap.ragged)


def _ends_in_abbreviation(text: str) -> bool:
    """Whether the last word ends no sentence: in English, German, or any two languages."""
    word = text.rsplit(maxsplit=1)[-1].lstrip('(["“„«')
    known = [sentence_rules(code) for code in ("en", "de", "und")]
    return len(word) > _INITIAL and (
        any(word in rules.abbreviations for rules in known)
        and not any(word in rules.may_end for rules in known)
    )


def _goes_on(text: str) -> bool:
    """Whether a line ends in a word or mark that can end no heading or paragraph."""
    last = _last_word(text)
    return last in lexicon().linking or (last[-1] in ",;([/–—-" and len(text) >= _SPACELESS_LONG)


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].casefold()


def _is_text(above: Sequence[Line]) -> bool:
    """Whether the lines of a paragraph so far are too many for a headline, or hold a sentence."""
    return len(above) > _HEADLINE_LINES or any(_STOP.search(line.text) for line in above)


def _is_headline(above: Sequence[Line], following: Line, wrap: _Wrap) -> bool:
    """Whether the lines of a paragraph so far are a headline over the following line.

    It is if the line is too long to be wrapped, if the following line begins with a dateline or
    a word that is capitalised only to begin a sentence, or if it alone is in title case.
    """
    if len(above) == 1 and wrap.overflows(above[0]):
        return True
    if len(above) <= _HEADLINE_LINES and (
        following.text.split(maxsplit=1)[0] in lexicon().starters or dateline_end(following.text)
    ):
        return True
    return (
        wrap.capitals < _NOUNS
        and all(_capitals(a.text) >= _TITLE_CASE for a in above)
        and _capitals(following.text) < _TITLE_CASE
    )


def _capitals(text: str) -> float:
    """The share of capitalised words among the long ones; 0 if there are too few to tell."""
    words = [w.strip(CLOSERS + OPENERS + ",:;.!?") for w in text.split()]
    long = [w for w in words if len(w) > _SHORT_WORD]
    return sum(w[0].isupper() for w in long) / len(long) if len(long) >= _WORDS else 0.0


def _is_caseless(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()
