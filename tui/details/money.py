"""Sums of money: "$53m", "860 million pounds", "Rs 500 crore", "3,5 Mrd. Euro"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tui.details.lexicon import Lexicon
from tui.details.numbers import Numeral
from tui.details.tokens import Token

__all__ = ["currency_after", "currency_before", "with_money_scale"]

_CENT = "-cent"
"""Ends the names of subunits in the data files; a hundred make one of the currency before it."""


def currency_before(
    tokens: Sequence[Token], start: int, lexicon: Lexicon
) -> tuple[str, int] | None:
    """The currency sign or code at a token, with a figure right behind it ("US$ 38b")."""
    found = lexicon.currencies.at(tokens, start)
    if found is None or found[1] >= len(tokens) or found[0].endswith(_CENT):
        return None
    name, end = found
    if tokens[start].is_word and not _is_code(tokens[start].text):
        return None
    if tokens[end].low == "." and tokens[end].glued:
        end += 1
    return (name, end) if end < len(tokens) and tokens[end].is_figure else None


def _is_code(text: str) -> bool:
    """Codes stand before a figure, words such as "euro" do not."""
    return text.isupper() or text in {"Rs", "Fr"}


def currency_after(
    tokens: Sequence[Token], start: int, numeral: Numeral, lexicon: Lexicon
) -> tuple[str, Decimal, int] | None:
    """The currency behind a number, what one of it is worth in it, and the token after it."""
    found = lexicon.currencies.after(tokens, start)
    if found is None:
        return None
    name, end = found
    if name.endswith(_CENT):
        return name.removesuffix(_CENT), Decimal("0.01"), end
    if lexicon.units.after(tokens, start) and not numeral.scaled and numeral.value < 10_000:
        return None  # "500 pounds": a weight, unless there are very many
    return name, Decimal(1), end


def with_money_scale(tokens: Sequence[Token], numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Read the letters that mean millions only beside a currency sign ("£860m", "$250-M")."""
    place = numeral.end
    if place + 1 < len(tokens) and tokens[place].low == "-" and tokens[place].glued:
        place += 1
    if place >= len(tokens) or not tokens[place].glued:
        return numeral
    scale = lexicon.money_scales.get(tokens[place].low)
    if scale is None or numeral.scaled:
        return numeral
    return numeral._replace(value=numeral.value * scale, end=place + 1, scaled=True)
