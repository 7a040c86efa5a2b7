"""Numbers that count nothing: parts of names ("Covid-19", "Article 5")."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.lexicon import Lexicon
from tui.details.numbers import read_numeral
from tui.details.quantities import Finding
from tui.details.scores import counts_something, is_plain_figure
from tui.details.tokens import Token
from tui.details.values import Label
from tui.model import DetailKind

__all__ = ["read_label"]

_HYPHENS = frozenset("-‐‑")
_MOST_IN_ORDER = 1_000
_ORDINAL_SIGNS = frozenset("'’′°")
"""Signs that make an ordinal of a figure."""

_ALSO_NEGATION = frozenset({"no"})
"""Short for "number" before figures, but no number before words ("no one")."""


def read_label(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read a number that is part of a name, from the name's last word on."""
    token = tokens[start]
    named = lexicon.labels.at(tokens, start)
    if named is not None:
        name, place = named
        if place < len(tokens) and tokens[place].low == ".":  # "No. 5"
            place += 1
        if (
            place < len(tokens)
            and is_plain_figure(tokens[place])
            and not _goes_on(tokens, place + 1)
        ):
            return _label(start, place, name, int(tokens[place].low))
        worded = _in_words(tokens, start, place, lexicon)
        if worded is not None:
            return _label(start, place, name, worded)
    ordered = _in_order(tokens, start, lexicon)
    if ordered is not None or not token.is_word:
        return ordered
    place = start + 1
    if place < len(tokens) and tokens[place].low in _HYPHENS and tokens[place].glued:
        place += 1
    if place >= len(tokens) or not tokens[place].glued or not is_plain_figure(tokens[place]):
        return None
    if not token.text[0].isupper() or _goes_on(tokens, place + 1):
        return None
    if lexicon.currencies.at(tokens, start):
        return None
    return _label(start, place, token.low, int(tokens[place].low))


def _in_order(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read a place in an order: "the 78th minute", which is "minute 78" elsewhere."""
    numeral = read_numeral(tokens, start, lexicon)
    if numeral is None or numeral.value > _MOST_IN_ORDER:
        return None
    place = numeral.end
    if place < len(tokens) and tokens[place].low in _ORDINAL_SIGNS and tokens[place].glued:
        place += 1  # "78' minuto"
    elif not numeral.ordinal:
        return None
    order = lexicon.ordered.at(tokens, place)
    return _label(start, order[1] - 1, order[0], int(numeral.value)) if order else None


def _label(start: int, place: int, name: str, number: int) -> Finding:
    return Finding(start, place + 1, DetailKind.NUMBER, Label(name, number))


def _in_words(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> int | None:
    """The number of a name in one word, "level one", where no noun follows that it would count."""
    if place >= len(tokens) or not tokens[start].is_word or tokens[start].low in _ALSO_NEGATION:
        return None
    low = tokens[place].low
    value = lexicon.words.get(low)
    if low in lexicon.articles or not isinstance(value, int):
        return None
    return None if counts_something(tokens, place + 1, lexicon) else value


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether the figure is the first of "5-year", "100th", "3 million"."""
    return place < len(tokens) and tokens[place].glued and tokens[place].low in {"%", "°", "/"}
