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

__all__ = ["is_credit", "is_furniture_line", "is_link_heading", "is_notice", "is_section"]

_LONGEST_LEAD = 160
_LONGEST_NOTICE = 500
_LEAD_REST = 4
_LEAD = re.compile(r"[^\w«»]*([^:：]{2,60}?)\s?[:：]\s*(.*)", re.DOTALL)
_LEAVING_OUT_ONLY = re.compile(r"\W*")
_URL_LINE = re.compile(r"<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w+|[@#]\w+(?:\s+[@#]\w+)*")
_CREDIT_PARTS = re.compile(r"\s*[;/]\s*|(?<=\w\w)\.\s+")


def is_furniture_line(text: str) -> bool:
    """Whether a line is furniture by its own words, or because it has none."""
    words = key(text)
    if not words:
        return not any(c.isalnum() for c in text)
    if _URL_LINE.fullmatch(text):
        return True
    if words in lexicon().lines or _is_row_of_labels(words):
        return not text.endswith((".", "?")) or len(words.split()) > 1
    return _is_lead(text)


def is_link_heading(text: str) -> bool:
    """Whether a line is a heading over links to other articles."""
    return key(text) in lexicon().links


def is_section(text: str) -> bool:
    """Whether a line is the name of a department, or several."""
    return _is_tiled(key(text), lexicon().sections | lexicon().lines)


def is_notice(text: str) -> bool:
    """Whether a paragraph is a notice of the page, or the credits of those who helped."""
    if len(text) > _LONGEST_NOTICE:
        return False
    start = text[:80].casefold().lstrip("*_[(•·- ")
    return bool(_notices().match(start)) or is_credit(text)


def is_credit(text: str) -> bool:
    """Whether a paragraph only names who reported, wrote and edited ("Reporting by A; …")."""
    text = text.strip("()[]*_ .")
    parts = [part for part in _CREDIT_PARTS.split(text) if part]
    return bool(parts) and len(text) <= _LONGEST_NOTICE and all(map(_credits_someone, parts))


def _credits_someone(part: str) -> bool:
    start = part.casefold()
    for label in lexicon().credits:
        if start.startswith(label) and not start[len(label) : len(label) + 1].isalpha():
            return is_names(part[len(label) :].strip(" :"))
    return False


@cache
def _notices() -> re.Pattern[str]:
    """One pattern for all notices, each up to the end of a word."""
    entries = "|".join(
        re.escape(entry) + (r"\b" if entry[-1].isalnum() else "") for entry in lexicon().notices
    )
    return re.compile(f"(?:{entries})")


def _is_lead(text: str) -> bool:
    """Whether a line is a label of the page, a colon and what it labels."""
    if len(text) > _LONGEST_LEAD:
        return False
    found = _LEAD.match(text)
    if found is None:
        return False
    label, rest = found[1].casefold().strip(" *_>•»"), found[2]
    if label not in lexicon().leads and key(label) not in lexicon().lines:
        return False
    return not ends_sentence(rest) or len(rest.split()) <= _LEAD_REST


def _is_row_of_labels(words: str) -> bool:
    """Whether the words are labels and services in a row ("Share Facebook WhatsApp E-Mail")."""
    tokens = words.split()
    if len(tokens) < 2 or lexicon().services.isdisjoint(tokens):
        return False
    return _is_tiled(words, lexicon().lines)


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
