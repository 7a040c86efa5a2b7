"""Fits how likely two different names play one part: ``python -m bench.name_roles``.

On the linked sentences of the ``train`` stories: each pair of names of which neither is the other
is a case, and holds where the key has a conflict of the two. Those are few, and most stand in
sentences alike, so names are planted as well: a name that both reports have is replaced in one of
them by a name of another story, and the two must be found to answer each other. Prints how many of
the likeliest cases hold when a sixth of the stories is judged by the others, and writes
``tui/data/details/name_roles.toml``.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from bench.details import story_article
from bench.regression import Case, fit
from bench.stories import Span, StoryPair, load_stories
from tui.details.base import PairContext
from tui.details.name_bead import BeadNames, bead_names
from tui.details.name_pair import NamePair, Unpaired
from tui.details.name_roles import NameRoles
from tui.details.name_signs import MODEL, NameSigns, signs_of
from tui.details.name_surroundings import FIRM
from tui.details.names import KIND
from tui.details.placed_name import PlacedName
from tui.details.reading import Reading
from tui.encode import default_encoder
from tui.model import Comparison, DetailKind, Link, Relation

__all__ = ["main"]

STRENGTH = 0.3
PLANTED = 6
"""Names planted in a story, at most."""

WEIGHT = 0.3
"""What a planted case counts, so that conflicts stay as rare as reports have them."""

_NAMES = frozenset({DetailKind.PERSON, DetailKind.ORGANISATION, DetailKind.PLACE})

Pool = Mapping[tuple[str, DetailKind], Sequence[tuple[str, str]]]
"""Sure names by language and kind, each with the story it is from."""


def _beads(story: StoryPair) -> Iterator[tuple[BeadNames, PairContext]]:
    """The names of linked sentences, bead by bead."""
    one = story_article(story.a, story.lang_a, story.published_a)
    other = story_article(story.b, story.lang_b, story.published_b)
    a, b = Reading.of(one), Reading.of(other)
    links = frozenset(story.links)
    for bead in Comparison(one, other, tuple(Link(i, j, 1.0) for i, j in story.links)).beads:
        context = PairContext(
            a.context,
            b.context,
            {i: story.a[i] for i in bead.a},
            {j: story.b[j] for j in bead.b},
            frozenset((i, j) for i, j in links if i in bead.a),
            default_encoder(),
        )
        sides_a = [side for i in bead.a for side in a.sides(KIND, i)]
        sides_b = [side for j in bead.b for side in b.sides(KIND, j)]
        yield bead_names(sides_a, sides_b, context), context


def _pairs(names: BeadNames, context: PairContext) -> Iterator[NamePair]:
    """The pairs of unpaired names that have to be judged by their signs."""
    roles = NameRoles(Unpaired(names.left_a, names.left_b, context), names.pairs)
    for x in names.left_a:
        for y in names.left_b:
            pair = roles.rivals(x, y)
            if pair is not None:
                yield pair


def _natural(story: StoryPair) -> Iterator[Case]:
    """The cases of a story as it is, whether the key has a conflict of the two names."""
    for names, context in _beads(story):
        for pair in _pairs(names, context):
            keyed = any(
                k.kind in _NAMES
                and k.relation is Relation.CONFLICTS
                and _touches(pair.x, k.a)
                and _touches(pair.y, k.b)
                for k in story.details
            )
            yield Case(signs_of(pair).vector(), keyed, story.id)


def _touches(place: PlacedName, span: Span | None) -> bool:
    detail = place.side.detail
    return (
        span is not None
        and place.side.sentence == span.sentence
        and detail.start < span.end
        and span.start < detail.end
    )


def _planted(story: StoryPair, pool: Pool, chance: random.Random) -> Iterator[Case]:
    """Cases of names that both reports have, one of them replaced in B."""
    shared = [
        (x, y)
        for names, _ in _beads(story)
        for x, y in names.pairs
        if (x.side.sentence, y.side.sentence) in story.links and not y.name.adjective
    ]
    for x, y in chance.sample(shared, min(PLANTED, len(shared))):
        old, told = y.side.detail.text, " ".join(story.a + story.b)
        fitting = [
            text
            for origin, text in pool[story.lang_b, y.kind]
            if origin != story.id and text.count(" ") == old.count(" ") and text not in told
        ]
        if fitting:
            new = chance.choice(fitting)
            yield from _cases_of(x, new, y.side.sentence, _with_name(story, y, new))


def _with_name(story: StoryPair, y: PlacedName, new: str) -> StoryPair:
    """A story whose B has another name for one everywhere, a person's surname alone too."""
    changes = [(y.side.detail.text, new)]
    if y.kind is DetailKind.PERSON:
        changes.append((changes[0][0].rpartition(" ")[2], new.rpartition(" ")[2]))
    text = "\0".join(story.b)
    for old, other in changes:
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", other.replace("\\", ""), text)
    return replace(story, b=tuple(text.split("\0")))


def _cases_of(x: PlacedName, new: str, there: int, story: StoryPair) -> Iterator[Case]:
    """The cases that have either A's name or the one planted for it in a sentence of B."""
    for names, context in _beads(story):
        for pair in _pairs(names, context):
            is_x, is_new = pair.x.side == x.side, new in pair.y.side.detail.text
            here = pair.x.side.sentence == x.side.sentence and pair.y.side.sentence == there
            if here and (is_x or is_new):
                holds = is_x and is_new
                yield Case(signs_of(pair).vector(), holds, story.id, WEIGHT, planted=True)


def _pool(stories: Sequence[StoryPair]) -> Pool:
    pool = defaultdict(list)
    for story in stories:
        for names, _ in _beads(story):
            for place in (*names.a, *names.b):
                if place.name.evidence >= FIRM and not place.name.adjective:
                    pool[place.lang, place.kind].append((story.id, place.side.detail.text))
    return pool


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    stories = [story for story in load_stories(split="train") if story.details]
    pool, chance = _pool(stories), random.Random(7)
    cases = [case for story in stories for case in _natural(story)]
    cases += [case for story in stories for case in _planted(story, pool, chance)]
    heading = "How likely two different names play one part; bench/name_roles.py fits this."
    fit(MODEL, heading, [sign.name for sign in fields(NameSigns)], cases, STRENGTH)


if __name__ == "__main__":
    main()
