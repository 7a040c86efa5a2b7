"""Results of votes: "12 votes to 5", "21 Ja- gegen 12 Nein-Stimmen", "by a single vote"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.details.lexicon import Lexicon
from tui.details.numbers import Numeral, read_numeral
from tui.details.quantities import Finding
from tui.details.scores import counts_something
from tui.details.tokens import Token
from tui.details.values import Label, Score
from tui.model import DetailKind

__all__ = ["MARGIN", "read_vote"]

MARGIN = "margin"
"""The name of labels that say by how many a vote was won: 1, or 0 for a vote with none against."""

_MOST_BETWEEN = 5
"""How many words may stand between the two numbers ("five in favour and three against")."""

_BEFORE = 8
"""How many words before may say that there was a vote."""

_LINKS = frozenset("-‐‑,")


def read_vote(tokens: Sequence[Token], start: int, known: Lexicon) -> Finding | None:
    """Read the result of a vote that starts at a token, or the words for one."""
    margin = known.vote_margins.at(tokens, start)
    if margin is not None:
        return Finding(start, margin[1], DetailKind.NUMBER, Label(MARGIN, margin[0]))
    first = _voters(tokens, start, known)
    if first is None:
        return None
    place, opposed, voted = _past_words(tokens, first.end, _MOST_BETWEEN, known)
    second = _voters(tokens, place, known) if place > first.end else None
    if second is None:
        return None
    after, opposed_after, voted_after = _past_words(tokens, second.end, 2, known)
    if not (opposed or opposed_after):
        return None
    if not (voted or voted_after):
        before = tokens[max(0, start - _BEFORE) : start]
        decided = any(token.low in known.vote_words for token in before)
        counts = after == second.end and counts_something(tokens, after, known)
        if not decided or counts:
            return None
    end = after if opposed_after else second.end
    score = sorted((int(first.value), int(second.value)))
    return Finding(start, end, DetailKind.QUANTITY, Score(score[1], score[0]))


def _voters(tokens: Sequence[Token], place: int, known: Lexicon) -> Numeral | None:
    """A whole number of those who voted so."""
    numeral = read_numeral(tokens, place, known)
    if numeral is None or numeral.ordinal or numeral.scaled or numeral.unit or numeral.year_like:
        return None
    return numeral if numeral.value == int(numeral.value) else None


def _past_words(
    tokens: Sequence[Token], place: int, most: int, known: Lexicon
) -> tuple[int, bool, bool]:
    """The place behind words of a vote, whether one sets two sides apart, and whether one votes."""
    opposed = voted = False
    last = place + most
    while place < min(last, len(tokens)):
        low = tokens[place].low
        if low in known.vote_against:
            opposed = True
        elif low in known.vote_words:
            voted = True
        elif low not in _LINKS and low not in known.vote_fillers:
            break
        place += 1
    return place, opposed, voted
