"""What was read as an amount and is a date or time with a word before it: "around 3 November"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.details.date_words import date_words
from tui.details.dates import read_date
from tui.details.lexicon import Lexicon
from tui.details.quantities import Finding
from tui.details.scores import counts_something
from tui.details.times import read_time
from tui.details.tokens import Token
from tui.details.values import Amount, CalendarDate

__all__ = ["holds_date_or_time"]


def holds_date_or_time(
    text: str,
    tokens: Sequence[Token],
    start: int,
    found: Finding,
    *,
    known: Lexicon,
    published: date | None,
) -> bool:
    """Whether a date or time begins inside an amount: "um *17.45 Uhr*", "höher als *2019*".

    Args:
        text: The sentence.
        tokens: Its tokens.
        start: Where it was read from, "between" included.
        found: The amount.
        known: The lexicon of the sentence's language.
        published: The day of the report.
    """
    amount = found.value
    return isinstance(amount, Amount) and any(
        tokens[inner].is_figure
        and (
            read_time(text, tokens, inner, known)
            or _is_dated(
                read_date(text, tokens, inner, known, published),
                amount,
                cued=_cues_year(tokens, inner, known),
            )
            or _bounds_year(tokens, start, inner, amount, known)
        )
        for inner in range(start + 1, found.end)
    )


def _cues_year(tokens: Sequence[Token], figure: int, known: Lexicon) -> bool:
    """Whether four figures behind a limit count nothing: "ab 2027", "hasta 2030"."""
    cued = tokens[figure - 1].low in date_words(known.lang).year_before
    return cued and not counts_something(tokens, figure + 1, known)


def _is_dated(found: Finding | None, amount: Amount, *, cued: bool) -> bool:
    """Whether what follows a modifier is a date: more than four figures, or "around" a year."""
    if found is None or not isinstance(found.value, CalendarDate):
        return False
    bare_year = found.value == CalendarDate(found.value.year)
    return not bare_year or cued or (amount.approximate and amount.low == amount.high)


def _bounds_year(
    tokens: Sequence[Token], place: int, figure: int, amount: Amount, known: Lexicon
) -> bool:
    """Whether a limit is one of years: "until at least 2030", "higher than 2019"."""
    year, bound = _four_figures(tokens[figure]), (amount.low is None) != (amount.high is None)
    if not bound or amount.unit or not 1900 <= year <= 2100:
        return False
    compared = figure - place > 1 and year % 100 and not counts_something(tokens, figure + 1, known)
    return bool(compared) or (
        place > 0 and tokens[place - 1].low in date_words(known.lang).year_before
    )


def _four_figures(token: Token) -> int:
    return int(token.low) if len(token.low) == 4 and token.low.isdigit() else 0
