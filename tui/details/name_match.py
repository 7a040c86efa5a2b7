"""Which name of one report answers which of the other, and whether they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.details.article_words import ArticleWords
from tui.details.base import PairContext
from tui.details.descriptions import description
from tui.details.geography import inner
from tui.details.matching import assign
from tui.details.mentions import has_all
from tui.details.name_bead import bead_names
from tui.details.name_identity import identity, translation
from tui.details.name_pair import Unpaired
from tui.details.name_roles import NameRoles
from tui.details.name_surroundings import SURE
from tui.details.offices import Office, exclude, present_offices
from tui.details.placed_name import PlacedName, surer_kind
from tui.details.text_values import Name
from tui.details.vocabulary import vocabulary
from tui.details.words import bare
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["match"]

TELLING = 0.6
"""Evidence from which a name that the other side lacks is worth reporting."""

SAME_ROLE = 0.55
"""How likely two different names must play one part for a conflict."""

OFFICE = 0.75
"""The score of two offices of one person that exclude each other."""

DESCRIBED = 0.6
"""The greatest score of a name and what describes its bearer."""

TRANSLATED = 0.62
"""Cosine from which two names of bodies are one in two languages; others come to .56 at most."""

IN_TRANSLATION = 0.6
"""The greatest score of those."""

OPPOSITE_PARTS = ({"north", "south"}, {"east", "west"})


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair names by identity, then by role; see :class:`~tui.details.base.Matcher`."""
    names = bead_names(a, b, context)
    across = context.a.lang != context.b.lang
    for x, y in names.pairs:
        if max(x.name.evidence, y.name.evidence) >= SURE:
            yield _same(x, y, across)
            yield from _offices(x, y)
    translated = _translations(names.left_a, names.left_b, context)
    for i, j in translated:
        yield _same_in_translation(names.left_a[i], names.left_b[j])
    left_a = _without(names.left_a, {i for i, _ in translated})
    left_b = _without(names.left_b, {j for _, j in translated})
    settled_a: set[int] = set()
    settled_b: set[int] = set()
    if left_a and left_b:
        roles = NameRoles(Unpaired(left_a, left_b, context), names.pairs)
        for i, j in assign(left_a, left_b, roles.similarity, at_least=SAME_ROLE):
            settled_a.add(i)
            settled_b.add(j)
            yield roles.difference(left_a[i], left_b[j])
    repeated_a, repeated_b = _repeated(left_a), _repeated(left_b)
    told_a = [p for i, p in enumerate(left_a) if i not in settled_a | repeated_a]
    told_b = [p for j, p in enumerate(left_b) if j not in settled_b | repeated_b]
    yield from _one_sided(told_a, names.b, context)
    for divergence in _one_sided(told_b, names.a, context.transposed()):
        yield divergence.transposed()


def _translations(
    a: Sequence[PlacedName], b: Sequence[PlacedName], context: PairContext
) -> list[tuple[int, int]]:
    """Which names of bodies in linked sentences are translations of each other."""
    encoder = context.encoder
    if context.a.lang == context.b.lang or encoder is None:
        return []

    def alike(x: PlacedName, y: PlacedName) -> float:
        if context.links and (x.side.sentence, y.side.sentence) not in context.links:
            return 0.0
        return translation(x, y, encoder)

    return assign(a, b, alike, at_least=TRANSLATED)


def _same_in_translation(x: PlacedName, y: PlacedName) -> Divergence:
    score = min(IN_TRANSLATION, x.name.evidence, y.name.evidence)
    return Divergence(
        DetailKind.ORGANISATION, Relation.AGREES, score, x.side, y.side, note="translated"
    )


def _without(left: Sequence[PlacedName], gone: set[int]) -> list[PlacedName]:
    return [place for index, place in enumerate(left) if index not in gone]


def _one_sided(
    left: Sequence[PlacedName], theirs: Sequence[PlacedName], context: PairContext
) -> Iterator[Divergence]:
    """What A's names without a counterpart are: described by the other side, or only there."""
    telling = [
        p
        for p in left
        if _is_telling(p, context.b.words, context.b.lang) and not _is_told_wider(p, theirs)
    ]
    for place in telling:
        other = _described(place, theirs, context, alone=len(telling) == 1)
        if other is not None:
            score = min(DESCRIBED, place.name.evidence)
            yield Divergence(
                place.kind, Relation.IMPRECISE, score, place.side, other, note="B is vaguer"
            )
        else:
            score = min(0.9, place.name.evidence)
            yield Divergence(place.kind, Relation.ONLY_A, score, place.side, None)


def _described(
    place: PlacedName, theirs: Sequence[PlacedName], context: PairContext, *, alone: bool
) -> Side | None:
    """Where a sentence linked with a name's speaks of its bearer without it."""
    for index, text in context.sentences_b.items():
        if context.links and (place.side.sentence, index) not in context.links:
            continue
        names = [n for n in theirs if n.side.sentence == index and n.name.evidence >= SURE]
        found = description(place, text, context.b.lang, names, alone=alone)
        if found is not None:
            return Side(index, found)
    return None


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
    if place.name.evidence < TELLING or place.name.adjective or _is_common(place):
        return False
    return not has_all(place, article, lang)


def _is_common(place: PlacedName) -> bool:
    """Whether it says only what sort of body or place something is: "Versicherung"."""
    terms = vocabulary(place.lang)
    sorts = terms.generic_words
    return all(bare(word.folded) in sorts for word in place.sentence[place.first : place.last + 1])


def _is_told_wider(place: PlacedName, theirs: Sequence[PlacedName]) -> bool:
    """Whether the other side has what a place lies in, or what lies in it, by whatever word."""
    return any(inner(place.name, other.name) is not None for other in theirs)


def _same(x: PlacedName, y: PlacedName, across: bool) -> Divergence:
    if {x.compass, y.compass} in OPPOSITE_PARTS:
        return Divergence(DetailKind.PLACE, Relation.CONFLICTS, 0.8, _part(x), _part(y))
    score = min(0.99, identity(x, y, across) * max(x.name.evidence, y.name.evidence))
    return Divergence(surer_kind(x, y), Relation.AGREES, score, x.side, y.side)


def _offices(x: PlacedName, y: PlacedName) -> Iterator[Divergence]:
    """Two offices of one person that nobody holds at once."""
    held, other = present_offices(x), present_offices(y)
    if {office.concept for office in held} & {office.concept for office in other}:
        return
    for one in held:
        for two in other:
            if exclude(one.concept, two.concept):
                a, b = _office(x, one), _office(y, two)
                yield Divergence(DetailKind.PERSON, Relation.CONFLICTS, OFFICE, a, b)
                return


def _office(place: PlacedName, office: Office) -> Side:
    start, end = place.sentence[office.first].start, place.sentence[office.last].end
    value = Name(office.concept, place.text[start:end], role=office.concept)
    detail = Detail(DetailKind.PERSON, start, end, place.text[start:end], value)
    return Side(place.side.sentence, detail)


def _part(place: PlacedName) -> Side:
    """A place with the word before it that says which part of it is meant."""
    detail = place.side.detail
    start = place.sentence[place.compass_at].start
    text = place.text[start : detail.end]
    return Side(place.side.sentence, replace(detail, start=start, text=text))
