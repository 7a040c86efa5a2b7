"""Amounts that are set phrases: "half an hour", "two thirds", "several", "for years", "dozens"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tui.details.lexicon import Lexicon
from tui.details.numbers import plain, read_numeral
from tui.details.shares import read_share
from tui.details.tokens import Token
from tui.details.units import amount_of, converted, measured_in, measures
from tui.details.values import Amount

__all__ = ["APOSTROPHES", "past_of", "read_rank_within", "read_set_amount"]

APOSTROPHES = frozenset("'’")


def read_rank_within(
    tokens: Sequence[Token], start: int, lexicon: Lexicon
) -> tuple[Amount, int] | None:
    """Read a rank of which only the lowest is told: "the top twenty", "los diez primeros"."""
    top = lexicon.top.at(tokens, start)
    led = top or lexicon.among.at(tokens, start)
    if led is None:
        return None
    place = led[1]
    if place < len(tokens) and tokens[place].low == "-":
        place += 1
    lowest = read_numeral(tokens, place, lexicon)
    if lowest is None or lowest.ordinal or lowest.scaled or lowest.value <= 1:
        return None
    best = lexicon.best.at(tokens, lowest.end)
    if not top and not best:
        return None
    end = best[1] if best else lowest.end
    if lexicon.units.after(tokens, end) or lexicon.percent.at(tokens, end):
        return None  # "the first ten days", "the top ten percent"
    return Amount(1, plain(lowest.value), ordinal=True), end


def read_set_amount(
    tokens: Sequence[Token], start: int, lexicon: Lexicon
) -> tuple[Amount, int] | None:
    """Read the set phrase for an amount that starts at a token: its value and the token after."""
    if lexicon.no_numbers.at(tokens, start):
        return None
    timed = lexicon.half_units.at(tokens, start)
    if timed:
        (value, unit), end = timed
        half = lexicon.halves.at(tokens, end)  # "a month and a half"
        whole = Decimal(str(value)) + (Decimal("0.5") if half else 0)
        return amount_of(whole, unit), half[1] if half else end
    lasting = lexicon.vague_times.at(tokens, start)
    if lasting:
        (fewest, longest, unit), end = lasting
        duration = amount_of(Decimal(fewest), unit)
        return replace(duration, high=converted(longest, unit), approximate=True), end
    portion = lexicon.share_ranges.at(tokens, start)
    if portion:
        (some, all_but), end = portion
        return Amount(some, all_but, "%", approximate=True, written="share"), end
    share = read_share(tokens, start, lexicon)
    group = lexicon.groups.at(tokens, start)
    if share and not (group and group[1] > share[1]):
        return _share_of_number(tokens, share, lexicon) or share
    vague = lexicon.vague.at(tokens, start)
    if vague is None:
        return None
    (low, high), end = vague
    factor = Decimal(1)
    place = past_of(tokens, end, lexicon)
    if place < len(tokens) and tokens[place].low in lexicon.scales:
        factor, end = Decimal(lexicon.scales[tokens[place].low]), place + 1
    unit, unit_end = measured_in(tokens, past_of(tokens, end, lexicon), lexicon)
    least = converted(low * factor, unit)
    most = converted(high * factor, unit)
    base = measures()[unit][0] if unit in measures() else unit
    amount = Amount(least, most, base, approximate=True, written=unit)
    return amount, unit_end if unit else end


def _share_of_number(
    tokens: Sequence[Token], share: tuple[Amount, int], lexicon: Lexicon
) -> tuple[Amount, int] | None:
    """Read on to the number a share is taken of: "a third of a billion dollars"."""
    hundredths, end = share
    place = past_of(tokens, end, lexicon)
    group = lexicon.groups.at(tokens, place)
    if group is None or group[0] < 1_000:
        return None
    value = Decimal(group[0]) * Decimal(str(hundredths.point)) / 100
    unit, after = measured_in(tokens, group[1], lexicon)
    least, most = (converted(value * by, unit) for by in (Decimal("0.9"), Decimal("1.1")))
    base = measures()[unit][0] if unit in measures() else unit
    return Amount(least, most, base, approximate=True, written=unit), after


def past_of(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """The place behind "of", with its apostrophe: "une dizaine *d'*années"."""
    if place >= len(tokens) or tokens[place].low not in lexicon.of:
        return place
    elided = place + 1 < len(tokens) and tokens[place + 1].low in APOSTROPHES
    return place + 1 + elided
