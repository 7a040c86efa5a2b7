"""The second number of a range: "8-10 people", "between 3 and 5 km", "from 50,000 to 90,000"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.lexicon import Lexicon
from tui.details.money import currency_before, with_money_scale
from tui.details.numbers import Numeral, read_numeral
from tui.details.tokens import Token

__all__ = ["moved_before", "range_end"]

_DASHES = frozenset("-–—‐‑")
_MOVED = frozenset({("measures", "rose"), ("measures", "fell")})
_PASSING_WITHIN = 3
"""How many words before "from" may stand what goes from one to the other."""

_CHANGE_WITHIN = 7
"""How many words before "from" may stand what rose or fell."""


def range_end(
    tokens: Sequence[Token], first: Numeral, currency: str, lexicon: Lexicon, *, between: bool
) -> Numeral | None:
    """Read on from a number to the larger one that ends its range, if it begins one.

    Args:
        tokens: The sentence.
        first: The number that was read.
        currency: The sign before it, which may be repeated.
        lexicon: That of the sentence's language.
        between: Whether "between" stood before, so that "and" joins the two.
    """
    place = first.end
    if place + 1 >= len(tokens):
        return None
    dash = tokens[place].low in _DASHES
    if dash:
        following = place + 1
    else:
        to = lexicon.to.at(tokens, place)
        if to is None or (tokens[place].low in lexicon.joiners and not between):
            return None
        following = to[1]
    if currency:
        again = currency_before(tokens, following, lexicon)
        following = again[1] if again else following
    if following >= len(tokens):
        return None
    changes = _changes(tokens, first.start, lexicon)
    second = read_numeral(tokens, following, lexicon)
    if second is None or second.ordinal or second.unit or (changes and not dash):
        return None
    if currency:
        second = with_money_scale(tokens, second, lexicon)
    if second.scaled and not first.scaled and first.value < second.value:
        return second
    return second if first.value < second.value else None


def _changes(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether "from 5 to 10" tells of a change rather than of a range: something rose or fell."""
    if not start or tokens[start - 1].low not in lexicon.change:
        return False
    passing = (token.low for token in tokens[max(0, start - 1 - _PASSING_WITHIN) : start - 1])
    return moved_before(tokens, start, lexicon) or not lexicon.changing.isdisjoint(passing)


def moved_before(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether something rose or fell in the words before a token."""
    around = (token.low for token in tokens[max(0, start - _CHANGE_WITHIN) : start])
    return any(lexicon.roles.get(low) in _MOVED for low in around)
