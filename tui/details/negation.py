"""Negations, and words that are one pole of a pair of opposites.

Both decide what a statement affirms, and they undo each other: "not alive" is "dead". So they are
one kind of detail and are matched together, by :mod:`tui.details.polarity`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui.details.at_hand import AT_HAND
from tui.details.base import ArticleContext, Kind, PairContext
from tui.details.lexicon import lexicon
from tui.details.opposites import Opposite, is_quality
from tui.details.phrases import Hit
from tui.details.polarity import match
from tui.details.spans import is_headline
from tui.details.surroundings import is_content
from tui.details.text_values import Polarity
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, words
from tui.model import Detail, DetailKind, Divergence, Side

__all__ = ["KIND", "extract"]

NO_NEGATION = "not_negations"
EXPLICIT = "explicit"
UNDONE = "undone"
"""What was refused or failed to be done, or is lacking: as much a negation as "not"."""

DENYING = frozenset({EXPLICIT, UNDONE})

MOST = 80
"""Marks of either side that are compared; linked sentences with more are lists or no prose."""

REACH_BEFORE, REACH_AFTER = 6, 3
"""How many words before and after a pole a negation may stand to turn it around."""

BETWEEN = 1
"""Content words that may stand between a negation and the pole it turns ("not face a collapse")."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find negations and poles of opposites, in order.

    A pole that a negation of its clause turns around has the other pole's value. A negation right
    before one that has a negation in its meaning ("not unaware") denies nothing.
    """
    return list(_found(text, context.lang))


@lru_cache(maxsize=AT_HAND)
def _found(text: str, lang: str) -> tuple[Detail, ...]:
    sentence = words(text)
    terms = vocabulary(lang)
    cues = [h for h in terms.negation.find(sentence) if h.value != NO_NEGATION]
    if terms.concord:
        cues = _once_a_clause(cues, sentence, terms)
    standing = [*terms.opposites.find(sentence), *terms.scales.find(sentence)]
    ends = {c.last for c in cues if c.value == EXPLICIT and c.last > c.first}  # "nicht **mehr**"
    standing = [h for h in standing if h.first not in ends]
    poles = [h for h in standing if not _is_named(h.first, sentence, terms)]
    inside = {at for pole in poles for at in range(pole.first, pole.last + 1)}
    implied = {h.first for h in cues if h.value not in DENYING}
    turning = [_turning(pole, cues, sentence, terms) for pole in poles]
    undone = {
        cue.first
        for pole, found in zip(poles, turning, strict=True)
        for cue in found
        if pole.first in implied and len(found) == 1 and not _apart(cue, pole, sentence, terms)
    }
    details: list[Detail] = []
    for cue in cues:
        denying = cue.value in DENYING
        outside = not inside.intersection(range(cue.first, cue.last + 1))
        if cue.first not in undone and (denying or outside):
            value = Polarity("", implicit=not denying, undone=cue.value == UNDONE)
            details.append(_detail(text, sentence, cue.first, cue.last, value))
    for pole, found in zip(poles, turning, strict=True):
        negated = len(found) % 2 == 1
        for opposite in pole.value:
            value = Polarity(
                opposite.pair,
                opposite.positive is not negated,
                implicit=pole.first in implied and undone.isdisjoint(c.first for c in found),
                turned=negated,
            )
            details.append(_detail(text, sentence, pole.first, pole.last, value))
    return tuple(sorted(details, key=lambda d: d.start))


def _once_a_clause(
    cues: Sequence[Hit[str]], sentence: Sequence[Word], terms: Vocabulary
) -> list[Hit[str]]:
    """The negations without those that only agree with one before them: "никто *не* погиб"."""
    kept: list[Hit[str]] = []
    of_clause: dict[int, bool] = {}
    for cue in cues:
        clause, none = sentence[cue.first].clause, sentence[cue.first].folded in terms.none_of
        if cue.value == EXPLICIT:
            if clause in of_clause and (none or of_clause[clause]):
                continue
            of_clause[clause] = of_clause.get(clause, False) or none
        kept.append(cue)
    return kept


def _is_named(at: int, sentence: Sequence[Word], terms: Vocabulary) -> bool:
    """Whether a capital makes a word part of a name: "New" York, a Mr. "Short"."""
    word = sentence[at]
    if terms.compounds or not word.capital or word.opens:
        return False
    return not is_headline(sentence, terms)


def _turning(
    pole: Hit[tuple[Opposite, ...]],
    cues: Sequence[Hit[str]],
    sentence: Sequence[Word],
    terms: Vocabulary,
) -> list[Hit[str]]:
    """The negations of the clause near enough to a pole to turn it around, together if odd.

    A pole that is a negation itself ("never") is not turned: in many languages two negate once.
    """
    clause = sentence[pole.first].clause
    if any(cue.first == pole.first and cue.value == EXPLICIT for cue in cues):
        return []
    near: list[Hit[str]] = []
    conjunctions = lexicon(terms.lang).conjunctions
    tells_how = all(is_quality(opposite.pair) for opposite in pole.value)
    for cue in cues:
        if sentence[cue.first].clause != clause or cue.first == pole.first:
            continue
        between = sentence[cue.last + 1 : pole.first]
        behind = sentence[pole.last + 1 : cue.first]
        if cue.value != EXPLICIT and any(w.folded in conjunctions for w in between):
            continue  # "rejected the appeal and upheld the sentence"
        if any(w.folded in conjunctions for w in behind):
            continue  # "ein Verbot und keine Pause"
        before = 0 < pole.first - cue.last <= REACH_BEFORE and (
            sum(is_content(word, terms) for word in between) <= BETWEEN
            or sentence[cue.first].folded in terms.none_of
        )
        # A manner is denied from before it ("nicht sofort"); "ab sofort nicht" denies the verb.
        after = terms.compounds and not tells_how and 0 < cue.first - pole.last <= REACH_AFTER
        after = after and not _denies_noun(cue, sentence, terms)
        around = cue.first < pole.first < cue.last  # "wies die Berufung ab"
        within = pole.run < cue.first < pole.last  # "schließt Entlassungen nicht aus"
        if before or around or ((after or within) and cue.value == EXPLICIT):
            near.append(cue)
    return near


def _denies_noun(cue: Hit[str], sentence: Sequence[Word], terms: Vocabulary) -> bool:
    """Whether a negation belongs to the noun behind it: "noch **keine Pläne**"."""
    behind = sentence[cue.last + 1 : cue.last + 2]
    within = bool(behind) and behind[0].clause == sentence[cue.last].clause
    return within and sentence[cue.last].folded in terms.none_of and is_content(behind[0], terms)


def _apart(
    cue: Hit[str], pole: Hit[tuple[Opposite, ...]], sentence: Sequence[Word], terms: Vocabulary
) -> bool:
    """Whether a negation stands behind a pole, or before it with something said between."""
    between = sentence[cue.last + 1 : pole.first]
    return cue.first > pole.last or any(is_content(word, terms) for word in between)


def _detail(text: str, sentence: Sequence[Word], first: int, last: int, value: Polarity) -> Detail:
    start, end = sentence[first].start, sentence[last].end
    return Detail(DetailKind.NEGATION, start, end, text[start:end], value)


def _match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> list[Divergence]:
    """Match in one order whichever side is A, since what is paired first is paired greedily."""
    a, b = a[:MOST], b[:MOST]
    if sorted(context.sentences_a.values()) <= sorted(context.sentences_b.values()):
        return list(match(a, b, context))
    return [found.transposed() for found in match(b, a, context.transposed())]


KIND = Kind(name="negation", extract=extract, match=_match)
