"""What the readers of numbers, amounts, dates and times know of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from tui.data import languages, load
from tui.details.tokens import Token, tokenize

__all__ = ["Lexicon", "Phrases", "language_by_words", "lexicon"]

T = TypeVar("T")

_HYPHENS = frozenset("-‐‑–")


class Phrases(Generic[T]):
    """Phrases of one or more words with what they stand for, found at a place in a sentence.

    A hyphen inside a phrase matches none or a space, and the other way round.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in entries:
            words = tuple(t.low for t in tokenize(phrase) if t.low not in _HYPHENS)
            if not words:
                words = (phrase,)
            self._by_first.setdefault(words[0], []).append((words, meaning))
            self._by_last.setdefault(words[-1], []).append((words, meaning))
        for index in (self._by_first, self._by_last):
            for known in index.values():
                known.sort(key=lambda entry: -len(entry[0]))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to find."""
        return not self._by_first

    @property
    def firsts(self) -> frozenset[str]:
        """The words that phrases begin with."""
        return frozenset(self._by_first)

    def at(self, tokens: Sequence[Token], start: int) -> tuple[T, int] | None:
        """The longest phrase that starts at a token: its meaning and the token after it."""
        if start >= len(tokens):
            return None
        for words, meaning in self._by_first.get(tokens[start].low, ()):
            end = _run(tokens, start, words)
            if end:
                return meaning, end
        return None

    def after(self, tokens: Sequence[Token], start: int) -> tuple[T, int] | None:
        """Like :meth:`at`, with a hyphen before the phrase allowed ("36-hour")."""
        if start + 1 < len(tokens) and tokens[start].low in _HYPHENS and tokens[start + 1].glued:
            start += 1
        return self.at(tokens, start)

    def before(self, tokens: Sequence[Token], end: int) -> tuple[T, int] | None:
        """The longest phrase that ends just before a token: its meaning and its first token."""
        last = end - 1
        if last > 0 and tokens[last].low in _HYPHENS:
            last -= 1
        if last < 0:
            return None
        for words, meaning in self._by_last.get(tokens[last].low, ()):
            start = last - len(words) + 1
            if start >= 0 and _run(tokens, start, words) == last + 1:
                return meaning, start
        return None

    def words(self, token: Token) -> T | None:
        """What a token stands for alone."""
        for words, meaning in self._by_first.get(token.low, ()):
            if len(words) == 1:
                return meaning
        return None


def _run(tokens: Sequence[Token], start: int, words: Sequence[str]) -> int:
    """The token after a run of words from ``start``, hyphens between them skipped; 0 for none."""
    place = start
    for k, word in enumerate(words):
        if k and place + 1 < len(tokens) and tokens[place].low in _HYPHENS:
            place += 1
        if place >= len(tokens) or tokens[place].low != word:
            return 0
        place += 1
    return place


@dataclass(frozen=True)
class Lexicon:
    """One language's data file, ready for look-up. The tables are those of the file."""

    lang: str
    decimal: str
    group: str
    words: Mapping[str, int | float]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    money_scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: frozenset[str]
    ordinal_dot: bool
    joiners: frozenset[str]
    bare_scales: frozenset[str]
    teens_after: frozenset[int]
    products: Mapping[str, int]
    stacking: bool
    weak: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    compound: re.Pattern[str] | None
    compound_parts: Mapping[str, int | float]
    compound_units: Mapping[str, str]
    halves: Phrases[bool]
    multiples: Phrases[int]
    groups: Phrases[int]
    shares: Phrases[float]
    part_of: Phrases[bool]
    every: Phrases[bool]
    vague: Phrases[tuple[int, int]]
    limits: Phrases[str]
    limits_after: Phrases[str]
    approximate: Phrases[str]
    approximate_after: Phrases[bool]
    between: Phrases[bool]
    to: Phrases[bool]
    change: frozenset[str]
    percent: Phrases[str]
    units: Phrases[str]
    units_before: Phrases[str]
    half_units: Phrases[tuple[float, str]]
    currencies: Phrases[str]
    dates: Mapping[str, Any]
    times: Mapping[str, Any]
    labels: Phrases[str]
    score_words: frozenset[str]
    conjunctions: frozenset[str]
    others: frozenset[str]
    partitive: frozenset[str]
    function: frozenset[str]
    roles: Mapping[str, tuple[str, str]]


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; one without a file gets figures, signs and symbols only."""
    known = lang[:2].lower()
    raw = load(f"details/{known}") if known in languages("details") else {}
    return _compile(lang, raw)


def language_by_words(text: str) -> str:
    """The language most of whose small words, number words and notions a sentence has, or ``""``.

    For sentences too short for a statistical model; a tie is no answer.
    """
    words = [token.low for token in tokenize(text) if token.is_word]
    hits = {
        lang: sum(
            word in known.function or word in known.words or word in known.roles for word in words
        )
        for lang, known in ((lang, lexicon(lang)) for lang in languages("details"))
    }
    best = max(hits.values(), default=0)
    winners = [lang for lang, count in hits.items() if count == best]
    return winners[0] if best and len(winners) == 1 else ""


def _compile(lang: str, raw: Mapping[str, Any]) -> Lexicon:
    numbers: Mapping[str, Any] = raw.get("numbers", {})
    bounds: Mapping[str, list[str]] = raw.get("bounds", {})
    near: Mapping[str, list[str]] = raw.get("approximate", {})
    ranges: Mapping[str, list[str]] = raw.get("ranges", {})
    percent: Mapping[str, list[str]] = raw.get("percent", {"words": ["%", "٪", "％"]})
    context: Mapping[str, list[str]] = raw.get("context", {})
    parts = _compound_parts(numbers)
    signs = load("details/signs")
    return Lexicon(
        lang=lang,
        decimal=numbers.get("decimal", "."),
        group=numbers.get("group", ","),
        words=_folded(numbers.get("words", {})),
        scales=_folded(numbers.get("scales", {})),
        short_scales=_folded(numbers.get("short_scales", {})),
        money_scales=_folded(numbers.get("money_scales", {})),
        ordinals=_folded(numbers.get("ordinals", {})),
        ordinal_suffixes=frozenset(numbers.get("ordinal_suffixes", ())),
        ordinal_dot=numbers.get("ordinal_dot", False),
        joiners=frozenset(numbers.get("and", ())),
        bare_scales=frozenset(numbers.get("bare_scales", ())),
        teens_after=frozenset(numbers.get("teens_after", ())),
        stacking=numbers.get("stacking", False),
        products=numbers.get("products", {}),
        articles=frozenset(numbers.get("articles", ())),
        weak=frozenset(numbers.get("weak", ())),
        of=frozenset(numbers.get("of", ())),
        compound=_compound_pattern(numbers, parts),
        compound_parts=parts,
        compound_units=numbers.get("compound_units", {}),
        halves=_listed(numbers.get("halves", ()), True),
        multiples=Phrases(numbers.get("multiples", {}).items()),
        groups=Phrases(numbers.get("groups", {}).items()),
        shares=Phrases(numbers.get("shares", {}).items()),
        part_of=_listed(numbers.get("parts", {}).get("of", ()), True),
        every=_listed(numbers.get("parts", {}).get("every", ()), True),
        vague=Phrases((p, (v[0], v[1])) for p, v in numbers.get("vague", {}).items()),
        limits=_named({k: v for k, v in bounds.items() if not k.startswith("after_")}),
        limits_after=_named(
            {k.removeprefix("after_"): v for k, v in bounds.items() if k.startswith("after_")}
        ),
        approximate=_named(
            {"about": [*near.get("about", ()), "~", "≈"], "below": near.get("below", [])}
        ),
        approximate_after=_listed(near.get("after", ()), True),
        between=_listed(ranges.get("between", ()), True),
        to=_listed(ranges.get("to", ()), True),
        change=frozenset(ranges.get("change", ())),
        percent=_named({"%": percent.get("words", []), "pp": percent.get("points", [])}),
        units=_named(_merged(signs["units"], raw.get("units", {}))),
        units_before=_named(raw.get("units_before", {})),
        half_units=Phrases((p, (v[0], v[1])) for p, v in raw.get("half_units", {}).items()),
        currencies=_named(_merged(signs["currencies"], raw.get("currencies", {}))),
        dates=raw.get("dates", {}),
        times=raw.get("times", {}),
        labels=_named(raw.get("labels", {})),
        score_words=frozenset(raw.get("scores", {}).get("words", ())),
        conjunctions=frozenset(context.get("conjunctions", ())),
        partitive=frozenset(context.get("partitive", ())),
        others=frozenset(context.get("others", ())),
        function=frozenset(context.get("function", ())),
        roles={
            word.casefold(): (table, notion)
            for table in ("measures", "things", "events")
            for notion, words in raw.get(table, {}).items()
            for word in words
        },
    )


def _folded(table: Mapping[str, Any]) -> dict[str, Any]:
    return {word.casefold(): value for word, value in table.items()}


def _listed(phrases: Iterable[str], meaning: T) -> Phrases[T]:
    return Phrases((phrase, meaning) for phrase in phrases)


def _named(table: Mapping[str, Iterable[str]]) -> Phrases[str]:
    return Phrases((phrase, name) for name, phrases in table.items() for phrase in phrases)


def _merged(
    one: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    return {name: [*one.get(name, ()), *other.get(name, ())] for name in {**one, **other}}


def _compound_parts(numbers: Mapping[str, Any]) -> dict[str, int | float]:
    """The morphemes of languages that write a number as one word (achtzehnhundert, duemila)."""
    if not numbers.get("compound"):
        return {}
    known: dict[str, int | float] = {**numbers.get("words", {}), **numbers.get("scales", {})}
    return {word: value for word, value in known.items() if value <= 1_000}


def _compound_pattern(
    numbers: Mapping[str, Any], parts: Mapping[str, int | float]
) -> re.Pattern[str] | None:
    if not parts:
        return None
    ordinals = numbers.get("compound_ordinals", ())
    joiner = "|".join(map(re.escape, numbers.get("and", ())))
    word = "|".join(map(re.escape, sorted(parts, key=len, reverse=True)))
    ending = "|".join(map(re.escape, sorted(ordinals, key=len, reverse=True))) or "(?!)"
    units = numbers.get("compound_units", {})
    unit = "|".join(map(re.escape, sorted(units, key=len, reverse=True))) or "(?!)"
    return re.compile(
        rf"(?P<number>(?:(?:{joiner})?(?:{word})){{1,8}}?)"
        rf"(?:(?P<ordinal>{ending})|(?P<unit>{unit})(?P<inflection>\w{{0,3}}))?"
    )
