"""A sentence as the readers of dates see it: tokens, lexicon, and what is between the parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.details.date_words import DateWords, date_words
from tui.details.lexicon import Lexicon
from tui.details.numbers import Numeral, read_numeral
from tui.details.tokens import Token

__all__ = ["DateText"]

_LATEST = 2_200
"""Years above this are of a calendar that is ahead of ours."""


class DateText(NamedTuple):
    """A sentence, its tokens and the words of its language."""

    text: str
    tokens: Sequence[Token]
    known: Lexicon
    words: DateWords

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], known: Lexicon) -> DateText:
        """Put a sentence beside the date words of its language."""
        return cls(text, tokens, known, date_words(known.lang))

    def low(self, place: int) -> str:
        """The folded token at a place, ``""`` outside the sentence."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def numeral(self, place: int) -> Numeral | None:
        """The number that starts at a place."""
        return read_numeral(self.tokens, place, self.known)

    def past_of(self, place: int) -> int:
        """The place behind words such as "of" and "the" between the parts of a date."""
        while self.low(place) in self.words.of and place + 1 < len(self.tokens):
            place += 1
        return place

    def year_after(self, place: int) -> tuple[int | None, int]:
        """The year behind a day or month, a comma or "of" between, and the token after it."""
        at = place + 1 if self.low(place) == "," else self.past_of(place)
        year = self.four_figures(at)
        return (year, at + 1) if year is not None else (None, place)

    def past_of_year_cue(self, place: int) -> tuple[int, int] | None:
        """The year behind a part of the day, "morning *in 2023*", and the token after it."""
        at = place + (self.low(place) in self.words.year_before)
        year = self.four_figures(at)
        return (year, at + 1) if year is not None else None

    def four_figures(self, place: int) -> int | None:
        """The token at a place as a number of four figures, if it is one."""
        low = self.low(place)
        if not (len(low) == 4 and low.isascii() and low.isdigit()):
            return None
        return self.gregorian(int(low))

    def gregorian(self, year: int) -> int:
        """A year of the language's own calendar, told by its size, as one of ours."""
        ahead = self.words.years_ahead
        return year - ahead if ahead and year > _LATEST else year

    def cues_year(self, place: int) -> bool:
        """Whether the words before a place say that a year comes."""
        words = self.words
        spelt = words.spelt_year_before.before(self.tokens, place)
        return self.low(place - 1) in words.year_before or spelt is not None
