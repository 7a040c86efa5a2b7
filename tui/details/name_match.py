"""Which name of one report answers which of the other, and whether they are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.details.base import PairContext
from tui.details.likeness import ALIKE, CLOSE, is_within, likeness
from tui.details.matching import assign
from tui.details.surroundings import align, closeness, part_alike, position_at
from tui.details.text_values import Name
from tui.details.vocabulary import vocabulary
from tui.details.words import Word, bare, words
from tui.model import DetailKind, Divergence, Relation, Side

__all__ = ["match"]

SURE = 0.5
"""Evidence from which a candidate counts as a name by itself."""

TELLING = 0.6
"""Evidence from which a name that the other side lacks is worth reporting."""

SAME_ROLE = 0.55
"""How alike the parts of two different names must be for a conflict."""

MISSPELLED = 0.35
"""What it adds to the likeness of parts that two names look alike, or share a surname."""

FORCED = 0.8
"""How alike the parts of such names are at least, wherever they stand."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A name with the sentence it stands in."""

    side: Side
    name: Name
    text: str
    lang: str
    sentence: tuple[Word, ...]
    first: int
    last: int

    @property
    def kind(self) -> DetailKind:
        return self.side.detail.kind


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair names by identity, then by role; see :class:`~tui.details.base.Matcher`."""
    one = [_placed(side, context.sentences_a, context.a.lang) for side in a]
    other = [_placed(side, context.sentences_b, context.b.lang) for side in b]
    across = context.a.lang != context.b.lang
    pairs = assign(one, other, lambda x, y: _identity(x, y, across), at_least=CLOSE - 0.01)
    for i, j in pairs:
        if max(one[i].name.evidence, other[j].name.evidence) >= SURE:
            yield _same(one[i], other[j], across)
    paired_a, paired_b = [one[i] for i, _ in pairs], [other[j] for _, j in pairs]
    texts_a, texts_b = context.sentences_a.values(), context.sentences_b.values()
    left_a = _left(one, {i for i, _ in pairs}, other, paired_b, texts_b)
    left_b = _left(other, {j for _, j in pairs}, one, paired_a, texts_a)
    roles = _Roles(left_a, left_b, context)
    settled_a, settled_b = set(), set()
    for i, j in assign(left_a, left_b, roles.similarity, at_least=SAME_ROLE):
        settled_a.add(i)
        settled_b.add(j)
        yield roles.difference(left_a[i], left_b[j])
    for i, place in enumerate(left_a):
        if i not in settled_a and _is_telling(place):
            yield Divergence(
                place.kind, Relation.ONLY_A, min(0.9, place.name.evidence), place.side, None
            )
    for j, place in enumerate(left_b):
        if j not in settled_b and _is_telling(place):
            yield Divergence(
                place.kind, Relation.ONLY_B, min(0.9, place.name.evidence), None, place.side
            )


def _is_telling(place: _Place) -> bool:
    """Whether it is worth saying that only one side has a name."""
    return place.name.evidence >= TELLING and not place.name.adjective


def _placed(side: Side, sentences: Mapping[int, str], lang: str) -> _Place:
    text = sentences.get(side.sentence, "")
    sentence = words(text)
    detail = side.detail
    inside = [
        k for k, w in enumerate(sentence) if w.start < detail.end and w.end > detail.start
    ] or [0]
    name = detail.value
    assert isinstance(name, Name)
    return _Place(side, name, text, lang, sentence, inside[0], inside[-1])


def _identity(x: _Place, y: _Place, across: bool) -> float:
    if is_within(x.name, y.name):
        return 0.0
    alike = likeness(x.name, y.name)
    if across and ALIKE <= alike < CLOSE and max(x.name.evidence, y.name.evidence) < 0.9:
        return CLOSE if _is_exonym(x.name.key, y.name.key) else alike
    return alike


def _is_exonym(a: str, b: str) -> bool:
    """Whether two languages may have one place's name with other endings ("Silesia")."""
    shared = next(
        (k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return " " not in a + b and shared >= 4 and shared >= 0.7 * max(len(a), len(b))


def _same(x: _Place, y: _Place, across: bool) -> Divergence:
    score = min(0.99, _identity(x, y, across) * max(x.name.evidence, y.name.evidence))
    kind = x.kind if x.name.evidence >= y.name.evidence else y.kind
    return Divergence(kind, Relation.AGREES, score, x.side, y.side)


def _left(
    mine: Sequence[_Place],
    taken: set[int],
    theirs: Sequence[_Place],
    paired: Sequence[_Place],
    texts: Iterable[str],
) -> list[_Place]:
    """The unpaired names that the other side does not mention in any form.

    Args:
        mine: One side's names.
        taken: Which of them are paired.
        theirs: The other side's names.
        paired: Those of them that are paired.
        texts: The other side's sentences.
    """
    across = bool(mine and theirs and mine[0].lang != theirs[0].lang)
    mentioned = _words_in_use(texts, paired)
    plain = _words_in_use(texts, ())  # another bearer of a surname is no mention of a person
    return [
        place
        for index, place in enumerate(mine)
        if index not in taken
        and all(_identity(place, known, across) < CLOSE for known in theirs)
        and not _is_mentioned(place, plain if place.kind is DetailKind.PERSON else mentioned)
    ]


def _words_in_use(texts: Iterable[str], paired: Sequence[_Place]) -> frozenset[str]:
    """The bare words of sentences that are in lower case, open them, or stand in paired names."""
    used = {bare(w.text) for text in texts for w in words(text) if not w.capital or w.opens}
    for place in paired:
        used |= {bare(w.text) for w in place.sentence[place.first : place.last + 1]}
    return frozenset(used)


def _is_mentioned(place: _Place, used: frozenset[str]) -> bool:
    """Whether words in use have a name's own words, so that it is there without being seen."""
    parts = [bare(part) for w in words(place.side.detail.text) for part in w.folded.split("-")]
    wanted = [part for part in parts if len(part) > 3]
    terms = vocabulary(place.lang)
    own = [w for w in wanted if w not in terms.organisation_words | terms.place_words] or wanted
    return any(
        word == w or (len(w) > 4 and word.startswith(w[: max(4, len(w) - 2)]))
        for word in used
        for w in own
    )


class _Roles:
    """How alike the parts are that names play in the two sides of one bead."""

    def __init__(
        self, left_a: Sequence[_Place], left_b: Sequence[_Place], context: PairContext
    ) -> None:
        self.left_a = left_a
        self.left_b = left_b
        self.linked = context.links
        self.across = context.a.lang != context.b.lang

    def similarity(self, x: _Place, y: _Place) -> float:
        """How surely two different names play one part; 0 where they cannot."""
        if not _comparable(x, y) or not self._is_linked(x, y) or _may_be_one(x, y, self.across):
            return 0.0
        roles = {x.name.role, y.name.role}
        if len(roles) == 2 and not roles & {"", "person"}:
            return 0.0
        near = closeness(x.text, y.text, x.lang, y.lang)
        alone = self._alone(x, y)
        role = self._position(x, y, alone)
        if not self.across:
            role = max(self._around(x, y) + 0.1 * alone, role if alone == 1.0 else 0.0)
        if x.name.role and x.name.role == y.name.role:
            role += 0.25
        if likeness(x.name, y.name) >= ALIKE:
            role = max(role + MISSPELLED, FORCED)
        return min(1.0, 0.7 * role + 0.3 * near)

    def difference(self, x: _Place, y: _Place) -> Divergence:
        """The divergence of two names that play one part."""
        kind = x.kind if x.name.evidence >= y.name.evidence else y.kind
        score = min(0.95, self.similarity(x, y))
        if is_within(x.name, y.name):
            vaguer = "A" if len(x.name.key) < len(y.name.key) else "B"
            return Divergence(
                kind, Relation.IMPRECISE, score, x.side, y.side, note=f"{vaguer} is vaguer"
            )
        return Divergence(kind, Relation.CONFLICTS, score, x.side, y.side)

    def _is_linked(self, x: _Place, y: _Place) -> bool:
        return not self.linked or (x.side.sentence, y.side.sentence) in self.linked

    def _around(self, x: _Place, y: _Place) -> float:
        """In one language: whether the words on both sides of the names are the same."""
        alignment = align(x.text, y.text)
        starts = part_alike(alignment, len(x.sentence), len(y.sentence), x.first, y.first)
        ends = part_alike(alignment, len(x.sentence), len(y.sentence), x.last, y.last)
        return max(starts, ends, (starts + ends) / 2)

    def _position(self, x: _Place, y: _Place, alone: float) -> float:
        """Place in the sentence, kind and preposition, and that nothing else is left."""
        apart = abs(position_at(x.sentence, x.first) - position_at(y.sentence, y.first))
        score = 0.3 * max(0.0, 1.0 - apart / 0.6) + 0.4 * alone
        if x.kind is y.kind:
            score += 0.2
        return score + 0.15 * (_preposition(x) == _preposition(y))

    def _alone(self, x: _Place, y: _Place) -> float:
        """1 if they are the only unpaired names of their kind, less if others compete."""
        rivals_a = sum(
            _comparable(p, y) and p.side.sentence == x.side.sentence for p in self.left_a
        )
        rivals_b = sum(
            _comparable(x, p) and p.side.sentence == y.side.sentence for p in self.left_b
        )
        return 2.0 / max(2, rivals_a + rivals_b)


def _comparable(x: _Place, y: _Place) -> bool:
    """Whether two names are sure enough and of kinds that may stand for each other."""
    low, high = sorted((x.name.evidence, y.name.evidence))
    if low < 0.38 or high < SURE or x.name.adjective != y.name.adjective:
        return False
    return x.kind is y.kind or not (_is_settled(x) and _is_settled(y))


def _is_settled(place: _Place) -> bool:
    """Whether the kind of a name is beyond doubt: by a lexicon, a title or a first name."""
    return ":" in place.name.key or (place.kind is DetailKind.PERSON and place.name.evidence >= 0.9)


def _may_be_one(x: _Place, y: _Place, across: bool) -> bool:
    """Whether two unlike names may yet mean the same: described in other words, or shortened."""
    one = [bare(w.text) for w in words(x.name.full)]
    other = [bare(w.text) for w in words(y.name.full)]
    short, long = (x, other) if len(one) <= len(other) else (y, one)
    if _is_acronym(short) and len(long) > 2:
        return True
    brief, full = sorted((" ".join(one), " ".join(other)), key=len)
    if len(brief) <= 3 and full.startswith(brief):
        return True  # an abbreviation
    if x.kind is DetailKind.PERSON and y.kind is DetailKind.PERSON:
        return False
    if len(one) == len(other) and all(p[:4] == q[:4] for p, q in zip(one, other, strict=True)):
        return True
    generic_x, own_x = _parted(x)
    generic_y, own_y = _parted(y)
    if across and ((generic_x and (generic_y or not own_x)) or (generic_y and not own_y)):
        return not (_is_acronym(x) or _is_acronym(y))
    if len(own_x) == len(own_y) > 1 and generic_x == generic_y and not across:
        return len(own_x & own_y) == len(own_x)  # all but one word alike: a near miss
    return bool(own_x & own_y)


def _is_acronym(place: _Place) -> bool:
    word = place.sentence[place.first].text
    return len(word) < 7 and sum(c.isupper() for c in word) > 1 and place.first == place.last


def _parted(place: _Place) -> tuple[frozenset[str], set[str]]:
    """The words of a name that only say what it is, and the stems of its other words."""
    terms = vocabulary(place.lang)
    generic, own = set(), set()
    for word in words(place.side.detail.text):
        if word.folded in terms.organisation_words or word.folded.endswith(
            terms.organisation_endings
        ):
            generic.add(word.folded)
        elif len(word.folded) > 3 and word.folded not in terms.place_words:
            own.add(bare(word.folded)[:4])
    return frozenset(generic), own


def _preposition(place: _Place) -> bool:
    before = place.sentence[place.first - 1].folded if place.first else ""
    return before in vocabulary(place.lang).place_prepositions
