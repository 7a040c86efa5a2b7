"""Results of games: "2:0", "two goals to one", "318 zu 301"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.lexicon import Lexicon
from tui.details.numbers import Numeral, read_numeral
from tui.details.quantities import Finding
from tui.details.tokens import Token
from tui.details.values import Score
from tui.model import DetailKind

__all__ = ["counts_something", "is_plain_figure", "read_score"]

_DASHES = frozenset("-–‐‑")
_MOST_POINTS = 250
_MOST_GOALS = 30
_NEAR = 8
"""How many words before a result may stand what makes it one ("beat England … 1-3")."""


def read_score(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read a result ("2:0", "24-0", "two goals to one") or another fixed pair ("5+1")."""
    if start + 2 >= len(tokens):
        return None
    return _in_words(tokens, start, lexicon) or _in_figures(tokens, start, lexicon)


def is_plain_figure(token: Token) -> bool:
    """Whether a token is a number without separators, and not a very long one."""
    return token.is_figure and token.low.isdigit() and len(token.low) <= 6


def counts_something(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether the number before a token counts something: a noun or a unit follows."""
    if place >= len(tokens):
        return False
    noun = tokens[place].is_word and tokens[place].low not in lexicon.function
    return noun or bool(lexicon.percent.at(tokens, place))


def _in_figures(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read two figures with a sign between them.

    A dash between a smaller and a larger number is a range, unless words of games stand before it.
    """
    first, sign, second = tokens[start : start + 3]
    if not (is_plain_figure(first) and is_plain_figure(second)):
        return None
    if not sign.glued and sign.low != "+":
        return None
    one, other = int(first.low), int(second.low)
    if max(one, other) > _MOST_POINTS or _runs_on(tokens, start + 3):
        return None
    if sign.low == ":":
        fits = (second.glued and len(second.low) == 1) or one > 24
    elif sign.low in _DASHES:
        fits = second.glued and (one >= other or _in_game(tokens, start, lexicon))
    else:
        fits = sign.low == "+"
    return _score(start, start + 3, one, other) if fits else None


def _in_words(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read "two goals to one", "318 zu 301", and "2 a 1" where words of games stand before it."""
    first = _whole(tokens, start, lexicon)
    if first is None or first.end >= len(tokens):
        return None
    goals = tokens[first.end].low in lexicon.score_nouns
    place = first.end + goals
    if place + 1 >= len(tokens) or tokens[place].low not in lexicon.score_between:
        return None
    second = _whole(tokens, place + 1, lexicon)
    if second is None:
        return None
    article = tokens[place + 1].low in lexicon.articles
    if article and counts_something(tokens, second.end, lexicon):
        return None  # "2022 zu einer Geldstrafe"
    sure = goals or tokens[place].low in lexicon.score_between_sure
    few = max(first.value, second.value) <= _MOST_GOALS
    in_game = few and _in_game(tokens, start, lexicon)
    if not sure and (not in_game or counts_something(tokens, second.end, lexicon)):
        return None
    return _score(start, second.end, int(first.value), int(second.value))


def _whole(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """A whole number, neither an ordinal nor a large round one."""
    numeral = read_numeral(tokens, place, lexicon)
    if numeral is None or numeral.ordinal or numeral.scaled or numeral.unit:
        return None
    return numeral if numeral.value == int(numeral.value) else None


def _score(start: int, end: int, one: int, other: int) -> Finding:
    value = Score(max(one, other), min(one, other))
    return Finding(start, end, DetailKind.QUANTITY, value)


def _runs_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether more figures are joined on: a phone number, a date, a serial number."""
    if place < len(tokens) and tokens[place].glued and tokens[place].low in _DASHES:
        place += 1
    return place < len(tokens) and tokens[place].glued and tokens[place].is_figure


def _in_game(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    near = tokens[max(0, start - _NEAR) : start]
    return any(token.low in lexicon.score_words for token in near)
