"""The values every other module passes on: articles, links, divergences, comparisons.

Data flows one way: files are read into :class:`Article`, two articles are compared into one
:class:`Comparison`, and the screen and every exporter read that same comparison. All values are
frozen, so a worker thread may hand them to the screen without a lock.

Offsets are code points (Python string indices), half-open, and never bytes or cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import count
from types import MappingProxyType
from typing import Literal, TypeAlias

__all__ = [
    "SIDES",
    "Article",
    "Bead",
    "Block",
    "BlockKind",
    "Comparison",
    "Detail",
    "DetailKind",
    "Divergence",
    "Evidence",
    "Link",
    "Relation",
    "Sentence",
    "SentenceKind",
    "Side",
    "Translation",
    "Which",
    "other",
]


Which: TypeAlias = Literal["a", "b"]
"""One of the two articles: A stands left, B right."""

SIDES: tuple[Which, Which] = ("a", "b")
"""Both of them, from left to right."""


def other(which: Which) -> Which:
    """The article that is not this one."""
    return "b" if which == "a" else "a"


class BlockKind(StrEnum):
    """What a block of an article is, as typography would tell it."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    FURNITURE = "furniture"

    @property
    def is_content(self) -> bool:
        """Whether it is part of the report: not the page around it, nor a byline, as metadata."""
        return self not in (BlockKind.BYLINE, BlockKind.FURNITURE)


class SentenceKind(StrEnum):
    """The coarser kind a sentence carries; the names are part of the published JSON."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    FURNITURE = "furniture"


SENTENCE_KIND: Mapping[BlockKind, SentenceKind] = MappingProxyType(
    {
        BlockKind.TITLE: SentenceKind.TITLE,
        BlockKind.DECK: SentenceKind.HEADING,
        BlockKind.BYLINE: SentenceKind.FURNITURE,
        BlockKind.HEADING: SentenceKind.HEADING,
        BlockKind.PARAGRAPH: SentenceKind.BODY,
        BlockKind.QUOTE: SentenceKind.QUOTE,
        BlockKind.FURNITURE: SentenceKind.FURNITURE,
    }
)
"""The kind of a block's sentences. A byline is metadata, so it is set apart like furniture."""

BLOCK_KIND: Mapping[SentenceKind, BlockKind] = MappingProxyType(
    {
        SentenceKind.TITLE: BlockKind.TITLE,
        SentenceKind.HEADING: BlockKind.HEADING,
        SentenceKind.BODY: BlockKind.PARAGRAPH,
        SentenceKind.QUOTE: BlockKind.QUOTE,
        SentenceKind.FURNITURE: BlockKind.FURNITURE,
    }
)
"""The plain kind of a block, where only its sentences' kind is known, as in JSON."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article's text of one kind: ``article.text[start:end]``."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``text`` is exactly ``article.text[start:end]``, line breaks included.

    ``block`` is the index of its block in ``article.blocks``.
    """

    index: int
    text: str
    start: int
    end: int
    block: int
    kind: SentenceKind

    @property
    def is_content(self) -> bool:
        """Whether the sentence is part of the report rather than of the page around it."""
        return self.kind is not SentenceKind.FURNITURE

    @property
    def flat(self) -> str:
        """The text with every run of white space as one space, for encoders and messages."""
        return " ".join(self.text.split())


@dataclass(frozen=True)
class Article:
    """One report: its text, the structure found in it, and what is known about it.

    Metadata is ``None`` where the source does not give it; nothing is guessed. ``published`` is an
    ISO 8601 date or date-time as text. ``lang`` is a lower-case ISO 639-1 code, or ``"und"`` where
    the language could not be told.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    lang: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    deck: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    label: str | None = None
    notes: tuple[str, ...] = ()
    """What the reader should know of how the text was read, one line each ("decoded as …")."""

    @property
    def name(self) -> str:
        """The shortest thing to call the article on screen: its label, source, title or id."""
        return self.label or self.source or self.title or self.id

    @cached_property
    def content(self) -> tuple[Sentence, ...]:
        """The sentences that are part of the report: all but furniture and bylines."""
        return tuple(s for s in self.sentences if s.is_content)

    @cached_property
    def paragraph_numbers(self) -> tuple[int, ...]:
        """For each block its running number among the content blocks, from 1; 0 for others."""
        numbers = count(1)
        return tuple(next(numbers) if block.kind.is_content else 0 for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a link: the feature's name and how much it added to or took from the score."""

    feature: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence ``i`` of A and sentence ``j`` of B state the same thing, wholly or in part.

    ``score`` is in [0, 1]: the share of links scored so that a careful reader would call right.
    """

    i: int
    j: int
    score: float
    evidence: tuple[Evidence, ...] = ()

    def end(self, which: Which) -> int:
        """The sentence of one article."""
        return self.i if which == "a" else self.j


@dataclass(frozen=True, slots=True)
class Bead:
    """A connected group of links (the bitext term): sorted sentence indices of each side.

    One side is empty for a sentence that has no counterpart.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]

    def side(self, which: Which) -> tuple[int, ...]:
        """The sentences of one article."""
        return self.a if which == "a" else self.b


class DetailKind(StrEnum):
    """The kinds of detail on which reports differ; the names are part of the published JSON."""

    NUMBER = "number"
    QUANTITY = "quantity"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    NEGATION = "negation"
    WORDING = "wording"


class Relation(StrEnum):
    """How two details stand to each other; the names are part of the published JSON."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    IMPRECISE = "imprecise"
    REWORDED = "reworded"
    ONLY_A = "only_a"
    ONLY_B = "only_b"

    @property
    def transposed(self) -> Relation:
        """The relation seen from the other side."""
        swapped = {Relation.ONLY_A: Relation.ONLY_B, Relation.ONLY_B: Relation.ONLY_A}
        return swapped.get(self, self)


@dataclass(frozen=True, slots=True)
class Detail:
    """A typed span of a sentence with a normalised value.

    ``start`` and ``end`` count within the sentence's text. ``value`` is a frozen dataclass of
    :mod:`tui.details.values`, hashable, the same for the same fact in any wording or language.
    """

    kind: DetailKind
    start: int
    end: int
    text: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a divergence: a detail and the index of the sentence it stands in."""

    sentence: int
    detail: Detail


@dataclass(frozen=True, slots=True)
class Divergence:
    """Two details, or one and nothing, and how they stand to each other.

    ``score`` is in [0, 1]: how sure the relation is. For ``only_a`` and ``only_b`` the other side
    is ``None``. A detail that the linked sentence lacks but the other article gives elsewhere has
    both sides, the relation of the two, and ``elsewhere`` set. ``note`` says in a few plain words
    what a reader should know ("B is vaguer"), and is never article text; the words ``A`` and ``B``
    in it name the sides.
    """

    kind: DetailKind
    relation: Relation
    score: float
    a: Side | None
    b: Side | None
    note: str = ""
    elsewhere: bool = False

    def __post_init__(self) -> None:
        if self.a is None and self.b is None:
            raise ValueError("a divergence needs at least one side")
        if self.relation is Relation.ONLY_A and (self.a is None or self.b is not None):
            raise ValueError("only_a has side a and no side b")
        if self.relation is Relation.ONLY_B and (self.b is None or self.a is not None):
            raise ValueError("only_b has side b and no side a")

    def side(self, which: Which) -> Side | None:
        """The detail of one article, if it has one."""
        return self.a if which == "a" else self.b

    @property
    def differs(self) -> bool:
        """Whether a reader looking for differences should stop here."""
        return self.relation is not Relation.AGREES

    def transposed(self) -> Divergence:
        """The same divergence with A and B changing places, in the note too."""
        note = " ".join({"A": "B", "B": "A"}.get(word, word) for word in self.note.split(" "))
        relation = self.relation.transposed
        return replace(self, relation=relation, a=self.b, b=self.a, note=note)


@dataclass(frozen=True, slots=True)
class Translation:
    """A sentence in another language, with where it came from.

    ``origin`` is what the reader is shown: ``"memory"`` and the file's name, a provider's name,
    or ``"you"`` for a correction. ``match`` is the share of the source a fuzzy memory hit covers,
    1.0 for an exact one. ``doubts`` name what the translation seems to change or drop.
    """

    lang: str
    text: str
    origin: str
    match: float = 1.0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Everything known about two articles side by side; what the screen and exporters read.

    ``links`` are sorted by (i, j), ``divergences`` by where they stand in A, then in B.
    ``translations_a`` and ``translations_b`` map sentence indices to translations.
    """

    a: Article
    b: Article
    links: tuple[Link, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    translations_a: Mapping[int, Translation] = field(default_factory=dict)
    translations_b: Mapping[int, Translation] = field(default_factory=dict)

    def article(self, which: Which) -> Article:
        """A or B."""
        return self.a if which == "a" else self.b

    def translations(self, which: Which) -> Mapping[int, Translation]:
        """The translations of one article's sentences, by index."""
        return self.translations_a if which == "a" else self.translations_b

    def matches(self, which: Which) -> Mapping[int, tuple[Link, ...]]:
        """For each linked sentence of one article its links, best first."""
        return self.matches_a if which == "a" else self.matches_b

    @cached_property
    def matches_a(self) -> Mapping[int, tuple[Link, ...]]:
        """For each linked sentence of A its links, best first."""
        return _by_sentence((link.i, link) for link in self.links)

    @cached_property
    def matches_b(self) -> Mapping[int, tuple[Link, ...]]:
        """For each linked sentence of B its links, best first."""
        return _by_sentence((link.j, link) for link in self.links)

    @cached_property
    def beads(self) -> tuple[Bead, ...]:
        """The links in connected groups, in the order of their first sentence of A."""
        return tuple(_components(self.links))

    @cached_property
    def differences(self) -> tuple[Divergence, ...]:
        """The divergences that a reader looking for differences should stop at."""
        return tuple(d for d in self.divergences if d.differs)

    @cached_property
    def summary(self) -> Mapping[str, int]:
        """Counts for headers and exports; content sentences only, furniture left out."""
        counts = {
            "sentences_a": len(self.a.content),
            "sentences_b": len(self.b.content),
            "linked_a": len(self.matches_a),
            "linked_b": len(self.matches_b),
            "links": len(self.links),
            "beads": len(self.beads),
        }
        for relation in Relation:
            counts[relation.value] = sum(d.relation is relation for d in self.divergences)
        return MappingProxyType(counts)

    def transposed(self) -> Comparison:
        """The same comparison with A and B changing places."""
        links = (Link(k.j, k.i, k.score, k.evidence) for k in self.links)
        divergences = (d.transposed() for d in self.divergences)
        return Comparison(
            a=self.b,
            b=self.a,
            links=tuple(sorted(links, key=lambda k: (k.i, k.j))),
            divergences=tuple(sorted(divergences, key=divergence_order)),
            translations_a=self.translations_b,
            translations_b=self.translations_a,
        )


def divergence_order(divergence: Divergence) -> tuple[float, float, float, float, str]:
    """Sort key: by place in A, then in B; what only B has comes after, in B's order."""
    far = float("inf")
    a, b = divergence.a, divergence.b
    return (
        a.sentence if a else far,
        a.detail.start if a else far,
        b.sentence if b else far,
        b.detail.start if b else far,
        divergence.kind,
    )


def _by_sentence(pairs: Iterable[tuple[int, Link]]) -> Mapping[int, tuple[Link, ...]]:
    grouped: dict[int, list[Link]] = {}
    for sentence, link in pairs:
        grouped.setdefault(sentence, []).append(link)
    return MappingProxyType(
        {
            sentence: tuple(sorted(links, key=lambda k: (-k.score, k.i, k.j)))
            for sentence, links in grouped.items()
        }
    )


def _components(links: Iterable[Link]) -> Iterator[Bead]:
    """Connected components of the bipartite graph of links, by union-find."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        root = node
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[node] != root:
            parent[node], node = root, parent[node]
        return root

    for link in links:
        parent[find(("a", link.i))] = find(("b", link.j))
    groups: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
    for node in parent:
        sides = groups.setdefault(find(node), ([], []))
        sides[0 if node[0] == "a" else 1].append(node[1])
    beads = (Bead(tuple(sorted(a)), tuple(sorted(b))) for a, b in groups.values())
    yield from sorted(beads, key=lambda bead: (bead.a, bead.b))
