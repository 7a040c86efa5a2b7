"""Numbers that count nothing: parts of names ("Covid-19", "Article 5") and results of games."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.lexicon import Lexicon
from tui.details.numbers import read_numeral
from tui.details.quantities import Finding
from tui.details.tokens import Token
from tui.details.values import Label, Score
from tui.model import DetailKind

__all__ = ["read_label", "read_score"]

_HYPHENS = frozenset("-‐‑")
_DASHES = frozenset("-–‐‑")
_ALSO_NEGATION = frozenset({"no"})
"""Short for "number" before figures, but no number before words ("no one")."""

_MOST_POINTS = 250
_MOST_GOALS = 30
_NEAR = 8
"""How many words before a result may stand what makes it one ("beat England … 1-3")."""


def read_label(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read a number that is part of a name, from the name's last word on."""
    token = tokens[start]
    named = lexicon.labels.at(tokens, start)
    if named is not None:
        name, place = named
        if place < len(tokens) and tokens[place].low == ".":  # "No. 5"
            place += 1
        if place < len(tokens) and _is_plain(tokens[place]) and not _goes_on(tokens, place + 1):
            return _label(start, place, name, int(tokens[place].low))
        worded = _in_words(tokens, start, place, lexicon)
        if worded is not None:
            return _label(start, place, name, worded)
    if not token.is_word:
        return None
    place = start + 1
    if place < len(tokens) and tokens[place].low in _HYPHENS and tokens[place].glued:
        place += 1
    if place >= len(tokens) or not tokens[place].glued or not _is_plain(tokens[place]):
        return None
    if not token.text[0].isupper() or _goes_on(tokens, place + 1):
        return None
    if lexicon.currencies.at(tokens, start):
        return None
    return _label(start, place, token.low, int(tokens[place].low))


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
    return None if _counts(tokens, place + 1, lexicon) else value


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
    worded_score = _in_goals(tokens, start, lexicon)
    if worded_score is not None:
        return worded_score
    first, sign, second = tokens[start : start + 3]
    if not (_is_plain(first) and _is_plain(second)):
        return None
    worded = sign.low in lexicon.score_between and lexicon.score_between_always
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


def _in_goals(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read "two goals to one", or "2 a 1" where words of games stand before it."""
    first = read_numeral(tokens, start, lexicon)
    if first is None or first.ordinal or first.scaled or first.end >= len(tokens):
        return None
    place = first.end
    of_goals = tokens[place].low in lexicon.score_nouns
    place += of_goals
    if not (of_goals or _in_game(tokens, start, lexicon)) or place + 1 >= len(tokens):
        return None
    if tokens[place].low not in lexicon.score_between:
        return None
    second = read_numeral(tokens, place + 1, lexicon)
    if second is None or second.ordinal or second.scaled:
        return None
    one, other = int(first.value), int(second.value)
    if max(one, other) > _MOST_GOALS or (not of_goals and _counts(tokens, second.end, lexicon)):
        return None
    value = Score(max(one, other), min(one, other))
    return Finding(start, second.end, DetailKind.QUANTITY, value)


def _counts(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a number before a token counts something: a noun or a unit follows."""
    if place >= len(tokens):
        return False
    follower = tokens[place]
    noun = follower.is_word and follower.low not in lexicon.function
    return noun or bool(lexicon.percent.at(tokens, place))


def _runs_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether more figures are joined on: a phone number, a date, a serial number."""
    if place < len(tokens) and tokens[place].glued and tokens[place].low in _DASHES:
        place += 1
    return place < len(tokens) and tokens[place].glued and tokens[place].is_figure


def _in_game(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    near = tokens[max(0, start - _NEAR) : start]
    return any(token.low in lexicon.score_words for token in near)
