"""Page furniture: what stands on the page around a report and is no part of it.

Only what the data files name is taken here, and lines without a letter or digit; what position on
the page tells is judged in :mod:`tui.read.structure`. To take a sentence of the report for
furniture hides it, so every rule asks for a whole line, or for a whole beginning.
"""

from __future__ import annotations

import re
from functools import cache

from tui.read.byline import is_names
from tui.read.lexicon import key, lexicon
from tui.read.lines import ends_sentence

__all__ = [
    "is_contact",
    "is_furniture_line",
    "is_link_heading",
    "is_notice",
    "is_section",
]

_LONGEST_LEAD = 160
_LONGEST_NOTICE = 500
_LEAD_REST = 4
_NUMBERS = re.compile(r"\d+\s*")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?]\s")
_WORD = re.compile(r"[^\W\d_]+")
_LEAD = re.compile(r"[^\w«»:：|]*+([^:：|]{2,60})[:：|]\s*(.*)", re.DOTALL)
_PHONE = re.compile(r"\+\d[\d\s()/.-]{6,}\d")
_PATH = re.compile(r"\w\s+[>»›]\s+\w")
_LABEL_MARKS = re.compile(r"\s*[·|•>»›/–—]\s*")
_URL_LINE = re.compile(r"<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w+|[@#]\w+(?:\s+[@#]\w+)*")
_CREDIT_PARTS = re.compile(r"\s*[;/]\s*|(?<=\w\w)\.\s+")


def is_furniture_line(text: str) -> bool:
    """Whether a line is furniture by its own words, or because it has none."""
    first = _WORD.search(text)
    if first is None:
        return not any(c.isdigit() for c in text)
    if _URL_LINE.fullmatch(text) or _is_lead(text):
        return True
    if len(text) > _LONGEST_LEAD or first[0].casefold() not in _first_words():
        return False
    words = key(text)
    if words in lexicon().lines or _is_row_of_labels(text, words):
        return not text.endswith((".", "?")) or " " in words
    return False


def is_link_heading(text: str) -> bool:
    """Whether a line is a heading over links to other articles."""
    return len(text) <= _LONGEST_LEAD and key(text) in lexicon().links


def is_section(text: str) -> bool:
    """Whether a line is the name of a department, or several."""
    return len(text) <= _LONGEST_LEAD and _is_tiled(key(text), _labels())


def is_notice(text: str) -> bool:
    """Whether a paragraph is a notice of the page, or the credits of those who helped."""
    if len(text) > _LONGEST_NOTICE:
        return False
    start = _NUMBERS.sub("", text[:80].casefold().lstrip("*_[(•·- "))
    return lexicon().notices.prefix(start) > 0 or _is_credit(text)


def _is_credit(text: str) -> bool:
    """Whether a paragraph only names who reported, wrote and edited ("Reporting by A; …")."""
    text = text.strip("()[]*_ .")
    if len(text) > _LONGEST_NOTICE:
        return False
    if text.casefold().endswith(lexicon().credit_ends):
        return len(text) <= _LONGEST_LEAD and not _INNER_STOP.search(text)
    return lexicon().credits.prefix(text) > 0 and all(
        map(_credits_someone, filter(None, _CREDIT_PARTS.split(text)))
    )


def _credits_someone(part: str) -> bool:
    length = lexicon().credits.prefix(part)
    return length > 0 and is_names(part[length:].strip(" :"))


def is_contact(text: str) -> bool:
    """Whether a short line gives a telephone number."""
    return len(text) <= _LONGEST_LEAD and _PHONE.search(text) is not None


def _is_lead(text: str) -> bool:
    """Whether a line is a label of the page, a colon and what it labels."""
    found = _LEAD.match(text) if len(text) <= _LONGEST_LEAD else None
    if found is None:
        return False
    label, rest = found[1].casefold().strip(" *_>•»"), found[2]
    if label in lexicon().pointers:
        return True
    return label in lexicon().leads and (not ends_sentence(rest) or len(rest.split()) <= _LEAD_REST)


def _is_row_of_labels(text: str, words: str) -> bool:
    """Whether a line is labels in a row, a path to the page, or has names of services in it."""
    tokens = words.split()
    if len(tokens) < 2:
        return False
    parts = [part for part in map(key, _LABEL_MARKS.split(text)) if part]
    if len(parts) > 1 and all(part in lexicon().lines for part in parts):
        return True
    if len(parts) > 1 and _PATH.search(text):
        return any(part in _labels() for part in parts)
    if lexicon().services.isdisjoint(tokens):
        return False
    return _is_tiled(words, lexicon().lines)


@cache
def _labels() -> frozenset[str]:
    return lexicon().sections | lexicon().lines


@cache
def _first_words() -> frozenset[str]:
    return frozenset(line.split(maxsplit=1)[0] for line in lexicon().lines)


def _is_tiled(words: str, phrases: frozenset[str]) -> bool:
    """Whether the words are nothing but phrases, one after the other."""
    tokens = words.split()
    if not tokens or len(tokens) > 24:
        return False
    reachable = {0}
    for end in range(1, len(tokens) + 1):
        if any(
            start in reachable and " ".join(tokens[start:end]) in phrases
            for start in range(max(0, end - 6), end)
        ):
            reachable.add(end)
    return len(tokens) in reachable
