"""Ages that look like plain numbers: "Jones, 59, said", "Marie, 34 ans", "the oldest 83"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.details.ages import age_words
from tui.details.amount_relation import OLDEST
from tui.details.lexicon import Lexicon
from tui.details.quantities import Finding
from tui.details.roles import is_parent, is_person
from tui.details.time_words import time_words
from tui.details.tokens import Token
from tui.details.values import Amount
from tui.model import DetailKind

__all__ = ["read_plain_age"]

_SINGLE = frozenset({"people", "children", "men", "women", "students"})
"""Notions of those who have an age of their own: "a student of 19", but not "a crew of eight"."""


def read_plain_age(
    tokens: Sequence[Token], found: Finding, value: Amount, known: Lexicon
) -> Finding | None:
    """Read anew as an age what is set apart, "Jones, 59, said", or is a person's, "niño de 9 años".

    Args:
        tokens: The sentence.
        found: A plain number, or years.
        value: Its value.
        known: The lexicon of the sentence's language.

    Returns:
        The age, ``None`` where the number is none.
    """
    plain = value.exact and (not value.unit or value.written == "year")
    if not plain or not value.low or value.low > 12 * OLDEST:
        return None
    years = value.low / 12 if value.unit else value.low
    if years != int(years) or not 1 <= years <= OLDEST:
        return None
    if found.start < 1:
        return None
    before = tokens[found.start - 1].low
    of_age = known.age_of if value.unit else known.bare_age_of
    of = found.start - 1 if before in of_age else found.start
    noun = tokens[of - 1] if of else tokens[0]
    follower = tokens[found.end].low if found.end < len(tokens) else "."
    apart = noun.low in {",", "("} and follower in {",", ")", "."}
    of_person = of < found.start and is_person(noun, known) and not is_parent(noun, known)
    single = known.roles.get(noun.low, ("", ""))[1] in _SINGLE
    counts = _noun_follows(tokens, found.end, known)
    if value.unit:
        fits = apart or of_person or (before in known.age_at and not counts)
    else:
        named = of > 1 and tokens[of - 2].text[0].isupper()
        fits = apart and tokens[found.start].is_figure and named
        fits = fits or (of_person and single and not counts)
        fits = fits or (_is_eldest(tokens, found.start, known) and not counts)
    if not fits:
        return None
    aged = replace(value, low=int(years), high=int(years), unit="age", written="age")
    return replace(found, kind=DetailKind.QUANTITY, value=aged)


def _is_eldest(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    """Whether "the oldest" stands before a number, one word between them perhaps."""
    before = tokens[max(0, place - 2) : place]
    return any(token.low in age_words(known.lang).superlatives for token in before)


def _noun_follows(tokens: Sequence[Token], place: int, known: Lexicon) -> bool:
    """Whether what is measured comes, "à 24 ans *de prison*", "mit 24 Jahren *Haft*".

    But not "mit 24 Jahren gestorben", where nouns are told by their capital.
    """
    if place >= len(tokens) or not tokens[place].is_word:
        return False
    token = tokens[place]
    verb = time_words(known.lang).nouns_capital and not token.text[0].isupper()
    return token.low in known.of or (token.low not in known.function and not verb)
