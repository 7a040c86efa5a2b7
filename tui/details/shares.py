"""Shares of a whole in words: "two thirds", "three in four", "jede siebte Stelle".

They are percentages written otherwise, so they are read as hundredths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.details.lexicon import Lexicon
from tui.details.numbers import Numeral, plain, read_numeral
from tui.details.tokens import Token
from tui.details.values import Amount

__all__ = ["part_of_whole", "read_share"]

_HUNDRED = 100

FAR = 4
"""How many words behind the one that says what is counted may stand before its whole."""

_SMALLEST_PART = 20
"""Up to here "every twentieth" is a share; "every hundredth visitor" is a prize."""


def read_share(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[Amount, int] | None:
    """Read the set phrase for a share that starts at a token: its value and the token after it."""
    share = lexicon.shares.at(tokens, start)
    if share is None:
        return _fraction(tokens, start, lexicon) or _every(tokens, start, lexicon)
    hundredths, end = share
    if tokens[end - 1].low in lexicon.ordinals and _names_next(tokens, end, lexicon):
        return _every(tokens, start, lexicon)  # "a third man"
    weak = end == start + 1 and tokens[start].low in lexicon.weak
    return _share(hundredths, weak=weak), end


def _fraction(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[Amount, int] | None:
    """Read a share whose whole is told first: "三分の一", "百分之三十"."""
    whole = None if lexicon.fraction.empty else read_numeral(tokens, start, lexicon)
    of = lexicon.fraction.at(tokens, whole.end) if whole else None
    part = read_numeral(tokens, of[1], lexicon) if of else None
    if whole is None or part is None or not 0 < part.value < whole.value:
        return None
    value = Amount(plain(round(part.value / whole.value * 100, 3)), None, "%")
    percent = whole.value == _HUNDRED
    return replace(value, high=value.low, written="%" if percent else "share"), part.end


def _names_next(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a noun follows, which makes an ordinal of what may be a share."""
    if place >= len(tokens) or not tokens[place].is_word:
        return False
    return tokens[place].low not in lexicon.function


def _every(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[Amount, int] | None:
    """Read "every seventh job": one of so many."""
    every = lexicon.every.at(tokens, start)
    if every is None or every[1] >= len(tokens):
        return None
    part = read_numeral(tokens, every[1], lexicon)
    if part is None or not part.ordinal or not 2 <= part.value <= _SMALLEST_PART:
        return None
    return _share(float(round(100 / part.value, 3))), part.end


def part_of_whole(
    tokens: Sequence[Token], numeral: Numeral, lexicon: Lexicon
) -> tuple[Amount, int] | None:
    """Read on from a number to its whole, "three in four", which is larger, and small."""
    of = lexicon.part_of.at(tokens, numeral.end)
    between = of is None and numeral.end < len(tokens) and tokens[numeral.end].is_word
    if between:  # "one child in five", but not "ein Kind von fünf"
        of = lexicon.part_of.at(tokens, numeral.end + 1)
    if between and of is None:
        of = _far_behind(tokens, numeral.end + 1, lexicon)
    aged = between and numeral.weak and of and tokens[of[1] - 1].low in lexicon.bare_age_of
    if of is None or aged or of[1] >= len(tokens) or numeral.scaled or numeral.value >= 100:
        return None
    whole = read_numeral(tokens, of[1], lexicon)
    if whole is not None and between and _counts_on(tokens, whole.end, lexicon):
        return None
    if whole is None or whole.ordinal or not numeral.value < whole.value <= 100 or whole.scaled:
        return None
    if whole.value != whole.value.to_integral_value() or whole.year_like:
        return None
    return _share(float(round(numeral.value / whole.value * 100, 3))), whole.end


def _far_behind(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[bool, int] | None:
    """The word for "out of" behind several that say what is counted, with a whole in words.

    Figures are counts rather: "14 stabilimenti balneari su 31".
    """
    for place in range(start, min(len(tokens), start + FAR)):
        found = lexicon.part_of_far.at(tokens, place)
        if found is not None:
            whole = read_numeral(tokens, found[1], lexicon) if found[1] < len(tokens) else None
            return found if whole is not None and whole.in_words else None
        if not tokens[place].is_word or tokens[place].low in lexicon.words:
            break
    return None


def _counts_on(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a noun follows, so that "three people in four cars" is no share.

    Where nouns have endings of their own in the plural, "un train sur trois roule" has none.
    """
    if place >= len(tokens) or not tokens[place].is_word:
        return False
    if lexicon.units.at(tokens, place):
        return True  # "un accident sur 12 km"
    if not tokens[place].low.endswith(lexicon.plural_endings):
        return False
    return tokens[place].low in lexicon.roles or tokens[place].low not in lexicon.function


def _share(hundredths: float, *, weak: bool = False) -> Amount:
    value = int(hundredths) if hundredths == int(hundredths) else hundredths
    return Amount(value, value, "%", weak=weak, written="share")
