"""How well divergent details are found: ``python -m bench.details [--markdown] [--misses KIND]``.

On the project's own stories, over the links of the answer key: which planted
conflicts and vaguenesses are found, how much that agrees is called a conflict, and whether what is
given as only one side's is that. The time a linked pair takes. The same over sentence pairs with a
single difference or none. And over public sets (:mod:`bench.public_details`).
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle

from bench.public_details import public_tables
from bench.sentences import GENRE, load_sentences
from bench.stories import SPLITS, KeyedDetail, Span, StoryPair, load_stories
from bench.tables import Table, share, show
from tui.details import compare_linked
from tui.encode import default_encoder
from tui.model import (
    Article,
    Block,
    BlockKind,
    DetailKind,
    Divergence,
    Link,
    Relation,
    Sentence,
    SentenceKind,
    Side,
)

__all__ = [
    "Tally",
    "cost",
    "is_alone_in_key",
    "long_pair",
    "main",
    "refuting",
    "story_article",
    "story_tallies",
]

FIGURES = frozenset({"number", "quantity", "money", "percent", "date", "time"})
NAMES = frozenset({"person", "organisation", "place"})
PREDICATES = frozenset({"negation", "wording"})
"""Whether "welcomed" against "condemned" denies or words otherwise, each of the five hands that
wrote keys saw in its own way."""
LONG = (500, 3_000)
"""Sentences of the long articles whose comparison is timed."""
_ONLY = frozenset({Relation.ONLY_A, Relation.ONLY_B})


@dataclass
class Tally:
    """Counts of one kind of detail over story pairs."""

    conflicts: int = 0
    conflicts_found: int = 0
    imprecise: int = 0
    imprecise_found: int = 0
    agreeing: int = 0
    agreeing_as_conflict: int = 0
    reported: int = 0
    reported_wrongly: int = 0
    only: int = 0
    only_in_key: int = 0
    only_refuted: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add another tally's counts to this one's."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def row(self, name: str) -> tuple[str, ...]:
        """The tally as a line of a table."""
        return (
            name,
            share(self.conflicts_found, self.conflicts),
            share(self.imprecise_found, self.imprecise),
            share(self.agreeing_as_conflict, self.agreeing),
            share(self.reported_wrongly, self.reported),
            share(self.only_in_key, self.only),
            share(self.only_refuted, self.only),
        )


STORY_HEADING = (
    "kind", "conflicts found", "imprecise found", "agreeing called conflict",
    "conflicts not in key", "only one side's: in key", "refuted by key",
)  # fmt: skip


def story_tallies(pairs: Iterable[StoryPair]) -> dict[str, Tally]:
    """Tally every kind over story pairs, compared along the links of their keys."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for pair in pairs:
        _tally(pair, _compared(pair), tallies)
    return dict(tallies)


def _compared(pair: StoryPair) -> tuple[Divergence, ...]:
    return compare_linked(
        _article(pair, pair.a, pair.lang_a, pair.published_a),
        _article(pair, pair.b, pair.lang_b, pair.published_b),
        [Link(i, j, 1.0) for i, j in pair.links],
        encoder=default_encoder(),
    )


def _article(pair: StoryPair, text: Sequence[str], lang: str, published: object) -> Article:
    return story_article(text, lang, published, titled=pair.genre != GENRE)


def story_article(
    sentences: Sequence[str], lang: str, published: object, *, titled: bool = True
) -> Article:
    """A report of a story pair, its first sentence as the title unless it has none."""
    blocks, made, start = [], [], 0
    for index, text in enumerate(sentences):
        title = titled and index == 0
        end = start + len(text)
        blocks.append(Block(BlockKind.TITLE if title else BlockKind.PARAGRAPH, start, end))
        kind = SentenceKind.TITLE if title else SentenceKind.BODY
        made.append(Sentence(index, text, start, end, index, kind))
        start = end + 1
    day = str(published) if published else None
    return Article(
        "story", "\n".join(sentences), tuple(blocks), tuple(made), lang, published=day
    )  # fmt: skip


def _tally(pair: StoryPair, found: Sequence[Divergence], tallies: dict[str, Tally]) -> None:
    keyed_conflicts = [k for k in pair.details if k.relation is Relation.CONFLICTS]
    for key in pair.details:
        tally = tallies[key.kind.value]
        same = [d for d in found if _answers(d, key)]
        relations = {d.relation for d in same}
        if key.relation is Relation.CONFLICTS:
            tally.conflicts += 1
            tally.conflicts_found += Relation.CONFLICTS in relations
            if Relation.CONFLICTS not in relations:
                tally.misses.append(f"missed conflict  {_shown(pair, key, same)}")
        elif key.relation is Relation.IMPRECISE:
            tally.imprecise += 1
            tally.imprecise_found += Relation.IMPRECISE in relations
            if Relation.IMPRECISE not in relations:
                tally.misses.append(f"missed imprecise {_shown(pair, key, same)}")
        elif key.relation is Relation.AGREES:
            tally.agreeing += 1
            tally.agreeing_as_conflict += Relation.CONFLICTS in relations
            if Relation.CONFLICTS in relations:
                tally.misses.append(f"agrees, called conflict {_shown(pair, key, same)}")
    for divergence in found:
        tally = tallies[divergence.kind.value]
        if divergence.relation in _ONLY:
            _tally_only(pair, divergence, tally)
        if divergence.relation is not Relation.CONFLICTS:
            continue
        tally.reported += 1
        if not any(_answers(divergence, key) for key in keyed_conflicts):
            tally.reported_wrongly += 1
            tally.misses.append(f"false conflict   {pair.id}: {_texts(divergence)}")


def _tally_only(pair: StoryPair, divergence: Divergence, tally: Tally) -> None:
    """Whether the key too has a detail on this side alone, or refutes it by a counterpart.

    What the key does not mention is neither: it lists what is notable.
    """
    tally.only += 1
    tally.only_in_key += is_alone_in_key(pair, divergence)
    if counterparts := refuting(pair, divergence):
        tally.only_refuted += 1
        tally.misses.append(f"not only there   {_shown(pair, counterparts[0], [divergence])}")


def is_alone_in_key(pair: StoryPair, divergence: Divergence) -> bool:
    """Whether the key too has a detail on this side alone."""
    return any(
        key.relation is divergence.relation and _answers(divergence, key) for key in pair.details
    )


def refuting(pair: StoryPair, divergence: Divergence) -> list[KeyedDetail]:
    """What the key has as a counterpart of a detail that is given as one side's alone."""
    return [
        key
        for key in pair.details
        if key.relation not in _ONLY
        and _family(key.kind) == _family(divergence.kind)
        and (_touches(divergence.a, key.a) if divergence.a else _touches(divergence.b, key.b))
    ]


def _answers(divergence: Divergence, key: KeyedDetail) -> bool:
    """Whether a divergence speaks of a keyed detail: a related kind, touching spans."""
    return (
        _family(divergence.kind) == _family(key.kind)
        and _touches(divergence.a, key.a)
        and _touches(divergence.b, key.b)
    )


def _family(kind: DetailKind) -> str:
    if kind.value in FIGURES:
        return "figure"
    if kind.value in PREDICATES:
        return "predicate"
    return "name" if kind.value in NAMES else kind.value


def _touches(side: Side | None, span: Span | None) -> bool:
    """The same words, or words of another sentence that say the same (a headline and its lead)."""
    if side is None or span is None:
        return side is None and span is None
    detail = side.detail
    if side.sentence == span.sentence:
        return detail.start < span.end and span.start < detail.end
    return detail.text.casefold() in span.text.casefold()


def _shown(pair: StoryPair, key: KeyedDetail, same: Sequence[Divergence]) -> str:
    a, b = (span.text if span else "—" for span in (key.a, key.b))
    said = "; ".join(f"{d.relation} {_texts(d)}" for d in same) or "nothing"
    return f"{pair.id}: {key.kind}: {a} | {b}  →  {said}"


def _texts(divergence: Divergence) -> str:
    a, b = (side.detail.text if side else "—" for side in (divergence.a, divergence.b))
    return f"[{divergence.kind}] {a} | {b}"


def story_tables(pairs: Sequence[StoryPair]) -> Iterator[Table]:
    """One table by kind and one by language pair."""
    one_by_one = [(pair.languages, story_tallies([pair])) for pair in pairs]
    tallies: dict[str, Tally] = defaultdict(Tally)
    for _, own in one_by_one:
        for kind, tally in own.items():
            tallies[kind].add(tally)
    by_kind = [tallies[k.value].row(k.value) for k in DetailKind if k.value in tallies]
    yield STORY_HEADING, [*by_kind, _total(tallies.values(), "all"), _figures(tallies)]
    by_language = [
        _total((t for spoken, own in one_by_one if spoken == one for t in own.values()), one)
        for one in sorted({spoken for spoken, _ in one_by_one})
    ]
    yield ("languages", *STORY_HEADING[1:]), by_language


def _figures(tallies: dict[str, Tally]) -> tuple[str, ...]:
    return _total((t for kind, t in tallies.items() if kind in FIGURES), "all figures")


def _total(tallies: Iterable[Tally], name: str) -> tuple[str, ...]:
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total.row(name)


def cost(pairs: Sequence[StoryPair]) -> float:
    """Milliseconds of processor time a linked pair takes, the encoder loaded."""
    default_encoder().encode(["loaded"])
    began = time.process_time()
    for pair in pairs:
        _compared(pair)
    return 1_000 * (time.process_time() - began) / sum(len(pair.links) for pair in pairs)


def long_pair(pairs: Iterable[StoryPair], sentences: int) -> StoryPair:
    """Stories of one language pair joined to articles of that many sentences or a few more."""
    joined, *others = pairs
    for pair in cycle([joined, *others]):
        if len(joined.a) >= sentences:
            break
        links = tuple((i + len(joined.a), j + len(joined.b)) for i, j in pair.links)
        joined = replace(
            joined, a=joined.a + pair.a, b=joined.b + pair.b, links=joined.links + links
        )
    return joined


def main(arguments: Sequence[str]) -> int:
    """Print the tables; ``--misses KIND`` lists what went wrong on the train split instead."""
    if "--misses" in arguments:
        wanted = arguments[arguments.index("--misses") + 1 :]
        pairs = load_stories(split="train") + load_sentences(split="train")
        for kind, tally in story_tallies(pairs).items():
            if kind in wanted or not wanted:
                print(*sorted(tally.misses), sep="\n")
        return 0
    markdown = "--markdown" in arguments
    for split in SPLITS[:3]:
        pairs = [pair for pair in load_stories(split=split) if pair.details]
        print(f"{len(pairs)} stories, {split.replace('_', ' ')}\n")
        first = cost(pairs)
        for table in story_tables(pairs):
            show(table, markdown=markdown)
        print(f"{first:.1f} ms a linked pair the first time, {cost(pairs):.1f} ms warm\n")
    english = [pair for pair in load_stories(split="train") if pair.languages == "en-en"]
    for size in LONG:
        spent = cost([long_pair(english, size)])
        print(f"{spent:.1f} ms a linked pair in articles of {size:,} sentences\n")
    for split in ("train", "calibration", "held_out"):
        if pairs := load_sentences(split=split):
            print(f"{len(pairs)} sentence pairs, {split.replace('_', ' ')}\n")
            for table in story_tables(pairs):
                show(table, markdown=markdown)
    for table in public_tables():
        show(table, markdown=markdown)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
