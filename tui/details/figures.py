"""Numbers, quantities, money, percentages, dates and times: found together, compared by role.

They are one kind to the comparison because what looks like one is often another: the 2 of
"September 2" counts nothing, and "2017" may be a year here and a number there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from tui.details.base import ArticleContext, Kind, PairContext
from tui.details.date_words import date_words
from tui.details.dates import read_date
from tui.details.labels import read_label, read_score
from tui.details.lexicon import Lexicon, Phrases, lexicon
from tui.details.matching import assign
from tui.details.quantities import Finding, read_amount
from tui.details.relate import relate
from tui.details.roles import Role, role_of, similarity
from tui.details.times import read_time, time_words
from tui.details.tokens import Token, tokenize
from tui.details.values import Amount, CalendarDate, ClockTime, Label
from tui.model import Detail, DetailKind, Divergence, Relation, Side

__all__ = ["KIND", "find"]

CONFLICT_FROM = 0.42
"""The least similarity of roles at which incompatible values are called a conflict."""

ACROSS_FROM = 0.3
"""The same across languages, where few words can speak for a role."""

ALONE = 0.3
"""What being the only ones left of their sort in a linked pair adds to that similarity."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find every figure of a sentence, in order, without overlaps."""
    return list(find(text, context.lang, context.published))


@lru_cache(maxsize=64)
def find(text: str, lang: str, published: date | None) -> tuple[Detail, ...]:
    """The same as :func:`extract`, kept for the sentences at hand."""
    tokens = tokenize(text)
    known = lexicon(lang)
    details: list[Detail] = []
    place = 0
    openers = _openers(lang)
    while place < len(tokens):
        if not _may_open(tokens, place, known, openers):
            place += 1
            continue
        found = _read(text, tokens, place, known, published)
        if found is None:
            place += 1
            continue
        first, last = tokens[found.start], tokens[found.end - 1]
        if not details or first.start >= details[-1].end:
            details.append(
                Detail(found.kind, first.start, last.end, text[first.start : last.end], found.value)
            )
        place = max(found.end, place + 1)
    return tuple(details)


@cache
def _openers(lang: str) -> frozenset[str]:
    """The words a figure can begin with; most words of a sentence need no further look."""
    known, dates, times = lexicon(lang), date_words(lang), time_words(lang)
    phrases: tuple[Phrases[Any], ...] = (
        known.multiples, known.groups, known.shares, known.vague, known.limits, known.approximate,
        known.between, known.half_units, known.currencies, known.labels, dates.spans,
        dates.relative, dates.ago_before, dates.decade_before, times.past, times.words,
    )  # fmt: skip
    single = (
        known.words, known.bare_scales, known.ordinals, dates.months, dates.weekdays
    )  # fmt: skip
    return frozenset().union(*single, *(p.firsts for p in phrases))


def _may_open(tokens: Sequence[Token], place: int, known: Lexicon, openers: frozenset[str]) -> bool:
    token = tokens[place]
    if token.is_figure or token.low in openers:
        return True
    if not token.is_word:
        return unicodedata.category(token.text[0]) == "No"
    if known.compound is not None and (
        known.compound.match(token.low) or _named_weekday(token.low, known)
    ):
        return True
    follower = tokens[place + 1 : place + 3]
    return any(t.is_figure and t.glued for t in follower) and token.text[0].isupper()


def _named_weekday(low: str, known: Lexicon) -> bool:
    return len(low) > 8 and low.startswith(date_words(known.lang).long_weekdays)


def _read(
    text: str, tokens: Sequence[Token], place: int, known: Lexicon, published: date | None
) -> Finding | None:
    return (
        read_label(tokens, place, known)
        or read_score(tokens, place, known)
        or read_date(text, tokens, place, known, published)
        or read_time(text, tokens, place, known)
        or _amount(text, tokens, place, known, published)
    )


def _amount(
    text: str, tokens: Sequence[Token], place: int, known: Lexicon, published: date | None
) -> Finding | None:
    """An amount; a bare number set apart behind a name is an age ("Jones, 59, said")."""
    found = read_amount(tokens, place, known)
    if found is None or not isinstance(found.value, Amount):
        return found
    for inner in range(place + 1, found.end):  # "um 17.45 Uhr", "around 3 November"
        if tokens[inner].is_figure and (
            read_time(text, tokens, inner, known)
            or _is_dated(read_date(text, tokens, inner, known, published), found.value)
        ):
            return None
    value = found.value
    follower = tokens[found.end].low if found.end < len(tokens) else ""
    if value.weak and (not follower.isalpha() or follower in known.function):
        return None
    if value.weak and follower in known.roles and tokens[place].low not in known.articles:
        return replace(found, value=replace(value, weak=False))
    if value.ordinal and value.low in {1, 2}:
        return replace(found, value=replace(value, weak=True))
    if (
        value.exact and not value.unit and place > 1 and tokens[place].is_figure
        and tokens[place - 1].low in {",", "("} and follower in {",", ")", "."}
        and tokens[place - 2].text[0].isupper() and 1 <= (value.low or 0) <= 115
        and isinstance(value.low, int)
    ):  # fmt: skip
        aged = replace(value, unit="age", written="age")
        return replace(found, kind=DetailKind.QUANTITY, value=aged)
    return found


def _is_dated(found: Finding | None, amount: Amount) -> bool:
    """Whether what follows a modifier is a date: more than four figures, or "around" a year."""
    if found is None or not isinstance(found.value, CalendarDate):
        return False
    bare_year = found.value == CalendarDate(found.value.year)
    return not bare_year or (amount.approximate and amount.low == amount.high)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A side with the role its words give it."""

    side: Side
    role: Role

    @property
    def value(self) -> object:
        return self.side.detail.value

    @property
    def weak(self) -> bool:
        return isinstance(self.value, Amount) and self.value.weak


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterator[Divergence]:
    """Pair the figures of both sides: what agrees and has the same role, then what conflicts."""
    placed_a = [_placed(s, context.sentences_a, context.a.lang) for s in a]
    placed_b = [_placed(s, context.sentences_b, context.b.lang) for s in b]

    def linked(x: _Placed, y: _Placed) -> bool:
        return (x.side.sentence, y.side.sentence) in context.links

    def answer(x: _Placed, y: _Placed) -> float:
        judged = relate(x.value, y.value)
        if judged is None or ((x.weak or y.weak) and _unit(x) != _unit(y)):
            return 0.0
        near = similarity(x.role, y.role)
        bonus = 0.2 if linked(x, y) else 0.0
        if judged[0] is Relation.AGREES:
            return 2.0 + near + bonus
        if judged[0] is Relation.IMPRECISE:
            return 1.0 + near + bonus
        if not linked(x, y) or ((x.weak or y.weak) and not _same_thing(x.role, y.role)):
            return 0.0
        return 0.6 + near if near >= CONFLICT_FROM else 0.0

    pairs = assign(placed_a, placed_b, answer)
    left_a = _without(placed_a, {i for i, _ in pairs})
    left_b = _without(placed_b, {j for _, j in pairs})

    def contradict(x: _Placed, y: _Placed) -> float:
        if not linked(x, y) or not _may_conflict(x, y):
            return 0.0
        crowd = max(_crowd(x, left_a), _crowd(y, left_b))
        return similarity(x.role, y.role) + ALONE / crowd + misprint(x.value, y.value)

    across = context.a.lang != context.b.lang
    late = assign(left_a, left_b, contradict, at_least=ACROSS_FROM if across else CONFLICT_FROM)
    yield from _paired((placed_a[i], placed_b[j]) for i, j in pairs)
    yield from _paired((left_a[i], left_b[j]) for i, j in late)
    for x in _without(left_a, {i for i, _ in late}):
        if not x.weak:
            yield Divergence(x.side.detail.kind, Relation.ONLY_A, 0.6, x.side, None)
    for y in _without(left_b, {j for _, j in late}):
        if not y.weak:
            yield Divergence(y.side.detail.kind, Relation.ONLY_B, 0.6, None, y.side)


def _paired(pairs: Iterable[tuple[_Placed, _Placed]]) -> Iterator[Divergence]:
    for x, y in pairs:
        divergence = _divergence(x, y)
        if divergence is not None:
            yield divergence


def _without(placed: Sequence[_Placed], gone: set[int]) -> list[_Placed]:
    return [x for i, x in enumerate(placed) if i not in gone]


def _placed(side: Side, sentences: object, lang: str) -> _Placed:
    text = sentences[side.sentence]  # type: ignore[index]
    return _Placed(side, role_of(text, side.detail.start, side.detail.end, lang))


def _unit(x: _Placed) -> str:
    return x.value.unit if isinstance(x.value, Amount) else ""


def _same_thing(a: Role, b: Role) -> bool:
    return bool(a.thing and a.thing == b.thing) or bool(set(a.after[:2]) & set(b.after[:2]))


def _crowd(x: _Placed, left: Sequence[_Placed]) -> int:
    """How many of its sort a sentence has left: the only one is likelier to be meant."""
    return sum(
        _sort(x) == _sort(y) and x.side.sentence == y.side.sentence and not y.weak for y in left
    )


def _sort(x: _Placed) -> Hashable:
    value = x.value
    if isinstance(value, Amount):
        return (value.unit, value.ordinal)
    if isinstance(value, Label):
        return ("label", value.name)
    return type(value).__name__


def _may_conflict(x: _Placed, y: _Placed) -> bool:
    judged = relate(x.value, y.value)
    return (
        judged is not None
        and judged[0] is Relation.CONFLICTS
        and not (x.weak or y.weak)
        and similarity(x.role, y.role) > 0
    )


def misprint(a: object, b: object) -> float:
    """What the numbers themselves say: 143 and 134 are one number misread, 3 and 90,000 are not."""
    if not isinstance(a, Amount) or not isinstance(b, Amount):
        return 0.0
    one, other = a.point, b.point
    if not one or not other:
        return 0.0
    digits_a, digits_b = str(one).rstrip("0"), str(other).rstrip("0")
    if len(digits_a) > 1 and sorted(digits_a) == sorted(digits_b):
        return 0.3
    larger, smaller = max(abs(one), abs(other)), min(abs(one), abs(other))
    if larger > 20 * smaller:
        return -0.2
    return 0.05 if larger <= 2 * smaller else 0.0


def _divergence(x: _Placed, y: _Placed) -> Divergence | None:
    judged = relate(x.value, y.value)
    if judged is None or (x.weak and y.weak):
        return None
    relation, note = judged
    kinds = {x.side.detail.kind, y.side.detail.kind}
    kind = next(iter(kinds - {DetailKind.NUMBER}), DetailKind.NUMBER)
    near = max(0.0, similarity(x.role, y.role))
    base = {Relation.AGREES: 0.8, Relation.IMPRECISE: 0.6}.get(relation, 0.5)
    return Divergence(kind, relation, round(min(0.99, base + near / 2), 3), x.side, y.side, note)


def keys(detail: Detail) -> Iterable[Hashable]:
    """What a figure is looked up by in the whole other article."""
    value = detail.value
    if isinstance(value, Amount):
        point = value.point
        if point is not None and not value.weak:
            yield ("amount", value.unit, point)
    elif isinstance(value, CalendarDate):
        if value.day is not None and value.month is not None:
            yield ("day", value.month, value.day)
        elif value.resolved:
            yield ("resolved", value.resolved)
        else:
            yield value
    elif isinstance(value, ClockTime):
        yield ("clock", value.start % 720)
    else:
        yield value


KIND = Kind("figures", extract, match, keys)
