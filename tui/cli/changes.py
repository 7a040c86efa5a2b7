"""What was changed between two versions of one article, from their comparison.

Most sentences of two versions are the same word for word, so those are paired first, in order;
only what is left over is looked up among the links.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.errors import visible

if TYPE_CHECKING:
    from tui.model import Comparison, Divergence, Sentence

__all__ = ["Change", "Changes", "describe", "find_changes"]

_INDENT = "   "


@dataclass(frozen=True, slots=True)
class Change:
    """One place that differs: a sentence before and after; one is ``None`` if added or removed.

    ``details`` are the divergences between the two.
    """

    before: Sentence | None
    after: Sentence | None
    details: tuple[Divergence, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two versions, in the order of the later one.

    ``moved`` counts sentences that only stand in another place.
    """

    changed: tuple[Change, ...]
    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    unchanged: int
    moved: int

    @property
    def none(self) -> bool:
        """Whether nothing differs."""
        return not (self.changed or self.added or self.removed or self.moved)


def find_changes(comparison: Comparison) -> Changes:
    """Tell the sentences of two versions apart: kept, moved, changed, added, removed."""
    old, new = comparison.a.content, comparison.b.content
    kept, moved = _kept(old, new)
    left = {s.index for s in old} - {i for i, _ in [*kept, *moved]}
    right = {s.index for s in new} - {j for _, j in [*kept, *moved]}
    pairs = dict(_linked(comparison, left, right))
    left -= set(pairs.values())
    right -= set(pairs)
    sentences_a, sentences_b = comparison.a.sentences, comparison.b.sentences
    details = _details(comparison)
    return Changes(
        changed=tuple(
            Change(sentences_a[i], sentences_b[j], details(i, j)) for j, i in sorted(pairs.items())
        ),
        added=tuple(Change(None, sentences_b[j]) for j in sorted(right)),
        removed=tuple(Change(sentences_a[i], None) for i in sorted(left)),
        unchanged=len(kept),
        moved=len(moved),
    )


Pairs = list[tuple[int, int]]


def _kept(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Pairs, Pairs]:
    """Sentences of the same words: those in order, and those that moved."""
    from rapidfuzz.distance import LCSseq

    a, b = [s.flat for s in old], [s.flat for s in new]
    kept = [
        (old[block.a + k].index, new[block.b + k].index)
        for block in LCSseq.opcodes(a, b).as_matching_blocks()
        for k in range(block.size)
    ]
    taken_old, taken_new = {i for i, _ in kept}, {j for _, j in kept}
    waiting: dict[str, deque[int]] = {}
    for sentence in new:
        if sentence.index not in taken_new:
            waiting.setdefault(sentence.flat, deque()).append(sentence.index)
    moved = [
        (s.index, waiting[s.flat].popleft())
        for s in old
        if s.index not in taken_old and waiting.get(s.flat)
    ]
    return kept, moved


def _linked(comparison: Comparison, left: set[int], right: set[int]) -> Iterator[tuple[int, int]]:
    """For each sentence of the later version the one it was, the likeliest pairs first."""
    free = set(left)
    open_right = set(right)
    for link in sorted(comparison.links, key=lambda k: (-k.score, k.i, k.j)):
        if link.i in free and link.j in open_right:
            free.discard(link.i)
            open_right.discard(link.j)
            yield link.j, link.i


def _details(comparison: Comparison) -> Callable[[int, int], tuple[Divergence, ...]]:
    """For a sentence before and one after, the differences between them or of one alone."""
    between: dict[tuple[int | None, int | None], list[int]] = {}
    for number, found in enumerate(comparison.differences):
        before = found.a.sentence if found.a else None
        after = found.b.sentence if found.b else None
        between.setdefault((before, after), []).append(number)

    def details(i: int, j: int) -> tuple[Divergence, ...]:
        numbers = [n for place in ((i, j), (i, None), (None, j)) for n in between.get(place, ())]
        return tuple(comparison.differences[n] for n in sorted(numbers))

    return details


def describe(comparison: Comparison, changes: Changes, width: int) -> Iterator[str]:
    """The changes in lines of at most ``width`` cells: changed, added, removed, and a count."""
    from tui.export.unified import word_level

    a, b = comparison.a, comparison.b
    for name, before, after in (
        ("title", a.title, b.title),
        ("author", a.author, b.author),
        ("date", a.published, b.published),
    ):
        if before != after:
            yield from _wrapped(f"{name}: [-{before or ''}-] {{+{after or ''}+}}", "", width)
    for change in changes.changed:
        assert change.before is not None
        assert change.after is not None
        parts = word_level(change.before.flat, change.after.flat)
        if parts is None:
            yield from _wrapped(change.before.flat, "- ", width)
            yield from _wrapped(change.after.flat, "+ ", width)
        else:
            yield from _wrapped("".join(_bracketed(*part) for part in parts), "~ ", width)
        for found in change.details:
            yield from _wrapped(_detail(comparison, found), "    ", width)
    for change in changes.added:
        assert change.after is not None
        yield from _wrapped(change.after.flat, "+ ", width)
    for change in changes.removed:
        assert change.before is not None
        yield from _wrapped(change.before.flat, "- ", width)
    yield f"{_INDENT}{_count(changes)}"


def _bracketed(op: str, text: str) -> str:
    return {"-": f"[-{text}-]", "+": f"{{+{text}+}}"}.get(op, text)


def _detail(comparison: Comparison, found: Divergence) -> str:
    from tui.words import glyph, plain

    sides = (side.detail.text if side else "nothing" for side in (found.a, found.b))
    before, after = (" ".join(text.split()) for text in sides)
    words = plain(comparison, found)
    return f"{glyph(found.relation)} {found.kind}: {before} → {after}" + (
        f" ({words})" if found.note else ""
    )


def _count(changes: Changes) -> str:
    if changes.none:
        return "no sentence was changed"
    counts = (
        (len(changes.changed), "changed"),
        (len(changes.added), "added"),
        (len(changes.removed), "removed"),
        (changes.moved, "moved"),
        (changes.unchanged, "as before"),
    )
    return "sentences: " + ", ".join(f"{n} {what}" for n, what in counts if n)


def _wrapped(text: str, sign: str, width: int) -> Iterator[str]:
    """A paragraph below its sign; what a terminal would obey has no place in it."""
    from textwrap import wrap

    first = _INDENT + sign
    yield from wrap(
        visible(text),
        max(width, 40),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
    )
