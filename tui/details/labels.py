"""Numbers that count nothing: parts of names ("Covid-19", "Article 5") and results of games."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.lexicon import Lexicon
from tui.details.quantities import Finding
from tui.details.tokens import Token
from tui.details.values import Label, Score
from tui.model import DetailKind

__all__ = ["read_label", "read_score"]

_HYPHENS = frozenset("-‐‑")
_DASHES = frozenset("-–‐‑")
_MOST_POINTS = 250
_NEAR = 8
"""How many words before a result may stand what makes it one ("beat England … 1-3")."""


def read_label(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read a number that is part of a name, from the name's last word on."""
    token = tokens[start]
    if not token.is_word:
        return None
    named = lexicon.labels.at(tokens, start)
    if named is not None:
        name, place = named
        if place < len(tokens) and tokens[place].low == ".":  # "No. 5"
            place += 1
        if place < len(tokens) and _is_plain(tokens[place]) and not _goes_on(tokens, place + 1):
            return _label(start, place, name, tokens)
    place = start + 1
    if place < len(tokens) and tokens[place].low in _HYPHENS and tokens[place].glued:
        place += 1
    if place >= len(tokens) or not tokens[place].glued or not _is_plain(tokens[place]):
        return None
    if not token.text[0].isupper() or _goes_on(tokens, place + 1):
        return None
    if lexicon.currencies.at(tokens, start):
        return None
    return _label(start, place, token.low, tokens)


def _label(start: int, place: int, name: str, tokens: Sequence[Token]) -> Finding:
    value = Label(name, int(tokens[place].low))
    return Finding(start, place + 1, DetailKind.NUMBER, value)


def _is_plain(token: Token) -> bool:
    return token.is_figure and token.low.isdigit() and len(token.low) <= 6


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether the figure is the first of "5-year", "100th", "3 million"."""
    return place < len(tokens) and tokens[place].glued and tokens[place].low in {"%", "°", "/"}


def read_score(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read a result ("2:0", "24-0") or another fixed pair ("5+1").

    A dash between a smaller and a larger number is a range, unless words of games stand before it.
    """
    if start + 2 >= len(tokens):
        return None
    first, sign, second = tokens[start : start + 3]
    if not (_is_plain(first) and _is_plain(second)):
        return None
    worded = sign.low in lexicon.score_between
    if not sign.glued and sign.low != "+" and not worded:
        return None
    one, other = int(first.low), int(second.low)
    if (max(one, other) > _MOST_POINTS and not worded) or len(first.low) > 3 or len(second.low) > 3:
        return None
    if _runs_on(tokens, start + 3):
        return None
    if sign.low == ":":
        fits = (second.glued and len(second.low) == 1) or one > 24
    elif sign.low in _DASHES:
        fits = second.glued and (one >= other or _in_game(tokens, start, lexicon))
    else:
        fits = sign.low == "+" or worded
    if not fits:
        return None
    return Finding(start, start + 3, DetailKind.QUANTITY, Score(max(one, other), min(one, other)))


def _runs_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether more figures are joined on: a phone number, a date, a serial number."""
    if place < len(tokens) and tokens[place].glued and tokens[place].low in _DASHES:
        place += 1
    return place < len(tokens) and tokens[place].glued and tokens[place].is_figure


def _in_game(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    near = tokens[max(0, start - _NEAR) : start]
    return any(token.low in lexicon.score_words for token in near)
