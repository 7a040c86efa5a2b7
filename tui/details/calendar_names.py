"""Surnames that are words of the calendar: "Theresa *May*", "Frau *Sommer*", "Avril a dit"."""

from __future__ import annotations

from collections.abc import Mapping

from tui.details.date_words import date_words
from tui.details.tokens import index_at, tokenize
from tui.details.values import CalendarDate
from tui.details.vocabulary import vocabulary
from tui.model import Detail

__all__ = ["is_surname"]


def is_surname(detail: Detail, text: str, lang: str, aliases: Mapping[str, str]) -> bool:
    """Whether a season, month or weekday is somebody's name.

    It is behind a given name or a title, and anywhere in an article that gives a full name with
    it or before a verb of speech, unless a word of dates stands before it ("im Sommer").

    Args:
        detail: What was read as a date.
        text: Its sentence.
        lang: The sentence's language.
        aliases: What short names of the article stand for.
    """
    word = detail.text
    if not isinstance(detail.value, CalendarDate) or not (word.isalpha() and word[0].isupper()):
        return False
    tokens = tokenize(text)
    place = index_at(tokens, detail.start)
    terms, words = vocabulary(lang), date_words(lang)
    before = tokens[place - 1] if place else None
    if before is not None and before.low == "." and place > 1:
        before = tokens[place - 2]  # "Dr. Sommer"
    if before is not None and before.text[0].isupper():
        apposed = words.month_first and detail.value.weekday is not None  # "Pope Leo Sunday said"
        return (before.low in terms.first_names and not apposed) or before.low in terms.honorifics
    behind = tokens[place + 1].low if place + 1 < len(tokens) else ""
    speaks = detail.value.weekday is None and behind in terms.reporting
    if aliases.get(word, word) == word and not speaks:
        return False
    cues = words.season_before | words.before_month | words.year_before | words.last | words.next
    dated = before is not None and before.low in cues
    return not (dated or words.day_before.before(tokens, place))
