"""What the readers of numbers, amounts, dates and times know of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from tui.data import languages, load
from tui.details.arabic import prepared
from tui.details.compound_numbers import compound_parts, compound_pattern
from tui.details.token_phrases import Phrases
from tui.details.tokens import tokenize

__all__ = ["Lexicon", "language_by_words", "lexicon"]

T = TypeVar("T")

_APPROXIMATE: Mapping[str, Sequence[str]] = {"about": ("~", "≈"), "below": (), "above": ()}
"""The sides an approximation lies on, and the signs that say so in every language."""


class Lexicon(NamedTuple):
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
    stacking_spaced: bool
    """Whether a space may stand before the rest of such a number: "3만 5천"."""
    ones_first: bool
    """Whether ones stand before tens in words of their own: "ثلاثة وعشرون"."""
    counters: Phrases[bool]
    """What must stand behind a number in words where its signs are part of other words too."""
    ordinal_before: Phrases[bool]
    ordinal_behind: Phrases[bool]
    """What stands before a number, or behind what it counts, to make it an ordinal: "3件*目*"."""
    no_numbers: Phrases[bool]
    """Words that begin with such a sign though something that counts follows."""
    weak: frozenset[str]
    age_of: frozenset[str]
    """What stands between a person and an age in plain years: "un niño *de* nueve años"."""
    bare_age_of: frozenset[str]
    """The same where the years go without saying: "a student *of* 19"."""
    age_at: frozenset[str]
    """What stands before an age something happened at: "*mit* 24 Jahren"."""
    minus: frozenset[str]
    below_zero: Phrases[bool]
    articles: frozenset[str]
    of: frozenset[str]
    number_openers: frozenset[str]
    """The words a number in words can begin with, those written as one word aside."""
    compound: re.Pattern[str] | None
    compound_parts: Mapping[str, int | float]
    compound_units: Mapping[str, str]
    halves: Phrases[bool]
    multiples: Phrases[int]
    groups: Phrases[int]
    shares: Phrases[float]
    part_of: Phrases[bool]
    part_of_far: Phrases[bool]
    """The same behind what is counted: "six postes de surveillance *sur* trente"."""
    fraction: Phrases[bool]
    """What stands between a whole and how many parts of it: "三*分の*一"."""
    plural_endings: tuple[str, ...]
    every: Phrases[bool]
    vague: Phrases[tuple[int, int]]
    top: Phrases[bool]
    """What stands before how many are the best: "the *top* twenty"."""
    among: Phrases[bool]
    best: Phrases[bool]
    """The two around the same number: "*parmi les* vingt *premiers*"."""
    vague_times: Phrases[tuple[int, int, str]]
    share_ranges: Phrases[tuple[int, int]]
    limits: Phrases[str]
    limits_after: Phrases[str]
    reached: frozenset[str]
    governed: Mapping[str, frozenset[str]]
    """Words of limits that are none behind some verbs, with those: "verfügt *über*"."""
    """Limits that are none behind what rose or fell: "creció *hasta* 40"."""
    approximate: Phrases[str]
    approximate_after: Phrases[str]
    between: Phrases[bool]
    to: Phrases[bool]
    change: frozenset[str]
    changing: frozenset[str]
    """Words before "from" that tell of a change and no range: "*goes* from 3 to 5"."""
    compared: frozenset[str]
    """What stands before a number whose unit goes without saying: "3 percent, *from* 5"."""
    percent: Phrases[str]
    units: Phrases[str]
    units_before: Phrases[str]
    half_units: Phrases[tuple[float, str]]
    currencies: Phrases[str]
    ages: Mapping[str, Any]
    dates: Mapping[str, Any]
    times: Mapping[str, Any]
    labels: Phrases[str]
    ordered: Phrases[str]
    """What stands behind an ordinal that is a place in an order: "78th *minute*"."""
    score_words: frozenset[str]
    score_between: frozenset[str]
    score_between_sure: frozenset[str]
    vote_words: frozenset[str]
    vote_against: frozenset[str]
    """What sets the two sides of a vote apart: "12 *to* 5", "three *against*"."""
    vote_fillers: frozenset[str]
    vote_margins: Phrases[int]
    """By how many a vote was won: "a single vote" 1; 0 for "unanimously"."""
    score_nouns: frozenset[str]
    conjunctions: frozenset[str]
    others: frozenset[str]
    cues: Phrases[str]
    """What stands before a date or duration, by its sense: "until", "since"."""
    rate_before: Phrases[bool]
    """Times that stand before an amount that recurs in them: "*1日*6万台"."""
    rate: frozenset[str]
    """Articles that make a rate of a time behind an amount: "£40,000 *a* year"."""
    plural: tuple[str, ...]
    """Endings by which a noun in the plural is told, where a letter may be a scale or a unit."""
    later: frozenset[str]
    """What stands behind a time after a day told before: "two days *later*"."""
    earlier: frozenset[str]
    denials: frozenset[str]
    """Words that turn such a sense: "*not* until"."""
    directions: Phrases[str]
    """What stands before a number that something rose or fell by, or to: "um", "auf"."""
    partitive: frozenset[str]
    part: Phrases[bool]
    """What tells a number to be of those told before: "two *of them*"."""
    further: Phrases[bool]
    """What tells it to come on top of those: "two *more*"."""
    function: frozenset[str]
    roles: Mapping[str, tuple[str, str]]


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; one without a file gets figures, signs and symbols only."""
    known = lang[:2].lower()
    raw = load(f"details/{known}") if known in languages("details") else {}
    return _compile(lang, prepared(raw) if known == "ar" else raw)


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
    votes: Mapping[str, Any] = raw.get("votes", {})
    parts = compound_parts(numbers)
    signs = load("details/signs")
    multiples: Phrases[int] = Phrases(numbers.get("multiples", {}).items())
    groups: Phrases[int] = Phrases(numbers.get("groups", {}).items())
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
        number_openers=frozenset(
            {
                *_folded(numbers.get("words", {})),
                *_folded(numbers.get("ordinals", {})),
                *numbers.get("bare_scales", ()),
                *multiples.firsts,
                *groups.firsts,
            }
        ),
        joiners=frozenset(numbers.get("and", ())),
        bare_scales=frozenset(numbers.get("bare_scales", ())),
        teens_after=frozenset(numbers.get("teens_after", ())),
        stacking=numbers.get("stacking", False),
        stacking_spaced=numbers.get("stacking_spaced", False),
        ones_first=numbers.get("ones_first", False),
        counters=_listed(numbers.get("counters", ()), True),
        ordinal_before=_listed(numbers.get("ordinal_before", ()), True),
        ordinal_behind=_listed(numbers.get("ordinal_behind", ()), True),
        no_numbers=_listed(numbers.get("no_numbers", ()), True),
        products=numbers.get("products", {}),
        articles=frozenset(numbers.get("articles", ())),
        weak=frozenset(numbers.get("weak", ())),
        age_of=frozenset(numbers.get("age_of", ())),
        bare_age_of=frozenset(numbers.get("bare_age_of", ())),
        age_at=frozenset(numbers.get("age_at", ())),
        minus=frozenset({"-", "−", "–", *numbers.get("minus", ())}),
        below_zero=_listed(numbers.get("below_zero", ()), True),
        of=frozenset(numbers.get("of", ())),
        compound=compound_pattern(numbers, parts),
        compound_parts=parts,
        compound_units=numbers.get("compound_units", {}),
        halves=_listed(numbers.get("halves", ()), True),
        multiples=multiples,
        groups=groups,
        shares=Phrases(numbers.get("shares", {}).items()),
        part_of=_listed(numbers.get("parts", {}).get("of", ()), True),
        part_of_far=_listed(numbers.get("parts", {}).get("far", ()), True),
        plural_endings=tuple(numbers.get("parts", {}).get("plural_endings", ("",))),
        fraction=_listed(numbers.get("parts", {}).get("fraction", ()), True),
        every=_listed(numbers.get("parts", {}).get("every", ()), True),
        vague=Phrases((p, (v[0], v[1])) for p, v in numbers.get("vague", {}).items()),
        top=_listed(raw.get("ranks", {}).get("top", ()), True),
        among=_listed(raw.get("ranks", {}).get("among", ()), True),
        best=_listed(raw.get("ranks", {}).get("best", ()), True),
        vague_times=Phrases((p, (v[0], v[1], v[2])) for p, v in raw.get("vague_times", {}).items()),
        share_ranges=Phrases((p, (v[0], v[1])) for p, v in numbers.get("share_ranges", {}).items()),
        limits=_named({k: v for k, v in bounds.items() if not k.startswith(("after_", "reached"))}),
        governed={k: frozenset(v) for k, v in raw.get("governed_limits", {}).items()},
        reached=frozenset(bounds.get("reached", ())),
        limits_after=_named(
            {k.removeprefix("after_"): v for k, v in bounds.items() if k.startswith("after_")}
        ),
        approximate=_named(
            {side: [*near.get(side, ()), *also] for side, also in _APPROXIMATE.items()}
        ),
        approximate_after=_named(
            {
                side: near.get(table, ())
                for side, table in (("about", "after"), ("below", "after_below"))
            }
        ),
        between=_listed(ranges.get("between", ()), True),
        to=_listed(ranges.get("to", ()), True),
        change=frozenset(ranges.get("change", ())),
        changing=frozenset(ranges.get("changing", ())),
        compared=frozenset(ranges.get("compared", ())),
        percent=_named({"%": percent.get("words", []), "pp": percent.get("points", [])}),
        units=_named(_merged(signs["units"], raw.get("units", {}))),
        units_before=_named(raw.get("units_before", {})),
        half_units=Phrases((p, (v[0], v[1])) for p, v in raw.get("half_units", {}).items()),
        currencies=_named(_merged(signs["currencies"], raw.get("currencies", {}))),
        ages=raw.get("ages", {}),
        dates=raw.get("dates", {}),
        times=raw.get("times", {}),
        labels=_named(_merged(signs["labels"], raw.get("labels", {}))),
        ordered=_named(raw.get("ordered", {})),
        score_between=frozenset(raw.get("scores", {}).get("between", ())),
        score_between_sure=frozenset(raw.get("scores", {}).get("sure_between", ())),
        vote_words=frozenset(votes.get("words", ())),
        vote_against=frozenset(votes.get("against", ())),
        vote_fillers=frozenset(votes.get("fillers", ())),
        vote_margins=Phrases(votes.get("margins", {}).items()),
        score_nouns=frozenset(raw.get("scores", {}).get("nouns", ())),
        score_words=frozenset(raw.get("scores", {}).get("words", ())),
        conjunctions=frozenset(context.get("conjunctions", ())),
        partitive=frozenset(context.get("partitive", ())),
        cues=_named(raw.get("cues", {})),
        rate_before=_listed(numbers.get("rate_before", ()), True),
        rate=frozenset(numbers.get("rate", ())),
        plural=tuple(numbers.get("plural", ())),
        later=frozenset(context.get("later", ())),
        earlier=frozenset(context.get("earlier", ())),
        denials=frozenset(context.get("denials", ())),
        directions=_named(raw.get("directions", {})),
        part=_listed(context.get("part", ()), True),
        further=_listed(context.get("further", ()), True),
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
