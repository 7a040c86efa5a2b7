"""Amounts: a number with what limits it and what it is a number of, in base units.

"more than 50", "between 3 and 5 km", "about $2.7 million", "two thirds", "several weeks".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.details.amount_range import as_written, grain
from tui.details.durations import with_smaller_units
from tui.details.lexicon import Lexicon
from tui.details.money import currency_after, currency_before, with_money_scale
from tui.details.number_ranges import moved_before, range_end
from tui.details.numbers import Numeral, plain, read_numeral, scale_of
from tui.details.read_once import read_once
from tui.details.set_amounts import APOSTROPHES, past_of, read_rank_within, read_set_amount
from tui.details.shares import part_of_whole
from tui.details.tokens import Token
from tui.details.units import amount_of, converted, kind_of, measures, unit_after
from tui.details.values import Amount
from tui.model import DetailKind

__all__ = ["Finding", "read_amount"]


_MOST_MILLIONS = 100
"""From here on the letter is that of metres: "100m hurdles"."""

_AND_SOME = "and_some"
"""The limit of a number that stands for itself and some more: "thirty-odd"."""

_COUNTED = frozenset({"things", "events"})
"""Tables of what may stand between a number and its limit: "95 *people* at least"."""

_SIGNED = frozenset({"degC", "degF", "degree"})
"""Units that also count below zero."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A detail found in tokens ``[start, end)``."""

    start: int
    end: int
    kind: DetailKind
    value: object


@dataclass(frozen=True, slots=True)
class _Modifiers:
    """What stands before a number: the first token, a limit, an approximation, "between"."""

    end: int
    limit: str = ""
    near: str = ""
    """``"about"``, ``"below"`` or ``"above"`` where the number is approximate."""
    between: bool = False


@read_once
def read_amount(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read the amount that starts at a token, modifiers and unit included."""
    rank = read_rank_within(tokens, start, lexicon)
    if rank is not None:
        return Finding(start, rank[1], DetailKind.NUMBER, rank[0])
    whole = lexicon.share_ranges.at(tokens, start) or lexicon.vague_times.at(tokens, start)
    before = _Modifiers(start) if whole else _modifiers(tokens, start, lexicon)  # "nearly all"
    if before.end >= len(tokens):
        return None
    fixed = read_set_amount(tokens, before.end, lexicon)
    if fixed is not None:
        amount, end = fixed
        return _finished(tokens, (start, end), amount, before, lexicon)
    counted = _counted_amount(tokens, before, lexicon)
    if counted is None:
        return None
    amount, end = counted
    article = tokens[before.end].low in lexicon.articles  # "über einen Messengerdienst"
    if amount.weak and (before.limit or before.between) and not article:
        amount = replace(amount, weak=False)
    return _finished(tokens, (start, end), amount, before, lexicon)


def _modifiers(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> _Modifiers:
    found = _Modifiers(start)
    for _ in range(4):
        place = found.end
        if place >= len(tokens) or tokens[place].is_figure:
            break
        limit = lexicon.limits.at(tokens, place)
        near = lexicon.approximate.at(tokens, place)
        between = lexicon.between.at(tokens, place)
        if limit and _is_governed(tokens, place, lexicon):
            break
        if limit and limit[0] == "more_than" and _falls_short(tokens, limit[1], lexicon):
            break
        if limit and tokens[place].low in lexicon.reached and moved_before(tokens, place, lexicon):
            found = replace(found, end=limit[1])
        elif limit and not found.limit:
            found = replace(found, end=limit[1], limit=limit[0])
        elif near:
            found = replace(found, end=near[1], near=near[0])
        elif between and place == start:
            found = replace(found, end=between[1], between=True)
        elif place > start and tokens[place].low in lexicon.others:
            found = replace(found, end=place + 1)
        else:
            break
        if found.end < len(tokens) and tokens[found.end].low in APOSTROPHES:  # "plus d'un millier"
            found = replace(found, end=found.end + 1)
    return found


def _falls_short(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether "nearly" follows "over", which so is a preposition: "*over* nearly a dozen lands"."""
    near = lexicon.approximate.at(tokens, place)
    return near is not None and near[0] == "below"


def _is_governed(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a word is no limit, but belongs to a verb before: "verfügt *über* 35 Sitze"."""
    verbs = lexicon.governed.get(tokens[place].low)
    if not verbs or not place or tokens[place - 1].low in lexicon.function:
        return False
    return any(token.low in verbs for token in tokens[:place])


def _counted_amount(
    tokens: Sequence[Token], before: _Modifiers, lexicon: Lexicon
) -> tuple[Amount, int] | None:
    place = before.end
    leading = currency_before(tokens, place, lexicon)
    numeral = read_numeral(tokens, leading[1] if leading else place, lexicon)
    if numeral is None:
        return None
    if numeral.unit:
        return amount_of(numeral.value, numeral.unit), numeral.end
    scaled = with_money_scale(tokens, numeral, lexicon)
    if leading or (scaled is not numeral and _is_scaled(tokens, numeral, scaled.end, lexicon)):
        numeral = scaled  # "£86m"
    if numeral.ordinal:
        led = lexicon.ordinal_before.before(tokens, numeral.start)
        surely = led is not None and led[1] < numeral.start - 1  # "ครั้งที่สาม"
        if numeral.in_words and not (surely or _is_counting(tokens, numeral.end, lexicon)):
            return None
        value = plain(numeral.value)
        return Amount(value, value, ordinal=True, weak=numeral.weak), numeral.end
    whole = part_of_whole(tokens, numeral, lexicon)
    if whole is not None:
        return whole
    currency = leading[0] if leading else ""
    second = range_end(tokens, numeral, currency, lexicon, between=before.between)
    return _with_unit(tokens, numeral, second, currency, lexicon)


def _is_scaled(tokens: Sequence[Token], numeral: Numeral, end: int, lexicon: Lexicon) -> bool:
    """Whether a letter behind a number is a scale: "2.7m cubic metres", "5.2m payments".

    What has a unit is no length in metres, nor is what is counted in the plural.
    """
    if unit_after(tokens, end, None, lexicon)[0]:
        return True
    if end >= len(tokens) or tokens[end].glued or numeral.value >= _MOST_MILLIONS:
        return False
    low = tokens[end].low
    table, _ = lexicon.roles.get(low, ("", ""))
    return table == "things" or (low.endswith(lexicon.plural) and table != "measures")


def _with_unit(
    tokens: Sequence[Token],
    first: Numeral,
    second: Numeral | None,
    currency: str,
    lexicon: Lexicon,
) -> tuple[Amount, int] | None:
    last = second or first
    if currency:
        unit, end = currency, last.end
        again = lexicon.currencies.after(tokens, end)  # "200 million USD" after "$"
        end = again[1] if again and again[0] == currency else end
    else:
        unit, end = unit_after(tokens, last.end, last, lexicon)
        if not unit and last.scaled:
            unit, end = unit_after(tokens, past_of(tokens, last.end, lexicon), last, lexicon)
            end = end if unit else last.end
        unit = unit or _shared_unit(tokens, last, lexicon)
    if last.in_words and not unit and not _is_counting(tokens, end, lexicon):
        return None
    low = first.value
    if second is not None and second.scaled and not first.scaled and low < 1_000:
        low *= scale_of(second.value)  # "2 to 3 million"
    factor = Decimal(1)
    if not currency:
        money = currency_after(tokens, last.end, last, lexicon)
        factor = money[1] if money else factor
    half = lexicon.halves.at(tokens, end) if unit and second is None else None
    if half:  # "trois jours et demi"
        low, end = low + Decimal("0.5"), half[1]
    if unit in _SIGNED and second is None:
        below = lexicon.below_zero.at(tokens, end)
        end = below[1] if below else end
        low = -low if below or _has_minus(tokens, first.start, lexicon) else low
    amount = amount_of(low * factor, unit)
    if second is not None:
        amount = replace(amount, high=converted(second.value * factor, unit))
    else:
        amount, end = with_smaller_units(tokens, amount, end, lexicon)
    weak = first.weak and not unit and second is None
    return replace(amount, weak=weak, worded=last.in_words), end


def _is_counting(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a number in words is one: signs of numbers are part of many words ("安全が第*一*").

    Where that is so, what tells what is counted stands behind, a limit perhaps between.
    """
    if lexicon.counters.empty or lexicon.counters.at(tokens, place):
        return True
    limit = lexicon.limits_after.at(tokens, place) or lexicon.approximate_after.at(tokens, place)
    return limit is not None and lexicon.counters.at(tokens, limit[1]) is not None


def _past_counter(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """The place behind what is counted, between a number and its limit: "30*人*以上"."""
    counter = lexicon.counters.at(tokens, place)
    if counter or place >= len(tokens):
        return counter[1] if counter else place
    return place + (lexicon.roles.get(tokens[place].low, ("", ""))[0] in _COUNTED)


def _shared_unit(tokens: Sequence[Token], numeral: Numeral, lexicon: Lexicon) -> str:
    """The unit that stands only behind the other of two numbers: "*24* and 31 years"."""
    place = numeral.end
    if place + 1 >= len(tokens) or tokens[place].low not in lexicon.joiners or numeral.weak:
        return ""
    other = read_numeral(tokens, place + 1, lexicon)
    if other is None or other.ordinal or other.scaled or other.weak:
        return ""
    return unit_after(tokens, other.end, None, lexicon)[0]


def _unit_before(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The unit before a number, or before the one it is joined to: "aged 24 and *33*"."""
    named = lexicon.units_before.before(tokens, start)
    if named or start < 3 or tokens[start - 1].low not in lexicon.joiners:
        return named
    other = tokens[start - 2]
    counted = other.is_figure or other.low in lexicon.words
    joined = lexicon.units_before.before(tokens, start - 2) if counted else None
    return (joined[0], start) if joined else None


def _has_minus(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a sign or word before a number makes it less than zero."""
    if not place or tokens[place - 1].low not in lexicon.minus:
        return False
    sign = tokens[place - 1]
    return sign.is_word or (tokens[place].glued and not sign.glued)


def _finished(
    tokens: Sequence[Token],
    span: tuple[int, int],
    amount: Amount,
    before: _Modifiers,
    lexicon: Lexicon,
) -> Finding:
    """Apply what limits the number, before it and behind it."""
    (start, end), limit = span, before.limit
    counter = end if amount.unit else _past_counter(tokens, end, lexicon)
    after = lexicon.limits_after.after(tokens, end) or lexicon.limits_after.at(tokens, counter)
    if after and not limit:
        limit, end = after
    near = lexicon.approximate_after.after(tokens, end) or lexicon.approximate_after.at(
        tokens, counter
    )
    if near:
        end = near[1]
    side = before.near or (near[0] if near else "")
    approximate = bool(side) or amount.approximate or limit == _AND_SOME
    begin, unit = start, amount.unit
    if before.between and amount.low == amount.high:
        begin = start + 1
    named = _unit_before(tokens, start, lexicon)
    if named and named[0] == "age" and amount.written == "year":
        amount = amount_of(Decimal(amount.low or 0) / 12, "age")
        unit, begin = named
    elif named and (not unit or (named[0] == "magnitude" and unit == "degree")):
        unit, begin = named
        counted = unit in measures() and amount.exact and not amount.ordinal
        amount = amount_of(Decimal(str(amount.low)), unit) if counted else amount
        amount = replace(amount, written=unit)
        unit = amount.unit if counted else unit
    if (amount.low or 0) < 0 and _has_minus(tokens, begin, lexicon):
        begin -= 1
    low, high = amount.low, amount.high
    if not amount.ordinal and low == high:
        if limit in {"at_least", "more_than"} or (not limit and side == "above"):
            high = None
        elif limit in {"at_most", "less_than"} or (not limit and side == "below"):
            low = None
        elif limit == _AND_SOME:
            high = _with_some(amount)
    amount = replace(amount, low=low, high=high, unit=unit, approximate=approximate)
    return Finding(begin, end, kind_of(unit), amount)


def _with_some(amount: Amount) -> int | float | None:
    """The most a number and some more may be: up to the next of its last place."""
    least = as_written(amount)
    return plain(Decimal(str(amount.low)) * (least + grain(amount)) / least) if least else None
