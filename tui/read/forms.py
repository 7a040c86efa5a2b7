"""What each line is by its own form and its nearest neighbours, before paragraphs are known."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from tui.read.byline import is_byline, is_role
from tui.read.dates import is_date_line
from tui.read.furniture import is_furniture_line
from tui.read.lexicon import lexicon
from tui.read.lines import ends_sentence, first_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.read.lines import Line

__all__ = ["Form", "line_forms"]

_BULLET = re.compile(r"[-–—*•‣◦▪►▶→·]\s+\S")
_SURE_BULLET = re.compile(r"[*•‣◦▪►▶→]\s+\S")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+\S")
_HEADING = re.compile(r"#{1,6}\s+\S|(\*\*|__)[^*_]+\1$")
_MAIL = re.compile(r"([^\W\d_][\w -]{0,20}):(?:\s|$)")
_SHORT = 40
_LONGEST_LABEL = 160
_HEAD_LINES = 15


class Form(Enum):
    """The form of a line."""

    PLAIN = auto()
    FURNITURE = auto()
    BYLINE = auto()
    DATE = auto()
    HEADING = auto()
    """Marked as a heading, as Markdown does."""
    TITLE = auto()
    """Marked as the title of the whole, as HTML and word processors do."""
    QUOTE = auto()
    """Marked as quoted, as e-mail and Markdown do."""
    ITEM = auto()
    """The first line of a list's item."""
    MAIL = auto()
    """A header of an e-mail."""


def line_forms(lines: Sequence[Line]) -> list[Form]:
    """Tell the form of each line."""
    numbers = {int(m[1]) for line in lines if (m := _NUMBER.match(line.text))}
    forms: list[Form] = []
    for index in range(len(lines)):
        forms.append(_form(lines, index, numbers, forms[-1] if forms else None))
    _mark_mail(lines, forms)
    return forms


def _form(lines: Sequence[Line], index: int, numbers: set[int], above: Form | None) -> Form:
    text = lines[index].text
    if not any(map(str.isalnum, text)):
        return Form.FURNITURE
    if text[0] == ">":
        return Form.QUOTE
    if _HEADING.match(text):
        return Form.HEADING
    if _is_item(lines, index, numbers, above):
        return Form.ITEM
    if len(text) > _LONGEST_LABEL:
        return Form.PLAIN
    if is_furniture_line(text):
        return Form.PLAIN if _runs_through(lines, index, above) else Form.FURNITURE
    if is_date_line(text):
        return Form.PLAIN if _runs_through(lines, index, above) else Form.DATE
    if is_byline(text) and not _is_wrapped_byline(lines, index):
        return Form.BYLINE
    return Form.PLAIN


def _neighbours(lines: Sequence[Line], index: int) -> tuple[Line | None, Line | None]:
    """The lines right above and below, with no blank one between."""
    before = lines[index - 1] if index and not lines[index].apart else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    return before, None if after is None or after.apart else after


def _runs_through(lines: Sequence[Line], index: int, above: Form | None) -> bool:
    """Whether a sentence seems to run on into this line or out of it, so that its words are prose.

    A line of one word at the end of a wrapped paragraph may spell a label ("… and went | home.").
    """
    before, after = _neighbours(lines, index)
    follows = (
        before is not None
        and above in (Form.PLAIN, Form.ITEM)
        and len(before.text) >= _SHORT
        and not ends_sentence(before.text)
        and not before.text.endswith(":")
    )
    if not follows:
        return False
    if after is None or not first_letter(after.text).islower():
        return ends_sentence(lines[index].text)
    return not is_furniture_line(after.text)


def _is_wrapped_byline(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that looks like a byline is rather a piece of a wrapped sentence."""
    line = lines[index]
    before, after = _neighbours(lines, index)
    if after is not None and first_letter(after.text).islower():
        return not is_byline(after.text)
    if before is None:
        return False
    if ends_sentence(line.text):
        return True
    if ends_sentence(before.text) or line.text[0].isupper():
        return False
    if index >= _HEAD_LINES:
        return True
    below = after is None or is_date_line(after.text) or is_role(after.text)
    return not below and not any(c.isdigit() or c == "|" for c in line.text)


def _is_item(lines: Sequence[Line], index: int, numbers: set[int], above: Form | None) -> bool:
    line = lines[index]
    if _SURE_BULLET.match(line.text):
        return True
    fresh = (
        line.apart
        or above in (Form.ITEM, Form.HEADING, Form.FURNITURE)
        or lines[index - 1].text.endswith((":", ";", ","))
        or ends_sentence(lines[index - 1].text)
        or len(lines[index - 1].text) < _SHORT
    )
    if _BULLET.match(line.text):
        return fresh
    number = _NUMBER.match(line.text)
    if number is None or not fresh:
        return False
    value = int(number[1])
    return value + 1 in numbers if value == 1 else value - 1 in numbers


def _mark_mail(lines: Sequence[Line], forms: list[Form]) -> None:
    """Two or more headers of an e-mail on top of the text are its head."""
    count = 0
    for line in lines[:_HEAD_LINES]:
        found = _MAIL.match(line.text)
        if found is None or found[1].casefold() not in lexicon().mail_headers:
            break
        count += 1
    if count > 1:
        forms[:count] = [Form.MAIL] * count
