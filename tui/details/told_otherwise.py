"""Statements of opposite words that say the same: of the time before and behind a point, of parts.

"Closed until Monday" is "will reopen on Monday", and where one in five did not take part, four in
five did.
"""

from __future__ import annotations

from itertools import product

from tui.details.figures import find
from tui.details.marks import Mark
from tui.details.values import Amount
from tui.details.vocabulary import vocabulary
from tui.model import DetailKind

__all__ = ["are_parts_of_one_whole", "is_limited", "meet_at_one_time"]

WHOLE, ROUNDED = 100, 1
"""What the shares of a whole come to, and by how much roundings may miss it."""

REACH = 4
"""Words behind one that sets a bound, among which the time must begin that it is set by."""

NEAR, CLAUSE = 5, 40
"""How many words from an opposite, and from a negation, what bounds it stands at most."""

_WHEN = frozenset({DetailKind.DATE, DetailKind.TIME})


def is_limited(mark: Mark) -> bool:
    """Whether a negation holds for a time, with an exception or on a condition.

    "Not until", "ne … que", "before Monday nobody"; "without the grant" at a sentence's beginning.
    """
    if mark.value.undone and mark.at == 0:
        return True
    clause, until = mark.sentence[mark.at].clause, vocabulary(mark.lang).until
    behind = mark.sentence[mark.last + 1 :]
    return any(word.folded in until for word in behind if word.clause == clause) or _is_bounded(
        mark, CLAUSE
    )


def meet_at_one_time(x: Mark, y: Mark) -> bool:
    """Whether one of two opposites is told to last until a time, and the other tells a time too."""
    bounded = _is_bounded(x, NEAR), _is_bounded(y, NEAR)
    other = y if bounded[0] else x
    return bounded[0] != bounded[1] and bool(_times(other.text, other.lang))


def are_parts_of_one_whole(a: str, b: str, lang_a: str, lang_b: str) -> bool:
    """Whether a share of one sentence and one of the other make up a whole: 75 %, a quarter."""
    shares = product(_shares(a, lang_a), _shares(b, lang_b))
    return any(abs(one + other - WHOLE) <= ROUNDED for one, other in shares)


def _is_bounded(mark: Mark, within: int) -> bool:
    """Whether a word like "until", "before" or "except" and a time stand in a mark's clause.

    Args:
        mark: A negation or an opposite.
        within: How many words from it the one that bounds it stands at most.
    """
    terms = vocabulary(mark.lang)
    words = terms.until | terms.bounds
    clause = mark.sentence[mark.at].clause
    bounds = [
        k
        for k, word in enumerate(mark.sentence)
        if word.clause == clause and word.folded in words and 0 < abs(k - mark.at) <= within
    ]
    if not bounds:
        return False
    starts = _times(mark.text, mark.lang)
    return any(
        mark.sentence[k].end <= start <= mark.sentence[min(k + REACH, len(mark.sentence) - 1)].start
        for k, start in product(bounds, starts)
    )


def _times(text: str, lang: str) -> list[int]:
    """Where a sentence tells when something is."""
    return [found.start for found in find(text, lang, None) if found.kind in _WHEN]


def _shares(text: str, lang: str) -> list[float]:
    """The shares of a sentence, in hundredths."""
    amounts = (found.value for found in find(text, lang, None))
    return [
        amount.point
        for amount in amounts
        if isinstance(amount, Amount) and amount.unit == "%" and amount.point is not None
    ]
