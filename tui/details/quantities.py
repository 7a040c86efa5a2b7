"""Amounts: a number with what limits it and what it is a number of, in base units.

"more than 50", "between 3 and 5 km", "about $2.7 million", "two thirds", "several weeks".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from tui.data import load
from tui.details.lexicon import Lexicon
from tui.details.money import currency_after, currency_before, with_money_scale
from tui.details.numbers import Numeral, plain, read_numeral, scale_of
from tui.details.shares import part_of_whole, read_share
from tui.details.tokens import Token
from tui.details.values import Amount
from tui.model import DetailKind

__all__ = ["Finding", "kind_of", "measures", "read_amount"]

_ROUNDED = Decimal(10) ** 15
"""Below this, conversion is rounded to a millionth, so that 36 hours are a day and a half."""
_DASHES = frozenset("-–—‐‑")


@dataclass(frozen=True, slots=True)
class Finding:
    """A detail found in tokens ``[start, end)``."""

    start: int
    end: int
    kind: DetailKind
    value: object


@cache
def measures() -> Mapping[str, tuple[str, Decimal, Decimal]]:
    """For each physical unit its base unit, factor and offset."""
    table: Mapping[str, list[str | float]] = load("details/signs")["measures"]
    return {
        name: (str(row[0]), Decimal(str(row[1])), Decimal(str(row[2] if len(row) > 2 else 0)))
        for name, row in table.items()
    }


def kind_of(unit: str) -> DetailKind:
    """The kind of detail an amount of a unit is."""
    if not unit:
        return DetailKind.NUMBER
    if unit in {"%", "pp"}:
        return DetailKind.PERCENT
    if unit in {"peso", "krone"} or (len(unit) == 3 and unit.isalpha() and unit.isupper()):
        return DetailKind.MONEY
    return DetailKind.QUANTITY


@dataclass(frozen=True, slots=True)
class _Modifiers:
    """What stands before a number: the first token, a limit, an approximation, "between"."""

    end: int
    limit: str = ""
    approximate: bool = False
    between: bool = False


def read_amount(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Finding | None:
    """Read the amount that starts at a token, modifiers and unit included."""
    before = _modifiers(tokens, start, lexicon)
    if before.end >= len(tokens):
        return None
    fixed = _fixed_amount(tokens, before.end, lexicon)
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
        if limit and not found.limit:
            found = replace(found, end=limit[1], limit=limit[0])
        elif near:
            found = replace(found, end=near[1], approximate=True)
        elif between and place == start:
            found = replace(found, end=between[1], between=True)
        elif place > start and tokens[place].low in lexicon.others:
            found = replace(found, end=place + 1)
        else:
            break
    return found


def _fixed_amount(
    tokens: Sequence[Token], start: int, lexicon: Lexicon
) -> tuple[Amount, int] | None:
    """Amounts that are set phrases: "half an hour", "two thirds", "several", "dozens"."""
    timed = lexicon.half_units.at(tokens, start)
    if timed:
        (value, unit), end = timed
        half = lexicon.halves.at(tokens, end)  # "a month and a half"
        whole = Decimal(str(value)) + (Decimal("0.5") if half else 0)
        return _amount(whole, unit), half[1] if half else end
    share = read_share(tokens, start, lexicon)
    group = lexicon.groups.at(tokens, start)
    if share and not (group and group[1] > share[1]):
        return _share_of_number(tokens, share, lexicon) or share
    vague = lexicon.vague.at(tokens, start)
    if vague is None:
        return None
    (low, high), end = vague
    factor = Decimal(1)
    place = _past_of(tokens, end, lexicon)
    if place < len(tokens) and tokens[place].low in lexicon.scales:
        factor, end = Decimal(lexicon.scales[tokens[place].low]), place + 1
    unit, unit_end = _measured_in(tokens, _past_of(tokens, end, lexicon), lexicon)
    least = _converted(low * factor, unit)
    most = _converted(high * factor, unit) if high else None
    base = measures()[unit][0] if unit in measures() else unit
    amount = Amount(least, most, base, approximate=True, written=unit)
    return amount, unit_end if unit else end


def _share_of_number(
    tokens: Sequence[Token], share: tuple[Amount, int], lexicon: Lexicon
) -> tuple[Amount, int] | None:
    """Read on to the number a share is taken of: "a third of a billion dollars"."""
    hundredths, end = share
    place = _past_of(tokens, end, lexicon)
    group = lexicon.groups.at(tokens, place)
    if group is None or group[0] < 1_000:
        return None
    value = Decimal(group[0]) * Decimal(str(hundredths.point)) / 100
    unit, after = _measured_in(tokens, group[1], lexicon)
    least, most = (_converted(value * by, unit) for by in (Decimal("0.9"), Decimal("1.1")))
    base = measures()[unit][0] if unit in measures() else unit
    return Amount(least, most, base, approximate=True, written=unit), after


def _measured_in(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """The unit or currency at a token behind an amount in words, and the token after it."""
    unit, end = _unit_after(tokens, place, None, lexicon)
    money = None if unit else lexicon.currencies.after(tokens, place)
    return money or (unit, end)


def _past_of(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    return place + 1 if place < len(tokens) and tokens[place].low in lexicon.of else place


def _counted_amount(
    tokens: Sequence[Token], before: _Modifiers, lexicon: Lexicon
) -> tuple[Amount, int] | None:
    place = before.end
    leading = currency_before(tokens, place, lexicon)
    numeral = read_numeral(tokens, leading[1] if leading else place, lexicon)
    if numeral is None:
        return None
    if numeral.unit:
        return _amount(numeral.value, numeral.unit), numeral.end
    scaled = with_money_scale(tokens, numeral, lexicon)
    if leading or (scaled is not numeral and _unit_after(tokens, scaled.end, None, lexicon)[0]):
        numeral = scaled  # "£86m"; "2.7m cubic metres", for what has a unit is no length in metres
    if numeral.ordinal:
        value = plain(numeral.value)
        return Amount(value, value, ordinal=True, weak=numeral.weak), numeral.end
    whole = part_of_whole(tokens, numeral, lexicon)
    if whole is not None:
        return whole
    second = _range_end(tokens, numeral, before, leading[0] if leading else "", lexicon)
    return _with_unit(tokens, numeral, second, leading[0] if leading else "", lexicon)


def _range_end(
    tokens: Sequence[Token], first: Numeral, before: _Modifiers, currency: str, lexicon: Lexicon
) -> Numeral | None:
    place = first.end
    if place + 1 >= len(tokens):
        return None
    dash = tokens[place].low in _DASHES
    if dash:
        following = place + 1
    else:
        to = lexicon.to.at(tokens, place)
        if to is None or (tokens[place].low in lexicon.joiners and not before.between):
            return None
        following = to[1]
    if currency:
        again = currency_before(tokens, following, lexicon)
        following = again[1] if again else following
    if following >= len(tokens):
        return None
    changes = first.start > 0 and tokens[first.start - 1].low in lexicon.change
    second = read_numeral(tokens, following, lexicon)
    if second is None or second.ordinal or second.unit or (changes and not dash):
        return None
    if currency:
        second = with_money_scale(tokens, second, lexicon)
    if second.scaled and not first.scaled and first.value < second.value:
        return second
    return second if first.value < second.value else None


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
        unit, end = _unit_after(tokens, last.end, last, lexicon)
        if not unit and last.scaled:
            unit, end = _unit_after(tokens, _past_of(tokens, last.end, lexicon), last, lexicon)
            end = end if unit else last.end
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
    amount = _amount(low * factor, unit)
    if second is not None:
        amount = replace(amount, high=_converted(second.value * factor, unit))
    weak = first.weak and not unit and second is None
    return replace(amount, weak=weak), end


def _unit_after(
    tokens: Sequence[Token], place: int, numeral: Numeral | None, lexicon: Lexicon
) -> tuple[str, int]:
    """The unit, currency or percent sign at a token, longest first, and the token after it."""
    percent = lexicon.percent.after(tokens, place)
    if percent:
        return percent
    if numeral is not None:
        money = currency_after(tokens, place, numeral, lexicon)
        if money:
            return money[0], money[2]
    unit = lexicon.units.after(tokens, place)
    if unit is None or _starts_sentence_word(tokens, place, unit[1]):
        return "", place
    return unit


def _starts_sentence_word(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether what looks like a unit is a letter of something else ("5 m-dashes", "T-shirts")."""
    return (
        len(tokens[end - 1].text) == 1
        and tokens[end - 1].is_word
        and end < len(tokens)
        and tokens[end].glued
        and tokens[end].low in _DASHES
    ) or (place == end)


def _amount(value: Decimal, unit: str) -> Amount:
    number = _converted(value, unit)
    base = measures()[unit][0] if unit in measures() else unit
    return Amount(number, number, base, written=unit)


def _converted(value: Decimal | int, unit: str) -> int | float:
    if unit not in measures():
        return plain(Decimal(value))
    _, factor, offset = measures()[unit]
    exact = Decimal(value) * factor + offset
    return plain(round(exact, 6) if abs(exact) < _ROUNDED else exact)


def _finished(
    tokens: Sequence[Token],
    span: tuple[int, int],
    amount: Amount,
    before: _Modifiers,
    lexicon: Lexicon,
) -> Finding:
    """Apply what limits the number, before it and behind it."""
    (start, end), limit = span, before.limit
    after = lexicon.limits_after.at(tokens, end)
    if after and not limit:
        limit, end = after
    approximate = before.approximate or amount.approximate
    near = lexicon.approximate_after.after(tokens, end)
    if near:
        approximate, end = True, near[1]
    begin, unit = start, amount.unit
    if before.between and amount.low == amount.high:
        begin = start + 1
    named = lexicon.units_before.before(tokens, start)
    if named and named[0] == "age" and amount.written == "year":
        amount = _amount(Decimal(amount.low or 0) / 12, "age")
        unit, begin = named
    elif named and not unit:
        unit, begin = named
    low, high = amount.low, amount.high
    if not amount.ordinal and low == high:
        if limit in {"at_least", "more_than"}:
            high = None
        elif limit in {"at_most", "less_than"}:
            low = None
    amount = replace(amount, low=low, high=high, unit=unit, approximate=approximate)
    return Finding(begin, end, kind_of(unit), amount)
