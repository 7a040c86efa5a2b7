"""How certain a statement is made: "reportedly", "könnte", "al parecer"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.details.base import ArticleContext, Kind, PairContext
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.predicate import scope
from tui.details.surroundings import STEM, closeness, content, is_content, position_at
from tui.details.text_values import Certainty
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.word_match import same_word
from tui.details.words import Word, bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["KIND", "extract", "match"]

NO_HEDGE = "not_hedges"
CERTAIN = "certain"
REPORTED = "reported"

NEAR = 0.3
"""How close two sentences must be for a hedge of one to be missed in the other."""

SAME_SCOPE = 0.4
"""The share of words that stand around a hedge and around what answers it, if they are of one."""

SAME_SENSE = 0.5
"""Cosine from which sentences of two languages state the same."""

SCOPE = 5
"""Words on either side of a hedge among which what it hedges is sought."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find hedges and express certainty in one sentence."""
    sentence = words(text)
    details: list[Detail] = []
    for hit in vocabulary(context.lang).certainty.find(sentence):
        first = sentence[hit.first]
        if hit.value == NO_HEDGE or (first.capital and not first.opens):
            continue
        start, end = first.start, sentence[hit.last].end
        if hit.last > hit.first and end - start > 30:
            end = first.end  # the ends of a phrase with a gap: the first word stands for it
        details.append(
            Detail(DetailKind.CERTAINTY, start, end, text[start:end], Certainty(hit.value))
        )
    return details


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair hedges with hedges; what only one side hedges is the less certain there."""
    pairs = assign(a, b, lambda x, y: _alike(x, y, context), at_least=0.05)
    for i, j in pairs:
        yield _related(a[i], b[j], context)
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, side in enumerate(a):
        if i not in taken_a and _is_telling(side, context, turned=False):
            yield Divergence(
                DetailKind.CERTAINTY, Relation.ONLY_A, 0.7, side, None, note="A is less certain"
            )
    for j, side in enumerate(b):
        if j not in taken_b and _is_telling(side, context, turned=True):
            yield Divergence(
                DetailKind.CERTAINTY, Relation.ONLY_B, 0.7, None, side, note="B is less certain"
            )


def _level(side: Side) -> str:
    value = side.detail.value
    assert isinstance(value, Certainty)
    return value.level


def _related(x: Side, y: Side, context: PairContext) -> Divergence:
    levels = {_level(x), _level(y)}
    if CERTAIN in levels and len(levels) == 2 and _hedge_one(x, y, context):
        note = "B is less certain" if _level(x) == CERTAIN else "A is less certain"
        return Divergence(DetailKind.CERTAINTY, Relation.CONFLICTS, 0.75, x, y, note=note)
    score = 0.9 if len(levels) == 1 else 0.65
    return Divergence(DetailKind.CERTAINTY, Relation.AGREES, score, x, y)


def _hedge_one(x: Side, y: Side, context: PairContext) -> bool:
    """Whether two hedges are of one statement: by the words around, else by the encoder."""
    lang_a, lang_b = context.a.lang, context.b.lang
    one = _scope(x, context.sentences_a[x.sentence], lang_a)
    other = _scope(y, context.sentences_b[y.sentence], lang_b)
    met = sum(any(same_word(w, v, lang_a, lang_b) for v in other) for w in one)
    if met >= SAME_SCOPE * min(len(one), len(other)):
        return True
    texts = context.sentences_a[x.sentence], context.sentences_b[y.sentence]
    if lang_a == lang_b or context.encoder is None:
        return False
    return cosine(*texts, context.encoder) >= SAME_SENSE


def _scope(side: Side, text: str, lang: str) -> tuple[Word, ...]:
    sentence = words(text)
    at, _ = _at(side, sentence)
    return scope(sentence, at, lang)


def _alike(x: Side, y: Side, context: PairContext) -> float:
    if context.links and (x.sentence, y.sentence) not in context.links:
        return 0.0
    apart = abs(_position(x, context.sentences_a) - _position(y, context.sentences_b))
    return 0.6 - 0.5 * apart + (0.2 if _level(x) == _level(y) else 0.0)


def _position(side: Side, sentences: Mapping[int, str]) -> float:
    text = sentences.get(side.sentence, "")
    return _at(side, words(text))[1]


def _at(side: Side, sentence: Sequence[Word]) -> tuple[int, float]:
    at = next((k for k, w in enumerate(sentence) if w.start >= side.detail.start), 0)
    return at, position_at(sentence, at)


def _is_telling(side: Side, context: PairContext, *, turned: bool) -> bool:
    """Whether the other side states plainly what a hedge hedges."""
    if _level(side) == CERTAIN:
        return False
    mine, theirs = context.sentences_a, context.sentences_b
    lang, other = context.a.lang, context.b.lang
    if turned:
        mine, theirs, lang, other = theirs, mine, other, lang
    text = mine[side.sentence]
    linked = [
        known
        for index, known in theirs.items()
        if not context.links
        or ((index, side.sentence) if turned else (side.sentence, index)) in context.links
    ]
    if _level(side) == REPORTED and any(_attributed(known, vocabulary(other)) for known in linked):
        return False
    near = [known for known in linked if closeness(text, known, lang, other) >= NEAR]
    if lang == other:
        return any(_states(side, text, known, lang) for known in near)
    encoder = context.encoder
    return any(encoder is None or cosine(text, known, encoder) >= SAME_SENSE for known in near)


def _attributed(text: str, terms: Vocabulary) -> bool:
    """Whether a sentence names a source: then it is no plainer than "reportedly"."""
    sentence = words(text)
    return bool(terms.source_follows.find(sentence) or terms.source_precedes.find(sentence))


def _states(side: Side, text: str, known: str, lang: str) -> bool:
    """Whether a sentence of the same language states what a hedge of another hedges."""
    sentence, terms = words(text), vocabulary(lang)
    at, _ = _at(side, sentence)
    around = sentence[max(0, at - SCOPE) : at + SCOPE + 1]
    hedged = {
        bare(w.text)[:STEM] for w in around if w.start != side.detail.start and is_content(w, terms)
    }
    return not hedged or len(hedged & content(known, lang)) / len(hedged) >= SAME_SCOPE


KIND = Kind(name="certainty", extract=extract, match=match)
