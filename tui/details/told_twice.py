"""What one divergence tells of already, and another need not tell again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.model import Detail, DetailKind, Divergence, Relation

__all__ = ["without_repetitions"]


def without_repetitions(found: Iterable[Divergence]) -> Iterator[Divergence]:
    """All but the parts of others.

    What is only one side's and stands inside a source that has its counterpart: "two officials"
    against "officials" tells of the two already. A conflict inside another one on both sides:
    "slightly hurt" against "badly hurt" tells of the words that differ; so are words that only
    differ, where they lie within a conflict.
    """
    found = list(found)
    sources: dict[tuple[Relation, int], list[Detail]] = {}
    conflicts: dict[tuple[int, int], list[Divergence]] = {}
    for d in found:
        if not d.a or not d.b:
            continue
        if d.kind is DetailKind.ATTRIBUTION:
            sources.setdefault((Relation.ONLY_A, d.a.sentence), []).append(d.a.detail)
            sources.setdefault((Relation.ONLY_B, d.b.sentence), []).append(d.b.detail)
        if d.relation is Relation.CONFLICTS:
            conflicts.setdefault((d.a.sentence, d.b.sentence), []).append(d)
    for d in found:
        if d.a and d.b:
            rivals = conflicts.get((d.a.sentence, d.b.sentence), ())
            reworded = d.relation is Relation.REWORDED and d.kind is DetailKind.WORDING
            if d.relation is Relation.CONFLICTS and _is_part_of_another(d, rivals):
                continue
            if not reworded or not any(_within(d, other) for other in rivals):
                yield d
        elif side := d.a or d.b:
            told = sources.get((d.relation, side.sentence), ())
            if not any(_holds(source, side.detail) for source in told):
                yield d


def _is_part_of_another(one: Divergence, conflicts: Sequence[Divergence]) -> bool:
    """Whether a conflict lies within another; of two on the same words, all but the first do."""
    at = next(n for n, each in enumerate(conflicts) if each is one)
    return any(
        _within(one, other) and (n < at or not _within(other, one))
        for n, other in enumerate(conflicts)
        if other is not one
    )


def _within(one: Divergence, other: Divergence) -> bool:
    mine, theirs = (one.a, one.b), (other.a, other.b)
    return all(
        inner and outer and _holds(outer.detail, inner.detail)
        for inner, outer in zip(mine, theirs, strict=True)
    )


def _holds(whole: Detail, part: Detail) -> bool:
    return whole.start <= part.start and part.end <= whole.end
