"""Whether two reports give the same source for the same statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.details.base import PairContext
from tui.details.likeness import look_alike, sound
from tui.details.marks import spot
from tui.details.matching import assign
from tui.details.meaning import cosine
from tui.details.predicate import surroundings_alike
from tui.details.surroundings import closeness
from tui.details.text_values import Source
from tui.details.words import bare, words
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["match"]

VAGUE = frozenset({"officials", "sources", "media", "spokesperson", "statement"})
"""Groups so general that a more exact source may be one of them."""

MOST = 40
"""Sources of either side that are compared; linked sentences with more are lists."""

NEAR = 0.25
"""How close two sentences must be for their sources to be of one statement."""

BESIDE = 0.1
"""What it counts among several sources that their clauses say the same."""

MANY_NAMED = {
    "investigators": frozenset(
        {"police", "criminal-police", "prosecution", "regulators", "experts", "secret-service"}
    ),
    "government": frozenset({"president", "regional-government", "army", "parliament"}),
    "researchers": frozenset({"experts", "doctors", "university"}),
    "university": frozenset({"experts", "doctors", "students"}),
    "staff": frozenset({"union", "caretaker", "drivers", "captain"}),
    "company": frozenset({"suppliers", "railway", "owner", "retailers", "captain"}),
    "rescuers": frozenset({"fire-service", "doctors"}),
    "regional-authority": frozenset({"government", "regional-government"}),
    "witnesses": frozenset(
        {"residents", "passengers", "staff", "family", "drivers", "tourists", "survivors"}
        | {"students", "customers"}
    ),
    "survivors": frozenset({"passengers", "tourists", "residents", "family"}),
    "activists": frozenset({"environmentalists", "aid", "students", "critics"}),
    "opposition": frozenset({"parliament", "critics"}),
    "observers": frozenset({"activists", "experts"}),
    "association": frozenset({"traders", "environmentalists", "insurers", "retailers", "club"}),
    "defendant": frozenset({"family", "drivers", "staff"}),
}
"""Groups that may be meant by the name of another: the two neither agree nor conflict."""

PEOPLE = frozenset(
    {"agent", "colleagues", "customers", "drivers", "family", "friends", "passengers", "residents"}
    | {"students", "survivors", "tenants", "tourists", "traders", "witnesses"}
)
"""Groups that speak for themselves, not for an authority or an institution."""

PUBLIC = frozenset(
    {"president", "vice-president", "prime-minister", "chancellor", "minister", "governor"}
    | {"mayor", "judge", "prosecutor"}
)
"""Offices whose holder speaks for an authority."""

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
        yield _related(a[i], b[j], context)
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
    relation, score = _relation(_source(x), _source(y))
    if relation is None:
        return 0.0
    if relation is Relation.AGREES:
        return 0.5 + score / 2
    certain = relation is Relation.CONFLICTS and _source(x).groups and _source(y).groups
    return 0.3 if certain or _near(x, y, context) >= NEAR else 0.0


def _beside(x: Side, y: Side, context: PairContext) -> float:
    """How much two sources stand beside the same: in their clauses, and in their sentences."""
    one = spot(x, context.sentences_a[x.sentence], context.a.lang)
    other = spot(y, context.sentences_b[y.sentence], context.b.lang)
    alike = surroundings_alike(one, other, context.encoder)
    if context.encoder is None:
        return alike
    return (alike + cosine(one.text, other.text, context.encoder)) / 2


def _near(x: Side, y: Side, context: PairContext) -> float:
    return closeness(
        context.sentences_a[x.sentence],
        context.sentences_b[y.sentence],
        context.a.lang,
        context.b.lang,
    )


def _related(x: Side, y: Side, context: PairContext) -> Divergence:
    one, other = _source(x), _source(y)
    relation, score = _relation(one, other)
    assert relation is not None  # such pairs have no affinity
    note = ""
    if relation is Relation.IMPRECISE:
        note = "A is vaguer" if _exactness(one) < _exactness(other) else "B is vaguer"
    if relation is Relation.CONFLICTS:
        score *= 0.6 + 0.4 * _near(x, y, context)
    return Divergence(DetailKind.ATTRIBUTION, relation, score, x, y, note=note)


def _exactness(source: Source) -> int:
    """How much is said about who it is."""
    specific = sum(group not in VAGUE for group in source.groups)
    return 4 * bool(source.names) + 2 * specific + (source.count is not None)


def _relation(one: Source, other: Source) -> tuple[Relation | None, float]:
    """How two sources of one statement relate; ``None`` if they may both be behind it."""
    same_name = _share_a_name(one.names, other.names)
    groups_one, groups_other = _telling(one), _telling(other)
    groups = groups_one & groups_other
    if not (groups_one - VAGUE and groups_other - VAGUE):
        groups |= set(one.offices) & set(other.offices)
    if same_name or (groups and not (one.names and other.names)) or one.wording == other.wording:
        return _same_kind(one, other, named=same_name)
    if groups:
        return (Relation.CONFLICTS, 0.7) if one.names and other.names else (Relation.AGREES, 0.6)
    if one.names and other.names and not one.groups and not other.groups:
        return (None, 0.0) if _may_be_one(one.names, other.names) else (Relation.CONFLICTS, 0.6)
    if any(_is_public(x) and _are_people(y) for x, y in ((one, other), (other, one))):
        return Relation.CONFLICTS, 0.7
    if not (one.groups and other.groups):
        return None, 0.0  # a name or an office, and a body to which its bearer may belong
    if _may_be_meant(one, other) or _may_be_meant(other, one):
        return None, 0.0
    if (groups_one | groups_other) & VAGUE:
        return (None, 0.0) if one.names or other.names else (Relation.IMPRECISE, 0.55)
    return Relation.CONFLICTS, 0.8


def _telling(source: Source) -> set[str]:
    """The groups of a source without the vague ones, if it has others: "a police spokesman"."""
    return set(source.groups) - VAGUE or set(source.groups)


def _is_public(source: Source) -> bool:
    """Whether an authority or an institution speaks: by its name, an office, or as "officials"."""
    if source.groups:
        return source.groups == ("officials",)
    return source.institution or bool(PUBLIC.intersection(source.offices))


def _are_people(source: Source) -> bool:
    """Whether all that is told of a source is that it is people who hold no office."""
    return bool(source.groups) and PEOPLE.issuperset(source.groups) and not source.institution


def _may_be_meant(one: Source, other: Source) -> bool:
    """Whether a group of one may be another name for one of the other's."""
    return any(MANY_NAMED.get(group, frozenset()) & set(other.groups) for group in one.groups)


def _may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two sources may be one in other letters, or a state, which has many names."""
    if any(name.startswith("place:") for name in (*a, *b)):
        return True
    return any(look_alike(x, y) for x in a for y in b)


def _same_kind(one: Source, other: Source, *, named: bool) -> tuple[Relation, float]:
    """Sources described alike: still vaguer on one side, or in different number."""
    if not named and one.count is not None and other.count is not None:
        if one.count != other.count:
            return Relation.CONFLICTS, 0.85
    elif not named and (one.count is None) != (other.count is None):
        return Relation.IMPRECISE, 0.7
    if bool(one.names) != bool(other.names) and (one.anonymous or other.anonymous):
        return Relation.IMPRECISE, 0.7
    return Relation.AGREES, 0.9 if named else 0.8


def _share_a_name(a: Sequence[str], b: Sequence[str]) -> bool:
    heard = {sound(name) for name in a if len(name) > 2}
    return any(sound(name) in heard for name in b if len(name) > 2)
