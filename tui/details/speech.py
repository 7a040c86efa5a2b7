"""Whether two quotations give one speech: word for word, altered, translated, or turned around."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.details import figure_match, figures, negation, polarity
from tui.details.altered_speech import (
    names_another,
    negation_moved,
    unanswered,
    words_replaced,
)
from tui.details.base import ArticleContext, PairContext
from tui.details.contrast import contrasts
from tui.details.coverage import covers
from tui.details.lexicon import lexicon
from tui.details.likeness import sound
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.rewording import changed_words
from tui.details.surroundings import closeness, content, position_at
from tui.details.text_values import Polarity, Quotation
from tui.details.valence import are_contrary
from tui.details.words import about_words, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["match"]

SAME_SPEECH = 0.3
"""Likeness from which two quotations of linked sentences are taken for one speech."""

SAME_LENGTH = 0.6
"""Share of content words that a translation keeps, where no encoder is at hand."""

FEWEST_TELLING = 2
"""Content words of which a version has fewer that says what it does in small words."""

SAME_WORDS = 0.3
"""How close two versions in one language must be for a negation of one to turn the other."""

WHOLE = 0.6
"""Share of the words of a speech that a version of the whole of it has at least."""

MOST_OF = 0.6
"""The share of a part of a speech by which the whole must be longer than its other part."""

SAME_SENSE = 0.5
"""Cosine from which a translation is taken to be faithful."""


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair the quotations of one speech; see :class:`~tui.details.base.Matcher`."""
    pairs = assign(a, b, lambda x, y: _likeness(x, y, context), at_least=SAME_SPEECH)
    for i, j in pairs:
        yield _related(a[i], b[j], context)
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    answered = [(a[i], b[j]) for i, j in pairs]
    for i, side in enumerate(a):
        if i not in taken_a and not _is_rest(side, answered, context):
            yield _lone(side, b, context)
    turned = [(y, x) for x, y in answered]
    for j, side in enumerate(b):
        if j not in taken_b and not _is_rest(side, turned, context.transposed()):
            yield _lone(side, a, context.transposed()).transposed()


def _lone(side: Side, others: Sequence[Side], context: PairContext) -> Divergence:
    """What to say of a quotation of A that none answers: part of one that B gives whole, or lone.

    Many reports break a speech in two with the words that say who speaks.
    """
    for other in others:
        linked = not context.links or (side.sentence, other.sentence) in context.links
        if linked and _is_part(_quotation(side).words, _quotation(other).words):
            return Divergence(
                DetailKind.QUOTATION, Relation.AGREES, 0.9, side, other, note="a part of it"
            )
    return Divergence(DetailKind.QUOTATION, Relation.ONLY_A, 0.7, side, None)


def _is_part(part: str, whole: str) -> bool:
    """Whether the words of one version are, in a row, among those of the other."""
    return f" {part} " in f" {whole} "


def _is_rest(side: Side, answered: Sequence[tuple[Side, Side]], context: PairContext) -> bool:
    """Whether a quotation is the rest of a speech that the other language's report gives as one."""
    if context.a.lang == context.b.lang:
        return False
    own = about_words(side.detail.text)
    return any(
        (side.sentence, whole.sentence) in context.links
        and about_words(part.detail.text) + own * MOST_OF <= about_words(whole.detail.text)
        for part, whole in answered
    )


def _quotation(side: Side) -> Quotation:
    value = side.detail.value
    assert isinstance(value, Quotation)
    return value


def _likeness(x: Side, y: Side, context: PairContext) -> float:
    """How surely two quotations are of one speech, in [0, 1]."""
    from rapidfuzz.distance import Indel

    one, other = _quotation(x).words.split(), _quotation(y).words.split()
    if one == other:
        return 1.0
    linked = not context.links or (x.sentence, y.sentence) in context.links
    shorter, longer = sorted(map(about_words, (x.detail.text, y.detail.text)))
    length = shorter / longer
    if context.a.lang == context.b.lang:
        order = float(Indel.normalized_similarity(one, other))
        stems_a = content(x.detail.text, context.a.lang)
        stems_b = content(y.detail.text, context.b.lang)
        shared = len(stems_a & stems_b) / max(1, min(len(stems_a), len(stems_b)))
        base = max(order, 0.8 * shared)
        return base if not linked else base + 0.15 * _same_speaker(x, y) + 0.15 * length
    if not linked or length < 0.3:
        return 0.0
    apart = abs(_position(x, context.sentences_a) - _position(y, context.sentences_b))
    if context.encoder is not None:
        return max(0.0, cosine(x.detail.text, y.detail.text, context.encoder) + 0.1 - 0.1 * apart)
    return 0.3 + 0.3 * length + 0.2 * _same_speaker(x, y) - 0.1 * apart


def _position(side: Side, sentences: Mapping[int, str]) -> float:
    text = sentences.get(side.sentence, "")
    sentence = words(text)
    at = next((k for k, w in enumerate(sentence) if w.start >= side.detail.start), 0)
    return position_at(sentence, at)


def _same_speaker(x: Side, y: Side) -> float:
    one = {sound(part.casefold()) for part in _quotation(x).speaker.split() if len(part) > 3}
    other = {sound(part.casefold()) for part in _quotation(y).speaker.split() if len(part) > 3}
    return 1.0 if one & other else 0.0


def _related(x: Side, y: Side, context: PairContext) -> Divergence:
    one, other = _quotation(x), _quotation(y)
    if one.words == other.words:
        return Divergence(DetailKind.QUOTATION, Relation.AGREES, 0.95, x, y)
    texts = x.detail.text, y.detail.text
    if (
        _turned(x.detail, y.detail, context)
        or negation_moved(*texts, context)
        or are_contrary(*texts, context.a.lang, context.b.lang)
    ):
        return Divergence(
            DetailKind.QUOTATION, Relation.CONFLICTS, 0.75, x, y, note="the sense is turned"
        )
    if context.a.lang != context.b.lang:
        faithful = _length_kept(x.detail, y.detail, context)
        if context.encoder is not None:
            faithful = cosine(x.detail.text, y.detail.text, context.encoder) >= SAME_SENSE
            mine, theirs = unanswered(x.detail.text, y.detail.text, context)
            if names_another(mine, theirs, context):
                return Divergence(
                    DetailKind.QUOTATION, Relation.CONFLICTS, 0.6, x, y, note="one word is another"
                )
            faithful = faithful and not (len(mine) == 1 == len(theirs))
        if faithful:
            return Divergence(DetailKind.QUOTATION, Relation.AGREES, 0.6, x, y, note="translated")
        return Divergence(DetailKind.QUOTATION, Relation.REWORDED, 0.5, x, y)
    if words_replaced(x.detail.text, y.detail.text, context):
        return Divergence(
            DetailKind.QUOTATION, Relation.CONFLICTS, 0.7, x, y, note="one word is another"
        )
    if _is_part(one.words, other.words) or _is_part(other.words, one.words):
        return Divergence(DetailKind.QUOTATION, Relation.AGREES, 0.85, x, y, note="a part of it")
    changed_a, changed_b = changed_words(x.detail.text, y.detail.text)
    differ = max(len(changed_a), len(changed_b))
    return Divergence(
        DetailKind.QUOTATION,
        Relation.REWORDED,
        0.8,
        _marked(x, changed_a),
        _marked(y, changed_b),
        note="one word differs" if differ == 1 else f"{differ} words differ",
    )


def _length_kept(x: Detail, y: Detail, context: PairContext) -> bool:
    """Whether two versions in two languages have about as many content words.

    Where one has hardly any ("I would never do it again"), all words count.
    """
    counts = sorted(
        (
            len(content(x.text, context.a.lang)),
            len(content(y.text, context.b.lang)),
        )
    )
    if counts[0] < FEWEST_TELLING:
        return not _is_excerpt(x, y)
    return counts[1] - counts[0] <= 1 or counts[0] / counts[1] >= SAME_LENGTH


def _marked(side: Side, changed: tuple[str, ...]) -> Side:
    value = replace(_quotation(side), changed=changed)
    return Side(side.sentence, replace(side.detail, value=value))


def _turned(x: Detail, y: Detail, context: PairContext) -> bool:
    """Whether one version affirms what the other denies."""
    a, b = ArticleContext(context.a.lang), ArticleContext(context.b.lang)
    pair = PairContext(a, b, {0: x.text}, {0: y.text}, frozenset({(0, 0)}), context.encoder)
    if not all(covers(side.lang, DetailKind.NEGATION, only=False) for side in (a, b)):
        return _contradict(x, y, pair)
    sides_a = [Side(0, d) for d in negation.extract(x.text, a)]
    sides_b = [Side(0, d) for d in negation.extract(y.text, b)]
    if polarity.are_opposed(sides_a, sides_b, pair) or _contradict(x, y, pair):
        return True
    if _is_excerpt(x, y):
        return False  # which may leave the negation out
    if a.lang == b.lang and closeness(x.text, y.text, a.lang, b.lang) < SAME_WORDS:
        return False  # told in other words, a negation may stand for anything
    if a.lang != b.lang:
        if not all(lexicon(side.lang).counters.empty for side in (a, b)):
            return False  # where negations are endings, speeches are free with them
        one, other = _negations(sides_a), _negations(sides_b)
        lone = bool(one) != bool(other)  # where both negate, one word may stand for two
        return lone and False in {*one, *other} and _length_kept(x, y, context)
    return _odd_negations(sides_a) != _odd_negations(sides_b)


def _contradict(x: Detail, y: Detail, pair: PairContext) -> bool:
    """Whether the figures or plain words of two versions exclude each other."""
    figures_a = [Side(0, d) for d in figures.extract(x.text, pair.a)]
    figures_b = [Side(0, d) for d in figures.extract(y.text, pair.b)]
    told = figure_match.match(figures_a, figures_b, pair) if figures_a and figures_b else ()
    if any(d.relation is Relation.CONFLICTS for d in told):
        return True
    whole_a, whole_b = replace(x, start=0, end=len(x.text)), replace(y, start=0, end=len(y.text))
    return any(contrasts(Side(0, whole_a), Side(0, whole_b), pair))


def _is_excerpt(x: Detail, y: Detail) -> bool:
    """Whether one version is a part of the other rather than the whole speech."""
    shorter, longer = sorted(map(about_words, (x.text, y.text)))
    return shorter < WHOLE * longer


def _odd_negations(sides: Sequence[Side]) -> bool:
    """Whether a speech has an odd number of negations, those in a word's meaning included.

    Plain ones count once together: "no … nunca", "neither … nor", "not this and not that".
    """
    found = _negations(sides)
    return (found.count(True) + (False in found)) % 2 == 1


def _negations(sides: Sequence[Side]) -> list[bool]:
    """The negations of a speech, each with whether it lies in a word's meaning."""
    values = {
        (side.detail.start, side.detail.value.implicit)
        for side in sides
        if isinstance(side.detail.value, Polarity)
        and (side.detail.value.implicit or not side.detail.value.pair)
    }
    return [implicit for _, implicit in sorted(values)]
