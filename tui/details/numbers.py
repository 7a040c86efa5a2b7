"""Numbers in figures and words: "2,7 Millionen", "achtzehnhundert", "two and a half", "21st".

A number is read at one token by a small grammar that holds for the languages we have data for;
what differs (words, scales, joiners, compounds, separators) is in ``tui/data/details``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.details.digits import read_figure
from tui.details.lexicon import Lexicon
from tui.details.number_words import WordReader
from tui.details.read_once import read_once
from tui.details.tokens import Token, is_hangul

__all__ = ["Numeral", "plain", "read_numeral", "scale_of"]

_HYPHENS = frozenset("-‐‑")


class Numeral(NamedTuple):
    """A number as read: ``value`` and the tokens ``[start, end)`` it takes up.

    ``in_words`` and ``scaled`` say how it was written; ``unit`` is set by words that carry their
    unit ("zweitägig"); ``year_like`` marks four figures or a spelled year.
    """

    start: int
    end: int
    value: Decimal
    ordinal: bool = False
    in_words: bool = False
    scaled: bool = False
    weak: bool = False
    year_like: bool = False
    unit: str = ""


def plain(value: Decimal) -> int | float:
    """The number as an ``int`` where it is whole, else as a ``float``; both go into JSON."""
    if value == value.to_integral_value():
        return int(value)
    return float(value)


@read_once
def read_numeral(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Numeral | None:
    """Read the number that starts at a token, as far as it reaches; past the last there is none."""
    if start >= len(tokens):
        return None
    found = _read(tokens, start, lexicon)
    if found is None or found.ordinal or lexicon.counters.empty:
        return found
    counter = lexicon.counters.at(tokens, found.end)
    behind = counter and lexicon.ordinal_behind.at(tokens, counter[1])
    ordinal = behind or lexicon.ordinal_before.before(tokens, start)
    return found._replace(ordinal=True) if ordinal else found


def _read(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Numeral | None:
    token = tokens[start]
    if token.is_figure:
        return _read_figures(tokens, start, lexicon)
    if _is_within_word(tokens, start, lexicon):
        return None
    if token.is_word:
        compound = lexicon.compound
        if token.low not in lexicon.number_openers and not (compound and compound.match(token.low)):
            return None
    elif unicodedata.category(token.text[0]) != "No":
        return None
    return _read_words(tokens, start, lexicon)


def _is_within_word(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether a sign of a number is part of another word, where each sign is a token."""
    if lexicon.counters.empty:
        return False
    spaced = is_hangul(tokens[start].text)
    inside = spaced and start > 0 and tokens[start].glued and is_hangul(tokens[start - 1].text)
    return inside or lexicon.no_numbers.at(tokens, start) is not None


def _read_figures(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Numeral | None:
    token = tokens[start]
    value = read_figure(token.low, lexicon)
    if value is None:
        return None
    end = start + 1
    if end < len(tokens) and tokens[end].glued and tokens[end].low in lexicon.ordinal_suffixes:
        return Numeral(start, end + 1, value, ordinal=True)
    if _has_ordinal_dot(tokens, end, value, lexicon):
        return Numeral(start, end + 1, value, ordinal=True)
    extra = _vulgar_fraction(tokens, end)
    if extra is not None:
        value, end = value + extra, end + 1
    year_like = len(token.low) == 4 and token.low.isdigit() and end == start + 1
    return _scaled(tokens, Numeral(start, end, value, year_like=year_like), lexicon)


def _has_ordinal_dot(tokens: Sequence[Token], dot: int, value: Decimal, lexicon: Lexicon) -> bool:
    """Whether a German "3." is an ordinal: within a sentence, a word follows."""
    if not lexicon.ordinal_dot or dot + 1 >= len(tokens) or value > 199:
        return False
    follower = tokens[dot + 1]
    return tokens[dot].low == "." and tokens[dot].glued and follower.is_word and not follower.glued


def _vulgar_fraction(tokens: Sequence[Token], place: int) -> Decimal | None:
    if place >= len(tokens) or not tokens[place].glued or len(tokens[place].text) != 1:
        return None
    sign = tokens[place].text
    if unicodedata.category(sign) != "No" or "fraction" not in unicodedata.decomposition(sign):
        return None
    return Decimal(str(unicodedata.numeric(sign)))


def _scaled(tokens: Sequence[Token], numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Take in what multiplies a number: "million", "Mrd.", "dozen", "and a half million"."""
    value, end, scaled = numeral.value, numeral.end, numeral.scaled
    half = lexicon.halves.at(tokens, end)
    if half:
        value, end = value + scale_of(value) / 2, half[1]
    while end < len(tokens):
        place = _past_hyphen(tokens, end)
        scale = _scale_at(tokens, place, lexicon)
        if scale is None:
            break
        factor, end = scale
        value, scaled = value * factor, True
        rest = _rest(tokens, end, factor, lexicon)
        if rest is not None:
            value, end = value + rest.value, rest.end
        half = lexicon.halves.at(tokens, end)
        if half:
            value, end = value + Decimal(factor) / 2, half[1]
    year_like = numeral.year_like and end == numeral.end
    return Numeral(
        numeral.start, end, value, False, numeral.in_words, scaled,
        numeral.weak and end == numeral.end, year_like,
    )  # fmt: skip


def _rest(tokens: Sequence[Token], place: int, factor: int, lexicon: Lexicon) -> Numeral | None:
    """What a number goes on with behind a scale: 3万*5000*, 4억 *5천만*."""
    if not lexicon.stacking or place >= len(tokens) or not tokens[place].is_figure:
        return None
    rest = _read_figures(tokens, place, lexicon)
    if rest is None or rest.value >= factor:
        return None
    if tokens[place].glued:
        return rest
    counts = lexicon.counters.at(tokens, rest.end) or lexicon.currencies.at(tokens, rest.end)
    return rest if lexicon.stacking_spaced and (rest.scaled or counts) else None


def scale_of(value: Decimal) -> Decimal:
    """The largest power of a thousand that a number reaches: what "and a half" is half of."""
    scale = Decimal(1)
    while value >= scale * 1_000:
        scale *= 1_000
    return scale


def _scale_at(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[int, int] | None:
    token = tokens[place]
    if not token.is_word:
        return None
    if token.low in lexicon.scales:
        return lexicon.scales[token.low], place + 1
    if token.low in lexicon.short_scales:
        end = place + 1
        if end < len(tokens) and tokens[end].low == "." and tokens[end].glued:
            end += 1
        return lexicon.short_scales[token.low], end
    return lexicon.multiples.at(tokens, place)


def _past_hyphen(tokens: Sequence[Token], place: int) -> int:
    if tokens[place].low in _HYPHENS and tokens[place].glued and place + 1 < len(tokens):
        return place + 1
    return place


def _read_words(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Numeral | None:
    group = lexicon.groups.at(tokens, start)
    if group:
        value, end = _with_rest(tokens, Decimal(group[0]), group[1], lexicon)
        grouped = Numeral(start, end, value, in_words=True, scaled=True)
        return _scaled(tokens, grouped, lexicon)
    extra = _vulgar_fraction_alone(tokens[start])
    if extra is not None:
        return _scaled(tokens, Numeral(start, start + 1, extra), lexicon)
    reader = WordReader(lexicon)
    place = end = start
    while place < len(tokens):
        token = tokens[place]
        if reader.take(token.low):
            place = end = place + 1
            if reader.closed:
                break
        elif end > start and place == end and _may_join(token, lexicon) and not reader.closed:
            place += 1
        else:
            break
    if end == start:
        multiple = lexicon.multiples.at(tokens, start)
        if multiple is None:
            return None
        return Numeral(start, multiple[1], Decimal(multiple[0]), in_words=True)
    weak = end == start + 1 and tokens[start].low in lexicon.weak
    numeral = Numeral(
        start,
        end,
        reader.value,
        reader.ordinal,
        True,
        reader.scaled,
        weak,
        reader.year,
        reader.unit,
    )
    if reader.closed or reader.year:
        return numeral
    return _scaled(tokens, numeral, lexicon)


def _with_rest(
    tokens: Sequence[Token], value: Decimal, end: int, lexicon: Lexicon
) -> tuple[Decimal, int]:
    """Read on behind a round number in words: "a hundred *and sixty-two*"."""
    if value < 100 or end + 1 >= len(tokens) or tokens[end].low not in lexicon.joiners:
        return value, end
    rest = _read_words(tokens, end + 1, lexicon)
    if rest is None or rest.ordinal or rest.scaled or rest.unit or rest.value >= value:
        return value, end
    return value + rest.value, rest.end


def _vulgar_fraction_alone(token: Token) -> Decimal | None:
    if len(token.text) == 1 and "fraction" in unicodedata.decomposition(token.text):
        return Decimal(str(unicodedata.numeric(token.text)))
    return None


def _may_join(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.joiners or (token.low in _HYPHENS and token.glued)
