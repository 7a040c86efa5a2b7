"""Which name of one report answers which of the other, and whether they are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.details.article_words import ArticleWords
from tui.details.base import PairContext
from tui.details.likeness import CLOSE
from tui.details.matching import assign
from tui.details.mentions import has_all, is_in_use, words_in_use
from tui.details.name_identity import identity
from tui.details.name_roles import SURE, NameRoles
from tui.details.placed_name import PlacedName, placed, surer_kind
from tui.model import DetailKind, Divergence, Relation, Side

__all__ = ["match"]

TELLING = 0.6
"""Evidence from which a name that the other side lacks is worth reporting."""

MOST = 120
"""Names of either side that are compared; linked sentences with more are lists."""

SAME_ROLE = 0.55
"""How alike the parts of two different names must be for a conflict."""


OPPOSITE_PARTS = ({"north", "south"}, {"east", "west"})


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair names by identity, then by role; see :class:`~tui.details.base.Matcher`."""
    one = [placed(side, context.sentences_a, context.a.lang) for side in a[:MOST]]
    other = [placed(side, context.sentences_b, context.b.lang) for side in b[:MOST]]
    across = context.a.lang != context.b.lang
    pairs = assign(one, other, lambda x, y: identity(x, y, across), at_least=CLOSE - 0.01)
    for i, j in pairs:
        if max(one[i].name.evidence, other[j].name.evidence) >= SURE:
            yield _same(one[i], other[j], across)
    paired_a, paired_b = [one[i] for i, _ in pairs], [other[j] for _, j in pairs]
    texts_a, texts_b = context.sentences_a.values(), context.sentences_b.values()
    left_a = _left(one, {i for i, _ in pairs}, other, paired_b, texts_b)
    left_b = _left(other, {j for _, j in pairs}, one, paired_a, texts_a)
    settled_a: set[int] = set()
    settled_b: set[int] = set()
    if left_a and left_b:
        roles = NameRoles(left_a, left_b, [(one[i], other[j]) for i, j in pairs], context)
        for i, j in assign(left_a, left_b, roles.similarity, at_least=SAME_ROLE):
            settled_a.add(i)
            settled_b.add(j)
            yield roles.difference(left_a[i], left_b[j])
    repeated_a, repeated_b = _repeated(left_a), _repeated(left_b)
    for i, place in enumerate(left_a):
        if i not in settled_a | repeated_a and _is_telling(place, context.b.words, context.b.lang):
            score = min(0.9, place.name.evidence)
            yield Divergence(place.kind, Relation.ONLY_A, score, place.side, None)
    for j, place in enumerate(left_b):
        if j not in settled_b | repeated_b and _is_telling(place, context.a.words, context.a.lang):
            score = min(0.9, place.name.evidence)
            yield Divergence(place.kind, Relation.ONLY_B, score, None, place.side)


def _repeated(left: Sequence[PlacedName]) -> set[int]:
    """Which names say again what their sentence has said: an acronym introduced in brackets."""
    said: set[tuple[int, str]] = set()
    again: set[int] = set()
    for index, place in enumerate(left):
        this = (place.side.sentence, place.name.key)
        if this in said:
            again.add(index)
        said.add(this)
    return again


def _is_telling(place: PlacedName, article: ArticleWords, lang: str) -> bool:
    """Whether it is worth saying that only one side has a name: a sure one, and nowhere there."""
    if place.name.evidence < TELLING or place.name.adjective:
        return False
    return not has_all(place, article, lang)


def _same(x: PlacedName, y: PlacedName, across: bool) -> Divergence:
    if {x.compass, y.compass} in OPPOSITE_PARTS:
        return Divergence(DetailKind.PLACE, Relation.CONFLICTS, 0.8, x.side, y.side)
    score = min(0.99, identity(x, y, across) * max(x.name.evidence, y.name.evidence))
    return Divergence(surer_kind(x, y), Relation.AGREES, score, x.side, y.side)


def _left(
    mine: Sequence[PlacedName],
    taken: set[int],
    theirs: Sequence[PlacedName],
    paired: Sequence[PlacedName],
    texts: Iterable[str],
) -> list[PlacedName]:
    """The unpaired names that the other side does not mention in any form.

    Args:
        mine: One side's names.
        taken: Which of them are paired.
        theirs: The other side's names.
        paired: Those of them that are paired.
        texts: The other side's sentences.
    """
    unpaired = [place for index, place in enumerate(mine) if index not in taken]
    if not unpaired:
        return []
    across = bool(theirs and mine[0].lang != theirs[0].lang)
    mentioned = words_in_use(texts, paired)
    plain = words_in_use(texts, ())  # another bearer of a surname is no mention of a person
    return [
        place
        for place in unpaired
        if all(identity(place, known, across) < CLOSE for known in theirs)
        and not is_in_use(place, plain if place.kind is DetailKind.PERSON else mentioned)
    ]
