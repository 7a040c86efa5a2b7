"""Whether two reports give the same source for the same statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.details.base import PairContext
from tui.details.marks import spot
from tui.details.matching import assign
from tui.details.meaning import cosine, cosines
from tui.details.predicate import surroundings_alike
from tui.details.source_relation import exactness, source_relation
from tui.details.surroundings import closeness
from tui.details.text_values import Source
from tui.details.words import Word, bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["match"]

MOST = 40
"""Sources of either side that are compared; linked sentences with more are lists."""

SAME_STATEMENT, SAME_WORDS = 0.4, 0.25
"""How alike what two sources say must be for them to be of one statement: to the encoder, the
sentences or a clause of each, and by words where there is none."""

FEWEST_WORDS = 4
"""Words of a clause that states something by itself."""

BESIDE = 0.1
"""What it counts among several sources that their clauses say the same."""

SHORTEST_NAME = 3
"""Letters of a name that is looked for in the other side's sentences."""


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair sources, those that agree first; see :class:`~tui.details.base.Matcher`.

    A source whose name the other side's linked sentences have in another part ("confirmed to the
    Herald") agrees with that.
    """
    a, b = a[:MOST], b[:MOST]
    several = len(a) > 1 or len(b) > 1

    def affinity(x: Side, y: Side) -> float:
        found = _affinity(x, y, context)
        return found + BESIDE * _beside(x, y, context) if found and several else found

    pairs = assign(a, b, affinity, at_least=0.05)
    for i, j in pairs:
        yield _related(a[i], b[j])
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, side in enumerate(a):
        if i not in taken_a:
            named = _named(side, context.sentences_b)
            yield _lone(side, named)
    for j, side in enumerate(b):
        if j not in taken_b:
            named = _named(side, context.sentences_a)
            yield _lone(side, named).transposed()


def _lone(side: Side, named: Side | None) -> Divergence:
    if named is None:
        return Divergence(DetailKind.ATTRIBUTION, Relation.ONLY_A, 0.7, side, None)
    return Divergence(DetailKind.ATTRIBUTION, Relation.AGREES, 0.6, side, named)


def _named(side: Side, texts: Mapping[int, str]) -> Side | None:
    """Where the other side has a source's whole name, in whatever part."""
    names = _source(side).names
    if not names or sum(map(len, names)) < SHORTEST_NAME:
        return None
    for index, text in texts.items():
        sentence = words(text)
        for at in range(len(sentence) - len(names) + 1):
            run = sentence[at : at + len(names)]
            if tuple(bare(w.text) for w in run) == names:
                start, end = run[0].start, run[-1].end
                value = Source(names=names)
                return Side(
                    index, Detail(DetailKind.ATTRIBUTION, start, end, text[start:end], value)
                )
    return None


def _source(side: Side) -> Source:
    value = side.detail.value
    assert isinstance(value, Source)
    return value


def _affinity(x: Side, y: Side, context: PairContext) -> float:
    if context.links and (x.sentence, y.sentence) not in context.links:
        return 0.0
    relation, score = source_relation(_source(x), _source(y))
    if relation is None:
        return 0.0
    if relation is Relation.AGREES:
        return 0.5 + score / 2
    if relation is Relation.CONFLICTS and not _of_one_statement(x, y, context):
        return 0.0
    return 0.3


def _of_one_statement(x: Side, y: Side, context: PairContext) -> bool:
    """Whether what two sources say is alike, the sources themselves aside."""
    a, b = context.sentences_a[x.sentence], context.sentences_b[y.sentence]
    if context.encoder is None:
        return closeness(a, b, context.a.lang, context.b.lang) >= SAME_WORDS
    said = cosines(_statements(x, a), _statements(y, b), context.encoder)
    return float(said.max()) >= SAME_STATEMENT


def _statements(side: Side, text: str) -> list[str]:
    """What a sentence states without a source: as a whole, and clause by clause."""
    start, end = side.detail.start, side.detail.end
    clauses: dict[int, list[Word]] = {}
    for word in words(text):
        if not start <= word.start < end:
            clauses.setdefault(word.clause, []).append(word)
    told = [held for held in clauses.values() if len(held) >= FEWEST_WORDS]
    whole = f"{text[:start]} {text[end:]}"
    return [whole, *(text[held[0].start : held[-1].end] for held in told)]


def _beside(x: Side, y: Side, context: PairContext) -> float:
    """How much two sources stand beside the same: in their clauses, and in their sentences."""
    one = spot(x, context.sentences_a[x.sentence], context.a.lang)
    other = spot(y, context.sentences_b[y.sentence], context.b.lang)
    alike = surroundings_alike(one, other, context.encoder)
    if context.encoder is None:
        return alike
    return (alike + cosine(one.text, other.text, context.encoder)) / 2


def _related(x: Side, y: Side) -> Divergence:
    one, other = _source(x), _source(y)
    relation, score = source_relation(one, other)
    assert relation is not None  # such pairs have no affinity
    note = ""
    if relation is Relation.IMPRECISE:
        note = "A is vaguer" if exactness(one) < exactness(other) else "B is vaguer"
    return Divergence(DetailKind.ATTRIBUTION, relation, score, x, y, note=note)
